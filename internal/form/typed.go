package form

import (
	"regexp"
	"strings"
	"unicode"

	"samsyn/schema"
)

var (
	plainNumber  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	plainInteger = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	// grouped is a number whose thousands are parted, as Swedes part them.
	grouped = regexp.MustCompile(`^-?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?$`)
	unit    = regexp.MustCompile(`(?i)^(.*[0-9]) ?(%|procent|kr|kronor|sek|st|stycken)\.?$`)
)

// typedText is a text as somebody meant it: line feeds alone, no white space around it or
// at the ends of its lines.
func typedText(s string) string {
	s = breaks.Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2007", " ", "\t", " ", "\u2212", "-", "\u2013", "-")

// typedNumber reads a number as Swedes write it: 6,5 and 1 200 and 65 %. What is none
// stays as it was typed; ok tells which.
func typedNumber(s string) (number string, ok bool) {
	s = typedText(s)
	n := strings.TrimSpace(spaces.Replace(s))
	if m := unit.FindStringSubmatch(n); m != nil {
		n = m[1]
	}
	if grouped.MatchString(n) {
		n = strings.ReplaceAll(n, " ", "")
	}
	n = strings.TrimPrefix(strings.Replace(n, ",", ".", 1), "+")
	if !plainNumber.MatchString(n) {
		return s, false
	}
	return n, true
}

// roomy tells whether a text may need several lines.
func roomy(t *schema.Type) bool {
	if t.Reference != nil || t.Pattern == nil || t.Pattern.String() != `\S` {
		return false
	}
	for _, e := range t.Examples {
		if s, is := e.(string); is && len(s) < 60 {
			return false
		}
	}
	return true
}
