package history

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// objects reads git's objects. The storage below is not made for several
// readers at once, so they take turns.
type objects struct {
	mu      sync.Mutex
	store   *filesystem.Storage
	partial bool     // the clone left objects with the server (--filter)
	blobs   sync.Map // what has been told of blobs, by their hash: a history lists most of them often
}

// raw gives what an object holds.
func (o *objects) raw(kind plumbing.ObjectType, h plumbing.Hash) (data string, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	// A damaged pack file can lead the library out of its slices.
	defer func() {
		if p := recover(); p != nil {
			data, err = "", broken(ErrCorrupt, kind, h, fmt.Errorf("%v", p))
		}
	}()
	obj, err := o.find(h)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return "", o.missing(kind, h)
	}
	if err != nil {
		return "", broken(ErrCorrupt, kind, h, err)
	}
	if obj.Type() != kind {
		return "", broken(ErrCorrupt, kind, h, fmt.Errorf("it is a %s", obj.Type()))
	}
	data, err = content(obj)
	if err != nil {
		return "", broken(ErrCorrupt, kind, h, err)
	}
	if obj.Hash() != h || int64(len(data)) != obj.Size() {
		return "", broken(ErrCorrupt, kind, h, nil)
	}
	return data, nil
}

// missing is the error of an object that is not there: a partial clone asks the server
// for what it lacks, which is not done here.
func (o *objects) missing(kind plumbing.ObjectType, h plumbing.Hash) error {
	if o.partial {
		return broken(ErrPartial, kind, h, ErrMissing)
	}
	return broken(ErrMissing, kind, h, nil)
}

func broken(what error, kind plumbing.ObjectType, h plumbing.Hash, why error) error {
	if why != nil {
		return fmt.Errorf("%w: %s %s: %w", what, kind, h, why)
	}
	return fmt.Errorf("%w: %s %s", what, kind, h)
}

func content(obj plumbing.EncodedObject) (string, error) {
	r, err := obj.Reader()
	if err != nil {
		return "", err
	}
	defer func() { _ = r.Close() }() // only read
	var b strings.Builder
	b.Grow(int(min(obj.Size(), largeObject))) // only a guess at how much will come
	_, err = io.Copy(&b, r)
	return b.String(), err
}

// find looks an object up. Git may pack its objects anew meanwhile (after a fetch it
// does so in the background), so it is looked for twice.
func (o *objects) find(h plumbing.Hash) (plumbing.EncodedObject, error) {
	obj, err := o.store.EncodedObject(plumbing.AnyObject, h)
	if err != nil {
		o.store.Reindex()
		obj, err = o.store.EncodedObject(plumbing.AnyObject, h)
	}
	return obj, err
}

// size gives an object's size in bytes, without reading all of it.
func (o *objects) size(h plumbing.Hash) (n int64, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	defer func() {
		if p := recover(); p != nil {
			n, err = 0, broken(ErrCorrupt, plumbing.BlobObject, h, fmt.Errorf("%v", p))
		}
	}()
	n, err = o.store.EncodedObjectSize(h)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return 0, o.missing(plumbing.BlobObject, h)
	}
	if err != nil {
		return 0, broken(ErrCorrupt, plumbing.BlobObject, h, err)
	}
	return n, nil
}

// A Git LFS pointer is shorter than 1,024 bytes and begins so (Git LFS
// specification); the usual one has some 130.
const (
	pointerPrefix = "version https://git-lfs.github.com/spec/"
	maxPointer    = 400
)

// pointer is what a blob says where Git LFS has the content; "" for other blobs.
func (o *objects) pointer(blob plumbing.Hash) (string, error) {
	size, err := o.size(blob)
	if err != nil || size > maxPointer {
		return "", err
	}
	data, err := o.raw(plumbing.BlobObject, blob)
	if !strings.HasPrefix(data, pointerPrefix) {
		return "", err
	}
	return data, err
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

func (e entry) kind() uint32 { return e.mode & modeKind }
func (e entry) isDir() bool  { return e.kind() == modeDir }

// file is the hash of a file's content; zero for what is no file of this repository.
func (e entry) file() plumbing.Hash {
	if e.isDir() || e.kind() == modeSubmodule {
		return plumbing.ZeroHash
	}
	return e.hash
}

// sorted is what git orders an entry by.
func (e entry) sorted() string {
	if e.isDir() {
		return e.name + "/"
	}
	return e.name
}

var errTree = errors.New("a line of the folder cannot be read")

// blob is what is to be known of a file that is listed.
type blob struct {
	size    int64
	pointer bool // Git LFS has the content
}

// blob describes a file or a link.
func (o *objects) blob(h plumbing.Hash) (b blob, err error) {
	if known, ok := o.blobs.Load(h); ok {
		b, _ = known.(blob)
		return b, nil
	}
	if b.size, err = o.size(h); err != nil {
		return b, err
	}
	pointer, err := o.pointer(h)
	if err != nil {
		return b, err
	}
	b.pointer = pointer != ""
	o.blobs.Store(h, b)
	return b, nil
}

// tree reads a tree object.
func (o *objects) tree(h plumbing.Hash) ([]entry, error) {
	data, err := o.raw(plumbing.TreeObject, h)
	if err != nil {
		return nil, err
	}
	entries, err := parseTree(data)
	if err != nil {
		return nil, broken(ErrCorrupt, plumbing.TreeObject, h, err)
	}
	return entries, nil
}

// parseTree reads the lines of a tree object: "mode name NUL hash".
func parseTree(data string) (entries []entry, err error) {
	for data != "" {
		mode, rest, _ := strings.Cut(data, " ")
		name, rest, _ := strings.Cut(rest, "\x00")
		bits, err := strconv.ParseUint(mode, 8, 24)
		if err != nil || name == "" || len(rest) < len(plumbing.ZeroHash) {
			return nil, errTree
		}
		e := entry{mode: uint32(bits), name: name}
		data = rest[copy(e.hash[:], rest):]
		entries = append(entries, e)
	}
	return entries, nil
}
