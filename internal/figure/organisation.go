package figure

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Box is a body in a drawing of an organisation.
type Box struct {
	Title, Note string
	Ties        []Tie
	Dashed      bool // is not formed yet, or is no more
	Strong      bool // stands out
}

// Tie is what a body has to do with the one at the index To.
type Tie struct {
	To   int
	Kind TieKind
}

// TieKind says what a tie means. Each kind has a line of its own kind.
type TieKind int

// A body reports to another, prepares matters for it or is appointed by it.
const (
	Reports TieKind = iota
	Prepares
	Appointed
	tieKinds
)

// line gives a tie's line the look of its kind, which is never colour alone.
func (k TieKind) line(points ...Point) Polyline {
	return Polyline{Points: points, Stroke: Muted, Width: 1.2, Dash: k == Prepares, Dots: k == Appointed}
}

// Organisation draws who reports to whom, who prepares for whom and who appoints whom,
// with arrows to the one that it is about: in rows where there is room, else each box
// below the other. A box stands below those that it is tied to, if they stand before it
// in the list. Below the boxes it says what each kind of line means, in the words of
// says. Ties to a box itself or to one that is not there are left out.
func Organisation(boxes []Box, says [3]string, width float64) Figure {
	o := organisation{boxes: boxes, width: width}
	o.arrange()
	o.plan()
	o.place()
	o.meet()
	o.lines()
	o.legend(says)
	return Figure{Width: width, Height: o.height, Shapes: append(o.drawn, o.covers...)}
}

const (
	boxText  = 12.5
	boxPad   = 10.0
	boxLine  = boxText * 1.32
	boxGap   = 16.0 // between boxes
	laneStep = 8.0  // between lines side by side
	arrow    = 5.0  // half of how wide an arrowhead is
)

// organisation is a drawing in the making. Boxes stand in rows; the gap with a row's
// number is above it. A tie leaves a box upwards, goes along a lane in the gap there and
// comes to the other box from below. Where that box is not in the row above, a rail at
// the left edge leads from gap to gap. All ties of one kind to one box share their
// lanes, their rail and their arrow.
type organisation struct {
	boxes  []Box
	width  float64
	height float64
	rows   [][]int
	rowOf  []int
	at     []placed
	ties   []tied
	lanes  []map[target]int // of each gap: which lane each target has
	rails  map[target]int
	gapTop []float64
	leaves map[tied]float64   // where a tie leaves its box
	comes  map[target]float64 // where ties come to a box
	drawn  []Shape            // lines, and what explains them
	covers []Shape            // boxes, which stand above lines
}

type placed struct{ x, y, w, h float64 }

type target struct {
	box  int
	kind TieKind
}

type tied struct {
	from int
	to   target
}

// arrange puts the boxes into rows: by levels, or each on a row of its own.
func (o *organisation) arrange() {
	most := 4
	if o.width < 480 {
		most = 1
	}
	depth, leader := make([]int, len(o.boxes)), make([]int, len(o.boxes))
	for i, b := range o.boxes {
		leader[i] = -1
		known := len(o.ties)
		for _, t := range b.Ties {
			if t.To < 0 || t.To >= len(o.boxes) || t.To == i || t.Kind < 0 || t.Kind >= tieKinds {
				continue
			}
			if to := (target{t.To, t.Kind}); !slices.Contains(o.ties[known:], tied{i, to}) {
				o.ties = append(o.ties, tied{i, to})
			}
			if t.To < i && depth[t.To] >= depth[i] {
				depth[i], leader[i] = depth[t.To]+1, t.To
			}
		}
	}
	var order []int
	if most == 1 { // those that belong below a box follow it at once
		children := make([][]int, len(o.boxes)+1)
		for i := range o.boxes {
			children[leader[i]+1] = append(children[leader[i]+1], i)
		}
		var follow func(of int)
		follow = func(of int) {
			for _, i := range children[of+1] {
				order = append(order, i)
				follow(i)
			}
		}
		follow(-1)
	} else {
		for i := range o.boxes {
			order = append(order, i)
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(depth[a], depth[b]) })
	}
	o.rowOf = make([]int, len(o.boxes))
	for _, i := range order {
		last := len(o.rows) - 1
		if last < 0 || len(o.rows[last]) == most || depth[o.rows[last][0]] != depth[i] {
			o.rows = append(o.rows, nil)
			last++
		}
		o.rows[last] = append(o.rows[last], i)
		o.rowOf[i] = last
	}
}

