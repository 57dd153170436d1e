package load

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/fonts"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// file is what one file turned out to hold. Nothing in it depends on any other
// file but the names that gave it its role.
type file struct {
	path    string
	content string // names its bytes
	above   string // names the bytes of its fields, where a text stands below them
	role
	*reading // nil once the file has been read
	body     *prose.Doc
	thing    any               // of the model: *model.Initiative, …; nil for a translation
	texts    map[string]string // of a translation, by their path
	findings []diag.Finding
	ids      []model.Identifier
	refs     []model.Reference
	refused  []model.Field   // that are there but could not be taken
	lost     map[string]bool // kinds of identifiers that could not be taken
	at       diag.Place      // of the fields; the zero place where there are none
	unread   bool            // the reading ended before its fields were known
}

// reading is what is needed of a file only while it is read: a country's worth
// of nodes is not kept.
type reading struct {
	text    text
	root    *yaml.Node // nil where there are no fields
	locator doc.Locator
	bad     map[*yaml.Node]bool
	meant   map[*yaml.Node]string // the fields that unknown keys are slips of, "" where none is
}

// end tells why the file cannot be read: one mistake, one finding.
func (f *file) end(finding diag.Finding) {
	f.findings = []diag.Finding{finding}
	f.unread = true
}

// broken tells whether something in the file could not be taken.
func (f *file) broken() bool {
	for _, finding := range f.findings {
		if finding.Severity() == diag.Error {
			return true
		}
	}
	return false
}

// readFile makes a file of a role of its bytes, or of the error that reading them
// gave. An error means that the disk failed; what is wrong with the content is a
// finding.
func readFile(path string, r role, data []byte, err error) (*file, error) {
	f := &file{path: path, role: r, content: named(data), reading: &reading{}}
	defer f.done()
	if errors.Is(err, source.ErrTooLarge) {
		f.end(diag.New("too-large", diag.Whole(path), diag.Say(
			"Filen är större än 1 MiB. Dela upp innehållet, eller lägg stora underlag på en annan plats och länka dit.",
			"The file is larger than 1 MiB. Split it, or keep large material elsewhere and link to it.")))
		return f, nil
	}
	if err != nil {
		return nil, err
	}
	f.text = text{doc.NewText(path, data)}
	found, ok := f.text.unfit()
	f.findings = append(f.findings, found...)
	if !ok {
		f.unread = true
		return f, nil
	}
	f.findings = append(f.findings, f.text.personal()...)
	return f, f.parts()
}

// named is a name for bytes: their digest.
func named(data []byte) string {
	sum := sha256.Sum256(data)
	return string(sum[:])
}

// done makes the model's thing of what was read, and lets go of the rest.
func (f *file) done() {
	if f.root != nil {
		f.at = f.locator.Place(f.root)
		f.refuse()
	}
	if f.of == "" {
		f.thing = f.made()
	} else if f.texts = map[string]string{}; f.root != nil {
		flatten(f.root, "", f.texts)
	}
	f.reading = nil
}

// parts reads the fields and the text below them.
func (f *file) parts() error {
	if f.schema == "" { // a chapter is all text
		f.prose(f.text.Src, 1)
		return nil
	}
	fields, firstLine := f.text.Src, 1
	if f.markdown {
		front, err := f.text.Front()
		if err != nil {
			f.end(f.text.frontFinding(err))
			return nil
		}
		fields, firstLine = front.Fields, 2
		f.above = named([]byte(fields))
		if line := again(front.Body, fields); line > 0 {
			f.end(f.text.twice(front.BodyLine + line - 1))
			return nil
		}
		f.prose(front.Body, front.BodyLine)
		if f.unread {
			return nil
		}
	}
	root, err := doc.Parse(fields)
	if err != nil {
		f.end(unreadable(f.text.Text, err, fields, firstLine))
		return nil
	}
	return f.hold(root, firstLine)
}

