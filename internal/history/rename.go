package history

import (
	"path"
	"strings"

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

// renames finds among a commit's steps the files that it renamed.
func (c *comparison) renames(n *node) error {
	r := &renaming{objects: c.repo.objects, steps: n.steps, taken: map[int]bool{}, texts: map[int]map[string]int{}}
	var gone, new []int
	for i, s := range n.steps {
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
	new = r.exact(gone, new)
	if len(new)*(len(gone)-len(r.taken)) > maxCandidates*maxCandidates {
		return nil
	}
	return r.similar(gone, new)
}

// renaming looks for renamed files among a commit's steps, which it names by number.
type renaming struct {
	objects *objects
	steps   []step
	taken   map[int]bool           // deleted files that have been found again
	texts   map[int]map[string]int // how often each line stands in a file
}

// exact pairs files with equal content, preferring those that kept their
// name, and returns what is left of the new ones.
func (r *renaming) exact(gone, new []int) (left []int) {
	byContent := map[plumbing.Hash][]int{}
	for _, g := range gone {
		old := r.steps[g].old
		byContent[old] = append(byContent[old], g)
	}
	for _, n := range new {
		best := -1
		for _, g := range byContent[r.steps[n].blob] {
			if !r.taken[g] && (best < 0 || r.sameName(g, n) && !r.sameName(best, n)) {
				best = g
			}
		}
		if best < 0 {
			left = append(left, n)
			continue
		}
		r.rename(best, n)
	}
	return left
}

// similar pairs files of which enough is the same.
func (r *renaming) similar(gone, new []int) error {
	for _, n := range new {
		best, most := -1, 0.0
		for _, g := range gone {
			if r.taken[g] || !isDocument(r.name(n)) || path.Ext(r.name(g)) != path.Ext(r.name(n)) {
				continue
			}
			like, err := r.likeness(g, n)
			if err != nil {
				return err
			}
			enough := likeEnough
			if r.sameName(g, n) {
				enough = likeSameNamed
			}
			if like >= enough && like > most {
				best, most = g, like
			}
		}
		if best >= 0 {
			r.rename(best, n)
		}
	}
	return nil
}

// isDocument tells whether a file may be one of those whose history is told: a program's
// files, of which many move at once, are not looked into.
func isDocument(name string) bool { return path.Ext(name) == ".md" || path.Ext(name) == ".yaml" }

func (r *renaming) rename(from, to int) {
	r.taken[from] = true
	r.steps[to].kind = Renamed
	r.steps[to].from = r.steps[from].path
	r.steps[to].old = r.steps[from].old
}

func (r *renaming) name(i int) string { return r.steps[i].path }

func (r *renaming) sameName(a, b int) bool { return path.Base(r.name(a)) == path.Base(r.name(b)) }

// likeness is the part, 0 to 1, of the larger file's bytes that stand in lines
// which both files have.
func (r *renaming) likeness(gone, new int) (float64, error) {
	a, err := r.lineCounts(gone, r.steps[gone].old)
	if err != nil {
		return 0, err
	}
	b, err := r.lineCounts(new, r.steps[new].blob)
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

func (r *renaming) lineCounts(i int, blob plumbing.Hash) (map[string]int, error) {
	if known, ok := r.texts[i]; ok {
		return known, nil
	}
	counts := map[string]int{}
	r.texts[i] = counts
	size, err := r.objects.size(blob)
	if err != nil || size > source.MaxSize {
		return counts, err
	}
	data, err := r.objects.raw(plumbing.BlobObject, blob)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(data) {
		counts[strings.TrimRight(line, "\r\n")]++
	}
	return counts, nil
}