// plan finds which lanes and rails are needed.
func (o *organisation) plan() {
	o.rails = map[target]int{}
	o.lanes = make([]map[target]int, len(o.rows)+1)
	for g := range o.lanes {
		o.lanes[g] = map[target]int{}
	}
	for _, t := range o.ties {
		leaves, comes := o.rowOf[t.from], o.rowOf[t.to.box]+1
		for _, g := range []int{leaves, comes} {
			if _, has := o.lanes[g][t.to]; !has {
				o.lanes[g][t.to] = len(o.lanes[g])
			}
		}
		if _, has := o.rails[t.to]; leaves != comes && !has {
			o.rails[t.to] = len(o.rails)
		}
	}
}

// margin is what the rails take at the left edge.
func (o *organisation) margin() float64 {
	if len(o.rails) == 0 {
		return 1
	}
	return min(laneStep*float64(len(o.rails))+laneStep, o.width/4)
}

func (o *organisation) railAt(t target) float64 {
	return 1 + (o.margin()-1)*float64(o.rails[t])/float64(len(o.rails))
}

func (o *organisation) laneAt(gap int, t target) float64 {
	return o.gapTop[gap] + 2*arrow + 4 + laneStep*float64(o.lanes[gap][t])
}

// place gives every box its place.
func (o *organisation) place() {
	o.at = make([]placed, len(o.boxes))
	room := o.width - o.margin() - 1
	y := 1.0
	for n, row := range o.rows {
		o.gapTop = append(o.gapTop, y)
		switch lanes := len(o.lanes[n]); {
		case lanes > 0:
			y += 2*arrow + 4 + laneStep*float64(lanes) + 6
		case n > 0:
			y += boxGap
		}
		w := (room - boxGap*float64(len(row)-1)) / float64(len(row))
		if len(row) < 3 && o.width >= 480 {
			w = min(w, room*0.46)
		}
		left := o.margin() + (room-w*float64(len(row))-boxGap*float64(len(row)-1))/2
		high := 0.0
		for _, i := range row {
			high = max(high, boxHeight(o.boxes[i], w))
		}
		for k, i := range row {
			o.at[i] = placed{left + (w+boxGap)*float64(k), y, w, high}
			o.covers = append(o.covers, boxShape(o.boxes[i], o.at[i].x, y, w, high)...)
		}
		y += high
	}
	o.gapTop = append(o.gapTop, y)
	if lanes := len(o.lanes[len(o.rows)]); lanes > 0 {
		y += 2*arrow + 4 + laneStep*float64(lanes)
	}
	o.height = y + 1
}

// meet finds where ties leave boxes and come to them: side by side, and nowhere above or
// below each other within a gap, so that two never run together.
func (o *organisation) meet() {
	o.leaves, o.comes = map[tied]float64{}, map[target]float64{}
	taken := make([]map[float64]target, len(o.lanes))
	for g := range taken {
		taken[g] = map[float64]target{}
	}
	beside := func(gap int, t target, x float64) float64 {
		for n := 1; ; n++ {
			free := true
			for other, of := range taken[gap] {
				free = free && (of == t || math.Abs(other-x) >= 3)
			}
			if free || n > 200 {
				taken[gap][x] = t
				return x
			}
			x += 4 * float64(n) * float64(n%2*2-1) // to the right and to the left by turns
		}
	}
	targets := o.targets()
	to, from := map[int][]TieKind{}, map[int][]tied{}
	for _, t := range targets {
		to[t.box] = append(to[t.box], t.kind)
	}
	for _, t := range o.ties {
		from[t.from] = append(from[t.from], t)
	}
	for _, t := range targets {
		kinds := to[t.box]
		slices.Sort(kinds)
		o.comes[t] = beside(o.rowOf[t.box]+1, t, spread(o.at[t.box], slices.Index(kinds, t.kind), len(kinds)))
	}
	for _, t := range o.ties {
		mine := from[t.from]
		o.leaves[t] = beside(o.rowOf[t.from], t.to, spread(o.at[t.from], slices.Index(mine, t), len(mine)))
	}
}

