package editor

import (
	"strings"
	"testing"
)

// What is searched for is found by what things are called, by what they say, and by the
// names of those whom they refer to; not by how their files are written.
func TestSearchFindsWhatThingsSay(t *testing.T) {
	r := open(t, map[string]string{})
	for query, want := range map[string][]string{
		"jobbet":           {"Språk på jobbet"},
		"SPRÅKET på":       {"Språk på jobbet", "lär sig språket på jobbet"},
		"alvesta+kommun":   {"Parter", "Språk på jobbet", "Alvesta kommun"},
		"deltagarna+lär":   {"Språk på jobbet", "Deltagarna lär sig"},
		"cooperation_area": {"Inget hittades"},
		"owner":            {"Inget hittades"},
		"finnsintealls":    {"Inget hittades"},
	} {
		p := r.found("/innehall?q=" + strings.ReplaceAll(strings.ReplaceAll(query, " ", "+"), "Å", "%C3%85"))
		p.says(t, want...)
	}
}
