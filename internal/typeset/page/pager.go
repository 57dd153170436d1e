package page

import (
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
)

// Filler fills pages of one size with pieces.
type Filler struct {
	newPage       func(width, height float64) *tagged.Page
	begun         func(*tagged.Page) // told of each page that begins, and once more when its first piece stands there
	width, height float64
	design.Margins
	pages []*tagged.Page

	page  *tagged.Page // nil before the first piece
	y     float64      // where the last piece ends
	gap   float64      // that the last piece wants after it
	empty bool
	chunk []*Piece // pieces that stay together, not placed yet
	notes []*Piece // of the footnotes of this page
	seen  map[*Note]bool
}

// Fill fills pages that lie as landscape tells.
func Fill(landscape bool, newPage func(width, height float64) *tagged.Page, begun func(*tagged.Page)) *Filler {
	g := &Filler{newPage: newPage, begun: begun, width: design.A4Short, height: design.A4Long, Margins: design.MarginsOf(landscape), seen: map[*Note]bool{}}
	if landscape {
		g.width, g.height = design.A4Long, design.A4Short
	}
	return g
}

func (g *Filler) Landscape() bool { return g.width > g.height }

func (g *Filler) TextWidth() float64 { return g.width - g.Left - g.Right }

func (g *Filler) foot() float64 { return g.height - g.Margins.Bottom }

func (g *Filler) Whole() float64 { return g.foot() - g.Top }

// noteGap is the room above the footnotes, with their rule.
const noteGap = 16

// notesHeight is the room that the page's footnotes take, with more of them.
func (g *Filler) notesHeight(more []*Piece) float64 {
	all := append(g.notes[:len(g.notes):len(g.notes)], more...)
	if len(all) == 0 {
		return 0
	}
	return noteGap + Stack(all)
}

// Add takes the next piece.
func (g *Filler) Add(p *Piece) {
	if p.NewPage || p.FreshPage {
		g.flush()
		if g.page != nil && !g.empty && (p.NewPage || g.Used() > freshFrom) {
			g.finish()
		}
		if p.Height == 0 && p.Draw == nil {
			return
		}
	}
	if g.lacks(p) {
		g.finish()
	}
	g.chunk = append(g.chunk, p)
	if !p.Keep {
		g.flush()
	}
}

// freshFrom is how much of a page must be used before what wants a fresh page gets one.
// Otherwise it begins here: a page that is left half empty looks like a mistake.
const freshFrom = 0.62

// Used is how much of the page is taken, from 0 to 1; 0 where none has begun.
func (g *Filler) Used() float64 {
	if g.page == nil || g.empty {
		return 0
	}
	return (g.y - g.Top) / g.Whole()
}

// lacks reports that what begins with p wants more room than the page has left,
// but no more than a page has.
func (g *Filler) lacks(p *Piece) bool {
	if p.Need == 0 || g.page == nil || g.empty {
		return false
	}
	chunk := append(g.chunk[:len(g.chunk):len(g.chunk)], p)
	want := g.heightOf(chunk) - p.Height + p.Need
	return g.y+want+g.notesHeight(g.newNotes(chunk)) > g.foot()+tolerance
}

// flush places what stays together.
func (g *Filler) flush() {
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
func (g *Filler) begin(next *Piece) {
	g.page = g.newPage(g.width, g.height)
	g.pages = append(g.pages, g.page)
	g.y, g.gap, g.empty = g.Top, 0, true
	g.begun(g.page)
	if h := next.Header; h != nil {
		drawPiece(h, Spot{Page: g.page, X: g.Left, Y: g.y, Artifact: tagged.Pagination})
		g.y += h.Height
	}
}

// height is what the pieces take below what stands on the page.
func (g *Filler) heightOf(chunk []*Piece) float64 {
	h := Stack(chunk)
	if !g.empty {
		h += max(g.gap, chunk[0].Before)
	}
	return h
}

func (g *Filler) fits(chunk []*Piece) bool {
	return g.y+g.heightOf(chunk)+g.notesHeight(g.newNotes(chunk)) <= g.foot()+tolerance
}

// divide splits the last piece of a chunk over this page and the next, where
// it is one that may be split and there is room worth the while.
func (g *Filler) divide(chunk []*Piece) (rest []*Piece, ok bool) {
	last := chunk[len(chunk)-1]
	if last.Split == nil {
		return nil, false
	}
	before := chunk[:len(chunk)-1]
	room := g.foot() - g.y - g.notesHeight(g.newNotes(chunk)) - g.heightOf(chunk) + last.Height
	whole := g.Whole()
	if !g.empty && (last.Height < whole*0.4 || room < whole/6) {
		return nil, false
	}
	head, tail := last.Split(room)
	if head == nil {
		return nil, false
	}
	g.place(append(before[:len(before):len(before)], head))
	if tail == nil {
		return nil, true
	}
	return []*Piece{tail}, true
}

// newNotes are the lines of footnotes that the chunk brings to the page.
func (g *Filler) newNotes(chunk []*Piece) []*Piece {
	var out []*Piece
	brought := map[*Note]bool{}
	var visit func(pieces []*Piece)
	visit = func(pieces []*Piece) {
		for _, p := range pieces {
			for _, n := range p.Notes {
				if !g.seen[n] && !brought[n] {
					brought[n] = true
					out = append(out, n.Pieces...)
					visit(n.Pieces)
				}
			}
		}
	}
	visit(chunk)
	return out
}

// place draws the chunk on the page.
func (g *Filler) place(chunk []*Piece) {
	if g.page == nil {
		g.begin(chunk[0])
	}
	g.notes = append(g.notes, g.newNotes(chunk)...)
	g.remember(chunk)
	for _, p := range chunk {
		gap := 0.0
		if !g.empty {
			gap = max(g.gap, p.Before)
		}
		g.y += gap
		drawPiece(p, Spot{Page: g.page, X: g.Left, Y: g.y, Gap: gap})
		if g.empty {
			g.begun(g.page)
		}
		g.y += p.Height
		g.gap, g.empty = p.After, false
	}
}

func (g *Filler) remember(pieces []*Piece) {
	for _, p := range pieces {
		for _, n := range p.Notes {
			if !g.seen[n] {
				g.seen[n] = true
				g.remember(n.Pieces)
			}
		}
	}
}

// finish ends the page: the footnotes are drawn at its foot. Lines of notes for
// which there is no room go to the next page.
func (g *Filler) finish() {
	if g.page == nil {
		return
	}
	n := Fitting(g.notes, g.foot()-g.y-noteGap)
	if n == 0 && len(g.notes) > 0 && g.empty {
		n = 1
	}
	if n > 0 {
		top := g.foot() - Stack(g.notes[:n])
		g.page.Decorate(tagged.Layout)
		g.page.Rule(g.Left, top-noteGap/2, g.Left+80, top-noteGap/2, 0.5, design.Strong)
		DrawStack(g.notes[:n], Spot{Page: g.page, X: g.Left, Y: top})
	}
	g.notes = g.notes[n:]
	g.page = nil
}

// End finishes the last page, and those that long footnotes still need.
func (g *Filler) End() []*tagged.Page {
	g.flush()
	g.finish()
	for len(g.notes) > 0 {
		g.begin(&Piece{})
		g.finish()
	}
	return g.pages
}
