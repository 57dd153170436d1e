package line

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/fonts"
	"samsyn/internal/typeset/manuscript"
)

// Plain is the text of spans alone.
func Plain(spans []manuscript.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
		if s.Break {
			b.WriteByte(' ')
		}
	}
	clean, err := Clean(b.String())
	if err != nil {
		return ""
	}
	return strings.Join(strings.Fields(strings.NewReplacer("\u00AD", "", "\u200B", "").Replace(clean)), " ")
}

// Clean normalises text and leaves out marks that show nothing and mean nothing
// to the layout.
func Clean(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &fonts.InvalidText{Text: s}
	}
	s = norm.NFC.String(s)
	return strings.Map(func(r rune) rune {
		if r != '\u00AD' && r != '\u200B' && fonts.Invisible(r) {
			return -1
		}
		return r
	}, s), nil
}

// breaking reports white space at which a line may end.
func breaking(r rune) bool {
	switch r {
	case '\u00A0', '\u202F', '\u2007':
		return false
	}
	return unicode.IsSpace(r) && r != '\u0085'
}

// Abridged is at most n characters of s.
func Abridged(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
