package history

import (
	"bytes"
	"errors"

	"github.com/go-git/go-git/v5/plumbing"
)

// comparison finds what commits changed. It reads trees in lockstep with their
// parents', line by line as bytes, and goes down only where the hashes differ.
type comparison struct {
	walk    *walk
	repo    *Repo
	objects *objects
	paths   *table
	trees   map[plumbing.Hash][]byte // those that were read last

	roots map[plumbing.Hash]plumbing.Hash // of the content, by the root of all

	node *node
}

// keptTrees is how many trees are held at hand: those of one commit are the next
// one's parents'.
const keptTrees = 256

// maxDepth is how deep folders may lie.
const maxDepth = 128

var errDepth = errors.New("folders lie too deep")

func (c *comparison) compare(nodes []*node) error {
	for _, n := range nodes {
		root, err := c.root(n.rawCommit)
		if err != nil {
			return err
		}
		olds := make([]plumbing.Hash, 0, 2)
		same := false
		for _, up := range n.up {
			old, err := c.root(c.walk.nodes[up].rawCommit)
			if err != nil {
				return err
			}
			same = same || old == root
			olds = append(olds, old)
		}
		if len(olds) == 0 {
			olds = append(olds, plumbing.ZeroHash)
			same = root.IsZero()
		}
		c.node = n
		if !same {
			if err := c.folder("", root, olds, 0); err != nil {
				return err
			}
			if err := c.renames(); err != nil {
				return err
			}
		}
		n.known = true
	}
	return nil
}

// root is the content folder of a commit.
func (c *comparison) root(n *rawCommit) (plumbing.Hash, error) {
	if root, ok := c.roots[n.tree]; ok {
		return root, nil
	}
	root, err := c.objects.folderAt(n.tree, c.repo.prefix)
	c.roots[n.tree] = root
	return root, err
}

func (c *comparison) read(h plumbing.Hash) ([]byte, error) {
	if h.IsZero() {
		return nil, nil
	}
	if data, ok := c.trees[h]; ok {
		return data, nil
	}
	data, err := c.objects.raw(plumbing.TreeObject, h)
	if err != nil {
		return nil, err
	}
	if len(c.trees) >= keptTrees {
		clear(c.trees)
	}
	c.trees[h] = data
	return data, nil
}

// folder compares a folder with what it was in each parent. The zero hash is a
// folder that is not there.
func (c *comparison) folder(at string, now plumbing.Hash, olds []plumbing.Hash, depth int) error {
	if depth > maxDepth {
		return broken(ErrCorrupt, plumbing.TreeObject, now, errDepth)
	}
	new := &cursor{}
	var err error
	if new.data, err = c.read(now); err != nil {
		return err
	}
	old := make([]cursor, len(olds))
	for i, h := range olds {
		if old[i].data, err = c.read(h); err != nil {
			return err
		}
	}
	if err := c.lines(at, new, old, depth); err != nil {
		if errors.Is(err, errTree) {
			return broken(ErrCorrupt, plumbing.TreeObject, now, err)
		}
		return err
	}
	return nil
}

// lines goes through a folder and its former selves side by side.
func (c *comparison) lines(at string, new *cursor, old []cursor, depth int) error {
	if len(old) == 1 {
		skipCommon(new, &old[0])
	}
	if err := advance(new, old, nil); err != nil {
		return err
	}
	here := make([]bool, len(old))
	for skip := false; ; {
		if equalLines(new, old) {
			if skip && len(old) == 1 { // once after each difference
				skipCommon(new, &old[0])
				skip = false
			}
			if err := advance(new, old, nil); err != nil {
				return err
			}
			continue
		}
		skip = true
		first := firstName(new, old)
		if first == nil {
			return nil
		}
		inNew := new.isAt(first)
		unchanged := false
		for i := range old {
			here[i] = old[i].isAt(first)
			unchanged = unchanged || here[i] == inNew && (!inNew || sameThing(&old[i], new))
		}
		if !unchanged {
			if err := c.differs(at, first, new, old, inNew, here, depth); err != nil {
				return err
			}
		}
		if inNew {
			if _, err := new.next(); err != nil {
				return err
			}
		}
		if err := advance(nil, old, here); err != nil {
			return err
		}
	}
}

