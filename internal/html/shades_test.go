package html

import (
	"regexp"
	"slices"
	"testing"

	"samsyn/internal/tint"
	"samsyn/site"
)

// Whatever colour a county has that the validator lets pass, all text can be read on all
// grounds, by day and by night.
func TestShadesCanBeRead(t *testing.T) {
	css, err := site.Assets.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	// The first is the day's, the second the night's; what is printed has its own.
	roots := regexp.MustCompile(`:root\{[^}]*--paper:[^}]*\}`).FindAll(css, -1)
	if len(roots) < 2 {
		t.Fatalf("%d palettes", len(roots))
	}
	palette := func(n int, name string) tint.Colour {
		m := regexp.MustCompile(`--` + name + `:(#[0-9a-f]{3,6});`).FindSubmatch(roots[n])
		if m == nil {
			t.Fatalf("no --%s in palette %d", name, n)
		}
		hex := string(m[1])
		if len(hex) == 4 {
			hex = "#" + string([]byte{hex[1], hex[1], hex[2], hex[2], hex[3], hex[3]})
		}
		c, ok := tint.Parse(hex)
		if !ok {
			t.Fatal(hex)
		}
		return c
	}
	var menu [2]tint.Colour
	var grounds, texts [2][]tint.Colour
	for n := range 2 {
		menu[n] = palette(n, "on-brand")
		grounds[n] = []tint.Colour{palette(n, "paper"), palette(n, "card"), palette(n, "tint")}
		texts[n] = []tint.Colour{palette(n, "ink"), palette(n, "muted")}
	}
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := tint.Colour{R: uint8(r), G: uint8(g), B: uint8(b)}
				if tint.Contrast(c, tint.White) < tint.Readable {
					continue // poor-contrast
				}
				for n, s := range []shaded{day.shades(c, c, c.Mix(tint.White, 78)), night.shades(c, c.Mix(tint.Black, 25), c.Mix(tint.Black, 50))} {
					if tint.Contrast(menu[n], s.brand) < tint.Readable {
						t.Errorf("%v: the menu on %v", c, s.brand)
					}
					for _, ground := range append(slices.Clone(grounds[n]), s.soft) {
						for _, text := range append(slices.Clone(texts[n]), s.link, s.over) {
							if tint.Contrast(text, ground) < tint.Readable {
								t.Fatalf("%v, look %d: %v on %v", c, n, text, ground)
							}
						}
					}
				}
			}
		}
	}
}
