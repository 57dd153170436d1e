package figure

import (
	"math"
	"runtime"
	"slices"
	"testing"
)

// square are the rings of a square whose corner lies at x and y.
func square(x, y, size float64) [][]Point {
	return [][]Point{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}}
}

// written are the words of a figure.
func written(f Figure) []string {
	var list []string
	for _, s := range f.Shapes {
		if s, is := s.(Text); is {
			list = append(list, s.String)
		}
	}
	return list
}

func TestMap(t *testing.T) {
	keys := []Key{{Surface, "0"}, {Few, "1–2"}, {Most, "3 eller fler, vilket är så många att det inte får plats på en rad"}}
	regions := []Region{
		{Name: "Inre", Note: "3", Rings: square(1, 1, 5), Fill: Most},
		{Name: "Yttre", Note: "1", Rings: append(square(0, 0, 10), square(7, 7, 1)...), Fill: Few},
		{Name: "Mycket längre än ytan är", Note: "7", Rings: square(10, 0, 1)},
		{Name: "Prick", Note: "9", Rings: square(10, 3, 0.0001)},
	}
	for _, width := range []float64{320, 720} {
		f := Map(regions, keys, width)
		inside(t, "map", f)
		var fills []Role
		for _, s := range f.Shapes {
			if s, is := s.(Area); is {
				fills = append(fills, s.Fill)
			}
		}
		if want := []Role{Few, Most, ""}; !slices.Equal(fills, want) { // the largest first
			t.Errorf("the areas are %v", fills)
		}
		if got, want := written(f), []string{"Yttre", "1", "Inre", "3", "7", "0", "1–2", keys[2].Label}; !slices.Equal(got, want) {
			t.Errorf("at %v it says %q", width, got)
		}
	}
}

// What cannot be drawn leaves no shapes behind, and nothing is ever outside.
func TestHostileMaps(t *testing.T) {
	line := [][]Point{{{0, 0}, {1, 1}, {2, 2}}}
	for name, regions := range map[string][]Region{
		"nothing":   nil,
		"no rings":  {{Name: "Tom"}},
		"no points": {{Rings: [][]Point{{}, nil}}},
		"a point":   {{Rings: [][]Point{{{1, 1}, {1, 1}, {1, 1}}}}},
		"level":     {{Rings: [][]Point{{{0, 1}, {5, 1}, {9, 1}}}}},
		"upright":   {{Rings: [][]Point{{{1, 0}, {1, 5}, {1, 9}}}}},
		"no number": {{Rings: [][]Point{{{math.NaN(), 0}, {1, 5}, {1, 9}}}}},
		"no end":    {{Rings: [][]Point{{{math.Inf(1), 0}, {1, 5}, {1, 9}}}}},
	} {
		if f := Map(regions, []Key{{Ink, "0"}}, 720); len(f.Shapes) > 0 {
			t.Errorf("%s: %v", name, f.Shapes)
		}
	}
	for name, rings := range map[string][][]Point{"a line": line, "thin": {{{0, 0}, {1e-9, 80}, {0, 180}}}, "wide": {{{-180, 0}, {180, 1e-9}, {0, 1}}}} {
		if f := Map([]Region{{Name: "Smal", Note: "1", Rings: rings}}, nil, 720); len(f.Shapes) > 0 {
			inside(t, name, f)
		}
	}
}

// What both have is found where parts meet, lie within each other or have nothing in common.
func TestCommon(t *testing.T) {
	a := []stretch{{0, 2}, {3, 9}, {9, 10}, {20, 20}, {20, 30}}
	b := []stretch{{1, 4}, {5, 6}, {6, 6}, {6, 12}, {19, 21}, {21, 40}}
	want := []stretch{{1, 2}, {3, 4}, {5, 6}, {6, 9}, {9, 10}, {20, 21}, {21, 30}}
	for n, got := range [][]stretch{common(a, b), common(b, a)} {
		if !slices.Equal(got, want) {
			t.Errorf("%d: %v", n, got)
		}
	}
	if got := common(a, nil); len(got) > 0 {
		t.Errorf("with nothing: %v", got)
	}
}

// However regions lie upon each other and however they are cut, room for their names is
// looked for a bounded number of times; the largest are told first.
func TestRoomIsLookedForWithinBounds(t *testing.T) {
	comb := []Point{{0, 0}, {1000, 0}}
	for n := 1000.0; n > 0; n -= 0.5 {
		comb = append(comb, Point{n, 900}, Point{n - 0.25, 1})
	}
	crowd := []Region{{Name: "Störst", Note: "1", Rings: square(0, 0, 100)}, {Name: "Bredvid", Note: "2", Rings: square(100, 0, 99)}}
	for range 1900 {
		crowd = append(crowd, Region{Name: "Samma", Note: "3", Rings: square(0, 50, 50)})
	}
	for name, c := range map[string]struct {
		regions []Region
		says    []string
	}{
		"a comb":  {[]Region{{Name: "Kam", Note: "1", Rings: [][]Point{comb}}}, nil},
		"a crowd": {crowd, []string{"Störst", "1", "Bredvid", "2"}},
	} {
		var from, to runtime.MemStats
		runtime.ReadMemStats(&from)
		f := Map(c.regions, nil, 720)
		runtime.ReadMemStats(&to)
		if got := written(f); len(got) < len(c.says) || !slices.Equal(got[:len(c.says)], c.says) {
			t.Errorf("%s says %q", name, got)
		}
		if taken := to.Mallocs - from.Mallocs; taken > 200_000 {
			t.Errorf("%s: memory is taken %v times", name, taken)
		}
	}
}

// However much is said of borders, a map has a bounded number of points, and regions
// share theirs.
func TestMapIsSimplified(t *testing.T) {
	const many = 100_000
	jagged := func(n int) float64 { return 5 + math.Mod(float64(n)*0.37, 1) }
	left, right := []Point{{0, 0}}, []Point{{10, 10}, {10, 0}}
	for n := range many {
		p := Point{jagged(n), 10 * float64(n) / many}
		left, right = append(left, p), append(right, p)
	}
	left = append(left, Point{0, 10})
	f := Map([]Region{{Rings: [][]Point{left}}, {Rings: [][]Point{right}}}, nil, 720)
	on := map[Point]int{}
	n := 0
	for _, s := range f.Shapes {
		if a, is := s.(Area); is {
			n += len(a.Rings[0])
			for _, p := range slices.Compact(slices.SortedFunc(slices.Values(a.Rings[0]), func(p, q Point) int {
				if p.X != q.X {
					return int(math.Copysign(1, p.X-q.X))
				}
				return int(math.Copysign(1, p.Y-q.Y))
			})) {
				on[p]++
			}
		}
	}
	if n == 0 || n > mapPoints {
		t.Errorf("%d points are drawn", n)
	}
	alone := 0
	for _, times := range on {
		if times == 1 {
			alone++
		}
	}
	if alone > 8 { // the outer corners
		t.Errorf("%d of %d points belong to one region alone", alone, len(on))
	}
}
