package html

import "samsyn/internal/tint"

// brand is the site's own colour, where the county has none (site/style.css).
const brand = "#0f4f46"

// look is what shades of a county's colour stand beside in site/style.css: by day, or by
// night.
type look struct {
	tint  tint.Colour // the ground that is hardest to read links on (--tint)
	muted tint.Colour // the text that is hardest to read (--muted)
	away  tint.Colour // towards which grounds go so that text can be read on them
	links float64     // the contrast of links with their ground
}

var (
	day   = look{tint: tint.Colour{R: 0xed, G: 0xf2, B: 0xed}, muted: tint.Colour{R: 0x4b, G: 0x5a, B: 0x55}, away: tint.White, links: tint.Readable}
	night = look{tint: tint.Colour{R: 0x1c, G: 0x27, B: 0x24}, muted: tint.Colour{R: 0xb2, G: 0xc0, B: 0xba}, away: tint.Black, links: 6.5}
)

// shaded are the site's colours in shades of one.
type shaded struct{ brand, soft, link, over, figure tint.Colour }

// shades makes them so that text and links can be read on all grounds they stand on.
func (l look) shades(c, brand, soft tint.Colour) shaded {
	s := shaded{brand: brand}
	for n := 0; n <= 100; n++ {
		if s.soft = soft.Mix(l.away, n); tint.Contrast(s.soft, l.muted) >= tint.Readable {
			break
		}
	}
	s.link = c.Against(l.tint, l.links).Against(s.soft, l.links)
	s.over = s.link.Against(l.tint, 1.5*tint.Contrast(s.link, l.tint))
	const seen = 3 // of what is no text (WCAG 2.2, 1.4.11)
	s.figure = c.Against(l.tint, seen)
	return s
}

// style is what a county's colour makes of the site's: the same places of the style sheet
// in shades of it.
func style(c tint.Colour) string {
	light := day.shades(c, c, c.Mix(tint.White, 78))
	dark := night.shades(c, c.Mix(tint.Black, 25), c.Mix(tint.Black, 50))
	return "\n/* The county's own colour. */\n:root{" + light.String() + "}\n" +
		"@media (prefers-color-scheme:dark){:root{" + dark.String() + "}" +
		"rect.f-accent{fill:" + dark.figure.String() + "}circle.f-accent,text.f-accent,polygon.f-accent{fill:" + dark.link.String() + "}.s-accent{stroke:" + dark.link.String() + "}}\n" +
		"@media print{:root{--link:#000}}\n"
}

func (s shaded) String() string {
	return "--brand:" + s.brand.String() + ";--brand-soft:" + s.soft.String() + ";--link:" + s.link.String() + ";--link-over:" + s.over.String()
}
