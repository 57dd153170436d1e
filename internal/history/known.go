package history

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/format/index"

	"samsyn/internal/source"
)

// Known gives keys of the content of files in the folder that git's index knows,
// as they stand now: the blob, and the file's size, since git may store a file with
// other line ends than it has. For a file that is new or changed, or so young that
// git could have missed a change, the key is "".
func (r *Repo) Known() func(source.Entry) string {
	stats := r.stats()
	return func(e source.Entry) string {
		known := stats[e.Path]
		if known == nil || known.Mode != filemode.Regular && known.Mode != filemode.Executable || !unchanged(known, e) {
			return ""
		}
		return "git " + known.Hash.String() + " " + strconv.FormatInt(e.Size, 10)
	}
}

// unchanged tells whether a file has the stamp that git has seen.
func unchanged(known *index.Entry, e source.Entry) bool {
	if e.State != source.Plain || int64(known.Size) != e.Size || known.ModifiedAt.UnixNano() != e.Stamp.Modified {
		return false
	}
	if e.Stamp.Changed != 0 && !known.CreatedAt.IsZero() && known.CreatedAt.UnixNano() != e.Stamp.Changed {
		return false
	}
	return e.Stamp.Inode == 0 || known.Inode == 0 || known.Inode == uint32(e.Stamp.Inode)
}

// readStats reads what git's index remembers of the files, by their path in the
// content folder. An index that cannot be read only costs time.
func (r *Repo) readStats() map[string]*index.Entry {
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
	stats := make(map[string]*index.Entry, len(known.Entries))
	for _, e := range known.Entries {
		path, ok := e.Name, true
		if r.prefix != "" {
			path, ok = strings.CutPrefix(e.Name, r.prefix+"/")
		}
		// A file as young as the index may have changed after git looked at it
		// (git's racy entries). Stage 0 is an entry without conflict.
		if ok && e.Stage == 0 && e.ModifiedAt.Before(file.ModTime()) {
			stats[path] = e
		}
	}
	return stats
}
