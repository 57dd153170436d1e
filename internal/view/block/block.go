// Package block is what pages and documents are made of: lines of text with links,
// and a closed set of blocks that hold them. The view fills them in, and the writers
// of pages and of PDFs draw them, so that the two cannot disagree.
package block

import (
	"cmp"

	"samsyn/internal/figure"
	"samsyn/internal/prose"
)

// Text is words in a language. Lang is empty where they are in the language of
// the page or document that they stand on.
type Text struct {
	S    string
	Lang string
}

// Plain is text in the page's own language.
func Plain(s string) Text { return Text{S: s} }

// Ref is where a link leads: to a page of the site, to one of its files, or to
// an address elsewhere. The zero Ref leads nowhere.
type Ref struct {
	Page     string // a page's Path; "" with a Fragment is the same page
	Fragment string // an ID on the page
	File     string // the path of a file that is published with the site
	URL      string // an address elsewhere, of a scheme that is safe to follow
	Lang     string // the language of what it leads to, where it is another
}

// Given tells whether the reference leads anywhere.
func (r Ref) Given() bool { return r.Page != "" || r.Fragment != "" || r.File != "" || r.URL != "" }

// Tone is how something speaks. It is never the only sign of what it says.
type Tone string

// The tones.
const (
	Normal Tone = ""
	Lead   Tone = "lead"  // an introduction
	Quiet  Tone = "quiet" // a remark
	Info   Tone = "info"
	Good   Tone = "good" // done, on track
	Warn   Tone = "warn" // late, at risk, a gap
	Bad    Tone = "bad"  // off track
	Off    Tone = "off"  // withdrawn, cancelled
)

// Span is a run of text with one look.
type Span struct {
	Text
	Ref    Ref
	Strong bool
	Em     bool
	Code   bool
	Gone   bool // was there before
	Come   bool // has come since
	Badge  Tone // of a short mark, such as a status; Normal where it is none
	Marked bool // is a mark, whatever its tone
}

// Line is text on one line or in one paragraph.
type Line []Span

// Link is a label that leads somewhere.
type Link struct {
	Label Text
	Ref   Ref
}

// Block is one of the types below that say so. The set is closed: a writer
// handles them all in one switch.
type Block interface{ block() }

// Section has a heading and blocks below it; sections nest, and the writer
// counts the heading levels. Intro stands beside the heading in a smaller type.
type Section struct {
	ID     string
	Title  Text
	Ref    Ref // where the heading leads
	Kicker Line
	Blocks []Block
	// Apart begins a page in a document, and Together stays on one page there, where no
	// page is left half empty by it.
	Apart, Together bool
}

// Below is a block of the section as a document shows it: a table has no caption where the
// heading or its own header say it already. Who only listens gets it as a summary.
func (s Section) Below(b Block) Block {
	t, is := b.(Table)
	if is && len(t.Columns) > 0 && (t.Caption == s.Title || t.Caption == t.Columns[0].Label) {
		t.Caption, t.Summary.S = Text{}, cmp.Or(t.Summary.S, t.Caption.S)
		return t
	}
	return b
}

// Para is running text.
type Para struct {
	Tone Tone
	Line Line
}

// Facts are labels with values.
type Facts struct {
	Items []Fact
}

// Fact is one label; each line of its value stands on a line of its own.
type Fact struct {
	Label Text
	Value []Line
}

// List is a list of short lines.
type List struct {
	Ordered bool
	Items   []Line
}

// Cards is a list of things that each have a page or a place of their own.
type Cards struct {
	// Look tells what they are: "area", "initiative", "document", "event", "party".
	Look  string
	Items []Card
}

// Card is one thing in a list of things.
type Card struct {
	ID     string
	Kicker Line
	Title  Text
	Ref    Ref
	Marks  Line // statuses
	Lines  []Line
}

// Table has one header row; every row has as many cells as there are columns.
type Table struct {
	ID      string
	Caption Text
	Summary Text // describes the table for those who cannot see it
	Columns []Column
	Rows    []Row
	// Wide tables lie across the page in the PDF and need all the room there is.
	Wide bool
	// Dense tables are figures in columns, which stay columns on a telephone.
	Dense bool
}

