package publish

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"samsyn/internal/diag"
)

// marker is the file by which a build knows an output of its own making. It is
// written last, so that a folder that has it is whole.
const marker = ".samsyn-output"

var (
	// ErrForeignOutput says that the output folder holds something else.
	ErrForeignOutput = diag.Refuse("mappen innehåller något annat än en webbplats som samsyn har byggt", "the folder holds something else than a site that samsyn built")
	// ErrLinkedOutput says that the way to the output goes through a link that leads out
	// of the folder that the content came in.
	ErrLinkedOutput = errors.New("a symbolic link on the way to the output folder leads out of the content's folder")
)

// Place is where an output goes.
type Place struct {
	Folder string
	// Within is the folder that came with the content, or the work tree that it came in.
	// An output inside it is reached through no link that leads out of it.
	Within string
	// Content is the content's own folder, where a build keeps what it remembers for the
	// next; "" where it keeps nothing.
	Content string
	// Own is a name that nobody else can tell, made of the user's secret. What a build
	// keeps beside its output bears it, and what bears it may be removed: a folder of
	// another name may have come with the content. "" where the user has no secret; what
	// a killed build left then stays, since nobody can know it again.
	Own string
}

// staging is a new output in the making, beside the folder that it will replace.
// Everything is done through roots, so that no link leads out of them.
type staging struct {
	out  string   // the folder to replace, as the user named it
	root *os.Root // the folder that it lies in
	name string   // what it is called there
	own  string   // begins the names of the folders that this program makes beside it

	fresh string   // what the new output is called until it takes the place of the old one
	dir   *os.Root // the new output
	lock  io.Closer
	old   *os.Root // the output before, to keep files of; nil where there is none

	made sync.Map // the folders of the new output that are there

	working sync.RWMutex // held for reading by whoever writes a file
	over    bool         // nothing is written any more
}

// stage makes an empty folder beside the output. It refuses an output that it may not
// replace, before any work is done.
func stage(p Place) (*staging, error) {
	root, err := p.open()
	if err != nil {
		return nil, err
	}
	s := &staging{out: p.Folder, root: root, name: filepath.Base(p.Folder)}
	s.own = "." + s.name + ".samsyn-"
	if err := s.begin(p.Own); err != nil {
		s.discard()
		s.close()
		return nil, err
	}
	return s, nil
}

// open opens the folder that the output lies in, which is made if it is not there.
func (p Place) open() (*os.Root, error) {
	parent := filepath.Dir(p.Folder)
	if parent == p.Folder { // the root of a disk
		return nil, fmt.Errorf("%s: %w", p.Folder, ErrForeignOutput)
	}
	inside, err := filepath.Rel(p.Within, parent)
	if p.Within == "" || err != nil || !filepath.IsLocal(inside) {
		if err := os.MkdirAll(parent, 0o755); err != nil {
			return nil, err
		}
		return os.OpenRoot(parent)
	}
	whole, err := os.OpenRoot(p.Within)
	if err != nil {
		return nil, err
	}
	defer func() { _ = whole.Close() }() // nothing was written to it
	err = whole.MkdirAll(inside, 0o755)
	if err == nil {
		var root *os.Root
		if root, err = whole.OpenRoot(inside); err == nil {
			return root, nil
		}
	}
	for at := inside; at != "."; at = filepath.Dir(at) {
		if info, lost := whole.Lstat(at); lost == nil && info.Mode()&fs.ModeSymlink != 0 {
			return nil, fmt.Errorf("%s: %w", filepath.Join(p.Within, at), ErrLinkedOutput)
		}
	}
	return nil, err
}

// begin mends what earlier builds left, and makes the folder of the new output.
func (s *staging) begin(own string) error {
	s.own += cmp.Or(own, rand.Text()) + "-"
	if err := s.recover(); err != nil {
		return err
	}
	there, err := s.replaceable(s.name)
	if err != nil {
		return err
	}
	if there {
		if s.old, err = s.root.OpenRoot(s.name); err != nil {
			return err
		}
	}
	if s.fresh, s.lock, err = s.makeFolder(); err != nil {
		return err
	}
	s.dir, err = s.root.OpenRoot(s.fresh)
	return err
}

// replaceable tells whether a folder of that name is there. It gives an error for one
// that is neither empty nor an output of ours. The marker alone is not believed: it
// may have come with a content into the folder that the content itself lies in.
func (s *staging) replaceable(name string) (there bool, err error) {
	foreign := fmt.Errorf("%s: %w", s.out, ErrForeignOutput)
	info, err := s.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !info.IsDir():
		return false, foreign
	}
	folder, err := s.root.OpenRoot(name)
	if err != nil {
		return false, err
	}
	defer func() { _ = folder.Close() }() // only read
	for _, others := range []string{".git", "samsyn.yaml"} {
		if _, err := folder.Lstat(others); !errors.Is(err, fs.ErrNotExist) {
			return false, foreign
		}
	}
	if mark, err := folder.Lstat(marker); err == nil && mark.Mode().IsRegular() {
		return true, nil
	}
	entries, err := fs.ReadDir(folder.FS(), ".")
	if err == nil && len(entries) > 0 {
		err = foreign
	}
	return err == nil, err
}

// write puts a file into the new output. Name is relative, with slashes. A file
// that is in the old output just so is only given a second name, so that it keeps
// its date.
func (s *staging) write(name string, data []byte) error {
	s.working.RLock()
	defer s.working.RUnlock()
	return s.writeFile(name, data)
}

