package figure

import "math"

// Group is a name with one bar, or one for women and one for men.
type Group struct {
	Label string
	Bars  []Amount
}

// Amount is one bar: how long it is, and what is written behind it.
type Amount struct {
	Value   float64
	Written string
	Role    Role
}

const (
	barSize   = 12.0 // of the text
	barHigh   = 16.0
	barNarrow = 480.0 // below this width a name stands above its bars
	wider     = 1.2   // than measured is a browser's face at times
)

// Bars draws lying bars that begin at zero, each name beside its own.
func Bars(groups []Group, width float64) Figure {
	low, high, written := 0.0, 0.0, 0.0
	for _, g := range groups {
		for _, b := range g.Bars {
			low, high = math.Min(low, b.Value), math.Max(high, b.Value)
			written = math.Max(written, TextWidth(b.Written, barSize, true)*wider+10)
		}
	}
	if high == low {
		high = low + 1
	}
	names := width * 0.36
	if width < barNarrow {
		names = 0
	}
	room := math.Max(width-names-written, 40)
	x := func(v float64) float64 { return names + (v-low)/(high-low)*room }
	f := Figure{Width: width}
	y := 2.0
	for _, g := range groups {
		top := y
		wide := names - 10
		if names == 0 {
			wide = width
		}
		lines := Wrap(g.Label, barSize, false, wide/wider)
		for n, line := range lines {
			f.Shapes = append(f.Shapes, Text{X: 0, Y: y + barSize*(1+1.3*float64(n)), Size: barSize, Role: Ink, String: line})
		}
		label := barSize * 1.3 * float64(len(lines))
		if names == 0 {
			y += label + 4
		}
		for _, b := range g.Bars {
			from, to := math.Min(x(0), x(b.Value)), math.Max(x(0), x(b.Value))
			f.Shapes = append(f.Shapes,
				Rect{X: from, Y: y, W: math.Max(to-from, 1), H: barHigh, Fill: b.Role},
				Text{X: math.Max(to, x(0)) + 6, Y: y + barHigh*0.5 + barSize*0.35, Size: barSize, Bold: true, Role: Ink, String: b.Written})
			y += barHigh + 2
		}
		y = math.Max(y, top+label) + 8
	}
	f.Height = math.Max(y-6, barHigh)
	return f
}
