package history

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/go-git/go-git/v5"

	"samsyn/internal/source"
)

// Known must answer for a file as it stands, or not at all.
func TestKnown(t *testing.T) {
	b := newBuilder(t)
	const name = "plans/2025/x.md"
	b.commit("ett", files{"samsyn.yaml": "title: Prov\n", name: "ett\n", "plans/2025/l.md": "link:x.md"})
	work, err := b.Git.Worktree()
	if err != nil {
		t.Fatal(err)
	}
	if err := work.Reset(&git.ResetOptions{Mode: git.HardReset}); err != nil {
		t.Fatal(err)
	}
	index := filepath.Join(b.Dir, ".git", "index")
	age := func(file string, by time.Duration) {
		t.Helper()
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, time.Time{}, info.ModTime().Add(by)); err != nil {
			t.Fatal(err)
		}
	}
	listed := func(name string) source.Entry {
		t.Helper()
		tree, err := source.Folder(b.Dir)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := tree.Entries()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.Path == name {
				return e
			}
		}
		t.Fatal(name, "is not listed")
		return source.Entry{}
	}
	key := func(name string) string {
		t.Helper()
		return b.open().Known()(listed(name))
	}
	age(index, time.Second)
	if got := key(name); got != "git f4c5f6d3ddd4e195143feed79f4aa5d792f69b0e 4" {
		t.Errorf("key %q of an unchanged file", got)
	}
	if got := key("plans/2025/l.md"); got != "" {
		t.Errorf("key %q of a link", got)
	}
	age(index, -2*time.Second)
	if got := key(name); got != "" {
		t.Errorf("key %q of a file that is younger than the index", got)
	}
	age(index, 2*time.Second)

	file := filepath.Join(b.Dir, filepath.FromSlash(name))
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	b.write(name, "två!")
	if got := key(name); got != "" {
		t.Errorf("key %q of a changed file", got)
	}
	b.write("plans/2025/y.md", "ny\n")
	if got := key("plans/2025/y.md"); got != "" {
		t.Errorf("key %q of a new file", got)
	}
	// The same length and the same time: only the time of the change of the inode
	// tells, where there is one.
	b.write(name, "tva\n")
	if err := os.Chtimes(file, time.Time{}, info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if listed(name).Stamp.Changed != 0 && key(name) != "" {
		t.Errorf("key %q of a file whose time was set back", key(name))
	}
	if err := os.Remove(index); err != nil {
		t.Fatal(err)
	}
	if got := key(name); got != "" {
		t.Errorf("key %q without an index", got)
	}
}
