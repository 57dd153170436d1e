package history

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/go-git/go-git/v5/plumbing"

	"samsyn/internal/source"
)

// Dirty tells whether the content in the folder, which entries list, is not that of
// HEAD: a file is changed, new or gone. What is no content (other folders, hidden
// files) does not count, nor do line ends.
func (r *Repo) Dirty(entries []source.Entry) (bool, error) {
	head, err := r.resolve("HEAD")
	if err != nil {
		return false, err
	}
	c, err := r.objects.commit(head)
	if err != nil {
		return false, err
	}
	then, err := r.list(c.tree)
	if err != nil {
		return false, err
	}
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return false, err
	}
	defer func() { _ = root.Close() }() // only read
	d := dirt{root: root, stats: r.stats()}
	for _, e := range entries {
		if !source.IsContent(e.Path) || e.State == source.Garbled || e.State == source.GarbledFolder {
			continue
		}
		old, ok := then[e.Path]
		if !ok {
			return true, nil
		}
		if same, err := d.same(e, old); err != nil || !same {
			return true, err
		}
		delete(then, e.Path)
	}
	for path := range then {
		if source.IsContent(path) {
			return true, nil
		}
	}
	return false, nil
}

// dirt compares files in the folder with their blobs.
type dirt struct {
	root  *os.Root
	stats stats
}

func (d dirt) same(now source.Entry, blob plumbing.Hash) (bool, error) {
	// A link has no stamp.
	if s, ok := d.stats.of(now.Path); ok && s.hash == blob && now.Stamp.Modified != 0 &&
		int64(s.size) == now.Size && s.modified == now.Stamp.Modified {
		return true, nil
	}
	path := filepath.FromSlash(now.Path)
	info, err := d.root.Lstat(path)
	switch {
	case err != nil:
		return false, err
	case info.Mode()&fs.ModeSymlink != 0:
		target, err := d.root.Readlink(path)
		return plumbing.ComputeHash(plumbing.BlobObject, []byte(filepath.ToSlash(target))) == blob, err
	case !info.Mode().IsRegular():
		return false, nil
	}
	data, err := d.root.ReadFile(path)
	if err != nil {
		return false, err
	}
	return plumbing.ComputeHash(plumbing.BlobObject, data) == blob ||
		plumbing.ComputeHash(plumbing.BlobObject, bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) == blob, nil
}
