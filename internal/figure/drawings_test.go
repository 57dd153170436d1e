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
		case Area:
			for _, ring := range s.Rings {
				for _, p := range ring {
					check(p.X, p.Y)
				}
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
		goal, years := 60.0, []Tick{{2020, "2020"}, {2021, "2021"}, {2022, "2022"}, {2023, "2023"}, {2024, "2024"}}
		series := []Series{
			{Label: "Totalt", Role: Accent, Points: []Point{{2020, 40}, {2024, 55}}},
			{Label: "Kvinnor", Role: Women, Mark: Square, Points: []Point{{2020, 40}, {2024, 55.1}}},
		}
		inside(t, "chart", Chart{Series: series, Times: years, Goal: &goal, GoalLabel: "Mål", Write: write}.Draw(width))
		inside(t, "level chart", Chart{Series: []Series{{Points: []Point{{2020, 5}, {2021, 5}}}}, Write: write}.Draw(width))
		for _, of := range [][2]float64{{1e11, 1e11 + 0.00001}, {-1e11, -1e11 - 0.00002}, {math.MaxInt64, math.MaxInt64 + 2048}, {1 << 53, 1<<53 + 2}, {0, 1e-300}} {
			inside(t, "nearly level chart", Chart{Series: []Series{{Points: []Point{{2020, of[0]}, {2026, of[1]}}}}, Write: write}.Draw(width))
		}
		inside(t, "empty chart", Chart{Write: write}.Draw(width))
		for n := range 6 {
			series = append(series, Series{Label: "Ett långt namn på en plats " + strconv.Itoa(n), Points: []Point{{2020, 40}, {2024, 40}}})
		}
		inside(t, "crowded chart", Chart{Series: series, Times: years, Write: write}.Draw(width))
		inside(t, "bars", Bars([]Group{
			{strings.Repeat("Lång etikett ", 9), []Amount{{10531, "10 531", Accent}}}, {"Ingen", []Amount{{0, "0", Accent}}},
			{"Tvärtom", []Amount{{-400, "−400", Women}, {2445, "2 445", Men}}},
		}, width))
		inside(t, "no bars", Bars(nil, width))
	}
}

func TestLinesAreNamedApart(t *testing.T) {
	f := Chart{Series: []Series{
		{Label: "a", Role: Women, Points: []Point{{1, 5}, {2, 5}}}, {Label: "b", Role: Men, Points: []Point{{1, 5}, {2, 5}}},
	}, Write: func(float64) string { return "" }}.Draw(720)
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

// A bar is as long as its value, and one of nothing is still seen.
func TestBarsAreAsLongAsTheirValues(t *testing.T) {
	f := Bars([]Group{{"a", []Amount{{100, "100", Accent}}}, {"b", []Amount{{50, "50", Accent}}}, {"c", []Amount{{0, "0", Accent}}}}, 720)
	var long []float64
	for _, s := range f.Shapes {
		if bar, ok := s.(Rect); ok {
			long = append(long, bar.W)
		}
	}
	if len(long) != 3 || math.Abs(long[0]-2*long[1]) > 0.01 || long[2] != 1 {
		t.Errorf("lengths %v", long)
	}
}

// Names of times that would touch are left out at even steps.
func TestNamesOfTimesDoNotTouch(t *testing.T) {
	var months []Tick
	series := Series{}
	for n := range 24 {
		at := 2024 + float64(n)/12
		months = append(months, Tick{at, "september 2024"})
		series.Points = append(series.Points, Point{at, 1})
	}
	f := Chart{Series: []Series{series}, Times: months, Write: func(float64) string { return "1" }}.Draw(720)
	last, shown := math.Inf(-1), 0
	for _, s := range f.Shapes {
		if name, ok := s.(Text); ok && name.Anchor == Middle {
			if name.X-last < TextWidth(name.String, name.Size, false) {
				t.Errorf("names touch at %.0f", name.X)
			}
			last, shown = name.X, shown+1
		}
	}
	if shown < 4 {
		t.Errorf("%d names", shown)
	}
}

// Each year's name stands within the year, and the line that ends the last has none.
func TestYearsAreNamedWhereTheyAre(t *testing.T) {
	for _, width := range []float64{320, 720} {
		f := Timeline([]Bar{{"Kort", "", 2024.2, 2026.9, Accent}}, 2026.9, "i dag", width)
		var lines []float64
		names := map[string]float64{}
		for _, s := range f.Shapes {
			switch s := s.(type) {
			case Line:
				if s.Stroke == Rule {
					lines = append(lines, s.X1)
				}
			case Text:
				if s.Role == Muted {
					names[s.String] = s.X
				}
			}
		}
		if len(lines) != 4 || len(names) != 3 {
			t.Fatalf("%g: lines %v, names %v", width, lines, names)
		}
		for n, year := range []string{"2024", "2025", "2026"} {
			if x, there := names[year]; !there || x <= lines[n] || x >= lines[n+1] {
				t.Errorf("%g: %s stands at %g, its year from %g to %g", width, year, x, lines[n], lines[n+1])
			}
		}
	}
	// A hundred years have room for few names, which do not meet.
	last := -100.0
	for _, s := range Timeline([]Bar{{"Lång", "", 1950, 2049, Accent}}, 0, "", 320).Shapes {
		if s, is := s.(Text); is && s.Role == Muted {
			if s.X-last < yearLabel-1 {
				t.Errorf("%s stands %g from the one before", s.String, s.X-last)
			}
			last = s.X
		}
	}
}
