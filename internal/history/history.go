package history

import (
	"slices"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
)

// History is what the commits below one head did to the content folder. It may
// be asked by several goroutines.
type History struct {
	repo    *Repo
	walk    *walk
	numbers map[string]int32 // of the commits in the walk, by hash
	touched [][]visit        // by path number, newest first
	now     map[string]plumbing.Hash
	edges   []int32         // nodes at the edge of a shallow clone
	beyond  map[string]bool // paths that were there at the edge
	tags    map[string][]string

	mu sync.Mutex // guards what is read from git on demand
}

// visit is a step and the node that took it.
type visit struct {
	node int32
	step *step
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

// History walks over all commits below HEAD. keep is a file that remembers what
// was read, so that only new commits are read the next time; it may be missing,
// damaged or from another repository. Where keep is "", nothing is remembered.
func (r *Repo) History(keep string) (*History, error) {
	head, err := r.resolve("HEAD")
	if err != nil {
		return nil, err
	}
	return r.historyOf(head, keep)
}

// HistoryOf is History for the commits below a revision.
func (r *Repo) HistoryOf(rev, keep string) (*History, error) {
	head, err := r.resolve(rev)
	if err != nil {
		return nil, err
	}
	return r.historyOf(head, keep)
}

func (r *Repo) historyOf(head plumbing.Hash, keep string) (*History, error) {
	w := &walk{paths: newTable()}
	kept := readKept(keep, r.prefix, w.paths)
	all, err := r.gather(head, kept)
	if err != nil {
		return nil, err
	}
	w.nodes = order(all, head)
	fresh := 0
	for _, n := range w.nodes {
		if !n.known {
			fresh++
		}
	}
	if err := r.compareAll(w); err != nil {
		return nil, err
	}
	// A few commits are read again sooner than the file is written.
	if keep != "" && (fresh > worthKeeping || kept == nil) {
		_ = writeKept(keep, r.prefix, w) // a cache that cannot be written is no failure
	}
	return r.index(w)
}

const worthKeeping = 48

// index turns what the commits did into what happened to each path.
func (r *Repo) index(w *walk) (*History, error) {
	h := &History{repo: r, walk: w, numbers: make(map[string]int32, len(w.nodes)), touched: make([][]visit, len(w.paths.names)), beyond: map[string]bool{}, tags: map[string][]string{}}
	counts := make([]int32, len(w.paths.names))
	total := 0
	for _, n := range w.nodes {
		total += len(n.steps)
		for i := range n.steps {
			counts[n.steps[i].path]++
		}
	}
	room := make([]visit, total)
	for p, n := range counts {
		h.touched[p], room = room[:0:n], room[n:]
	}
	for i, n := range w.nodes {
		h.numbers[n.hash.String()] = int32(i)
		for s := range n.steps {
			p := n.steps[s].path
			h.touched[p] = append(h.touched[p], visit{int32(i), &n.steps[s]})
		}
		if n.edge {
			h.edges = append(h.edges, int32(i))
		}
	}
	for _, e := range h.edges {
		there, err := r.list(w.nodes[e].rawCommit)
		if err != nil {
			return nil, err
		}
		for path := range there {
			h.beyond[path] = true
		}
	}
	tags, err := r.Tags()
	for _, t := range tags {
		h.tags[t.Commit] = append(h.tags[t.Commit], t.Name)
	}
	return h, err
}

// list gives every file of the content folder in a commit.
func (r *Repo) list(c *rawCommit) (map[string]plumbing.Hash, error) {
	root, err := r.objects.folderAt(c.tree, r.prefix)
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
		switch e.mode & modeKind {
		case modeDir:
			if err := o.list(into, at+e.name+"/", e.hash, depth+1); err != nil {
				return err
			}
		case modeSubmodule:
		default:
			into[at+e.name] = e.hash
		}
	}
	return nil
}

// Paths lists the files of the content folder at the head, in byte order.
func (h *History) Paths() ([]string, error) {
	now, err := h.present()
	if err != nil {
		return nil, err
	}
	paths := make([]string, 0, len(now))
	for p := range now {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	return paths, nil
}

func (h *History) present() (map[string]plumbing.Hash, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.now == nil {
		now, err := h.repo.list(h.walk.nodes[0].rawCommit)
		if err != nil {
			return nil, err
		}
		h.now = now
	}
	return h.now, nil
}

// Commits lists the commits, newest first, children before their parents.
func (h *History) Commits() []Commit {
	list := make([]Commit, len(h.walk.nodes))
	for i := range list {
		list[i] = h.commit(int32(i))
	}
	return list
}

func (h *History) commit(i int32) Commit {
	c := h.walk.nodes[i].public()
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
	for s := range h.walk.nodes[i].steps {
		list = append(list, h.change(visit{i, &h.walk.nodes[i].steps[s]}))
	}
	slices.SortFunc(list, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return list
}

func (h *History) change(v visit) Change {
	c := Change{Commit: h.commit(v.node), Kind: v.step.kind, Path: h.walk.paths.names[v.step.path]}
	if v.step.from >= 0 {
		c.From = h.walk.paths.names[v.step.from]
	}
	if !v.step.blob.IsZero() {
		c.Blob = v.step.blob.String()
	}
	return c
}

// File tells the life of the file at path, which need not be there any more. A
// path that never was has no changes.
func (h *History) File(path string) (File, error) {
	now, err := h.present()
	if err != nil {
		return File{}, err
	}
	f := File{Path: path, Whole: !h.beyond[path]}
	visits, err := h.visits(path, now[path], []int32{0})
	if err != nil {
		return File{}, err
	}
	if len(visits) > 0 {
		f.Latest = !slices.ContainsFunc(h.edges, func(e int32) bool { return e <= visits[0].node })
	}
	for seen := map[string]bool{path: true}; len(visits) > 0; seen[path] = true {
		v := h.take(&f, visits)
		if v.step.kind != Renamed {
			break
		}
		path = h.walk.paths.names[v.step.from]
		f.Whole = f.Whole && !h.beyond[path]
		if seen[path] {
			break
		}
		if visits, err = h.visits(path, v.step.old, h.walk.nodes[v.node].up); err != nil {
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
		if v.step.kind == Renamed {
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
	n := h.walk.nodes[i]
	if len(n.up) > 0 {
		return h.commit(n.up[0]), true
	}
	return Commit{}, !n.edge
}

// Ever lists all paths that any commit touched, in byte order.
func (h *History) Ever() []string {
	paths := slices.Clone(h.walk.paths.names)
	slices.Sort(paths)
	return paths
}