// spread is the place of one of several along a box's edge.
func spread(b placed, n, of int) float64 {
	step := min(18, b.w/float64(of+1))
	return b.x + b.w/2 + (float64(n)-float64(of-1)/2)*step
}

// lines draws the ties.
func (o *organisation) lines() {
	reach := make([]map[target][2]float64, len(o.lanes)) // how far each lane goes
	for g := range reach {
		reach[g] = map[target][2]float64{}
	}
	touch := func(gap int, t target, x float64) {
		r, has := reach[gap][t]
		if !has {
			r = [2]float64{x, x}
		}
		reach[gap][t] = [2]float64{min(r[0], x), max(r[1], x)}
	}
	arrived := map[target]bool{}
	highest, lowest := map[target]float64{}, map[target]float64{}
	for _, t := range o.ties {
		leaves, comes := o.rowOf[t.from], o.rowOf[t.to.box]+1
		x, y := o.leaves[t], o.laneAt(leaves, t.to)
		o.drawn = append(o.drawn, t.to.kind.line(Point{x, o.at[t.from].y}, Point{x, y}))
		touch(leaves, t.to, x)
		if leaves != comes {
			rail, up := o.railAt(t.to), o.laneAt(comes, t.to)
			touch(leaves, t.to, rail)
			touch(comes, t.to, rail)
			if _, has := highest[t.to]; !has {
				highest[t.to], lowest[t.to] = up, up
			}
			highest[t.to], lowest[t.to] = min(highest[t.to], y), max(lowest[t.to], y)
		}
		if !arrived[t.to] {
			arrived[t.to] = true
			x, bottom := o.comes[t.to], o.at[t.to.box].y+o.at[t.to.box].h
			touch(comes, t.to, x)
			o.drawn = append(o.drawn, t.to.kind.line(Point{x, o.laneAt(comes, t.to)}, Point{x, bottom + arrow}), arrowUp(x, bottom))
		}
	}
	for g := range reach {
		for _, t := range slices.SortedFunc(maps.Keys(reach[g]), func(a, b target) int { return cmp.Or(cmp.Compare(a.box, b.box), cmp.Compare(a.kind, b.kind)) }) {
			if r := reach[g][t]; r[0] < r[1] {
				y := o.laneAt(g, t)
				o.drawn = append(o.drawn, t.kind.line(Point{r[0], y}, Point{r[1], y}))
			}
		}
	}
	for _, t := range o.targets() {
		if _, has := o.rails[t]; has {
			x := o.railAt(t)
			o.drawn = append(o.drawn, t.kind.line(Point{x, highest[t]}, Point{x, lowest[t]}))
		}
	}
}

// targets are what the ties lead to, each once, in their order.
func (o *organisation) targets() []target {
	var list []target
	seen := map[target]bool{}
	for _, t := range o.ties {
		if !seen[t.to] {
			seen[t.to] = true
			list = append(list, t.to)
		}
	}
	return list
}

func arrowUp(x, y float64) Polygon {
	return Polygon{Fill: Muted, Points: []Point{{x, y}, {x - arrow*0.8, y + 2*arrow*0.8}, {x + arrow*0.8, y + 2*arrow*0.8}}}
}

// legend says what each kind of line that there is means.
func (o *organisation) legend(says [3]string) {
	if len(o.ties) > 0 {
		o.height += boxPad
	}
	for k := range tieKinds {
		if !slices.ContainsFunc(o.ties, func(t tied) bool { return t.to.kind == k }) {
			continue
		}
		const sample = 46.0
		y := o.height + boxLine
		o.drawn = append(o.drawn, k.line(Point{1, y - boxText/3}, Point{sample - 2*arrow, y - boxText/3}),
			Polygon{Fill: Muted, Points: []Point{{sample, y - boxText/3}, {sample - 8, y - boxText/3 - 4}, {sample - 8, y - boxText/3 + 4}}})
		for _, s := range Wrap(says[k], boxText-1, false, o.width-sample-boxPad) {
			o.drawn = append(o.drawn, Text{X: sample + boxPad, Y: y, Size: boxText - 1, Role: Ink, String: s})
			y += boxLine
		}
		o.height = y - boxLine + 6
	}
}

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
