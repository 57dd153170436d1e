// Package card draws the picture that stands beside a link to the site where
// links are shown with one. It draws with whole numbers alone, so that the same
// words give the same bytes on every machine.
package card

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"samsyn/internal/fonts"
	"samsyn/internal/tint"
)

// Width and Height of the picture in pixels: the shape that the services ask for.
const (
	Width  = 1200
	Height = 630
)

// The site's own colours beside the ground (site/style.css).
var (
	white = color.RGBA{0xff, 0xff, 0xff, 0xff}
	soft  = color.RGBA{0xcf, 0xe3, 0xda, 0xff}
	gold  = color.RGBA{0xf3, 0xb9, 0x5f, 0xff}
)

var (
	serif = fonts.Style{Family: fonts.Serif, Bold: true}
	sans  = fonts.Style{Family: fonts.Sans}
)

const (
	margin = 84
	column = Width - 2*margin
	band   = 16                 // of gold, at the foot
	foot   = Height - band - 64 // the lowest base line
)

// PNG is the card for a title, a line below it and, at the foot, a publisher, in white on
// a ground; the two may be empty. The error is a *fonts.MissingGlyph where the words are in a
// script that is not drawn here.
func PNG(title, below, publisher string, ground tint.Colour) ([]byte, error) {
	c := newCanvas(color.RGBA{ground.R, ground.G, ground.B, 0xff})
	c.fill(image.Rect(0, Height-band, Width, Height), gold)
	// The two rings of the site's icon, one in the other.
	c.ring(Width-margin-126, foot-62, 52, 21, white)
	c.ring(Width-margin-62, foot-62, 52, 21, gold)

	lines, size, err := fit(serif, title, []int{80, 70, 60, 52, 44}, 4)
	if err != nil {
		return nil, err
	}
	y := margin + size*3/4
	for _, l := range lines {
		if err := c.line(serif, l, margin, y, size, white); err != nil {
			return nil, err
		}
		y += size * 6 / 5
	}
	if lines, size, err = fit(sans, below, []int{36, 32}, 2); err != nil {
		return nil, err
	}
	y += 12
	for _, l := range lines {
		if y > foot-70 {
			break
		}
		if err := c.line(sans, l, margin, y, size, soft); err != nil {
			return nil, err
		}
		y += size * 4 / 3
	}
	if lines, size, err = wrapped(sans, publisher, 32, column-260, 1); err != nil {
		return nil, err
	}
	for _, l := range lines {
		if err := c.line(sans, l, margin, foot, size, white); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err = png.Encode(&b, c.Paletted)
	return b.Bytes(), err
}

// fit is the text in the largest of the sizes in which it fits into so many lines,
// cut short in the smallest where it fits in none.
func fit(s fonts.Style, text string, sizes []int, most int) ([]string, int, error) {
	for _, size := range sizes {
		lines, _, err := wrapped(s, text, size, column, most+1)
		if err != nil || len(lines) <= most {
			return lines, size, err
		}
	}
	return wrapped(s, text, sizes[len(sizes)-1], column, most)
}

// wrapped parts a text into lines of at most so many pixels, and gives the first.
func wrapped(s fonts.Style, text string, size, width, most int) ([]string, int, error) {
	var lines []string
	current := ""
	for _, word := range strings.Fields(text) {
		for word != "" {
			try := strings.TrimSpace(current + " " + word)
			n, err := widthOf(s, try, size)
			switch {
			case err != nil:
				return nil, size, err
			case n <= width:
				current, word = try, ""
				continue
			case current != "":
				lines, current = append(lines, current), ""
			default: // one word that is wider than the card
				head, err := longest(s, word, size, width)
				if err != nil {
					return nil, size, err
				}
				lines, word = append(lines, head), word[len(head):]
			}
			if len(lines) == most {
				lines[most-1] = strings.TrimRight(lines[most-1], " ,.–-") + "…"
				return lines, size, nil
			}
		}
	}
	if current != "" {
		lines = append(lines, current)
	}
	return lines, size, nil
}

// longest is as much of a word as the width has room for, at least one letter.
func longest(s fonts.Style, word string, size, width int) (string, error) {
	head := ""
	for _, c := range word {
		n, err := widthOf(s, head+string(c), size)
		if err != nil || head != "" && n > width {
			return head, err
		}
		head += string(c)
	}
	return head, nil
}

func widthOf(s fonts.Style, text string, size int) (int, error) {
	runs, err := s.Shape(text)
	width := 0
	for _, r := range runs {
		width += thousandths(r.Width(), size) / 64
	}
	return width, err
}

// thousandths of a type size, in 64ths of a pixel.
func thousandths(v float64, size int) int { return int(v) * size * 64 / 1000 }

// canvas is the picture, and the numbers of its colours.
type canvas struct {
	*image.Paletted
	numbers map[color.RGBA]uint8
}

func newCanvas(ground color.RGBA) *canvas {
	return &canvas{
		image.NewPaletted(image.Rect(0, 0, Width, Height), color.Palette{ground}),
		map[color.RGBA]uint8{ground: 0},
	}
}

// number is a colour's place in the palette. Blending in sixteen steps keeps them
// far fewer than a palette can have; one too many would come out as the ground.
func (c *canvas) number(of color.RGBA) uint8 {
	n, known := c.numbers[of]
	if !known && len(c.Palette) < 256 {
		n = uint8(len(c.Palette))
		c.numbers[of] = n
		c.Palette = append(c.Palette, of)
	}
	return n
}

func (c *canvas) fill(r image.Rectangle, with color.RGBA) {
	n := c.number(with)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c.SetColorIndex(x, y, n)
		}
	}
}

