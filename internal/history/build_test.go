package history

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// builder makes a repository commit by commit, out of whole trees.
type builder struct {
	t    *testing.T
	dir  string
	repo *git.Repository
	day  int
}

// files are a tree's files by path. A text that begins with "link:" is a
// symbolic link, one that begins with "submodule:" the commit of one.
type files map[string]string

func newBuilder(t *testing.T) *builder {
	t.Helper()
	dir := t.TempDir()
	repo, err := git.PlainInit(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	return &builder{t: t, dir: dir, repo: repo}
}

// commit stores a commit, a day after the last one, and moves HEAD to it.
func (b *builder) commit(message string, tree files, parents ...plumbing.Hash) plumbing.Hash {
	b.t.Helper()
	b.day++
	return b.commitAt(time.Date(2024, 1, b.day, 12, 0, 0, 0, time.FixedZone("", 3600)), message, tree, parents...)
}

func (b *builder) commitAt(when time.Time, message string, tree files, parents ...plumbing.Hash) plumbing.Hash {
	b.t.Helper()
	who := object.Signature{Name: "Sekretariatet", Email: "s@example.org", When: when}
	c := &object.Commit{Author: who, Committer: who, Message: message, TreeHash: b.tree(tree), ParentHashes: parents}
	h := b.store(c)
	b.head(h)
	return h
}

func (b *builder) head(h plumbing.Hash) {
	b.t.Helper()
	if err := b.repo.Storer.SetReference(plumbing.NewHashReference("refs/heads/master", h)); err != nil {
		b.t.Fatal(err)
	}
}

func (b *builder) store(o interface {
	Encode(plumbing.EncodedObject) error
}) plumbing.Hash {
	b.t.Helper()
	e := b.repo.Storer.NewEncodedObject()
	if err := o.Encode(e); err != nil {
		b.t.Fatal(err)
	}
	h, err := b.repo.Storer.SetEncodedObject(e)
	if err != nil {
		b.t.Fatal(err)
	}
	return h
}

func (b *builder) blob(text string) plumbing.Hash {
	b.t.Helper()
	e := b.repo.Storer.NewEncodedObject()
	e.SetType(plumbing.BlobObject)
	w, err := e.Writer()
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := w.Write([]byte(text)); err != nil {
		b.t.Fatal(err)
	}
	h, err := b.repo.Storer.SetEncodedObject(e)
	if err != nil {
		b.t.Fatal(err)
	}
	return h
}

func (b *builder) tree(all files) plumbing.Hash {
	b.t.Helper()
	tree := &object.Tree{}
	folders := map[string]files{}
	for path, text := range all {
		name, rest, deeper := strings.Cut(path, "/")
		if deeper {
			if folders[name] == nil {
				folders[name] = files{}
			}
			folders[name][rest] = text
			continue
		}
		e := object.TreeEntry{Name: name, Mode: filemode.Regular}
		if target, ok := strings.CutPrefix(text, "link:"); ok {
			e.Mode, e.Hash = filemode.Symlink, b.blob(target)
		} else if commit, ok := strings.CutPrefix(text, "submodule:"); ok {
			e.Mode, e.Hash = filemode.Submodule, plumbing.NewHash(commit)
		} else {
			e.Hash = b.blob(text)
		}
		tree.Entries = append(tree.Entries, e)
	}
	for name, inside := range folders {
		tree.Entries = append(tree.Entries, object.TreeEntry{Name: name, Mode: filemode.Dir, Hash: b.tree(inside)})
	}
	slices.SortFunc(tree.Entries, func(x, y object.TreeEntry) int {
		return strings.Compare(treeName(x), treeName(y))
	})
	return b.store(tree)
}

func treeName(e object.TreeEntry) string {
	if e.Mode == filemode.Dir {
		return e.Name + "/"
	}
	return e.Name
}

func (b *builder) open() *Repo {
	b.t.Helper()
	return openAt(b.t, b.dir)
}

func openAt(t *testing.T, dir string) *Repo {
	t.Helper()
	r, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func (b *builder) write(path, text string) {
	b.t.Helper()
	writeFile(b.t, filepath.Join(b.dir, path), text)
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// subjects lists what a file's commits say, newest first.
func subjects(t *testing.T, h *History, path string) []string {
	t.Helper()
	f, err := h.File(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, c := range f.Changes {
		list = append(list, c.Commit.Subject)
	}
	return list
}

func historyOf(t *testing.T, r *Repo, keep string) *History {
	t.Helper()
	h, err := r.History(keep)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func want(t *testing.T, got []string, wanted ...string) {
	t.Helper()
	if !slices.Equal(got, wanted) {
		t.Errorf("got %q, want %q", got, wanted)
	}
}
