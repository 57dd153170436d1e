package house

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What somebody is to hold in the head at once: the lines of a file, and of a package. Tests
// do not count.
const (
	mostOfFile    = 400
	mostOfPackage = 2500
)

func TestSizes(t *testing.T) {
	lines := map[string]int{}
	count := func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		n := bytes.Count(data, []byte("\n"))
		lines[filepath.Dir(name)] += n
		if n > mostOfFile {
			t.Errorf("%s has %d lines, at most %d fit: part it", name, n, mostOfFile)
		}
		return nil
	}
	for _, folder := range []string{"bench", "cmd", "internal", "schema", "scripts"} {
		if err := filepath.WalkDir(filepath.Join(root, folder), count); err != nil {
			t.Fatal(err)
		}
	}
	for folder, n := range lines {
		if n > mostOfPackage {
			t.Errorf("package %s has %d lines, at most %d fit: part it by what it is for", folder, n, mostOfPackage)
		}
	}
}
