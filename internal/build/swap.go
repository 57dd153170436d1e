package build

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// marker is the file by which a build knows an output of its own making. It is
// written last, so that a folder that has it is whole.
const marker = ".samsyn-output"

// ErrForeignOutput says that the output folder holds something else.
var ErrForeignOutput = errors.New("the output folder holds something that is no output of samsyn")

// staging is a new output in the making, beside the folder that it will replace.
type staging struct {
	out string // the folder to replace
	dir string // the new one, until then

	made sync.Map // the folders of the new output that are there
}

// stage makes an empty folder beside out. It refuses an out that it may not
// replace, before any work is done.
func stage(out string) (*staging, error) {
	if err := replaceable(out); err != nil {
		return nil, err
	}
	parent := filepath.Dir(out)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	if err := recoverOld(out); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(parent, prefix(out)+"new-")
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return &staging{out: out, dir: dir}, nil
}

// prefix begins the names of the folders that a build keeps beside its output.
func prefix(out string) string { return "." + filepath.Base(out) + ".samsyn-" }

func replaceable(out string) error {
	info, err := os.Lstat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s: %w", out, ErrForeignOutput)
	}
	entries, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(filepath.Join(out, marker)); err != nil && len(entries) > 0 {
		return fmt.Errorf("%s: %w", out, ErrForeignOutput)
	}
	return nil
}

// write puts a file into the new output. Name is relative, with slashes. A file
// that is in the old output just so is only given a second name, so that it keeps
// its date.
func (s *staging) write(name string, data []byte) error {
	file, err := s.place(name)
	if err != nil {
		return err
	}
	if s.has(name, data) && s.keep(name) == nil {
		return nil
	}
	// What is there already may be a file of the old output under its second name.
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// place is where a file of the new output goes; its folder is made.
func (s *staging) place(name string) (string, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", fmt.Errorf("output file %q is not inside the output", name)
	}
	file := filepath.Join(s.dir, filepath.FromSlash(name))
	folder := filepath.Dir(file)
	if _, there := s.made.Load(folder); there {
		return file, nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	s.made.Store(folder, true)
	return file, nil
}

var pieces = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// has tells whether the old output has a file with these bytes.
func (s *staging) has(name string, data []byte) bool {
	file := filepath.Join(s.out, filepath.FromSlash(name))
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	f, err := os.Open(file)
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

// keep gives a file of the old output a place in the new one. The error says that
// it has to be written instead: not every disk lets a file have two names.
func (s *staging) keep(name string) error {
	file, err := s.place(name)
	if err != nil {
		return err
	}
	return os.Link(filepath.Join(s.out, filepath.FromSlash(name)), file)
}

// swap puts the new output in the place of the old one. Where it fails, the old
// one is back in its place.
func (s *staging) swap() error {
	if err := s.write(marker, []byte("Byggd av samsyn. Mappen ersätts i sin helhet vid nästa bygge.\n")); err != nil {
		return err
	}
	// A name of its own, for other builds into the same folder.
	old := filepath.Join(filepath.Dir(s.out), prefix(s.out)+"old-"+strings.TrimPrefix(filepath.Base(s.dir), prefix(s.out)+"new-"))
	err := os.Rename(s.out, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	hadOld := err == nil
	if err := os.Rename(s.dir, s.out); err != nil {
		if hadOld {
			err = errors.Join(err, os.Rename(old, s.out))
		}
		return err
	}
	return removeAll(old)
}

// swapAnd is swap, which takes a while to remove the old output, beside something else.
func (s *staging) swapAnd(do func()) error {
	var done sync.WaitGroup
	done.Go(do)
	defer done.Wait()
	return s.swap()
}

// discard removes an output that did not come to be.
func (s *staging) discard() { _ = os.RemoveAll(s.dir) }

// removeAll is os.RemoveAll, for folders of folders (plans/2026) several at a time: a
// country's output has tens of thousands of files.
func removeAll(dir string) error {
	folders := make(chan string)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for folder := range folders {
				_ = os.RemoveAll(folder) // what stays is met again below
			}
		})
	}
	for _, outer := range foldersIn(dir) {
		for _, inner := range foldersIn(outer) {
			folders <- inner
		}
	}
	close(folders)
	wg.Wait()
	return os.RemoveAll(dir)
}

func foldersIn(dir string) []string {
	entries, _ := os.ReadDir(dir) // what cannot be read is met by who removes it
	var list []string
	for _, e := range entries {
		if e.IsDir() {
			list = append(list, filepath.Join(dir, e.Name()))
		}
	}
	return list
}

// abandoned is the age at which nobody is making a new output any more.
const abandoned = time.Hour

// recoverOld mends what builds that were killed left: the old output, if it was
// set aside and nothing took its place, and half-made new ones. One that is young
// may be another build's that is at work.
func recoverOld(out string) error {
	parent := filepath.Dir(out)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	for _, e := range entries {
		path := filepath.Join(parent, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), prefix(out)+"old"):
			if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
				if err := os.Rename(path, out); err != nil {
					return err
				}
			}
		case !strings.HasPrefix(e.Name(), prefix(out)+"new-") || !isOld(e):
			continue
		}
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

func isOld(e fs.DirEntry) bool {
	info, err := e.Info()
	return err == nil && time.Since(info.ModTime()) > abandoned
}
