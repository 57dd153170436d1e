package source

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

// A tree with unsaved texts is the tree that there would be if they were saved.
func TestOverlayIsTheTreeAsItWouldBe(t *testing.T) {
	saved := map[string]string{"samsyn.yaml": "title: Prov\n", "agreement/agreement.yaml": "title: Ö\n", "agreement/text/a.md": "a\n",
		"agreement/text/å.md": "å\n", "plans/2025/x.md": "x\n", "docs/chapter.md": "d\n"}
	unsaved := map[string][]byte{"agreement/agreement.yaml": []byte("title: Överenskommelse\n"), "plans/2026/plan.yaml": []byte("year: 2026\n"),
		"plans/2025/y.md": {}, "agreement/text/a.md": nil, "docs/chapter.md": []byte("nytt\n"), "agreement/text/a\u030a.md": []byte("å, nytt\n"),
		"new/chapter.md": []byte("n\n"), "plans/none.md": nil}
	would := fstest.MapFS{"samsyn.yaml": {Data: []byte("title: Prov\n")}, "agreement/text/å.md": {Data: []byte("å, nytt\n")}, "plans/2025/x.md": {Data: []byte("x\n")}}
	for name, text := range unsaved {
		if text != nil && name != "agreement/text/a\u030a.md" {
			would[name] = &fstest.MapFile{Data: text}
		}
	}
	onDisk, err := Folder(repository(t, saved, nil))
	if err != nil {
		t.Fatal(err)
	}
	got, want := Overlay(onDisk, unsaved), FromFS(would)
	if got.Dir() != onDisk.Dir() {
		t.Errorf("the folder is %q", got.Dir())
	}
	gotEntries, err := got.Entries()
	if err != nil {
		t.Fatal(err)
	}
	wantEntries, err := want.Entries()
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(gotEntries, wantEntries) {
		t.Errorf("lists %+v, want %+v", gotEntries, wantEntries)
	}
	for _, name := range append(slices.Collect(keys(would)), "agreement/text/a.md", "plans/none.md", "plans/2026", "new", "nothing", ".git/x", "../x") {
		is, err := got.Read(name)
		should, wanted := want.Read(name)
		if string(is) != string(should) || (err == nil) != (wanted == nil) || got.Exists(name) != want.Exists(name) || got.IsFile(name) != want.IsFile(name) {
			t.Errorf("%s reads %q, %v, want %q, %v", name, is, err, should, wanted)
		}
	}
}

func keys(m fstest.MapFS) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// A text over a file does not open the ways that the tree keeps closed.
func TestOverlayOpensNothingMore(t *testing.T) {
	dir := repository(t, map[string]string{"samsyn.yaml": "", ".env": "TOKEN=1", "agreement/a.md": "a\n"}, nil)
	outside := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(outside, []byte("hemligt"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "agreement", "out.md")); err != nil {
		t.Skip("no links here:", err)
	}
	tree, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	over := Overlay(tree, map[string][]byte{"agreement/b.md": []byte("b\n"), ".env": []byte("mine"), "../x": []byte("mine"), "agreement/.b.md": []byte("mine"), "": []byte("mine")})
	for _, name := range []string{".env", "../x", "agreement/.b.md", "agreement/out.md", ""} {
		if data, err := over.Read(name); err == nil {
			t.Errorf("%s reads %q", name, data)
		}
	}
	entries, err := over.Entries()
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]State{}
	for _, e := range entries {
		states[e.Path] = e.State
	}
	if want := map[string]State{"samsyn.yaml": Plain, "agreement/a.md": Plain, "agreement/b.md": Plain, "agreement/out.md": Escapes}; !reflect.DeepEqual(states, want) {
		t.Errorf("lists %v, want %v", states, want)
	}
}
