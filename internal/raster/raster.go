// Package raster makes pictures of drawings, for documents that hold no vectors. A figure
// and a scale go in, a PNG comes out; words are set in the PDFs' typeface and colours are
// those of the PDFs.
package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"samsyn/internal/figure"
	"samsyn/internal/fonts"
	"samsyn/internal/typeset/design"
)

// PNG draws a figure on white, so many pixels to its unit. A character that the fonts
// lack is an error (*fonts.MissingGlyph), and so is a figure.Area.
func PNG(f figure.Figure, scale float64) ([]byte, error) {
	size := image.Rect(0, 0, int(math.Ceil(f.Width*scale)), int(math.Ceil(f.Height*scale)))
	c := &canvas{image.NewRGBA(size), scale}
	draw.Draw(c.m, size, image.White, image.Point{}, draw.Src)
	for _, s := range f.Shapes {
		if err := c.shape(s); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, c.m)
	return b.Bytes(), err
}

type canvas struct {
	m     *image.RGBA
	scale float64
}

func (c *canvas) shape(s figure.Shape) error {
	switch s := s.(type) {
	case figure.Rect:
		corners := []figure.Point{{X: s.X, Y: s.Y}, {X: s.X + s.W, Y: s.Y}, {X: s.X + s.W, Y: s.Y + s.H}, {X: s.X, Y: s.Y + s.H}}
		c.area(corners, s.Fill)
		c.around(corners, s.Stroke)
	case figure.Polygon:
		c.area(s.Points, s.Fill)
		c.around(s.Points, s.Stroke)
	case figure.Circle:
		points := circle(s.X, s.Y, s.R)
		c.area(points, s.Fill)
		c.around(points, s.Stroke)
	case figure.Line:
		from, to := figure.Point{X: s.X1, Y: s.Y1}, figure.Point{X: s.X2, Y: s.Y2}
		c.run([]figure.Point{from, to}, s.Stroke, s.Width, dashes(s.Dash, false))
		if s.ArrowEnd {
			c.arrow(from, to, s.Stroke)
		}
	case figure.Polyline:
		c.run(s.Points, s.Stroke, s.Width, dashes(s.Dash, s.Dots))
	case figure.Text:
		return c.text(s)
	default:
		return fmt.Errorf("%T is drawn on the site alone", s)
	}
	return nil
}

func circle(x, y, r float64) []figure.Point {
	const corners = 48
	points := make([]figure.Point, corners)
	for n := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(n) / corners)
		points[n] = figure.Point{X: x + r*cos, Y: y + r*sin}
	}
	return points
}

// dashes are how long a line is drawn and left out in turn; nil is a whole one.
func dashes(dash, dots bool) []float64 {
	switch {
	case dots:
		return []float64{1.2, 2.4}
	case dash:
		return []float64{3, 3}
	}
	return nil
}

func paint(r figure.Role) *image.Uniform {
	of := design.RoleColor(r)
	return image.NewUniform(color.RGBA{of.R, of.G, of.B, 0xff})
}

// area fills what lies within points.
func (c *canvas) area(points []figure.Point, role figure.Role) {
	if role == figure.None || len(points) < 3 {
		return
	}
	low, high := points[0], points[0]
	for _, p := range points {
		low = figure.Point{X: math.Min(low.X, p.X), Y: math.Min(low.Y, p.Y)}
		high = figure.Point{X: math.Max(high.X, p.X), Y: math.Max(high.Y, p.Y)}
	}
	c.fill(paint(role), low.X*c.scale, low.Y*c.scale, high.X*c.scale, high.Y*c.scale, func(z *vector.Rasterizer, left, top float64) {
		for n, p := range points {
			x, y := float32(p.X*c.scale-left), float32(p.Y*c.scale-top)
			if n == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	})
}

// fill fills a path that lies between two corners. The path is told where its own corner
// lies, from which it counts. What lies outside the picture is not drawn, nor what has a
// corner that is no number.
func (c *canvas) fill(with image.Image, x0, y0, x1, y1 float64, path func(z *vector.Rasterizer, left, top float64)) {
	for _, v := range []float64{x0, y0, x1, y1} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return
		}
	}
	of := c.m.Bounds()
	within := func(v float64, low, high int) int { return int(math.Max(float64(low), math.Min(v, float64(high)))) }
	box := image.Rect(
		within(math.Floor(x0)-1, of.Min.X, of.Max.X), within(math.Floor(y0)-1, of.Min.Y, of.Max.Y),
		within(math.Ceil(x1)+1, of.Min.X, of.Max.X), within(math.Ceil(y1)+1, of.Min.Y, of.Max.Y))
	if box.Empty() {
		return
	}
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	path(z, float64(box.Min.X), float64(box.Min.Y))
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	z.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	draw.DrawMask(c.m, box, with, image.Point{}, mask, image.Point{}, draw.Over)
}

