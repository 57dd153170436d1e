package publish

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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
	rounds := 12
	if testing.Short() {
		rounds = 2 // each has the same pages drawn side by side
	}
	for round := range rounds {
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
	}
	r, err := load.Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	if remember {
		opt.Contents = r.Contents
	}
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

// remembered is the memory of the last build into dir/kept, as the next one sees it.
func remembered(t *testing.T, dir string) *memory {
	t.Helper()
	at := placeOf(filepath.Join(dir, "kept"))
	s, err := stage(at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.discard(); s.close() })
	m := recall(s, at, "")
	t.Cleanup(m.forget)
	return m
}

// Whatever has become of what a build kept, the next one makes the same site.
func TestAMemoryMayBeLost(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../examples/storsjo")); err != nil {
		t.Fatal(err)
	}
	want := buildWith(t, dir, "kept", true)
	file := filepath.Join(dir, cacheFolder, "pages-secret")
	whole := read(t, file)
	if n := len(remembered(t, dir).before); n < 100 {
		t.Fatalf("only %d pages are remembered", n)
	}
	for name, text := range map[string]string{
		"empty": "", "cut off": whole[:len(whole)/2], "no gob": "samsyn", "another program's": strings.Replace(whole, program("")[1:9], "00000000", 1),
	} {
		place(t, file, text)
		if n := len(remembered(t, dir).before); n != 0 {
			t.Errorf("%s: %d pages are remembered", name, n)
		}
		if testing.Short() && name != "cut off" {
			continue // none is remembered, whatever it was: the same build
		}
		if got := buildWith(t, dir, "kept", true); !maps.EqualFunc(want, got, bytes.Equal) {
			t.Errorf("%s: another site", name)
		}
		if n := len(remembered(t, dir).before); n < 100 {
			t.Errorf("%s: only %d pages are remembered afterwards", name, n)
		}
	}
}

// A link that came with the content is not followed, and nothing is written where it
// leads.
func TestAMemoryIsNotKeptThroughALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../examples/storsjo")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("content", filepath.Join(dir, cacheFolder)); err != nil {
		t.Skip("no links here:", err)
	}
	buildWith(t, dir, "kept", true)
	if _, err := os.Lstat(filepath.Join(dir, "content", ".gitignore")); err == nil {
		t.Error("the content has a file more")
	}
}

// inCache is what lies in the cache folder beside what hides it from git.
func inCache(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, cacheFolder))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != ".gitignore" {
			names = append(names, e.Name())
		}
	}
	return names
}

// A build that does not come to be leaves what the last one kept, and nothing else.
func TestAMemoryOutlivesABuildThatFails(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../examples/storsjo")); err != nil {
		t.Fatal(err)
	}
	buildWith(t, dir, "kept", true)
	file := filepath.Join(dir, cacheFolder, "pages-secret")
	kept := read(t, file)
	tree, err := source.Folder(filepath.Join(dir, "content"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := load.Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	twice := *r.Content
	parties := *twice.Parties
	parties.Parties = append(slices.Clone(parties.Parties), parties.Parties[0])
	twice.Parties = &parties
	for name, build := range map[string]struct {
		ctx     context.Context
		content *model.Content
		want    error
	}{"cancelled": {stopped, r.Content, context.Canceled}, "failed": {context.Background(), &twice, ErrCollision}} {
		opt := Options{WithoutPDFs: true, Contents: r.Contents, Today: model.Date{Year: 2026, Month: 6, Day: 2}}
		if _, err := ToFolder(build.ctx, tree, build.content, placeOf(filepath.Join(dir, "kept")), opt); !errors.Is(err, build.want) {
			t.Errorf("%s: %v", name, err)
		}
		if left := inCache(t, dir); !slices.Equal(left, []string{"pages-secret"}) || read(t, file) != kept {
			t.Errorf("%s: the cache has %q, as it was: %v", name, left, read(t, file) == kept)
		}
	}
}

// Of two builds into one place at a time, the one that began first does not take the
// other's draft, which is not finished, for its own.
func TestADraftIsItsBuildsOwn(t *testing.T) {
	dir := t.TempDir()
	at := placeOf(filepath.Join(dir, "kept"))
	first, second := recall(nil, at, ""), recall(nil, at, "")
	first.note(keptPage{Path: "first.html"})
	first.save()
	if left := inCache(t, dir); len(left) != 1 || !strings.HasSuffix(left[0], unfinished) {
		t.Errorf("after the first the cache has %q", left)
	}
	second.note(keptPage{Path: "second.html"})
	second.save()
	if left := inCache(t, dir); !slices.Equal(left, []string{"pages-secret"}) {
		t.Errorf("after the second the cache has %q", left)
	}
	next := recall(nil, at, "")
	if _, is := next.before["second.html"]; !is || len(next.before) != 1 {
		t.Errorf("remembered: %v", next.before)
	}
	next.forget()
}

// Who may read what was kept, and write nothing, makes use of it all the same.
func TestAMemoryMayBeReadOnly(t *testing.T) {
	dir := t.TempDir()
	at := placeOf(filepath.Join(dir, "kept"))
	m := recall(nil, at, "")
	m.note(keptPage{Path: "a.html"})
	m.save()
	m = &memory{place: at, program: program(""), before: map[string]keptPage{}}
	var err error
	if m.folder, err = m.open(); err != nil {
		t.Fatal(err)
	}
	m.read() // and no draft is begun
	if len(m.before) != 1 {
		t.Errorf("remembered: %v", m.before)
	}
	m.note(keptPage{Path: "b.html"})
	m.save()
	if left := inCache(t, dir); !slices.Equal(left, []string{"pages-secret"}) {
		t.Errorf("the cache has %q", left)
	}
}