// blend puts a colour over what is there, in sixteen steps.
func (c *canvas) blend(x, y int, with color.RGBA, alpha uint8) {
	if !(image.Point{X: x, Y: y}).In(c.Bounds()) {
		return
	}
	under, _ := c.Palette[c.ColorIndexAt(x, y)].(color.RGBA)
	a := (int(alpha) + 8) / 17
	mix := func(from, to uint8) uint8 { return uint8((int(from)*(15-a) + int(to)*a) / 15) }
	c.SetColorIndex(x, y, c.number(color.RGBA{mix(under.R, with.R), mix(under.G, with.G), mix(under.B, with.B), 0xff}))
}

// ring draws a circle's line, as wide as broad: every pixel is looked at in 16 places.
func (c *canvas) ring(cx, cy, radius, broad int, with color.RGBA) {
	const n = 4
	inner, outer := (2*radius-broad)*n, (2*radius+broad)*n // twice the radii, in parts of a pixel
	for y := cy - radius - broad; y <= cy+radius+broad; y++ {
		for x := cx - radius - broad; x <= cx+radius+broad; x++ {
			hit := 0
			for i := range n * n {
				dx, dy := 2*((x-cx)*n+i%n)+1, 2*((y-cy)*n+i/n)+1
				if d := dx*dx + dy*dy; d >= inner*inner && d <= outer*outer {
					hit++
				}
			}
			if hit > 0 {
				c.blend(x, y, with, uint8(hit*255/(n*n)))
			}
		}
	}
}

// line writes text on the base line y.
func (c *canvas) line(s fonts.Style, text string, x, y, size int, with color.RGBA) error {
	runs, err := s.Shape(text)
	if err != nil {
		return err
	}
	at := x * 64
	for _, r := range runs {
		for _, g := range r.Glyphs {
			outline, err := r.Face.Outline(g.ID, size)
			if err != nil {
				return err
			}
			c.glyph(outline, at, y, with)
			at += thousandths(g.Width+g.Kern, size)
		}
	}
	return nil
}

// glyph fills an outline whose origin is at x (in 64ths of a pixel) and y.
func (c *canvas) glyph(outline sfnt.Segments, x, y int, with color.RGBA) {
	bounds := outline.Bounds()
	if outline == nil || bounds.Empty() {
		return
	}
	left, top := (x+int(bounds.Min.X))>>6, y+int(bounds.Min.Y)>>6
	box := image.Rect(0, 0, int(bounds.Max.X-bounds.Min.X)>>6+3, int(bounds.Max.Y-bounds.Min.Y)>>6+3)
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	place := func(p fixed.Point26_6) [2]int { return [2]int{int(p.X) + x - left<<6, int(p.Y) + (y-top)<<6} }
	var pen [2]int
	to := func(p [2]int) { z.LineTo(float32(p[0])/64, float32(p[1])/64); pen = p }
	for _, s := range outline {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			pen = place(s.Args[0])
			z.ClosePath()
			z.MoveTo(float32(pen[0])/64, float32(pen[1])/64)
		case sfnt.SegmentOpLineTo:
			to(place(s.Args[0]))
		case sfnt.SegmentOpQuadTo: // a TrueType curve, in eight straight steps
			a, b, e := pen, place(s.Args[0]), place(s.Args[1])
			for i := 1; i <= 8; i++ {
				var p [2]int
				for k := range p {
					p[k] = ((8-i)*(8-i)*a[k] + 2*i*(8-i)*b[k] + i*i*e[k]) / 64
				}
				to(p)
			}
		}
	}
	z.ClosePath()
	mask := image.NewAlpha(box)
	z.Draw(mask, box, image.Opaque, image.Point{})
	for my := range box.Dy() {
		for mx := range box.Dx() {
			if a := mask.AlphaAt(mx, my).A; a > 0 {
				c.blend(left+mx, top+my, with, a)
			}
		}
	}
}
