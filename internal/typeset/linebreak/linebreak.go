// Package linebreak breaks a paragraph into lines so that the whole looks best,
// after Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into Lines",
// Software: Practice and Experience 11 (1981).
package linebreak

import (
	"math"
	"slices"
)

// Kind says what an item is.
type Kind uint8

const (
	Box     Kind = iota // stays as it is
	Glue                // may shrink, vanishes at the end of a line
	Penalty             // a place to break at a cost; Width counts only there
)

// Costs of a Penalty. A cost of Never or more forbids the break, one of Must or
// less forces it.
const (
	Never = 10000
	Must  = -10000
)

// Item is a piece of a paragraph.
type Item struct {
	Kind   Kind
	Hyphen bool // a Penalty that shows a hyphen: two in a row look bad
	Width  float64
	Shrink float64 // of Glue
	Cost   float64 // of a Penalty
}

// Params say what good lines are.
type Params struct {
	Width float64
	// Rag is how much a line may fall short before it looks bad; more than 0.
	Rag float64
	// Runt is the length under which the last line looks lost.
	Runt float64
}

// node is a possible end of a line with the best way to it.
type node struct {
	at       int // index of the item where the line ends; -1 is the start
	start    int // index of the first item of the next line
	demerits float64
	hyphen   bool
	prev     *node
}

const (
	maxRatio       = 4     // lines looser than this count as loose as this
	hyphenDemerits = 12000 // two hyphens in a row
	runtDemerits   = 20000 // a last line of a short word
	mostActive     = 120   // ways that are followed at the same time
	overfull       = 1e9   // a line that does not fit, by its excess
)

// Break returns the indices of the items at which lines end, the last of which
// is len(items). Where nothing fits, a line is too long rather than lost.
func Break(items []Item, p Params) []int {
	sums := newSums(items)
	first := &node{at: -1, start: skip(items, 0)}
	active := []*node{first}
	for i := 0; i <= len(items); i++ {
		end, ok := breakAt(items, i)
		if !ok {
			continue
		}
		var best *node
		kept := active[:0]
		for _, a := range active {
			d, fits := p.judge(sums.line(items, a.start, i), a, end)
			if total := a.demerits + d; best == nil || total < best.demerits {
				best = &node{at: i, start: skip(items, i), demerits: total, prev: a, hyphen: end.hyphen}
			}
			// A line that is too long at this place is so at every later one.
			if fits && !end.forced {
				kept = append(kept, a)
			}
		}
		// Text without any width would keep every way open for ever.
		if len(kept) > mostActive {
			kept = kept[len(kept)-mostActive:]
		}
		active = append(kept, best)
	}
	var ends []int
	for n := active[len(active)-1]; n.at >= 0; n = n.prev {
		ends = append(ends, n.at)
	}
	slices.Reverse(ends)
	return ends
}

// place is where a line may end.
type place struct {
	cost   float64
	forced bool
	hyphen bool
	last   bool // the end of the text
}

// breakAt tells what a break at item i is and whether it is allowed.
func breakAt(items []Item, i int) (end place, ok bool) {
	if i == len(items) {
		return place{forced: true, last: true}, true
	}
	it := items[i]
	switch it.Kind {
	case Glue:
		return place{hyphen: it.Hyphen}, i > 0 && items[i-1].Kind == Box
	case Penalty:
		return place{cost: it.Cost, forced: it.Cost <= Must, hyphen: it.Hyphen}, it.Cost < Never
	}
	return place{}, false
}

// skip is the first item of the line after a break at i: glue and penalties at
// the beginning of a line vanish.
func skip(items []Item, i int) int {
	if i < len(items) && items[i].Kind == Penalty {
		i++
	}
	for i < len(items) && (items[i].Kind == Glue || items[i].Kind == Penalty && items[i].Cost > Must) {
		i++
	}
	return i
}

// Start is the first item of the line that follows a line which ends at end; -1
// is the end of the line before the first.
func Start(items []Item, end int) int { return skip(items, max(end, 0)) }

// line is what a line holds.
type line struct{ width, shrink float64 }

// sums of the items before each index.
type sums struct{ width, shrink []float64 }

func newSums(items []Item) sums {
	n := len(items) + 1
	s := sums{make([]float64, n), make([]float64, n)}
	for i, it := range items {
		s.width[i+1], s.shrink[i+1] = s.width[i], s.shrink[i]
		if it.Kind != Penalty {
			s.width[i+1] += it.Width
			s.shrink[i+1] += it.Shrink
		}
	}
	return s
}

func (s sums) line(items []Item, from, to int) line {
	from = min(from, to)
	l := line{s.width[to] - s.width[from], s.shrink[to] - s.shrink[from]}
	if to < len(items) && items[to].Kind == Penalty {
		l.width += items[to].Width
	}
	return l
}

// judge gives the demerits of a line that comes after the one which ends at
// before: its own, and those of how it looks below that one and as the last.
func (p Params) judge(l line, before *node, end place) (demerits float64, fits bool) {
	demerits, fits = p.demerits(l, end.cost, end.forced)
	if end.hyphen && before.hyphen {
		demerits += hyphenDemerits
	}
	if end.last && before.at >= 0 && l.width < p.Runt {
		demerits += runtDemerits
	}
	return demerits, fits
}

// demerits judges a line by itself: how loose or tight it is, and what its break costs.
// One before a forced break, as the last one, need not be full.
func (p Params) demerits(l line, cost float64, forced bool) (demerits float64, fits bool) {
	gap := p.Width - l.width
	ratio := 0.0
	switch {
	case gap < -l.shrink-1e-6:
		return overfull * (1 + (-gap-l.shrink)/p.Width), false
	case gap < 0 && l.shrink > 0:
		ratio = gap / l.shrink
	case gap > 0 && !forced:
		ratio = gap / p.Rag
	}
	loose := math.Abs(math.Min(ratio, maxRatio))
	bad := 100 * loose * loose * loose
	if ratio > maxRatio { // still the looser the worse, so that one way is best
		bad += 100 * math.Min(gap/p.Width, 1)
	}
	demerits = 1 + bad + math.Max(cost, 0)
	return demerits * demerits, true
}
