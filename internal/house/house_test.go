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
	row  = regexp.MustCompile(`^\d+\. `)
	name = regexp.MustCompile("`([^`]+)`")
)

// floors reads ARCHITECTURE.md: on which floor each package stands, from 1.
func floors(t *testing.T) map[string]int {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	if words := len(strings.Fields(string(page))); words > 900 {
		t.Errorf("ARCHITECTURE.md has %d words, at most 900 fit on a page", words)
	}
	at := map[string]int{}
	floor := 0
	for line := range strings.Lines(string(page)) {
		if !row.MatchString(line) {
			continue
		}
		floor++
		for _, n := range name.FindAllStringSubmatch(line, -1) {
			at[full(n[1])] = floor
		}
	}
	return at
}

// full is a package's folder: the page leaves “internal/” out.
func full(short string) string {
	if _, err := os.Stat(filepath.Join(root, "internal", short)); err == nil {
		return path.Join("internal", short)
	}
	return short
}

// arrows reads which package may import which.
func arrows(t *testing.T) map[string][]string {
	t.Helper()
	list, err := os.ReadFile("arrows.txt")
	if err != nil {
		t.Fatal(err)
	}
	may := map[string][]string{}
	for line := range strings.Lines(string(list)) {
		if from, to, is := strings.Cut(strings.TrimSpace(line), ":"); is && !strings.HasPrefix(line, "#") {
			may[from] = strings.Fields(to)
		}
	}
	return may
}

// modulePath is the module's path, which scripts/module-path can change.
func modulePath(t *testing.T) string {
	t.Helper()
	file, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(file), "\n")
	return strings.TrimSpace(strings.TrimPrefix(line, "module "))
}

// imports lists what the Go files of each folder import of this module, tests
// left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found, module := map[string][]string{}, modulePath(t)
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && file != root || d.Name() == "testdata" || d.Name() == "bench" || d.Name() == "pack") { // pack is a module of its own
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
			if inside, ours := strings.CutPrefix(target, module+"/"); ours {
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

func TestImportsLeadDown(t *testing.T) {
	floor := floors(t)
	for from, targets := range imports(t) {
		if floor[from] == 0 {
			t.Errorf("ARCHITECTURE.md does not say where %s stands", from)
		}
		for _, to := range targets {
			if floor[to] >= floor[from] {
				t.Errorf("%s stands on floor %d and imports %s on floor %d", from, floor[from], to, floor[to])
			}
		}
	}
}

func TestArrowsAreThoseWrittenDown(t *testing.T) {
	may, found := arrows(t), imports(t)
	for from, targets := range found {
		for _, to := range targets {
			if !slices.Contains(may[from], to) {
				t.Errorf("%s imports %s, which arrows.txt does not have", from, to)
			}
		}
	}
	for from, targets := range may {
		for _, to := range targets {
			if !slices.Contains(found[from], to) {
				t.Errorf("arrows.txt has an arrow from %s to %s that is gone", from, to)
			}
		}
	}
}
