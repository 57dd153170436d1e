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

// A name is divided more dearly than another word, a period between years not at all.
func TestNamesAreDear(t *testing.T) {
	s := NewSetter(manuscript.Swedish)
	_, name := s.cuts("Samordningsförbundet", false)
	_, word := s.cuts("samordningsförbundet", false)
	if len(name) == 0 || len(name) != len(word) {
		t.Fatalf("cuts of a name: %v, of a word: %v", name, word)
	}
	for i := range name {
		if name[i].cost < word[i].cost+nameCost {
			t.Errorf("a name is divided for %v, a word for %v", name[i].cost, word[i].cost)
		}
	}
	for _, whole := range []string{"2019–2025", "0980-319", "2026-08-31"} {
		if _, cuts := s.cuts(whole, false); len(cuts) > 0 {
			t.Errorf("%s is divided: %v", whole, cuts)
		}
	}
}
