package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"samsyn/internal/cache"
	"samsyn/internal/source"
	"samsyn/schema"
)

// cacheFolder lies beside the content and may be deleted at any time.
const cacheFolder = ".samsyn-cache"

// cached is a file of the user's own in the cache folder, which is made; "" where
// that cannot be.
func (a *app) cached(tree *source.Tree, name string) string {
	own := a.ownName()
	if tree.Dir() == "" || own == "" {
		return ""
	}
	folder := filepath.Join(tree.Dir(), cacheFolder)
	if !folderAt(folder) || !folderAt(filepath.Join(folder, own)) {
		return ""
	}
	// The folder hides itself from git, so that nobody commits it by mistake.
	ignore := filepath.Join(folder, ".gitignore")
	if _, err := os.Lstat(ignore); errors.Is(err, fs.ErrNotExist) {
		if err := os.WriteFile(ignore, []byte("*\n"), 0o644); err != nil {
			return ""
		}
	}
	return filepath.Join(folder, own, name)
}

// folderAt makes a folder if it is not there. What comes with the content is not
// trusted: a link could lead anywhere.
func folderAt(path string) bool {
	if err := os.Mkdir(path, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return false
	}
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

// ownName is what the user's part of the cache folder is called; "" where nothing
// can be kept. What is in there is believed, and content comes from anyone, so
// nobody else may be able to tell where a cache would have to lie: the name is made
// of a secret in the user's own folder.
func (a *app) ownName() string {
	secret := a.secret()
	if secret == "" {
		return ""
	}
	name := cache.KeyOf("cache folder", secret)
	return hex.EncodeToString(name[:8])
}

// remembering opens a memory of a content's; nil where there is none.
func (a *app) remembering(tree *source.Tree, name string) *cache.Pack {
	file := a.cached(tree, name)
	by, ok := maker()
	if file == "" || !ok {
		return nil
	}
	return cache.Open(file, by)
}

// head is how much of the program tells it apart from any other: in there is the
// identifier that the linker gives to each build.
const head = 64 << 10

// maker names the program and its schemas: what another has made is not believed.
var maker = sync.OnceValues(func() (cache.Key, bool) {
	name, err := os.Executable()
	if err != nil {
		return cache.Key{}, false
	}
	f, err := os.Open(name)
	if err != nil {
		return cache.Key{}, false
	}
	defer func() { _ = f.Close() }() // only read
	h := sha256.New()
	if _, err := io.CopyN(h, f, head); err != nil && !errors.Is(err, io.EOF) {
		return cache.Key{}, false
	}
	return cache.KeyOf("samsyn", ToolVersion(), string(h.Sum(nil)), schema.Digest()), true
})
