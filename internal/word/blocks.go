package word

import (
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/view/block"
)

func (w *writer) blocks(list []block.Block, level int) {
	for _, b := range list {
		w.block(b, level)
	}
}

func (w *writer) block(b block.Block, level int) {
	switch b := b.(type) {
	case block.Section:
		w.heading(level, b.ID, w.linked(b.Title.S, b.Title.Lang, look{}, block.Ref{}))
		if len(b.Kicker) > 0 {
			w.para("Quiet", w.line(b.Kicker, false))
		}
		for _, inner := range b.Blocks {
			w.block(b.Below(inner), level+1)
		}
	case block.Fold:
		w.block(block.Section{ID: b.ID, Title: b.Title, Blocks: b.Blocks}, level)
	case block.Notice:
		if b.Title.S != "" {
			w.para("Normal", run(b.Title.S, look{bold: true}.properties(b.Title.Lang)))
		}
		w.blocks(b.Blocks, level)
	case block.Para:
		w.para(style(b.Tone), w.line(b.Line, false))
	case block.Facts:
		w.facts(b)
	case block.List:
		w.list(b)
	case block.Cards:
		w.cards(b)
	case block.Table:
		w.table(b)
	case block.Prose:
		w.prose(b, level)
	case block.Drawing:
		w.drawing(b)
	case block.Signing:
		w.signing(b)
	case block.Contents, block.Filters, block.SearchBox:
		// the document has its contents; the others need a screen
	}
}

func style(t block.Tone) string {
	switch t {
	case block.Lead:
		return "Lead"
	case block.Quiet, block.Off:
		return "Quiet"
	}
	return "Normal"
}

// facts are paragraphs of a label and its value, each line of it below the other.
func (w *writer) facts(f block.Facts) {
	for _, item := range f.Items {
		w.para("Fact", w.fact(item))
	}
}

func (w *writer) fact(f block.Fact) string {
	runs := run(f.Label.S+": ", look{bold: true}.properties(f.Label.Lang))
	for n, l := range f.Value {
		if n > 0 {
			runs += lineBreak
		}
		runs += w.line(l, false)
	}
	return runs
}

func (w *writer) list(l block.List) {
	if !l.Ordered {
		for _, item := range l.Items {
			w.para("ListBullet", w.line(item, false))
		}
		return
	}
	number := item(0, w.numberAnew())
	for _, item := range l.Items {
		w.styled("ListNumber", number, w.line(item, false))
	}
}

// numberAnew begins a list whose numbers begin at one.
func (w *writer) numberAnew() int {
	w.numbered++
	return w.numbered + 2
}

// item makes a paragraph an item of a list: the bullets are list 1.
func item(level, list int) string {
	return `<w:numPr><w:ilvl w:val="` + strconv.Itoa(level) + `"/><w:numId w:val="` + strconv.Itoa(list) + `"/></w:numPr>`
}

// cards become a list: a title and its lines.
func (w *writer) cards(c block.Cards) {
	for _, card := range c.Items {
		runs := w.linked(card.Title.S, card.Title.Lang, look{bold: true}, card.Ref)
		if len(card.Marks) > 0 {
			runs += run(" – ", "") + w.line(card.Marks, false)
		}
		for _, l := range append([]block.Line{card.Kicker}, card.Lines...) {
			if len(l) > 0 {
				runs += lineBreak + w.line(l, false)
			}
		}
		w.para("ListBullet", runs)
	}
}

// signing is a table with a place for each party to sign in.
func (w *writer) signing(s block.Signing) {
	t := block.Table{Columns: []block.Column{{Label: block.Text{S: "Part"}, Header: true, Share: 1}, {Label: block.Text{S: "Underskrift"}, Share: 1}}}
	if w.lang == "en" {
		t.Columns[0].Label.S, t.Columns[1].Label.S = "Party", "Signature"
	}
	for _, r := range s.Rows {
		who := []block.Line{block.Words(r.Party), both(r.Name, r.Role)}
		t.Rows = append(t.Rows, block.Row{Cells: []block.Cell{block.CellOf(who...), block.CellOf(both(r.Date, r.Method))}})
	}
	w.table(t)
}

