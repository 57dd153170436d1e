package history

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// stat is what git's index remembers of a file. A country has many: git's library
// takes three times as much for each.
type stat struct {
	path     string // in the content folder
	hash     plumbing.Hash
	size     uint32
	modified int64 // in nanoseconds since 1970
}

// stats are in the order of their paths.
type stats []stat

func (all stats) of(path string) (stat, bool) {
	i, found := slices.BinarySearchFunc(all, path, func(s stat, path string) int { return strings.Compare(s.path, path) })
	if !found {
		return stat{}, false
	}
	return all[i], true
}

// readStats reads what git's index remembers of the files. An index that cannot be
// read only costs time.
func (r *Repo) readStats() stats {
	r.objects.mu.Lock()
	defer r.objects.mu.Unlock()
	// The age is asked for first: a newer index vouches for all the more.
	file, err := os.Stat(filepath.Join(r.gitDir, "index"))
	if err != nil {
		return nil
	}
	known, err := r.objects.store.Index()
	if err != nil {
		return nil
	}
	all := make(stats, 0, len(known.Entries))
	for _, e := range known.Entries {
		path, ok := e.Name, true
		if r.prefix != "" {
			path, ok = strings.CutPrefix(e.Name, r.prefix+"/")
		}
		// A file as young as the index may have changed after git looked at it
		// (git's racy entries). Stage 0 is an entry without conflict.
		if ok && e.Stage == 0 && e.ModifiedAt.Before(file.ModTime()) {
			all = append(all, stat{path: path, hash: e.Hash, size: e.Size, modified: e.ModifiedAt.UnixNano()})
		}
	}
	slices.SortFunc(all, func(a, b stat) int { return strings.Compare(a.path, b.path) })
	return all
}
