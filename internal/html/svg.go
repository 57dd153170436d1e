package html

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"samsyn/internal/figure"
	blocks "samsyn/internal/view/block"
)

// drawSVG writes a figure as SVG. Colours are classes, so that the page's own
// colours hold in light, dark and print. Everything from the content is escaped
// here.
func drawSVG(d blocks.Drawing) template.HTML {
	var b strings.Builder
	if len(d.Narrow.Shapes) == 0 {
		writeSVG(&b, d.Figure, d.ID, "")
	} else {
		writeSVG(&b, d.Figure, d.ID, "broad")
		writeSVG(&b, d.Narrow, d.ID+"-smal", "narrow")
	}
	return template.HTML(b.String()) // every part of it escaped below
}

type svgWriter struct{ b *strings.Builder }

func writeSVG(b *strings.Builder, f figure.Figure, id, class string) {
	w := svgWriter{b}
	w.b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" role="img"`)
	w.attr("class", class)
	w.attr("viewBox", "0 0 "+num(f.Width)+" "+num(f.Height))
	w.attr("aria-labelledby", id+"-t "+id+"-d")
	w.b.WriteString(">")
	w.element("title", id+"-t", f.Title)
	w.element("desc", id+"-d", f.Desc)
	for _, s := range f.Shapes {
		w.shape(s)
	}
	w.b.WriteString("</svg>\n")
}

func num(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

func (w svgWriter) attr(name, value string) {
	w.b.WriteString(" " + name + `="`)
	template.HTMLEscape(w.b, []byte(value))
	w.b.WriteString(`"`)
}

func (w svgWriter) element(name, id, content string) {
	w.b.WriteString("<" + name)
	w.attr("id", id)
	w.b.WriteString(">")
	template.HTMLEscape(w.b, []byte(content))
	w.b.WriteString("</" + name + ">")
}

// paint is the class for a shape's ground and line.
func (w svgWriter) paint(fill, stroke figure.Role, dash bool) {
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
	w.attr("class", class)
}

// run is the class for a polyline, which may also be dotted.
func (w svgWriter) run(s figure.Polyline) {
	if s.Dots {
		w.attr("class", "f-none s-"+string(s.Stroke)+" dots")
		return
	}
	w.paint(figure.None, s.Stroke, s.Dash)
}

func (w svgWriter) width(v float64) {
	if v != 0 && v != 1 {
		w.attr("stroke-width", num(v))
	}
}

func (w svgWriter) points(ps []figure.Point) {
	var list []string
	for _, p := range ps {
		list = append(list, num(p.X)+","+num(p.Y))
	}
	w.attr("points", strings.Join(list, " "))
}

func (w svgWriter) shape(s figure.Shape) {
	switch s := s.(type) {
	case figure.Rect:
		w.b.WriteString("<rect")
		w.attr("x", num(s.X))
		w.attr("y", num(s.Y))
		w.attr("width", num(s.W))
		w.attr("height", num(s.H))
		if s.R > 0 {
			w.attr("rx", num(s.R))
		}
		w.paint(s.Fill, s.Stroke, false)
	case figure.Line:
		w.b.WriteString("<path")
		w.attr("d", linePath(s))
		w.paint(figure.None, s.Stroke, s.Dash)
		w.width(s.Width)
	case figure.Polyline:
		w.b.WriteString("<polyline")
		w.points(s.Points)
		w.run(s)
		w.width(s.Width)
	case figure.Polygon:
		w.b.WriteString("<polygon")
		w.points(s.Points)
		w.paint(s.Fill, s.Stroke, false)
	case figure.Area:
		w.b.WriteString("<path")
		w.attr("d", areaPath(s))
		w.paint(s.Fill, s.Stroke, false)
	case figure.Circle:
		w.b.WriteString("<circle")
		w.attr("cx", num(s.X))
		w.attr("cy", num(s.Y))
		w.attr("r", num(s.R))
		w.paint(s.Fill, s.Stroke, false)
	case figure.Text:
		w.text(s)
		return
	default:
		return
	}
	w.b.WriteString("/>")
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

func sign(v float64) float64 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

func (w svgWriter) text(t figure.Text) {
	w.b.WriteString("<text")
	w.attr("x", num(t.X))
	w.attr("y", num(t.Y))
	w.attr("font-size", num(t.Size))
	if t.Anchor != "" && t.Anchor != figure.Start {
		w.attr("text-anchor", string(t.Anchor))
	}
	class := "f-" + string(t.Role)
	if t.Bold {
		class += " b"
	}
	w.attr("class", class)
	w.b.WriteString(">")
	template.HTMLEscape(w.b, []byte(t.String))
	w.b.WriteString("</text>")
}
