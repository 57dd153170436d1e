package pdf

import (
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/view/block"
)

func (w *writer) table(t block.Table) manuscript.Block {
	out := manuscript.Table{ID: t.ID, Summary: t.Summary.S}
	if t.Caption.S != "" {
		out.Caption = manuscript.Text(t.Caption.S)
	}
	for _, c := range t.Columns {
		column := manuscript.Column{Share: c.Share, Header: c.Header}
		if c.Numeric {
			column.Align = manuscript.Right
		}
		out.Columns = append(out.Columns, column)
		out.Header = append(out.Header, manuscript.TextCell(c.Label.S))
	}
	for _, r := range t.Rows {
		row := manuscript.Row{Group: r.Group}
		for _, c := range r.Cells {
			cell := manuscript.Cell{Blocks: w.blocks(c.Blocks, maxLevel)}
			if r.Group {
				cell.Span = len(t.Columns)
			}
			row.Cells = append(row.Cells, cell)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
