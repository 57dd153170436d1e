package tint

import (
	"math"
	"testing"
)

func TestParse(t *testing.T) {
	if c, ok := Parse("#0f4F46"); !ok || c != (Colour{0x0f, 0x4f, 0x46}) || c.String() != "#0f4f46" {
		t.Errorf("%v %v", c, ok)
	}
	for _, bad := range []string{"", "#", "0f4f46", "#fff", "#0f4f4g", "#0f4f466", "#+f4f46", "green"} {
		if c, ok := Parse(bad); ok {
			t.Errorf("%q is %v", bad, c)
		}
	}
}

// The figures are those of WCAG's own examples.
func TestContrast(t *testing.T) {
	grey, _ := Parse("#777777")
	for _, c := range []struct {
		a, b Colour
		want float64
	}{{White, Black, 21}, {Black, White, 21}, {White, White, 1}, {grey, White, 4.48}} {
		if got := Contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%v on %v: %.2f, not %.2f", c.a, c.b, got, c.want)
		}
	}
}

// Every colour has a shade that can be read, on light as on dark, and one that can be
// read already is not changed.
func TestAgainst(t *testing.T) {
	dark := Colour{0x10, 0x16, 0x14}
	for r := 0; r < 256; r += 17 {
		for g := 0; g < 256; g += 17 {
			for b := 0; b < 256; b += 17 {
				c := Colour{uint8(r), uint8(g), uint8(b)}
				for _, ground := range []Colour{White, dark, {0xed, 0xf2, 0xed}} {
					shade := c.Against(ground, 7)
					if Contrast(shade, ground) < 7 {
						t.Fatalf("%v on %v became %v", c, ground, shade)
					}
					if Contrast(c, ground) >= 7 && shade != c {
						t.Fatalf("%v could be read on %v and became %v", c, ground, shade)
					}
				}
			}
		}
	}
}
