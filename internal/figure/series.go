package figure

import "math"

// Series is one line of a chart. Points are years and values, in order.
type Series struct {
	Label  string
	Role   Role
	Mark   Mark
	Dash   bool
	Points []Point // X is the year, Y the value
}

// Mark is the sign at each point, so that lines are told apart without colour.
type Mark int

// The marks.
const (
	Disc Mark = iota
	Square
	Triangle
)

// Chart draws series over years. goal is a dashed line across, drawn where
// hasGoal is set. write turns a value into words for the scale and the ends.
func Chart(series []Series, goal float64, hasGoal bool, goalLabel string, write func(float64) string, width float64) Figure {
	const size, top, bottom = 12.0, 16.0, 24.0
	f := Figure{Width: width, Height: math.Max(190, math.Min(width*0.5, 300))}
	x0, x1, y0, y1 := bounds(series)
	if hasGoal {
		y0, y1 = math.Min(y0, goal), math.Max(y1, goal)
	}
	ticks := steps(y0, y1)
	y0, y1 = ticks[0], ticks[len(ticks)-1]
	left, right := 0.0, 0.0
	for _, v := range ticks {
		left = math.Max(left, TextWidth(write(v), size, false)+8)
	}
	for _, s := range series {
		right = math.Max(right, TextWidth(s.Label, size, true)*1.2+12) // a browser's face may be wider
	}
	x := func(v float64) float64 {
		if x1 == x0 {
			return left + (width-left-right)/2
		}
		return left + 6 + (v-x0)/(x1-x0)*(width-left-right-12)
	}
	y := func(v float64) float64 { return f.Height - bottom - (v-y0)/(y1-y0)*(f.Height-bottom-top) }
	for _, v := range ticks {
		f.Shapes = append(f.Shapes,
			Line{X1: left, Y1: y(v), X2: width - right, Y2: y(v), Stroke: Rule},
			Text{X: left - 6, Y: y(v) + size*0.35, Size: size, Anchor: End, Role: Muted, String: write(v)})
	}
	every := math.Max(1, math.Ceil((x1-x0+1)*44/(width-left-right)))
	for v := x0; v <= x1; v += every {
		f.Shapes = append(f.Shapes, Text{X: x(v), Y: f.Height - 6, Size: size, Anchor: Middle, Role: Muted, String: year0(v)})
	}
	if hasGoal {
		f.Shapes = append(f.Shapes,
			Line{X1: left, Y1: y(goal), X2: width - right, Y2: y(goal), Stroke: Good, Width: 1.5, Dash: true},
			Text{X: left + 4, Y: y(goal) - 4, Size: size, Role: Good, String: goalLabel})
	}
	ends := map[int]float64{}
	for n, s := range series {
		line := Polyline{Stroke: s.Role, Width: 2, Dash: s.Dash}
		for _, p := range s.Points {
			line.Points = append(line.Points, Point{x(p.X), y(p.Y)})
		}
		if len(line.Points) > 1 {
			f.Shapes = append(f.Shapes, line)
		}
		for _, p := range line.Points {
			f.Shapes = append(f.Shapes, s.Mark.at(p, s.Role))
		}
		if len(line.Points) > 0 {
			ends[n] = line.Points[len(line.Points)-1].Y
		}
	}
	f.Shapes = append(f.Shapes, endLabels(series, ends, width-right+8, size)...)
	return f
}

// endLabels writes each line's name where it ends, moved apart so that none
// covers another.
func endLabels(series []Series, ends map[int]float64, x, size float64) []Shape {
	var order []int
	for n := range series {
		if _, has := ends[n]; has {
			order = append(order, n)
		}
	}
	for i := range order {
		for j := i; j > 0 && ends[order[j]] < ends[order[j-1]]; j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	var shapes []Shape
	last := math.Inf(-1)
	for _, n := range order {
		y := math.Max(ends[n], last+size*1.25)
		last = y
		shapes = append(shapes, Text{X: x, Y: y + size*0.35, Size: size, Bold: true, Role: series[n].Role, String: series[n].Label})
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

func bounds(series []Series) (x0, x1, y0, y1 float64) {
	x0, y0 = math.Inf(1), math.Inf(1)
	x1, y1 = math.Inf(-1), math.Inf(-1)
	for _, s := range series {
		for _, p := range s.Points {
			x0, x1 = math.Min(x0, p.X), math.Max(x1, p.X)
			y0, y1 = math.Min(y0, p.Y), math.Max(y1, p.Y)
		}
	}
	if math.IsInf(x0, 1) {
		return 0, 1, 0, 1
	}
	return x0, x1, y0, y1
}

// steps are four to six round values around a range.
func steps(low, high float64) []float64 {
	if high-low < 1e-9 {
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
