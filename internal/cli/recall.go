package cli

import (
	"sync"

	"samsyn/internal/view/site"
)

// recall is a build in memory that takes over the pages of the one before it that
// have not changed.
type recall struct {
	before map[string]drawn
	old    map[string][]byte

	mu    sync.Mutex
	drawn map[string]drawn
	files map[string][]byte
}

// drawn is of what a page was made, and what the search index was told of it.
type drawn struct {
	key   site.Key
	found string
}

func newRecall(before *recall) *recall {
	if before == nil {
		before = &recall{}
	}
	return &recall{before: before.drawn, old: before.files, drawn: map[string]drawn{}, files: map[string][]byte{}}
}

func (r *recall) write(name string, data []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.files[name] = data
	return nil
}

// Kept is html.Memory's.
func (r *recall) Kept(path string, key site.Key) (found string, ok bool) {
	was, ok := r.before[path]
	if !ok || was.key != key {
		return "", false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.drawn[path], r.files[path] = was, r.old[path]
	return was.found, true
}

// Before is html.Memory's.
func (r *recall) Before(path string) (key site.Key, found string, ok bool) {
	was, ok := r.before[path]
	return was.key, was.found, ok
}

// Keep is html.Memory's.
func (r *recall) Keep(path string, key site.Key, found []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.drawn[path] = drawn{key, string(found)}
}
