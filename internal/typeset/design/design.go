// Package design says how pages look: their sizes and margins, the colours, and the
// type of each kind of text.
package design

import (
	"samsyn/internal/figure"
	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/tint"
	"samsyn/internal/typeset/manuscript"
)

// The page is an A4 with a grid of 7.5 points, half a line of running text, to
// which leadings and gaps add up.
const (
	A4Short, A4Long = 595.28, 841.89
	Grid            = 7.5

	// measure is the longest line of running text: some 80 characters. Tables
	// and figures may be wider.
	Measure = 402.0
)

// Margins are the room around the text of a page.
type Margins struct {
	Left, Right, Top, Bottom float64
	Head                     float64 // baseline of the running head, from the top
	Foot                     float64 // baseline of the foot, from the bottom
}

var (
	Upright = Margins{Left: 85, Right: 75, Top: 82.5, Bottom: 79, Head: 50, Foot: 44}
	// across leaves wide tables more room.
	across = Margins{Left: 56, Right: 56, Top: 72, Bottom: 62, Head: 44, Foot: 36}
)

// MarginsOf gives a page's margins by how it lies.
func MarginsOf(landscape bool) Margins {
	if landscape {
		return across
	}
	return Upright
}

// Colours. All text has a contrast of at least 4.5 to 1 against its ground. The accent is
// the site's own (site/style.css), so that both look like one publisher's.
var (
	Ink       = tagged.Color{R: 0x1A, G: 0x1F, B: 0x26}
	Muted     = tagged.Color{R: 0x52, G: 0x5C, B: 0x69}
	Accent    = tagged.Color{R: 0x0F, G: 0x4F, B: 0x46}
	Hair      = tagged.Color{R: 0xC9, G: 0xD1, B: 0xD9}
	Strong    = tagged.Color{R: 0x6B, G: 0x77, B: 0x85}
	QuietLine = tagged.Color{R: 0x9A, G: 0xA5, B: 0xB1}
	Surface   = tagged.Color{R: 0xF3, G: 0xF6, B: 0xF8}
	Soft      = tagged.Color{R: 0xCF, G: 0xE3, B: 0xDA}
)

// Tones are the lighter shades of the accent on the cover.
var Tones = [...]tagged.Color{{R: 0x19, G: 0x56, B: 0x4D}, {R: 0x25, G: 0x5F, B: 0x57}, {R: 0x3A, G: 0x6F, B: 0x67}}

// Inks draws the accent, and what is lighter of it, in a county's own colour.
func Inks(own tint.Colour) map[tagged.Color]tagged.Color {
	accent := own.Against(tint.Colour(Surface), tint.Readable)
	inks := map[tagged.Color]tagged.Color{Accent: tagged.Color(accent), Soft: tagged.Color(own.Mix(tint.White, 82))}
	for n, tone := range Tones {
		inks[tone] = tagged.Color(accent.Mix(tint.White, []int{4, 9, 18}[n]))
	}
	return inks
}

// RoleColor gives a figure's roles their colours on paper, where no areas are drawn.
func RoleColor(r figure.Role) tagged.Color {
	switch r {
	case figure.Muted:
		return Muted
	case figure.Rule:
		return tagged.Color{R: 0x8A, G: 0x94, B: 0xA0} // 3 to 1, as graphics need
	case figure.Surface:
		return Surface
	case figure.Accent:
		return Accent
	case figure.AccentSoft:
		return Soft
	case figure.Women:
		return tagged.Color{R: 0x8A, G: 0x2F, B: 0x6B}
	case figure.Men:
		return tagged.Color{R: 0x1F, G: 0x6F, B: 0x78}
	case figure.Warn:
		return tagged.Color{R: 0xA8, G: 0x43, B: 0x0A}
	case figure.Good:
		return tagged.Color{R: 0x2B, G: 0x6E, B: 0x3F}
	}
	return Ink
}

// Text is how a paragraph looks. Sizes and gaps are in points.
type Text struct {
	Font          fonts.Style
	Size, Leading float64
	Color         tagged.Color
	Before, After float64
	Align         manuscript.Align
	NoHyphens     bool
}

var (
	BodyStyle    = Text{Font: fonts.Style{Family: fonts.Serif}, Size: 11, Leading: 15, Color: Ink, Before: Grid, After: Grid}
	LeadStyle    = Text{Font: fonts.Style{Family: fonts.Serif}, Size: 13, Leading: 18.75, Color: Ink, Before: Grid, After: 15}
	SmallStyle   = Text{Font: fonts.Style{Family: fonts.Sans}, Size: 8.5, Leading: 11.25, Color: Muted, Before: Grid, After: Grid}
	CaptionStyle = Text{Font: fonts.Style{Family: fonts.Sans}, Size: 8.5, Leading: 11.25, Color: Muted, Before: Grid / 2, After: 15}
	TableCaption = Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 9, Leading: 12, Color: Ink, Before: 15, After: Grid / 2}
	CellStyle    = Text{Font: fonts.Style{Family: fonts.Sans}, Size: 9, Leading: 12, Color: Ink, Before: 4, After: 4}
	HeadCell     = Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 8.5, Leading: 12, Color: Accent, Before: 4, After: 4}
	GroupCell    = Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 9.5, Leading: 12, Color: Ink, Before: 4, After: 4}
	NoteStyle    = Text{Font: fonts.Style{Family: fonts.Serif}, Size: 9, Leading: 11.25, Color: Ink, Before: 2, After: 2}
	CodeStyle    = Text{Font: fonts.Style{Family: fonts.Mono}, Size: 9, Leading: 12, Color: Ink, NoHyphens: true}
	FactLabel    = Text{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 9, Leading: 15, Color: Muted, NoHyphens: true}
	Furniture    = Text{Font: fonts.Style{Family: fonts.Sans}, Size: 8, Leading: 10, Color: Muted, NoHyphens: true}

	headingStyles = [...]Text{
		{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 24, Leading: 30, Color: Accent, Before: 30, After: 15},
		{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 15, Leading: 20, Color: Accent, Before: 22.5, After: 5},
		{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 11.5, Leading: 15, Color: Ink, Before: 15, After: 2},
		{Font: fonts.Style{Family: fonts.Sans, Bold: true}, Size: 10, Leading: 15, Color: Muted, Before: Grid, After: 0},
	}
)

// Heading is the style of a level; levels out of range get the nearest.
func Heading(level int) Text {
	return headingStyles[max(1, min(level, len(headingStyles)))-1]
}

// Baseline is how far below the top of a line its letters stand: the line's
// middle falls in the middle of the small and the tall letters.
func (s Text) Baseline() float64 { return s.Leading/2 + s.Size*0.33 }
