package typeset

import (
	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// The cover: a panel with a pattern, below it what the document is, and at the
// foot what one first asks of it.
const (
	panelHeight = 232.0
	panelTile   = design.A4Short / 9
	coverTop    = 292.0 // of the kicker
	coverFoot   = design.A4Long - 62.0
)

var (
	coverKicker    = design.Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 12, Leading: 18, Color: design.Accent, NoHyphens: true}
	coverMark      = design.Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 10, Leading: 18, Color: design.Accent, NoHyphens: true}
	coverTitle     = design.Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 34, Leading: 41, Color: design.Ink}
	coverSubtitle  = design.Text{Font: fonts.Style{Family: fonts.Serif}, Size: 17, Leading: 24, Color: design.Muted, Before: 12}
	coverLabel     = design.Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 9, Leading: 14, Color: design.Muted, NoHyphens: true}
	coverValue     = design.Text{Font: fonts.Style{Family: fonts.Sans}, Size: 9, Leading: 14, Color: design.Ink, NoHyphens: true}
	coverPublisher = design.Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 12, Leading: 16, Color: design.Accent, NoHyphens: true}
)

// coverPage draws the first page.
type coverPage struct {
	l    *layout
	page *tagged.Page
	elem *tagged.Elem
}

var (
	coverLeft  = design.Upright.Left
	coverWidth = design.A4Short - design.Upright.Left - design.Upright.Right
)

func (l *layout) cover(c manuscript.Cover, e *tagged.Elem) []*tagged.Page {
	p := coverPage{l, l.out.NewPage(design.A4Short, design.A4Long), e}
	p.panel()
	y := p.kicker(c.Kicker, c.Mark, coverTop)
	title := coverTitle
	title.NoHyphens = l.Whole(manuscript.Text(c.Title), title, coverWidth)
	y = p.set(manuscript.Text(c.Title), "Title", title, coverLeft, coverWidth, y+6)
	p.set(manuscript.Text(c.Subtitle), "P", coverSubtitle, coverLeft, coverWidth, y+coverSubtitle.Before)

	foot := coverFoot - p.height(manuscript.Text(c.Publisher), coverPublisher, coverWidth)
	p.facts(c.Facts, foot-22)
	p.page.Decorate(tagged.Layout)
	p.page.Rule(coverLeft, foot-12, coverLeft+coverWidth, foot-12, 0.9, design.Accent)
	p.set(manuscript.Text(c.Publisher), "P", coverPublisher, coverLeft, coverWidth, foot)
	return []*tagged.Page{p.page}
}

func (p coverPage) height(spans []manuscript.Span, style design.Text, width float64) float64 {
	if line.Plain(spans) == "" {
		return 0
	}
	return style.Leading * float64(len(p.l.Lines(p.l.Compose(spans, style), width)))
}

// set draws text from y and gives where it ends.
func (p coverPage) set(spans []manuscript.Span, kind string, style design.Text, x, width, y float64) float64 {
	if line.Plain(spans) == "" {
		return y
	}
	elem := p.elem.Add(kind)
	for _, ln := range p.l.Lines(p.l.Compose(spans, style), width) {
		line.DrawLine(page.Spot{Page: p.page, X: x, Y: y}, ln, style, width, elem)
		y += style.Leading
	}
	return y
}

// kicker draws what kind of document it is and, in a frame, its standing.
func (p coverPage) kicker(kicker, mark string, y float64) float64 {
	end := p.set(manuscript.Text(kicker), "P", coverKicker, coverLeft, coverWidth*0.7, y)
	if line.Plain(manuscript.Text(mark)) == "" {
		return end
	}
	_, w := p.l.Shape(&line.Look{Font: coverMark.Font, Size: coverMark.Size}, line.Plain(manuscript.Text(mark)))
	const pad = 8
	w = min(w, coverWidth*0.3-2*pad)
	x := coverLeft + coverWidth - w - 2*pad
	p.page.Decorate(tagged.Layout)
	var frame tagged.Path
	frame.Rect(x, y, w+2*pad, coverMark.Leading)
	p.page.Draw(&frame, tagged.Paint{Stroke: &design.Accent, Width: 0.9})
	return max(end, p.set(manuscript.Text(mark), "P", coverMark, x+pad, w+1, y))
}

// facts draws labels with their values so that the last ends at bottom.
func (p coverPage) facts(facts []manuscript.CoverFact, bottom float64) {
	labels := 60.0
	for _, f := range facts {
		labels = max(labels, min(p.l.NeedOfText(manuscript.Text(f.Label), coverLabel).Most+18, coverWidth*0.35))
	}
	const between = 3
	height := func(f manuscript.CoverFact) float64 {
		values := 0.0
		for _, v := range f.Value {
			values += p.height(v, coverValue, coverWidth-labels)
		}
		return max(values, p.height(manuscript.Text(f.Label), coverLabel, labels-8))
	}
	y := bottom
	for _, f := range facts {
		y -= height(f) + between
	}
	if len(facts) == 0 {
		return
	}
	list := p.elem.Add("L").Set("List", "ListNumbering", tagged.Name("None"))
	for _, f := range facts {
		item := list.Add("LI")
		label := coverPage{p.l, p.page, item}
		label.set(manuscript.Text(f.Label), "Lbl", coverLabel, coverLeft, labels-8, y)
		value := coverPage{p.l, p.page, item.Add("LBody")}
		at := y
		for _, v := range f.Value {
			at = value.set(v, "P", coverValue, coverLeft+labels, coverWidth-labels, at)
		}
		y += height(f) + between
	}
}

// panel draws the pattern: leaves, each the part that two circles share, as two
// views have of one thing.
func (p coverPage) panel() {
	p.page.Decorate(tagged.Layout)
	p.page.Rect(0, 0, design.A4Short, panelHeight, design.Accent)
	tones := design.Tones
	const rows = 4
	for row := range rows {
		for column := range 9 {
			x, y := float64(column)*panelTile, panelHeight-float64(row+1)*panelTile
			tone := tones[(column*5+row*row*3+column*row)%len(tones)]
			p.leaf(x, y, panelTile, (row+column)%2 == 0, tone)
		}
	}
}

// leaf fills what two quarters of circles share in a square of a side.
func (p coverPage) leaf(x, y, side float64, falling bool, c tagged.Color) {
	const k = bow
	var t tagged.Path
	if falling {
		t.Move(x, y)
		t.Curve(x+side*k, y, x+side, y+side*(1-k), x+side, y+side)
		t.Curve(x+side*(1-k), y+side, x, y+side*k, x, y)
	} else {
		t.Move(x+side, y)
		t.Curve(x+side, y+side*k, x+side*k, y+side, x, y+side)
		t.Curve(x, y+side*(1-k), x+side*(1-k), y, x+side, y)
	}
	t.Close()
	p.page.Draw(&t, tagged.Paint{Fill: &c})
}
