// Package source shows a content repository as a tree of files, wherever it is
// stored: a folder, a revision in git, an archive in a test.
package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unicode/utf8"
)

// Marker is the file that makes a folder a content repository.
const Marker = "samsyn.yaml"

// SignedFolder is where a content keeps what its parties have signed. It is not among its
// entries: nothing is read in it but signatures.
const SignedFolder = "signed"

// MaxSize is the size in bytes over which a file is not read.
const MaxSize = 1 << 20

var (
	// ErrNoRepository says that no folder upwards holds the marker.
	ErrNoRepository = errors.New("no " + Marker)
	// ErrNotFile says that a path is no plain file: a folder, a device, a pipe.
	ErrNotFile = errors.New("not a plain file")
	// ErrTooLarge says that a file is larger than MaxSize.
	ErrTooLarge = errors.New("file too large")
)

// State says what a path turned out to be.
type State int

const (
	// Plain is a file that can be read.
	Plain State = iota
	// Escapes is a symbolic link that leaves the repository, or leads to what is
	// hidden in it.
	Escapes
	// Odd is anything else: a device, a link to a folder, to itself or to nothing.
	Odd
	// Garbled is a file whose name is no UTF-8: nothing can refer to it, nor open it.
	Garbled
	// GarbledFolder is a folder of such a name.
	GarbledFolder
)

// Entry is a file of the tree.
type Entry struct {
	Path  string // relative, forward slashes; of a garbled name, as far as it can be read
	State State
	Link  bool // a symbolic one, to whatever
}

// Tree is the files of one content repository at one moment. Nothing outside
// it can be read through it. Its files answer to names however their letters are
// composed.
type Tree struct {
	fsys fs.FS
	root *os.Root // of a folder, else nil
	dir  string

	mu    sync.Mutex
	held  map[string]*os.Root            // folders that were asked about: links lead to few
	forms map[string]map[string][]string // of names, by folder (see Named)
}

// Folder opens the content repository in dir. Symbolic links are followed only
// within dir (the operating system holds that, not a comparison of names), and to
// nothing hidden.
func Folder(dir string) (*Tree, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Tree{fsys: visible{root}, root: root, dir: dir, held: map[string]*os.Root{}}, nil
}

// FromFS takes a tree that somebody else holds: a git revision or a test's map.
// The file system must answer for links leading neither outside itself nor to what is
// hidden in it.
func FromFS(fsys fs.FS) *Tree { return &Tree{fsys: fsys} }

// Dir is the folder on disk, or "" where the tree is not one.
func (t *Tree) Dir() string { return t.dir }

// FS is the tree as a file system.
func (t *Tree) FS() fs.FS { return t.fsys }

// Find walks from dir upwards to the nearest folder that holds the marker. A folder that
// may not be looked into ends the search.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	return find(dir, os.Lstat)
}

func find(dir string, lstat func(string) (fs.FileInfo, error)) (string, error) {
	for {
		switch _, err := lstat(filepath.Join(dir, Marker)); {
		case err == nil:
			return dir, nil
		case errors.Is(err, fs.ErrPermission):
			return "", err // it may well be there
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", ErrNoRepository
		}
		dir = up
	}
}

// Entries lists the content: the marker, its translations, and every file under
// agreement and plans, in byte order. Names that begin with a dot are passed over.
func (t *Tree) Entries() ([]Entry, error) {
	var entries []Entry
	tops := []string{"agreement", "plans", Marker}
	translated, err := fs.Glob(t.fsys, translations)
	if err != nil {
		return nil, err
	}
	for _, top := range append(tops, translated...) {
		found, err := t.under(top)
		if err != nil {
			return nil, err
		}
		entries = append(entries, found...)
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		if c := strings.Compare(a.Path, b.Path); c != 0 {
			return c
		}
		return cmp.Compare(a.State, b.State) // garbled names may look the same
	})
	return entries, nil
}

// IsContent tells whether Entries would list a file at a path, were it there.
func IsContent(name string) bool {
	top, _, below := strings.Cut(name, "/")
	if !utf8.ValidString(name) || Hidden(name) {
		return false
	}
	if below {
		return top == "agreement" || top == "plans"
	}
	is, _ := path.Match(translations, name) // the pattern is a sound one
	return is || name == Marker
}

// translations are the names of the marker's translations.
var translations = strings.Replace(Marker, ".", ".*.", 1)

func (t *Tree) under(top string) ([]Entry, error) {
	if e, is := garbled(top, false); is {
		return []Entry{e}, nil
	}
	var entries []Entry
	info, err := fs.Stat(t.fsys, top)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil {
		err = t.list(top, fs.FileInfoToDirEntry(info), &entries)
	}
	if err == nil && !info.IsDir() {
		entries[0].Link = t.isLink(top)
	}
	// Stat looks at the top through its link; a link there is no folder of ours.
	if err != nil && len(entries) == 0 && t.isLink(top) {
		return []Entry{{Path: top, State: Escapes}}, nil
	}
	return entries, err
}

