package history

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// objects reads git's objects. The storage below is not made for several
// readers at once, so they take turns.
type objects struct {
	mu    sync.Mutex
	store *filesystem.Storage
	open  func() *filesystem.Storage
}

// raw gives an object's bytes, which must not be changed: they may be the
// cache's own.
func (o *objects) raw(kind plumbing.ObjectType, h plumbing.Hash) (data []byte, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	// A damaged pack file can lead the library out of its slices.
	defer func() {
		if p := recover(); p != nil {
			data, err = nil, broken(ErrCorrupt, kind, h, fmt.Errorf("%v", p))
		}
	}()
	obj, err := o.store.EncodedObject(plumbing.AnyObject, h)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, broken(ErrMissing, kind, h, nil)
	}
	if err != nil {
		return nil, broken(ErrCorrupt, kind, h, err)
	}
	if obj.Type() != kind {
		return nil, broken(ErrCorrupt, kind, h, fmt.Errorf("it is a %s", obj.Type()))
	}
	data, err = content(obj)
	if err != nil {
		return nil, broken(ErrCorrupt, kind, h, err)
	}
	if obj.Hash() != h || int64(len(data)) != obj.Size() {
		return nil, broken(ErrCorrupt, kind, h, nil)
	}
	return data, nil
}

func broken(what error, kind plumbing.ObjectType, h plumbing.Hash, why error) error {
	if why != nil {
		return fmt.Errorf("%w: %s %s: %w", what, kind, h, why)
	}
	return fmt.Errorf("%w: %s %s", what, kind, h)
}

// content reads an object. One that is in memory already is lent, not copied:
// copying the trees would cost more than comparing them.
func content(obj plumbing.EncodedObject) ([]byte, error) {
	r, err := obj.Reader()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }() // only read
	if w, ok := r.(memoryReader); ok {
		var l lender
		_, err := w.WriteTo(&l)
		return l.data, err
	}
	var b bytes.Buffer
	b.Grow(int(min(obj.Size(), largeObject)))
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}

// memoryReader is a bytes.Reader in disguise: it writes all it has in one piece.
type memoryReader interface {
	io.WriterTo
	io.ReaderAt
	Len() int
}

// lender keeps what is written to it in one piece.
type lender struct{ data []byte }

func (l *lender) Write(p []byte) (int, error) {
	l.data = p
	return len(p), nil
}

// size gives an object's size in bytes. A small one is read on the way and kept
// at hand: who asks for the size of content reads it next. A large one is not.
func (o *objects) size(h plumbing.Hash) (n int64, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	defer func() {
		if p := recover(); p != nil {
			n, err = 0, broken(ErrCorrupt, plumbing.BlobObject, h, fmt.Errorf("%v", p))
		}
	}()
	obj, err := o.store.EncodedObject(plumbing.AnyObject, h)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return 0, broken(ErrMissing, plumbing.BlobObject, h, nil)
	}
	if err != nil {
		return 0, broken(ErrCorrupt, plumbing.BlobObject, h, err)
	}
	return obj.Size(), nil
}

// entry is a line of a tree object.
type entry struct {
	mode uint32
	name string
	hash plumbing.Hash
}

// The modes of git's tree entries.
const (
	modeDir       = 0o040000
	modeLink      = 0o120000
	modeSubmodule = 0o160000
	modeKind      = 0o170000
)

func (e entry) isDir() bool { return e.mode&modeKind == modeDir }

// tree reads a tree object: "mode name NUL hash", over and over.
func (o *objects) tree(h plumbing.Hash) ([]entry, error) {
	data, err := o.raw(plumbing.TreeObject, h)
	if err != nil {
		return nil, err
	}
	var entries []entry
	for c := (cursor{data: data}); ; {
		ok, err := c.next()
		if err != nil {
			return nil, broken(ErrCorrupt, plumbing.TreeObject, h, err)
		}
		if !ok {
			return entries, nil
		}
		entries = append(entries, entry{c.mode, string(c.name), plumbing.Hash(c.hash)})
	}
}

var errTree = errors.New("a line of the folder cannot be read")

// cursor goes through the lines of a tree object.
type cursor struct {
	data       []byte // what is left
	mode       uint32
	name, hash []byte
	line       []byte // the present line
}

// next takes the next line; ok is false at the end.
func (c *cursor) next() (ok bool, err error) {
	if len(c.data) == 0 {
		c.line = nil
		return false, nil
	}
	nul := bytes.IndexByte(c.data, 0)
	if nul < 0 || len(c.data) < nul+1+len(plumbing.ZeroHash) {
		return false, errTree
	}
	space := bytes.IndexByte(c.data[:nul], ' ')
	if space < 1 || space > 7 || space == nul-1 {
		return false, errTree
	}
	c.mode = 0
	for _, d := range c.data[:space] {
		if d < '0' || d > '7' {
			return false, errTree
		}
		c.mode = c.mode<<3 | uint32(d-'0')
	}
	end := nul + 1 + len(plumbing.ZeroHash)
	c.name, c.hash, c.line, c.data = c.data[space+1:nul], c.data[nul+1:end], c.data[:end], c.data[end:]
	return true, nil
}

// compareNames orders tree lines as git does: a folder's name as if it ended in
// a slash.
func compareNames(a, b *cursor) int {
	n := min(len(a.name), len(b.name))
	if c := bytes.Compare(a.name[:n], b.name[:n]); c != 0 {
		return c
	}
	return int(a.charAt(n)) - int(b.charAt(n))
}

func (c *cursor) charAt(i int) byte {
	switch {
	case i < len(c.name):
		return c.name[i]
	case c.mode&modeKind == modeDir:
		return '/'
	}
	return 0
}
