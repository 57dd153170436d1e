package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes turns straight quotation marks in running text into those of its
// language. What is no quotation mark for certain is left as it is: an inch, a
// foot, and all marks of a language that is not known here.
type quotes struct {
	opens, closes string // "" where the language is not known
	before        rune   // the character before, 0 at the beginning of a paragraph
	open          bool   // a quotation has begun
}

// newQuotes is for one paragraph in a language.
func newQuotes(lang string) quotes {
	base, _, _ := strings.Cut(lang, "-")
	switch base {
	case "sv", "fi":
		return quotes{opens: "”", closes: "”"}
	case "en":
		return quotes{opens: "“", closes: "”"}
	}
	return quotes{}
}

// curl is s, which goes on where the last text of the paragraph ended.
func (q *quotes) curl(s string) string {
	if q.opens == "" || !strings.ContainsAny(s, `"'`) {
		q.pass(s)
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '"':
			b.WriteString(q.double())
		case '\'':
			b.WriteString(q.single())
		default:
			b.WriteRune(r)
		}
		q.before = r
	}
	return b.String()
}

// pass goes past text that stays as it is.
func (q *quotes) pass(s string) {
	if r, n := utf8.DecodeLastRuneInString(s); n > 0 {
		q.before = r
	}
}

func (q *quotes) double() string {
	switch {
	case q.open:
		q.open = false
		return q.closes
	case unicode.IsDigit(q.before): // 15": inches
		return `"`
	}
	q.open = true
	return q.opens
}

// single is an apostrophe after a letter, and left alone elsewhere.
func (q *quotes) single() string {
	if unicode.IsLetter(q.before) {
		return "’"
	}
	return "'"
}
