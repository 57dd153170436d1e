package typeset

import "samsyn/internal/tagged"

func (l *layout) facts(b Facts, f frame) {
	style := factLabel
	style.leading = f.style.leading
	widest := 0.0
	for _, it := range b.Items {
		p := l.compose(Text(it.Label), style)
		w := 0.0
		for _, part := range p.parts {
			w += part.width
		}
		widest = max(widest, w)
	}
	labels := max(60, min(widest+14, f.width*0.36))
	e := f.elem.Add("L")
	e.Set("List", "ListNumbering", tagged.Name("None"))
	for i, it := range b.Items {
		for _, p := range l.fact(it, e.Add("LI"), labels, style, f, i, len(b.Items)) {
			f.emit(p)
		}
	}
}

// fact gives the pieces of one label with its value. The label's lines stay
// together, beside the value's.
func (l *layout) fact(it Fact, e *tagged.Elem, labels float64, style textStyle, f frame, i, n int) []*piece {
	mark := e.Add("Lbl")
	inside := f
	inside.elem, inside.width = e.Add("LBody"), f.width-labels
	if !f.inCell {
		inside.width = min(inside.width, measure-labels)
	}
	pieces := l.collected(it.Value, inside)
	if len(pieces) == 0 {
		pieces = []*piece{{height: f.style.leading}}
	}
	lines := l.lines(l.compose(Text(it.Label), style), labels-8)
	drop := f.style.baseline() - style.baseline()
	covered := 0.0
	for k, p := range pieces {
		p.x += labels
		covered += p.height
		if k+1 < len(pieces) && covered < float64(len(lines))*style.leading {
			p.keep = true
		}
	}
	if missing := float64(len(lines))*style.leading - stack(pieces); missing > 0 {
		pieces[len(pieces)-1].height += missing
	}
	pieces[0].under(func(at spot) {
		for k, ln := range lines {
			drawLine(at.moved(-labels, drop+float64(k)*style.leading), ln, style, labels-8, mark)
		}
	})
	last := pieces[len(pieces)-1]
	pieces[0].before, last.after = f.style.leading/4, f.style.leading/4
	if i == 0 {
		pieces[0].before = f.style.before
	}
	if i == n-1 {
		last.after = f.style.after
	}
	return pieces
}
