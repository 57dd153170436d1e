package history

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-git/go-git/v5/plumbing"

	"samsyn/internal/source"
)

// ErrEscapes says that a symbolic link leads out of the content folder, or to what
// is hidden in it.
var ErrEscapes = errors.New("the link leads out of the folder")

// Tree gives the content folder as it was in a revision, and the commit, without its
// tags. Its file system also tells each file's content key (see Files).
func (r *Repo) Tree(rev string) (*source.Tree, Commit, error) {
	c, err := r.Find(rev)
	if err != nil {
		return nil, Commit{}, err
	}
	files, err := r.Files(c)
	if err != nil {
		return nil, Commit{}, err
	}
	return source.FromFS(files), c, nil
}

// Files gives the content folder of a commit as a file system: an fs.ReadDirFS
// and fs.ReadLinkFS. It may be read by several goroutines.
func (r *Repo) Files(c Commit) (*Files, error) {
	raw, err := r.objects.commit(plumbing.NewHash(c.Hash))
	if err != nil {
		return nil, err
	}
	root, err := r.objects.folderAt(raw.tree, r.prefix)
	if err != nil {
		return nil, err
	}
	if root.IsZero() {
		return nil, fmt.Errorf("%w: %s in %s", ErrNoContent, r.prefix, c.Short())
	}
	return &Files{objects: r.objects, root: root, when: raw.CommitDate, folders: map[plumbing.Hash][]entry{}}, nil
}

// folderAt goes from a root down a path of folders; the zero hash says that it
// is not there.
func (o *objects) folderAt(root plumbing.Hash, dir string) (plumbing.Hash, error) {
	if dir == "" {
		return root, nil
	}
	for part := range strings.SplitSeq(dir, "/") {
		entries, err := o.tree(root)
		if err != nil {
			return plumbing.ZeroHash, err
		}
		i := slices.IndexFunc(entries, func(e entry) bool { return e.name == part && e.isDir() })
		if i < 0 {
			return plumbing.ZeroHash, nil
		}
		root = entries[i].hash
	}
	return root, nil
}

// Files is the files of a content folder in one commit. Symbolic links are followed only
// within it, and to nothing hidden. What git stores elsewhere, a submodule or a file under
// Git LFS, has the mode fs.ModeIrregular and cannot be opened.
type Files struct {
	objects *objects
	root    plumbing.Hash
	when    time.Time

	mu      sync.Mutex
	folders map[plumbing.Hash][]entry
}

// maxLinks is how many symbolic links a path may lead through.
const maxLinks = 40

// maxTarget is the size in bytes up to which a symbolic link's target is read.
const maxTarget = 4096

func (f *Files) folder(h plumbing.Hash) ([]entry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if known, ok := f.folders[h]; ok {
		return known, nil
	}
	entries, err := f.objects.tree(h)
	if err != nil {
		return nil, err
	}
	// Names that no file system would give back are not offered.
	entries = slices.DeleteFunc(entries, func(e entry) bool {
		return e.name == "." || e.name == ".." || strings.ContainsAny(e.name, "/\\")
	})
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	f.folders[h] = entries
	return entries, nil
}

// find walks to a path, through the links on the way, and through one at its
// end only if follow is set.
func (f *Files) find(name string, follow bool) (entry, error) {
	here := entry{mode: modeDir, name: ".", hash: f.root}
	var above []entry // the folders from the root to here
	todo := strings.Split(name, "/")
	if name == "." {
		todo = nil
	}
	for links := 0; len(todo) > 0; {
		part := todo[0]
		todo = todo[1:]
		if part == "." || part == "" {
			continue
		}
		if part == ".." {
			if len(above) == 0 {
				return entry{}, ErrEscapes
			}
			here, above = above[len(above)-1], above[:len(above)-1]
			continue
		}
		if !here.isDir() {
			return entry{}, fs.ErrNotExist
		}
		entries, err := f.folder(here.hash)
		if err != nil {
			return entry{}, err
		}
		i, ok := slices.BinarySearchFunc(entries, part, func(e entry, s string) int { return strings.Compare(e.name, s) })
		if !ok {
			return entry{}, fs.ErrNotExist
		}
		found := entries[i]
		if found.mode&modeKind == modeLink && (follow || len(todo) > 0) {
			if links++; links > maxLinks {
				return entry{}, ErrEscapes
			}
			target, err := f.target(found)
			if err != nil {
				return entry{}, err
			}
			if path.IsAbs(target) || source.Hidden(target) {
				return entry{}, ErrEscapes
			}
			todo = append(strings.Split(target, "/"), todo...)
			continue
		}
		above, here = append(above, here), found
	}
	return here, nil
}

func (f *Files) target(link entry) (string, error) {
	size, err := f.objects.size(link.hash)
	if err != nil {
		return "", err
	}
	if size > maxTarget {
		return "", ErrEscapes
	}
	data, err := f.objects.raw(plumbing.BlobObject, link.hash)
	if err != nil {
		return "", err
	}
	return strings.ReplaceAll(data, "\\", "/"), nil
}

func (f *Files) lookup(op, name string, follow bool) (*info, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	e, err := f.find(name, follow)
	if err != nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: err}
	}
	e.name = path.Base(name)
	return f.info(e)
}

// Open opens a file or folder (fs.FS).
func (f *Files) Open(name string) (fs.File, error) {
	i, err := f.lookup("open", name, true)
	if err != nil {
		return nil, err
	}
	switch {
	case i.IsDir():
		entries, err := f.ReadDir(name)
		return &openFolder{info: i, entries: entries}, err
	case !i.mode.IsRegular():
		return nil, &fs.PathError{Op: "open", Path: name, Err: i.elsewhere()}
	}
	return &openFile{files: f, info: i}, nil
}

