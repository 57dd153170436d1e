package line

import (
	"strings"
	"testing"

	"samsyn/internal/typeset/design"
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
	for _, called := range []string{"Samordningsförbundet", "(Arbetsförmedlingen)", "”Samordningsförbundet”", "–Länsstyrelsen,"} {
		_, name := s.cuts(called, false)
		_, word := s.cuts(strings.ToLower(called), false)
		if len(name) == 0 || len(name) != len(word) {
			t.Fatalf("cuts of %s: %v, of the word: %v", called, name, word)
		}
		for i := range name {
			if name[i].cost < word[i].cost+nameCost {
				t.Errorf("%s is divided for %v, the word for %v", called, name[i].cost, word[i].cost)
			}
		}
	}
	for _, whole := range []string{"2019–2025", "0980-319", "2026-08-31"} {
		if _, cuts := s.cuts(whole, false); len(cuts) > 0 {
			t.Errorf("%s is divided: %v", whole, cuts)
		}
	}
}

// A narrow column divides a word only where that saves a line.
func TestNarrowColumnsKeepWordsWhole(t *testing.T) {
	s := NewSetter(manuscript.Swedish)
	style := design.CellStyle
	for text, hyphens := range map[string]int{"Inget målvärde": 0, "Länets samverkansområden": 0, "arbetsmarknadsintegration": 1} {
		got := 0
		for _, l := range s.Lines(s.Compose(manuscript.Text(text), style), 85) {
			if runs := l.parts[len(l.parts)-1].Runs; len(runs) > 0 && runs[len(runs)-1].Glyphs[0].Text == "\u00AD" {
				got++
			}
		}
		if got != hyphens {
			t.Errorf("%q has %d hyphens, not %d", text, got, hyphens)
		}
	}
}
