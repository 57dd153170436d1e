package load

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/fonts"
)

// glyphs finds characters of a text that the PDF's fonts cannot show.
func (f *file) glyphs(src string, firstLine int) {
	for n, line := range strings.Split(src, "\n") {
		told := map[rune]bool{}
		for _, c := range norm.NFC.String(line) {
			if c < utf8.RuneSelf || fonts.Covers(c) || told[c] {
				continue
			}
			told[c] = true
			f.lack(c, strings.Count(line, string(c)), f.text.Place(firstLine+n-1, max(strings.IndexRune(line, c), 0), 1))
		}
	}
}

// lacking are the characters that the fonts cannot show: those that are no letters one
// by one, letters once a script.
type lacking []lack

type lack struct {
	script *unicode.RangeTable // nil for what is no letter
	first  rune
	at     diag.Place // of the first
	count  int
}

// lack takes down a character that the fonts cannot show.
func (f *file) lack(c rune, count int, at diag.Place) {
	script := (*unicode.RangeTable)(nil)
	if unicode.IsLetter(c) || unicode.IsMark(c) {
		script = f.lacked.scriptOf(c)
	}
	for i := range f.lacked {
		l := &f.lacked[i]
		if script == nil || l.script != script {
			continue
		}
		l.count += max(count, 1)
		if at.Compare(l.at) < 0 {
			l.first, l.at = c, at
		}
		return
	}
	f.lacked = append(f.lacked, lack{script, c, at, max(count, 1)})
}

// scriptOf finds the script that a letter is of (Unicode Standard Annex #24), among those
// that have been met first.
func (list lacking) scriptOf(c rune) *unicode.RangeTable {
	for _, l := range list {
		if l.script != nil && unicode.Is(l.script, c) {
			return l.script
		}
	}
	for _, script := range unicode.Scripts {
		if unicode.Is(script, c) {
			return script
		}
	}
	return nil
}

func (list lacking) findings() []diag.Finding {
	var found []diag.Finding
	foreign := slices.ContainsFunc(list, func(l lack) bool { return l.script != nil })
	for _, l := range list {
		if l.script == nil && foreign && unicode.IsPunct(l.first) {
			continue // it goes with the letters about it
		}
		message := advice.Glyph(l.first)
		if l.script != nil && l.count > 1 {
			message = advice.Glyphs(l.first, l.count)
		}
		found = append(found, diag.New(diag.MissingGlyph, l.at, message))
	}
	return found
}

// fieldGlyphs finds those in the fields.
func (f *file) fieldGlyphs(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		sign := false
		for _, c := range norm.NFC.String(n.Value) {
			if c < utf8.RuneSelf || fonts.Covers(c) || f.bad[n] {
				continue
			}
			if letter := unicode.IsLetter(c) || unicode.IsMark(c); letter || !sign {
				f.lack(c, 1, f.locator.Place(n))
				sign = sign || !letter
			}
		}
	}
	for _, c := range n.Content {
		f.fieldGlyphs(c)
	}
}
