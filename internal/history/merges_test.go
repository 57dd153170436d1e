package history

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// tangle is a random history: forks, merges of two or three sides, sides thrown
// away file by file, deletions, roots that join late.
type tangle struct {
	*builder
	rnd     *rand.Rand
	trees   []files
	hashes  []plumbing.Hash
	parents [][]int
}

var tangled = []string{"a", "d/b", "d/c", "e/f/g"}

func (g *tangle) make(tree files, parents ...int) int {
	var up []plumbing.Hash
	for _, p := range parents {
		up = append(up, g.hashes[p])
	}
	n := len(g.trees)
	g.trees, g.parents = append(g.trees, tree), append(g.parents, parents)
	g.hashes = append(g.hashes, g.commit(fmt.Sprint(n), tree, up...))
	return n
}

func (g *tangle) grow(commits int) {
	tips := []int{g.make(files{"a": "0", "d/b": "0", "d/c": "0"})}
	for range commits {
		if len(tips) > 1 && g.rnd.IntN(3) == 0 {
			g.rnd.Shuffle(len(tips), func(i, j int) { tips[i], tips[j] = tips[j], tips[i] })
			k := min(len(tips), 2+g.rnd.IntN(2))
			tips = append(tips[k:], g.merge(tips[:k]...))
			continue
		}
		from := tips[g.rnd.IntN(len(tips))]
		if g.rnd.IntN(4) == 0 {
			from = g.rnd.IntN(len(g.trees))
		}
		tree := maps.Clone(g.trees[from])
		p := tangled[g.rnd.IntN(len(tangled))]
		if g.rnd.IntN(6) == 0 && len(tree) > 1 {
			delete(tree, p)
		} else {
			tree[p] = fmt.Sprint(p, g.rnd.IntN(4))
		}
		n := g.make(tree, from)
		if g.rnd.IntN(4) > 0 {
			tips = slices.DeleteFunc(tips, func(t int) bool { return t == from })
		}
		tips = append(tips, n)
	}
	for len(tips) > 1 {
		tips = append(tips[2:], g.merge(tips[:2]...))
	}
	g.Head(g.hashes[tips[0]])
}

// merge takes each file from one side, and now and then from none.
func (g *tangle) merge(sides ...int) int {
	tree := files{}
	for _, p := range tangled {
		text, there := g.trees[sides[g.rnd.IntN(len(sides))]][p]
		if g.rnd.IntN(12) == 0 {
			text, there = fmt.Sprint(p, "m", g.rnd.IntN(100)), true
		}
		if there {
			tree[p] = text
		}
	}
	return g.make(tree, slices.Clone(sides)...)
}

// plainly finds a file's commits the slow and obvious way: from the head, to the
// first parent that has the same, or else to all.
func (g *tangle) plainly(path string) []string {
	var found []string
	seen := map[int]bool{}
	for todo := []int{len(g.trees) - 1}; len(todo) > 0; {
		n := todo[0]
		todo = todo[1:]
		if seen[n] {
			continue
		}
		seen[n] = true
		text, there := g.trees[n][path]
		same := slices.IndexFunc(g.parents[n], func(p int) bool {
			before, was := g.trees[p][path]
			return was == there && before == text
		})
		switch {
		case same >= 0:
			todo = append(todo, g.parents[n][same])
		case len(g.parents[n]) > 0 || there:
			found = append(found, fmt.Sprint(n))
			todo = append(todo, g.parents[n]...)
		}
	}
	slices.Sort(found)
	return found
}

func TestTangledHistories(t *testing.T) {
	for seed := range uint64(5) {
		g := &tangle{builder: newBuilder(t), rnd: rand.New(rand.NewPCG(seed, 3))}
		g.grow(40)
		h := historyOf(t, g.open())
		for _, path := range tangled {
			got := subjects(t, h, path)
			slices.Sort(got)
			if wanted := g.plainly(path); !slices.Equal(got, wanted) {
				t.Errorf("seed %d, %s: %s, want %s", seed, path, strings.Join(got, " "), strings.Join(wanted, " "))
			}
		}
	}
}

func TestSubstance(t *testing.T) {
	b := newBuilder(t)
	c := b.commit("ny", files{"a": "ett två"})
	c = b.commit("i sak", files{"a": "ett tre"}, c)
	c = b.commit("radbrytning", files{"a": "ett\ntre"}, c)
	c = b.commit("annat namn", files{"b": "ett\ntre"}, c)
	b.commit("mellanslag", files{"b": "ett  tre"}, c)
	r := b.open()
	f, err := historyOf(t, r).File("b")
	if err != nil {
		t.Fatal(err)
	}
	form := func(c Change) (string, error) {
		data, err := r.Blob(c.Blob)
		return strings.Join(strings.Fields(string(data)), " "), err
	}
	if got, err := f.Substance(form); err != nil || got.Subject != "i sak" {
		t.Errorf("%q, %v", got.Subject, err)
	}
	f.Latest = false
	if got, err := f.Substance(form); err != nil || !got.IsZero() {
		t.Errorf("where it is not known: %q, %v", got.Subject, err)
	}
}
