package typeset

import (
	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/linebreak"
)

// line is a line of a paragraph.
type line struct {
	parts []fragment
	width float64
	space bool // white space follows it
	notes []*noteBody
}

// lines breaks the paragraph. There is always at least one line.
func (l *layout) lines(p *paragraph, width float64) []line {
	width = max(width, 1)
	items, parts := l.divideOverlong(p, width)
	rag := min(p.style.size*4.5, width*0.3)
	ends := linebreak.Break(items, linebreak.Params{Width: width, Rag: rag, Runt: p.style.size * 2.5})
	out := make([]line, 0, len(ends))
	from := linebreak.Start(items, -1)
	for _, end := range ends {
		var ln line
		for j := from; j < end; j++ {
			if items[j].Kind == linebreak.Penalty {
				continue
			}
			ln.parts = append(ln.parts, parts[j])
			ln.width += parts[j].width
			if n := parts[j].note; n != nil {
				ln.notes = append(ln.notes, n)
			}
		}
		if end < len(items) && items[end].Hyphen {
			ln.parts = append(ln.parts, parts[end])
			ln.width += parts[end].width
		}
		ln.space = end < len(items) && (items[end].Kind == linebreak.Glue || items[end].Cost <= linebreak.Must)
		from = linebreak.Start(items, end)
		out = append(out, ln)
	}
	return out
}

// divideOverlong makes breaks within fragments that are wider than a line.
func (l *layout) divideOverlong(p *paragraph, width float64) ([]linebreak.Item, []fragment) {
	overlong := false
	for _, it := range p.items {
		overlong = overlong || it.Kind == linebreak.Box && it.Width > width
	}
	if !overlong {
		return p.items, p.parts
	}
	c := &composer{l: l, out: &paragraph{style: p.style}}
	for i, it := range p.items {
		f := p.parts[i]
		if it.Kind != linebreak.Box || it.Width <= width {
			c.add(it, f)
			continue
		}
		first := true
		for _, run := range f.runs {
			for len(run.Glyphs) > 0 {
				n, w := 0, 0.0
				for n < len(run.Glyphs) && (n == 0 || w+run.Glyphs[n].Width*f.look.size/1000 <= width*0.98) {
					w += (run.Glyphs[n].Width + run.Glyphs[n].Kern) * f.look.size / 1000
					n++
				}
				if !first {
					c.add(linebreak.Item{Kind: linebreak.Penalty, Cost: anywhere}, fragment{look: f.look})
				}
				first = false
				c.box(f.look, []fonts.Run{{Face: run.Face, Glyphs: run.Glyphs[:n:n]}})
				run.Glyphs = run.Glyphs[n:]
			}
		}
	}
	return c.out.items, c.out.parts
}

// drawLine sets a line of a paragraph whose element is e, its top at the spot.
func drawLine(at spot, ln line, style textStyle, width float64, e *tagged.Elem) {
	x := at.x
	switch style.align {
	case Right:
		x += width - ln.width
	case Center:
		x += (width - ln.width) / 2
	}
	y := at.y + style.baseline()
	for i := 0; i < len(ln.parts); {
		j, k := i+1, ln.parts[i].look
		for j < len(ln.parts) && ln.parts[j].look == k {
			j++
		}
		runs := joined(ln.parts[i:j])
		if j == len(ln.parts) && ln.space {
			runs = spaced(runs)
		}
		x = at.drawPart(x, y, k, runs, widthOf(ln.parts[i:j]), e)
		i = j
	}
}

// drawPart sets what has one look and gives where it ends.
func (at spot) drawPart(x, y float64, k *look, runs []fonts.Run, width float64, e *tagged.Elem) float64 {
	if k.shaded {
		at.page.Decorate(tagged.Layout)
		at.page.Rect(x-1, y-k.size*0.86, width+2, k.size*1.16, surface)
	}
	if k.lined {
		at.page.Decorate(tagged.Layout)
		at.page.Rule(x, y+1.6, x+width, y+1.6, 0.4, k.line)
	}
	if at.artifact != "" {
		at.page.Decorate(at.artifact)
		at.page.Text(x, y-k.rise, k.size, k.color, 0, runs)
		return x + width
	}
	owner := k.within(e)
	at.page.Own(owner)
	at.page.Text(x, y-k.rise, k.size, k.color, 0, runs)
	if in := k.inner; in != nil {
		top, height := y-k.rise-k.size*0.85, k.size*1.15
		switch {
		case in.uri != "":
			at.page.LinkURI(owner, x, top, width, height, in.uri, in.contents)
		case in.to != "":
			at.page.LinkTo(owner, x, top, width, height, in.to, in.contents)
		}
	}
	return x + width
}

func widthOf(parts []fragment) (w float64) {
	for _, f := range parts {
		w += f.width
	}
	return w
}

// joined puts the parts' runs together, one run for each face.
func joined(parts []fragment) []fonts.Run {
	var out []fonts.Run
	for _, f := range parts {
		for _, r := range f.runs {
			if n := len(out); n > 0 && out[n-1].Face == r.Face {
				out[n-1].Glyphs = append(out[n-1].Glyphs, r.Glyphs...)
			} else {
				out = append(out, fonts.Run{Face: r.Face, Glyphs: append([]fonts.Glyph(nil), r.Glyphs...)})
			}
		}
	}
	return out
}

// spaced ends runs with a space, so that who listens or copies does not get the
// last word of a line grown together with the first of the next. A line that
// ends in a hyphen gets none.
func spaced(runs []fonts.Run) []fonts.Run {
	if len(runs) == 0 {
		return runs
	}
	last := &runs[len(runs)-1]
	if n := len(last.Glyphs); n > 0 && last.Glyphs[n-1].Text == "\u00AD" {
		return runs
	}
	if space, ok := last.Face.Space(); ok {
		last.Glyphs = append(last.Glyphs, space)
	}
	return runs
}
