package load

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/fonts"
	"samsyn/internal/prose"
)

// glyphs finds characters of a text that the PDF's fonts cannot show.
func (f *file) glyphs(src string, firstLine int) {
	if allCovered(src) {
		return
	}
	for n, line := range strings.Split(src, "\n") {
		told := map[rune]bool{}
		for _, c := range norm.NFC.String(line) {
			if c < utf8.RuneSelf || fonts.Covers(c) || told[c] {
				continue
			}
			told[c] = true
			f.findings = append(f.findings, diag.New(diag.MissingGlyph, f.text.Place(firstLine+n-1, max(strings.IndexRune(line, c), 0), 1), advice.Glyph(c)))
		}
	}
}

// allCovered tells whether the PDF's fonts can show every character of a text.
func allCovered(s string) bool {
	for _, c := range prose.Composed(s) {
		if c >= utf8.RuneSelf && !covers(c) {
			return false
		}
	}
	return true
}

// covers is fonts.Covers, remembered for the letters that nearly all text is of.
func covers(c rune) bool {
	if known := latin(); int(c) < len(known) {
		return known[c]
	}
	return fonts.Covers(c)
}

var latin = sync.OnceValue(func() (covered [0x180]bool) {
	for c := range covered {
		covered[c] = fonts.Covers(rune(c))
	}
	return covered
})

func (f *file) fieldGlyphs(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && !allCovered(n.Value) {
		for _, c := range norm.NFC.String(n.Value) {
			if c >= utf8.RuneSelf && !fonts.Covers(c) && !f.bad[n] {
				f.findings = append(f.findings, diag.New(diag.MissingGlyph, f.locator.Place(n), advice.Glyph(c)))
				return
			}
		}
	}
	for _, c := range n.Content {
		f.fieldGlyphs(c)
	}
}