// list puts a file, or what stands in a folder, into a list. Names that begin with a dot
// are left out.
func (t *Tree) list(name string, d fs.DirEntry, into *[]Entry) error {
	if e, is := garbled(name, d.IsDir()); is {
		*into = append(*into, e)
		return nil
	}
	if d.IsDir() {
		inside, err := fs.ReadDir(t.fsys, name)
		if err != nil {
			return err
		}
		for _, d := range inside {
			if Hidden(d.Name()) {
				continue
			}
			if err := t.list(name+"/"+d.Name(), d, into); err != nil {
				return err
			}
		}
		return nil
	}
	*into = append(*into, t.entry(name, d))
	return nil
}

// garbled is the entry of a name that is no UTF-8.
func garbled(name string, folder bool) (e Entry, is bool) {
	if utf8.ValidString(name) {
		return Entry{}, false
	}
	e = Entry{Path: strings.ToValidUTF8(name, string(utf8.RuneError)), State: Garbled}
	if folder {
		e.State = GarbledFolder
	}
	return e, true
}

func (t *Tree) entry(name string, d fs.DirEntry) Entry {
	e := Entry{Path: name}
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		e.Link = true
		info, err := fs.Stat(t.fsys, name)
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ELOOP):
			e.State = Odd
		case err != nil:
			e.State = Escapes
		case !info.Mode().IsRegular():
			e.State = Odd
		}
	case !d.Type().IsRegular():
		e.State = Odd
	}
	return e
}

func (t *Tree) isLink(name string) bool {
	info, err := fs.Lstat(t.fsys, name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// Exists tells whether a file or folder of that name can be reached. What has a
// name that begins with a dot, or lies in such a folder, is not content.
func (t *Tree) Exists(name string) bool {
	_, err := t.stat(name)
	return err == nil
}

// IsFile is Exists for files alone.
func (t *Tree) IsFile(name string) bool {
	info, err := t.stat(name)
	return err == nil && info.Mode().IsRegular()
}

func (t *Tree) stat(name string) (fs.FileInfo, error) {
	if err := valid("stat", name); err != nil {
		return nil, err
	}
	name = t.Named(name)
	if _, info := t.near(name); info != nil {
		return info, nil
	}
	return fs.Stat(t.fsys, name)
}

// near gives what bears a name on disk, with its folder, where that is no link: the way
// to the folder is gone once for all that stands in it. It gives nil where somebody else
// has to go the whole way.
func (t *Tree) near(name string) (folder *os.Root, info fs.FileInfo) {
	if folder = t.hold(path.Dir(name)); folder == nil {
		return nil, nil
	}
	info, err := folder.Lstat(path.Base(name))
	if err != nil || info.Mode()&fs.ModeSymlink != 0 {
		return nil, nil
	}
	return folder, info
}

// mostHeld is how many folders are held open.
const mostHeld = 16

// hold opens a folder on disk, or has it open; nil where that cannot be done. Another is
// closed for it if need be: whoever looks into that one then has to go the whole way.
func (t *Tree) hold(name string) *os.Root {
	if t.root == nil {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if folder := t.held[name]; folder != nil {
		return folder
	}
	folder, err := (visible{t.root}).folder(name)
	if err != nil {
		return nil
	}
	for other, held := range t.held {
		if len(t.held) < mostHeld {
			break
		}
		_ = held.Close() // only read
		delete(t.held, other)
	}
	t.held[name] = folder
	return folder
}

// Read returns a file's bytes. It gives ErrTooLarge for one over MaxSize.
func (t *Tree) Read(name string) ([]byte, error) {
	data, err := t.ReadUpTo(name, MaxSize)
	if err != nil && !errors.Is(err, ErrTooLarge) {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return data, err
}

// ReadUpTo is Read with a limit of its own, for pictures and annexes.
func (t *Tree) ReadUpTo(name string, limit int64) ([]byte, error) {
	f, info, err := t.described(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	var b bytes.Buffer
	if err := readInto(&b, f, info, limit); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// described opens a file and tells what it is. In a folder that is held open already, what
// it is is asked first, and has to be so still once it is open.
func (t *Tree) described(name string) (fs.File, fs.FileInfo, error) {
	if err := valid("open", name); err != nil {
		return nil, nil, err
	}
	name = t.Named(name)
	if folder, info := t.near(name); info != nil {
		if f, err := openIn(folder, path.Base(name), info); err == nil {
			return f, info, nil
		}
	}
	f, err := t.open(name)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close() // nothing of it was read
		return nil, nil, err
	}
	return f, info, nil
}

// open opens a file by going the whole way.
func (t *Tree) open(name string) (fs.File, error) {
	if t.root == nil {
		if info, err := fs.Stat(t.fsys, name); err != nil {
			return nil, err
		} else if !info.Mode().IsRegular() {
			return nil, ErrNotFile
		}
	}
	return t.fsys.Open(name)
}

// readInto reads a file of at most so many bytes.
func readInto(b *bytes.Buffer, f fs.File, info fs.FileInfo, limit int64) error {
	switch {
	case !info.Mode().IsRegular():
		return ErrNotFile
	case info.Size() > limit:
		return ErrTooLarge
	}
	b.Grow(int(info.Size()) + bytes.MinRead) // only a guess at how much will come
	if _, err := b.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return err
	}
	if int64(b.Len()) > limit {
		return ErrTooLarge
	}
	return nil
}
