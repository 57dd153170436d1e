package history

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/index"

	"samsyn/internal/source"
)

// Dirty tells whether the content in the folder is not that of HEAD: a file is
// changed, new or gone. What is no content (other folders, hidden files) does
// not count, nor do line ends. A bare repository is never dirty.
func (r *Repo) Dirty() (bool, error) {
	if r.dir == "" {
		return false, nil
	}
	head, err := r.resolve("HEAD")
	if err != nil {
		return false, err
	}
	c, err := r.objects.commit(head)
	if err != nil {
		return false, err
	}
	then, err := r.list(c)
	if err != nil {
		return false, err
	}
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return false, err
	}
	defer root.Close()
	now, err := source.FromFS(root.FS()).Entries()
	if err != nil {
		return false, err
	}
	for path := range then {
		if !isContent(path) {
			delete(then, path)
		}
	}
	if len(now) != len(then) {
		return true, nil
	}
	d := dirt{root: root, stats: r.stats()}
	for _, e := range now {
		old, ok := then[e.Path]
		if !ok {
			return true, nil
		}
		if same, err := d.same(e.Path, old); err != nil || !same {
			return true, err
		}
	}
	return false, nil
}

// isContent tells what source.Entries would list.
func isContent(path string) bool {
	if path == source.Marker {
		return true
	}
	if !strings.HasPrefix(path, "agreement/") && !strings.HasPrefix(path, "plans/") {
		return false
	}
	return !strings.Contains(path, "/.")
}

// dirt compares files in the folder with their blobs.
type dirt struct {
	root  *os.Root
	stats map[string]*index.Entry
}

// stats is what git's index remembers of the files, by their path in the
// content folder. An index that cannot be read only costs time.
func (r *Repo) stats() map[string]*index.Entry {
	r.objects.mu.Lock()
	defer r.objects.mu.Unlock()
	known, err := r.objects.store.Index()
	if err != nil {
		return nil
	}
	file, err := os.Stat(filepath.Join(r.gitDir, "index"))
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
		// (git's racy entries).
		if ok && e.Stage == index.Merged && e.ModifiedAt.Before(file.ModTime()) {
			stats[path] = e
		}
	}
	return stats
}

func (d dirt) same(path string, blob plumbing.Hash) (bool, error) {
	info, err := d.root.Lstat(filepath.FromSlash(path))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := d.root.Readlink(filepath.FromSlash(path))
		return plumbing.ComputeHash(plumbing.BlobObject, []byte(filepath.ToSlash(target))) == blob, err
	}
	if !info.Mode().IsRegular() {
		return false, nil
	}
	if e := d.stats[path]; e != nil && e.Hash == blob && int64(e.Size) == info.Size() && e.ModifiedAt.Equal(info.ModTime()) {
		return true, nil
	}
	data, err := d.root.ReadFile(filepath.FromSlash(path))
	if err != nil {
		return false, err
	}
	return plumbing.ComputeHash(plumbing.BlobObject, data) == blob ||
		plumbing.ComputeHash(plumbing.BlobObject, bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) == blob, nil
}
