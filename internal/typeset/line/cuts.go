package line

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/typeset/hyphen"
)

// cut is a place within a word where a line may end.
type cut struct {
	at     int // bytes from the beginning
	cost   float64
	hyphen bool
}

// cuts finds where a word may be divided, and gives the word without the soft
// hyphens and break marks that it had. A word with soft hyphens is divided
// there alone: somebody has thought about it.
func (l *Setter) cuts(word string, noHyphens bool) (string, []cut) {
	if strings.ContainsAny(word, "\u00AD\u200B") {
		return markedCuts(word)
	}
	if hyphen.Address(word) {
		return word, addressCuts(word)
	}
	noHyphens = noHyphens || hyphen.Whole(word)
	dear := 0.0
	if isName(word) {
		dear = nameCost
	}
	var out []cut
	letters := 0 // where the present run of letters begins
	flush := func(end int) {
		if !noHyphens {
			for _, b := range l.hyphens(word[letters:end]) {
				cost := hyphenCost
				if b.Joint {
					cost = jointCost
				}
				out = append(out, cut{letters + b.At, float64(cost) + dear, true})
			}
		}
	}
	for i, r := range word {
		if unicode.IsLetter(r) {
			continue
		}
		flush(i)
		n := utf8.RuneLen(r)
		letters = i + n
		if strings.ContainsRune("-–—/", r) && inside(word, i, n) {
			out = append(out, cut{letters, dashCost, false})
		}
	}
	flush(len(word))
	return word, out
}

// isName tells whether a word begins with a capital, whatever signs stand before it:
// (Arbetsförmedlingen).
func isName(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}

// inside reports whether letters or digits stand on both sides of the n bytes
// at i, and at least two bytes before and after. Digits on both sides are a span of
// years or a number: 2019–2025 and 0980-319 are read in one go.
func inside(word string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(word[:i])
	after, _ := utf8.DecodeRuneInString(word[i+n:])
	common := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if unicode.IsDigit(before) && unicode.IsDigit(after) {
		return false
	}
	return common(before) && common(after) && i >= 2 && len(word)-i-n >= 2
}

func markedCuts(word string) (string, []cut) {
	var b strings.Builder
	var out []cut
	for _, r := range word {
		switch r {
		case '\u00AD':
			out = append(out, cut{b.Len(), jointCost, true})
		case '\u200B':
			out = append(out, cut{b.Len(), dashCost, false})
		default:
			b.WriteRune(r)
		}
	}
	plain := b.String()
	kept := out[:0]
	for _, c := range out {
		if c.at > 0 && c.at < len(plain) && (len(kept) == 0 || kept[len(kept)-1].at < c.at) {
			kept = append(kept, c)
		}
	}
	return plain, kept
}

// addressCuts divides an address after its signs, without a hyphen, which a
// reader would take for a part of it.
func addressCuts(word string) []cut {
	var out []cut
	for i := 0; i+1 < len(word); i++ {
		if strings.IndexByte("/?&=_@.-", word[i]) >= 0 && word[i+1] != '/' && i > 3 {
			out = append(out, cut{i + 1, addressCost, false})
		}
	}
	return out
}

// longestWord is the length in bytes above which letters are no word.
const longestWord = 120

// hyphens remembers what hyphen.Swedish found.
func (l *Setter) hyphens(letters string) []hyphen.Break {
	if len(letters) < hyphen.Shortest || len(letters) > longestWord {
		return nil
	}
	at, known := l.hyphenated[letters]
	if !known {
		at = hyphen.Swedish(letters)
		if len(l.hyphenated) < mostShaped {
			l.hyphenated[letters] = at
		}
	}
	return at
}
