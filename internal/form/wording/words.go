package wording

import "strings"

// Shortened is the beginning of a text, as much as fits on a line beside other words.
func Shortened(s string) string {
	const most = 60
	s, _, _ = strings.Cut(s, "\n")
	if letters := []rune(s); len(letters) > most {
		return strings.TrimSpace(string(letters[:most])) + " …"
	}
	return s
}
