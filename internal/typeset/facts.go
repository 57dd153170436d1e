package typeset

import "samsyn/internal/tagged"

func (l *layout) facts(b Facts, f frame) {
	if f.inCell {
		l.factsRunIn(b, f)
		return
	}
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
	style.noHyphens = l.fit(b.Items, style, labels-8)
	e := f.elem.Add("L")
	e.Set("List", "ListNumbering", tagged.Name("None"))
	for i, it := range b.Items {
		for _, p := range l.fact(it, e.Add("LI"), labels, style, f, i, len(b.Items)) {
			f.emit(p)
		}
	}
}

// fit reports that no label has a word wider than width.
func (l *layout) fit(items []Fact, style textStyle, width float64) bool {
	for _, it := range items {
		if !l.whole(Text(it.Label), style, width) {
			return false
		}
	}
	return true
}

// factsRunIn emits facts where there is no room for two columns: each label
// stands at the beginning of its value's first line.
func (l *layout) factsRunIn(b Facts, f frame) {
	e := f.elem.Add("L")
	e.Set("List", "ListNumbering", tagged.Name("None"))
	f.style.before, f.style.after = f.style.leading/5, f.style.leading/5
	for _, it := range b.Items {
		inside := f
		inside.elem = e.Add("LI").Add("LBody")
		label := Span{Text: it.Label + ": ", Bold: true}
		blocks := append([]Block(nil), it.Value...)
		if p, is := first(blocks); is {
			p.Text = append([]Span{label}, p.Text...)
			blocks[0] = p
		} else {
			blocks = append([]Block{Paragraph{Text: []Span{label}}}, blocks...)
		}
		l.flow(blocks, inside)
	}
}

func first(blocks []Block) (Paragraph, bool) {
	if len(blocks) == 0 {
		return Paragraph{}, false
	}
	p, is := blocks[0].(Paragraph)
	return p, is
}

// fact gives the pieces of one label with its value. The label's lines stay
// together, beside the value's.
func (l *layout) fact(it Fact, e *tagged.Elem, labels float64, style textStyle, f frame, i, n int) []*piece {
	mark := e.Add("Lbl")
	inside := f
	inside.elem, inside.width = e.Add("LBody"), min(f.width, measure)-labels
	inside.style.before, inside.style.after = f.style.leading/5, f.style.leading/5
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
