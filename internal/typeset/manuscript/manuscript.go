// Package manuscript is what is to be set: a document of headings, paragraphs, lists,
// tables, figures and footnotes, as plain structs. Who wants a PDF fills one in and
// gives it to package typeset.
package manuscript

import (
	"samsyn/internal/figure"
	"samsyn/internal/picture"
	"samsyn/internal/tagged"
)

// Document is all of a document. Texts that the layout itself adds are given in
// Words, so that the package speaks no language of its own.
type Document struct {
	Meta     tagged.Meta
	Words    Words
	Cover    *Cover    // none where nil
	Contents *Contents // none where nil
	Sections []Section
	// RunningHead stands at the head of every page but the cover, beside the
	// chapter's title; Foot at its foot, beside the page number.
	RunningHead, Foot string
	// Inks draws colours of the design as others; nil: as they are.
	Inks map[tagged.Color]tagged.Color
}

// Words are the texts that the layout adds itself.
type Words struct {
	// Page is the page number in the foot, from the number and the total; both
	// stand as %d, such as "Sida %d av %d".
	Page string
	// ToPage, ToNote and ToAddress say in words where a link leads, with %s
	// for its text or number: "Gå till %s", "Not %s", "Länk till %s".
	ToPage, ToNote, ToAddress string
}

// Swedish are the words of a Swedish document.
var Swedish = Words{Page: "Sida %d av %d", ToPage: "Gå till: %s", ToNote: "Not %s", ToAddress: "Länk till %s"}

// English are the words of an English document.
var English = Words{Page: "Page %d of %d", ToPage: "Go to: %s", ToNote: "Note %s", ToAddress: "Link to %s"}

// Cover is the first page.
type Cover struct {
	// Kicker says above the title what kind of document it is, Mark what one
	// must know of its standing before reading.
	Kicker, Mark string
	Title        string
	Subtitle     string
	// Facts stand at the foot of the page: dates, case number, version.
	Facts     []CoverFact
	Publisher string
}

// CoverFact is one label of the cover; each of its values has lines of its own.
type CoverFact struct {
	Label string
	Value [][]Span
}

// Contents is the table of contents, with headings down to Depth.
type Contents struct {
	Title string
	Depth int // 1–4; 0 means 2
}

// Section starts on a new page.
type Section struct {
	Landscape bool
	// Follows lets the section begin where the one before it ended, if that lies
	// the same way and leaves enough of its last page.
	Follows bool
	// Kept lets a section that follows another not stand alone on a page: the end
	// of the one before comes along.
	Kept   bool
	Blocks []Block
}

// Block is one of the types below that say so. The set is closed.
type Block interface{ block() }

// Heading is a heading of level 1–4. It stays with what follows, is in the
// outline and, where ID is set, can be linked to.
type Heading struct {
	Level   int
	ID      string
	Text    []Span
	NewPage bool // starts a page, unless that leaves the one before it half empty
	// Look is the level whose look it has, 0 where its own.
	Look int
}

// Group is blocks that stay on one page, where one page is enough for them.
type Group struct{ Blocks []Block }

// Tone is how a paragraph speaks.
type Tone uint8

// The tones.
const (
	Normal Tone = iota
	Lead        // an introduction, larger
	Small       // a remark, smaller and muted
)

// Paragraph is running text.
type Paragraph struct {
	ID   string
	Tone Tone
	Text []Span
	Keep bool // stays on the page with what comes next
}

// Stack is paragraphs that belong together, without room between them.
type Stack struct{ Paragraphs []Paragraph }

// List is a list, numbered from Start (0 means 1) where Ordered.
type List struct {
	Ordered bool
	Start   int
	Items   []Item
}

// Item is an item of a list.
type Item struct{ Blocks []Block }

// Quote is a quotation of blocks.
type Quote struct{ Blocks []Block }

// Code is text set letter by letter, line by line.
type Code struct{ Text string }

// Facts are labels with values.
type Facts struct{ Items []Fact }

// Fact is one label with its value.
type Fact struct {
	Label string
	Value []Block
}

// Drawing is a figure with its caption.
type Drawing struct {
	ID      string
	Figure  figure.Figure
	Caption []Span
}

// Picture is a picture with its caption. One without Alt is decoration, which no
// screen reader tells of.
type Picture struct {
	Picture *picture.Picture
	Alt     string
	Lang    string // of Alt, where it is not the document's
	Caption []Span
	// URI and To make it a link, as they do a Span.
	URI, To string
}

// PageBreak starts a new page, unless one has just begun.
type PageBreak struct{}

// SignatureField is a visible box that can be signed. Name identifies it in the
// file and must be unique; Label tells who signs there.
type SignatureField struct {
	Name, Label string
	Height      float64 // in points; 0 means 42
}

// Table is a table whose Header is repeated on every page.
type Table struct {
	ID      string
	Caption []Span
	// Summary describes the table to those who cannot see it.
	Summary string
	Columns []Column
	Header  []Cell
	Rows    []Row
}

// Column is a column of a table. Share is its part of the width; columns with
// Share 0 get what their content needs.
type Column struct {
	Share float64
	Align Align
	// Header makes the cells of the column headers of their rows.
	Header bool
}

// Align places text in a column.
type Align uint8

// The alignments. Numbers stand to the right, in figures of equal width.
const (
	Left Align = iota
	Right
	Center
)

// Row is a row of a table.
type Row struct {
	Cells []Cell
	// Group marks a heading among the rows, which stays with the next one.
	Group bool
}

// Cell holds any blocks but tables. Span is how many columns it takes, 0 means 1.
type Cell struct {
	Blocks []Block
	Span   int
}

func (Heading) block() {}

func (Group) block() {}

func (Paragraph) block() {}

func (Stack) block() {}

func (List) block() {}

func (Quote) block() {}

func (Code) block() {}

func (Facts) block() {}

func (Drawing) block() {}

func (Picture) block() {}

func (PageBreak) block() {}

func (SignatureField) block() {}

func (Table) block() {}

// Span is a run of text with one look. URI and To make it a link: URI leads to
// an address outside, To to the ID of a heading, paragraph, table or drawing.
type Span struct {
	Text               string
	Bold, Italic, Code bool
	URI, To            string
	// Quiet is a link that looks like the text around it, but for a thin line.
	Quiet bool
	// Lang is set where the language is not the document's.
	Lang string
	// Note puts a mark after the text that refers to a footnote. The same *Note
	// keeps its number wherever it is referred to.
	Note *Note
	// Break ends the line after the text.
	Break bool
}

// Note is a footnote.
type Note struct{ Blocks []Block }

// Text is plain text as spans.
func Text(s string) []Span { return []Span{{Text: s}} }

// Para is a paragraph of plain text.
func Para(s string) Paragraph { return Paragraph{Text: Text(s)} }

// TextCell is a cell of plain text; an empty one has no blocks.
func TextCell(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Blocks: []Block{Para(s)}}
}
