package hyphen

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func divided(word string) string {
	var b strings.Builder
	last := 0
	for _, br := range Swedish(word) {
		b.WriteString(word[last:br.At] + "-")
		last = br.At
	}
	return b.String() + word[last:]
}

func TestSwedish(t *testing.T) {
	for _, want := range []string{
		// joints of compounds
		"kom-mun-sty-rel-sen", "region-full-mäk-tige", "sam-ver-kans-område", "arbets-marknad", "kom-pe-tens-för-sörj-ning",
		"över-ens-kom-melse", "till-gänglighets-pla-nen", "för-valt-nings-lagen", "verk-sam-hets-loka-ler", "hand-lings-plan",
		"barn-omsorg", "arbets-område", "språk-trä-ning", "utbild-nings-insats", "äldre-omsorg",
		// one consonant goes with the vowel after it
		"kom-mu-nal", "beta-lar", "mål-sätt-ning", "för-ening",
		// meaning decides: not divided there
		"bostad", "demokrati", "fastighet",
		// no compound of the word before the ending
		"bar-nets", "kom-mu-nen", "första", "samt-liga", "tillit",
		// too short, capitals, other alphabets, mixed
		"skola", "avtal", "SAMVERKAN", "KommunStyrelsen", "Україна", "sámegiella",
		"Kom-mu-nal",
		"",
	} {
		word := strings.ReplaceAll(want, "-", "")
		if got := divided(word); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// Whatever comes in, breaks are between letters, in order, with three letters
// on either side.
func FuzzSwedish(f *testing.F) {
	for _, s := range []string{"kommunstyrelsen", "ååååååååå", "\xff\xfe", "tillitsbaserad", "ngngngngng", "e\u0301galite"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		last := 0
		for _, br := range Swedish(word) {
			at := br.At
			if at <= last || at >= len(word) || !utf8.RuneStart(word[at]) {
				t.Fatalf("%q: break at %d after %d", word, at, last)
			}
			if utf8.RuneCountInString(word[:at]) < leastBefore || utf8.RuneCountInString(word[at:]) < leastAfter {
				t.Fatalf("%q: break at %d leaves too little", word, at)
			}
			last = at
		}
	})
}
