package history

import (
	"maps"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// History is what the commits below one head did to the content folder. It may
// be asked by several goroutines.
type History struct {
	repo    *Repo
	nodes   []*node                  // newest first, children before their parents
	numbers map[string]int           // of the nodes, by hash
	touched map[string][]visit       // by path, newest first
	now     map[string]plumbing.Hash // what the paths hold at the head
	edges   []int                    // nodes at the edge of a shallow clone
	beyond  map[string]bool          // paths that were there at the edge
	tags    map[string][]string
}

// visit is a step and the node that took it.
type visit struct {
	node int
	*step
}

// Change is what a commit did to a file.
type Change struct {
	Commit Commit
	Kind   Kind
	Path   string
	From   string // the former path, for Renamed
	Blob   string // content key, "" where deleted
}

// File is the life of a file, through all its names.
type File struct {
	Path    string
	Changes []Change // newest first
	// Whole says that the changes reach back to the file's making. In a shallow
	// clone they may not, and then nobody knows when it was made.
	Whole bool
	// Latest says that Changes[0] is the file's latest change. Where a shallow
	// clone ends before that, nobody knows when it was.
	Latest bool
}

// Created is the commit that made the file; none where that is not known.
func (f File) Created() Commit {
	if !f.Whole || len(f.Changes) == 0 {
		return Commit{}
	}
	return f.Changes[len(f.Changes)-1].Commit
}

// Changed is the commit that changed the file last; none where that is not known.
func (f File) Changed() Commit {
	if !f.Latest || len(f.Changes) == 0 {
		return Commit{}
	}
	return f.Changes[0].Commit
}

// Scope says which files a history is of.
type Scope bool

const (
	// AllFiles are those of the whole content folder.
	AllFiles Scope = false
	// OwnFiles are those that a content always has (source.IsContent). A program, or
	// anything else beside them, is not looked into.
	OwnFiles Scope = true
)

// History walks over all commits below a revision.
func (r *Repo) History(rev string, scope Scope) (*History, error) {
	head, err := r.resolve(rev)
	if err != nil {
		return nil, err
	}
	all, err := r.gather(head)
	if err != nil {
		return nil, err
	}
	nodes := order(all)
	if err := r.compareAll(nodes, scope); err != nil {
		return nil, err
	}
	return r.index(nodes)
}

// index turns what the commits did into what happened to each path.
func (r *Repo) index(nodes []*node) (h *History, err error) {
	h = &History{repo: r, nodes: nodes, numbers: map[string]int{}, touched: map[string][]visit{}, beyond: map[string]bool{}, tags: map[string][]string{}}
	for i, n := range nodes {
		h.numbers[n.Hash] = i
		for s := range n.steps {
			step := &n.steps[s]
			h.touched[step.path] = append(h.touched[step.path], visit{i, step})
		}
		if !n.edge {
			continue
		}
		h.edges = append(h.edges, i)
		there, err := r.list(n.tree)
		if err != nil {
			return nil, err
		}
		for path := range there {
			h.beyond[path] = true
		}
	}
	if h.now, err = r.list(nodes[0].tree); err != nil {
		return nil, err
	}
	tags, err := r.Tags()
	for _, t := range tags {
		h.tags[t.Commit] = append(h.tags[t.Commit], t.Name)
	}
	return h, err
}

// list gives every file of the content folder in a commit's tree.
func (r *Repo) list(tree plumbing.Hash) (map[string]plumbing.Hash, error) {
	root, err := r.objects.folderAt(tree, r.prefix)
	if err != nil {
		return nil, err
	}
	files := map[string]plumbing.Hash{}
	return files, r.objects.list(files, "", root, 0)
}

func (o *objects) list(into map[string]plumbing.Hash, at string, h plumbing.Hash, depth int) error {
	if h.IsZero() {
		return nil
	}
	if depth > maxDepth {
		return broken(ErrCorrupt, plumbing.TreeObject, h, errDepth)
	}
	entries, err := o.tree(h)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.isDir() {
			if err := o.list(into, at+e.name+"/", e.hash, depth+1); err != nil {
				return err
			}
		} else if blob := e.file(); !blob.IsZero() {
			into[at+e.name] = blob
		}
	}
	return nil
}

