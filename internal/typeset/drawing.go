package typeset

import (
	"cmp"
	"errors"
	"math"
	"strings"

	"samsyn/internal/figure"
	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// drawing emits a figure as vectors, scaled down to the width where it must be,
// with its caption.
func (l *layout) drawing(b manuscript.Drawing, f frame) {
	fig := b.Figure
	if fig.Width <= 0 || fig.Height <= 0 {
		return
	}
	const tallest = 560
	scale := min(1, f.width/fig.Width, tallest/fig.Height)
	e := f.elem.Add("Figure")
	e.Alt = cmp.Or(alternative(fig), line.Plain(b.Caption))
	if strings.TrimSpace(e.Alt) == "" {
		l.Fail(errors.New("a figure has neither title, description nor caption"))
		return
	}
	l.prepare(fig)
	p := &page.Piece{Height: fig.Height * scale, Before: 15, After: f.style.After, Keep: len(b.Caption) > 0,
		Draw: func(at page.Spot) { l.drawFigure(fig, scale, at, e) }}
	if b.ID != "" {
		p.IDs = []string{b.ID}
	}
	f.emit(p)
	if len(b.Caption) > 0 {
		l.text(b.Caption, design.CaptionStyle, f.elem.Add("P"), f, "", false)
	}
}

func alternative(f figure.Figure) string {
	switch {
	case f.Title == "":
		return f.Desc
	case f.Desc == "":
		return f.Title
	}
	return f.Title + ". " + f.Desc
}

// prepare finds what cannot be shown before anything is drawn.
func (l *layout) prepare(f figure.Figure) {
	for _, s := range f.Shapes {
		switch s := s.(type) {
		case figure.Text:
			text, err := line.Clean(s.String)
			if err != nil {
				l.Fail(err)
				return
			}
			l.Shape(&line.Look{Font: fonts.Style{Family: fonts.Sans, Bold: s.Bold}, Size: s.Size}, text)
		case figure.Area:
			l.Fail(errors.New("a map is drawn on the site alone"))
			return
		}
	}
}

func (l *layout) drawFigure(f figure.Figure, scale float64, at page.Spot, e *tagged.Elem) {
	e.Set("Layout", "Placement", tagged.Name("Block"))
	e.Set("Layout", "BBox", tagged.RectValue(at.X, at.Page.Height-at.Y-f.Height*scale, at.X+f.Width*scale, at.Page.Height-at.Y))
	at.Page.Own(e)
	c := canvas{at.Page, at.X, at.Y, scale}
	for _, s := range f.Shapes {
		switch s := s.(type) {
		case figure.Rect:
			c.rect(s)
		case figure.Line:
			c.line(s)
		case figure.Polyline:
			paint := c.paint(figure.None, s.Stroke, s.Width, s.Dash)
			if s.Dots {
				paint.Dash = []float64{1.2 * c.scale, 2.4 * c.scale}
			}
			c.points(s.Points, false, paint)
		case figure.Polygon:
			c.points(s.Points, true, c.paint(s.Fill, s.Stroke, 1, false))
		case figure.Circle:
			c.circle(s)
		case figure.Text:
			l.figureText(s, c)
		}
	}
}

// canvas places a figure on a page.
type canvas struct {
	page        *tagged.Page
	x, y, scale float64
}

func (c canvas) at(x, y float64) (float64, float64) { return c.x + x*c.scale, c.y + y*c.scale }

func (c canvas) paint(fill, stroke figure.Role, width float64, dash bool) tagged.Paint {
	if width <= 0 {
		width = 1
	}
	p := tagged.Paint{Width: width * c.scale}
	if fill != figure.None {
		color := design.RoleColor(fill)
		p.Fill = &color
	}
	if stroke != figure.None {
		color := design.RoleColor(stroke)
		p.Stroke = &color
	}
	if dash {
		p.Dash = []float64{3 * c.scale, 3 * c.scale}
	}
	return p
}

// bow is how far a Bézier curve's handles reach for a quarter of a circle.
const bow = 0.5523

func (c canvas) rect(r figure.Rect) {
	x, y := c.at(r.X, r.Y)
	w, h := r.W*c.scale, r.H*c.scale
	rad := min(r.R*c.scale, math.Abs(w)/2, math.Abs(h)/2)
	var t tagged.Path
	if rad <= 0 {
		t.Rect(x, y, w, h)
	} else {
		k := rad * (1 - bow)
		t.Move(x+rad, y)
		t.Line(x+w-rad, y)
		t.Curve(x+w-k, y, x+w, y+k, x+w, y+rad)
		t.Line(x+w, y+h-rad)
		t.Curve(x+w, y+h-k, x+w-k, y+h, x+w-rad, y+h)
		t.Line(x+rad, y+h)
		t.Curve(x+k, y+h, x, y+h-k, x, y+h-rad)
		t.Line(x, y+rad)
		t.Curve(x, y+k, x+k, y, x+rad, y)
		t.Close()
	}
	c.page.Draw(&t, c.paint(r.Fill, r.Stroke, 1, false))
}

func (c canvas) line(s figure.Line) {
	x1, y1 := c.at(s.X1, s.Y1)
	x2, y2 := c.at(s.X2, s.Y2)
	var t tagged.Path
	t.Move(x1, y1)
	t.Line(x2, y2)
	paint := c.paint(figure.None, s.Stroke, s.Width, s.Dash)
	c.page.Draw(&t, paint)
	length := math.Hypot(x2-x1, y2-y1)
	if !s.ArrowEnd || length == 0 {
		return
	}
	size := (4 + 1.5*max(s.Width, 1)) * c.scale
	ux, uy := (x2-x1)/length, (y2-y1)/length
	var head tagged.Path
	head.Move(x2, y2)
	head.Line(x2-ux*size-uy*size/2, y2-uy*size+ux*size/2)
	head.Line(x2-ux*size+uy*size/2, y2-uy*size-ux*size/2)
	head.Close()
	c.page.Draw(&head, c.paint(s.Stroke, figure.None, 1, false))
}

func (c canvas) points(points []figure.Point, closed bool, paint tagged.Paint) {
	var t tagged.Path
	for i, p := range points {
		x, y := c.at(p.X, p.Y)
		if i == 0 {
			t.Move(x, y)
		} else {
			t.Line(x, y)
		}
	}
	if closed && len(points) > 0 {
		t.Close()
	}
	c.page.Draw(&t, paint)
}

func (c canvas) circle(s figure.Circle) {
	x, y := c.at(s.X, s.Y)
	r := s.R * c.scale
	k := r * bow
	var t tagged.Path
	t.Move(x+r, y)
	t.Curve(x+r, y+k, x+k, y+r, x, y+r)
	t.Curve(x-k, y+r, x-r, y+k, x-r, y)
	t.Curve(x-r, y-k, x-k, y-r, x, y-r)
	t.Curve(x+k, y-r, x+r, y-k, x+r, y)
	t.Close()
	c.page.Draw(&t, c.paint(s.Fill, s.Stroke, 1, false))
}

func (l *layout) figureText(s figure.Text, c canvas) {
	text, err := line.Clean(s.String)
	if err != nil {
		return // prepare has told
	}
	x, y := c.at(s.X, s.Y)
	k := &line.Look{Font: fonts.Style{Family: fonts.Sans, Bold: s.Bold}, Size: s.Size * c.scale}
	runs, w := l.Shape(k, text)
	switch s.Anchor {
	case figure.Middle:
		x -= w / 2
	case figure.End:
		x -= w
	}
	// Who gets the words alone must not get them grown together.
	c.page.Text(x, y, k.Size, design.RoleColor(s.Role), 0, line.Spaced(line.Joined([]line.Fragment{{Look: k, Runs: runs}})))
}
