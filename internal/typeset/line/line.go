package line

import (
	"slices"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/linebreak"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// Line is a line of a paragraph.
type Line struct {
	parts []Fragment
	Width float64
	Space bool // white space follows it
	Notes []*page.Note
}

// Lines breaks the paragraph. There is always at least one line.
func (l *Setter) Lines(p *paragraph, width float64) []Line {
	width = max(width, 1)
	items, parts := l.divideOverlong(p, width)
	rag, narrow := p.style.Size*4.5, false
	if most := width * 0.3; rag > most {
		rag, narrow = most, true
	}
	how := linebreak.Params{Width: width, Rag: rag, Runt: p.style.Size * 2.5}
	ends := linebreak.Break(items, how)
	if narrow {
		ends = undivided(items, ends, how)
	}
	out := make([]Line, 0, len(ends))
	from := linebreak.Start(items, -1)
	for _, end := range ends {
		var ln Line
		for j := from; j < end; j++ {
			if items[j].Kind == linebreak.Penalty {
				continue
			}
			ln.parts = append(ln.parts, parts[j])
			ln.Width += parts[j].Width
			if n := parts[j].note; n != nil {
				ln.Notes = append(ln.Notes, n)
			}
		}
		if end < len(items) && items[end].Hyphen {
			ln.parts = append(ln.parts, parts[end])
			ln.Width += parts[end].Width
		}
		ln.Space = end < len(items) && (items[end].Kind == linebreak.Glue || items[end].Cost <= linebreak.Must)
		from = linebreak.Start(items, end)
		out = append(out, ln)
	}
	return out
}

// undivided breaks lines between words alone where that takes no more lines than ends
// has: in a narrow column, as a table's, a short line disturbs less than a hyphen.
func undivided(items []linebreak.Item, ends []int, how linebreak.Params) []int {
	divided := func(end int) bool { return end < len(items) && items[end].Hyphen }
	if !slices.ContainsFunc(ends, divided) {
		return ends
	}
	whole, word := slices.Clone(items), 0.0
	for i := range whole {
		switch it := &whole[i]; {
		case it.Kind == linebreak.Box:
			word += it.Width
		case it.Hyphen:
			it.Cost = linebreak.Never
		default:
			word = 0
		}
		if word > how.Width {
			return ends
		}
	}
	if other := linebreak.Break(whole, how); len(other) <= len(ends) {
		return other
	}
	return ends
}

// divideOverlong makes breaks within fragments that are wider than a line.
func (l *Setter) divideOverlong(p *paragraph, width float64) ([]linebreak.Item, []Fragment) {
	overlong := false
	for _, it := range p.items {
		overlong = overlong || it.Kind == linebreak.Box && it.Width > width
	}
	if !overlong {
		return p.items, p.Parts
	}
	c := &composer{l: l, out: &paragraph{style: p.style}}
	for i, it := range p.items {
		f := p.Parts[i]
		if it.Kind != linebreak.Box || it.Width <= width {
			c.add(it, f)
			continue
		}
		first := true
		for _, run := range f.Runs {
			for len(run.Glyphs) > 0 {
				n, w := 0, 0.0
				for n < len(run.Glyphs) && (n == 0 || w+run.Glyphs[n].Width*f.Look.Size/1000 <= width*0.98) {
					w += (run.Glyphs[n].Width + run.Glyphs[n].Kern) * f.Look.Size / 1000
					n++
				}
				if !first {
					c.add(linebreak.Item{Kind: linebreak.Penalty, Cost: anywhere}, Fragment{Look: f.Look})
				}
				first = false
				c.box(f.Look, []fonts.Run{{Face: run.Face, Glyphs: run.Glyphs[:n:n]}})
				run.Glyphs = run.Glyphs[n:]
			}
		}
	}
	return c.out.items, c.out.Parts
}

// DrawLine sets a line of a paragraph whose element is e, its top at the spot.
func DrawLine(at page.Spot, ln Line, style design.Text, width float64, e *tagged.Elem) {
	x := at.X
	switch style.Align {
	case manuscript.Right:
		x += width - ln.Width
	case manuscript.Center:
		x += (width - ln.Width) / 2
	}
	y := at.Y + style.Baseline()
	for i := 0; i < len(ln.parts); {
		j, k := i+1, ln.parts[i].Look
		for j < len(ln.parts) && ln.parts[j].Look == k {
			j++
		}
		runs := Joined(ln.parts[i:j])
		if j == len(ln.parts) && ln.Space {
			runs = Spaced(runs)
		}
		x = drawPart(at, x, y, k, runs, widthOf(ln.parts[i:j]), e)
		i = j
	}
}

// drawPart sets what has one look and gives where it ends.
func drawPart(at page.Spot, x, y float64, k *Look, runs []fonts.Run, width float64, e *tagged.Elem) float64 {
	if k.shaded {
		at.Page.Decorate(tagged.Layout)
		at.Page.Rect(x-1, y-k.Size*0.86, width+2, k.Size*1.16, design.Surface)
	}
	if k.lined {
		at.Page.Decorate(tagged.Layout)
		at.Page.Rule(x, y+1.6, x+width, y+1.6, 0.4, k.line)
	}
	if at.Artifact != "" {
		at.Page.Decorate(at.Artifact)
		at.Page.Text(x, y-k.rise, k.Size, k.color, 0, runs)
		return x + width
	}
	owner := k.within(e)
	at.Page.Own(owner)
	at.Page.Text(x, y-k.rise, k.Size, k.color, 0, runs)
	if in := k.inner; in != nil {
		top, height := y-k.rise-k.Size*0.85, k.Size*1.15
		switch {
		case in.uri != "":
			at.Page.LinkURI(owner, x, top, width, height, in.uri, in.contents)
		case in.to != "":
			at.Page.LinkTo(owner, x, top, width, height, in.to, in.contents)
		}
	}
	return x + width
}

func widthOf(parts []Fragment) (w float64) {
	for _, f := range parts {
		w += f.Width
	}
	return w
}

// Joined puts the parts' runs together, one run for each face.
func Joined(parts []Fragment) []fonts.Run {
	var out []fonts.Run
	for _, f := range parts {
		for _, r := range f.Runs {
			if n := len(out); n > 0 && out[n-1].Face == r.Face {
				out[n-1].Glyphs = append(out[n-1].Glyphs, r.Glyphs...)
			} else {
				out = append(out, fonts.Run{Face: r.Face, Glyphs: append([]fonts.Glyph(nil), r.Glyphs...)})
			}
		}
	}
	return out
}

// Spaced ends runs with a space, so that who listens or copies does not get the
// last word of a line grown together with the first of the next. A line that
// ends in a hyphen gets none.
func Spaced(runs []fonts.Run) []fonts.Run {
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
