package console_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"samsyn/internal/console"
)

func TestLeadsOut(t *testing.T) {
	top := t.TempDir()
	for _, dir := range []string{"real/repo/.git", "real/repo/in/side", "real/outside"} {
		if err := os.MkdirAll(filepath.Join(top, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"other": "real", "real/repo/out": "../outside", "real/repo/here": "in", "real/repo/nowhere": "../gone"} {
		if err := os.Symlink(to, filepath.Join(top, link)); err != nil {
			t.Skip(err) // not everybody may make links on Windows
		}
	}
	for _, spelt := range []struct{ dir, at, path string }{
		{"real/repo", "", "real/repo"}, {"other/repo", "", "other/repo"}, {"real/repo", "", "other/repo"}, {"other/repo", "", "real/repo"},
		{"", "other/repo/in", "real/repo"}, {"", "real/repo/in", "other/repo"},
	} {
		a := console.New(console.World{Stdout: io.Discard, Stderr: io.Discard, Dir: filepath.Join(top, spelt.dir)})
		a.At = spelt.at
		for path, want := range map[string]bool{
			"out": true, "out/new/deep": true, "nowhere": true, "nowhere/x": true, "": false, "in/side": false, "in/new/deep": false, "here/new": false, "../outside/x": false, "../new": false,
		} {
			if got := a.LeadsOut(filepath.Join(top, spelt.path, path)); got != want {
				t.Errorf("in %q at %q, %q of %q leads out: %t", spelt.dir, spelt.at, path, spelt.path, got)
			}
		}
	}
	a := console.New(console.World{Stdout: io.Discard, Stderr: io.Discard, Dir: filepath.Join(top, "real/repo")})
	if a.At = "out"; !a.LeadsOut(filepath.Join(top, "real/repo/out")) {
		t.Error("a planted link is the place to write in")
	}
}
