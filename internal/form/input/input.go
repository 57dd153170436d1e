// Package input reads what people type into a form: a text or number as they write it goes
// in, and as it stands in a file comes out.
package input

import (
	"regexp"
	"strings"
	"unicode"

	"samsyn/internal/doc"
)

var (
	// grouped is a number whose thousands are parted, as Swedes part them.
	grouped = regexp.MustCompile(`^-?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?$`)
	unit    = regexp.MustCompile(`(?i)^(.*[0-9]) ?(%|procent|kr|kronor|sek|st|stycken)\.?$`)
)

// Text is a text as somebody meant it: line feeds alone, no white space around it or
// at the ends of its lines.
func Text(s string) string {
	s = Lines(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// Lines is a text with line feeds alone.
func Lines(s string) string { return breaks.Replace(s) }

var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2007", " ", "\t", " ", "\u2212", "-", "\u2013", "-")

// Number reads a number as Swedes write it: 6,5 and 1 200 and 65 %. What is none
// stays as it was typed; ok tells which.
func Number(s string) (number string, ok bool) {
	s = Text(s)
	n := strings.TrimSpace(spaces.Replace(s))
	if m := unit.FindStringSubmatch(n); m != nil {
		n = m[1]
	}
	if grouped.MatchString(n) {
		n = strings.ReplaceAll(n, " ", "")
	}
	n = strings.TrimPrefix(strings.Replace(n, ",", ".", 1), "+")
	if !doc.IsNumber(n) {
		return s, false
	}
	return n, true
}