func both(a, b block.Text) block.Line {
	line := block.Words(a)
	if len(line) > 0 && b.S != "" {
		line = append(line, block.Run(", "))
	}
	return append(line, block.Words(b)...)
}

// table is a table whose first row is told as its header, also to those who listen.
func (w *writer) table(t block.Table) {
	if t.Caption.S != "" {
		w.styled("Caption", `<w:keepNext/>`, run(t.Caption.S, look{}.properties(t.Caption.Lang)))
	}
	sum := 0.0
	for _, c := range t.Columns {
		sum += share(c)
	}
	rowHeader := "0"
	if slices.ContainsFunc(t.Columns, func(c block.Column) bool { return c.Header }) {
		rowHeader = "1"
	}
	w.put(`<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="`, rowHeader, `" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	if t.Caption.S != "" {
		w.put(`<w:tblCaption w:val="`, escaped(t.Caption.S), `"/>`)
	}
	if t.Summary.S != "" {
		w.put(`<w:tblDescription w:val="`, escaped(t.Summary.S), `"/>`)
	}
	w.put(`</w:tblPr><w:tblGrid>`)
	widths := make([]string, len(t.Columns))
	for n, c := range t.Columns {
		w.put(`<w:gridCol w:w="`, strconv.Itoa(int(9070*share(c)/sum)), `"/>`)
		widths[n] = `<w:tcW w:w="` + strconv.Itoa(int(5000*share(c)/sum)) + `" w:type="pct"/>`
	}
	w.put(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for n, c := range t.Columns {
		w.put(`<w:tc><w:tcPr>`, widths[n], `</w:tcPr>`)
		w.styled("Cell", aligned(c), run(c.Label.S, look{bold: true}.properties(c.Label.Lang)))
		w.put(`</w:tc>`)
	}
	w.put(`</w:tr>`)
	for _, r := range t.Rows {
		w.row(t, r, widths)
	}
	w.put(`</w:tbl>`)
	w.styled("Quiet", "", "") // two tables behind each other would be one
}

func share(c block.Column) float64 {
	if c.Share <= 0 {
		return 1
	}
	return c.Share
}

func aligned(c block.Column) string {
	if c.Numeric {
		return `<w:jc w:val="right"/>`
	}
	return ""
}

func (w *writer) row(t block.Table, r block.Row, widths []string) {
	w.put(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for n, c := range r.Cells {
		column := block.Column{Header: true}
		if r.Group {
			w.put(`<w:tc><w:tcPr><w:tcW w:w="5000" w:type="pct"/><w:gridSpan w:val="`, strconv.Itoa(len(t.Columns)), `"/></w:tcPr>`)
		} else if n < len(t.Columns) {
			column = t.Columns[n]
			w.put(`<w:tc><w:tcPr>`, widths[n], `</w:tcPr>`)
		} else {
			break
		}
		w.cell(c, column)
		w.put(`</w:tc>`)
		if r.Group {
			break
		}
	}
	w.put(`</w:tr>`)
}

// cell writes what stands in a cell; there is always a paragraph.
func (w *writer) cell(c block.Cell, column block.Column) {
	for _, b := range c.Blocks {
		switch b := b.(type) {
		case block.Para:
			w.styled("Cell", aligned(column), w.line(b.Line, column.Header))
		case block.Facts:
			for _, f := range b.Items {
				w.styled("Cell", "", w.fact(f))
			}
		case block.List:
			for _, line := range b.Items {
				w.styled("Cell", item(0, 1), w.line(line, column.Header))
			}
		default:
			said := strings.TrimSpace(block.WordsOf(b))
			w.styled("Cell", "", run(said, ""))
		}
	}
	if len(c.Blocks) == 0 {
		w.styled("Cell", "", "")
	}
}
