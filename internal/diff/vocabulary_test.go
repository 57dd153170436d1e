package diff

import (
	"strings"
	"testing"

	"samsyn/internal/load"
	"samsyn/internal/source"
)

// Every field that changes are told of has a name in both languages, and every kind of
// thing a phrase.
func TestEverythingToldHasAName(t *testing.T) {
	tree, err := source.Folder("../../examples/storsjo")
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := load.Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	for _, thing := range snapshot(loaded.Content, loaded.Content, false) {
		if p := phraseOf(thing.kind, nil); strings.Contains(p.the.SV+p.new.SV+p.the.EN+p.new.EN, "{") {
			t.Errorf("%s is called %+v", thing.kind, p)
		}
		if thing.kind == "translation" { // whose fields are told by their paths
			continue
		}
		for _, f := range thing.fields {
			name := labelOf(thing.kind, f, nil)
			if strings.ContainsAny(name.Noun.SV+name.Noun.EN, "{._") || name.Noun.SV == f.name && f.name != "text" && f.name != "status" && f.name != "definition" && f.name != "period" {
				t.Errorf("%s: the field %s is called %+v", thing.kind, f.name, name)
			}
		}
	}
}
