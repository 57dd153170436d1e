package history

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// What differs between two commits is what differs between the lists of their files,
// also where a file takes a folder's place, or a submodule a file's.
func TestDifferencesAreThoseOfTheLists(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	b := newBuilder(t)
	names := []string{"a", "a/b", "a/b/c", "a.b", "a-b", "a0", "b/a", "b/a.md", "c"}
	random := func() files {
		tree := files{}
		for _, n := range names {
			switch rnd.IntN(8) {
			case 0, 1, 2:
				tree[n] = fmt.Sprint(rnd.IntN(2))
			case 3:
				tree[n] = "link:0"
			case 4:
				tree[n] = fmt.Sprintf("submodule:%040d", 1+rnd.IntN(2))
			}
		}
		if _, file := tree["a"]; file {
			delete(tree, "a/b")
			delete(tree, "a/b/c")
		}
		if _, file := tree["a/b"]; file {
			delete(tree, "a/b/c")
		}
		return tree
	}
	b.commit("first", files{})
	r := b.open()
	for range 300 {
		old, new := b.commit("old", random()), b.commit("new", random())
		nodes, err := r.gather(old, new)
		if err != nil {
			t.Fatal(err)
		}
		c := &comparison{repo: r, trees: map[plumbing.Hash][]entry{}}
		got, err := c.between(nodes[old], nodes[new])
		if err != nil {
			t.Fatal(err)
		}
		was, err := r.list(nodes[old].tree)
		if err != nil {
			t.Fatal(err)
		}
		is, err := r.list(nodes[new].tree)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range got {
			if d.old == d.new && !d.old.IsZero() && was[d.path] == is[d.path] { // a link became a file of the same bytes
				delete(was, d.path)
				delete(is, d.path)
				continue
			}
			if was[d.path] != d.old || is[d.path] != d.new {
				t.Errorf("%s: %s to %s, want %s to %s", d.path, d.old, d.new, was[d.path], is[d.path])
			}
			delete(was, d.path)
			delete(is, d.path)
		}
		if !maps.Equal(was, is) {
			t.Errorf("not told: %v, %v", was, is)
		}
	}
}
