// Package worddoc reads what stands in a Word document (Office Open XML, ECMA-376:
// WordprocessingML). The bytes of a .docx go in; its paragraphs and tables come out as
// plain types, and beside them all other words that it holds: notes, comments, text
// boxes, headers. What was struck with tracked changes is counted, not read. The bytes
// may come from anybody: the work is bounded, nothing outside them is read, and what
// cannot be read is told in a sentence (*diag.Refused).
package worddoc

import (
	"strings"

	"samsyn/internal/diag"
)

// Document is what a document says, in its order.
type Document struct {
	Blocks []Block
	Asides []Aside // what stands outside its text: headers, footers, diagrams
	Struck int     // how many words tracked changes have struck
	// Pictures and Objects are how many pictures there are, and how many things that
	// another program made and that are not read (a workbook, a chart, a part in HTML).
	Pictures, Objects int
}

// Block is a paragraph or a table; the other one is nil.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
}

// Paragraph is a paragraph's text. Breaks of lines in it are line feeds, tabs are tabs.
type Paragraph struct {
	Text    string
	Bold    int // how many bytes of Text are bold from its beginning on
	Heading int // the level of a heading, from 1; 0 is none
	Item    int // the level of a list's item, from 1; 0 is none
	Asides  []Aside
}

// Aside is what is tied to a paragraph, or to the document, and is not in its text.
type Aside struct {
	Kind AsideKind
	By   string // who wrote a comment
	Text string // paragraphs parted by line feeds
}

// AsideKind says what an aside is.
type AsideKind string

// The kinds of asides.
const (
	Footnote AsideKind = "footnote"
	Comment  AsideKind = "comment"
	TextBox  AsideKind = "text box"
	Hidden   AsideKind = "hidden text"
	Alt      AsideKind = "alternative text" // of a picture
	Header   AsideKind = "header"
	Footer   AsideKind = "footer"
	Diagram  AsideKind = "diagram"
)

// Table is a table's rows.
type Table struct{ Rows []Row }

// Row is a row; Head is set where it is repeated on every page.
type Row struct {
	Cells []Cell
	Head  bool
}

// Cell is a cell. It covers Span columns of the table's grid from From on (from 0); Above
// is set where it is merged with the cell above it, and then it says nothing.
type Cell struct {
	Paragraphs []Paragraph
	From, Span int
	Above      bool
}

// Text is all that the cell says, its paragraphs parted by line feeds.
func (c Cell) Text() string { return joined(c.Paragraphs) }

func joined(paragraphs []Paragraph) string {
	texts := make([]string, len(paragraphs))
	for n, p := range paragraphs {
		texts[n] = p.Text
	}
	return strings.Join(texts, "\n")
}

// Read reads a document. Its error is a *diag.Refused.
func Read(data []byte) (*Document, error) {
	p, err := unpack(data)
	if err != nil {
		return nil, err
	}
	main, err := p.mainPart()
	if err != nil {
		return nil, err
	}
	if p.exported() {
		return nil, diag.Refuse("dokumentet har exporterats härifrån för att behandlas i Word, och kan inte läsas in igen. Är det en plan: exportera den till Excel, ändra där och läs in den. Skriv annars in ändringarna för hand",
			"the document was exported from here to be discussed in Word, and cannot be read in again. If it is a plan: export it to Excel, change it there and read that in. Otherwise enter the changes by hand")
	}
	r := &reader{pack: p, doc: &Document{}, notes: map[string]Aside{}}
	if r.styles, err = r.readStyles(main); err != nil {
		return nil, err
	}
	for _, n := range noteParts {
		if err := r.readNotes(main, n); err != nil {
			return nil, err
		}
	}
	if err := r.part(main, func(s *scan) error {
		blocks, err := s.blocks()
		r.doc.Blocks = blocks
		return err
	}); err != nil {
		return nil, err
	}
	return r.doc, r.readAround(main)
}
