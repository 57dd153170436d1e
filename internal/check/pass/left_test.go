package pass_test

import (
	"testing"

	"samsyn/internal/check/pass"
)

func TestLeftForLater(t *testing.T) {
	for text, want := range map[string]bool{
		"Lorem ipsum dolor sit amet":   true,
		"lorem ipsum":                  true,
		"\n  LOREM IPSUM DOLOR":        true,
		"Lorem ipsumet":                false,
		"Texten började Lorem ipsum":   false,
		"Lorem":                        false,
		"":                             false,
		"Enkät TODO":                   true,
		"FIXME: vem?":                  true,
		"XXXX":                         true,
		"MÉTODOS":                      false,
		"Skriv här vad som ska hända.": true,
		"Write here how it is done.":   true,
		"Skriv här i boken.":           false,
		"Alla kan skriva här.":         false,
	} {
		if pass.LeftForLater(text) != want {
			t.Errorf("%q is left for later: %v", text, !want)
		}
	}
}
