package history

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/go-git/go-git/v5"

	"samsyn/internal/source"
)

// dirty asks of the content as the folder has it now.
func (b *builder) dirty() (bool, error) {
	tree, err := source.Folder(b.Dir)
	if err != nil {
		return false, err
	}
	entries, err := tree.Entries()
	if err != nil {
		return false, err
	}
	return b.open().Dirty(entries)
}

func TestDirty(t *testing.T) {
	b := newBuilder(t)
	all := files{"samsyn.yaml": "title: Prov\n", "agreement/a.md": "text\nmer\n", "plans/2025/x.md": "x\n", "README.md": "läs\n", "samsyn.en.yaml": "title: Test\n", "agreement/large.png": pointerTo("bild\n"), "agreement/l.md": "link:a.md"}
	b.commit("ett", all)
	tree, err := b.Git.Worktree()
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Reset(&git.ResetOptions{Mode: git.HardReset}); err != nil {
		t.Fatal(err)
	}
	check := func(what string, wanted bool) {
		t.Helper()
		got, err := b.dirty()
		if err != nil || got != wanted {
			t.Errorf("%s: dirty %t, %v, want %t", what, got, err, wanted)
		}
	}
	check("a pointer of Git LFS in the file's place", false)
	b.write("agreement/large.png", "annan bild\n")
	check("another file than Git LFS has", true)
	b.write("agreement/large.png", "bild\n")
	check("clean", false)
	b.write("plans/2025/\xff.md", "latin\n")
	check("a name that cannot be read", false)
	b.write("README.md", "annat\n")
	check("another file", false)
	b.write("agreement/.swp", "annat\n")
	check("a hidden file", false)
	b.write("agreement/a.md", "text\r\nmer\r\n")
	check("other line ends", false)
	b.write("agreement/a.md", "text\nännu\n")
	check("changed", true)
	b.write("agreement/a.md", "text\nmer\n")
	check("changed back", false)
	b.write("plans/2025/y.md", "ny\n")
	check("a new file", true)
	if err := os.Remove(filepath.Join(b.Dir, "plans/2025/y.md")); err != nil {
		t.Fatal(err)
	}
	check("removed again", false)
	b.write("samsyn.en.yaml", "title: Another\n")
	check("a translation of the marker", true)
	b.write("samsyn.en.yaml", "title: Test\n")
	if err := os.Remove(filepath.Join(b.Dir, "plans/2025/x.md")); err != nil {
		t.Fatal(err)
	}
	check("a file is gone", true)
	b.write("plans/2025/x.md", "x\n")
	if err := os.Remove(filepath.Join(b.Dir, ".git", "index")); err != nil {
		t.Fatal(err)
	}
	check("no index", false)
}

// pointerTo is what git stores of a file that Git LFS has.
func pointerTo(text string) string {
	return fmt.Sprintf("version https://git-lfs.github.com/spec/v1\noid sha256:%x\nsize %d\n", sha256.Sum256([]byte(text)), len(text))
}
