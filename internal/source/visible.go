package source

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// ErrEscapes says that a symbolic link leads out of the content, or to what is
// hidden in it.
var ErrEscapes = errors.New("the link leads out of the content")

// maxLinks is how many symbolic links a path may lead through, as for os.Root.
const maxLinks = 8

// Hidden tells whether a path passes through a name that begins with a dot: such
// files (git's own, a token's, a cache) are never content.
func Hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "." || part == ".." {
			continue
		}
		if strings.HasPrefix(part, ".") || runtime.GOOS == "windows" && shortened(part) {
			return true
		}
	}
	return false
}

// shortened tells whether a name may be the second one that Windows gives a file:
// GIT~1 is .git.
func shortened(part string) bool {
	_, after, found := strings.Cut(part, "~")
	return found && after != "" && after[0] >= '0' && after[0] <= '9'
}

// visible is a folder on disk as a file system that opens nothing hidden, neither
// by its name nor through links. That nothing outside is opened, the operating
// system holds.
type visible struct{ root *os.Root }

// walk is a way through folders on disk, one name at a time. Each folder is held
// open once it is known to be what bears that name: another may be put in its place
// at any moment.
type walk struct {
	folders []*os.Root  // from the root to the one where it stands
	base    string      // what it has come to there, "." for the folder itself
	info    fs.FileInfo // of that
}

// walk goes to a path, through the links on the way. It is to be closed.
func (v visible) walk(name string) (*walk, error) {
	w, todo := &walk{folders: []*os.Root{v.root}}, strings.Split(name, "/")
	err := w.look(".")
	for links := 0; err == nil && len(todo) > 0; {
		part := todo[0]
		todo = todo[1:]
		if part == "." || part == "" {
			continue
		}
		if err = w.step(part); err != nil || w.info.Mode()&fs.ModeSymlink == 0 {
			continue
		}
		if links++; links > maxLinks {
			err = syscall.ELOOP
			continue
		}
		var target []string
		if target, err = w.target(); err == nil {
			todo, err = slices.Concat(target, todo), w.look(".")
		}
	}
	if err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

func (w *walk) here() *os.Root { return w.folders[len(w.folders)-1] }

// close gives back the folders but for the root, which is another's.
func (w *walk) close() {
	for _, f := range w.folders[1:] {
		_ = f.Close() // only read
	}
}

// look comes to what bears a name in the folder where the walk stands.
func (w *walk) look(name string) (err error) {
	w.base = name
	w.info, err = w.here().Lstat(name)
	return err
}

// step goes one name on.
func (w *walk) step(part string) error {
	if w.base != "." {
		f, err := w.open()
		if err != nil {
			return err
		}
		w.folders, w.base = append(w.folders, f), "."
	}
	if part != ".." {
		return w.look(part)
	}
	last := len(w.folders) - 1
	if last == 0 {
		return ErrEscapes
	}
	_ = w.folders[last].Close() // only read
	w.folders = w.folders[:last]
	return w.look(".")
}

// open opens the folder that the walk has come to.
func (w *walk) open() (*os.Root, error) {
	if !w.info.IsDir() {
		return nil, syscall.ENOTDIR
	}
	f, err := w.here().OpenRoot(w.base)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat(".")
	if err == nil && !os.SameFile(info, w.info) {
		err = ErrEscapes
	}
	if err != nil {
		_ = f.Close() // nothing of it was read
		return nil, err
	}
	return f, nil
}

// target gives the names that the link leads through which the walk has come to.
func (w *walk) target() ([]string, error) {
	to, err := w.here().Readlink(w.base)
	if err != nil {
		return nil, err
	}
	slashed := filepath.ToSlash(to)
	if path.IsAbs(slashed) || filepath.VolumeName(to) != "" || Hidden(slashed) {
		return nil, ErrEscapes
	}
	return strings.Split(slashed, "/"), nil
}

// valid refuses names that are none of the content's.
func valid(op, name string) error {
	switch {
	case !fs.ValidPath(name):
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	case Hidden(name):
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return nil
}

// to walks to a path that may be one of the content's.
func (v visible) to(op, name string) (*walk, error) {
	if err := valid(op, name); err != nil {
		return nil, err
	}
	w, err := v.walk(name)
	if err != nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: bare(err)}
	}
	return w, nil
}

// open opens a file or folder. Of a pipe it would wait for somebody to write into it,
// did it not say that it waits for nothing.
func (v visible) open(name string) (*os.File, error) {
	w, err := v.to("open", name)
	if err != nil {
		return nil, err
	}
	defer w.close()
	f, err := openIn(w.here(), w.base, w.info)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: bare(err)}
	}
	return f, nil
}

// folder opens a folder to read files in.
func (v visible) folder(name string) (*os.Root, error) {
	w, err := v.to("open", name)
	if err != nil {
		return nil, err
	}
	defer w.close()
	return w.open()
}

// openIn opens what bears a name in a folder, where it is what was found there: a
// link that was put in its place is not.
func openIn(folder *os.Root, base string, there fs.FileInfo) (*os.File, error) {
	f, err := folder.OpenFile(base, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !os.SameFile(info, there) {
		err = ErrEscapes
	}
	if err != nil {
		_ = f.Close() // nothing of it was read
		return nil, err
	}
	return f, nil
}

// bare is an error without the path that another tells too.
func bare(err error) error {
	var told *fs.PathError
	if errors.As(err, &told) {
		return told.Err
	}
	return err
}

// Open opens a file or folder (fs.FS).
func (v visible) Open(name string) (fs.File, error) {
	f, err := v.open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Stat describes a path, through links (fs.StatFS).
func (v visible) Stat(name string) (fs.FileInfo, error) {
	w, err := v.to("stat", name)
	if err != nil {
		return nil, err
	}
	w.close()
	return w.info, nil
}

// ReadDir lists a folder (fs.ReadDirFS).
func (v visible) ReadDir(name string) ([]fs.DirEntry, error) {
	f, err := v.open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	list, err := f.ReadDir(-1)
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, err
}

// Lstat describes a path, a link as itself and a hidden one too (fs.ReadLinkFS):
// who misses a file may be told that it is hidden.
func (v visible) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(v.root.FS(), name) }

// ReadLink tells where a symbolic link leads (fs.ReadLinkFS).
func (v visible) ReadLink(name string) (string, error) { return fs.ReadLink(v.root.FS(), name) }
