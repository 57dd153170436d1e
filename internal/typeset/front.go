package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// contents draws the table of contents: before is how many pages stand before
// it, body are the pages after it.
func (l *layout) contents(c manuscript.Contents, e *tagged.Elem, before int, body []*tagged.Page) []*tagged.Page {
	depth := c.Depth
	if depth <= 0 {
		depth = 2
	}
	entries := l.entriesTo(depth)
	number := make(map[*tagged.Page]int, len(body))
	for i, p := range body {
		number[p] = i
	}
	// The number column is as wide as any number may be, so the pages that the
	// contents take do not depend on the numbers: count them, then draw.
	used := 0.0 // of the last page
	lay := func(e *tagged.Elem, first int) []*tagged.Page {
		g := l.Filler(false)
		f := frame{width: g.TextWidth(), elem: e, style: design.BodyStyle, emit: g.Add}
		style := design.Heading(1)
		l.text(manuscript.Text(c.Title), style, e.Add("H1"), f, "", true)
		lists := []*tagged.Elem{e.Add("TOC")}
		levels := []int{1}
		for i, en := range entries {
			for len(levels) > 1 && en.level <= levels[len(levels)-2] {
				lists, levels = lists[:len(lists)-1], levels[:len(levels)-1]
			}
			if en.level > levels[len(levels)-1] {
				lists, levels = append(lists, lists[len(lists)-1].Add("TOC")), append(levels, en.level)
			}
			p := l.contentsLine(en, lists[len(lists)-1], first+number[en.page]+1, g.TextWidth())
			p.Keep = i+1 < len(entries) && entries[i+1].level > en.level
			g.Add(p)
		}
		used = g.Used()
		return g.End()
	}
	l.chapter = c.Title
	pages := len(lay(&tagged.Elem{Type: "Sect"}, before))
	if pages > 1 && used < shortRest && depth > 1 {
		// A few lines on a page of their own: the chapters alone say enough.
		entries = l.entriesTo(depth - 1)
		pages = len(lay(&tagged.Elem{Type: "Sect"}, before))
	}
	return lay(e, before+pages)
}

// shortRest is how much of its last page a table of contents must fill.
const shortRest = 0.4

func (l *layout) entriesTo(depth int) []entry {
	var entries []entry
	for _, en := range l.entries {
		if en.level <= depth {
			entries = append(entries, en)
		}
	}
	return entries
}

// contentsLine is one entry: title, leaders, page number, all one link.
func (l *layout) contentsLine(en entry, list *tagged.Elem, number int, width float64) *page.Piece {
	style := design.Text{Font: fonts.Style{Family: fonts.Serif}, Size: 11, Leading: 15, Color: design.Ink}
	gap := 0.0
	switch en.level {
	case 1:
		style.Font = fonts.Style{Family: fonts.Sans, Bold: true}
		style.Size, style.Color, gap = 10.5, design.Accent, design.Grid
	case 3, 4:
		style.Size, style.Color = 10, design.Muted
	}
	const numbers = 30
	indent := float64(max(0, en.level-2)) * 15
	lines := l.Lines(l.Compose(manuscript.Text(en.title), style), width-numbers-indent-20)
	link := list.Add("TOCI").Add("Reference").Add("Link")
	digits := l.Lines(l.Compose(manuscript.Text(strconv.Itoa(number)), style), numbers)[0]
	height := style.Leading * float64(len(lines))
	return &page.Piece{Before: gap, Height: height, Draw: func(at page.Spot) {
		for i, ln := range lines {
			ln.Space = true // before the number
			line.DrawLine(at.Moved(indent, style.Leading*float64(i)), ln, style, width, link)
		}
		last := at.Moved(0, height-style.Leading)
		right := style
		right.Align = manuscript.Right
		l.leaders(last, indent+lines[len(lines)-1].Width+6, width-digits.Width-6, style)
		line.DrawLine(last.Moved(width-numbers, 0), digits, right, numbers, link)
		at.Page.LinkTo(link, at.X, at.Y, width, height, en.id, fmt.Sprintf(l.Words.ToPage, en.title))
	}}
}

// leaders draws dots between from and to. They stand on a grid of their own, so
// that they are in line from one entry to the next.
func (l *layout) leaders(at page.Spot, from, to float64, style design.Text) {
	const step = 5
	runs, _ := l.Shape(&line.Look{Font: fonts.Style{Family: fonts.Serif}, Size: 9}, ".")
	at.Page.Decorate(tagged.Layout)
	for x := float64(int(from/step)+1) * step; x+step <= to; x += step {
		at.Page.Text(at.X+x, at.Y+style.Baseline(), 9, design.Strong, 0, runs)
	}
}

// furnish draws the head and the foot of every page but the cover.
func (l *layout) furnish() {
	total := len(l.out.Pages)
	for i, p := range l.out.Pages {
		if i == 0 && l.doc.Cover != nil {
			continue
		}
		m := design.MarginsOf(p.Width > p.Height)
		width := p.Width - m.Left - m.Right
		p.Decorate(tagged.Header)
		l.furniture(p, m.Left, m.Head, l.doc.RunningHead, l.chapters[p], width)
		p.Rule(m.Left, m.Head+7, m.Left+width, m.Head+7, 0.4, design.Hair)
		p.Decorate(tagged.Footer)
		l.furniture(p, m.Left, p.Height-m.Foot, l.doc.Foot, fmt.Sprintf(l.Words.Page, i+1, total), width)
	}
}

// beginning is as much of a title as may matter above a page: it stands on each.
func beginning(title string) string {
	if len(title) <= 4000 {
		return title
	}
	return strings.ToValidUTF8(title[:4000], "")
}

// furniture sets one text to the left and one to the right, each cut to the
// half of the width if it must be.
func (l *layout) furniture(p *tagged.Page, start, y float64, left, right string, width float64) {
	k := &line.Look{Font: design.Furniture.Font, Size: design.Furniture.Size}
	for i, text := range []string{left, right} {
		text = line.Abridged(line.Plain(manuscript.Text(beginning(text))), 160)
		runs, w := l.Shape(k, text)
		for r := []rune(text); w > width*0.62 && len(r) > 0; {
			r = r[:len(r)-1]
			runs, w = l.Shape(k, string(r)+"…")
		}
		x := start
		if i == 1 {
			x += width - w
		}
		p.Text(x, y, design.Furniture.Size, design.Furniture.Color, 0, runs)
	}
}
