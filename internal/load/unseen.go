package load

import "strings"

// isUnseen tells whether a character looks like a space, or like nothing, and is
// none to YAML: the spaces of Unicode but the plain one, and those of no width.
func isUnseen(c rune) bool {
	switch {
	case c == 0xa0, c == 0x1680, c >= 0x2000 && c <= 0x200d, c == 0x202f, c == 0x205f, c == 0x2060, c == 0x3000, c == 0xfeff, c == 0xad:
		return true
	}
	return false
}

// unseenClass are those characters in a regular expression.
const unseenClass = `[\x{a0}\x{ad}\x{1680}\x{2000}-\x{200d}\x{202f}\x{205f}\x{2060}\x{3000}\x{feff}]`

// visible is a text without such characters and plain white space at its ends.
func visible(s string) string {
	return strings.TrimFunc(s, func(c rune) bool { return isUnseen(c) || c == ' ' || c == '\t' })
}
