package wordplan

import (
	"regexp"
	"strings"
)

// What Markdown would read as something else than text.
var (
	address = regexp.MustCompile(`https?://[^\s<>]+`)
	opening = regexp.MustCompile(`^(?:[#>+=~-]|\d{1,9}([.)])(?:\s|$))`)
	entity  = regexp.MustCompile(`^&#?[A-Za-z0-9]{1,32};`)
)

// escaped writes a line so that Markdown shows it as it is; addresses stay links.
func escaped(line string) string {
	var b strings.Builder
	done := 0
	for _, at := range address.FindAllStringIndex(line, -1) {
		b.WriteString(marked(line[done:at[0]]))
		b.WriteString(line[at[0]:at[1]])
		done = at[1]
	}
	b.WriteString(marked(line[done:]))
	out := b.String()
	m := opening.FindStringSubmatchIndex(out)
	switch {
	case m == nil:
		return out
	case m[2] >= 0: // a number with its mark
		return out[:m[2]] + `\` + out[m[2]:]
	default:
		return `\` + out
	}
}

// marked puts a backslash before what is a mark within a line.
func marked(s string) string {
	var b strings.Builder
	for at, c := range s {
		switch c {
		case '\\', '`', '*', '[', ']', '<', '|', '~', '_':
			b.WriteByte('\\')
		case '&':
			if entity.MatchString(s[at:]) {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(c)
	}
	return b.String()
}
