package figure

import (
	"cmp"
	"math"
	"slices"
)

// Series is one line of a chart. Points are times and values, in order.
type Series struct {
	Label  string
	Role   Role
	Mark   Mark
	Dash   bool
	Points []Point // X is the time in years, Y the value
}

// Tick is a time with a name on a chart's scale.
type Tick struct {
	At    float64 // in years
	Label string
}

// Mark is the sign at each point, so that lines are told apart without colour.
type Mark int

// The marks.
const (
	Disc Mark = iota
	Square
	Triangle
)

// Chart is lines over time. Goal is a dashed line across, nil where there is none; Write
// turns a value into words for the scale.
type Chart struct {
	Series    []Series
	Times     []Tick // as many are shown as there is room for
	Low       bool   // takes less room in height
	FromZero  bool   // the scale begins at zero, so that what is twice as high is twice as much
	Goal      *float64
	GoalLabel string
	Write     func(float64) string
}

const chartSize, chartTop, chartBottom = 12.0, 16.0, 24.0

// Scale are the values that the scale begins and ends at.
func (c Chart) Scale() (foot, top float64) {
	ticks := c.scale()
	return ticks[0], ticks[len(ticks)-1]
}

// scale are the values that the lines across stand for.
func (c Chart) scale() []float64 {
	b := c.bounds()
	y0, y1 := b.low.Y, b.high.Y
	if c.Goal != nil {
		y0, y1 = math.Min(y0, *c.Goal), math.Max(y1, *c.Goal)
	}
	if c.FromZero {
		y0 = math.Min(y0, 0)
	}
	return steps(y0, y1)
}

// Draw draws the chart.
func (c Chart) Draw(width float64) Figure {
	const size = chartSize
	f := Figure{Width: width, Height: math.Max(190, math.Min(width*0.5, 300))}
	if c.Low {
		f.Height = math.Max(150, width*0.32)
	}
	b := c.bounds()
	x0, x1 := b.low.X, b.high.X
	ticks := c.scale()
	y0, y1 := ticks[0], ticks[len(ticks)-1]
	left, right := 0.0, 0.0
	for _, v := range ticks {
		left = math.Max(left, TextWidth(c.Write(v), size, false)+8)
	}
	for _, s := range c.Series {
		right = math.Max(right, TextWidth(s.Label, size, true)*wider+12)
	}
	right = math.Min(right, width*0.4)
	x := func(v float64) float64 {
		if x1 == x0 {
			return left + (width-left-right)/2
		}
		return left + 6 + (v-x0)/(x1-x0)*(width-left-right-12)
	}
	y := func(v float64) float64 {
		return f.Height - chartBottom - (v-y0)/(y1-y0)*(f.Height-chartBottom-chartTop)
	}
	for _, v := range ticks {
		f.Shapes = append(f.Shapes,
			Line{X1: left, Y1: y(v), X2: width - right, Y2: y(v), Stroke: Rule},
			Text{X: left - 6, Y: y(v) + size*0.35, Size: size, Anchor: End, Role: Muted, String: c.Write(v)})
	}
	f.Shapes = append(f.Shapes, c.times(x, f.Height-6)...)
	if c.Goal != nil {
		f.Shapes = append(f.Shapes,
			Line{X1: left, Y1: y(*c.Goal), X2: width - right, Y2: y(*c.Goal), Stroke: Good, Width: 1.5, Dash: true},
			Text{X: left + 4, Y: y(*c.Goal) - 4, Size: size, Role: Good, String: c.GoalLabel})
	}
	for _, s := range c.lines(x, y, width-right+8, right-8) {
		if name, is := s.(Text); is {
			f.Height = math.Max(f.Height, name.Y+6) // many names need more room than the lines
		}
		f.Shapes = append(f.Shapes, s)
	}
	return f
}

