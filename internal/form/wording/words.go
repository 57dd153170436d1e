package wording

import (
	"strings"
	"unicode"
)

// Shortened is the beginning of a text, as much as fits on a line beside other words.
func Shortened(s string) string {
	const most = 60
	s, _, _ = strings.Cut(s, "\n")
	if letters := []rune(s); len(letters) > most {
		return strings.TrimSpace(string(letters[:most])) + " …"
	}
	return s
}

// Uncapital is a word as it stands within a sentence. Abbreviations keep their capitals.
func Uncapital(s string) string {
	letters := []rune(s)
	if len(letters) > 1 && unicode.IsUpper(letters[0]) && !unicode.IsUpper(letters[1]) {
		letters[0] = unicode.ToLower(letters[0])
	}
	return string(letters)
}
