package html

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/text"
	"samsyn/internal/typeset/hyphen"
)

const (
	softHyphen = "\u00ad"
	breakHere  = "\u200b" // a zero width space, which is written as <wbr>: that is not copied
	longWord   = 13       // letters; a shorter word fits on any screen
	longest    = 24       // letters without a place to break, in a table's column
)

// divisible is a text in a language with places where its long words may be divided.
func divisible(s, lang string) string {
	s = text.Tied(s)
	if lang == "sv" {
		s = Soft(s)
	}
	return breakable(s)
}

// Soft marks where long Swedish words may be divided, since few browsers have a
// dictionary for that. What is searched, published as data or put into a title
// or an attribute is left as it is, and so are addresses and numbers, which people copy.
func Soft(s string) string {
	if !hasLongWord(s) {
		return s
	}
	var b strings.Builder
	for s != "" {
		n := strings.IndexFunc(s, unicode.IsSpace)
		if n < 0 {
			n = len(s)
		}
		word := s[:n]
		softWord(&b, word, !hyphen.Whole(word))
		_, size := utf8.DecodeRuneInString(s[n:])
		b.WriteString(s[n : n+size])
		s = s[n+size:]
	}
	return b.String()
}

// softWord writes what stands between two spaces, whose letters may be several words
// (”arbetsmarknad/kompetens”), with soft hyphens where there may be such.
func softWord(b *strings.Builder, s string, hyphens bool) {
	for s != "" {
		n := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
		if n < 0 {
			n = len(s)
		}
		if hyphens {
			b.WriteString(divided(s[:n]))
		} else {
			b.WriteString(s[:n])
		}
		c, size := utf8.DecodeRuneInString(s[n:])
		b.WriteString(s[n : n+size])
		if s = s[n+size:]; c == '/' && n > 0 && s != "" {
			b.WriteString(breakHere)
		}
	}
}

func hasLongWord(s string) bool {
	letters := 0
	for _, c := range s {
		if !unicode.IsLetter(c) && c != '/' {
			letters = 0
		} else if letters++; letters >= longWord {
			return true
		}
	}
	return false
}

// words remembers how words are divided: a site says the same ones everywhere.
var words sync.Map

func divided(word string) string {
	if utf8.RuneCountInString(word) < longWord {
		return word
	}
	if known, ok := words.Load(word); ok {
		return known.(string)
	}
	var b strings.Builder
	last := 0
	places := hyphen.Swedish(word)
	joints := false
	for _, p := range places {
		joints = joints || p.Joint
	}
	for _, p := range places {
		if p.Joint || !joints {
			b.WriteString(word[last:p.At] + softHyphen)
			last = p.At
		}
	}
	b.WriteString(word[last:])
	words.Store(word, b.String())
	return b.String()
}

// breakable gives a text a place to break wherever it would go on for too long
// without one, in any language: a table's columns are as wide as their words. An
// address to write to is hard to read in pieces, and is left whole.
func breakable(s string) string {
	if strings.ContainsRune(s, '@') {
		return s
	}
	var broken strings.Builder
	last, run := 0, 0
	for n, c := range s {
		if mayBreak(c) {
			run = 0
		} else if run++; run > longest && !unicode.Is(unicode.Mn, c) {
			broken.WriteString(s[last:n] + breakHere)
			last, run = n, 1
		}
	}
	if last == 0 {
		return s
	}
	return broken.String() + s[last:]
}

func mayBreak(c rune) bool { return strings.ContainsRune(" \n-–\u00ad\u200b", c) }
