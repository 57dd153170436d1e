package history

import (
	"errors"

	"github.com/go-git/go-git/v5/plumbing"
)

// ErrUnrelated says that two revisions have no commit in common, as far as the clone
// goes back.
var ErrUnrelated = errors.New("the revisions have no commit in common")

// MergeBase is the commit where two revisions parted: the newest that both have, as
// git-merge-base gives it.
func (r *Repo) MergeBase(a, b string) (Commit, error) {
	var heads [2]plumbing.Hash
	for i, rev := range []string{a, b} {
		var err error
		if heads[i], err = r.resolve(rev); err != nil {
			return Commit{}, err
		}
	}
	all, err := r.gather(heads[:]...)
	if err != nil {
		return Commit{}, err
	}
	nodes := order(all)
	below := make([][2]bool, len(nodes)) // which of the two each commit is, or is below
	for i, n := range nodes {
		for side, h := range heads {
			below[i][side] = below[i][side] || n.hash == h
		}
		if below[i][0] && below[i][1] {
			return n.Commit, nil
		}
		for _, up := range n.up {
			for side := range heads {
				below[up][side] = below[up][side] || below[i][side]
			}
		}
	}
	return Commit{}, ErrUnrelated
}

// Prefix is the content folder's path within the work tree, with slashes; "" where it
// is the root.
func (r *Repo) Prefix() string { return r.prefix }
