package passage_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/form/passage"
	"samsyn/internal/index"
	"samsyn/internal/project"
	"samsyn/internal/text"
)

// What is searched is what people read: names in the place of identifiers, no keys, and each
// entry of a list apart.
func TestWhatFilesSay(t *testing.T) {
	p, err := project.Open("../../../examples/storsjo", project.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	content, err := p.Content()
	if err != nil {
		t.Fatal(err)
	}
	files, err := p.Files()
	if err != nil {
		t.Fatal(err)
	}
	r := &passage.Reader{Tree: p.Tree, Index: index.New(content), Words: text.WordsOf(content), Language: "sv"}
	for _, f := range files {
		said := r.Of(f)
		if len(said) == 0 {
			t.Errorf("%s says nothing", f.Path)
		}
		for _, s := range said {
			if strings.HasPrefix(s.Text, "owner") || strings.ContainsAny(s.Text, "\n") {
				t.Errorf("%s says %q", f.Path, s.Text)
			}
		}
		switch f.Path {
		case "agreement/parties.yaml":
			for _, party := range content.Parties.Parties {
				if !slices.Contains(said, passage.Passage{party.Name.V, party.ID.V, party.Name.V}) {
					t.Errorf("%s does not say %q", party.ID.V, party.Name.V)
				}
			}
		case "plans/2025/kor-for-alla.md":
			for _, name := range []string{"Kör för alla", "Pågår"} {
				if !slices.ContainsFunc(said, func(s passage.Passage) bool { return s.Text == name }) {
					t.Errorf("the initiative does not say %q: %v", name, said)
				}
			}
		}
	}
}
