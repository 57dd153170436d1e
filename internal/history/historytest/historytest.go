// Package historytest makes git repositories for tests, out of whole trees.
package historytest

import (
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Repository is one without commits at first, in a folder that goes with the test.
// What fails in making it ends the test.
type Repository struct {
	Dir string
	Git *git.Repository
	t   testing.TB
	has map[plumbing.Hash]bool // what is stored; the library writes an object each time, also one that is there
}

// Files are a tree's files by path. A text that begins with "link:" is a
// symbolic link, one that begins with "submodule:" the commit of one.
type Files map[string]string

// New begins a repository.
func New(t testing.TB) *Repository {
	t.Helper()
	dir := t.TempDir()
	repo, err := git.PlainInit(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	return &Repository{Dir: dir, Git: repo, t: t, has: map[plumbing.Hash]bool{}}
}

// Commit stores a commit and moves HEAD to it.
func (r *Repository) Commit(who object.Signature, message string, files Files, parents ...plumbing.Hash) plumbing.Hash {
	r.t.Helper()
	c := &object.Commit{Author: who, Committer: who, Message: message, TreeHash: r.Tree(files), ParentHashes: parents}
	h := r.Store(c)
	r.Head(h)
	return h
}

// Head moves HEAD to a commit.
func (r *Repository) Head(h plumbing.Hash) {
	r.t.Helper()
	if err := r.Git.Storer.SetReference(plumbing.NewHashReference("refs/heads/master", h)); err != nil {
		r.t.Fatal(err)
	}
}

// Store stores an object of go-git's.
func (r *Repository) Store(o interface {
	Encode(plumbing.EncodedObject) error
}) plumbing.Hash {
	r.t.Helper()
	e := r.Git.Storer.NewEncodedObject()
	if err := o.Encode(e); err != nil {
		r.t.Fatal(err)
	}
	return r.keep(e)
}

// Blob stores a file's text.
func (r *Repository) Blob(text string) plumbing.Hash {
	r.t.Helper()
	e := r.Git.Storer.NewEncodedObject()
	e.SetType(plumbing.BlobObject)
	w, err := e.Writer()
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err != nil {
		r.t.Fatal(err)
	}
	return r.keep(e)
}

func (r *Repository) keep(e plumbing.EncodedObject) plumbing.Hash {
	r.t.Helper()
	h := e.Hash()
	if r.has[h] {
		return h
	}
	if _, err := r.Git.Storer.SetEncodedObject(e); err != nil {
		r.t.Fatal(err)
	}
	r.has[h] = true
	return h
}

// Tree stores files, and the folders that their paths name.
func (r *Repository) Tree(files Files) plumbing.Hash {
	r.t.Helper()
	tree := &object.Tree{}
	folders := map[string]Files{}
	for path, text := range files {
		name, rest, deeper := strings.Cut(path, "/")
		if deeper {
			if folders[name] == nil {
				folders[name] = Files{}
			}
			folders[name][rest] = text
			continue
		}
		e := object.TreeEntry{Name: name, Mode: filemode.Regular}
		if target, ok := strings.CutPrefix(text, "link:"); ok {
			e.Mode, e.Hash = filemode.Symlink, r.Blob(target)
		} else if commit, ok := strings.CutPrefix(text, "submodule:"); ok {
			e.Mode, e.Hash = filemode.Submodule, plumbing.NewHash(commit)
		} else {
			e.Hash = r.Blob(text)
		}
		tree.Entries = append(tree.Entries, e)
	}
	for name, inside := range folders {
		tree.Entries = append(tree.Entries, object.TreeEntry{Name: name, Mode: filemode.Dir, Hash: r.Tree(inside)})
	}
	slices.SortFunc(tree.Entries, func(x, y object.TreeEntry) int {
		return strings.Compare(sortName(x), sortName(y))
	})
	return r.Store(tree)
}

// sortName is what git sorts an entry by: a folder's name ends in a slash.
func sortName(e object.TreeEntry) string {
	if e.Mode == filemode.Dir {
		return e.Name + "/"
	}
	return e.Name
}
