// Package safewrite puts files into a folder of the content: bytes and relative paths go in,
// and either all of them are in their place afterwards or none is. It follows no link out
// of the folder, and overwrites nothing that somebody else has changed.
package safewrite

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"samsyn/internal/source"
)

// File is one to be written.
type File struct {
	Path       string // relative, forward slashes
	Data       []byte
	Executable bool
}

// Occupied says that files are there already which would be overwritten.
type Occupied struct{ Paths []string }

func (e *Occupied) Error() string {
	return "already there: " + strings.Join(e.Paths, ", ")
}

// Create writes files into dir, which need not exist. It overwrites nothing
// (*Occupied), and where it fails it leaves nothing behind: everything is first
// written to a folder beside, then moved, the last file last.
func Create(dir string, files []File) (err error) {
	made, err := makeFolders(dir)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			removeAll(os.Remove, made)
		}
	}()
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	if err := vacant(root, files); err != nil {
		return err
	}
	stage := ".samsyn-new-" + rand.Text()
	if err := root.Mkdir(stage, 0o700); err != nil {
		return of(err, files[0].Path)
	}
	defer func() { _ = root.RemoveAll(stage) }()
	for _, f := range files {
		if err := writeNew(root, path.Join(stage, f.Path), f); err != nil {
			return err
		}
	}
	return moveAll(root, stage, files)
}

// of makes an error one of the file that was to be written: the draft beside it has a name
// that nobody knows.
func of(err error, file string) error {
	if wrong := (*fs.PathError)(nil); errors.As(err, &wrong) {
		wrong.Path = file
	}
	return err
}

// makeFolders makes dir and what is missing above it, and tells what it made,
// outermost first.
func makeFolders(dir string) (made []string, err error) {
	var missing []string
	for p := dir; ; p = filepath.Dir(p) {
		if _, err := os.Stat(p); err == nil || p == filepath.Dir(p) {
			break
		}
		missing = append([]string{p}, missing...)
	}
	for _, p := range missing {
		if err := os.Mkdir(p, 0o755); err != nil {
			removeAll(os.Remove, made)
			return nil, err
		}
		made = append(made, p)
	}
	return made, nil
}

// removeAll takes away files and empty folders, the last first; a folder in use stays.
func removeAll(remove func(string) error, made []string) {
	for _, p := range slices.Backward(made) {
		_ = remove(p)
	}
}

// vacant holds that nothing lies where a file is to be written.
func vacant(root *os.Root, files []File) error {
	var there []string
	for _, f := range files {
		if _, err := root.Lstat(f.Path); err == nil {
			there = append(there, f.Path)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if there != nil {
		return &Occupied{there}
	}
	return nil
}

func writeNew(root *os.Root, name string, f File) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if f.Executable {
		mode = 0o755
	}
	return root.WriteFile(name, f.Data, mode)
}

// moveAll moves the files out of the stage, and back out of the way again where
// one of them cannot be moved.
func moveAll(root *os.Root, stage string, files []File) (err error) {
	var made []string // folders and files
	defer func() {
		if err != nil {
			removeAll(root.Remove, made)
		}
	}()
	for _, f := range files {
		for _, folder := range parents(f.Path) {
			err := root.Mkdir(folder, 0o755)
			switch {
			case err == nil:
				made = append(made, folder)
			case !errors.Is(err, fs.ErrExist):
				return err
			}
		}
		if err := root.Rename(path.Join(stage, f.Path), f.Path); err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
		made = append(made, f.Path)
	}
	return nil
}

// parents lists the folders above a path, outermost first.
func parents(p string) []string {
	var folders []string
	for d := path.Dir(p); d != "."; d = path.Dir(d) {
		folders = append([]string{d}, folders...)
	}
	return folders
}

// ErrChanged says that somebody else has changed a file since it was read.
var ErrChanged = errors.New("changed by somebody else meanwhile")

// ReplaceFrom is Replace where the file still holds what it held when it was read;
// ErrChanged says that it does not, and that nothing was written.
func ReplaceFrom(dir, name string, was, data []byte) error {
	if err := Unchanged(dir, name, was); err != nil {
		return err
	}
	return Replace(dir, name, data)
}

// Unchanged holds that a file still is what it was when it was read (ErrChanged).
func Unchanged(dir, name string, was []byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	is, err := root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !bytes.Equal(is, was) {
		return fmt.Errorf("%s: %w", name, ErrChanged)
	}
	return err
}

// Replace gives a file of the folder dir new content, all of it or none: it is
// written beside and then moved into place. The file keeps its permissions; a
// link is not followed out of dir.
func Replace(dir, name string, data []byte) (err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	info, err := root.Lstat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return &fs.PathError{Op: "replace", Path: name, Err: source.ErrNotFile}
	}
	temporary := path.Join(path.Dir(name), "."+path.Base(name)+"."+rand.Text()+".new")
	f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return of(err, name)
	}
	defer func() {
		if err != nil {
			_ = root.Remove(temporary)
		}
	}()
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(info.Mode().Perm()), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return root.Rename(temporary, name)
}

// Change is a file that is written anew. One that was not there has no bytes before it.
type Change struct {
	Path          string
	Before, After []byte
}

// Write writes new files, all of them or none (*Occupied where one is there), and then the
// others in their order. Where one of those no longer holds what was read (ErrChanged)
// nothing at all is written.
func Write(dir string, changes []Change) error {
	var fresh []File
	for _, c := range changes {
		if c.Before == nil {
			fresh = append(fresh, File{Path: c.Path, Data: c.After})
		} else if err := Unchanged(dir, c.Path, c.Before); err != nil {
			return err
		}
	}
	if fresh != nil {
		if err := Create(dir, fresh); err != nil {
			return err
		}
	}
	for _, c := range changes {
		if c.Before == nil {
			continue
		}
		if err := ReplaceFrom(dir, c.Path, c.Before, c.After); err != nil {
			return err
		}
	}
	return nil
}
