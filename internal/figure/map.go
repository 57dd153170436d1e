package figure

import (
	"cmp"
	"math"
	"slices"
)

// Region is a part of a map. Its rings lie in a plane of any unit whose y grows downwards.
// Its name, and below it in a smaller size the note, are written where they find room.
type Region struct {
	Name, Note string
	Rings      [][]Point
	Fill       Role
}

// Key says what a colour of a map means.
type Key struct {
	Fill  Role
	Label string
}

const (
	mapHigh       = 0.65 // of its width is the height of a map at most,
	mapNarrowHigh = 1.1  // and that of a narrow one
	mapPoints     = 8000 // are drawn at most
	mapLooks      = 10e6 // at points are taken at most, to find room for names
	mapText       = 12.0
	mapGround     = 1.0 // is free around it
)

// Map draws regions, the largest first, so that those within others are seen, and below
// them what the colours mean. Borders follow a grid of half a unit, or a coarser one where
// that is too much to draw: two regions then still share the border that they share. What
// vanishes in it is not drawn. Where nothing is left there are no shapes.
func Map(regions []Region, keys []Key, width float64) Figure {
	f := Figure{Width: width}
	drawn := fitted(regions, width)
	for _, r := range drawn {
		f.Height = math.Max(f.Height, boxOf(r.Rings).high.Y+mapGround)
		f.Shapes = append(f.Shapes, Area{Rings: r.Rings, Fill: r.Fill, Stroke: Muted})
	}
	if len(drawn) == 0 {
		return f
	}
	size := mapText
	if width < barNarrow {
		size--
	}
	looks := int(mapLooks)
	for n, r := range drawn {
		f.Shapes = append(f.Shapes, r.label(size, r.with(drawn[n+1:]), &looks)...)
	}
	f.keys(keys)
	return f
}

// keys writes what the colours mean, in as many lines as it takes.
func (f *Figure) keys(keys []Key) {
	x, y := 0.0, f.Height+10
	for _, k := range keys {
		w := 20 + TextWidth(k.Label, mapText, false)*wider
		if x > 0 && x+w > f.Width {
			x, y = 0, y+20
		}
		f.Shapes = append(f.Shapes, Rect{X: x + 0.5, Y: y + 0.5, W: 14, H: 14, Fill: k.Fill, Stroke: Muted},
			Text{X: x + 20, Y: y + 12, Size: mapText, Role: Ink, String: k.Label})
		x += w + 14
		f.Height = y + 16
	}
}

// fitted lays regions out on a width, the largest first.
func fitted(regions []Region, width float64) []Region {
	var all [][]Point
	for _, r := range regions {
		all = append(all, r.Rings...)
	}
	b, high := boxOf(all), mapHigh
	if width < barNarrow {
		high = mapNarrowHigh
	}
	w, h := b.high.X-b.low.X, b.high.Y-b.low.Y
	if !(w > 0 && h > 0) || math.IsInf(w+h, 0) {
		return nil
	}
	scale := math.Min((width-2*mapGround)/w, (width*high-2*mapGround)/h)
	var laid []Region
	for grid, points := 0.5, mapPoints+1; points > mapPoints; grid *= 2 {
		laid, points = nil, 0
		for _, r := range regions {
			var rings [][]Point
			for _, ring := range r.Rings {
				if on := onGrid(ring, b.low, scale, grid); len(on) > 2 {
					rings = append(rings, on)
				}
			}
			if r.Rings = rings; len(rings) > 0 {
				laid = append(laid, r)
				points += count(rings)
			}
		}
	}
	slices.SortStableFunc(laid, func(a, b Region) int { return cmp.Compare(b.size(), a.size()) })
	return laid
}

// onGrid moves a ring's points to those of a grid and leaves out repetitions.
func onGrid(ring []Point, low Point, scale, grid float64) []Point {
	on := func(v float64) float64 { return mapGround + math.Round(v*scale/grid)*grid }
	var out []Point
	for _, p := range ring {
		p = Point{on(p.X - low.X), on(p.Y - low.Y)}
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	for len(out) > 1 && out[len(out)-1] == out[0] {
		out = out[:len(out)-1]
	}
	return out
}

// count is how many points rings have.
func count(rings [][]Point) int {
	n := 0
	for _, ring := range rings {
		n += len(ring)
	}
	return n
}

// size is about how large a region is.
func (r Region) size() float64 {
	b := boxOf(r.Rings)
	return (b.high.X - b.low.X) * (b.high.Y - b.low.Y)
}

// box is what holds points.
type box struct{ low, high Point }

func boxOf(lines [][]Point) box {
	b := box{Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}}
	for _, line := range lines {
		for _, p := range line {
			b.low = Point{math.Min(b.low.X, p.X), math.Min(b.low.Y, p.Y)}
			b.high = Point{math.Max(b.high.X, p.X), math.Max(b.high.Y, p.Y)}
		}
	}
	return b
}