// times writes the names of the times, every second or third where they would touch.
func (c Chart) times(x func(float64) float64, y float64) []Shape {
	every := 1
	for ; every < len(c.Times); every++ {
		touch := false
		for n := every; n < len(c.Times); n += every {
			before, t := c.Times[n-every], c.Times[n]
			room := (TextWidth(before.Label, chartSize, false)+TextWidth(t.Label, chartSize, false))/2 + 14
			touch = touch || x(t.At)-x(before.At) < room
		}
		if !touch {
			break
		}
	}
	var shapes []Shape
	for n := 0; n < len(c.Times); n += every {
		shapes = append(shapes, Text{X: x(c.Times[n].At), Y: y, Size: chartSize, Anchor: Middle, Role: Muted, String: c.Times[n].Label})
	}
	return shapes
}

// lines are the series with their marks, and their names from labels on.
func (c Chart) lines(x, y func(float64) float64, labels, room float64) []Shape {
	var shapes []Shape
	ends := map[int]float64{}
	for n, s := range c.Series {
		line := Polyline{Stroke: s.Role, Width: 2, Dash: s.Dash}
		for _, p := range s.Points {
			line.Points = append(line.Points, Point{x(p.X), y(p.Y)})
		}
		if len(line.Points) > 1 {
			shapes = append(shapes, line)
		}
		for _, p := range line.Points {
			shapes = append(shapes, s.Mark.at(p, s.Role))
		}
		if len(line.Points) > 0 {
			ends[n] = line.Points[len(line.Points)-1].Y
		}
	}
	return append(shapes, endLabels(c.Series, ends, labels, room)...)
}

// endLabels writes each line's name where it ends, moved apart so that none covers
// another; a long name goes on below.
func endLabels(series []Series, ends map[int]float64, x, room float64) []Shape {
	const size = chartSize
	var order []int
	for n := range series {
		if _, has := ends[n]; has {
			order = append(order, n)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ends[a], ends[b]) })
	var shapes []Shape
	next := math.Inf(-1)
	for _, n := range order {
		y := math.Max(ends[n], next)
		for _, line := range Wrap(series[n].Label, size, true, room/wider+1) {
			shapes = append(shapes, Text{X: x, Y: y + size*0.35, Size: size, Bold: true, Role: series[n].Role, String: line})
			y += size * 1.25
		}
		next = y
	}
	return shapes
}

func (m Mark) at(p Point, role Role) Shape {
	switch m {
	case Square:
		return Rect{X: p.X - 4, Y: p.Y - 4, W: 8, H: 8, Fill: role}
	case Triangle:
		return Polygon{Points: []Point{{p.X, p.Y - 5}, {p.X + 5, p.Y + 4}, {p.X - 5, p.Y + 4}}, Fill: role}
	}
	return Circle{X: p.X, Y: p.Y, R: 4, Fill: role}
}

func (c Chart) bounds() box {
	var lines [][]Point
	for _, s := range c.Series {
		lines = append(lines, s.Points)
	}
	b := boxOf(lines)
	if math.IsInf(b.low.X, 1) {
		return box{high: Point{1, 1}}
	}
	return b
}

// steps are four to six round values around a range. A range that is nothing beside its
// values is widened: its steps could not be told from each other as float64.
func steps(low, high float64) []float64 {
	if high-low < 1e-9*math.Max(1, math.Max(math.Abs(low), math.Abs(high))) {
		pad := math.Max(math.Abs(high)*0.1, 1)
		low, high = low-pad, high+pad
	}
	raw := (high - low) / 4
	base := math.Pow(10, math.Floor(math.Log10(raw)))
	step := base
	for _, m := range []float64{1, 2, 2.5, 5, 10} {
		if step = m * base; step >= raw {
			break
		}
	}
	var ticks []float64
	for n := math.Floor(low / step); n*step < high+step*0.999 && len(ticks) < 12; n++ {
		ticks = append(ticks, n*step)
	}
	return ticks
}
