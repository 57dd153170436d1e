package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Overlay shows a tree as it would be if some files had other texts: what an editor has
// not saved yet. A file of nil is one that is not there. What a tree would not open by
// that name stays closed.
func Overlay(t *Tree, texts map[string][]byte) *Tree {
	if len(texts) == 0 {
		return t
	}
	o := &overlay{FS: t.fsys, texts: map[string][]byte{}, folders: map[string]bool{}}
	for name, text := range texts {
		if valid("open", name) != nil || name == "." {
			continue
		}
		name = t.Named(name)
		o.texts[name] = text
		for dir := path.Dir(name); dir != "." && text != nil; dir = path.Dir(dir) {
			o.folders[dir] = true
		}
	}
	return &Tree{fsys: o, dir: t.dir}
}

// overlay is a file system with some files over those of another.
type overlay struct {
	fs.FS
	texts   map[string][]byte
	folders map[string]bool // that hold files of ours
}

// unsaved is a text as a file.
type unsaved struct {
	name string
	text []byte
}

func (u unsaved) Name() string       { return path.Base(u.name) }
func (u unsaved) Size() int64        { return int64(len(u.text)) }
func (u unsaved) Mode() fs.FileMode  { return 0o644 }
func (u unsaved) ModTime() time.Time { return time.Time{} }
func (u unsaved) IsDir() bool        { return false }
func (u unsaved) Sys() any           { return nil }

type openUnsaved struct {
	unsaved
	io.Reader
}

func (o openUnsaved) Stat() (fs.FileInfo, error) { return o.unsaved, nil }
func (o openUnsaved) Close() error               { return nil }

// made is a folder that is there only for the files of ours in it.
type made struct{ unsaved }

func (made) Mode() fs.FileMode { return fs.ModeDir | 0o755 }
func (made) IsDir() bool       { return true }

// find gives what we have at a path; over is false where the other file system is to
// be asked.
func (o *overlay) find(op, name string) (info fs.FileInfo, over bool, err error) {
	text, over := o.texts[name]
	if over && text == nil {
		return nil, true, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	if over {
		return unsaved{name, text}, true, nil
	}
	if o.folders[name] {
		if _, err := fs.Stat(o.FS, name); errors.Is(err, fs.ErrNotExist) {
			return made{unsaved{name: name}}, true, nil
		}
	}
	return nil, false, nil
}

// Open opens a file (fs.FS).
func (o *overlay) Open(name string) (fs.File, error) {
	info, over, err := o.find("open", name)
	if err != nil || !over {
		if err == nil {
			return o.FS.Open(name)
		}
		return nil, err
	}
	if u, is := info.(unsaved); is {
		return openUnsaved{u, bytes.NewReader(u.text)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: ErrNotFile}
}

// Stat tells what a path leads to (fs.StatFS).
func (o *overlay) Stat(name string) (fs.FileInfo, error) {
	if info, over, err := o.find("stat", name); over {
		return info, err
	}
	return fs.Stat(o.FS, name)
}

// Lstat tells what stands at a path (fs.ReadLinkFS).
func (o *overlay) Lstat(name string) (fs.FileInfo, error) {
	if info, over, err := o.find("lstat", name); over {
		return info, err
	}
	return fs.Lstat(o.FS, name)
}

// ReadLink tells where a link leads (fs.ReadLinkFS).
func (o *overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// ReadDir lists a folder, with the files of ours (fs.ReadDirFS).
func (o *overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.FS, name)
	if err != nil && !(o.folders[name] && errors.Is(err, fs.ErrNotExist)) {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(d fs.DirEntry) bool {
		_, over, _ := o.find("readdir", path.Join(name, d.Name()))
		return over
	})
	add := func(at string) {
		if path.Dir(at) != name {
			return
		}
		if info, over, err := o.find("readdir", at); over && err == nil {
			list = append(list, fs.FileInfoToDirEntry(info))
		}
	}
	for at := range o.texts {
		add(at)
	}
	for at := range o.folders {
		add(at)
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}
