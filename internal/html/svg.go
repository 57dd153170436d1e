package html

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"samsyn/internal/figure"
	blocks "samsyn/internal/view/block"
)

// svg writes a figure as SVG. Colours are classes, so that the page's own
// colours hold in light, dark and print.
func (m *markup) svg(d blocks.Drawing) {
	if len(d.Narrow.Shapes) == 0 {
		m.figure(d.Figure, d.ID, "")
	} else {
		m.figure(d.Figure, d.ID, "broad")
		m.figure(d.Narrow, d.ID+"-smal", "narrow")
	}
}

func (m *markup) figure(f figure.Figure, id, class string) {
	m.raw(`<svg xmlns="http://www.w3.org/2000/svg" role="img"`)
	m.attr("class", class)
	m.attr("viewBox", "0 0 "+num(f.Width)+" "+num(f.Height))
	m.attr("aria-labelledby", id+"-t "+id+"-d")
	m.raw(">")
	m.element("title", id+"-t", f.Title)
	m.element("desc", id+"-d", f.Desc)
	for _, s := range f.Shapes {
		m.shape(s)
	}
	m.raw("</svg>\n")
}

func num(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

// element writes an element that holds words.
func (m *markup) element(name, id, words string) {
	m.open(name, "id", id)
	m.text(words)
	m.close(name)
}

// paint is the class for a shape's ground and line.
func (m *markup) paint(fill, stroke figure.Role, dash bool) {
	class := "f-none"
	if fill != figure.None {
		class = "f-" + string(fill)
	}
	if stroke != figure.None {
		class += " s-" + string(stroke)
	}
	if dash {
		class += " dash"
	}
	m.attr("class", class)
}

// polyline is the class for a polyline, which may also be dotted.
func (m *markup) polyline(s figure.Polyline) {
	if s.Dots {
		m.attr("class", "f-none s-"+string(s.Stroke)+" dots")
		return
	}
	m.paint(figure.None, s.Stroke, s.Dash)
}

func (m *markup) width(v float64) {
	if v != 0 && v != 1 {
		m.attr("stroke-width", num(v))
	}
}

func (m *markup) points(ps []figure.Point) {
	var list []string
	for _, p := range ps {
		list = append(list, num(p.X)+","+num(p.Y))
	}
	m.attr("points", strings.Join(list, " "))
}

func (m *markup) shape(s figure.Shape) {
	switch s := s.(type) {
	case figure.Rect:
		m.raw("<rect")
		m.attr("x", num(s.X))
		m.attr("y", num(s.Y))
		m.attr("width", num(s.W))
		m.attr("height", num(s.H))
		if s.R > 0 {
			m.attr("rx", num(s.R))
		}
		m.paint(s.Fill, s.Stroke, false)
	case figure.Line:
		m.raw("<path")
		m.attr("d", linePath(s))
		m.paint(figure.None, s.Stroke, s.Dash)
		m.width(s.Width)
	case figure.Polyline:
		m.raw("<polyline")
		m.points(s.Points)
		m.polyline(s)
		m.width(s.Width)
	case figure.Polygon:
		m.raw("<polygon")
		m.points(s.Points)
		m.paint(s.Fill, s.Stroke, false)
	case figure.Area:
		m.raw("<path")
		m.attr("d", areaPath(s))
		m.paint(s.Fill, s.Stroke, false)
	case figure.Circle:
		m.raw("<circle")
		m.attr("cx", num(s.X))
		m.attr("cy", num(s.Y))
		m.attr("r", num(s.R))
		m.paint(s.Fill, s.Stroke, false)
	case figure.Text:
		m.label(s)
		return
	default:
		return
	}
	m.raw("/>")
}

// linePath draws a line and, where it has one, its arrowhead.
func linePath(l figure.Line) string {
	d := "M" + num(l.X1) + " " + num(l.Y1) + "L" + num(l.X2) + " " + num(l.Y2)
	if l.ArrowEnd {
		dx, dy := sign(l.X2-l.X1)*4, sign(l.Y2-l.Y1)*4
		d += "M" + num(l.X2-dx-dy) + " " + num(l.Y2-dy-dx) + "L" + num(l.X2) + " " + num(l.Y2) +
			"L" + num(l.X2-dx+dy) + " " + num(l.Y2-dy+dx)
	}
	return d
}

// areaPath draws an area's rings. Each point is said as the way from the one before it, in
// tenths of a unit, so that no rounding adds up: half as much text as where it lies.
func areaPath(a figure.Area) string {
	tenths := func(v float64) string { return strconv.FormatFloat(v/10, 'f', -1, 64) }
	var d strings.Builder
	for _, ring := range a.Rings {
		x, y, by := 0.0, 0.0, "M"
		for _, p := range ring {
			toX, toY := math.Round(p.X*10), math.Round(p.Y*10)
			d.WriteString(by + tenths(toX-x) + " " + tenths(toY-y))
			x, y, by = toX, toY, "l"
		}
		d.WriteString("z")
	}
	return d.String()
}

func sign(v float64) float64 { return float64(cmp.Compare(v, 0)) }

func (m *markup) label(t figure.Text) {
	m.raw("<text")
	m.attr("x", num(t.X))
	m.attr("y", num(t.Y))
	m.attr("font-size", num(t.Size))
	if t.Anchor != "" && t.Anchor != figure.Start {
		m.attr("text-anchor", string(t.Anchor))
	}
	class := "f-" + string(t.Role)
	if t.Bold {
		class += " b"
	}
	m.attr("class", class)
	m.raw(">")
	m.text(t.String)
	m.raw("</text>")
}
