package typeset

import (
	"samsyn/internal/figure"
	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
)

// The page is an A4 with a grid of 7.5 points, half a line of running text, to
// which leadings and gaps add up.
const (
	a4Short, a4Long = 595.28, 841.89
	grid            = 7.5

	// measure is the longest line of running text: some 80 characters. Tables
	// and figures may be wider.
	measure = 402.0
)

// margins are the room around the text of a page.
type margins struct {
	left, right, top, bottom float64
	head                     float64 // baseline of the running head, from the top
	foot                     float64 // baseline of the foot, from the bottom
}

var (
	upright = margins{left: 85, right: 75, top: 82.5, bottom: 79, head: 50, foot: 44}
	// across leaves wide tables more room.
	across = margins{left: 56, right: 56, top: 72, bottom: 62, head: 44, foot: 36}
)

// marginsOf gives a page's margins by how it lies.
func marginsOf(landscape bool) margins {
	if landscape {
		return across
	}
	return upright
}

// Colours. All text has a contrast of at least 4.5 to 1 against its ground.
var (
	ink       = tagged.Color{R: 0x1A, G: 0x1F, B: 0x26}
	muted     = tagged.Color{R: 0x52, G: 0x5C, B: 0x69}
	accent    = tagged.Color{R: 0x12, G: 0x4B, B: 0x6B}
	hair      = tagged.Color{R: 0xC9, G: 0xD1, B: 0xD9}
	strong    = tagged.Color{R: 0x6B, G: 0x77, B: 0x85}
	quietLine = tagged.Color{R: 0x9A, G: 0xA5, B: 0xB1}
	surface   = tagged.Color{R: 0xF3, G: 0xF6, B: 0xF8}
	soft      = tagged.Color{R: 0xD5, G: 0xE4, B: 0xEE}
)

// roleColor gives a figure's roles their colours on paper.
func roleColor(r figure.Role) tagged.Color {
	switch r {
	case figure.Muted:
		return muted
	case figure.Rule:
		return tagged.Color{R: 0x8A, G: 0x94, B: 0xA0} // 3 to 1, as graphics need
	case figure.Surface:
		return surface
	case figure.Accent:
		return accent
	case figure.AccentSoft:
		return soft
	case figure.Women:
		return tagged.Color{R: 0x8A, G: 0x2F, B: 0x6B}
	case figure.Men:
		return tagged.Color{R: 0x1F, G: 0x6F, B: 0x78}
	case figure.Warn:
		return tagged.Color{R: 0xA8, G: 0x43, B: 0x0A}
	case figure.Good:
		return tagged.Color{R: 0x2B, G: 0x6E, B: 0x3F}
	}
	return ink
}

// textStyle is how a paragraph looks. Sizes and gaps are in points.
type textStyle struct {
	font          fonts.Style
	size, leading float64
	color         tagged.Color
	before, after float64
	align         Align
	noHyphens     bool
}

var (
	bodyStyle    = textStyle{font: fonts.Style{Family: fonts.Serif}, size: 11, leading: 15, color: ink, before: grid, after: grid}
	leadStyle    = textStyle{font: fonts.Style{Family: fonts.Serif}, size: 13, leading: 18.75, color: ink, before: grid, after: 15}
	smallStyle   = textStyle{font: fonts.Style{Family: fonts.Sans}, size: 8.5, leading: 11.25, color: muted, before: grid, after: grid}
	captionStyle = textStyle{font: fonts.Style{Family: fonts.Sans}, size: 8.5, leading: 11.25, color: muted, before: grid / 2, after: 15}
	tableCaption = textStyle{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 9, leading: 12, color: ink, before: 15, after: grid / 2}
	cellStyle    = textStyle{font: fonts.Style{Family: fonts.Sans}, size: 9, leading: 12, color: ink, before: 4, after: 4}
	headCell     = textStyle{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 8.5, leading: 12, color: accent, before: 4, after: 4}
	groupCell    = textStyle{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 9.5, leading: 12, color: ink, before: 4, after: 4}
	noteStyle    = textStyle{font: fonts.Style{Family: fonts.Serif}, size: 9, leading: 11.25, color: ink, before: 2, after: 2}
	codeStyle    = textStyle{font: fonts.Style{Family: fonts.Mono}, size: 9, leading: 12, color: ink, noHyphens: true}
	factLabel    = textStyle{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 9, leading: 15, color: muted, noHyphens: true}
	furniture    = textStyle{font: fonts.Style{Family: fonts.Sans}, size: 8, leading: 10, color: muted, noHyphens: true}

	headingStyles = [...]textStyle{
		{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 24, leading: 30, color: accent, before: 30, after: 15},
		{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 15, leading: 20, color: accent, before: 22.5, after: 5},
		{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 11.5, leading: 15, color: ink, before: 15, after: 2},
		{font: fonts.Style{Family: fonts.Sans, Bold: true}, size: 10, leading: 15, color: muted, before: grid, after: 0},
	}
)

// heading is the style of a level; levels out of range get the nearest.
func heading(level int) textStyle {
	return headingStyles[max(1, min(level, len(headingStyles)))-1]
}

// baseline is how far below the top of a line its letters stand: the line's
// middle falls in the middle of the small and the tall letters.
func (s textStyle) baseline() float64 { return s.leading/2 + s.size*0.33 }
