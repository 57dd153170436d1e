package publish

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"strings"
	"time"
)

// What follows a build's own name in the names of its folders.
const (
	newOutput = "new-"
	oldOutput = "old-"
)

// errBusy says that another process is at work on a folder.
var errBusy = errors.New("another process is at work on the folder")

// makeFolder makes an empty folder for a new output, and holds it so that no other
// build takes it for one that nobody is at work on.
func (s *staging) makeFolder() (name string, held io.Closer, err error) {
	for range 100 {
		name = s.own + newOutput + rand.Text()
		if err := s.root.Mkdir(name, 0o755); err != nil {
			return "", nil, err
		}
		// Between the two another build may have removed it, or be about to.
		held, _, err = lockFolder(s.root, name)
		if err == nil {
			return name, held, nil
		}
		if !errors.Is(err, errBusy) && !errors.Is(err, fs.ErrNotExist) {
			return "", nil, errors.Join(err, s.root.Remove(name))
		}
	}
	return "", nil, err
}

// recover mends what builds that were killed left: the old output, if it was set
// aside and nothing took its place, and new ones that nobody is at work on. It looks
// only at real folders that bear the build's own name.
func (s *staging) recover() error {
	entries, err := fs.ReadDir(s.root.FS(), ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		kind, is := strings.CutPrefix(e.Name(), s.own)
		if !is || !e.IsDir() {
			continue
		}
		held, known, err := lockFolder(s.root, e.Name())
		if err != nil {
			continue // somebody is at work on it, or it is gone already
		}
		if !known && strings.HasPrefix(kind, newOutput) && isYoung(e) {
			_ = held.Close() // nothing was written to it
			continue
		}
		if strings.HasPrefix(kind, oldOutput) && s.whole(e.Name()) {
			err = s.putBack(e.Name())
		} else {
			err = s.root.RemoveAll(e.Name())
		}
		if err := errors.Join(err, held.Close()); err != nil {
			return err
		}
	}
	return nil
}

// whole tells whether a folder has the marker, which is written last.
func (s *staging) whole(name string) bool {
	mark, err := s.root.Lstat(name + "/" + marker)
	return err == nil && mark.Mode().IsRegular()
}

// putBack puts an old output in its place, or removes it where that is taken.
func (s *staging) putBack(name string) error {
	if _, err := s.root.Lstat(s.name); !errors.Is(err, fs.ErrNotExist) {
		return s.root.RemoveAll(name)
	}
	return s.root.Rename(name, s.name)
}

// abandoned is the age at which nobody is making a new output any more, where the
// system cannot tell whether somebody is.
const abandoned = time.Hour

func isYoung(e fs.DirEntry) bool {
	info, err := e.Info()
	return err != nil || time.Since(info.ModTime()) < abandoned
}
