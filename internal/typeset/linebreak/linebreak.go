// Package linebreak breaks a paragraph into lines so that the whole looks best,
// after Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into Lines",
// Software: Practice and Experience 11 (1981).
package linebreak

import "slices"

// Kind says what an item is.
type Kind uint8

const (
	Box     Kind = iota // stays as it is
	Glue                // vanishes at the end of a line
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
	before := widths(items)
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
			d, fits := p.judge(lineWidth(items, before, a.start, i), a, end)
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

// widths are those of all items before each index together.
func widths(items []Item) []float64 {
	before := make([]float64, len(items)+1)
	for i, it := range items {
		before[i+1] = before[i]
		if it.Kind != Penalty {
			before[i+1] += it.Width
		}
	}
	return before
}

func lineWidth(items []Item, before []float64, from, to int) float64 {
	w := before[to] - before[min(from, to)]
	if to < len(items) && items[to].Kind == Penalty {
		w += items[to].Width
	}
	return w
}

// judge gives the demerits of a line that comes after the one which ends at
// before: its own, and those of how it looks below that one and as the last.
func (p Params) judge(width float64, before *node, end place) (demerits float64, fits bool) {
	demerits, fits = p.demerits(width, end.cost, end.forced)
	if end.hyphen && before.hyphen {
		demerits += hyphenDemerits
	}
	if end.last && before.at >= 0 && width < p.Runt {
		demerits += runtDemerits
	}
	return demerits, fits
}

// demerits judges a line by itself: how loose it is, and what its break costs.
// One before a forced break, as the last one, need not be full.
func (p Params) demerits(width, cost float64, forced bool) (demerits float64, fits bool) {
	gap := p.Width - width
	if gap < -1e-6 {
		return overfull * (1 - gap/p.Width), false
	}
	ratio := 0.0
	if !forced {
		ratio = max(gap, 0) / p.Rag
	}
	loose := min(ratio, maxRatio)
	bad := 100 * loose * loose * loose
	if ratio > maxRatio { // still the looser the worse, so that one way is best
		bad += 100 * min(gap/p.Width, 1)
	}
	demerits = 1 + bad + max(cost, 0)
	return demerits * demerits, true
}
