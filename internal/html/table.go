package html

import (
	"strconv"

	blocks "samsyn/internal/view/block"
)

// table draws a table. A quiet one stands below a heading that says what its
// caption says.
func (d *drawer) table(m *markup, t blocks.Table, level int, quiet bool) {
	class := "stack"
	switch {
	case t.Dense:
		class = "dense"
		m.raw(`<div class="scroll" role="region" tabindex="0"`)
		m.attr("aria-label", t.Caption.S)
		m.raw(">")
		defer m.raw("</div>")
	case t.Wide:
		class = "stack wide"
	}
	m.open("table", "id", t.ID, "class", class)
	m.raw("\n<caption")
	if quiet {
		m.raw(` class="vh"`)
	}
	m.raw(">")
	d.text(m, t.Caption)
	m.raw("</caption>\n<thead><tr>")
	for _, c := range t.Columns {
		m.open("th", "scope", "col", "class", numeric(c.Numeric))
		d.text(m, c.Label)
		m.raw("</th>")
	}
	m.raw("</tr></thead>\n<tbody>")
	for _, r := range t.Rows {
		d.row(m, t, r, level)
	}
	m.raw("\n</tbody>\n</table>")
}

func (d *drawer) row(m *markup, t blocks.Table, r blocks.Row, level int) {
	class := ""
	if r.Group {
		class = "group"
	}
	m.raw("\n")
	m.open("tr", "id", r.ID, "class", class)
	for n, c := range r.Cells {
		var column blocks.Column
		if n < len(t.Columns) {
			column = t.Columns[n]
		}
		label := d.said(blocks.Span{Text: column.Label}) // for a narrow page, where each cell stands below the other
		if t.Dense {
			label = ""
		}
		tag := "th"
		switch {
		case r.Group:
			m.open(tag, "scope", "colgroup", "colspan", strconv.Itoa(len(t.Columns)))
		case column.Header:
			m.open(tag, "scope", "row", "data-label", label)
		default:
			tag = "td"
			m.open(tag, "class", numeric(column.Numeric), "data-label", label)
		}
		d.cell(m, c, level+1)
		m.close(tag)
	}
	m.raw("</tr>")
}

// cell draws what stands in a cell, without an element of its own where that is one
// paragraph.
func (d *drawer) cell(m *markup, c blocks.Cell, level int) {
	if len(c.Blocks) == 1 {
		if p, ok := c.Blocks[0].(blocks.Para); ok && p.Tone == blocks.Normal {
			d.line(m, p.Line)
			return
		}
	}
	d.blocks(m, c.Blocks, level)
}

func numeric(is bool) string {
	if is {
		return "n"
	}
	return ""
}

// tables counts the tables among blocks.
func tables(list []blocks.Block) int {
	n := 0
	for _, b := range list {
		if t, ok := b.(blocks.Table); ok && !blocks.Empty(t) {
			n++
		}
	}
	return n
}
