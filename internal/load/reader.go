package load

import (
	"cmp"
	"sync"

	"samsyn/internal/layout"
	"samsyn/internal/parallel"
	"samsyn/internal/source"
)

// Reader loads the versions of a content one after another: what an editor saves, or
// the commits of a history. A file that is the same in the next version is read only
// once. The zero Reader is ready for use; it loads one version at a time.
type Reader struct {
	mu          sync.Mutex
	before, now map[string]*file // of the version before, and of this one, by their paths
	known       map[string]*file // of a version that another has loaded; may be nil
	over        map[string]bool  // where not nil, the only files that may differ from known
}

// Beside gives a reader for other versions than the one that this one has loaded. What
// they have in common with it is not read again.
func (reader *Reader) Beside() *Reader { return &Reader{known: reader.now} }

// Under gives a reader for the version that this one was made beside, with other texts in
// some files alone. The others are not looked at again.
func (reader *Reader) Under(texts []string) *Reader {
	over := map[string]bool{}
	for _, name := range texts {
		over[name] = true
	}
	return &Reader{known: reader.known, over: over}
}

// Load is Load for the next version of a content.
func (reader *Reader) Load(tree *source.Tree) (*Result, error) {
	reader.before, reader.now = reader.now, map[string]*file{}
	return load(tree, reader)
}

// file reads a file, unless the version before had the same.
func (reader *Reader) file(tree *source.Tree, path string, role layout.Role) (*file, error) {
	f := reader.known[path]
	if f == nil || f.role != role || reader.over == nil || reader.over[path] {
		data, failed := tree.Read(path)
		if before := reader.before[path]; before.holds(role, data) {
			f = before
		}
		if failed != nil || !f.holds(role, data) {
			var err error
			if f, err = readFile(path, role, data, failed); err != nil || failed != nil {
				return f, err
			}
		}
	}
	reader.mu.Lock()
	defer reader.mu.Unlock()
	reader.now[path] = f
	return f, nil
}

// holds tells whether a file that was read is for the same thing and has the same bytes.
func (f *file) holds(role layout.Role, data []byte) bool {
	return f != nil && f.role == role && f.content == named(data)
}

// each reads files several at a time, for each stands on its own.
func (r *run) each(list []layout.File) ([]*file, error) {
	files, errs := make([]*file, len(list)), make([]error, len(list))
	parallel.Each(len(list), func(i int) { files[i], errs[i] = r.one(list[i]) })
	return files, cmp.Or(errs...)
}

// one reads a file, unless it has been read.
func (r *run) one(f layout.File) (*file, error) {
	if known := r.first[f.Path]; known != nil {
		return known, nil
	}
	return r.read(f.Path, f.Role)
}

// read reads a file of a role.
func (r *run) read(path string, role layout.Role) (*file, error) {
	if r.reader != nil {
		return r.reader.file(r.tree, path, role)
	}
	data, err := r.tree.Read(path)
	return readFile(path, role, data, err)
}
