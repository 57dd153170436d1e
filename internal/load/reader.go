package load

import (
	"sync"

	"samsyn/internal/source"
)

// Reader loads the versions of a content one after another: what an editor saves, or
// the commits of a history. A file that is the same in the next version is read only
// once. The zero Reader is ready for use; it loads one version at a time.
type Reader struct {
	mu          sync.Mutex
	before, now map[version]*file // of the version before, and of this one
}

// version is one content of a file that is for one thing.
type version struct {
	path string
	role role
	sum  string
}

// next begins with the next version.
func (r *Reader) next() { r.before, r.now = r.now, map[version]*file{} }

// file reads a file, unless the version before had the same.
func (r *Reader) file(tree *source.Tree, path string, role role) (*file, error) {
	data, failed := tree.Read(path)
	v := version{path, role, named(data)}
	f := r.before[v]
	if f == nil || failed != nil {
		var err error
		if f, err = readFile(path, role, data, failed); err != nil || failed != nil {
			return f, err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now[v] = f
	return f, nil
}