// Add puts a row of cells at the end.
func (t *Table) Add(cells ...Cell) { t.Rows = append(t.Rows, Row{Cells: cells}) }

// Used is the table without the columns in which no row says anything.
func (t Table) Used() Table {
	used := make([]bool, len(t.Columns))
	for _, r := range t.Rows {
		for n, c := range r.Cells {
			if !r.Group && n < len(used) {
				used[n] = used[n] || len(c.Blocks) > 0
			}
		}
	}
	var columns []Column
	rows := make([]Row, len(t.Rows))
	for n, column := range t.Columns {
		if used[n] {
			columns = append(columns, column)
		}
	}
	for i, r := range t.Rows {
		if rows[i] = r; r.Group {
			continue
		}
		rows[i].Cells = nil
		for n, c := range r.Cells {
			if n < len(used) && used[n] {
				rows[i].Cells = append(rows[i].Cells, c)
			}
		}
	}
	if len(columns) == 0 {
		return t
	}
	t.Columns, t.Rows = columns, rows
	return t
}

// Column is a column of a table.
type Column struct {
	Label   Text
	Numeric bool
	Header  bool // its cells are headers of their rows
	Share   float64
}

// Row is a row of a table. Group is a heading among the rows: it has one cell
// over all columns.
type Row struct {
	ID    string
	Group bool
	Cells []Cell
}

// Cell is what stands in one cell of a table: paragraphs, lists, no tables.
type Cell struct{ Blocks []Block }

// Prose is a text in Markdown. Its headings have levels counted from First, and
// Prefix goes before their IDs (and those of its footnotes).
type Prose struct {
	Doc    *prose.Doc
	First  int
	Prefix string
	Lang   string // where not the page's
	// Links tells where the targets of its links lead. What is not here is no link.
	Links map[string]Ref
	// Images tells which of its images are published, and as what.
	Images map[string]Image
}

// Image is a picture that is published with the site.
type Image struct {
	File          string
	Width, Height int // pixels; 0 where unknown
}

// Drawing is a figure, its text alternative in the figure itself.
type Drawing struct {
	ID      string
	Figure  figure.Figure
	Narrow  figure.Figure // the same for a narrow page; Figure serves where it is empty
	Caption Text
}

// Notice is something that the reader must not overlook.
type Notice struct {
	Tone   Tone
	Title  Text
	Blocks []Block
}

// Fold is a section that is closed until it is asked for. Printed, it is open.
type Fold struct {
	ID     string
	Title  Text
	Blocks []Block
}

// Filters are ways to see a part of what a page shows.
type Filters struct {
	Label  Text
	Groups []FilterGroup
}

// FilterGroup is a way to part things.
type FilterGroup struct {
	Label Text
	Items []FilterItem
}

// FilterItem leads to the page with a part of the things.
type FilterItem struct {
	Link
	Count   int
	Current bool
}

// Contents is a table of contents of the page or document.
type Contents struct {
	Label Text
	Items []Link
}

// Signing is the page where the parties sign.
type Signing struct {
	Rows []SigningRow
}

// SigningRow is where one party signs, or has signed.
type SigningRow struct {
	Party     Text
	PartyID   string
	Name      Text   // the signatory, "" where not known
	Role      Text   // "" where not known
	Date      Text   // when signed, "" where not
	Method    Text   // how signed, "" where not
	FieldName string // of the signature field in the PDF, unique
}

// SearchBox is where one searches the site.
type SearchBox struct{}

func (Section) block() {}

func (Para) block() {}

func (Facts) block() {}

func (List) block() {}

func (Cards) block() {}

func (Table) block() {}

func (Prose) block() {}

func (Drawing) block() {}

func (Notice) block() {}

func (Fold) block() {}

func (Filters) block() {}

func (Contents) block() {}

func (Signing) block() {}

func (SearchBox) block() {}
