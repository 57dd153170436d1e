package publish_test

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/publish"
	"samsyn/internal/source"
	"samsyn/internal/view"
	sites "samsyn/internal/view/site"
)

// A page whose key stays the same stays the same, whatever else of the content
// changes: otherwise a build that draws only what has changed would leave a page
// as it was.
func TestKeysDecidePages(t *testing.T) {
	files := contentFiles(t, "../../examples/storsjo")
	rnd := rand.New(rand.NewPCG(7, 11))
	before := keyed(t, files)
	kept, changed := 0, 0
	edits := 40
	if testing.Short() {
		edits = 4
	}
	for range edits {
		edited := maps.Clone(files)
		for range 1 + rnd.IntN(2) {
			edit(rnd, edited)
		}
		after := keyed(t, edited)
		for path, key := range after.keys {
			old, was := before.keys[path]
			switch {
			case !was || old != key:
				changed++
			case before.page(path) != after.page(path):
				t.Fatalf("%s is another page with the same key", path)
			default:
				kept++
			}
		}
		if rnd.IntN(4) == 0 { // go on from here
			files, before = edited, after
		}
	}
	if kept == 0 || changed == 0 {
		t.Errorf("%d pages kept, %d changed: nothing was tried", kept, changed)
	}
	t.Logf("%d pages kept, %d changed", kept, changed)
}

// The same holds for all that a site is made from beside its content.
func TestKeysKnowTheOptions(t *testing.T) {
	c := loadtest.Folder(t, contents["storsjo"])
	files := contentFiles(t, "../../examples/storsjo")
	day := func(d int) model.Date { return model.Date{Year: 2026, Month: 5, Day: d} }
	plain := func() view.Options {
		o := view.Options{Today: day(20), Changed: map[string]diff.Times{}, History: []diff.Occasion{{Day: day(1), Commit: "0123"}}}
		for name := range files {
			o.Changed[name] = diff.Times{Created: day(1), Changed: day(2)}
		}
		return o
	}
	initiative := c.Plans[len(c.Plans)-1].Initiatives[0]
	before := pagesAndKeys(t, c, files, plain())
	for name, change := range map[string]func(*view.Options){
		"day":     func(o *view.Options) { o.Today = day(21) },
		"drafts":  func(o *view.Options) { o.Drafts = true },
		"commit":  func(o *view.Options) { o.Commit = "0123456789abcdef0123" },
		"version": func(o *view.Options) { o.Version = "2.0" },
		"digest":  func(o *view.Options) { o.Digest = "sha256:00ff" },
		"changed": func(o *view.Options) { o.Changed[initiative.Path] = diff.Times{Created: day(1), Changed: day(5)} },
		"history": func(o *view.Options) {
			o.History = []diff.Occasion{{Day: day(5), Commit: "0123", Changes: []diff.Change{
				{Thing: "initiative", ID: initiative.FullID(), Sentence: diag.Say("Den ändrades.", "It changed.")},
				{Thing: "plan", ID: initiative.Plan.ID.V, Sentence: diag.Say("Den ändrades.", "It changed.")},
			}}}
		},
		"decided":   func(o *view.Options) { o.Decided = &diff.Occasion{Day: day(3), Commit: "0123", Tags: []string{"v1"}} },
		"versions":  func(o *view.Options) { o.Versions = []view.Version{{Name: "v1", Day: day(3)}} },
		"earlier":   func(o *view.Options) { o.Earlier = &view.Earlier{Version: view.Version{Name: "v1", Day: day(3)}} },
		"documents": func(o *view.Options) { o.Documents = options.Documents },
	} {
		o := plain()
		change(&o)
		after := pagesAndKeys(t, c, files, o)
		changed := 0
		for path, key := range after.keys {
			old, was := before.keys[path]
			if was && before.page(path) == after.page(path) {
				continue
			}
			changed++
			if was && old == key {
				t.Errorf("%s: %s is another page with the same key", name, path)
			}
		}
		if changed == 0 {
			t.Errorf("%s: no page changed, so nothing was tried", name)
		}
	}
}

func contentFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".yaml") {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(dir), path)
		files[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// edit changes one line of one file, takes a file away, or has one twice. What
// comes of it is often wrong, and is read all the same.
func edit(rnd *rand.Rand, files map[string]string) {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool {
		return name == source.Marker || !strings.Contains(name, "/") || rnd.IntN(3) > 0 && !strings.HasPrefix(name, "plans/")
	})
	name := names[rnd.IntN(len(names))]
	lines := strings.Split(files[name], "\n")
	at := rnd.IntN(len(lines))
	switch rnd.IntN(12) {
	case 0:
		delete(files, name)
		return
	case 1:
		files[strings.TrimSuffix(name, ".md")+"-igen.md"] = files[name]
		return
	case 2:
		lines = slices.Delete(lines, at, at+1)
	case 3, 4, 5, 6, 7: // the same field as another file has it
		field, _, _ := strings.Cut(lines[at], ":")
		other := strings.Split(files[names[rnd.IntN(len(names))]], "\n")
		for _, l := range other {
			if f, _, is := strings.Cut(l, ":"); is && f == field {
				lines[at] = l
			}
		}
	default:
		words := strings.Fields(lines[at])
		if len(words) > 1 {
			lines[at] = strings.Replace(lines[at], words[len(words)-1], words[len(words)-1]+"ens", 1)
		}
	}
	files[name] = strings.Join(lines, "\n")
}

// pagesOf are the keys of a site's pages, and the pages, drawn where they are asked for.
type pagesOf struct {
	t     *testing.T
	keys  map[string]publish.Key
	draw  func(path string) ([]byte, error)
	drawn map[string]string
}

func (p *pagesOf) page(path string) string {
	p.t.Helper()
	if _, is := p.drawn[path]; !is {
		data, err := p.draw(path)
		if err != nil {
			p.t.Fatal(err)
		}
		p.drawn[path] = string(data)
	}
	return p.drawn[path]
}

func keyed(t *testing.T, files map[string]string) *pagesOf {
	t.Helper()
	return pagesAndKeys(t, loadtest.Content(t, loadtest.Files(files)), files, view.Options{Today: model.Date{Year: 2026, Month: 6, Day: 1}})
}

func pagesAndKeys(t *testing.T, c *model.Content, files map[string]string, o view.Options) *pagesOf {
	t.Helper()
	site := sites.New(view.New(c, o))
	draw, err := publish.Drawing(site)
	if err != nil {
		t.Fatal(err)
	}
	return &pagesOf{t, publish.PageKeys(site, files), draw, map[string]string{}}
}
