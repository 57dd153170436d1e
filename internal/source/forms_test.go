package source

import (
	"testing"
	"testing/fstest"
)

// A file answers to its name however the letters are composed, and to its own rather
// than to another's.
func TestNamesHoweverComposed(t *testing.T) {
	files := map[string]string{"samsyn.yaml": "", "text/a\u030a.md": "split", "text/\u00e4.md": "whole", "text/a\u0308.md": "split", "a\u030a/b/\u00f6.md": "deep", "text/e\u0301\u0302.md": "e"}
	dir := repository(t, files, nil)
	onDisk, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	inMemory := fstest.MapFS{}
	for name, text := range files {
		inMemory[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if onDisk.Named("text/\u00e5.md") == "text/\u00e5.md" {
		t.Skip("the disk composes names itself")
	}
	for _, tree := range []*Tree{onDisk, FromFS(inMemory)} {
		for name, want := range map[string]string{
			"text/\u00e5.md": "split", "text/a\u030a.md": "split", "text/\u00e4.md": "whole", "text/a\u0308.md": "split",
			"\u00e5/b/o\u0308.md": "deep", "a\u030a/b/\u00f6.md": "deep", "text/\u00e9\u0302.md": "e", "samsyn.yaml": "",
		} {
			data, err := tree.Read(name)
			if err != nil || string(data) != want || !tree.IsFile(name) {
				t.Errorf("%+q reads %q, %v", name, data, err)
			}
		}
		for _, name := range []string{"text/\u00f6.md", "\u00f6/b.md", "text/\u00e5.md/x", "text/.\u00e5", "../\u00e5", "text/\xff"} {
			if got := tree.Named(name); got != name && name != "text/\u00e5.md/x" || tree.Exists(name) {
				t.Errorf("%+q is %+q", name, got)
			}
		}
	}
}
