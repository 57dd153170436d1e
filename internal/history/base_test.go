package history

import (
	"errors"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

func TestMergeBase(t *testing.T) {
	b := newBuilder(t)
	first := b.commit("först", files{"a": "1"})
	left := b.commit("vänster", files{"a": "2"}, first)
	right := b.commit("höger", files{"a": "1", "b": "1"}, first)
	later := b.commit("senare", files{"a": "1", "b": "2"}, right)
	merged := b.commit("samman", files{"a": "2", "b": "1"}, left, right)
	other := b.commit("annat", files{"c": "1"})
	r := b.open()
	for _, c := range []struct{ a, b, wanted plumbing.Hash }{
		{left, right, first}, {left, later, first}, {right, later, right}, {later, right, right},
		{merged, later, right}, {merged, left, left}, {merged, merged, merged}, {first, merged, first},
	} {
		if got, err := r.MergeBase(c.a.String(), c.b.String()); err != nil || got.Hash != c.wanted.String() {
			t.Errorf("of %s and %s: %q, %v, want %s", c.a, c.b, got.Subject, err, c.wanted)
		}
	}
	if got, err := r.MergeBase(other.String(), left.String()); !errors.Is(err, ErrUnrelated) {
		t.Errorf("of two histories: %q, %v", got.Subject, err)
	}
	if _, err := r.MergeBase("none", "HEAD"); !errors.Is(err, ErrUnknownRevision) {
		t.Errorf("of nothing: %v", err)
	}
	writeFile(t, filepath.Join(b.Dir, ".git", "shallow"), left.String()+"\n"+right.String()+"\n")
	if got, err := b.open().MergeBase(left.String(), right.String()); !errors.Is(err, ErrUnrelated) {
		t.Errorf("beyond where the clone was cut off: %q, %v", got.Subject, err)
	}
}

// In tangled histories two revisions may have parted several times; git calls any of
// those commits a merge base that is above no other.
func TestMergeBaseIsOneOfGits(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	g := &tangle{builder: newBuilder(t), rnd: rand.New(rand.NewPCG(11, 3))}
	g.grow(40)
	r := g.open()
	for range 40 {
		a, b := g.hashes[g.rnd.IntN(len(g.hashes))].String(), g.hashes[g.rnd.IntN(len(g.hashes))].String()
		out, err := exec.Command("git", "-C", g.Dir, "merge-base", "--all", a, b).Output()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := r.MergeBase(a, b); err != nil || !strings.Contains(string(out), got.Hash) {
			t.Errorf("of %s and %s: %s, %v, want one of\n%s", a, b, got.Hash, err, out)
		}
	}
}
