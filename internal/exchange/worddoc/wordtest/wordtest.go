// Package wordtest makes Word documents for tests: pieces of WordprocessingML go in, the
// bytes of a .docx come out.
package wordtest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// namespaces are those of the elements that tests use.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:v="urn:schemas-microsoft-com:vml"`

const relations = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`

// Parts are parts of a document beside its text, by their kind: styles, footnotes,
// comments, header, footer. Each is what stands within its top element.
type Parts map[string]string

// File is a document with a body. links are addresses outside it, by their relation.
func File(body string, parts Parts, links map[string]string) []byte {
	files := map[string]string{
		"_rels/.rels":       relationships(`<Relationship Id="rId1" Type="` + relations + `officeDocument" Target="word/document.xml"/>`),
		"word/document.xml": `<w:document` + namespaces + `><w:body>` + body + `</w:body></w:document>`,
	}
	var related strings.Builder
	for kind, inner := range parts {
		files["word/"+kind+".xml"] = `<w:` + kind + namespaces + `>` + inner + `</w:` + kind + `>`
		fmt.Fprintf(&related, `<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, kind, relations, kind, kind)
	}
	for id, to := range links {
		fmt.Fprintf(&related, `<Relationship Id="%s" Type="%shyperlink" Target="%s" TargetMode="External"/>`, id, relations, to)
	}
	files["word/_rels/document.xml.rels"] = relationships(related.String())
	return Zip(files)
}

func relationships(inner string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inner + `</Relationships>`
}

// Zip is a file of files.
func Zip(files map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		method := zip.Store // quicker, and only what is large has to be small
		if len(files[name]) > 1<<20 {
			method = zip.Deflate
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(files[name]))
		}
		if err != nil {
			panic(err) // writing to memory
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// Run is a stretch of text; tabs and line feeds become Word's.
func Run(text string) string {
	text = escape.Replace(text)
	text = strings.ReplaceAll(text, "\t", `</w:t><w:tab/><w:t xml:space="preserve">`)
	text = strings.ReplaceAll(text, "\n", `</w:t><w:br/><w:t xml:space="preserve">`)
	return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// P is a paragraph of text.
func P(text string) string { return `<w:p>` + Run(text) + `</w:p>` }

// Styled is a paragraph with a style.
func Styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + Run(text) + `</w:p>`
}

// Cell is a cell: the lines of its text are paragraphs. "^" alone is a cell merged with
// the one above.
func Cell(text string) string {
	props, inner := "", ""
	if text == "^" {
		props, text = `<w:vMerge/>`, ""
	}
	for line := range strings.SplitSeq(text, "\n") {
		inner += P(line)
	}
	return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + inner + `</w:tc>`
}

// Table is a table of texts, as Cell takes them.
func Table(rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl>`)
	for _, row := range rows {
		b.WriteString(`<w:tr>`)
		for _, c := range row {
			b.WriteString(Cell(c))
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	return b.String()
}
