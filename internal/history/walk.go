package history

import (
	"container/heap"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// Kind says what a commit did to a path.
type Kind byte

const (
	Added Kind = iota
	Modified
	Deleted
	Renamed // added, with the content of a path that the commit deleted
)

// step is what one commit did to one path. A merge has a step only where it
// differs from every parent, and then no old content of its own.
type step struct {
	path    string
	from    string // for Renamed
	kind    Kind
	ofMerge bool
	blob    plumbing.Hash // zero where deleted
	old     plumbing.Hash // in the only parent; zero where added
}

// node is a commit in the walk.
type node struct {
	rawCommit
	up    []int // parents, as numbers of nodes; none below a shallow clone's edge
	edge  bool  // a parent exists that the clone lacks
	steps []step
}

// gather reads all commits from some on.
func (r *Repo) gather(heads ...plumbing.Hash) (map[plumbing.Hash]*node, error) {
	all := map[plumbing.Hash]*node{}
	for todo := slices.Clone(heads); len(todo) > 0; {
		h := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if all[h] != nil {
			continue
		}
		c, err := r.objects.commit(h)
		if err != nil {
			return nil, err
		}
		n := &node{rawCommit: c, edge: r.shallow[h] && len(c.parents) > 0}
		if n.edge {
			n.parents = nil
		}
		all[h] = n
		todo = append(todo, n.parents...)
	}
	return all, nil
}

// order sorts commits: children before parents, and where that leaves a choice
// the newer first. Clocks that went wrong cannot turn history around.
func order(all map[plumbing.Hash]*node) []*node {
	children := make(map[plumbing.Hash]int, len(all))
	for _, n := range all {
		for _, p := range n.parents {
			children[p]++
		}
	}
	ready := &byDate{}
	for h, n := range all {
		if children[h] == 0 {
			heap.Push(ready, n)
		}
	}
	sorted := make([]*node, 0, len(all))
	number := make(map[plumbing.Hash]int, len(all))
	for ready.Len() > 0 {
		n := heap.Pop(ready).(*node)
		number[n.hash] = len(sorted)
		sorted = append(sorted, n)
		for _, p := range n.parents {
			if children[p]--; children[p] == 0 {
				heap.Push(ready, all[p])
			}
		}
	}
	for _, n := range sorted {
		for _, p := range n.parents {
			n.up = append(n.up, number[p])
		}
	}
	return sorted
}

// byDate is a heap of commits, the newest on top.
type byDate []*node

func (b byDate) Len() int { return len(b) }
func (b byDate) Less(i, j int) bool {
	if c := b[i].CommitDate.Compare(b[j].CommitDate); c != 0 {
		return c > 0
	}
	return string(b[i].hash[:]) < string(b[j].hash[:])
}
func (b byDate) Swap(i, j int) { b[i], b[j] = b[j], b[i] }
func (b *byDate) Push(x any)   { *b = append(*b, x.(*node)) }
func (b *byDate) Pop() any {
	last := len(*b) - 1
	n := (*b)[last]
	*b = (*b)[:last]
	return n
}
