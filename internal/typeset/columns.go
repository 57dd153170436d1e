package typeset

import (
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
)

// sampled bounds how many rows are measured to find the columns' widths.
const sampled = 400

// columnWidths shares the width among the columns: first those with a share of
// their own, then the others by what they hold.
func (t *tableLayout) columnWidths() []float64 {
	width := t.f.width
	widths := make([]float64, len(t.table.Columns))
	shares := 0.0
	for _, c := range t.table.Columns {
		shares += max(0, c.Share)
	}
	var open []int
	for i, c := range t.table.Columns {
		if c.Share <= 0 {
			open = append(open, i)
		}
	}
	if len(open) == 0 || shares >= 1 {
		// Shares are parts of their sum; a column without one gets the mean.
		mean := shares / float64(len(widths)-len(open))
		total := shares + mean*float64(len(open))
		for i, c := range t.table.Columns {
			share := c.Share
			if share <= 0 {
				share = mean
			}
			widths[i] = width * share / total
		}
		return widths
	}
	rest := width * (1 - shares)
	for i, c := range t.table.Columns {
		widths[i] = width * max(0, c.Share)
	}
	needs := t.needs()
	t.distribute(rest, open, needs, widths)
	return widths
}

// distribute gives each open column its least width and shares what is left by
// how much more they could use.
func (t *tableLayout) distribute(rest float64, open []int, needs []line.Need, widths []float64) {
	least, most := 0.0, 0.0
	for _, i := range open {
		least += needs[i].Least
		most += needs[i].Most
	}
	for _, i := range open {
		switch {
		case most <= rest: // all fits on one line: spread the air
			widths[i] = needs[i].Most + (rest-most)*needs[i].Most/max(most, 1)
		case least >= rest:
			widths[i] = rest * needs[i].Least / least
		default:
			widths[i] = needs[i].Least + (rest-least)*(needs[i].Most-needs[i].Least)/(most-least)
		}
	}
}

// needs measures header and rows.
func (t *tableLayout) needs() []line.Need {
	out := make([]line.Need, len(t.table.Columns))
	measure := func(cells []manuscript.Cell, style design.Text) {
		column := 0
		for _, c := range cells {
			if column < len(out) && c.Span <= 1 {
				n := t.l.needOf(c.Blocks, style)
				n.Least = min(n.Least, t.f.width*0.4) + cellLeft + cellRight
				n.Most = max(n.Most+cellLeft+cellRight, n.Least)
				out[column] = out[column].With(n)
			}
			column += max(1, c.Span)
		}
	}
	measure(t.table.Header, design.HeadCell)
	style := design.CellStyle
	for i, r := range t.table.Rows {
		if i == sampled {
			break
		}
		if r.Group {
			continue
		}
		style.Font.Bold = t.table.Columns[0].Header && t.named[0]
		measure(r.Cells, style)
	}
	for i := range out {
		if out[i].Most == 0 { // empty
			out[i] = line.Need{Least: design.CellStyle.Size, Most: design.CellStyle.Size}
		}
		// Much text is not worth ever more room: its width grows as its root.
		if most := 160.0; out[i].Most > most {
			out[i].Most = max(out[i].Least, most+(out[i].Most-most)*0.12)
		}
	}
	return out
}

func (l *layout) needOf(blocks []manuscript.Block, style design.Text) line.Need {
	var n line.Need
	for _, b := range blocks {
		switch b := b.(type) {
		case manuscript.Paragraph:
			n = n.With(l.NeedOfText(b.Text, style))
		case manuscript.Heading:
			n = n.With(l.NeedOfText(b.Text, style))
		case manuscript.List:
			for _, it := range b.Items {
				o := l.needOf(it.Blocks, style)
				indent := style.Size * 1.5
				n = n.With(line.Need{Least: o.Least + indent, Most: o.Most + indent})
			}
		case manuscript.Quote:
			n = n.With(l.needOf(b.Blocks, style))
		case manuscript.Facts:
			for _, it := range b.Items {
				label, value := l.NeedOfText(manuscript.Text(it.Label), design.FactLabel), l.needOf(it.Value, style)
				n = n.With(line.Need{Least: label.Least + value.Least, Most: label.Most + value.Most})
			}
		case manuscript.Code:
			n = n.With(line.Need{Least: 120, Most: 240})
		case manuscript.Drawing:
			n = n.With(line.Need{Least: b.Figure.Width / 2, Most: b.Figure.Width})
		case manuscript.Stack:
			for _, p := range b.Paragraphs {
				n = n.With(l.NeedOfText(p.Text, style))
			}
		case manuscript.Group:
			n = n.With(l.needOf(b.Blocks, style))
		case manuscript.Picture:
			width, _ := pictureSize(b.Picture, cellPictures, cellPictures)
			n = n.With(line.Need{Least: width / 2, Most: width})
		case manuscript.SignatureField:
			n = n.With(line.Need{Least: 150, Most: 200})
		}
	}
	return n
}
