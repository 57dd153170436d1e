package figure

import (
	"fmt"
	"math"
)

// Bar is one row of a timeline. From and To are in years, 2025.5 being the
// middle of 2025; To 0 means that it goes on past the end.
type Bar struct {
	Label    string
	Note     string // in the bar or beside it
	From, To float64
	Role     Role
}

// Timeline draws bars under a scale of years. now is a line where it lies within
// the scale; 0 draws none.
func Timeline(bars []Bar, now float64, nowLabel string, width float64) Figure {
	s := newScale(bars, width)
	y := 26.0
	var rows []Shape
	for _, b := range bars {
		row, high := s.row(b, y)
		rows = append(rows, row...)
		y += high + timelineGap
	}
	f := Figure{Width: width, Height: y + 2}
	f.Shapes = append(s.years(f.Height), rows...)
	if now > s.first && now < s.last {
		f.Shapes = append(f.Shapes, s.now(now, nowLabel, f.Height)...)
		f.Height += timelineSize + 4
	}
	return f
}

// The size of a timeline's text, and the room below a row and beside a name.
const timelineSize, timelineGap = 12.0, 10.0

// scale is where years stand in a timeline.
type scale struct {
	first, last float64 // years
	year        float64 // the width of one
	width       float64
	names       float64 // the column for names; 0 where they stand above their bars
}

func newScale(bars []Bar, width float64) scale {
	s := scale{width: width, names: width * 0.36}
	if width < 480 {
		s.names = 0
	}
	s.first, s.last = span(bars)
	s.year = (width - s.names) / (s.last - s.first)
	return s
}

func (s scale) x(year float64) float64 {
	return s.names + (math.Min(math.Max(year, s.first), s.last)-s.first)*s.year
}

// row is a bar and its name, and how high they stand from y.
func (s scale) row(b Bar, y float64) (row []Shape, high float64) {
	const size = timelineSize
	room := s.names - timelineGap
	if s.names == 0 {
		room = s.width
	}
	lines := Wrap(b.Label, size, false, room)
	for n, line := range lines {
		row = append(row, Text{X: 0, Y: y + size*(1+1.3*float64(n)), Size: size, Role: Ink, String: line})
	}
	high = math.Max(float64(len(lines))*size*1.3, size*1.6)
	top := y + (high-size*1.3)/2
	if s.names == 0 {
		top = y + high + 3
		high += size*1.3 + 3
	}
	return append(row, s.bar(b, top)...), high
}

// bar has an arrowhead where it goes on past the end.
func (s scale) bar(b Bar, top float64) []Shape {
	const size = timelineSize
	from, to := s.x(b.From), s.x(b.To)
	if b.To == 0 {
		to = s.x(s.last)
	}
	bar := []Shape{Rect{X: from, Y: top, W: math.Max(to-from, 3), H: size * 1.2, R: 3, Fill: b.Role}}
	if b.To == 0 {
		bar = append(bar, Line{X1: to - 8, Y1: top + size*0.6, X2: to - 1, Y2: top + size*0.6, Stroke: Surface, Width: 1.5, ArrowEnd: true})
	}
	return bar
}

// yearLabel is the least width that a year's digits need beside those of the next.
const yearLabel = 40.0

// years are lines from the scale down to y where years begin, and what they are called:
// each in the midst of its year, or where they are too narrow for that, every so many
// from where they begin. The line that ends the last year has no name.
func (s scale) years(y float64) []Shape {
	var shapes []Shape
	each := math.Ceil(yearLabel / s.year) // only so many years have room for their names
	for n, year := 0.0, math.Ceil(s.first); year <= s.last; n, year = n+1, year+1 {
		x := s.x(year)
		shapes = append(shapes, Line{X1: x, Y1: 18, X2: x, Y2: y, Stroke: Rule})
		at, anchor := x+s.year/2, Middle
		if each > 1 {
			at, anchor = x, Start
		}
		if math.Mod(n, each) == 0 && at+yearLabel/2 <= s.width+1 {
			shapes = append(shapes, Text{X: at, Y: 12, Size: timelineSize, Anchor: anchor, Role: Muted, String: fmt.Sprintf("%04.0f", year)})
		}
	}
	return shapes
}

// now is a line down to y, and its name below.
func (s scale) now(year float64, name string, y float64) []Shape {
	x, anchor := s.x(year), Start
	if x > s.width-50 {
		anchor = End
	}
	return []Shape{
		Line{X1: x, Y1: 18, X2: x, Y2: y, Stroke: Warn, Width: 1.5, Dash: true},
		Text{X: x, Y: y + timelineSize, Size: timelineSize, Anchor: anchor, Role: Warn, String: name},
	}
}

// span is the run of whole years that the bars lie in.
func span(bars []Bar) (first, last float64) {
	first, last = math.Inf(1), math.Inf(-1)
	for _, b := range bars {
		first = math.Min(first, math.Floor(b.From))
		last = math.Max(last, math.Max(math.Ceil(b.To), math.Floor(b.From)+1))
	}
	if math.IsInf(first, 1) {
		return 0, 1
	}
	return first, math.Min(last, first+100)
}
