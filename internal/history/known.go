package history

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"

	"samsyn/internal/source"
)

// Known gives keys of the content of files in the folder that git's index knows,
// as they stand now: the blob, and the file's size, since git may store a file with
// other line ends than it has. For a file that is new or changed, or so young that
// git could have missed a change, the key is "".
func (r *Repo) Known() func(source.Entry) string {
	stats := r.stats()
	return func(e source.Entry) string {
		known, ok := stats.of(e.Path)
		if !ok || !known.file || !known.stands(e) {
			return ""
		}
		return "git " + known.hash.String() + " " + strconv.FormatInt(e.Size, 10)
	}
}

// stat is what git's index remembers of a file. A country has many: git's library
// takes three times as much for each.
type stat struct {
	path              string // in the content folder
	hash              plumbing.Hash
	size, inode       uint32
	modified, changed int64 // in nanoseconds since 1970; changed is 0 where it is not told
	file              bool  // neither a link nor a repository of its own
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

// stands tells whether a file has the stamp that git has seen.
func (s stat) stands(e source.Entry) bool {
	if e.State != source.Plain || int64(s.size) != e.Size || s.modified != e.Stamp.Modified {
		return false
	}
	if e.Stamp.Changed != 0 && s.changed != 0 && s.changed != e.Stamp.Changed {
		return false
	}
	return e.Stamp.Inode == 0 || s.inode == 0 || s.inode == uint32(e.Stamp.Inode)
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
			all = append(all, stat{path: path, hash: e.Hash, size: e.Size, inode: e.Inode, modified: e.ModifiedAt.UnixNano(), changed: nanoseconds(e.CreatedAt),
				file: e.Mode == filemode.Regular || e.Mode == filemode.Executable})
		}
	}
	slices.SortFunc(all, func(a, b stat) int { return strings.Compare(a.path, b.path) })
	return all
}

// nanoseconds are those since 1970, 0 where there is no time.
func nanoseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}
