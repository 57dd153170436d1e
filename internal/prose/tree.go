// Package prose reads Markdown once, into a small tree that knows on which line
// everything stands. The checks read the tree, the site and the PDF draw it.
package prose

import "samsyn/internal/diag"

// Doc is the text of one file.
type Doc struct {
	File      string
	Blocks    []Block
	Footnotes []Footnote // in the order of their first reference
	Literals  []Literal  // what was meant as Markdown and is none
	Links     []Inline   // each *Link and *Image of a text that was read, in the order of Walk
}

// Footnote is the note that a FootnoteRef with the same number leads to.
type Footnote struct {
	Number int
	Blocks []Block
}

// Block is one of *Heading, *Paragraph, *List, *Quote, *Code, *Table, *Rule,
// *RawBlock.
type Block interface{ block() }

// Heading is a heading as the file has it; what level it gets on a page depends
// on where the text stands there.
type Heading struct {
	Level   int
	ID      string // anchor, unique in the file
	Inlines []Inline
	At      diag.Pos
}

// Paragraph is running text.
type Paragraph struct {
	Inlines []Inline
	At      diag.Pos
}

// List is a list; Start is the first number where it is Ordered.
type List struct {
	Ordered bool
	Start   int
	Tight   bool
	Items   [][]Block
}

// Quote is a block quotation.
type Quote struct{ Blocks []Block }

// Code is text to be shown as it is.
type Code struct{ Text string }

// Align is a column's alignment.
type Align int

const (
	AlignNone Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Table has one header row; every row has as many cells as Align has columns.
type Table struct {
	Align []Align
	Head  [][]Inline
	Rows  [][][]Inline
}

// Rule is a thematic break.
type Rule struct{}

// RawBlock is HTML, which is never shown: a finding stands where it begins. Tag
// is as for RawInline.
type RawBlock struct {
	Tag string
	At  diag.Pos
}

// Inline is one of *Text, *Emphasis, *CodeSpan, *Link, *Image, *LineBreak,
// *FootnoteRef, *RawInline.
type Inline interface{ inline() }

// Text is plain text: NFC, entities and escapes decoded, a line's end a space.
type Text struct{ Value string }

// Emphasis is emphasised text, strongly so where Strong is set.
type Emphasis struct {
	Strong  bool
	Inlines []Inline
}

// CodeSpan is a piece of code within a line.
type CodeSpan struct{ Value string }

// Link leads to Target: an address, or a path relative to the file.
type Link struct {
	Target  string
	Title   string
	Inlines []Inline
	At      diag.Pos
}

// Image shows the file at Target.
type Image struct {
	Target string
	Title  string
	Alt    string
	At     diag.Pos
}

// LineBreak is a break that the author asked for.
type LineBreak struct{}

// FootnoteRef leads to a footnote.
type FootnoteRef struct{ Number int }

// RawInline is HTML, which is never shown: a finding stands where it begins. Tag
// is its name in lower case, with a slash before it where it closes; "" where it
// is no tag (a comment, say).
type RawInline struct {
	Tag string
	At  diag.Pos
}

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Quote) block()     {}
func (*Code) block()      {}
func (*Table) block()     {}
func (*Rule) block()      {}
func (*RawBlock) block()  {}

func (*Text) inline()        {}
func (*Emphasis) inline()    {}
func (*CodeSpan) inline()    {}
func (*Link) inline()        {}
func (*Image) inline()       {}
func (*LineBreak) inline()   {}
func (*FootnoteRef) inline() {}
func (*RawInline) inline()   {}
