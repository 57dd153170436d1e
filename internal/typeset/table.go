package typeset

import (
	"cmp"

	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// Room around the text of a cell.
const (
	cellLeft, cellRight    = 0.0, 14.0
	cellTop, cellBottom    = 4.5, 5.5
	emphasisRule, hairRule = 0.9, 0.4
	// lowRow is the height below which the last row but one goes along with the
	// last to the next page.
	lowRow = 150.0
	// groupBleed is how far the ground of a heading among the rows reaches out.
	groupBleed = 6.0
)

// rowKind is what a row is for.
type rowKind uint8

const (
	plainRow  rowKind = iota
	headerRow         // the columns' titles
	groupRow          // a heading among the rows
)

// kindOf is what a row of a table is for.
func kindOf(r manuscript.Row) rowKind {
	if r.Group {
		return groupRow
	}
	return plainRow
}

// tableLayout is what the rows of a table share.
type tableLayout struct {
	l      *layout
	f      frame
	table  manuscript.Table
	widths []float64
	named  []bool // columns whose cells all begin with names, no sentences
}

func (l *layout) table(b manuscript.Table, f frame) {
	columns := len(b.Columns)
	for _, r := range b.Rows {
		columns = max(columns, span(r.Cells))
	}
	columns = max(columns, span(b.Header))
	if columns == 0 {
		return
	}
	for len(b.Columns) < columns {
		b.Columns = append(b.Columns[:len(b.Columns):len(b.Columns)], manuscript.Column{})
	}
	t := &tableLayout{l: l, f: f, table: b}
	t.named = named(b)
	t.widths = t.columnWidths()

	e := f.elem.Add("Table")
	if b.Summary != "" {
		e.Set("Table", "Summary", tagged.TextValue(b.Summary))
	}
	inside := f
	if len(b.Caption) > 0 {
		inside.elem = e
		l.text(b.Caption, design.TableCaption, e.Add("Caption"), inside, b.ID, true)
	} else if b.ID != "" {
		f.emit(&page.Piece{IDs: []string{b.ID}, Before: f.style.Before, Keep: true})
	}
	var header *page.Piece
	if len(b.Header) > 0 {
		header = t.row(manuscript.Row{Cells: b.Header}, e.Add("THead").Add("TR"), headerRow)
		header.Keep = true
		header.Before = f.style.Before
		if len(b.Caption) > 0 {
			header.Before = 0
		}
		f.emit(header)
	}
	body := e.Add("TBody")
	for i, r := range b.Rows {
		p := t.row(r, body.Add("TR"), kindOf(r))
		p.Header = header
		if i == 0 && header == nil {
			p.Before = f.style.Before
		}
		// A last row alone under a repeated header looks lost.
		p.Keep = r.Group || i == len(b.Rows)-2 && p.Height < lowRow
		if i == len(b.Rows)-1 {
			p.After = 15
		}
		f.emit(p)
		if l.Err != nil {
			return
		}
	}
}

func span(cells []manuscript.Cell) (n int) {
	for _, c := range cells {
		n += max(1, c.Span)
	}
	return n
}

// rowCell is one cell of a row, laid out.
type rowCell struct {
	pieces []*page.Piece
	x      float64
}

// row lays out one row. Cells that are missing are filled up, so that every row
// has as many columns.
func (t *tableLayout) row(r manuscript.Row, e *tagged.Elem, kind rowKind) *page.Piece {
	var cells []rowCell
	x, column := 0.0, 0
	columns := len(t.widths)
	for column < columns {
		var c manuscript.Cell
		if i := len(cells); i < len(r.Cells) {
			c = r.Cells[i]
		}
		n := min(max(1, c.Span), columns-column)
		width := 0.0
		for _, w := range t.widths[column : column+n] {
			width += w
		}
		cells = append(cells, rowCell{t.cell(c, column, n, width, e, kind), x})
		x += width
		column += n
	}
	return t.rowPiece(cells, kind)
}

func (t *tableLayout) cell(c manuscript.Cell, column, columns int, width float64, e *tagged.Elem, kind rowKind) []*page.Piece {
	col := t.table.Columns[column]
	style := design.CellStyle
	elem := e.Add("TD")
	switch {
	case kind == headerRow:
		elem.Type, style = "TH", design.HeadCell
		elem.Set("Table", "Scope", tagged.Name("Column"))
	case kind == groupRow: // heads the cells below it
		elem.Type, style = "TH", design.GroupCell
		elem.Set("Table", "Scope", tagged.Name("Column"))
	case col.Header:
		elem.Type = "TH"
		elem.Set("Table", "Scope", tagged.Name("Row"))
	}
	named := elem.Type == "TH" && kind != headerRow && kind != groupRow && t.named[column]
	if columns > 1 {
		elem.Set("Table", "ColSpan", columns)
	}
	style.Align = col.Align
	inside := t.f
	inside.elem, inside.style, inside.inCell, inside.depth = elem, style, true, 0
	inside.width = width - cellLeft - cellRight
	if column+columns == len(t.widths) {
		inside.width = width - cellLeft
	}
	if !named || len(c.Blocks) == 0 {
		return t.l.collected(c.Blocks, inside)
	}
	name := inside
	name.style.Font.Bold = true
	return append(t.l.collected(c.Blocks[:1], name), t.l.collected(c.Blocks[1:], inside)...)
}

// longestName is how many characters a name has at most; it may be bold where it
// heads a row, a sentence may not.
const longestName = 40

// named finds the columns whose cells all begin with names.
func named(t manuscript.Table) []bool {
	out := make([]bool, len(t.Columns))
	for i := range out {
		out[i] = true
	}
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if r.Group || i >= len(out) {
				break
			}
			if p, is := first(c.Blocks); len(c.Blocks) > 0 {
				out[i] = out[i] && is && len([]rune(line.Plain(p.Text))) <= longestName
			}
		}
	}
	return out
}

