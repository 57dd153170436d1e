package history

import (
	"container/heap"
	"runtime"
	"sync"

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
	path    int32 // in the path table
	from    int32 // for Renamed, else -1
	kind    Kind
	ofMerge bool
	blob    plumbing.Hash // zero where deleted
	old     plumbing.Hash // in the only parent; zero where added
}

// node is a commit in the walk.
type node struct {
	*rawCommit
	up    []int32 // parents, as numbers of nodes; none below a shallow clone's edge
	edge  bool    // a parent exists that the clone lacks
	steps []step
	known bool // steps are filled in
}

// walk is what has been read of the commits below one head. Nodes stand in
// order, newest first, children before their parents.
type walk struct {
	nodes []*node
	paths *table
}

// table gives paths numbers.
type table struct {
	names   []string
	numbers map[string]int32
}

func newTable() *table { return &table{numbers: map[string]int32{}} }

func (t *table) number(name string) int32 {
	if n, ok := t.numbers[name]; ok {
		return n
	}
	n := int32(len(t.names))
	t.names = append(t.names, name)
	t.numbers[name] = n
	return n
}

// gather reads all commits from head on that kept does not hold.
func (r *Repo) gather(head plumbing.Hash, kept map[plumbing.Hash]*node) (map[plumbing.Hash]*node, error) {
	all := make(map[plumbing.Hash]*node, len(kept)+64)
	todo := []plumbing.Hash{head}
	for len(todo) > 0 {
		h := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if all[h] != nil {
			continue
		}
		n := kept[h]
		// What a commit at the edge of a shallow clone changed depends on where
		// the edge is, so that one is never taken from what was kept.
		if n == nil || r.shallow[h] {
			c, err := r.objects.commit(h)
			if err != nil {
				return nil, err
			}
			n = &node{rawCommit: c, edge: r.shallow[h] && len(c.parents) > 0}
			n.known = n.edge
		}
		all[h] = n
		if !n.edge {
			todo = append(todo, n.parents...)
		}
	}
	return all, nil
}

// order sorts commits: children before parents, and where that leaves a choice
// the newer first. Clocks that went wrong cannot turn history around.
func order(all map[plumbing.Hash]*node, head plumbing.Hash) []*node {
	children := make(map[plumbing.Hash]int, len(all))
	for _, n := range all {
		if !n.edge {
			for _, p := range n.parents {
				children[p]++
			}
		}
	}
	sorted := make([]*node, 0, len(all))
	number := make(map[plumbing.Hash]int32, len(all))
	ready := &byDate{all[head]}
	for ready.Len() > 0 {
		n := heap.Pop(ready).(*node)
		number[n.hash] = int32(len(sorted))
		sorted = append(sorted, n)
		if n.edge {
			continue
		}
		for _, p := range n.parents {
			if children[p]--; children[p] == 0 {
				heap.Push(ready, all[p])
			}
		}
	}
	for _, n := range sorted {
		n.up = n.up[:0]
		if n.edge {
			continue
		}
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
	if b[i].committed.unix != b[j].committed.unix {
		return b[i].committed.unix > b[j].committed.unix
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

// compareAll fills in the steps of the commits that lack them. Each reader has
// a storage of its own: git's objects cannot be read in parallel through one.
func (r *Repo) compareAll(w *walk) error {
	var todo []*node
	for _, n := range w.nodes {
		if !n.known {
			todo = append(todo, n)
		}
	}
	readers := max(1, min(runtime.GOMAXPROCS(0), 4, len(todo)/r.split))
	var wg sync.WaitGroup
	errs := make([]error, readers)
	parts := make([]*comparison, readers)
	for i := range readers {
		from := r.objects
		if i > 0 {
			from = &objects{store: r.objects.open()}
			defer func() { _ = from.store.Close() }() // only read
		}
		parts[i] = &comparison{walk: w, repo: r, objects: from, paths: newTable(),
			trees: map[plumbing.Hash][]byte{}, roots: map[plumbing.Hash]plumbing.Hash{}}
		wg.Go(func() {
			errs[i] = parts[i].compare(todo[i*len(todo)/readers : (i+1)*len(todo)/readers])
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return err
		}
		parts[i].renumber(todo[i*len(todo)/readers:(i+1)*len(todo)/readers], w.paths)
	}
	return nil
}
