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
	for path := range then {
		if !isContent(path) {
			delete(then, path)
		}
	}
	now, err := r.present()
	if err != nil {
		return false, err
	}
	if len(now) != len(then) {
		return true, nil
	}
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return false, err
	}
	defer func() { _ = root.Close() }() // only read
	d := dirt{root: root, stats: r.stats()}
	for path, info := range now {
		old, ok := then[path]
		if !ok {
			return true, nil
		}
		if same, err := d.same(path, info, old); err != nil || !same {
			return true, err
		}
	}
	return false, nil
}

// present lists the content in the folder, links as themselves.
func (r *Repo) present() (map[string]fs.FileInfo, error) {
	files := map[string]fs.FileInfo{}
	for _, top := range []string{"agreement", "plans", source.Marker} {
		err := filepath.WalkDir(filepath.Join(r.dir, top), func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			}
			info, err := d.Info()
			if errors.Is(err, fs.ErrNotExist) {
				return nil // gone while we looked
			}
			if err != nil {
				return err
			}
			path, err := filepath.Rel(r.dir, name)
			files[filepath.ToSlash(path)] = info
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
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

func (d dirt) same(path string, info fs.FileInfo, blob plumbing.Hash) (bool, error) {
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
