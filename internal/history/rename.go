package history

import (
	"bytes"
	"path"

	"github.com/go-git/go-git/v5/plumbing"

	"samsyn/internal/source"
)

// A file that a commit added is a renamed one where the commit deleted a file
// with the same content, or with so much of it: half of its lines, as git takes
// it, and a third where the file kept its name, which is its identifier, and
// changed only folders.
const (
	likeEnough    = 0.5
	likeSameNamed = 0.33
)

// maxCandidates bounds the comparing of contents where a commit moved very many
// files; files with equal content are found all the same.
const maxCandidates = 64

// renames finds among the present commit's steps the files that it renamed.
func (c *comparison) renames() error {
	var gone, new []int
	for i, s := range c.node.steps {
		switch {
		case s.ofMerge:
			return nil
		case s.kind == Deleted:
			gone = append(gone, i)
		case s.kind == Added:
			new = append(new, i)
		}
	}
	if len(gone) == 0 || len(new) == 0 {
		return nil
	}
	taken := map[int]bool{}
	new = c.exactRenames(gone, new, taken)
	if len(new)*(len(gone)-len(taken)) > maxCandidates*maxCandidates {
		return nil
	}
	return c.similarRenames(gone, new, taken)
}

// exactRenames pairs files with equal content, preferring those that kept their
// name, and returns what is left of the new ones.
func (c *comparison) exactRenames(gone, new []int, taken map[int]bool) (left []int) {
	byContent := map[plumbing.Hash][]int{}
	for _, g := range gone {
		old := c.node.steps[g].old
		byContent[old] = append(byContent[old], g)
	}
	for _, n := range new {
		best := -1
		for _, g := range byContent[c.node.steps[n].blob] {
			if !taken[g] && (best < 0 || c.sameName(g, n) && !c.sameName(best, n)) {
				best = g
			}
		}
		if best < 0 {
			left = append(left, n)
			continue
		}
		c.rename(best, n, taken)
	}
	return left
}

func (c *comparison) similarRenames(gone, new []int, taken map[int]bool) error {
	texts := map[int]map[string]int{}
	for _, n := range new {
		best, most := -1, 0.0
		for _, g := range gone {
			if taken[g] || path.Ext(c.name(g)) != path.Ext(c.name(n)) {
				continue
			}
			like, err := c.likeness(texts, g, n)
			if err != nil {
				return err
			}
			enough := likeEnough
			if c.sameName(g, n) {
				enough = likeSameNamed
			}
			if like >= enough && like > most {
				best, most = g, like
			}
		}
		if best >= 0 {
			c.rename(best, n, taken)
		}
	}
	return nil
}

func (c *comparison) rename(from, to int, taken map[int]bool) {
	taken[from] = true
	c.node.steps[to].kind = Renamed
	c.node.steps[to].from = c.node.steps[from].path
	c.node.steps[to].old = c.node.steps[from].old
}

func (c *comparison) name(i int) string { return c.paths.names[c.node.steps[i].path] }

func (c *comparison) sameName(a, b int) bool { return path.Base(c.name(a)) == path.Base(c.name(b)) }

// likeness is the part, 0 to 1, of the larger file's bytes that stand in lines
// which both files have.
func (c *comparison) likeness(texts map[int]map[string]int, gone, new int) (float64, error) {
	a, err := c.lineCounts(texts, gone, c.node.steps[gone].old)
	if err != nil {
		return 0, err
	}
	b, err := c.lineCounts(texts, new, c.node.steps[new].blob)
	if err != nil {
		return 0, err
	}
	sizeA, sizeB, common := 0, 0, 0
	for line, n := range a {
		sizeA += n * len(line)
		common += min(n, b[line]) * len(line)
	}
	for line, n := range b {
		sizeB += n * len(line)
	}
	if max(sizeA, sizeB) == 0 {
		return 0, nil
	}
	return float64(common) / float64(max(sizeA, sizeB)), nil
}

func (c *comparison) lineCounts(texts map[int]map[string]int, i int, blob plumbing.Hash) (map[string]int, error) {
	if known, ok := texts[i]; ok {
		return known, nil
	}
	counts := map[string]int{}
	texts[i] = counts
	size, err := c.objects.size(blob)
	if err != nil || size > source.MaxSize {
		return counts, err
	}
	data, err := c.objects.raw(plumbing.BlobObject, blob)
	if err != nil {
		return nil, err
	}
	for line := range bytes.Lines(data) {
		counts[string(bytes.TrimRight(line, "\r\n"))]++
	}
	return counts, nil
}
