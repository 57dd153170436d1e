package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// repository is a folder with files, and with links to them.
func repository(t *testing.T, files, links map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range links {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	return dir
}

// Nothing hidden is read or told of, whichever way leads to it.
func TestHiddenIsNotReached(t *testing.T) {
	dir := repository(t, map[string]string{"samsyn.yaml": "title: Prov\n", ".git/config": "token", ".env": "token", "agreement/a.md": "a\n", "agreement/b/.x/c.md": "token"},
		map[string]string{"agreement/l.md": "../.git/config", "agreement/m.md": "l.md", "git": ".git", "agreement/n.md": "../git/config",
			"agreement/o.md": "../.env", "plans": ".git", "agreement/in.md": "./b/../a.md", "agreement/c": "b/.x", "samsyn.en.yaml": ".env"})
	tree, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"agreement/l.md", "agreement/m.md", "agreement/n.md", "agreement/o.md", "git/config", "plans/config", "agreement/c/c.md", "samsyn.en.yaml",
		".git/config", ".env", "agreement/b/.x/c.md", ".git", "git", "plans"} {
		if tree.Exists(name) || tree.IsFile(name) {
			t.Errorf("%s is there", name)
		}
		for how, read := range map[string]func(string) ([]byte, error){"tree": tree.Read,
			"file system": func(name string) ([]byte, error) { return fs.ReadFile(tree.FS(), name) }} {
			if data, err := read(name); err == nil {
				t.Errorf("%s is read by the %s: %q", name, how, data)
			}
		}
		if list, err := fs.ReadDir(tree.FS(), name); err == nil {
			t.Errorf("%s is listed: %v", name, list)
		}
	}
	if data, err := tree.Read("agreement/in.md"); err != nil || string(data) != "a\n" {
		t.Errorf("a link to a file inside reads %q, %v", data, err)
	}
	entries, err := tree.Entries()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		plain := e.Path == "samsyn.yaml" || e.Path == "agreement/a.md" || e.Path == "agreement/in.md"
		if plain != (e.State == Plain) || !plain && e.State != Escapes {
			t.Errorf("%s is %v", e.Path, e.State)
		}
	}
	if len(entries) != 10 {
		t.Errorf("%d entries: %v", len(entries), entries)
	}
}

// A link that is put in a file's place while it is read gives nothing hidden away.
func TestALinkInAFilesPlace(t *testing.T) {
	dir := repository(t, map[string]string{"samsyn.yaml": "title: Prov\n", ".git/a.md": "token", "text/a.md": "a\n", "other/a.md": "a\n"}, map[string]string{"link": ".git", "l.md": ".git/a.md"})
	tree, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		at := func(name string) string { return filepath.Join(dir, name) }
		for {
			select {
			case <-over:
				return
			default: // the folder and the file take turns with the links
				_ = errors.Join(os.Rename(at("text"), at("was")), os.Rename(at("link"), at("text")), os.Rename(at("text"), at("link")), os.Rename(at("was"), at("text")),
					os.Rename(at("other/a.md"), at("was.md")), os.Rename(at("l.md"), at("other/a.md")), os.Rename(at("other/a.md"), at("l.md")), os.Rename(at("was.md"), at("other/a.md")))
			}
		}
	})
	for range 3000 {
		for _, name := range []string{"text/a.md", "other/a.md"} {
			if data, err := tree.Read(name); err == nil && string(data) != "a\n" {
				t.Errorf("%s: %q", name, data)
			}
		}
	}
	close(over)
	wg.Wait()
}

func TestShortenedNames(t *testing.T) {
	for name, wanted := range map[string]bool{"GIT~1": true, "ENV~12": true, "a.md": false, "a~b": false, "a~": false, "~$a.docx": false} {
		if shortened(name) != wanted {
			t.Errorf("%s: %t", name, !wanted)
		}
	}
}
