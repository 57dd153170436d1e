package prose

import "golang.org/x/text/unicode/norm"

// Composed is a text in Unicode's normalisation form C (UAX #15).
func Composed(s string) string {
	for i := range len(s) {
		// What is below U+0300 never changes, and is written with bytes below this one.
		if s[i] >= 0xCC {
			return norm.NFC.String(s)
		}
	}
	return s
}