// equalLines tells whether the present line is the same everywhere.
func equalLines(new *cursor, old []cursor) bool {
	if new.line == nil {
		return false
	}
	for i := range old {
		if !bytes.Equal(new.line, old[i].line) {
			return false
		}
	}
	return true
}

// firstName is the cursor at the line whose name comes first, nil where all are
// at their end.
func firstName(new *cursor, old []cursor) *cursor {
	first := new
	if new.line == nil {
		first = nil
	}
	for i := range old {
		if old[i].line != nil && (first == nil || compareNames(&old[i], first) < 0) {
			first = &old[i]
		}
	}
	return first
}

// isAt tells whether the cursor stands at a line of the same name as the other.
func (c *cursor) isAt(other *cursor) bool { return c.line != nil && compareNames(c, other) == 0 }

// advance moves the cursors on; which says which of the old ones, nil all.
func advance(new *cursor, old []cursor, which []bool) error {
	if new != nil {
		if _, err := new.next(); err != nil {
			return err
		}
	}
	for i := range old {
		if which == nil || which[i] {
			if _, err := old[i].next(); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameThing tells whether two lines hold the same; whether a file may be
// executed is nothing to us.
func sameThing(a, b *cursor) bool {
	return a.mode&modeKind == b.mode&modeKind && bytes.Equal(a.hash, b.hash)
}

// differs takes down a path that is not what it was in any parent.
func (c *comparison) differs(at string, first, new *cursor, old []cursor, inNew bool, here []bool, depth int) error {
	path := at + string(first.name)
	var now plumbing.Hash
	if inNew {
		now = plumbing.Hash(new.hash)
	}
	olds := make([]plumbing.Hash, len(old))
	inOld := false
	for i := range old {
		if here[i] {
			olds[i] = plumbing.Hash(old[i].hash)
			inOld = true
		}
	}
	switch first.mode & modeKind {
	case modeDir:
		return c.folder(path+"/", now, olds, depth+1)
	case modeSubmodule:
		return nil
	}
	s := step{path: c.paths.number(path), from: -1, kind: Modified, blob: now, ofMerge: len(olds) > 1}
	if len(olds) == 1 {
		s.old = olds[0]
	}
	switch {
	case !inNew:
		s.kind = Deleted
	case !inOld:
		s.kind = Added
	}
	c.node.steps = append(c.node.steps, s)
	return nil
}

// skipCommon moves both cursors past the lines that they share at the front:
// two versions of a folder are mostly equal, and comparing bytes is cheaper
// than reading lines.
func skipCommon(a, b *cursor) {
	const block = 4096
	n, end := 0, min(len(a.data), len(b.data))
	for n+block <= end && bytes.Equal(a.data[n:n+block], b.data[n:n+block]) {
		n += block
	}
	for line := 0; line < n; {
		nul := bytes.IndexByte(a.data[line:], 0)
		next := line + nul + 1 + len(plumbing.ZeroHash)
		if nul < 0 || next > n {
			a.data, b.data = a.data[line:], b.data[line:]
			return
		}
		line = next
		if line == n {
			a.data, b.data = a.data[line:], b.data[line:]
		}
	}
}

// renumber turns the numbers of this comparison's paths into those of the walk.
func (c *comparison) renumber(nodes []*node, into *table) {
	numbers := make([]int32, len(c.paths.names))
	for i, name := range c.paths.names {
		numbers[i] = into.number(name)
	}
	for _, n := range nodes {
		for i := range n.steps {
			s := &n.steps[i]
			s.path = numbers[s.path]
			if s.from >= 0 {
				s.from = numbers[s.from]
			}
		}
	}
}
