package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestMessageIsPutIntoWords(t *testing.T) {
	long := strings.Repeat("å", 300)
	for name, tt := range map[string]struct {
		message Message
		sv, en  string
	}{
		"nothing":              {Message{}, "", ""},
		"without names":        {Tell("100 % fel", "100 % wrong"), "100 % fel", "100 % wrong"},
		"in order":             {Tell("%s: %s", "%[2]s: %[1]s", "a", "b"), "a: b", "b: a"},
		"a name of one alone":  {Tell("%[1]s", "%[2]s", "", "b"), "", "b"},
		"what looks like more": {Tell("%s", "%s", "%s \x00\x01"), "%s \x00\x01", "%s \x00\x01"},
		"a long name":          {Tell("%s.", "%s!", long), long + ".", long + "!"},
		"in words already":     {Told(Text{"50 %", "50%d"}), "50 %", "50%d"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, m := range []Message{tt.message, tt.message.suggesting("x").suggesting("")} {
				if sv, en := m.In("sv"), m.In("en"); sv != tt.sv || en != tt.en {
					t.Errorf("got %q and %q, want %q and %q", sv, en, tt.sv, tt.en)
				}
			}
		})
	}
}

func TestSuggestionIsApartFromTheMessage(t *testing.T) {
	for _, names := range [][]string{nil, {"a"}, {"", "b", strings.Repeat("c", 200)}} {
		plain := New("wrong-type", in("a", 1), Tell("s", "e", names...))
		suggesting := plain.Suggest("ö")
		again := suggesting.Suggest("")
		if plain.Suggestion() != "" || suggesting.Suggestion() != "ö" || again.Suggestion() != "" {
			t.Errorf("%q: suggestions %q and %q", names, plain.Suggestion(), suggesting.Suggestion())
		}
		if _, _, kept := suggesting.Message.Parts(); !slices.Equal(kept, names) || !suggesting.Same(&plain) {
			t.Errorf("a suggestion made %q of %q", kept, names)
		}
	}
}
