package proposal

import (
	"context"
	"fmt"
	"strings"

	"samsyn/internal/git"
)

// longestProposal is how many commits of a proposal are looked at.
const longestProposal = 2000

// graph is how commits hang together: each stands before those that it comes from.
type graph struct {
	commits []Commit
	parents [][]int
	at      map[Commit]int
}

// reached tells of each commit of a graph whether it is reached.
type reached []bool

// graph asks git once for all that some commits come from.
func (s *Store) graph(ctx context.Context, tips []Commit) (*graph, error) {
	var names strings.Builder
	for _, c := range tips {
		names.WriteString(string(c) + "\n")
	}
	out, err := s.git.Run(ctx, git.Call{Args: []string{"rev-list", "--topo-order", "--parents", "--stdin"}, Input: names.String()})
	if err != nil {
		return nil, err
	}
	n := strings.Count(out, "\n")
	g := &graph{commits: make([]Commit, 0, n), parents: make([][]int, n), at: make(map[Commit]int, n)}
	for line := range strings.Lines(out) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		g.at[Commit(name)] = len(g.commits)
		g.commits = append(g.commits, Commit(name))
	}
	i := 0
	for line := range strings.Lines(out) {
		for _, p := range strings.Fields(line)[1:] {
			at, known := g.at[Commit(p)]
			if !known {
				return nil, fmt.Errorf("git tells of commits in an order that is not known: %s", p)
			}
			g.parents[i] = append(g.parents[i], at)
		}
		i++
	}
	return g, nil
}

// reach is all that a commit comes from, and itself.
func (g *graph) reach(c Commit) reached {
	r := make(reached, len(g.commits))
	first, known := g.at[c]
	if !known {
		return r
	}
	r[first] = true
	for i := first; i < len(r); i++ {
		if r[i] {
			for _, p := range g.parents[i] {
				r[p] = true
			}
		}
	}
	return r
}

// parted is the newest commit that a tip and another share, of which all that it comes from
// is given, and how many the other has beside.
func (g *graph) parted(tip Commit, other reached) (base Commit, behind int) {
	mine := g.reach(tip)
	for i, theirs := range other {
		switch {
		case theirs && !mine[i]:
			behind++
		case theirs && base == "":
			base = g.commits[i]
		}
	}
	return base, behind
}

// chain is a tip and the first parents before it, down to one of a trunk, which is left
// out; nil is no trunk.
func (g *graph) chain(tip Commit, trunk map[Commit]bool) (list []Commit) {
	for i, more := g.at[tip]; more && len(list) < longestProposal && !trunk[g.commits[i]]; i, more = g.first(i) {
		list = append(list, g.commits[i])
	}
	return list
}

// first is the first parent of a commit.
func (g *graph) first(i int) (int, bool) {
	if len(g.parents[i]) == 0 {
		return 0, false
	}
	return g.parents[i][0], true
}