// around draws the line around an area.
func (c *canvas) around(points []figure.Point, role figure.Role) {
	if len(points) > 1 {
		c.run(append(points[:len(points):len(points)], points[0]), role, 1, nil)
	}
}

// run draws a line along points; width 0 is 1.
func (c *canvas) run(points []figure.Point, role figure.Role, width float64, dashed []float64) {
	if role == figure.None {
		return
	}
	if width <= 0 {
		width = 1
	}
	at := 0.0 // along the line
	for n := 1; n < len(points); n++ {
		from, to := points[n-1], points[n]
		long := math.Hypot(to.X-from.X, to.Y-from.Y)
		for done := 0.0; done < long; {
			step, drawn := long-done, true
			if dashed != nil {
				step, drawn = dashAt(at, dashed)
				step = math.Min(step, long-done)
			}
			if drawn {
				c.segment(between(from, to, done/long), between(from, to, (done+step)/long), role, width)
			}
			done, at = done+step, at+step
		}
		if dashed == nil && n < len(points)-1 {
			c.area(circle(to.X, to.Y, width/2), role)
		}
	}
}

// dashAt tells how far it is to the next change, and whether the line is drawn till then.
func dashAt(at float64, dashed []float64) (left float64, drawn bool) {
	rest := math.Mod(at, dashed[0]+dashed[1])
	if rest < dashed[0]-1e-9 {
		return dashed[0] - rest, true
	}
	return math.Max(dashed[0]+dashed[1]-rest, 1e-3), false
}

func between(a, b figure.Point, share float64) figure.Point {
	return figure.Point{X: a.X + (b.X-a.X)*share, Y: a.Y + (b.Y-a.Y)*share}
}

func (c *canvas) segment(a, b figure.Point, role figure.Role, width float64) {
	long := math.Hypot(b.X-a.X, b.Y-a.Y)
	if long == 0 {
		return
	}
	dx, dy := (b.Y-a.Y)/long*width/2, (a.X-b.X)/long*width/2
	c.area([]figure.Point{{X: a.X + dx, Y: a.Y + dy}, {X: b.X + dx, Y: b.Y + dy}, {X: b.X - dx, Y: b.Y - dy}, {X: a.X - dx, Y: a.Y - dy}}, role)
}

func (c *canvas) arrow(from, to figure.Point, role figure.Role) {
	long := math.Hypot(to.X-from.X, to.Y-from.Y)
	if long == 0 {
		return
	}
	ux, uy := (to.X-from.X)/long, (to.Y-from.Y)/long
	c.area([]figure.Point{to, {X: to.X - 7*ux - 3.5*uy, Y: to.Y - 7*uy + 3.5*ux}, {X: to.X - 7*ux + 3.5*uy, Y: to.Y - 7*uy - 3.5*ux}}, role)
}

// text writes one line of words.
func (c *canvas) text(t figure.Text) error {
	runs, err := (fonts.Style{Family: fonts.Sans, Bold: t.Bold}).Shape(t.String)
	if err != nil {
		return err
	}
	size := t.Size * c.scale
	width := 0.0
	for _, r := range runs {
		width += r.Width() / 1000 * size
	}
	x, y := t.X*c.scale, t.Y*c.scale
	switch t.Anchor {
	case figure.Middle:
		x -= width / 2
	case figure.End:
		x -= width
	}
	const finer = 64 // outlines are asked for in whole sizes
	for _, r := range runs {
		for _, g := range r.Glyphs {
			outline, err := r.Face.Outline(g.ID, finer)
			if err != nil {
				return err
			}
			c.glyph(outline, x, y, size/finer, paint(t.Role))
			x += (g.Width + g.Kern) / 1000 * size
		}
	}
	return nil
}

func (c *canvas) glyph(outline sfnt.Segments, x, y, scale float64, with image.Image) {
	if len(outline) == 0 {
		return
	}
	place := func(p fixed.Point26_6) (float64, float64) {
		return x + float64(p.X)/64*scale, y + float64(p.Y)/64*scale
	}
	bounds := outline.Bounds()
	x0, y0 := place(bounds.Min)
	x1, y1 := place(bounds.Max)
	c.fill(with, x0, y0, x1, y1, func(z *vector.Rasterizer, left, top float64) {
		at := func(p fixed.Point26_6) (float32, float32) {
			px, py := place(p)
			return float32(px - left), float32(py - top)
		}
		for _, s := range outline {
			x1, y1 := at(s.Args[0])
			x2, y2 := at(s.Args[1])
			x3, y3 := at(s.Args[2])
			switch s.Op {
			case sfnt.SegmentOpMoveTo:
				z.ClosePath()
				z.MoveTo(x1, y1)
			case sfnt.SegmentOpLineTo:
				z.LineTo(x1, y1)
			case sfnt.SegmentOpQuadTo:
				z.QuadTo(x1, y1, x2, y2)
			case sfnt.SegmentOpCubeTo:
				z.CubeTo(x1, y1, x2, y2, x3, y3)
			}
		}
		z.ClosePath()
	})
}
