package diag

import (
	"regexp"
	"strings"
)

// Unmarked takes from a text what Markdown and the forges would read as marks, among
// them mentions and references to issues. It stays on its line.
func Unmarked(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '@' || r == '#':
			b.WriteRune(r)
			b.WriteString("\u200b") // parts the sign from the name after it
		case strings.ContainsRune("\\`*_{}[]()<>!|~&+-", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ':':
			b.WriteString(":\u200b") // an address is no link
		default:
			b.WriteRune(r)
		}
	}
	return wwwDot.ReplaceAllString(strings.ReplaceAll(b.String(), ":\u200b ", ": "), "$1\u200b.")
}

// wwwDot begins an address that forges make a link of though it has no scheme.
var wwwDot = regexp.MustCompile(`(?i)(www)\.`)
