package diag

import (
	"strings"
	"unicode"
)

// Reorders tells whether a character changes the order in which the letters after it
// are shown (Unicode Standard Annex #9): embeddings, overrides, isolates and their ends.
func Reorders(c rune) bool { return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 }

// Steers tells whether a character ends a line, controls a terminal, or turns the
// letters after it round.
func Steers(c rune) bool {
	return unicode.IsControl(c) || unicode.In(c, unicode.Zl, unicode.Zp) || Reorders(c)
}

// Visible is a text out of a file, a name, a message of git's or of a certificate, as
// it may be printed anywhere: it stays on its line and says nothing that cannot be
// seen. A character that steers is shown as a mark, a tab as a space.
func Visible(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return ' '
		case Steers(c):
			return '\ufffd'
		}
		return c
	}, s)
}
