// Package tint tells how light a colour is, and makes of a county's one colour the shades
// that pages and documents need: colours go in and come out as #rrggbb is read.
package tint

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Colour is a colour in sRGB.
type Colour struct{ R, G, B uint8 }

// White and Black are the ends that shades go towards.
var (
	White = Colour{0xff, 0xff, 0xff}
	Black = Colour{}
)

// Readable is the least contrast of text with its ground (WCAG 2.2, 1.4.3).
const Readable = 4.5

// Parse reads a colour that is written #rrggbb; ok is false of anything else.
func Parse(s string) (c Colour, ok bool) {
	hex, found := strings.CutPrefix(s, "#")
	n, err := strconv.ParseUint(hex, 16, 32)
	if !found || err != nil || len(hex) != 6 {
		return Colour{}, false
	}
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// String writes the colour as #rrggbb.
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// luminance is a colour's relative luminance (WCAG 2.2).
func (c Colour) luminance() float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// Contrast is how well one colour is seen on the other, from 1 to 21 (WCAG 2.2).
func Contrast(a, b Colour) float64 {
	light, dark := a.luminance(), b.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// Mix is a colour so many hundredths of the way to another.
func (c Colour) Mix(to Colour, hundredths int) Colour {
	part := func(from, to uint8) uint8 { return uint8((int(from)*(100-hundredths) + int(to)*hundredths + 50) / 100) }
	return Colour{part(c.R, to.R), part(c.G, to.G), part(c.B, to.B)}
}

// Against is the colour itself where it has so much contrast with a ground, else the
// nearest shade towards white or black, whichever is farther from the ground, that has.
func (c Colour) Against(ground Colour, least float64) Colour {
	to := Black
	if Contrast(White, ground) > Contrast(Black, ground) {
		to = White
	}
	for n := range 100 {
		if shade := c.Mix(to, n); Contrast(shade, ground) >= least {
			return shade
		}
	}
	return to
}
