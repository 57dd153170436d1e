package web

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/guard"
)

// Kept is a field of a form that is sent once more.
type Kept struct{ Name, Value string }

// carried are the hidden fields of the editor's forms, and the beginnings of the names of
// those that there are several of: what a page was made of, and files.
var carried = struct{ names, begin []string }{
	[]string{guard.TokenField, "from", "tip", "into", "name", "sure", "chosen", "namn", "innehall", "kolumner", "bladkolumner"},
	[]string{"_file:", "kolumn-", choicePrefix},
}

// unwritten is a value of a field that one chooses in, or that a list has: an identifier, or
// the keys of its entries (see form.Field).
var unwritten = regexp.MustCompile(`^([!-~]*|n?[0-9]+( n?[0-9]+)*)$`)

// shortestTyped is how many characters somebody has typed in a field who would not like to
// type them again.
const shortestTyped = 40

// typed are the texts of a form that was sent and that nobody may have elsewhere.
func typed(kept []Kept) (texts []string) {
	for _, k := range kept {
		begins := func(with string) bool { return strings.HasPrefix(k.Name, with) }
		if slices.Contains(carried.names, k.Name) || slices.ContainsFunc(carried.begin, begins) || unwritten.MatchString(k.Value) {
			continue
		}
		if utf8.RuneCountInString(k.Value) >= shortestTyped {
			texts = append(texts, k.Value)
		}
	}
	return texts
}

// Escaped is a path within an address.
func Escaped(file string) string { return (&url.URL{Path: path.Clean(file)}).EscapedPath() }
