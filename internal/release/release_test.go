package release_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"samsyn/internal/git"
	"samsyn/internal/release"
)

func TestNames(t *testing.T) {
	for name, want := range map[string]bool{
		"antagen-2025": true, "2025": true, "v1.0_b": true,
		"": false, "-d": false, ".x": false, "a..b": false, "a.": false, "a.lock": false, "a/b": false, "\u00e5r": false, "a b": false, "a\n": false,
	} {
		if got := release.Nameable(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestGitsRefusalIsTold(t *testing.T) {
	dir := t.TempDir()
	r := git.Repository{GitDir: filepath.Join(dir, ".git"), WorkTree: dir, Environ: os.Environ()}
	err := release.Tag(r, "a", "notes", false)
	if said := (*git.Failed)(nil); !errors.Is(err, git.ErrNoGit) && (!errors.As(err, &said) || said.Said == "") {
		t.Errorf("no repository is there: %v", err)
	}
}
