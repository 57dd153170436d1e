package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
)

// contents draws the table of contents: before is how many pages stand before
// it, body are the pages after it.
func (l *layout) contents(c Contents, e *tagged.Elem, before int, body []*tagged.Page) []*tagged.Page {
	depth := c.Depth
	if depth <= 0 {
		depth = 2
	}
	var entries []entry
	for _, en := range l.entries {
		if en.level <= depth {
			entries = append(entries, en)
		}
	}
	number := make(map[*tagged.Page]int, len(body))
	for i, p := range body {
		number[p] = i
	}
	// The number column is as wide as any number may be, so the pages that the
	// contents take do not depend on the numbers: count them, then draw.
	lay := func(e *tagged.Elem, first int) []*tagged.Page {
		g := l.pager(false)
		f := frame{width: g.textWidth(), elem: e, style: bodyStyle, emit: g.add}
		style := heading(1)
		l.text(Text(c.Title), style, e.Add("H1"), f, "", true)
		lists := []*tagged.Elem{e.Add("TOC")}
		levels := []int{1}
		for i, en := range entries {
			for len(levels) > 1 && en.level <= levels[len(levels)-2] {
				lists, levels = lists[:len(lists)-1], levels[:len(levels)-1]
			}
			if en.level > levels[len(levels)-1] {
				lists, levels = append(lists, lists[len(lists)-1].Add("TOC")), append(levels, en.level)
			}
			p := l.contentsLine(en, lists[len(lists)-1], first+number[en.page]+1, g.textWidth())
			p.keep = i+1 < len(entries) && entries[i+1].level > en.level
			g.add(p)
		}
		return g.end()
	}
	l.chapter = c.Title
	pages := len(lay(&tagged.Elem{Type: "Sect"}, before))
	return lay(e, before+pages)
}

// contentsLine is one entry: title, leaders, page number, all one link.
func (l *layout) contentsLine(en entry, list *tagged.Elem, page int, width float64) *piece {
	style := textStyle{font: fonts.Style{Family: fonts.Serif}, size: 11, leading: 15, color: ink}
	gap := 0.0
	switch en.level {
	case 1:
		style.font = fonts.Style{Family: fonts.Sans, Bold: true}
		style.size, style.color, gap = 10.5, accent, grid
	case 3, 4:
		style.size, style.color = 10, muted
	}
	const numbers = 30
	indent := float64(max(0, en.level-2)) * 15
	lines := l.lines(l.compose(Text(en.title), style), width-numbers-indent-20)
	link := list.Add("TOCI").Add("Reference").Add("Link")
	digits := l.lines(l.compose(Text(strconv.Itoa(page)), style), numbers)[0]
	height := style.leading * float64(len(lines))
	return &piece{before: gap, height: height, draw: func(at spot) {
		for i, ln := range lines {
			ln.space = true // before the number
			drawLine(at.moved(indent, style.leading*float64(i)), ln, style, width, link)
		}
		last := at.moved(0, height-style.leading)
		right := style
		right.align = Right
		l.leaders(last, indent+lines[len(lines)-1].width+6, width-digits.width-6, style)
		drawLine(last.moved(width-numbers, 0), digits, right, numbers, link)
		at.page.LinkTo(link, at.x, at.y, width, height, en.id, fmt.Sprintf(l.doc.Words.ToPage, en.title))
	}}
}

// leaders draws dots between from and to. They stand on a grid of their own, so
// that they are in line from one entry to the next.
func (l *layout) leaders(at spot, from, to float64, style textStyle) {
	const step = 5
	runs, _ := l.shape(&look{font: fonts.Style{Family: fonts.Serif}, size: 9}, ".")
	at.page.Decorate(tagged.Layout)
	for x := float64(int(from/step)+1) * step; x+step <= to; x += step {
		at.page.Text(at.x+x, at.y+style.baseline(), 9, strong, 0, runs)
	}
}

// furnish draws the head and the foot of every page but the cover.
func (l *layout) furnish() {
	total := len(l.out.Pages)
	for i, p := range l.out.Pages {
		if i == 0 && l.doc.Cover != nil {
			continue
		}
		m := marginsOf(p.Width > p.Height)
		width := p.Width - m.left - m.right
		p.Decorate(tagged.Header)
		l.furniture(p, m.left, m.head, l.doc.RunningHead, l.chapters[p], width)
		p.Rule(m.left, m.head+7, m.left+width, m.head+7, 0.4, hair)
		p.Decorate(tagged.Footer)
		l.furniture(p, m.left, p.Height-m.foot, l.doc.Foot, fmt.Sprintf(l.doc.Words.Page, i+1, total), width)
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
	k := &look{font: furniture.font, size: furniture.size}
	for i, text := range []string{left, right} {
		text = abridged(plain(Text(beginning(text))), 160)
		runs, w := l.shape(k, text)
		for r := []rune(text); w > width*0.62 && len(r) > 0; {
			r = r[:len(r)-1]
			runs, w = l.shape(k, string(r)+"…")
		}
		x := start
		if i == 1 {
			x += width - w
		}
		p.Text(x, y, furniture.size, furniture.color, 0, runs)
	}
}
