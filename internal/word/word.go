// Package word draws a view's document as a file that Word and LibreOffice edit
// (Office Open XML, ECMA-376: WordprocessingML). A document of blocks goes in and the
// bytes of a .docx come out: headings are styles, tables have header rows, charts are
// pictures with a text alternative. It decides nothing about what is said.
package word

import (
	"archive/zip"
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/figure"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
)

// Options say what the document's links and pictures need beside the view.
type Options struct {
	// Address gives the absolute address of a page or file of the site, "" where there is
	// none.
	Address func(block.Ref) string
	// File reads a file of the site, by its path there. Without it the texts' pictures are
	// told by their alternative texts alone.
	File func(path string) ([]byte, error)
	// Draw makes a PNG of a figure, so many pixels to its unit.
	Draw func(f figure.Figure, scale float64) ([]byte, error)
}

//go:embed styles.xml
var styles string

// Render gives the file. The same document and options give the same bytes.
func Render(d document.Document, opt Options) ([]byte, error) {
	w := &writer{opt: opt, lang: d.Lang, places: map[string]string{}, links: map[string]string{}}
	for _, p := range d.Parts {
		w.mark(p.Blocks)
	}
	w.cover(d)
	w.contents(d)
	for n, p := range d.Parts {
		if n > 0 && p.Landscape != d.Parts[n-1].Landscape {
			w.section(d.Parts[n-1].Landscape, true)
		} else if n > 0 && !p.Follows {
			w.pageBreak()
		}
		w.blocks(p.Blocks, 1)
	}
	w.section(len(d.Parts) > 0 && d.Parts[len(d.Parts)-1].Landscape, false)
	if w.err != nil {
		return nil, fmt.Errorf("%s.docx: %w", d.ID, w.err)
	}
	return w.pack(d)
}

// The names of the kinds of parts and relations (ECMA-376).
const (
	main      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packaged  = "http://schemas.openxmlformats.org/package/2006/relationships"
	head      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// writer collects what a document says.
type writer struct {
	opt  Options
	lang string
	b    strings.Builder // of the body
	err  error

	places   map[string]string // bookmarks by the place that a link leads to
	bookmark int
	links    map[string]string // relations by address
	related  []relation
	pictures [][]byte // PNG or JPEG
	numbered int      // lists whose numbers begin anew
}

type relation struct{ id, kind, target, mode string }

func (w *writer) relate(kind, target, mode string) string {
	id := "r" + strconv.Itoa(len(w.related)+10)
	w.related = append(w.related, relation{id, relations + "/" + kind, target, mode})
	return id
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.b.WriteString(p)
	}
}

// pack puts the parts of the file together.
func (w *writer) pack(d document.Document) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, data string) {
		// A day that has nothing to say, the first that the format can tell.
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = f.Write([]byte(data))
		}
		w.err = cmp.Or(w.err, err)
	}
	add("[Content_Types].xml", contentTypes)
	add("_rels/.rels", head+`<Relationships xmlns="`+packaged+`"><Relationship Id="r1" Type="`+relations+`/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)
	add("docProps/core.xml", head+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`+escaped(d.Title)+`</dc:title><dc:subject>`+escaped(d.Subject)+`</dc:subject><dc:creator>`+escaped(d.Publisher.S)+`</dc:creator><dc:language>`+locale(d.Lang)+`</dc:language><cp:keywords>`+worddoc.Exported+`</cp:keywords></cp:coreProperties>`)
	add("word/document.xml", head+`<w:document xmlns:w="`+main+`" xmlns:r="`+relations+`" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`+w.b.String()+`</w:body></w:document>`)
	add("word/styles.xml", strings.ReplaceAll(styles, "{lang}", locale(d.Lang)))
	add("word/settings.xml", head+`<w:settings xmlns:w="`+main+`"><w:defaultTabStop w:val="567"/><w:themeFontLang w:val="`+locale(d.Lang)+`"/></w:settings>`)
	add("word/numbering.xml", w.numbering())
	add("word/header1.xml", head+`<w:hdr xmlns:w="`+main+`"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>`+run(d.RunningHead, "")+`</w:p></w:hdr>`)
	foot := d.Foot
	if foot != "" {
		foot += " · "
	}
	add("word/footer1.xml", head+`<w:ftr xmlns:w="`+main+`"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>`+run(foot, "")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`)
	for n, data := range w.pictures {
		add("word/"+pictureName(n, data), string(data))
	}
	rels := head + `<Relationships xmlns="` + packaged + `">`
	for n, part := range []string{"styles", "settings", "numbering", "header", "footer"} {
		file := part + ".xml"
		if part == "header" || part == "footer" {
			file = part + "1.xml"
		}
		rels += `<Relationship Id="r` + strconv.Itoa(n+1) + `" Type="` + relations + "/" + part + `" Target="` + file + `"/>`
	}
	for _, r := range w.related {
		rels += `<Relationship Id="` + r.id + `" Type="` + r.kind + `" Target="` + escaped(r.target) + `"` + r.mode + `/>`
	}
	add("word/_rels/document.xml.rels", rels+`</Relationships>`)
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), w.err
}

const contentTypes = head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

// numbering has the bullets (1), the numbers (2), and one more for each list whose
// numbers begin anew.
func (w *writer) numbering() string {
	var b strings.Builder
	b.WriteString(head + `<w:numbering xmlns:w="` + main + `">`)
	for n, format := range []string{"bullet", "decimal"} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, n)
		for level := range deepest + 1 {
			text := "•"
			if format == "decimal" {
				text = "%" + strconv.Itoa(level+1) + "."
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="284"/></w:pPr></w:lvl>`, level, format, text, 284*(level+1))
		}
		b.WriteString(`</w:abstractNum>`)
	}
	b.WriteString(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`)
	for n := range w.numbered {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, n+3)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

// section ends a section of pages that stand or lie; the last stands at the end of the
// body, the others in a paragraph.
func (w *writer) section(landscape, within bool) {
	size := `<w:pgSz w:w="11906" w:h="16838"/>`
	if landscape {
		size = `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`
	}
	s := `<w:sectPr><w:headerReference w:type="default" r:id="r4"/><w:footerReference w:type="default" r:id="r5"/>` + size + `<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>`
	if within {
		s = `<w:p><w:pPr>` + s + `</w:pPr></w:p>`
	}
	w.put(s)
}

func (w *writer) pageBreak() { w.put(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`) }

// locale adds the country to the languages that have theirs here.
func locale(lang string) string {
	switch lang {
	case "sv":
		return "sv-SE"
	case "en":
		return "en-GB"
	}
	return escaped(lang)
}

// escaped is text as XML has it, without what XML cannot say.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r < 0x20 && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF || r == 0x00AD:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
