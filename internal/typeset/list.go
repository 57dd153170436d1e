package typeset

import (
	"cmp"
	"strconv"

	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

func (l *layout) list(b manuscript.List, f frame) {
	e := f.elem.Add("L")
	numbering, bullet := tagged.Name("Disc"), "•"
	switch {
	case b.Ordered:
		numbering = "Decimal"
	case f.depth%2 == 1:
		numbering, bullet = "Circle", "–"
	}
	e.Set("List", "ListNumbering", numbering)
	start := cmp.Or(b.Start, 1)
	indent := f.style.Size * 1.5
	if b.Ordered {
		indent = f.style.Size * (0.9 + 0.55*float64(len(strconv.Itoa(start+len(b.Items)-1))))
	}
	for i, item := range b.Items {
		label := bullet
		if b.Ordered {
			label = strconv.Itoa(start+i) + "."
		}
		gap := f.style.Before
		if i > 0 {
			gap = f.style.Leading / 4
		}
		pieces := l.item(label, item.Blocks, e.Add("LI"), indent, f)
		pieces[0].Before = gap
		if i < len(b.Items)-1 {
			pieces[len(pieces)-1].After = f.style.Leading / 4
		}
		page.KeepItem(pieces, i, len(b.Items))
		for _, p := range pieces {
			f.emit(p)
		}
	}
}

// narrowest is the width from which on nested lists are indented no more.
const narrowest = 70

// item gives the pieces of blocks with a label in the indent before them.
func (l *layout) item(label string, blocks []manuscript.Block, e *tagged.Elem, indent float64, f frame) []*page.Piece {
	mark := e.Add("Lbl")
	indent = min(indent, max(0, f.width-narrowest))
	f.elem, f.width, f.depth = e.Add("LBody"), f.width-indent, f.depth+1
	if !f.inCell {
		f.width = min(f.width, design.Measure-indent)
	}
	pieces := l.collected(blocks, f)
	if len(pieces) == 0 {
		pieces = []*page.Piece{{Height: f.style.Leading}}
	}
	style := f.style
	style.Align = manuscript.Left
	lines := l.Lines(l.Compose(manuscript.Text(label), style), indent)
	for _, p := range pieces {
		p.X += indent
	}
	pieces[0].Under(func(at page.Spot) { line.DrawLine(at.Moved(-indent, 0), lines[0], style, indent, mark) })
	return pieces
}

func (l *layout) quote(b manuscript.Quote, f frame) {
	indent := min(15, max(0, f.width-narrowest))
	e := f.elem.Add("BlockQuote")
	inside := f
	inside.elem, inside.width = e, min(f.width, design.Measure)-indent
	pieces := l.collected(b.Blocks, inside)
	for i, p := range pieces {
		p.X += indent
		if !f.inCell && i == 0 {
			p.Before = 2 * design.Grid
		}
		if !f.inCell && i == len(pieces)-1 {
			p.After = 2 * design.Grid
		}
		p.Under(func(at page.Spot) {
			top := at.Y
			if i > 0 {
				top -= at.Gap
			}
			at.Page.Decorate(tagged.Layout)
			at.Page.Rect(at.X-indent, top, 2, at.Y+p.Height-top, design.Soft)
		})
		f.emit(p)
	}
}
