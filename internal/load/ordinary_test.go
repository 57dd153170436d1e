package load

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/diag"
	"samsyn/internal/fonts"
)

// In an ordinary text there is nothing to be found by looking at its characters.
func TestOrdinary(t *testing.T) {
	var all []rune
	for c := range rune(unicode.MaxRune + 1) {
		if !ordinary(string(c)) {
			continue
		}
		all = append(all, c)
		if c == '\n' || c == '\t' {
			continue
		}
		if unicode.IsControl(c) || diag.Reorders(c) || !fonts.Covers(c) || !norm.NFC.IsNormalString("a"+string(c)+"a") {
			t.Errorf("%q is not ordinary", c)
		}
	}
	for _, a := range all {
		for _, b := range all {
			if pair := "x" + string(a) + string(b) + "x"; garbled.MatchString(pair) {
				t.Errorf("%q is garbled", pair)
			}
		}
	}
	for _, s := range []string{"Åsa: ”ja” – nej, é\n\t~", ""} {
		if !ordinary(s) {
			t.Errorf("%q is ordinary", s)
		}
	}
	for _, s := range []string{"\x00", "\x7f", "\r", "\u0085", "a\u0301", "Ã¤", "Â°", "â€", "\u202e", "\ufffd", "\xff", "ي", "\u200b", "\u00a0"} {
		if ordinary(s) {
			t.Errorf("%q is not ordinary", s)
		}
	}
}
