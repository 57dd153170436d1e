// Package grid is what of a content stands in a workbook: sheets of rows under columns,
// as plain types. Who makes a book of a content puts it in, who writes or reads files
// takes it out; neither has to know the other.
package grid

import (
	"iter"
	"math"
	"slices"
	"strconv"
)

// Kind is what a column's cells hold, and so how they are read.
type Kind int

// The kinds of cells. All of them are written as text, so that no spreadsheet takes a
// value for something else.
const (
	Text     Kind = iota // a line of text
	Prose                // text of several lines
	Number               // a number, with a decimal comma in Swedish
	Date                 // a date, or part of one: 2026, 2026-06, 2026-06-01
	YesNo                // one of the two choices
	Choice               // one of the choices
	Open                 // one of the choices, or a text of one's own
	Many                 // several of the choices, one on each line
	ManyOpen             // several, of the choices or of one's own, one on each line
	Dates                // several dates, one on each line
)

// Listed tells whether a cell holds several values, one on each line.
func (k Kind) Listed() bool { return k == Many || k == ManyOpen || k == Dates }

// Option is a value with what people call it. Labels differ within a column.
type Option struct{ Value, Label string }

// Column is what stands in one place of every row.
type Column struct {
	Key      string // the field, as its path within the row's thing; stands for ever
	Heading  string
	Help     string
	Width    float64 // in characters
	Kind     Kind
	Options  []Option
	Required bool
}

// Row is a thing's cells, in the order of the columns.
type Row struct {
	ID    string // "" of a row that somebody added
	Cells []string
}

// Sheet is things of a kind.
type Sheet struct {
	Key     string // stands for ever: "initiatives"
	Title   string
	Columns []Column
	Len     int // how many rows there are
	// Rows gives one row after another, each made when it is asked for: a country has many.
	// The first error ends them.
	Rows iter.Seq2[Row, error]
}

// Book is the sheets of a workbook, and where they came from.
type Book struct {
	Title    string
	Language string
	Commit   string // that its rows came from; "" where there is no git
	Plan     string // the only plan whose initiatives are in it; "" where all are
	Guide    []Line // the sheet that explains
	GuideTab string // what that sheet is called
	Sheets   []Sheet
}

// Line is a line of the sheet that explains.
type Line struct {
	Head, Text string
}

// Sheet finds a sheet by its key, nil where there is none.
func (b *Book) Sheet(key string) *Sheet {
	for n := range b.Sheets {
		if b.Sheets[n].Key == key {
			return &b.Sheets[n]
		}
	}
	return nil
}

// Longest is how much text a cell of a spreadsheet holds, in UTF-16 units.
const Longest = 32767

// Cell is a cell of a file that somebody sent. A country has half a million.
type Cell struct {
	Text   string
	Line   int32 // where it stands, from 1
	Column int16 // from 1
	Typed  Typed
}

// Ref is the cell's place as a spreadsheet tells it: "D7".
func (c Cell) Ref() string {
	name := ""
	for n := c.Column; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name + strconv.Itoa(int(c.Line))
}

// Typed is what a spreadsheet took a cell for.
type Typed uint8

// What a spreadsheet takes cells for.
const (
	AsText    Typed = iota
	AsNumber        // a number, whatever it looks like
	AsPercent       // a number that is shown a hundred times larger, with a %
	AsDate          // a day, in days since the calendar of spreadsheets began
	AsTime          // a day with a time of it, or a time alone
	AsTruth
	AsFormula // a formula, whatever it comes to
	AsError   // #VALUE! and the like
)

// Incoming is a file that somebody sent, as it stands there.
type Incoming struct {
	Commit, Plan string
	Layout       string // which form the book has; "" where it did not come from here
	Sheets       []Table
	Notes        []Oddity
}

// Copy is a file with sheets of its own, whose rows may be let go of one by one.
func (in *Incoming) Copy() *Incoming {
	c := *in
	c.Sheets = slices.Clone(in.Sheets)
	for n := range c.Sheets {
		c.Sheets[n].Rows = slices.Clone(c.Sheets[n].Rows)
	}
	return &c
}

// Oddity is something about the file that its sender should know.
type Oddity int

// What a file may bring along that is not looked at.
const (
	HasMacros Oddity = iota
	HasLinks
	HasMerged
)

// Table is a sheet of such a file. Head has the keys of the columns where the file
// still has them, else their headings.
type Table struct {
	Title    string
	Key      string // "" where it is none of ours
	Keys     []string
	Headings []string
	IDColumn int      // where the rows' identifiers stand, from 1; 0 where they are gone
	IDs      []string // of the rows
	// Rows are each row's cells that say something, in the order of their columns and
	// without the identifier.
	Rows  [][]Cell
	Lines []int // of the rows, from 1
	// Off is by how many cells a row's line is longer than the headings', or (negative)
	// shorter: in a file of text the lines may differ. nil where rows cannot.
	Off []int
}

// Cell is what stands in a row under a heading: an empty cell where nothing does.
func (t *Table) Cell(row, heading int) Cell {
	column := heading + 1
	if t.IDColumn > 0 && column >= t.IDColumn {
		column++
	}
	cells := t.Rows[row]
	if n, there := slices.BinarySearchFunc(cells, column, func(c Cell, column int) int { return int(c.Column) - column }); there {
		return cells[n]
	}
	return Cell{Line: int32(t.Lines[row]), Column: int16(column)}
}

// Shortest writes a number as people do. Spreadsheets keep 15 digits.
func Shortest(n float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		rounded = n
	}
	if math.Abs(rounded) >= 1e21 {
		return strconv.FormatFloat(rounded, 'g', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// Texts are the short texts of a file, each held once: names stand in many cells.
type Texts map[string]string

// Which texts may stand in many cells: those of so many bytes, and as many as a file's names.
const (
	shared     = 256
	mostShared = 1 << 16
)

// Of is the text of some bytes.
func (t Texts) Of(text []byte) string {
	if len(text) > shared {
		return string(text)
	}
	known, there := t[string(text)]
	if !there {
		if known = string(text); len(t) < mostShared {
			t[known] = known
		}
	}
	return known
}