func (f *file) prose(src string, firstLine int) {
	body, err := prose.Parse(f.path, firstLine, []byte(src))
	if errors.Is(err, prose.ErrTooCostly) {
		f.end(diag.New("too-large", diag.Whole(f.path), diag.Say(
			"Texten har så många stycken, tabellceller, länkar eller tecken som hakparenteser och stjärnor att den inte går att läsa i rimlig tid. Dela upp den i flera filer.",
			"The text has so many paragraphs, table cells, links or marks such as brackets and asterisks that it cannot be read in reasonable time. Split it into several files.")))
		return
	}
	if err != nil {
		f.end(diag.New("too-large", diag.Whole(f.path), diag.Say(
			"Texten har fler än %s nivåer av listor och citat inuti varandra. Förenkla den.",
			"The text nests lists and quotations more than %s levels deep. Make it simpler.", itoa(prose.MaxDepth))))
		return
	}
	f.body = body
	f.disguised(src, firstLine)
	if f.of == "" {
		f.glyphs(src, firstLine)
	}
}

// hold holds the fields against their schema.
func (f *file) hold(root *yaml.Node, firstLine int) error {
	f.locator = doc.Locator{Text: f.text.Text, Above: firstLine - 1}
	t, err := schemaType(f.schema)
	if err != nil {
		return err
	}
	h := newHolder(f.locator, f.of, f.markdown)
	switch {
	case root == nil || doc.IsNull(root):
		root = &yaml.Node{Kind: yaml.MappingNode, Line: 2 - firstLine, Column: 1} // an empty mapping at 1:1
		h.mapping(root, t)
	case doc.Target(root).Kind != yaml.MappingNode:
		h.reject(root, "wrong-type", diag.Say(
			"Filen ska bestå av fält: ett namn, ett kolon och ett värde på varje rad.",
			"The file must consist of fields: a name, a colon and a value on each line."), "")
		f.unread = true
	default:
		h.mapping(root, t)
		if len(h.findings) == 0 {
			if err := h.gate(root, f.schema); err != nil {
				return err
			}
		} else {
			f.misplaced(h, root, t)
		}
	}
	f.root, f.bad, f.meant, f.lost = root, h.bad, h.meant, h.lost
	f.refused = h.elsewhere
	f.findings = append(f.findings, h.findings...)
	f.ids, f.refs = h.ids, h.refs
	f.personalValues(root)
	if f.of == "" {
		f.fieldGlyphs(root)
	}
	return nil
}

// glyphs finds characters of a text that the PDF's fonts cannot show.
func (f *file) glyphs(src string, firstLine int) {
	if allCovered(src) {
		return
	}
	for n, line := range strings.Split(src, "\n") {
		told := map[rune]bool{}
		for _, c := range norm.NFC.String(line) {
			if c < utf8.RuneSelf || fonts.Covers(c) || told[c] {
				continue
			}
			told[c] = true
			f.findings = append(f.findings, diag.New("missing-glyph", f.text.Place(firstLine+n-1, max(strings.IndexRune(line, c), 0), 1), glyphMessage(c)))
		}
	}
}

// allCovered tells whether the PDF's fonts can show every character of a text.
func allCovered(s string) bool {
	for _, c := range prose.Composed(s) {
		if c >= utf8.RuneSelf && !covers(c) {
			return false
		}
	}
	return true
}

// covers is fonts.Covers, remembered for the letters that nearly all text is of.
func covers(c rune) bool {
	if known := latin(); int(c) < len(known) {
		return known[c]
	}
	return fonts.Covers(c)
}

var latin = sync.OnceValue(func() (covered [0x180]bool) {
	for c := range covered {
		covered[c] = fonts.Covers(rune(c))
	}
	return covered
})

func (f *file) fieldGlyphs(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && !allCovered(n.Value) {
		for _, c := range norm.NFC.String(n.Value) {
			if c >= utf8.RuneSelf && !fonts.Covers(c) && !f.bad[n] {
				f.findings = append(f.findings, diag.New("missing-glyph", f.locator.Place(n), glyphMessage(c)))
				return
			}
		}
	}
	for _, c := range n.Content {
		f.fieldGlyphs(c)
	}
}

// codePoint is how a character is named (The Unicode Standard, appendix A).
func codePoint(c rune) string { return fmt.Sprintf("U+%04X", c) }

func glyphMessage(c rune) diag.Text {
	return diag.Say(
		"Tecknet %[1]s (%[2]s) finns inte i de typsnitt som PDF:en använder. Byt ut det.",
		"The character %[1]s (%[2]s) is not in the fonts of the PDF. Replace it.", string(c), codePoint(c))
}
