package publish

import (
	"bufio"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"samsyn/internal/search"
)

// memory knows of which key each page of a folder was made, from run to run: a build
// after an edit of one file makes only the pages that tell of it. A page is believed to
// be that page as long as nobody has touched its file.
type memory struct {
	staging *staging
	place   Place
	program string
	before  map[string]keptPage // by path

	mu  sync.Mutex
	now map[string]keptPage
}

// keptPage is what is kept of a page.
type keptPage struct {
	Path  string
	Key   pageKey
	Size  int64 // of its file
	Time  time.Time
	Found search.Found
}

// recall reads what the last run into this place has kept. What cannot be read, or is
// another program's, is forgotten. It is nil where nothing can be kept.
func recall(s *staging, at Place, version string) *memory {
	m := &memory{staging: s, place: at, program: program(version), before: map[string]keptPage{}, now: map[string]keptPage{}}
	folder, err := m.open()
	if err != nil || m.program == "" {
		return nil
	}
	defer func() { _ = folder.Close() }() // only read
	info, err := folder.Lstat(m.name())
	if err != nil || !info.Mode().IsRegular() { // a pipe would wait for a writer
		return m
	}
	f, err := folder.Open(m.name())
	if err != nil {
		return m
	}
	defer func() { _ = f.Close() }() // only read
	m.read(f)
	return m
}

// read takes what write has written: the program, and each page. What another program
// has made is not believed.
func (m *memory) read(f io.Reader) {
	from := gob.NewDecoder(bufio.NewReader(f))
	var program string
	if from.Decode(&program) != nil || program != m.program {
		return
	}
	for {
		var page keptPage
		switch err := from.Decode(&page); {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			clear(m.before)
			return
		}
		m.before[page.Path] = page
	}
}

// take puts a page of the old output into the new one, if it was made of the same key,
// and gives what was found on it.
func (m *memory) take(path string, key pageKey) (found search.Found, ok bool) {
	page, known := m.before[path]
	if !known || page.Key != key {
		return search.Found{}, false
	}
	file := m.staging.inOld(path)
	if file == nil || file.Size() != page.Size || !file.ModTime().Equal(page.Time) || m.staging.keep(path) != nil {
		return search.Found{}, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now[path] = page
	return page.Found, true
}

// put takes note of a page that has been written.
func (m *memory) put(path string, key pageKey, found search.Found) {
	file, err := m.staging.dir.Lstat(path)
	if err != nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now[path] = keptPage{path, key, file.Size(), file.ModTime(), found}
}

// save keeps what is remembered of an output. Where that fails, the next build only
// takes longer, and so it does where the output does not come to be: what is remembered
// is of other files then.
func (m *memory) save() {
	if m == nil {
		return
	}
	folder, err := m.open()
	if err != nil {
		return
	}
	defer func() { _ = folder.Close() }() // the file was closed for itself
	draft := m.name() + ".new"
	if m.write(folder, draft) != nil || folder.Rename(draft, m.name()) != nil {
		_ = folder.Remove(draft) // also one that a killed build left
	}
}

func (m *memory) write(folder *os.Root, name string) error {
	f, err := folder.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	to := bufio.NewWriter(f)
	each := gob.NewEncoder(to)
	err = each.Encode(m.program)
	for _, page := range m.now {
		if err == nil {
			err = each.Encode(page) // for itself: all in one would stand in memory once more
		}
	}
	return errors.Join(err, to.Flush(), f.Close())
}

// cacheFolder lies beside the content and may be deleted at any time.
const cacheFolder = ".samsyn-cache"

// name is what the file is called. It is believed, and content comes from anyone, so
// nobody else may be able to tell what it would have to be called.
func (m *memory) name() string { return "pages-" + m.place.Own }

// open opens the cache folder, which is made. What comes with the content is not
// trusted: a link could lead anywhere.
func (m *memory) open() (*os.Root, error) {
	if m.place.Content == "" || m.place.Own == "" {
		return nil, fs.ErrNotExist
	}
	content, err := os.OpenRoot(m.place.Content)
	if err != nil {
		return nil, err
	}
	defer func() { _ = content.Close() }() // nothing is written through it
	if err := content.Mkdir(cacheFolder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	if info, err := content.Lstat(cacheFolder); err != nil || !info.IsDir() {
		return nil, errors.Join(err, fs.ErrInvalid)
	}
	folder, err := content.OpenRoot(cacheFolder)
	if err != nil {
		return nil, err
	}
	// The folder hides itself from git, so that nobody commits it by mistake.
	if _, err := folder.Lstat(".gitignore"); errors.Is(err, fs.ErrNotExist) {
		err = folder.WriteFile(".gitignore", []byte("*\n"), 0o644)
		if err != nil {
			return nil, errors.Join(err, folder.Close())
		}
	}
	return folder, nil
}

// program tells this program from any other: near the beginning of its file stands what
// the linker calls each build.
func program(version string) string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(filepath.Clean(name))
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }() // only read
	h := sha256.New()
	if _, err := io.CopyN(h, f, 64<<10); err != nil && !errors.Is(err, io.EOF) {
		return ""
	}
	return version + " " + hex.EncodeToString(h.Sum(nil))
}
