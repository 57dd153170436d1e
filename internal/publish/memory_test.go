package publish

import (
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
	"testing/fstest"

	"samsyn/internal/load"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// Over random edits, a build that keeps what has not changed gives the bytes of
// one that makes everything, also where somebody has been at the output.
func TestWhatIsKeptEqualsWhatIsMade(t *testing.T) {
	dir, files := t.TempDir(), storsjo(t)
	rnd := rand.New(rand.NewPCG(3, 5))
	kept := 0
	rounds := 12
	if testing.Short() {
		rounds = 2 // each has the same pages drawn side by side
	}
	var before map[string]fs.FileInfo
	for round := range rounds {
		if round > 0 {
			meddle(t, rnd, files)
		}
		tree, r := loaded(t, files)
		made, after := keep(t, dir, tree, r)
		clean, _ := built(t, tree, r.Content, bare)
		if !maps.Equal(clean, made) {
			for name, data := range clean {
				if made[name] != data {
					t.Fatalf("round %d: %s is not as a clean build has it", round, name)
				}
			}
			t.Fatalf("round %d: %d files, %d in a clean build", round, len(made), len(clean))
		}
		for name, file := range after {
			if old, was := before[name]; was && os.SameFile(old, file) {
				kept++
			}
		}
		before = after
		place(t, filepath.Join(dir, "kept", "areas.html"), "<p>någon har varit här</p>")
	}
	if kept == 0 {
		t.Error("no file was kept from one build to the next")
	}
}

// bare is a build without PDFs.
var bare = Options{WithoutPDFs: true, Today: model.Date{Year: 2026, Month: 6, Day: 1}}

// storsjo is the made-up county, to be changed.
func storsjo(t *testing.T) fstest.MapFS {
	t.Helper()
	return loadtest.Copy(t, "../../examples/storsjo")
}

// small is a county of few pages, where it is enough that there are some.
func small() fstest.MapFS {
	return fstest.MapFS{
		"samsyn.yaml":              {Data: []byte("title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\n")},
		"agreement/agreement.yaml": {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - part: signatures\n")},
		"agreement/parties.yaml":   {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n    signatory: {name: Å Ö}\n")},
	}
}

func loaded(t *testing.T, files fstest.MapFS) (*source.Tree, *load.Result) {
	t.Helper()
	tree := source.FromFS(maps.Clone(files))
	r, err := load.Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	return tree, r
}

// keep builds a content into dir/kept with a memory, and gives the output.
func keep(t *testing.T, dir string, tree *source.Tree, r *load.Result) (map[string]string, map[string]fs.FileInfo) {
	t.Helper()
	out, opt := filepath.Join(dir, "kept"), bare
	opt.Contents = r.Contents
	if _, err := ToFolder(context.Background(), tree, r.Content, placeOf(out), opt); err != nil {
		t.Fatal(err)
	}
	texts, files := map[string]string{}, map[string]fs.FileInfo{}
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == marker {
			return err
		}
		name, err := filepath.Rel(out, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		texts[name] = read(t, path)
		files[name], err = d.Info()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts, files
}

// meddle changes a word somewhere in the plans, adds to a text, takes an initiative
// away or has one twice.
func meddle(t *testing.T, rnd *rand.Rand, files fstest.MapFS) {
	t.Helper()
	names, err := fs.Glob(files, "plans/*/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no initiatives", err)
	}
	name := names[rnd.IntN(len(names))]
	text := string(files[name].Data)
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	switch rnd.IntN(8) {
	case 0:
		delete(files, name)
	case 1:
		put(strings.TrimSuffix(name, ".md")+"-igen.md", text)
	case 2:
		const parties = "agreement/parties.yaml"
		put(parties, strings.Replace(string(files[parties].Data), "kommun", "by", 1))
	case 3, 4:
		put(name, text+"\nEtt nytt stycke.\n")
	default:
		lines := strings.Split(text, "\n")
		at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "title:") })
		if at >= 0 {
			lines[at] += " igen"
		}
		put(name, strings.Join(lines, "\n"))
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
	tree, r := loaded(t, small())
	want, files := keep(t, dir, tree, r)
	pages := 0
	for name := range files {
		if strings.HasSuffix(name, ".html") {
			pages++
		}
	}
	file := filepath.Join(dir, cacheFolder, "pages-secret")
	whole := read(t, file)
	if n := len(remembered(t, dir).before); n < pages || n < 10 {
		t.Fatalf("only %d pages are remembered of %d", n, pages)
	}
	for name, text := range map[string]string{
		"empty": "", "cut off": whole[:len(whole)/2], "no gob": "samsyn", "another program's": strings.Replace(whole, program("")[1:9], "00000000", 1),
	} {
		place(t, file, text)
		if n := len(remembered(t, dir).before); n != 0 {
			t.Errorf("%s: %d pages are remembered", name, n)
		}
		if got, _ := keep(t, dir, tree, r); !maps.Equal(want, got) {
			t.Errorf("%s: another site", name)
		}
		if n := len(remembered(t, dir).before); n < pages {
			t.Errorf("%s: only %d pages are remembered afterwards", name, n)
		}
	}
}

// A link that came with the content is not followed, and nothing is written where it
// leads.
func TestAMemoryIsNotKeptThroughALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("content", filepath.Join(dir, cacheFolder)); err != nil {
		t.Skip("no links here:", err)
	}
	tree, r := loaded(t, small())
	keep(t, dir, tree, r)
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
	tree, r := loaded(t, small())
	keep(t, dir, tree, r)
	file := filepath.Join(dir, cacheFolder, "pages-secret")
	kept := read(t, file)
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
