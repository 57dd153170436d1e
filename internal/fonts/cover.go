package fonts

import "unicode"

// Invisible reports whether r shows nothing and takes no room: marks of
// direction, joiners, break hints, variation selectors.
func Invisible(r rune) bool {
	switch r {
	case '\u00AD', '\u061C', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF':
		return true
	}
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0x2066 && r <= 0x2069
}

// unshaped are scripts whose letters must be joined, reordered or stacked. The
// faces may hold the letters, but set one by one they would be wrong.
var unshaped = []*unicode.RangeTable{
	unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Devanagari,
	unicode.Bengali, unicode.Tamil, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
	unicode.Tibetan, unicode.Mongolian, unicode.Ethiopic, unicode.Canadian_Aboriginal,
}

// Covers reports whether every style can show r: its own face or one that
// stands in for it has the glyph, and the script needs no shaping. White space
// and invisible characters are covered; other control characters are not.
func Covers(r rune) bool {
	switch {
	case r == ' ' || r == '\t' || r == '\n' || r == '\r' || Invisible(r):
		return true
	case unicode.IsControl(r) || unicode.In(r, unshaped...):
		return false
	}
	r = plain(r)
	return wide.glyph(r) != 0 || faces[Serif][0][0].glyph(r) != 0
}

// plain is the character whose glyph shows r, where they differ: a hyphen that
// does not break and spaces of other widths look like their common relatives.
func plain(r rune) rune {
	switch r {
	case '\u2010', '\u2011':
		return '-'
	case '\t', '\n', '\r', '\u00A0', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007',
		'\u2008', '\u2009', '\u200A', '\u202F', '\u205F', '\u3000':
		return ' '
	}
	return r
}

// find is the first face of the style's chain that has r, and its glyph.
func (s Style) find(r rune) (*Face, GlyphID) {
	dejavu := wide
	if s.Bold {
		dejavu = wideBold
	}
	for _, f := range []*Face{s.Face(), dejavu, wide, faces[Serif][0][0]} {
		if g := f.glyph(r); g != 0 {
			return f, g
		}
	}
	return nil, 0
}
