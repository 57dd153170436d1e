package tint_test

import (
	"math"
	"testing"

	"samsyn/internal/tint"
)

func TestParse(t *testing.T) {
	if c, ok := tint.Parse("#0f4F46"); !ok || c != (tint.Colour{0x0f, 0x4f, 0x46}) || c.String() != "#0f4f46" {
		t.Errorf("%v %v", c, ok)
	}
	for _, bad := range []string{"", "#", "0f4f46", "#fff", "#0f4f4g", "#0f4f466", "#+f4f46", "green"} {
		if c, ok := tint.Parse(bad); ok {
			t.Errorf("%q is %v", bad, c)
		}
	}
}

// The figures are those of WCAG's own examples.
func TestContrast(t *testing.T) {
	grey, _ := tint.Parse("#777777")
	for _, c := range []struct {
		a, b tint.Colour
		want float64
	}{{tint.White, tint.Black, 21}, {tint.Black, tint.White, 21}, {tint.White, tint.White, 1}, {grey, tint.White, 4.48}} {
		if got := tint.Contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%v on %v: %.2f, not %.2f", c.a, c.b, got, c.want)
		}
	}
}

// Every colour has a shade that can be read, on light as on dark, and one that can be
// read already is not changed.
func TestAgainst(t *testing.T) {
	dark := tint.Colour{0x10, 0x16, 0x14}
	for r := 0; r < 256; r += 17 {
		for g := 0; g < 256; g += 17 {
			for b := 0; b < 256; b += 17 {
				c := tint.Colour{uint8(r), uint8(g), uint8(b)}
				for _, ground := range []tint.Colour{tint.White, dark, {0xed, 0xf2, 0xed}} {
					shade := c.Against(ground, 7)
					if tint.Contrast(shade, ground) < 7 {
						t.Fatalf("%v on %v became %v", c, ground, shade)
					}
					if tint.Contrast(c, ground) >= 7 && shade != c {
						t.Fatalf("%v could be read on %v and became %v", c, ground, shade)
					}
				}
			}
		}
	}
}
