package linebreak

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// items makes a paragraph of words whose letters are 1 wide; "-" within a word
// is a place for a hyphen.
func items(text string) []Item {
	var out []Item
	for i, word := range strings.Fields(text) {
		if i > 0 {
			out = append(out, Item{Kind: Glue, Width: 1})
		}
		for j, part := range strings.Split(word, "-") {
			if j > 0 {
				out = append(out, Item{Kind: Penalty, Hyphen: true, Width: 1, Cost: 60})
			}
			out = append(out, Item{Kind: Box, Width: float64(len(part))})
		}
	}
	return out
}

// set gives the lines as text, boxes as x.
func set(items []Item, ends []int) []string {
	var lines []string
	from := Start(items, -1)
	for _, end := range ends {
		var b strings.Builder
		for i := from; i < end; i++ {
			switch items[i].Kind {
			case Box:
				b.WriteString(strings.Repeat("x", int(items[i].Width)))
			case Glue:
				b.WriteByte(' ')
			}
		}
		if end < len(items) && items[end].Hyphen {
			b.WriteByte('-')
		}
		lines = append(lines, b.String())
		from = Start(items, end)
	}
	return lines
}

func TestBreak(t *testing.T) {
	for _, c := range []struct {
		name, text string
		p          Params
		want       []string
	}{
		{"nothing", "", Params{Width: 10, Rag: 3}, []string{""}},
		{"one line", "xx xx xx", Params{Width: 10, Rag: 3}, []string{"xx xx xx"}},
		// Filling the first line would leave the second with one short word.
		{"even", "xxx xx xx xxxxx xxxx xx", Params{Width: 9, Rag: 3}, []string{"xxx xx", "xx xxxxx", "xxxx xx"}},
		{"no room for one letter more", "xxxx xxxx x x x x xxx", Params{Width: 15.5, Rag: 3}, []string{"xxxx xxxx x x x", "x xxx"}},
		{"hyphen where it must be", "xxxx xxxxx-xxxx", Params{Width: 10, Rag: 2}, []string{"xxxx", "xxxxxxxxx"}},
		{"hyphen where it is better", "xxxx xxxx-xxxxxxxxxx", Params{Width: 10, Rag: 1}, []string{"xxxx xxxx-", "xxxxxxxxxx"}},
		{"too long", "x xxxxxxxxxxxxxxx x", Params{Width: 10, Rag: 3}, []string{"x", "xxxxxxxxxxxxxxx", "x"}},
		{"no lost word at the end", "xxxxx xxx xxxx xxxxx x", Params{Width: 16, Rag: 6, Runt: 3}, []string{"xxxxx xxx xxxx", "xxxxx x"}},
	} {
		in := items(c.text)
		if got := set(in, Break(in, c.p)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Best compared with all ways to break: the sum of demerits is the least.
func TestBreakIsTheBest(t *testing.T) {
	in := items("xx xxxx-xx x xxxxx xxx-xxxx xx xxxx x xxx")
	p := Params{Width: 11, Rag: 4}
	before := widths(in)
	cost := func(ends []int) float64 {
		total, from, hyphen := 0.0, Start(in, -1), false
		for _, end := range ends {
			at, _ := breakAt(in, end)
			d, _ := p.demerits(lineWidth(in, before, from, end), at.cost, at.forced)
			total += d
			now := end < len(in) && in[end].Hyphen
			if now && hyphen {
				total += hyphenDemerits
			}
			hyphen, from = now, Start(in, end)
		}
		return total
	}
	var places []int
	for i := range in {
		if _, ok := breakAt(in, i); ok {
			places = append(places, i)
		}
	}
	best := math.Inf(1)
	for set := range 1 << len(places) {
		var ends []int
		for k, at := range places {
			if set>>k&1 == 1 {
				ends = append(ends, at)
			}
		}
		best = min(best, cost(append(ends, len(in))))
	}
	if got := cost(Break(in, p)); math.Abs(got-best) > 1e-6 {
		t.Errorf("demerits %v, but %v can be had", got, best)
	}
}

func TestForcedBreak(t *testing.T) {
	in := slices.Concat(items("xx xx"), []Item{{Kind: Penalty, Cost: Must}}, items("xx"))
	if got := set(in, Break(in, Params{Width: 20, Rag: 3})); !slices.Equal(got, []string{"xx xx", "xx"}) {
		t.Errorf("%q", got)
	}
}

// Text without width must not make every break a candidate for every other.
func TestNoWidth(t *testing.T) {
	in := make([]Item, 0, 400_000)
	for range 200_000 {
		in = append(in, Item{Kind: Box}, Item{Kind: Penalty, Cost: 30})
	}
	// If it did, this would take hours.
	if ends := Break(in, Params{Width: 10, Rag: 3}); ends[len(ends)-1] != len(in) {
		t.Error("the end is missing")
	}
}

func FuzzBreak(f *testing.F) {
	f.Add("xx xxx-xx x", 7.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if len(text) > 500 {
			return
		}
		in := items(text)
		ends := Break(in, Params{Width: width, Rag: 3, Runt: 2})
		last := -1
		for _, e := range ends {
			if e <= last && !(e == 0 && len(in) == 0) {
				t.Fatalf("ends %v are not in order", ends)
			}
			last = e
		}
		if last != len(in) {
			t.Fatalf("ends %v of %d items", ends, len(in))
		}
		got := strings.Count(strings.Join(set(in, ends), ""), "x")
		want := 0
		for _, it := range in {
			if it.Kind == Box {
				want += int(it.Width)
			}
		}
		if got != want {
			t.Fatalf("%d of %d letters are left", got, want)
		}
	})
}
