package search

import (
	"strings"
	"testing"
)

// Which compounds a new stem may be a part of is told from what they have in them.
func FuzzAStemBeginsItsWord(f *testing.F) {
	f.Add("Arbetsmarknaden löst fullt, lösningarna i länderna; friskt och möjligt ÅÄÖ île ça 2026 a1a")
	f.Add("insatserna hälsan bostäder orden planet doktorn friorn skolan huset")
	f.Fuzz(func(t *testing.T, text string) {
		for word := range split(text) {
			if _, is := exceptions[word]; !is && !strings.HasPrefix(word, stem(word)) {
				t.Errorf("the stem of %q is %q", word, stem(word))
			}
		}
	})
}
