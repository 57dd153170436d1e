package publish

import (
	"bufio"
	"crypto/rand"
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
	folder  *os.Root // the cache folder

	mu     sync.Mutex
	before map[string]keptPage // by path; those that have been asked for are gone
	draft  *os.File            // what the next run will read, written as pages are made: a country's would fill the memory; nil where nothing can be written
	called string              // the draft's name in the folder
	to     *bufio.Writer
	each   *gob.Encoder // nil when the draft is closed
	failed error        // of writing it
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
// another program's, is forgotten. It is nil where there is nothing to read and nowhere
// to keep anything. It ends with save or forget.
func recall(s *staging, at Place, version string) *memory {
	m := &memory{staging: s, place: at, program: program(version), before: map[string]keptPage{}}
	if m.program == "" {
		return nil
	}
	var err error
	if m.folder, err = m.open(); err != nil {
		return nil
	}
	m.read()
	m.begin()
	return m
}

// read reads what the last run has written: the program, and each page. What another
// program has made is not believed.
func (m *memory) read() {
	info, err := m.folder.Lstat(m.name())
	if err != nil || !info.Mode().IsRegular() { // a pipe would wait for a writer
		return
	}
	f, err := m.folder.Open(m.name())
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }() // only read
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
func (m *memory) take(path string, key pageKey, _ Write) (found search.Found, ok bool, err error) {
	m.mu.Lock()
	page, known := m.before[path]
	delete(m.before, path)
	m.mu.Unlock()
	if !known || page.Key != key {
		return search.Found{}, false, nil
	}
	file := m.staging.inOld(path)
	if file == nil || file.Size() != page.Size || !file.ModTime().Equal(page.Time) || m.staging.keep(path, file) != nil {
		return search.Found{}, false, nil
	}
	m.note(page)
	return page.Found, true, nil
}

// put takes note of a page that has been written.
func (m *memory) put(path string, key pageKey, found search.Found, _ []byte) {
	if file, err := m.staging.dir.Lstat(path); err == nil {
		m.note(keptPage{path, key, file.Size(), file.ModTime(), found})
	}
}

// begin opens the draft, if the folder may be written. Those that are there already were
// left by builds that were killed, or are those of builds under way, which then keep
// nothing: each has a name of its own, so that none takes another's for its own.
func (m *memory) begin() {
	left, _ := fs.Glob(m.folder.FS(), m.name()+"*"+unfinished) // the pattern is a sound one
	for _, name := range left {
		_ = m.folder.Remove(name)
	}
	called := m.name() + "-" + rand.Text() + unfinished
	draft, err := m.folder.OpenFile(called, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return
	}
	m.draft, m.called = draft, called
	m.to = bufio.NewWriter(m.draft)
	m.each = gob.NewEncoder(m.to)
	m.failed = m.each.Encode(m.program)
}

// note writes down a page for the next run.
func (m *memory) note(page keptPage) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.each != nil && m.failed == nil {
		m.failed = m.each.Encode(page)
	}
}

// save keeps what is remembered of an output. Where that fails, the next build only
// takes longer, and so it does where the output does not come to be: what is remembered
// is of other files then.
func (m *memory) save() { m.end(true) }

// forget keeps nothing of an output that does not come to be.
func (m *memory) forget() { m.end(false) }

func (m *memory) end(keep bool) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	defer func() { _ = m.folder.Close() }() // the file is closed for itself
	if m.draft == nil {
		return
	}
	err := errors.Join(m.failed, m.to.Flush(), m.draft.Close())
	m.each = nil // who is still at work can note no more
	if !keep || err != nil || m.folder.Rename(m.called, m.name()) != nil {
		_ = m.folder.Remove(m.called)
	}
}

// cacheFolder lies beside the content and may be deleted at any time.
const cacheFolder = ".samsyn-cache"

// unfinished ends the name of the file in the making.
const unfinished = ".new"

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
