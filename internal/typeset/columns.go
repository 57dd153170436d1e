package typeset

import "samsyn/internal/typeset/linebreak"

// sampled bounds how many rows are measured to find the columns' widths.
const sampled = 400

// need is how wide content is: at least, so that no word must be divided, and
// at most, on one line.
type need struct{ least, most float64 }

func (n need) with(o need) need { return need{max(n.least, o.least), max(n.most, o.most)} }

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
func (t *tableLayout) distribute(rest float64, open []int, needs []need, widths []float64) {
	least, most := 0.0, 0.0
	for _, i := range open {
		least += needs[i].least
		most += needs[i].most
	}
	for _, i := range open {
		switch {
		case most <= rest: // all fits on one line: spread the air
			widths[i] = needs[i].most + (rest-most)*needs[i].most/max(most, 1)
		case least >= rest:
			widths[i] = rest * needs[i].least / least
		default:
			widths[i] = needs[i].least + (rest-least)*(needs[i].most-needs[i].least)/(most-least)
		}
	}
}

// needs measures header and rows.
func (t *tableLayout) needs() []need {
	out := make([]need, len(t.table.Columns))
	measure := func(cells []Cell, style textStyle) {
		column := 0
		for _, c := range cells {
			if column < len(out) && c.Span <= 1 {
				n := t.l.needOf(c.Blocks, style)
				n.least = min(n.least, t.f.width*0.4) + cellLeft + cellRight
				n.most = max(n.most+cellLeft+cellRight, n.least)
				out[column] = out[column].with(n)
			}
			column += max(1, c.Span)
		}
	}
	measure(t.table.Header, headCell)
	style := cellStyle
	for i, r := range t.table.Rows {
		if i == sampled {
			break
		}
		if r.Group {
			continue
		}
		style.font.Bold = r.Emphasis || t.table.Columns[0].Header && t.named[0]
		measure(r.Cells, style)
	}
	for i := range out {
		if out[i].most == 0 { // empty
			out[i] = need{cellStyle.size, cellStyle.size}
		}
		// Much text is not worth ever more room: its width grows as its root.
		if most := 160.0; out[i].most > most {
			out[i].most = max(out[i].least, most+(out[i].most-most)*0.12)
		}
	}
	return out
}

func (l *layout) needOf(blocks []Block, style textStyle) need {
	var n need
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			n = n.with(l.needOfText(b.Text, style))
		case Heading:
			n = n.with(l.needOfText(b.Text, style))
		case List:
			for _, it := range b.Items {
				o := l.needOf(it.Blocks, style)
				indent := style.size * 1.5
				n = n.with(need{o.least + indent, o.most + indent})
			}
		case Quote:
			n = n.with(l.needOf(b.Blocks, style))
		case Facts:
			for _, it := range b.Items {
				label, value := l.needOfText(Text(it.Label), factLabel), l.needOf(it.Value, style)
				n = n.with(need{label.least + value.least, label.most + value.most})
			}
		case Code:
			n = n.with(need{120, 240})
		case Drawing:
			n = n.with(need{b.Figure.Width / 2, b.Figure.Width})
		case Stack:
			for _, p := range b.Paragraphs {
				n = n.with(l.needOfText(p.Text, style))
			}
		case Group:
			n = n.with(l.needOf(b.Blocks, style))
		case Picture:
			width, _ := pictureSize(b.Picture, cellPictures, cellPictures)
			n = n.with(need{width / 2, width})
		case SignatureField:
			n = n.with(need{150, 200})
		}
	}
	return n
}

// needOfText measures whole words, as if they could not be divided.
func (l *layout) needOfText(spans []Span, style textStyle) need {
	saved := l.notes // measuring gives no footnote its number
	l.notes = map[*Note]*noteBody{}
	para := l.compose(spans, style)
	l.notes = saved
	var n need
	word, total := 0.0, 0.0
	for i, it := range para.items {
		switch {
		case it.Kind == linebreak.Box:
			word += it.Width
			total += it.Width
		case it.Kind == linebreak.Glue:
			n.least, word = max(n.least, word), 0
			total += it.Width
		case it.Cost <= linebreak.Must:
			n.least, word = max(n.least, word), 0
			n.most, total = max(n.most, total), 0
		case !it.Hyphen && para.parts[i].width == 0:
			n.least, word = max(n.least, word), 0
		}
	}
	n.least, n.most = max(n.least, word), max(n.most, total)
	return n
}
