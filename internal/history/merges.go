package history

import (
	"path"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// visits gives the steps that made a path what it is in the nodes that start the
// search; content is what it holds there.
//
// Mostly these are all steps on the path, one upon the other. Where they do not
// fit, history has forked over the path: a merge took one side and threw the
// other side's changes away, which then are no part of the file's life.
func (h *History) visits(path string, content plumbing.Hash, start []int) ([]visit, error) {
	all := h.touched[path]
	if len(all) == 0 || len(start) == 0 {
		return nil, nil
	}
	for len(all) > 0 && all[0].node < slices.Min(start) {
		all = all[1:]
	}
	if fits(all, content) {
		return all, nil
	}
	return h.simplify(path, all, start)
}

// fits tells whether each step begins with what the one before it left.
func fits(all []visit, content plumbing.Hash) bool {
	for _, v := range all {
		if v.ofMerge || v.blob != content {
			return false
		}
		if v.kind == Renamed {
			return true // what came before bears another name
		}
		content = v.old
	}
	return true
}

// simplify goes from the newest node to the oldest, at every merge only to the
// first parent that has the path as the merge has it (the history
// simplification of git-log).
func (h *History) simplify(path string, all []visit, start []int) ([]visit, error) {
	took := make(map[int]*step, len(all))
	for _, v := range all {
		took[v.node] = v.step
	}
	versions, err := h.versions(path, took)
	if err != nil {
		return nil, err
	}
	wanted := make([]bool, len(h.nodes))
	for _, i := range start {
		wanted[i] = true
	}
	var kept []visit
	for i := slices.Min(start); i < len(wanted); i++ {
		if !wanted[i] {
			continue
		}
		up := h.nodes[i].up
		if s := took[i]; s != nil {
			kept = append(kept, visit{i, s})
			if s.kind == Renamed {
				continue // what came before bears another name
			}
		} else {
			up = firstSame(up, versions, versions[i])
		}
		for _, p := range up {
			wanted[p] = true
		}
	}
	return kept, nil
}

func firstSame(up []int, versions []plumbing.Hash, content plumbing.Hash) []int {
	for i, p := range up {
		if versions[p] == content {
			return up[i : i+1]
		}
	}
	return up
}

// versions tells what a path held in each node, oldest to newest. Only where a
// merge's parents disagree must git be asked.
func (h *History) versions(path string, took map[int]*step) ([]plumbing.Hash, error) {
	versions := make([]plumbing.Hash, len(h.nodes))
	for i := len(versions) - 1; i >= 0; i-- {
		n := h.nodes[i]
		switch {
		case took[i] != nil:
			versions[i] = took[i].blob
		case n.edge || disagree(n.up, versions):
			blob, err := h.repo.blobAt(n.tree, path)
			if err != nil {
				return nil, err
			}
			versions[i] = blob
		case len(n.up) > 0:
			versions[i] = versions[n.up[0]]
		}
	}
	return versions, nil
}

func disagree(up []int, versions []plumbing.Hash) bool {
	return slices.ContainsFunc(up, func(p int) bool { return versions[p] != versions[up[0]] })
}

// blobAt gives what a path holds in a commit's tree; the zero hash is nothing.
func (r *Repo) blobAt(tree plumbing.Hash, name string) (plumbing.Hash, error) {
	dir, base := path.Split(path.Join(r.prefix, name))
	folder, err := r.objects.folderAt(tree, path.Clean("/" + dir)[1:])
	if err != nil || folder.IsZero() {
		return plumbing.ZeroHash, err
	}
	entries, err := r.objects.tree(folder)
	if err != nil {
		return plumbing.ZeroHash, err
	}
	for _, e := range entries {
		if e.name == base && !e.isDir() {
			return e.file(), nil
		}
	}
	return plumbing.ZeroHash, nil
}
