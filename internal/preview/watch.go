package preview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"samsyn/internal/cause"
)

// settle is how long the server waits for an editor to finish writing.
const settle = 30 * time.Millisecond

func watcher(dir string) (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return w, errors.Join(w.Add(dir), addFolders(w, dir, "agreement"), addFolders(w, dir, "plans"))
}

// addFolders watches a folder and those below it.
func addFolders(w *fsnotify.Watcher, dir, top string) error {
	err := filepath.WalkDir(filepath.Join(dir, top), func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			return w.Add(path)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (s *Server) watch(ctx context.Context, w *fsnotify.Watcher) {
	var due <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-w.Events:
			if !open {
				return
			}
			if !s.concerns(e.Name) {
				continue
			}
			if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
				_ = w.Add(e.Name)
			}
			due = time.After(settle)
		case err, open := <-w.Errors:
			if !open {
				return
			}
			s.say("samsyn: %s.", "samsyn: %s.", cause.Of(err, s.opt.Lang))
		case <-due:
			s.Rebuild(ctx)
		}
	}
}

// concerns tells whether a path is content: the output may lie in the same folder.
func (s *Server) concerns(path string) bool {
	rel, err := filepath.Rel(s.opt.Dir, path)
	if err != nil || strings.HasPrefix(filepath.Base(path), ".") {
		return false
	}
	top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	settings := strings.HasPrefix(top, "samsyn.") && strings.HasSuffix(top, ".yaml") // and their translations
	return top == "agreement" || top == "plans" || settings
}