// rowPiece makes a piece of cells that stand side by side.
func (t *tableLayout) rowPiece(cells []rowCell, kind rowKind) *page.Piece {
	text := 0.0
	var notes []*page.Note
	for _, c := range cells {
		text = max(text, page.Stack(c.pieces))
		for _, p := range c.pieces {
			notes = append(notes, p.Notes...)
		}
	}
	height := cellTop + cmp.Or(text, design.CellStyle.Leading) + cellBottom
	p := &page.Piece{Height: height, Notes: notes, Draw: func(at page.Spot) { t.drawRow(cells, height, kind, at) }}
	if kind != headerRow {
		p.Split = func(room float64) (head, tail *page.Piece) {
			before, after := divideCells(cells, room-cellTop-cellBottom)
			if before == nil {
				return nil, nil
			}
			head, tail = t.rowPiece(before, kind), t.rowPiece(after, kind)
			head.Before, tail.Header, tail.After, tail.Keep = p.Before, p.Header, p.After, p.Keep
			return head, tail
		}
	}
	return p
}

func (t *tableLayout) drawRow(cells []rowCell, height float64, kind rowKind, at page.Spot) {
	width := 0.0
	for _, w := range t.widths {
		width += w
	}
	at.Page.Decorate(tagged.Layout)
	rule, color := hairRule, design.Hair
	switch kind {
	case headerRow:
		rule, color = emphasisRule, design.Accent
	case groupRow:
		at.Page.Rect(at.X-groupBleed, at.Y, width+2*groupBleed, height, design.Surface)
	}
	at.Page.Rule(at.X, at.Y+height, at.X+width, at.Y+height, rule, color)
	for _, c := range cells {
		inside := at.Moved(c.x+cellLeft, cellTop)
		if kind == headerRow { // short titles stand at the foot of the header
			inside.Y += height - cellTop - cellBottom - page.Stack(c.pieces)
		}
		page.DrawStack(c.pieces, inside)
	}
}

// divideCells takes from each cell what fits in room. It gives nil where some
// cell has text of which nothing fits, or where nothing would be left.
func divideCells(cells []rowCell, room float64) (before, after []rowCell) {
	left := false
	for _, c := range cells {
		fit := page.Fitting(c.pieces, room)
		n := fit
		for n > 0 && n < len(c.pieces) && c.pieces[n-1].Keep {
			n--
		}
		if n == 0 {
			n = fit // keeping together cannot be had
		}
		if n == 0 && len(c.pieces) > 0 {
			return nil, nil
		}
		left = left || n < len(c.pieces)
		before = append(before, rowCell{c.pieces[:n:n], c.x})
		after = append(after, rowCell{c.pieces[n:], c.x})
	}
	if !left {
		return nil, nil
	}
	return before, after
}
