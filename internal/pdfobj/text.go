package pdfobj

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Text makes a text string (ISO 32000-1, 7.9.2.2): printable ASCII as it is,
// all else as UTF-16BE with a byte order mark.
func Text(s string) Str {
	for _, r := range s {
		if r < ' ' || r > '~' {
			return utf16Text(s)
		}
	}
	return Str(s)
}

func utf16Text(s string) Str {
	out := Str{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}

// Text reads a text string: UTF-16BE or UTF-8 where a byte order mark says so,
// else PDFDocEncoding (ISO 32000-1, annex D.3). What cannot be read becomes
// U+FFFD.
func (s Str) Text() string {
	switch {
	case len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF:
		var u []uint16
		for i := 2; i+1 < len(s); i += 2 {
			u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(u))
	case len(s) >= 3 && s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF:
		return string([]rune(string(s[3:])))
	}
	out := make([]rune, len(s))
	for i, c := range s {
		out[i] = docEncoding(c)
	}
	return string(out)
}

var (
	docLow  = [...]rune{'˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'} // 0x18–0x1F
	docHigh = [...]rune{
		'•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘',
		'’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', utf8.RuneError,
		'€',
	} // 0x80–0xA0
)

func docEncoding(c byte) rune {
	switch {
	case c >= 0x18 && c < 0x20:
		return docLow[c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return docHigh[c-0x80]
	case c == 0x7F || c == 0xAD:
		return utf8.RuneError
	}
	return rune(c)
}