func (s *staging) writeFile(name string, data []byte) error {
	if err := s.place(name); err != nil {
		return err
	}
	if old := s.inOld(name); s.has(name, old, data) && s.link(name, old) == nil {
		return nil
	}
	// What is there already may be a file of the old output under its second name.
	if err := s.dir.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return s.dir.WriteFile(name, data, 0o644)
}

// place makes the folder in which a file of the new output goes.
func (s *staging) place(name string) error {
	if s.over {
		return context.Canceled
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return fmt.Errorf("output file %q is not inside the output", name)
	}
	folder := path.Dir(name)
	if _, there := s.made.Load(folder); there {
		return nil
	}
	if err := s.dir.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	s.made.Store(folder, true)
	return nil
}

var pieces = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// inOld is what the old output has under a name: nil where that is no plain file, or
// where a link leads out of the output.
func (s *staging) inOld(name string) fs.FileInfo {
	if s.old == nil {
		return nil
	}
	info, err := s.old.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return info
}

// has tells whether a file of the old output, nil for none, has these bytes.
func (s *staging) has(name string, old fs.FileInfo, data []byte) bool {
	if old == nil || old.Size() != int64(len(data)) {
		return false
	}
	f, err := s.old.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // only read
	// Piece by piece: some files are as large as all the rest.
	room := pieces.Get().(*[64 << 10]byte)
	defer pieces.Put(room)
	for piece := room[:]; len(data) > 0; {
		n, err := io.ReadFull(f, piece[:min(len(data), len(piece))])
		if err != nil || !bytes.Equal(piece[:n], data[:n]) {
			return false
		}
		data = data[n:]
	}
	return true
}

// keep gives a file of the old output, as inOld found it (nil for none), a place in the new one. The error
// says that it has to be written instead: not every disk lets a file have two names.
func (s *staging) keep(name string, old fs.FileInfo) error {
	s.working.RLock()
	defer s.working.RUnlock()
	return s.link(name, old)
}

func (s *staging) link(name string, old fs.FileInfo) error {
	if old == nil {
		return fs.ErrNotExist
	}
	if err := s.place(name); err != nil {
		return err
	}
	if err := s.root.Link(path.Join(s.name, name), path.Join(s.fresh, name)); err != nil {
		return err
	}
	// Another build may have put its own output there meanwhile.
	if is, err := s.dir.Lstat(name); err != nil || !os.SameFile(old, is) {
		return errors.Join(fs.ErrNotExist, s.dir.Remove(name))
	}
	return nil
}

// swap puts the new output in the place of the old one. Where it fails, the old
// one is in its place.
func (s *staging) swap() error {
	if err := s.write(marker, []byte("Byggd av samsyn. Mappen ersätts i sin helhet vid nästa bygge.\n")); err != nil {
		return err
	}
	s.closeFolders() // not every system renames a folder that is open
	var err error
	for range 10 { // another build may take away or set in place what was looked at
		var there bool
		if there, err = s.replaceable(s.name); err != nil {
			return err
		}
		if there {
			err = s.swapWithOld()
		} else {
			err = s.root.Rename(s.fresh, s.name) // of folders, it replaces none but an empty one
		}
		if !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return err
}

// swapWithOld swaps where there is an output, which it removes.
func (s *staging) swapWithOld() error {
	old := s.fresh
	err := exchange(s.root, s.fresh, s.name)
	if errors.Is(err, errors.ErrUnsupported) {
		old, err = s.swapInTwo()
	}
	if err != nil {
		return err
	}
	// Somebody may have put something else there at the last moment.
	if _, err := s.replaceable(old); err != nil {
		if old == s.fresh {
			return errors.Join(err, exchange(s.root, s.fresh, s.name))
		}
		return errors.Join(err, s.root.Rename(s.name, s.fresh), s.root.Rename(old, s.name))
	}
	_ = s.root.RemoveAll(old) // what stays is met by the next build
	return nil
}

// swapInTwo is for systems that cannot exchange two folders at once. It gives the name
// of the old output. Whoever is killed in between leaves both of them whole, and the
// next build puts the old one back.
func (s *staging) swapInTwo() (old string, err error) {
	old = s.own + oldOutput + strings.TrimPrefix(s.fresh, s.own+newOutput)
	if held, _, err := lockFolder(s.root, s.name); err == nil { // else another build holds it
		defer func() { _ = held.Close() }() // nothing was written to it
	}
	if err := s.root.Rename(s.name, old); err != nil {
		return "", err
	}
	if err := s.root.Rename(s.fresh, s.name); err != nil {
		return "", errors.Join(err, s.putBack(old))
	}
	return old, nil
}

// swapAnd is swap, which takes a while to remove the old output, beside something else.
func (s *staging) swapAnd(do func()) error {
	var done sync.WaitGroup
	done.Go(do)
	defer done.Wait()
	return s.swap()
}

// discard removes an output that did not come to be. Whoever is still at work on it can
// write no more.
func (s *staging) discard() {
	s.closeFolders()
	if s.fresh == "" { // it was not begun
		return
	}
	_ = s.root.RemoveAll(s.fresh) // what stays is removed by the next build
}

// closeFolders lets go of the old output and the new one, once nobody writes.
func (s *staging) closeFolders() {
	s.working.Lock()
	defer s.working.Unlock()
	s.over = true
	for _, folder := range []*os.Root{s.dir, s.old} {
		if folder != nil {
			_ = folder.Close() // each file was closed for itself
		}
	}
}

// close lets go of everything.
func (s *staging) close() {
	s.closeFolders()
	if s.lock != nil {
		_ = s.lock.Close()
	}
	_ = s.root.Close()
}
