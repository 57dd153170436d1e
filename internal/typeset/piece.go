package typeset

import "samsyn/internal/tagged"

// piece is what no page break divides: a line, a row of a table, a drawing.
type piece struct {
	x             float64 // from the left edge of the text
	height        float64
	before, after float64 // gaps; between two pieces the larger one counts
	keep          bool    // no page break after it
	newPage       bool    // a page break before it
	need          float64 // the room that it and what follows want on one page
	ids           []string
	notes         []*noteBody
	draw          func(at spot)
	// split divides a piece that may be divided if it must: what fits in room,
	// and the rest. head is nil where nothing fits.
	split func(room float64) (head, tail *piece)
	// header is repeated above the piece where a page begins with it.
	header *piece
}

// spot is where a piece is drawn.
type spot struct {
	page *tagged.Page
	x, y float64
	gap  float64 // the room left above it
	// artifact is set where the piece is drawn once more, for the eye alone.
	artifact tagged.Artifact
}

func (at spot) moved(x, y float64) spot {
	at.x, at.y = at.x+x, at.y+y
	return at
}

// stack is the height of pieces under each other, the first gap left out.
func stack(pieces []*piece) float64 {
	h := 0.0
	for i, p := range pieces {
		if i > 0 {
			h += max(pieces[i-1].after, p.before)
		}
		h += p.height
	}
	return h
}

// fitting is how many pieces fit in room.
func fitting(pieces []*piece, room float64) int {
	h := 0.0
	for i, p := range pieces {
		if i > 0 {
			h += max(pieces[i-1].after, p.before)
		}
		if h += p.height; h > room+tolerance {
			return i
		}
	}
	return len(pieces)
}

// tolerance covers what adding up fractions of points may be off.
const tolerance = 0.01

// drawStack draws pieces under each other.
func drawStack(pieces []*piece, at spot) {
	for i, p := range pieces {
		if i > 0 {
			at.gap = max(pieces[i-1].after, p.before)
			at.y += at.gap
		}
		drawPiece(p, at)
		at.y += p.height
	}
}

func drawPiece(p *piece, at spot) {
	at.x += p.x
	if at.artifact == "" {
		for _, id := range p.ids {
			at.page.Dest(id, at.y-4)
		}
	}
	if p.draw != nil {
		p.draw(at)
	}
}

// under draws more before the piece itself is drawn.
func (p *piece) under(more func(at spot)) {
	own := p.draw
	p.draw = func(at spot) {
		more(at)
		if own != nil {
			own(at)
		}
	}
}
