// Package advice is the words for people who do not know YAML: a text, a value or an
// error goes in, and what to say about it comes out, in Swedish and English, as far as
// may be with the finished line. It is pure: it decides nothing and keeps nothing.
package advice

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/diag"
)

// Clip keeps what a message quotes short: a hostile value may be a megabyte. A line's
// end is a space there.
func Clip(s string) string {
	const most = 60
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most]) + "…"
}

// Slugged is a text as an identifier would have it: ”Språkkafé i Ängsvik” is
// sprakkafe-i-angsvik. It is "" where nothing is left.
func Slugged(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case c == 'æ':
			b.WriteString("ae")
		case c == 'ø':
			b.WriteString("o")
		case c == 'ß':
			b.WriteString("ss")
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’': // the ring and the dots of å, ä and ö
		default:
			b.WriteByte('-')
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), func(c rune) bool { return c == '-' }), "-")
}

// Free is an identifier, with a number where it is taken.
func Free(id string, taken func(string) bool) string {
	free := id
	for n := 2; taken(free); n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	return free
}

// isUnseen tells whether a character looks like a space, or like nothing, and is
// none to YAML: the spaces of Unicode but the plain one, and those of no width.
func isUnseen(c rune) bool {
	return c >= 0x2000 && c <= 0x200d || strings.ContainsRune("\u00a0\u00ad\u1680\u202f\u205f\u2060\u3000\ufeff", c)
}

// unseenClass are those characters in a regular expression.
const unseenClass = `[\x{a0}\x{ad}\x{1680}\x{2000}-\x{200d}\x{202f}\x{205f}\x{2060}\x{3000}\x{feff}]`

// Visible is a text without such characters and plain white space at its ends.
func Visible(s string) string {
	return strings.TrimFunc(s, func(c rune) bool { return isUnseen(c) || c == ' ' || c == '\t' })
}

// curly are the quotation marks that text programs make of straight ones.
const curly = "”“„’‘‚"

// blank tells whether there is nothing but white space.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// indentOf is the length in bytes of the white space that a line begins with.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// spaces is a number of spaces in words as far as one counts them.
func spaces(n int) diag.Text {
	sv := []string{"inga", "ett", "två", "tre", "fyra", "fem", "sex"}
	en := []string{"no", "one", "two", "three", "four", "five", "six"}
	if n < len(sv) {
		return diag.Text{SV: sv[n] + " mellanslag", EN: en[n] + " spaces"}
	}
	return diag.Say("%d mellanslag", "%d spaces", n)
}
