// Package house holds ARCHITECTURE.md to the code.
package house

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const root = "../.."

var (
	row  = regexp.MustCompile("^\\| (`.*`) \\|.*\\| ([^|]+) \\|$")
	name = regexp.MustCompile("`([^`]+)`")
)

// rooms reads the table: what each package may import.
func rooms(t *testing.T) map[string][]string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	table := map[string][]string{}
	for line := range strings.Lines(string(page)) {
		m := row.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			continue
		}
		may := []string{}
		for _, n := range name.FindAllStringSubmatch(m[2], -1) {
			may = append(may, full(n[1]))
		}
		if strings.Contains(m[2], "everything") {
			may = nil
		}
		for _, n := range name.FindAllStringSubmatch(m[1], -1) {
			table[n[1]] = may
		}
	}
	return table
}

// full is a package's folder: the table leaves “internal/” out of what may be known.
func full(short string) string {
	if _, err := os.Stat(filepath.Join(root, "internal", short)); err == nil {
		return path.Join("internal", short)
	}
	return short
}

// imports lists what the Go files of each folder import of this module, tests
// left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && file != root || d.Name() == "testdata" || d.Name() == "bench") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		folder = filepath.ToSlash(folder)
		if _, seen := found[folder]; !seen {
			found[folder] = nil // a package that imports nothing needs its row too
		}
		for _, spec := range f.Imports {
			target, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if inside, ours := strings.CutPrefix(target, "samsyn/"); ours {
				found[folder] = append(found[folder], inside)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestEveryPackageKeepsToItsRow(t *testing.T) {
	table := rooms(t)
	if len(table) < 20 {
		t.Fatalf("only %d rows were read from ARCHITECTURE.md", len(table))
	}
	for folder, targets := range imports(t) {
		may, listed := table[folder]
		if !listed {
			t.Errorf("ARCHITECTURE.md has no row for %s", folder)
			continue
		}
		for _, target := range targets {
			if may != nil && !slices.Contains(may, target) {
				t.Errorf("%s imports %s, which its row in ARCHITECTURE.md does not name", folder, target)
			}
		}
	}
}