// meets tells whether two boxes have anything in common.
func (b box) meets(o box) bool {
	return b.low.X < o.high.X && o.low.X < b.high.X && b.low.Y < o.high.Y && o.low.Y < b.high.Y
}

// with are a region's rings and those of others that may lie upon it.
func (r Region) with(others []Region) [][]Point {
	rings, own := r.Rings[:len(r.Rings):len(r.Rings)], boxOf(r.Rings)
	for _, o := range others {
		if own.meets(boxOf(o.Rings)) {
			rings = append(rings, o.Rings...)
		}
	}
	return rings
}

// label writes a region's name and its note where both find room, the name on one line or
// a word a line, else the note alone. All are its rings with those of others that lie upon
// it, where nothing is written. Looks are how many are left at points; without any there
// is no room.
func (r Region) label(size float64, all [][]Point, looks *int) []Shape {
	name := append(Wrap(r.Name, size, true, math.Inf(1)), r.Note)
	words := append(Wrap(r.Name, size, true, 0), r.Note)
	const line = 1.3 // of the size is its height
	for _, lines := range [][]string{name, words, {r.Note}} {
		wide := 0.0
		for n, s := range lines {
			wide = math.Max(wide, TextWidth(s, size, n < len(lines)-1)*wider)
		}
		high := size * line * float64(len(lines))
		at, ok := r.room(wide+4, high, all, looks)
		if !ok {
			continue
		}
		var said []Shape
		for n, s := range lines {
			y := at.Y - high/2 + size*(line*float64(n)+1)
			said = append(said, Text{X: at.X, Y: y, Size: size, Anchor: Middle, Bold: n < len(lines)-1, Role: Ink, String: s})
		}
		return said
	}
	return nil
}

// room is the middle of a place in a region that is so wide and so high, the one nearest
// to half its height.
func (r Region) room(wide, high float64, all [][]Point, looks *int) (middle Point, ok bool) {
	const heights = 40
	in := boxOf(r.Rings)
	if wide > in.high.X-in.low.X || high > in.high.Y-in.low.Y {
		return Point{}, false
	}
	half := (in.low.Y + in.high.Y) / 2
	lines := 3 * (count(r.Rings) + count(all))
	for n := 0; n < heights && *looks >= lines; n++ {
		*looks -= lines
		away := float64((n+1)/2) * (in.high.Y - in.low.Y) / heights
		y := half + []float64{away, -away}[n%2]
		free := []stretch{{in.low.X, in.high.X}}
		for _, at := range []float64{y - high/2, y, y + high/2} {
			free = common(free, common(stretches(r.Rings, at), stretches(all, at)))
		}
		for _, s := range free {
			if s.to-s.from > wide {
				wide, middle, ok = s.to-s.from, Point{(s.from + s.to) / 2, y}, true
			}
		}
		if ok {
			return middle, true
		}
	}
	return Point{}, false
}

// stretch is a part of a line from left to right.
type stretch struct{ from, to float64 }

// stretches are the parts of a line that lie within rings, from left to right.
func stretches(rings [][]Point, y float64) []stretch {
	var cross []float64
	for _, ring := range rings {
		last := ring[len(ring)-1]
		for _, p := range ring {
			if (last.Y > y) != (p.Y > y) {
				cross = append(cross, last.X+(p.X-last.X)*(y-last.Y)/(p.Y-last.Y))
			}
			last = p
		}
	}
	slices.Sort(cross)
	var list []stretch
	for n := 1; n < len(cross); n += 2 {
		list = append(list, stretch{cross[n-1], cross[n]})
	}
	return list
}

// common are the parts that lie within one of both, which go from left to right.
func common(a, b []stretch) []stretch {
	var list []stretch
	for len(a) > 0 && len(b) > 0 {
		if from, to := math.Max(a[0].from, b[0].from), math.Min(a[0].to, b[0].to); from < to {
			list = append(list, stretch{from, to})
		}
		if a[0].to < b[0].to {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return list
}
