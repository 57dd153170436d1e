package safewrite_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/safewrite"
)

func listing(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		names = append(names, strings.TrimPrefix(name, dir))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Where a file cannot be moved into place, those before it go again.
func TestCreateLeavesNothingHalf(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "b"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := listing(t, dir)
	for _, files := range [][]safewrite.File{
		{{Path: "a/x"}, {Path: "b"}},                // it is there
		{{Path: "a/x"}, {Path: "b/y"}},              // a file where a folder is wanted
		{{Path: "a/x"}, {Path: "../outside"}},       // out of the folder
		{{Path: "a/x"}, {Path: "c"}, {Path: "c/d"}}, // each other's way
	} {
		if err := safewrite.Create(dir, files); err == nil {
			t.Errorf("%v: no error", files)
		}
		if after := listing(t, dir); !slices.Equal(before, after) {
			t.Errorf("%v left %v", files, after)
		}
	}
	fresh := filepath.Join(dir, "new", "deep")
	if err := safewrite.Create(fresh, []safewrite.File{{Path: "../up"}}); err == nil {
		t.Error("no error")
	}
	if after := listing(t, dir); !slices.Equal(before, after) {
		t.Errorf("left %v", after)
	}
}

func TestCreateTellsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "b"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var occupied *safewrite.Occupied
	if err := safewrite.Create(dir, []safewrite.File{{Path: "a"}, {Path: "b"}}); !errors.As(err, &occupied) || !slices.Equal(occupied.Paths, []string{"b"}) {
		t.Errorf("got %v", err)
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "secret")
	name := filepath.Join(dir, "a.yaml")
	for _, file := range []string{outside, name} {
		if err := os.WriteFile(file, []byte("old"), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := safewrite.Replace(dir, "a.yaml", []byte("new")); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(name)
	info, err := os.Stat(name)
	if err != nil || !bytes.Equal(data, []byte("new")) || info.Mode().Perm() != 0o640 {
		t.Errorf("%q %v %v", data, info.Mode(), err)
	}
	for _, bad := range []string{"link", "../secret", "missing"} {
		if err := safewrite.Replace(dir, bad, []byte("new")); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
	if data, _ := os.ReadFile(outside); string(data) != "old" {
		t.Error("a link was followed out of the folder")
	}
	if left := listing(t, dir); len(left) != 3 {
		t.Errorf("left %v", left)
	}
}
