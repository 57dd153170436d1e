package build

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/cache"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// Over random edits, a build that keeps what has not changed gives the bytes of
// one that makes everything, also where somebody has been at the output.
func TestWhatIsKeptEqualsWhatIsMade(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../examples/storsjo")); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(3, 5))
	kept := 0
	for round := range 12 {
		if round > 0 {
			meddle(t, rnd, filepath.Join(dir, "content"))
		}
		built := buildWith(t, dir, "kept", true)
		clean := buildWith(t, dir, "clean", false)
		if !maps.EqualFunc(clean, built, bytes.Equal) {
			for name, data := range clean {
				if !bytes.Equal(built[name], data) {
					t.Fatalf("round %d: %s is not as a clean build has it", round, name)
				}
			}
			t.Fatalf("round %d: %d files, %d in a clean build", round, len(built), len(clean))
		}
		kept += same(t, filepath.Join(dir, "kept"), filepath.Join(dir, "before"))
		place(t, filepath.Join(dir, "kept", "areas.html"), "<p>någon har varit här</p>")
	}
	if kept == 0 {
		t.Error("no file was kept from one build to the next")
	}
}

// buildWith builds the content and gives the output; with a memory, the output
// before is linked aside.
func buildWith(t *testing.T, dir, out string, remember bool) map[string][]byte {
	t.Helper()
	out = filepath.Join(dir, out)
	tree, err := source.Folder(filepath.Join(dir, "content"))
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{WithoutPDFs: true, Today: model.Date{Year: 2026, Month: 6, Day: 1}}
	if remember {
		aside := filepath.Join(dir, "before")
		if err := os.RemoveAll(aside); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(out, aside); err == nil {
			if err := linkAll(aside, out); err != nil {
				t.Fatal(err)
			}
		}
		opt.Pack = cache.Open(filepath.Join(dir, "pages"), cache.KeyOf("test"))
	}
	r, err := load.Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	opt.Contents, opt.Fields = r.Contents, r.Fields
	if _, err := ToFolder(context.Background(), tree, r.Content, placeOf(out), opt); err != nil {
		t.Fatal(err)
	}
	return output(t, out)
}

func output(t *testing.T, out string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[name], err = os.ReadFile(filepath.Join(out, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func linkAll(from, to string) error {
	return fs.WalkDir(os.DirFS(from), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		}
		return os.Link(filepath.Join(from, name), filepath.Join(to, name))
	})
}

// same counts the files that are one file under two names.
func same(t *testing.T, a, b string) int {
	t.Helper()
	n := 0
	for name := range output(t, a) {
		one, err := os.Stat(filepath.Join(a, name))
		if err != nil {
			t.Fatal(err)
		}
		if other, err := os.Stat(filepath.Join(b, name)); err == nil && os.SameFile(one, other) {
			n++
		}
	}
	return n
}

// meddle changes a word somewhere in the plans, adds to a text, takes an initiative
// away or has one twice.
func meddle(t *testing.T, rnd *rand.Rand, dir string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "plans", "*", "*.md"))
	if err != nil || len(names) == 0 {
		t.Fatal("no initiatives", err)
	}
	name := names[rnd.IntN(len(names))]
	text := read(t, name)
	switch rnd.IntN(8) {
	case 0:
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	case 1:
		place(t, strings.TrimSuffix(name, ".md")+"-igen.md", text)
	case 2:
		area := filepath.Join(dir, "agreement", "parties.yaml")
		place(t, area, strings.Replace(read(t, area), "kommun", "by", 1))
	case 3, 4:
		place(t, name, text+"\nEtt nytt stycke.\n")
	default:
		lines := strings.Split(text, "\n")
		at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "title:") })
		if at >= 0 {
			lines[at] += " igen"
		}
		place(t, name, strings.Join(lines, "\n"))
	}
}

// Tables and calendars tell of no text: a change in one leaves them as they are, and
// one in a field does not.
func TestATextIsInNoTable(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../examples/storsjo")); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "content", "plans", "2025", "*.md"))
	if err != nil || len(names) == 0 {
		t.Fatal("no initiatives", err)
	}
	name := names[0]
	isKept := func(file string) bool {
		t.Helper()
		one, err := os.Stat(filepath.Join(dir, "kept", file))
		if err != nil {
			t.Fatal(err)
		}
		other, err := os.Stat(filepath.Join(dir, "before", file))
		return err == nil && os.SameFile(one, other)
	}
	tables := []string{"data/initiatives.csv", "data/initiatives.json", "calendar.ics"}
	page := strings.TrimSuffix(strings.TrimPrefix(name, filepath.Join(dir, "content")), ".md") + ".html"
	buildWith(t, dir, "kept", true)

	place(t, name, read(t, name)+"\nEtt nytt stycke.\n")
	buildWith(t, dir, "kept", true)
	for _, file := range tables {
		if !isKept(file) {
			t.Errorf("%s was made anew for a text", file)
		}
	}
	if isKept(page) {
		t.Error("the page of the text is the old one")
	}

	place(t, name, strings.Replace(read(t, name), "\ntitle:", "\ntitle: Ändrad", 1))
	built := buildWith(t, dir, "kept", true)
	for _, file := range tables[:2] {
		if !bytes.Contains(built[file], []byte("Ändrad")) {
			t.Errorf("%s has the old title", file)
		}
	}
}
