package typeset

import (
	"slices"

	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

func (l *layout) facts(b manuscript.Facts, f frame) {
	if f.inCell {
		l.factsRunIn(b, f)
		return
	}
	style := design.FactLabel
	style.Leading = f.style.Leading
	widest := 0.0
	for _, it := range b.Items {
		p := l.Compose(manuscript.Text(it.Label), style)
		w := 0.0
		for _, part := range p.Parts {
			w += part.Width
		}
		widest = max(widest, w)
	}
	labels := max(60, min(widest+14, f.width*0.36))
	style.NoHyphens = l.fit(b.Items, style, labels-8)
	e := f.elem.Add("L")
	e.Set("List", "ListNumbering", tagged.Name("None"))
	for i, it := range b.Items {
		pieces := l.fact(it, e.Add("LI"), labels, style, f, i, len(b.Items))
		page.KeepItem(pieces, i, len(b.Items))
		for _, p := range pieces {
			f.emit(p)
		}
	}
}

// fit reports that no label has a word wider than width.
func (l *layout) fit(items []manuscript.Fact, style design.Text, width float64) bool {
	return !slices.ContainsFunc(items, func(it manuscript.Fact) bool { return !l.Whole(manuscript.Text(it.Label), style, width) })
}

// factsRunIn emits facts where there is no room for two columns: each label
// stands at the beginning of its value's first line.
func (l *layout) factsRunIn(b manuscript.Facts, f frame) {
	e := f.elem.Add("L")
	e.Set("List", "ListNumbering", tagged.Name("None"))
	f.style.Before, f.style.After = f.style.Leading/5, f.style.Leading/5
	for _, it := range b.Items {
		inside := f
		inside.elem = e.Add("LI").Add("LBody")
		label := manuscript.Span{Text: it.Label + ": ", Bold: true}
		blocks := append([]manuscript.Block(nil), it.Value...)
		if p, is := first(blocks); is {
			p.Text = append([]manuscript.Span{label}, p.Text...)
			blocks[0] = p
		} else {
			blocks = append([]manuscript.Block{manuscript.Paragraph{Text: []manuscript.Span{label}}}, blocks...)
		}
		l.flow(blocks, inside)
	}
}

func first(blocks []manuscript.Block) (manuscript.Paragraph, bool) {
	if len(blocks) == 0 {
		return manuscript.Paragraph{}, false
	}
	p, is := blocks[0].(manuscript.Paragraph)
	return p, is
}

// fact gives the pieces of one label with its value. The label's lines stay
// together, beside the value's.
func (l *layout) fact(it manuscript.Fact, e *tagged.Elem, labels float64, style design.Text, f frame, i, n int) []*page.Piece {
	mark := e.Add("Lbl")
	inside := f
	inside.elem, inside.width = e.Add("LBody"), min(f.width, design.Measure)-labels
	inside.style.Before, inside.style.After = f.style.Leading/5, f.style.Leading/5
	pieces := l.collected(it.Value, inside)
	if len(pieces) == 0 {
		pieces = []*page.Piece{{Height: f.style.Leading}}
	}
	lines := l.Lines(l.Compose(manuscript.Text(it.Label), style), labels-8)
	drop := f.style.Baseline() - style.Baseline()
	covered := 0.0
	for k, p := range pieces {
		p.X += labels
		covered += p.Height
		if k+1 < len(pieces) && covered < float64(len(lines))*style.Leading {
			p.Keep = true
		}
	}
	if missing := float64(len(lines))*style.Leading - page.Stack(pieces); missing > 0 {
		pieces[len(pieces)-1].Height += missing
	}
	pieces[0].Under(func(at page.Spot) {
		for k, ln := range lines {
			line.DrawLine(at.Moved(-labels, drop+float64(k)*style.Leading), ln, style, labels-8, mark)
		}
	})
	last := pieces[len(pieces)-1]
	pieces[0].Before, last.After = f.style.Leading/4, f.style.Leading/4
	if i == 0 {
		pieces[0].Before = f.style.Before
	}
	if i == n-1 {
		last.After = f.style.After
	}
	return pieces
}
