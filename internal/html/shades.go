package html

import "samsyn/internal/tint"

// brand is the site's own colour, where the county has none (site/style.css).
const brand = "#0f4f46"

// The darkest and the lightest ground that links stand on in the light (--tint) and in
// the dark (--tint there), in site/style.css.
var (
	lightGround = tint.Colour{R: 0xed, G: 0xf2, B: 0xed}
	darkGround  = tint.Colour{R: 0x1c, G: 0x27, B: 0x24}
)

// shades is what a county's colour makes of the site's: the same places of the style sheet
// in shades of it that can be read, by day and by night.
func shades(c tint.Colour) string {
	light := c.Against(lightGround, tint.Readable)
	dark := c.Against(darkGround, 7)
	night := c.Mix(tint.Black, 25)
	return "\n/* The county's own colour. */\n" +
		":root{--brand:" + c.String() + ";--brand-soft:" + c.Mix(tint.White, 78).String() +
		";--link:" + light.String() + ";--link-over:" + light.Mix(tint.Black, 40).String() + "}\n" +
		"@media (prefers-color-scheme:dark){:root{--brand:" + night.String() + ";--brand-soft:" + night.Mix(tint.White, 12).String() +
		";--link:" + dark.String() + ";--link-over:" + dark.Mix(tint.White, 50).String() + "}" +
		"rect.f-accent{fill:" + c.Against(darkGround, 3).String() + "}circle.f-accent,text.f-accent,polygon.f-accent{fill:" + dark.String() + "}.s-accent{stroke:" + dark.String() + "}}\n"
}
