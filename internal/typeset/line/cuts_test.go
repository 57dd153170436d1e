package line

import (
	"testing"

	"samsyn/internal/typeset/manuscript"
)

// What people copy is divided without a hyphen, which would go along.
func TestWhatIsCopiedGetsNoHyphen(t *testing.T) {
	s := NewSetter(manuscript.Swedish)
	for _, word := range []string{"https://integrationssamordning.example/samverkansomraden", "integrationssamordning.se/overenskommelse", "integrationssamordning@lansstyrelsen.se", "arbetsmarknadsnämnden2024:17", "851-1234-2025"} {
		text, cuts := s.cuts(word, false)
		if text != word {
			t.Errorf("%s became %s", word, text)
		}
		for _, c := range cuts {
			if c.hyphen {
				t.Errorf("%s may get a hyphen after %s", word, word[:c.at])
			}
		}
	}
	if _, cuts := s.cuts("integrationssamordning", false); len(cuts) == 0 || !cuts[0].hyphen {
		t.Error("a long word is not divided")
	}
}
