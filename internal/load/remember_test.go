package load

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"samsyn/internal/cache"
	"samsyn/internal/source"
)

// remembered loads a tree twice with a memory, and holds what comes of it to what
// comes without.
func remembered(t *testing.T, tree *source.Tree) {
	t.Helper()
	want, err := Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	memory := filepath.Join(t.TempDir(), "files")
	for _, turn := range []string{"first", "second"} {
		p := cache.Open(memory, cache.Key{})
		got, err := With(tree, Options{Memory: p})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Save(); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Content, want.Content) {
			t.Errorf("%s turn: another content", turn)
		}
		if !reflect.DeepEqual(got.Findings, want.Findings) || !reflect.DeepEqual(got.Paths, want.Paths) {
			t.Errorf("%s turn: findings %v, want %v", turn, got.Findings, want.Findings)
		}
	}
}

func TestRememberedIsTheSame(t *testing.T) {
	for _, dir := range []string{"../..", "../../examples/storsjo"} {
		tree, err := source.Folder(dir)
		if err != nil {
			t.Fatal(err)
		}
		remembered(t, tree)
	}
	files := fstest.MapFS{
		source.Marker: {Data: []byte("title: T\nlanguages: [en]\n")},
		agreementFile: {Data: []byte("chapters: [{file: text/a.md}]\nperiod: 12\nadoptd: 1\n")},
	}
	for name, text := range hostile() {
		text = text[:min(len(text), 2000)] // what is in them matters here, not their size
		if yaml := strings.HasPrefix(name, "y-"); yaml {
			files["agreement/indicators/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
		} else {
			files["plans/2025/"+name+".md"] = &fstest.MapFile{Data: []byte("---\ntitle: A\n---\n" + text)}
		}
	}
	for name, text := range map[string]string{
		"agreement/text/a.md":        "# A &#9731;\n\n| a |\n|:-:|\n| ![](b.png) |\n\n- c\n\n  > d\n\n[^1] <b>e</b>\n\n[^1]: f\n\n```\ng\n```\n\n---\n\nh  \n`i` *j* https://k.example\n\n<!-- l -->\n",
		"agreement/text/a.en.md":     "# A\n",
		"agreement/parties.yaml":     "parties:\n  - id: a\n    nme: B\n  - id: Å\n",
		"agreement/parties.en.yaml":  "parties:\n  - id: a\n    name: B\n",
		"agreement/signatures.yaml":  "parts: {a: b}\nsignatures:\n  - party: a\n",
		"plans/2025/x.md":            "---\ntitle: A\nadopted_wording: {a: b}\nreports:\n  - date: 2025-01-01\n    values: {m: 1.5, n: {total: 0}}\n---\n\n811218-9876\n",
		"plans/2025/conflict.md":     "<<<<<<< HEAD\n",
		"agreement/reviews/empty.md": "",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	remembered(t, source.FromFS(files))
}

// What was remembered of a file is not taken for another, nor for the same file in
// another role.
func TestRememberedBelongsToItsFile(t *testing.T) {
	p := cache.Open(filepath.Join(t.TempDir(), "files"), cache.Key{})
	text := &fstest.MapFile{Data: []byte("# A\n")}
	load := func(agreement string, files fstest.MapFS) *Result {
		t.Helper()
		files[source.Marker] = &fstest.MapFile{Data: []byte("title: T\n")}
		files[agreementFile] = &fstest.MapFile{Data: []byte(agreement)}
		r, err := With(source.FromFS(files), Options{Memory: p})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Save(); err != nil {
			t.Fatal(err)
		}
		return r
	}
	load("chapters: [{file: text/a.md}, {file: reviews/b.md}]\n", fstest.MapFS{"agreement/text/a.md": text})
	r := load("chapters: [{file: text/b.md}]\n", fstest.MapFS{"agreement/text/b.md": text, "agreement/reviews/b.md": text})
	if c := r.Content.Chapters; len(c) != 1 || c[0].Name != "b" || c[0].Path != "agreement/text/b.md" || c[0].Body.File != "agreement/text/b.md" {
		t.Errorf("chapters %+v", c)
	}
	if c := r.Content.Reviews; len(c) != 1 || !c[0].Broken {
		t.Errorf("reviews %+v", c)
	}
}

// A key that can be told without reading is believed; that is why package history
// answers only for what has not changed.
func TestKnownFilesAreNotRead(t *testing.T) {
	long := strings.Repeat("Text.\n", cheap/4) // what is wrong and short is not remembered
	dir := t.TempDir()
	for name, text := range map[string]string{source.Marker: "title: T\n", "plans/2025/a.md": "---\ntitle: A\n---\n" + long} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := source.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	opt := Options{
		Memory: cache.Open(filepath.Join(t.TempDir(), "files"), cache.Key{}),
		Known: func(e source.Entry) string {
			asked++
			if strings.HasSuffix(e.Path, "a.md") {
				return "git 1"
			}
			return ""
		},
	}
	title := func() string {
		t.Helper()
		r, err := With(tree, opt)
		if err != nil {
			t.Fatal(err)
		}
		return r.Content.Plans[0].Initiatives[0].Title.V
	}
	if got := title(); got != "A" {
		t.Fatalf("title %q", got)
	}
	file := filepath.Join(t.TempDir(), "files")
	opt.Memory = cache.Open(file, cache.Key{})
	title()
	if err := opt.Memory.Save(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "plans/2025/a.md"), []byte("---\ntitle: B\n---\n"+long), 0o644); err != nil {
		t.Fatal(err)
	}
	opt.Memory = cache.Open(file, cache.Key{})
	if got := title(); got != "A" || asked == 0 {
		t.Errorf("title %q: a file of known content was read", got)
	}
	opt.Known = nil
	if got := title(); got != "B" {
		t.Errorf("title %q: a file of unknown content was not read", got)
	}
}

// FuzzRecall takes any bytes for what is remembered of a file.
func FuzzRecall(f *testing.F) {
	c, err := codec()
	if err != nil {
		f.Fatal(err)
	}
	tree, err := source.Folder("../../examples/storsjo")
	if err != nil {
		f.Fatal(err)
	}
	entries, err := tree.Entries()
	if err != nil {
		f.Fatal(err)
	}
	for i, e := range entries {
		role, ok := layout{}.original(e.Path)
		if !ok || i%5 > 0 {
			continue
		}
		data, err := tree.Read(e.Path)
		made, err := readFile(e.Path, role, data, err, &supply{})
		if err != nil {
			f.Fatal(err)
		}
		stored, ok := c.Encoder().Encode(e.Path, kept{Body: made.body, Thing: made.thing, Findings: made.findings, IDs: made.ids, Refs: made.refs, At: made.at})
		if !ok {
			f.Fatal(e.Path, "cannot be stored")
		}
		f.Add(string(stored))
	}
	f.Fuzz(func(t *testing.T, data string) {
		var got kept
		_ = c.Decoder().Decode(data, "plans/2025/a.md", &got) // it ends, and does not panic
	})
}
