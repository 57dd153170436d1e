package hyphen

import (
	"regexp"
	"strings"
	"unicode"
)

// Whole tells whether a word is one that people copy, or read out letter by letter: an
// address, or a telephone or case number. A hyphen that is put into it, though it may
// not show, goes along and makes it another.
func Whole(word string) bool { return strings.ContainsFunc(word, unicode.IsDigit) || Address(word) }

// domain is a full stop between a letter and two letters.
var domain = regexp.MustCompile(`\pL\.\pL\pL`)

// Address tells whether a word is an address of the web or of e-mail, also where it is
// written as one says it: lansstyrelsen.se/kronoberg.
func Address(word string) bool {
	return strings.Contains(word, "://") || strings.HasPrefix(strings.ToLower(word), "www.") ||
		strings.Contains(word, ".") && (strings.Contains(word, "@") || domain.MatchString(word))
}
