// Package page fills pages. Pieces that no page break divides go in, one after another,
// each with what it wants to stay together with; drawn pages come out, footnotes at
// their feet.
package page

import (
	"strconv"

	"samsyn/internal/tagged"
)

// KeepsLine reports whether line i of n stays with the next: neither the first
// nor the last line stands alone on a page.
func KeepsLine(i, n int) bool { return n > 1 && (i == 0 || i == n-2) }

// fewest is how many items of a list stand together on a page at least, where a page
// break divides them.
const fewest = 4

// KeepItem keeps item i of a list of n in company: its first line with the next, its last
// with the one before, and its end with the next item, so that no few items stand alone on
// a page. Items of several lines need less company.
func KeepItem(pieces []*Piece, i, n int) {
	for k, p := range pieces {
		p.Keep = p.Keep || KeepsLine(k, len(pieces))
	}
	least := fewest
	if len(pieces) > 1 {
		least = 2
	}
	if len(pieces) > 0 && i < n-1 && (i < least-1 || i >= n-least) {
		pieces[len(pieces)-1].Keep = true
	}
}

// Note is a footnote, laid out.
type Note struct {
	Number int
	Pieces []*Piece
	Elem   *tagged.Elem
}

// ID is the note's destination; identifiers of content have no colon.
func (n *Note) ID() string { return "note:" + strconv.Itoa(n.Number) }

// Piece is what no page break divides: a line, a row of a table, a drawing.
type Piece struct {
	X             float64 // from the left edge of the text
	Height        float64
	Before, After float64 // gaps; between two pieces the larger one counts
	Keep          bool    // no page break after it
	NewPage       bool    // a page break before it
	FreshPage     bool    // the same, unless much of the page would be left empty
	Need          float64 // the room that it and what follows want on one page
	IDs           []string
	Notes         []*Note
	Draw          func(at Spot)
	// split divides a piece that may be divided if it must: what fits in room,
	// and the rest. head is nil where nothing fits.
	Split func(room float64) (head, tail *Piece)
	// header is repeated above the piece where a page begins with it.
	Header *Piece
}

// Spot is where a piece is drawn.
type Spot struct {
	Page *tagged.Page
	X, Y float64
	Gap  float64 // the room left above it
	// artifact is set where the piece is drawn once more, for the eye alone.
	Artifact tagged.Artifact
}

// Moved is a spot beside this one.
func (at Spot) Moved(x, y float64) Spot {
	at.X, at.Y = at.X+x, at.Y+y
	return at
}

// Stack is the height of pieces under each other, the first gap left out.
func Stack(pieces []*Piece) float64 {
	h := 0.0
	for i, p := range pieces {
		if i > 0 {
			h += max(pieces[i-1].After, p.Before)
		}
		h += p.Height
	}
	return h
}

// Fitting is how many pieces fit in room.
func Fitting(pieces []*Piece, room float64) int {
	h := 0.0
	for i, p := range pieces {
		if i > 0 {
			h += max(pieces[i-1].After, p.Before)
		}
		if h += p.Height; h > room+tolerance {
			return i
		}
	}
	return len(pieces)
}

// tolerance covers what adding up fractions of points may be off.
const tolerance = 0.01

// DrawStack draws pieces under each other.
func DrawStack(pieces []*Piece, at Spot) {
	for i, p := range pieces {
		if i > 0 {
			at.Gap = max(pieces[i-1].After, p.Before)
			at.Y += at.Gap
		}
		drawPiece(p, at)
		at.Y += p.Height
	}
}

func drawPiece(p *Piece, at Spot) {
	at.X += p.X
	if at.Artifact == "" {
		for _, id := range p.IDs {
			at.Page.Dest(id, at.Y-4)
		}
	}
	if p.Draw != nil {
		p.Draw(at)
	}
}

// Under draws more before the piece itself is drawn.
func (p *Piece) Under(more func(at Spot)) {
	own := p.Draw
	p.Draw = func(at Spot) {
		more(at)
		if own != nil {
			own(at)
		}
	}
}
