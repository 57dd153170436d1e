package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// IsContent is true of exactly what is listed.
func TestIsContentIsWhatIsListed(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"samsyn.yaml", "samsyn.en.yaml", "samsyn.yml", "samsyn.en.yaml.md", "x/samsyn.yaml", "agreement/agreement.yaml", "agreement/a/b/c.png",
		"agreement/.hidden/x.md", "agreement/.x.md", "agreements/x.md", "plans/2025/x.md", "plans.md", "main.go", "docs/plans/x.md", ".git/config", "signed/x"} {
		files[name] = &fstest.MapFile{}
	}
	entries, err := FromFS(files).Entries()
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, e := range entries {
		listed[e.Path] = true
	}
	if len(listed) < 5 {
		t.Errorf("only %v is listed", listed)
	}
	for name := range files {
		if IsContent(name) != listed[name] {
			t.Errorf("%s is content: %v, and listed: %v", name, IsContent(name), listed[name])
		}
	}
	for _, name := range []string{"", "agreement/\xff.md", "agreement", "plans"} {
		if IsContent(name) {
			t.Errorf("%q is content", name)
		}
	}
}

// A folder that may not be looked into is told as that: a content may well lie there.
// That it may not is made up, since everything is open to root.
func TestFindTellsOfAClosedFolder(t *testing.T) {
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	below := filepath.Join(closed, "below")
	if err := os.MkdirAll(below, 0o700); err != nil {
		t.Fatal(err)
	}
	lstat := func(name string) (fs.FileInfo, error) {
		if filepath.Dir(name) == closed {
			return nil, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrPermission}
		}
		return os.Lstat(name)
	}
	place := func(folder string) {
		if err := os.WriteFile(filepath.Join(folder, Marker), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	place(dir)
	if found, err := find(below, lstat); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("past the closed folder: %q, %v", found, err)
	}
	if found, err := find(below, os.Lstat); found != dir || err != nil {
		t.Errorf("with all folders open: %q, %v", found, err)
	}
	place(below)
	if found, err := find(below, lstat); found != below || err != nil {
		t.Errorf("before the closed folder: %q, %v", found, err)
	}
}
