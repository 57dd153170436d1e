package figure

import (
	"math"
	"math/rand"
	"strconv"
	"testing"
)

var says = [3]string{"rapporterar till", "bereder ärenden åt", "utses av"}

// looks are a kind's lines in a drawing, without the sample in the legend.
func looks(f Figure, k TieKind, above float64) []Polyline {
	want := k.line()
	var list []Polyline
	for _, s := range f.Shapes {
		if p, is := s.(Polyline); is && p.Dash == want.Dash && p.Dots == want.Dots && p.Points[0].Y < above {
			list = append(list, p)
		}
	}
	return list
}

// onIt tells whether a point lies on a line that goes along an axis.
func onIt(p Point, l Polyline) bool {
	a, b := l.Points[0], l.Points[1]
	const near = 0.01
	return p.X > min(a.X, b.X)-near && p.X < max(a.X, b.X)+near && p.Y > min(a.Y, b.Y)-near && p.Y < max(a.Y, b.Y)+near
}

func meet(a, b Polyline) bool {
	return onIt(a.Points[0], b) || onIt(a.Points[1], b) || onIt(b.Points[0], a) || onIt(b.Points[1], a)
}

// connected are all lines that hang together with one of them.
func connected(lines []Polyline, first int) []Polyline {
	in := make([]bool, len(lines))
	in[first] = true
	for grown := true; grown; {
		grown = false
		for i := range lines {
			for j := range lines {
				if in[i] && !in[j] && meet(lines[i], lines[j]) {
					in[j], grown = true, true
				}
			}
		}
	}
	var list []Polyline
	for i, l := range lines {
		if in[i] {
			list = append(list, l)
		}
	}
	return list
}

// boxesOf are the boxes of a drawing of bodies that are called by their numbers.
func boxesOf(t *testing.T, f Figure, n int) []Rect {
	t.Helper()
	boxes := make([]Rect, n)
	var last Rect
	found := 0
	for _, s := range f.Shapes {
		switch s := s.(type) {
		case Rect:
			last = s
		case Text:
			if at, err := strconv.Atoi(s.String); err == nil {
				boxes[at] = last
				found++
			}
		}
	}
	if found != n {
		t.Fatalf("%d boxes of %d are drawn", found, n)
	}
	return boxes
}

// Each tie can be followed along lines of its own kind from its body to the other, to
// no further one, and behind no box.
func TestTiesCanBeFollowed(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for round := range 400 {
		n := 2 + random.Intn(12)
		boxes := make([]Box, n)
		for i := range boxes {
			boxes[i] = Box{Title: strconv.Itoa(i), Dashed: random.Intn(4) == 0}
			for k := range tieKinds {
				if to := random.Intn(n); to != i && random.Intn(3) > 0 && (to < i || random.Intn(4) == 0) {
					boxes[i].Ties = append(boxes[i].Ties, Tie{to, k})
				}
			}
		}
		for _, width := range []float64{320, 640, 720} {
			f := Organisation(boxes, says, width)
			inside(t, "organisation", f)
			drawn := boxesOf(t, f, n)
			lowest := 0.0
			for _, b := range drawn {
				lowest = max(lowest, b.Y+b.H)
			}
			for k := range tieKinds {
				lines := looks(f, k, lowest+1000)
				for _, l := range lines {
					for i, b := range drawn {
						if middle := (Point{(l.Points[0].X + l.Points[1].X) / 2, (l.Points[0].Y + l.Points[1].Y) / 2}); middle.X > b.X && middle.X < b.X+b.W && middle.Y > b.Y && middle.Y < b.Y+b.H {
							t.Fatalf("round %d, width %v: a line goes behind box %d", round, width, i)
						}
					}
				}
				for i := range boxes {
					reached := map[int]bool{}
					for n, l := range lines {
						if p := l.Points[0]; p.Y == drawn[i].Y && p.X > drawn[i].X && p.X < drawn[i].X+drawn[i].W {
							for _, c := range connected(lines, n) {
								for at, b := range drawn {
									if p := c.Points[1]; math.Abs(p.Y-(b.Y+b.H+arrow)) < 0.01 && p.X > b.X && p.X < b.X+b.W {
										reached[at] = true
									}
								}
							}
						}
					}
					wanted := 0
					for _, tie := range boxes[i].Ties {
						if tie.Kind == k {
							wanted++
							if !reached[tie.To] {
								t.Fatalf("round %d, width %v: no line of kind %d from box %d to box %d", round, width, k, i, tie.To)
							}
						}
					}
					if len(reached) != wanted {
						t.Fatalf("round %d, width %v: the lines of kind %d from box %d lead to %v", round, width, k, i, reached)
					}
				}
			}
		}
	}
}

// The legend explains the kinds of lines that there are, and no others.
func TestLegendExplainsWhatIsDrawn(t *testing.T) {
	texts := func(f Figure) map[string]bool {
		all := map[string]bool{}
		for _, s := range f.Shapes {
			if s, is := s.(Text); is {
				all[s.String] = true
			}
		}
		return all
	}
	all := texts(Organisation([]Box{{Title: "A"}, {Title: "B", Ties: []Tie{{0, Prepares}, {0, Appointed}}}}, says, 720))
	if all[says[Reports]] || !all[says[Prepares]] || !all[says[Appointed]] {
		t.Errorf("the legend says %v", all)
	}
}