// Stat describes a path, through links (fs.StatFS).
func (f *Files) Stat(name string) (fs.FileInfo, error) { return asInfo(f.lookup("stat", name, true)) }

// Lstat describes a path, and a link as itself (fs.ReadLinkFS).
func (f *Files) Lstat(name string) (fs.FileInfo, error) {
	return asInfo(f.lookup("lstat", name, false))
}

func asInfo(i *info, err error) (fs.FileInfo, error) {
	if err != nil {
		return nil, err
	}
	return i, nil
}

// Key is git's name for what a path leads to: the Sys of what Stat tells.
func (f *Files) Key(name string) (string, error) {
	e, err := f.find(name, true)
	if err != nil {
		return "", &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return e.hash.String(), nil
}

// ReadLink tells where a symbolic link leads (fs.ReadLinkFS).
func (f *Files) ReadLink(name string) (string, error) {
	e, err := f.find(name, false)
	if err == nil && e.mode&modeKind != modeLink {
		err = fs.ErrInvalid
	}
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	return f.target(e)
}

// ReadDir lists a folder (fs.ReadDirFS).
func (f *Files) ReadDir(name string) ([]fs.DirEntry, error) {
	return f.List(name, func(string) bool { return true })
}

// List is ReadDir for the files and folders whose names are wanted: git is asked about
// no others.
func (f *Files) List(name string, wants func(file string) bool) ([]fs.DirEntry, error) {
	entries, err := f.inside(name, true)
	if err != nil {
		return nil, err
	}
	var list []fs.DirEntry
	for _, e := range entries {
		if !wants(e.name) {
			continue
		}
		described, err := f.info(e)
		if err != nil {
			return nil, &fs.PathError{Op: "readdir", Path: path.Join(name, e.name), Err: err}
		}
		list = append(list, fs.FileInfoToDirEntry(described))
	}
	return list, nil
}

// info is the fs.FileInfo of a tree's line. Its Sys is git's name for the content (the
// blob's hash): two files with the same one are the same, byte for byte.
type info struct {
	entry entry
	size  int64
	mode  fs.FileMode
	when  time.Time
}

func (i *info) Name() string       { return i.entry.name }
func (i *info) Size() int64        { return i.size }
func (i *info) Mode() fs.FileMode  { return i.mode }
func (i *info) ModTime() time.Time { return i.when }
func (i *info) IsDir() bool        { return i.mode.IsDir() }
func (i *info) Sys() any           { return i.entry.hash.String() }

// elsewhere says why a file cannot be opened.
func (i *info) elsewhere() error {
	if i.entry.mode&modeKind == modeSubmodule {
		return ErrSubmodule
	}
	return ErrLFS
}

var (
	// ErrSubmodule says that a path belongs to another repository.
	ErrSubmodule = errors.New("the folder is a git submodule, whose files are in another repository")
	// ErrLFS says that git holds only a pointer to a file.
	ErrLFS = errors.New("the file is stored with Git LFS; the repository has only a pointer to it")
)

func (f *Files) info(e entry) (*info, error) {
	i := &info{entry: e, when: f.when}
	switch e.mode & modeKind {
	case modeDir:
		i.mode = fs.ModeDir | 0o755
		return i, nil
	case modeSubmodule:
		i.mode = fs.ModeIrregular
		return i, nil
	case modeLink:
		i.mode = fs.ModeSymlink | 0o777
	default:
		i.mode = 0o644
	}
	b, err := f.objects.blob(e.hash)
	if err != nil {
		return nil, err
	}
	i.size = b.size
	if i.mode.IsRegular() && b.pointer {
		i.mode = fs.ModeIrregular
	}
	return i, nil
}

type openFile struct {
	files *Files
	info  *info
	data  io.Reader
}

func (o *openFile) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *openFile) Close() error               { return nil }

// Read reads the blob when it is first asked for. One that is too large to be
// content is refused before it fills the memory.
func (o *openFile) Read(p []byte) (int, error) {
	if o.data == nil {
		if o.info.size > maxBlob {
			return 0, fmt.Errorf("%s: %w", o.info.Name(), source.ErrTooLarge)
		}
		data, err := o.files.objects.raw(plumbing.BlobObject, o.info.entry.hash)
		if err != nil {
			return 0, err
		}
		o.data = strings.NewReader(data)
	}
	return o.data.Read(p)
}

// maxBlob is the size in bytes over which a file of a revision is not read.
const maxBlob = 256 << 20

type openFolder struct {
	info    *info
	entries []fs.DirEntry
}

func (o *openFolder) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *openFolder) Close() error               { return nil }
func (o *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.info.Name(), Err: errors.New("is a folder")}
}

func (o *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(o.entries)
	} else if len(o.entries) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(o.entries))
	list := o.entries[:n:n]
	o.entries = o.entries[n:]
	return list, nil
}

// Blob reads a version of a file by its content key, up to source.MaxSize.
func (r *Repo) Blob(key string) ([]byte, error) {
	h := plumbing.NewHash(key)
	size, err := r.objects.size(h)
	if err != nil {
		return nil, err
	}
	if size > source.MaxSize {
		return nil, source.ErrTooLarge
	}
	data, err := r.objects.raw(plumbing.BlobObject, h)
	return []byte(data), err
}
