package worddoc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"samsyn/internal/diag"
)

// What a document may measure at most: a hundred times what a county's plan does.
const (
	mostFile  = 64 << 20  // bytes of the file
	mostParts = 5_000     // files within it
	mostXML   = 128 << 20 // bytes of the parts that are read, unpacked
	mostPiece = 1 << 20   // bytes of an element's beginning, or of a text without any
	mostText  = 8 << 20   // bytes of text
	mostDepth = 200       // elements within each other
	mostRows  = 20_000
	mostCells = 64      // in a row: Word's own limit is 63 columns
	mostParas = 200_000 // paragraphs
)

// pack is the file as what it holds.
type pack struct {
	files map[string]*zip.File
	left  int64 // of mostXML
}

func unpack(data []byte) (*pack, error) {
	switch {
	case len(data) > mostFile:
		return nil, diag.Refuse("filen är större än %[1]d MB", "the file is larger than %[1]d MB", mostFile>>20)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, diag.Refuse("filen är sparad i Words gamla format (.doc) eller skyddad med lösenord. Spara den som .docx utan lösenord",
			"the file is saved in Word's old format (.doc) or protected by a password. Save it as .docx without a password")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, diag.Refuse("filen är ingen hel Word-fil (.docx). Öppna den i Word och spara den på nytt", "the file is no whole Word file (.docx). Open it in Word and save it again")
	}
	if len(z.File) > mostParts {
		return nil, diag.Refuse("filen består av fler än %[1]d delar", "the file has more than %[1]d parts", mostParts)
	}
	p := &pack{files: map[string]*zip.File{}, left: mostXML}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if p.files[name] == nil { // of two with one name the first counts
			p.files[name] = f
		}
	}
	return p, nil
}

// open opens a part, of which no more can be read than is left of the limit.
func (p *pack) open(name string) (io.ReadCloser, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, unreadable()
	}
	return &bounded{ReadCloser: r, left: &p.left}, nil
}

func unreadable() error {
	return diag.Refuse("filen är skadad. Öppna den i Word och spara den på nytt", "the file is damaged. Open it in Word and save it again")
}

var errLongPiece = diag.Refuse("ett stycke i filen är för stort: det har mer än %[1]d MB text. Dela upp det i Word", "a paragraph in the file is too large: it has more than %[1]d MB of text. Divide it in Word", mostPiece>>20)

var errTooLarge = diag.Refuse("filen blir för stor när den packas upp: mer än %[1]d MB", "the file is too large when it is unpacked: more than %[1]d MB", mostXML>>20)

// bounded reads until the limit of all parts together. The library holds an element with
// all its attributes at once, each of which takes twenty times what it takes in the file.
type bounded struct {
	io.ReadCloser
	left  *int64
	piece int // about how many bytes since an element last began
}

func (b *bounded) Read(to []byte) (int, error) {
	if *b.left <= 0 {
		return 0, errTooLarge
	}
	n, err := b.ReadCloser.Read(to)
	*b.left -= int64(n)
	if b.piece += n; bytes.IndexByte(to[:n], '<') >= 0 {
		b.piece = 0
	}
	if b.piece > mostPiece {
		return 0, errLongPiece
	}
	return n, err
}

// relation is a part that another one needs (ECMA-376 part 2).
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// relations are those of a part; "" is the whole file's. Targets within the file are
// names of parts; what lies outside is only named.
func (p *pack) relations(of string) ([]relation, error) {
	name := "_rels/.rels"
	if of != "" {
		name = path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	}
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	if err := p.decode(name, &list); err != nil {
		return nil, err
	}
	for n, rel := range list.Relations {
		switch {
		case strings.EqualFold(rel.Mode, "External"):
		case strings.HasPrefix(rel.Target, "/"):
			list.Relations[n].Target = path.Clean(rel.Target)[1:]
		default:
			list.Relations[n].Target = path.Join(path.Dir(of), rel.Target)
		}
	}
	return list.Relations, nil
}

// related are the parts of a kind that a part needs, by the last word of the kind's name.
func (p *pack) related(of, kind string) ([]string, error) {
	list, err := p.relations(of)
	var parts []string
	for _, rel := range list {
		if path.Base(rel.Type) == kind && !strings.EqualFold(rel.Mode, "External") && p.files[rel.Target] != nil {
			parts = append(parts, rel.Target)
		}
	}
	return parts, err
}

// mainPart is the part with the text.
func (p *pack) mainPart() (string, error) {
	list, err := p.related("", "officeDocument")
	if err != nil {
		return "", err
	}
	name := "word/document.xml"
	if len(list) > 0 {
		name = list[0]
	}
	switch {
	case strings.HasPrefix(name, "xl/"):
		return "", diag.Refuse("filen är en Excel-fil. Ge den ändelsen .xlsx", "the file is an Excel file. Let its name end in .xlsx")
	case p.files[name] == nil:
		return "", diag.Refuse("filen har ingen text som Word känner igen: den är ingen Word-fil (.docx)", "the file has no text that Word knows: it is no Word file (.docx)")
	}
	return name, nil
}

// Exported stands among the keywords of the documents that the export writes for reading
// and discussing in Word, and is kept there by those who save them anew. Their tables
// show a plan for people, with links and results, and hold no plan to take in.
const Exported = "samsyn export"

// exported tells whether the document is such a one.
func (p *pack) exported() bool {
	parts, err := p.related("", "core-properties")
	if err != nil || len(parts) == 0 {
		return false
	}
	var core struct {
		Keywords string `xml:"keywords"`
	}
	return p.decode(parts[0], &core) == nil && strings.Contains(core.Keywords, Exported)
}

// decode reads a small part into a struct. A part that is not there is not read.
func (p *pack) decode(name string, into any) error {
	r, err := p.open(name)
	if err != nil || r == nil {
		return err
	}
	defer func() { _ = r.Close() }()
	d := xml.NewTokenDecoder(&scan{dec: xml.NewDecoder(r)})
	if err := d.Decode(into); err != nil && !errors.Is(err, io.EOF) {
		return told(err)
	}
	return nil
}

// told is an error in the reader's words.
func told(err error) error {
	var why *diag.Refused
	if err == nil || errors.As(err, &why) {
		return err
	}
	return unreadable()
}
