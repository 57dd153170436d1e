package signing

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"samsyn/internal/source"
)

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A file that somebody has signed is replaced only by one that builds on it.
func TestWithinReplacesOnlyWhatItBuildsOn(t *testing.T) {
	dir := t.TempDir()
	tree, err := source.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	to, err := Within(tree, filepath.Join("somewhere", "plan.pdf"), []byte("base"))
	if err != nil || !to.Kept || to.Path() != filepath.Join(dir, "signed", "plan.pdf") {
		t.Fatalf("%+v, %v", to, err)
	}
	if err := to.Write([]byte("base signed")); err != nil {
		t.Fatal(err)
	}
	if to, err = Within(tree, "plan.pdf", []byte("base signed")); err != nil {
		t.Fatal(err)
	}
	if err := to.Write([]byte("base signed twice")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(to.Path()); err != nil || string(data) != "base signed twice" {
		t.Errorf("%q, %v", data, err)
	}
	var other *Other
	if _, err := Within(tree, "plan.pdf", []byte("base")); !errors.As(err, &other) || other.Name != "signed/plan.pdf" {
		t.Errorf("a file that is signed already is replaced: %v", err)
	}
}

func TestAtWritesOverTheFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "plan.pdf")
	write(t, name, "base")
	to, err := At(name)
	if err != nil || to.Kept {
		t.Fatalf("%+v, %v", to, err)
	}
	if err := to.Write([]byte("base signed")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(name); err != nil || string(data) != "base signed" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestMentions(t *testing.T) {
	for _, c := range []struct {
		label string
		names []string
		want  bool
	}{
		{"Underskrift för Alvesta kommun", []string{"Alvesta kommun"}, true},
		{"Underskrift för Alvesta kommun", []string{"alvesta KOMMUN "}, true},
		{"Underskrift för Alvesta kommun", []string{"kommun Alvesta", ""}, false},
		{"Underskrift för Nyalvesta kommun", []string{"alvesta kommun"}, false},
	} {
		if got := mentions(c.label, c.names); got != c.want {
			t.Errorf("%s, %q: %v", c.label, c.names, got)
		}
	}
}
