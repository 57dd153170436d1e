package figure

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// inside fails where a shape leaves the figure or a number is none.
func inside(t *testing.T, name string, f Figure) {
	t.Helper()
	if f.Width <= 0 || f.Height <= 0 || f.Height > 1e5 || math.IsNaN(f.Height) {
		t.Fatalf("%s is %v × %v", name, f.Width, f.Height)
	}
	check := func(x, y float64) {
		if !(x >= -1 && x <= f.Width+1 && y >= -1 && y <= f.Height+1) {
			t.Errorf("%s: %v, %v lies outside %v × %v", name, x, y, f.Width, f.Height)
		}
	}
	for _, s := range f.Shapes {
		switch s := s.(type) {
		case Rect:
			check(s.X, s.Y)
			check(s.X+s.W, s.Y+s.H)
		case Line:
			check(s.X1, s.Y1)
			check(s.X2, s.Y2)
		case Polyline:
			for _, p := range s.Points {
				check(p.X, p.Y)
			}
		case Circle:
			check(s.X, s.Y)
		case Text:
			check(s.X, s.Y)
		}
	}
}

func TestDrawingsStayInside(t *testing.T) {
	for _, width := range []float64{320, 520, 720} {
		bars := []Bar{{"Kort", "", 2024.5, 2025, Accent}, {strings.Repeat("Lång titel ", 12), "", 2025, 0, Good}, {"Bakvänd", "", 2026, 2025, Muted}}
		inside(t, "timeline", Timeline(bars, 2025.2, "i dag", width))
		inside(t, "empty timeline", Timeline(nil, 0, "", width))
		boxes := []Box{{Title: "Forum", Strong: true}}
		for i := range 11 {
			boxes = append(boxes, Box{Title: "Grupp " + strconv.Itoa(i), Note: "Ansvarig", Ties: []Tie{{i / 3, Reports}, {i / 2, Appointed}}, Dashed: i%2 == 0})
		}
		boxes = append(boxes, Box{Title: "Fel", Ties: []Tie{{99, Reports}, {-1, Prepares}, {12, Reports}, {0, 7}}})
		inside(t, "organisation", Organisation(boxes, says, width))
		inside(t, "no organisation", Organisation(nil, says, width))
		write := func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
		series := []Series{
			{Label: "Totalt", Role: Accent, Points: []Point{{2020, 40}, {2024, 55}}},
			{Label: "Kvinnor", Role: Women, Mark: Square, Points: []Point{{2020, 40}, {2024, 55.1}}},
		}
		inside(t, "chart", Chart(series, 60, true, "Mål", write, width))
		inside(t, "level chart", Chart([]Series{{Points: []Point{{2020, 5}, {2021, 5}}}}, 0, false, "", write, width))
		inside(t, "empty chart", Chart(nil, 0, false, "", write, width))
	}
}

func TestLinesAreNamedApart(t *testing.T) {
	f := Chart([]Series{
		{Label: "a", Role: Women, Points: []Point{{1, 5}, {2, 5}}}, {Label: "b", Role: Men, Points: []Point{{1, 5}, {2, 5}}},
	}, 0, false, "", func(float64) string { return "" }, 720)
	y := map[string]float64{}
	for _, s := range f.Shapes {
		if text, ok := s.(Text); ok {
			y[text.String] = text.Y
		}
	}
	if math.Abs(y["a"]-y["b"]) < 12 {
		t.Errorf("the names cover each other: %v", y)
	}
}