// Paths lists the files of the content folder at the head, in byte order.
func (h *History) Paths() []string { return slices.Sorted(maps.Keys(h.now)) }

// Commits lists the commits, newest first, children before their parents.
func (h *History) Commits() []Commit {
	list := make([]Commit, len(h.nodes))
	for i := range list {
		list[i] = h.commit(i)
	}
	return list
}

func (h *History) commit(i int) Commit {
	c := h.nodes[i].Commit
	c.Tags = h.tags[c.Hash]
	return c
}

// ChangesOf lists what a commit did, in the order of the paths. A merge has only
// what differs from every parent.
func (h *History) ChangesOf(c Commit) []Change {
	i, known := h.numbers[c.Hash]
	if !known {
		return nil
	}
	var list []Change
	for s := range h.nodes[i].steps {
		list = append(list, h.change(visit{i, &h.nodes[i].steps[s]}))
	}
	slices.SortFunc(list, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return list
}

func (h *History) change(v visit) Change {
	c := Change{Commit: h.commit(v.node), Kind: v.kind, Path: v.path, From: v.from}
	if !v.blob.IsZero() {
		c.Blob = v.blob.String()
	}
	return c
}

// File tells the life of the file at path, which need not be there any more. A
// path that never was has no changes.
func (h *History) File(path string) (File, error) {
	f := File{Path: path, Whole: !h.beyond[path]}
	visits, err := h.visits(path, h.now[path], []int{0})
	if err != nil {
		return File{}, err
	}
	if len(visits) > 0 {
		f.Latest = !slices.ContainsFunc(h.edges, func(e int) bool { return e <= visits[0].node })
	}
	for seen := map[string]bool{path: true}; len(visits) > 0; seen[path] = true {
		v := h.take(&f, visits)
		if v.kind != Renamed {
			break
		}
		path = v.from
		f.Whole = f.Whole && !h.beyond[path]
		if seen[path] {
			break
		}
		if visits, err = h.visits(path, v.old, h.nodes[v.node].up); err != nil {
			return File{}, err
		}
	}
	if n := len(f.Changes); n == 0 || len(h.edges) > 0 && f.Changes[n-1].Kind != Added {
		f.Whole = false
	}
	return f, nil
}

// take adds the visits to the file's changes, down to the first that renamed
// it, and returns the last one taken.
func (h *History) take(f *File, visits []visit) visit {
	for _, v := range visits {
		f.Changes = append(f.Changes, h.change(v))
		if v.kind == Renamed {
			return v
		}
	}
	return visits[len(visits)-1]
}

// Substance is the latest commit that changed the file in substance: form gives
// a version's canonical form, and a commit that left it as it was only laid the
// file out anew. Zero where that is not known.
func (f File) Substance(form func(version Change) (string, error)) (Commit, error) {
	if !f.Latest || len(f.Changes) == 0 {
		return Commit{}, nil
	}
	for i, c := range f.Changes {
		if i+1 == len(f.Changes) {
			if !f.Whole && c.Kind != Added {
				return Commit{}, nil // what stood before is cut off
			}
			return c.Commit, nil
		}
		before := f.Changes[i+1]
		if c.Blob == before.Blob {
			continue // renamed as it was
		}
		if c.Blob == "" || before.Blob == "" || c.Commit.Parents > 1 {
			return c.Commit, nil
		}
		is, err := form(c)
		if err != nil {
			return Commit{}, err
		}
		was, err := form(before)
		if err != nil {
			return Commit{}, err
		}
		if is != was {
			return c.Commit, nil
		}
	}
	return Commit{}, nil
}

// Parent is a commit's first parent. There is none where the commit began the
// history; known is false where the clone was cut off there.
func (h *History) Parent(c Commit) (parent Commit, known bool) {
	i, known := h.numbers[c.Hash]
	if !known {
		return Commit{}, false
	}
	n := h.nodes[i]
	if len(n.up) > 0 {
		return h.commit(n.up[0]), true
	}
	return Commit{}, !n.edge
}

// Ever lists all paths that any commit touched, in byte order.
func (h *History) Ever() []string { return slices.Sorted(maps.Keys(h.touched)) }
