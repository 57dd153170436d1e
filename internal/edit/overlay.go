package edit

import (
	"bytes"
	"io/fs"
)

// Overlay is a file system in which some files, which are there, have other
// content: what an edit would make of them, before it is made.
func Overlay(fsys fs.FS, files map[string][]byte) fs.FS { return overlay{fsys, files} }

type overlay struct {
	under fs.FS
	files map[string][]byte
}

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.under.Open(name)
	data, is := o.files[name]
	if err != nil || !is {
		return f, err
	}
	return edited{f, bytes.NewReader(data)}, nil
}

// Lstat and ReadLink keep links apart from what they lead to.
func (o overlay) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.under, name) }

func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.under, name) }

func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(o.under, name) }

func (o overlay) Stat(name string) (fs.FileInfo, error) { return fs.Stat(o.under, name) }

// edited is an open file that reads other bytes.
type edited struct {
	fs.File
	data *bytes.Reader
}

func (e edited) Read(b []byte) (int, error) { return e.data.Read(b) }
