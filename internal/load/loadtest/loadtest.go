// Package loadtest reads contents for the tests of other packages.
package loadtest

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"samsyn/internal/check/rules"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// Files is a tree of files with these texts.
func Files(texts map[string]string) *source.Tree {
	files := fstest.MapFS{}
	for path, text := range texts {
		files[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return source.FromFS(files)
}

// Copy is the files of a folder, in memory: to be changed, or gone through again and again.
func Copy(t testing.TB, dir string) fstest.MapFS {
	t.Helper()
	files, folder := fstest.MapFS{}, os.DirFS(dir)
	err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Case is the repository of a rule's case: in memory, but for links, which lead somewhere on
// a disk only.
func Case(t testing.TB, c rules.Case) *source.Tree {
	t.Helper()
	if len(c.Links) == 0 {
		list, err := c.Texts()
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for _, f := range list {
			texts[f.Path] = string(f.Data)
		}
		return Files(texts)
	}
	dir := t.TempDir()
	if err := c.Write(dir); err != nil {
		t.Fatal(err)
	}
	tree, err := source.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// Folder reads the content of a folder, whatever is found wrong with it.
func Folder(t testing.TB, dir string) *model.Content {
	t.Helper()
	tree, err := source.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return Content(t, tree)
}

// Content reads a content, whatever is found wrong with it.
func Content(t testing.TB, tree *source.Tree) *model.Content {
	t.Helper()
	return read(t, tree).Content
}

// Sound reads a content in which nothing may be found wrong.
func Sound(t testing.TB, tree *source.Tree) *model.Content {
	t.Helper()
	r := read(t, tree)
	for _, f := range r.Findings {
		t.Errorf("%s:%d %s: %s", f.File, f.Range.Start.Line, f.Rule, f.Message.In("sv"))
	}
	if len(r.Findings) > 0 {
		t.FailNow()
	}
	return r.Content
}

func read(t testing.TB, tree *source.Tree) *load.Result {
	t.Helper()
	r, err := load.Load(tree)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Nonsense is a vocabulary in which every form differs from every other.
const Nonsense = `
vocabulary:
  agreement: {one: krumelur, the_one: krumeluret, many: krumelurar, the_many: krumelurarna, gender: ett}
  area: {one: fnurra, the_one: fnurran, many: fnurror, the_many: fnurrorna, gender: en}
  sub_goal: {one: snigel, the_one: snigeln, many: sniglar, the_many: sniglarna, gender: en}
  cooperation_area: {one: prick, the_one: pricken, many: prickar, the_many: prickarna, gender: en}
  initiative: {one: knytt, the_one: knyttet, many: knyttor, the_many: knyttorna, gender: ett}
  plan: {one: snår, the_one: snåret, many: snårar, the_many: snårarna, gender: ett}
`
