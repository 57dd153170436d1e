package history

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"samsyn/internal/history/historytest"
)

// builder makes a repository commit by commit.
type builder struct {
	*historytest.Repository
	t   *testing.T
	day int
}

type files = historytest.Files

func newBuilder(t *testing.T) *builder {
	t.Helper()
	return &builder{Repository: historytest.New(t), t: t}
}

// commit stores a commit, a day after the last one, and moves HEAD to it.
func (b *builder) commit(message string, tree files, parents ...plumbing.Hash) plumbing.Hash {
	b.t.Helper()
	b.day++
	return b.commitAt(time.Date(2024, 1, b.day, 12, 0, 0, 0, time.FixedZone("", 3600)), message, tree, parents...)
}

func (b *builder) commitAt(when time.Time, message string, tree files, parents ...plumbing.Hash) plumbing.Hash {
	b.t.Helper()
	return b.Commit(object.Signature{Name: "Sekretariatet", Email: "s@example.org", When: when}, message, tree, parents...)
}

func (b *builder) open() *Repo {
	b.t.Helper()
	return openAt(b.t, b.Dir)
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
	writeFile(b.t, filepath.Join(b.Dir, path), text)
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

func historyOf(t *testing.T, r *Repo) *History {
	t.Helper()
	h, err := r.History("HEAD", AllFiles)
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
