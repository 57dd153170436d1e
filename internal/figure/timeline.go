package figure

import "math"

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
	const size, gap = 12.0, 10.0
	narrow := width < 480
	labels := width * 0.36
	if narrow {
		labels = 0
	}
	first, last := span(bars)
	scale := (width - labels) / (last - first)
	x := func(year float64) float64 { return labels + (math.Min(math.Max(year, first), last)-first)*scale }

	var f Figure
	f.Width = width
	y := 26.0
	var rows []Shape
	for _, b := range bars {
		lines := Wrap(b.Label, size, false, labels-gap)
		if narrow {
			lines = Wrap(b.Label, size, false, width)
		}
		high := math.Max(float64(len(lines))*size*1.3, size*1.6)
		for n, line := range lines {
			rows = append(rows, Text{X: 0, Y: y + size*(1+1.3*float64(n)), Size: size, Role: Ink, String: line})
		}
		top := y + (high-size*1.3)/2
		if narrow {
			top = y + high + 3
			high += size*1.3 + 3
		}
		to := b.To
		if to == 0 {
			to = last
		}
		rows = append(rows, Rect{X: x(b.From), Y: top, W: math.Max(x(to)-x(b.From), 3), H: size * 1.2, R: 3, Fill: b.Role})
		if b.To == 0 {
			rows = append(rows, Line{X1: x(last) - 8, Y1: top + size*0.6, X2: x(last) - 1, Y2: top + size*0.6, Stroke: Surface, Width: 1.5, ArrowEnd: true})
		}
		y += high + gap
	}
	f.Height = y + 2
	for year := math.Ceil(first); year <= last; year++ {
		anchor := Middle
		switch {
		case x(year) < labels+20:
			anchor = Start
		case x(year) > width-20:
			anchor = End
		}
		f.Shapes = append(f.Shapes,
			Line{X1: x(year), Y1: 18, X2: x(year), Y2: f.Height, Stroke: Rule},
			Text{X: x(year), Y: 12, Size: size, Anchor: anchor, Role: Muted, String: year0(year)})
	}
	f.Shapes = append(f.Shapes, rows...)
	if now > first && now < last {
		anchor := Start
		if x(now) > width-50 {
			anchor = End
		}
		f.Shapes = append(f.Shapes, Line{X1: x(now), Y1: 18, X2: x(now), Y2: f.Height, Stroke: Warn, Width: 1.5, Dash: true},
			Text{X: x(now), Y: f.Height + size, Size: size, Anchor: anchor, Role: Warn, String: nowLabel})
		f.Height += size + 4
	}
	return f
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

func year0(year float64) string {
	digits := []byte{'0', '0', '0', '0'}
	for i, n := 3, int(year); i >= 0 && n > 0; i, n = i-1, n/10 {
		digits[i] = byte('0' + n%10)
	}
	return string(digits)
}
