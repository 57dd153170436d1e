package figure

// Box is a body in a drawing of an organisation. Parent is the index of the one
// that it reports to, -1 for none.
type Box struct {
	Title, Note string
	Parent      int
	Dashed      bool // is not formed yet, or is no more
	Strong      bool // stands out
}

// Organisation draws who reports to whom: across where there is room, else as a
// list that is indented. A parent must stand before its children; others are
// drawn as if they had none.
func Organisation(boxes []Box, width float64) Figure {
	for i := range boxes {
		if boxes[i].Parent >= i {
			boxes[i].Parent = -1
		}
	}
	if width < 480 {
		return organisationDown(boxes, width)
	}
	return organisationAcross(boxes, width)
}

const (
	boxText = 12.5
	boxPad  = 10.0
	boxLine = boxText * 1.32
)

// boxShape draws one box and tells how high it is.
func boxShape(b Box, x, y, w, h float64) []Shape {
	fill, ink := Surface, Ink
	if b.Strong {
		fill, ink = Accent, Surface
	}
	shapes := []Shape{Rect{X: x, Y: y, W: w, H: h, R: 4, Fill: fill, Stroke: Rule}}
	if b.Dashed {
		shapes[0] = Rect{X: x, Y: y, W: w, H: h, R: 4, Fill: Surface}
		for _, l := range [][4]float64{{x, y, x + w, y}, {x + w, y, x + w, y + h}, {x + w, y + h, x, y + h}, {x, y + h, x, y}} {
			shapes = append(shapes, Line{X1: l[0], Y1: l[1], X2: l[2], Y2: l[3], Stroke: Muted, Dash: true})
		}
		ink = Ink
	}
	line := y + boxPad + boxText
	for _, s := range Wrap(b.Title, boxText, true, w-2*boxPad) {
		shapes = append(shapes, Text{X: x + boxPad, Y: line, Size: boxText, Bold: true, Role: ink, String: s})
		line += boxLine
	}
	muted := Muted
	if b.Strong && !b.Dashed {
		muted = Surface
	}
	for _, s := range Wrap(b.Note, boxText-1, false, w-2*boxPad) {
		shapes = append(shapes, Text{X: x + boxPad, Y: line, Size: boxText - 1, Role: muted, String: s})
		line += boxLine
	}
	return shapes
}

func boxHeight(b Box, w float64) float64 {
	n := len(Wrap(b.Title, boxText, true, w-2*boxPad)) + len(Wrap(b.Note, boxText-1, false, w-2*boxPad))
	return 2*boxPad + float64(n)*boxLine - (boxLine - boxText)
}

func depths(boxes []Box) []int {
	d := make([]int, len(boxes))
	for i, b := range boxes {
		if b.Parent >= 0 {
			d[i] = d[b.Parent] + 1
		}
	}
	return d
}

func organisationDown(boxes []Box, width float64) Figure {
	const indent, gap = 18.0, 10.0
	f := Figure{Width: width}
	depth := depths(boxes)
	children := make([][]int, len(boxes))
	var roots []int
	for i, b := range boxes {
		if b.Parent < 0 {
			roots = append(roots, i)
		} else {
			children[b.Parent] = append(children[b.Parent], i)
		}
	}
	middle := make([]float64, len(boxes))
	bottom := make([]float64, len(boxes))
	y := 1.0
	var lines, drawn []Shape
	var draw func(i int)
	draw = func(i int) {
		x := 1 + indent*float64(min(depth[i], 4))
		h := boxHeight(boxes[i], width-x-1)
		drawn = append(drawn, boxShape(boxes[i], x, y, width-x-1, h)...)
		middle[i], bottom[i] = y+h/2, y+h
		if p := boxes[i].Parent; p >= 0 {
			px := 1 + indent*float64(min(depth[p], 4)) + indent/2
			lines = append(lines, Polyline{Points: []Point{{px, bottom[p]}, {px, middle[i]}, {x, middle[i]}}, Stroke: Muted})
		}
		y += h + gap
		for _, c := range children[i] {
			draw(c)
		}
	}
	for _, r := range roots {
		draw(r)
	}
	f.Height = y - gap + 1
	f.Shapes = append(lines, drawn...)
	return f
}

// organisationAcross puts each level on rows of at most four boxes.
func organisationAcross(boxes []Box, width float64) Figure {
	const gap, drop, most = 16.0, 34.0, 4
	f := Figure{Width: width}
	depth := depths(boxes)
	var levels [][]int
	for i := range boxes {
		for len(levels) <= depth[i] {
			levels = append(levels, nil)
		}
		levels[depth[i]] = append(levels[depth[i]], i)
	}
	type placed struct{ x, y, w, h float64 }
	at := make([]placed, len(boxes))
	y := 1.0
	var lines, drawn []Shape
	for n, level := range levels {
		for start := 0; start < len(level); start += most {
			row := level[start:min(start+most, len(level))]
			w := (width - 2 - gap*float64(len(row)-1)) / float64(len(row))
			if len(row) < 3 {
				w = min(w, width*0.46)
			}
			left := (width - w*float64(len(row)) - gap*float64(len(row)-1)) / 2
			high := 0.0
			for _, i := range row {
				high = max(high, boxHeight(boxes[i], w))
			}
			for k, i := range row {
				at[i] = placed{left + (w+gap)*float64(k), y, w, high}
				drawn = append(drawn, boxShape(boxes[i], at[i].x, y, w, high)...)
				if p := boxes[i].Parent; p >= 0 {
					from, to := at[p], at[i]
					bend := to.y - drop/2
					lines = append(lines, Polyline{Stroke: Muted, Points: []Point{
						{from.x + from.w/2, from.y + from.h}, {from.x + from.w/2, bend}, {to.x + to.w/2, bend}, {to.x + to.w/2, to.y}}})
				}
			}
			y += high + gap
		}
		if n < len(levels)-1 {
			y += drop - gap
		}
	}
	f.Height = y - gap + 1
	f.Shapes = append(lines, drawn...)
	return f
}
