package history

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
	for _, e := range entries {
		if !source.IsContent(e.Path) || e.State == source.Garbled || e.State == source.GarbledFolder {
			continue
		}
		old, ok := then[e.Path]
		if !ok {
			return true, nil
		}
		if same, err := r.holds(root, e.Path, old); err != nil || !same {
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

// holds tells whether a file in the folder holds what a blob does.
func (r *Repo) holds(root *os.Root, name string, blob plumbing.Hash) (bool, error) {
	path := filepath.FromSlash(name)
	info, err := root.Lstat(path)
	switch {
	case err != nil:
		return false, err
	case info.Mode()&fs.ModeSymlink != 0:
		target, err := root.Readlink(path)
		return hashOf([]byte(filepath.ToSlash(target))) == blob, err
	case !info.Mode().IsRegular(), info.Size() > maxBlob:
		return false, nil
	}
	data, err := root.ReadFile(path)
	if err != nil {
		return false, err
	}
	if hashOf(data) == blob || hashOf(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) == blob {
		return true, nil
	}
	pointer, err := r.objects.pointer(blob)
	return strings.Contains(pointer, fmt.Sprintf("\noid sha256:%x\n", sha256.Sum256(data))), err
}

func hashOf(data []byte) plumbing.Hash { return plumbing.ComputeHash(plumbing.BlobObject, data) }
