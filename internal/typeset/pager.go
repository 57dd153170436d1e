package typeset

import "samsyn/internal/tagged"

// pager fills pages of one size with pieces.
type pager struct {
	l             *layout
	width, height float64
	margins
	pages []*tagged.Page

	page  *tagged.Page // nil before the first piece
	y     float64      // where the last piece ends
	gap   float64      // that the last piece wants after it
	empty bool
	chunk []*piece // pieces that stay together, not placed yet
	notes []*piece // of the footnotes of this page
	seen  map[*noteBody]bool
}

func (l *layout) pager(landscape bool) *pager {
	g := &pager{l: l, width: a4Short, height: a4Long, margins: marginsOf(landscape), seen: map[*noteBody]bool{}}
	if landscape {
		g.width, g.height = a4Long, a4Short
	}
	return g
}

func (g *pager) landscape() bool    { return g.width > g.height }
func (g *pager) textWidth() float64 { return g.width - g.left - g.right }
func (g *pager) foot() float64      { return g.height - g.margins.bottom }
func (g *pager) whole() float64     { return g.foot() - g.top }

// noteGap is the room above the footnotes, with their rule.
const noteGap = 16

// notesHeight is the room that the page's footnotes take, with more of them.
func (g *pager) notesHeight(more []*piece) float64 {
	all := append(g.notes[:len(g.notes):len(g.notes)], more...)
	if len(all) == 0 {
		return 0
	}
	return noteGap + stack(all)
}

// add takes the next piece.
func (g *pager) add(p *piece) {
	if p.newPage {
		g.flush()
		if g.page != nil && !g.empty {
			g.finish()
		}
		if p.height == 0 && p.draw == nil {
			return
		}
	}
	if g.lacks(p) {
		g.finish()
	}
	g.chunk = append(g.chunk, p)
	if !p.keep {
		g.flush()
	}
}

// lacks reports that what begins with p wants more room than the page has left,
// but no more than a page has.
func (g *pager) lacks(p *piece) bool {
	if p.need == 0 || g.page == nil || g.empty {
		return false
	}
	chunk := append(g.chunk[:len(g.chunk):len(g.chunk)], p)
	want := g.heightOf(chunk) - p.height + p.need
	return g.y+want+g.notesHeight(g.newNotes(chunk)) > g.foot()+tolerance
}

// flush places what stays together.
func (g *pager) flush() {
	chunk := g.chunk
	g.chunk = nil
	for len(chunk) > 0 {
		if g.page == nil {
			g.begin(chunk[0])
		}
		if g.fits(chunk) {
			g.place(chunk)
			return
		}
		if rest, ok := g.divide(chunk); ok {
			chunk = rest
			g.finish()
			continue
		}
		if !g.empty {
			g.finish()
			continue
		}
		// It fits on no page: as much as there is room for.
		n := 1
		for n < len(chunk) && g.fits(chunk[:n+1]) {
			n++
		}
		g.place(chunk[:n])
		if chunk = chunk[n:]; len(chunk) > 0 {
			g.finish()
		}
	}
}

// begin starts a page, with the header of the table that goes on there.
func (g *pager) begin(next *piece) {
	g.page = g.l.out.NewPage(g.width, g.height)
	g.pages = append(g.pages, g.page)
	g.y, g.gap, g.empty = g.top, 0, true
	g.l.chapters[g.page] = g.l.chapter
	if h := next.header; h != nil {
		drawPiece(h, spot{page: g.page, x: g.left, y: g.y, artifact: tagged.Pagination})
		g.y += h.height
	}
}

// height is what the pieces take below what stands on the page.
func (g *pager) heightOf(chunk []*piece) float64 {
	h := stack(chunk)
	if !g.empty {
		h += max(g.gap, chunk[0].before)
	}
	return h
}

func (g *pager) fits(chunk []*piece) bool {
	return g.y+g.heightOf(chunk)+g.notesHeight(g.newNotes(chunk)) <= g.foot()+tolerance
}

// divide splits the last piece of a chunk over this page and the next, where
// it is one that may be split and there is room worth the while.
func (g *pager) divide(chunk []*piece) (rest []*piece, ok bool) {
	last := chunk[len(chunk)-1]
	if last.split == nil {
		return nil, false
	}
	before := chunk[:len(chunk)-1]
	room := g.foot() - g.y - g.notesHeight(g.newNotes(chunk)) - g.heightOf(chunk) + last.height
	whole := g.whole()
	if !g.empty && (last.height < whole*0.4 || room < whole/6) {
		return nil, false
	}
	head, tail := last.split(room)
	if head == nil {
		return nil, false
	}
	g.place(append(before[:len(before):len(before)], head))
	if tail == nil {
		return nil, true
	}
	return []*piece{tail}, true
}

// newNotes are the lines of footnotes that the chunk brings to the page.
func (g *pager) newNotes(chunk []*piece) []*piece {
	var out []*piece
	brought := map[*noteBody]bool{}
	var visit func(pieces []*piece)
	visit = func(pieces []*piece) {
		for _, p := range pieces {
			for _, n := range p.notes {
				if !g.seen[n] && !brought[n] {
					brought[n] = true
					out = append(out, n.pieces...)
					visit(n.pieces)
				}
			}
		}
	}
	visit(chunk)
	return out
}

// place draws the chunk on the page.
func (g *pager) place(chunk []*piece) {
	if g.page == nil {
		g.begin(chunk[0])
	}
	g.notes = append(g.notes, g.newNotes(chunk)...)
	g.remember(chunk)
	for _, p := range chunk {
		gap := 0.0
		if !g.empty {
			gap = max(g.gap, p.before)
		}
		g.y += gap
		drawPiece(p, spot{page: g.page, x: g.left, y: g.y, gap: gap})
		if g.empty {
			g.l.chapters[g.page] = g.l.chapter
		}
		g.y += p.height
		g.gap, g.empty = p.after, false
	}
}

func (g *pager) remember(pieces []*piece) {
	for _, p := range pieces {
		for _, n := range p.notes {
			if !g.seen[n] {
				g.seen[n] = true
				g.remember(n.pieces)
			}
		}
	}
}

// finish ends the page: the footnotes are drawn at its foot. Lines of notes for
// which there is no room go to the next page.
func (g *pager) finish() {
	if g.page == nil {
		return
	}
	n := fitting(g.notes, g.foot()-g.y-noteGap)
	if n == 0 && len(g.notes) > 0 && g.empty {
		n = 1
	}
	if n > 0 {
		top := g.foot() - stack(g.notes[:n])
		g.page.Decorate(tagged.Layout)
		g.page.Rule(g.left, top-noteGap/2, g.left+80, top-noteGap/2, 0.5, strong)
		drawStack(g.notes[:n], spot{page: g.page, x: g.left, y: top})
	}
	g.notes = g.notes[n:]
	g.page = nil
}

// end finishes the last page, and those that long footnotes still need.
func (g *pager) end() []*tagged.Page {
	g.flush()
	g.finish()
	for len(g.notes) > 0 {
		g.begin(&piece{})
		g.finish()
	}
	return g.pages
}
