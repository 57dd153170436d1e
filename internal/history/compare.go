package history

import (
	"errors"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"samsyn/internal/source"
)

// comparison finds what commits changed. It goes down into a folder only where git's
// name for it is another.
type comparison struct {
	repo   *Repo
	narrow bool                      // only the content's own files and folders are compared
	trees  map[plumbing.Hash][]entry // those that were read last
	found  []difference
}

// difference is a file that is not the same in two versions. The zero hash is a file
// that is not there.
type difference struct {
	path     string
	old, new plumbing.Hash
}

// keptTrees is how many trees are held at hand: those of one commit are the next
// one's parents'.
const keptTrees = 256

// maxDepth is how deep folders may lie.
const maxDepth = 128

var errDepth = errors.New("folders lie too deep")

// compareAll fills in the steps of commits that are in order.
func (r *Repo) compareAll(nodes []*node, scope Scope) error {
	c := &comparison{repo: r, narrow: scope == OwnFiles, trees: map[plumbing.Hash][]entry{}}
	for _, n := range nodes {
		if n.edge {
			continue // nobody knows what it changed
		}
		var parents []*node
		for _, up := range n.up {
			parents = append(parents, nodes[up])
		}
		if len(parents) == 0 {
			parents = []*node{nil}
		}
		if err := c.steps(n, parents); err != nil {
			return err
		}
		// What was added may have been moved there from elsewhere.
		if c.narrow && slices.ContainsFunc(n.steps, func(s step) bool { return s.kind == Added }) {
			c.narrow, n.steps = false, nil
			if err := c.steps(n, parents); err != nil {
				return err
			}
			c.narrow, n.steps = true, slices.DeleteFunc(n.steps, func(s step) bool { return !source.IsContent(s.path) })
		}
	}
	return nil
}

// steps finds what a commit did. A merge did only what differs from every parent.
func (c *comparison) steps(n *node, parents []*node) error {
	var found []difference
	for i, p := range parents {
		from, err := c.between(p, n)
		if err != nil {
			return err
		}
		if i > 0 {
			from = common(found, from)
		}
		found = from
	}
	for _, d := range found {
		s := step{path: d.path, kind: Modified, blob: d.new, old: d.old}
		switch {
		case d.new.IsZero():
			s.kind = Deleted
		case d.old.IsZero():
			s.kind = Added
		}
		if len(parents) > 1 {
			s.ofMerge, s.old = true, plumbing.ZeroHash
		}
		n.steps = append(n.steps, s)
	}
	return c.renames(n)
}

// common keeps the differences that are in both lists, with an old version where
// either has one.
func common(a, b []difference) []difference {
	olds := make(map[string]plumbing.Hash, len(a))
	for _, d := range a {
		olds[d.path] = d.old
	}
	var both []difference
	for _, d := range b {
		if old, too := olds[d.path]; too {
			if d.old.IsZero() {
				d.old = old
			}
			both = append(both, d)
		}
	}
	return both
}

// between lists what differs between two commits; nil is one without files.
func (c *comparison) between(old, new *node) ([]difference, error) {
	roots := [2]plumbing.Hash{}
	for i, n := range []*node{old, new} {
		if n != nil {
			var err error
			if roots[i], err = c.repo.objects.folderAt(n.tree, c.repo.prefix); err != nil {
				return nil, err
			}
		}
	}
	c.found = nil
	if roots[0] == roots[1] {
		return nil, nil
	}
	err := c.folder("", roots[0], roots[1], 0)
	return c.found, err
}

func (c *comparison) read(h plumbing.Hash) ([]entry, error) {
	if h.IsZero() {
		return nil, nil
	}
	if known, ok := c.trees[h]; ok {
		return known, nil
	}
	entries, err := c.repo.objects.tree(h)
	if err != nil {
		return nil, err
	}
	if len(c.trees) >= keptTrees {
		clear(c.trees)
	}
	c.trees[h] = entries
	return entries, nil
}

// folder compares two versions of a folder. The zero hash is a folder that is not there.
func (c *comparison) folder(at string, old, new plumbing.Hash, depth int) error {
	if depth > maxDepth {
		return broken(ErrCorrupt, plumbing.TreeObject, new, errDepth)
	}
	before, err := c.read(old)
	if err != nil {
		return err
	}
	after, err := c.read(new)
	if err != nil {
		return err
	}
	for len(before) > 0 || len(after) > 0 {
		var was, is entry
		was, is, before, after = firstOf(before, after)
		if was == is { // as nearly all are
			continue
		}
		name := at + max(was.name, is.name)
		if c.narrow && depth == 0 && !source.IsContent(name) && !source.IsContent(name+"/x") {
			continue
		}
		if was.isDir() || is.isDir() {
			if err := c.folder(name+"/", was.hash, is.hash, depth+1); err != nil {
				return err
			}
		} else if d := (difference{name, was.file(), is.file()}); (d.old != d.new || was.kind() != is.kind()) && d != (difference{path: name}) {
			c.found = append(c.found, d)
		}
	}
	return nil
}

// firstOf takes the line that comes first, from both versions where both have it. Git
// orders a folder's name as if it ended in a slash, so a file and a folder are never
// one line.
func firstOf(before, after []entry) (was, is entry, restBefore, restAfter []entry) {
	switch {
	case len(before) == 0:
		return entry{}, after[0], nil, after[1:]
	case len(after) == 0:
		return before[0], entry{}, before[1:], nil
	case before[0] == after[0]:
		return before[0], after[0], before[1:], after[1:]
	}
	switch c := strings.Compare(before[0].sorted(), after[0].sorted()); {
	case c < 0:
		return before[0], entry{}, before[1:], after
	case c > 0:
		return entry{}, after[0], before, after[1:]
	}
	return before[0], after[0], before[1:], after[1:]
}
