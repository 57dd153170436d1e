package history

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-billy/v5"
	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"

	"samsyn/internal/git"
)

// Which folder is a repository must not be up to its content: git runs programs that a
// repository's settings name. Git itself takes any folder that holds HEAD, objects and
// refs for a (bare) repository, and a pull request can bring those. It cannot bring
// anything called .git, which git refuses to check out. So only that counts here.

// Git is where the git folder and the top of the work tree are, for calling git: it is
// never to look for them itself.
func (r *Repo) Git(environ []string) git.Repository {
	return git.Repository{GitDir: r.gitDir, WorkTree: r.top, Environ: environ}
}

// locate finds the git folder and the content folder's path in the work tree.
func (r *Repo) locate() error {
	for top := r.dir; ; top = filepath.Dir(top) {
		git := filepath.Join(top, ".git")
		info, err := os.Stat(git)
		switch {
		case err == nil && info.IsDir() && isGitDir(git):
			r.gitDir = git
		case err == nil && info.Mode().IsRegular():
			if r.gitDir, err = linkedGitDir(git); err != nil {
				return err
			}
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("looking for git: %w", err)
		}
		if r.gitDir != "" {
			within, err := filepath.Rel(top, r.dir)
			if err != nil {
				return err
			}
			r.top = top
			if r.prefix = filepath.ToSlash(within); r.prefix == "." {
				r.prefix = ""
			}
			return nil
		}
		if filepath.Dir(top) == top {
			return ErrNoGit
		}
	}
}

// isGitDir tells a git folder as git does: a HEAD, objects and refs, the latter
// two perhaps in a common folder elsewhere (gitrepository-layout).
func isGitDir(dir string) bool {
	if _, err := os.Lstat(filepath.Join(dir, "HEAD")); err != nil {
		return false
	}
	if _, err := os.Stat(filepath.Join(dir, "commondir")); err == nil {
		return true
	}
	for _, part := range []string{"objects", "refs"} {
		if info, err := os.Stat(filepath.Join(dir, part)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// linkedGitDir follows the file that stands for the git folder in a linked work
// tree or a submodule.
func linkedGitDir(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("looking for git: %w", err)
	}
	target, ok := strings.CutPrefix(strings.TrimSpace(string(data)), "gitdir: ")
	if !ok {
		return "", fmt.Errorf("%w: %s", ErrNoFolder, file)
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(filepath.Dir(file), target)
	}
	if !isGitDir(target) {
		return "", fmt.Errorf("%w: %s names %s", ErrNoFolder, file, target)
	}
	return target, nil
}

// files is the git folder, joined with the common one that a linked work tree
// shares with others.
func (r *Repo) files() (billy.Filesystem, error) {
	own := withoutLocks{osfs.New(r.gitDir)}
	common, err := commonDir(r.gitDir)
	if err != nil || common == "" {
		return own, err
	}
	return dotgit.NewRepositoryFilesystem(own, withoutLocks{osfs.New(common)}), nil
}

// withoutLocks hides the files that git has beside a reference while it writes it, and
// leaves there when it is killed: the library takes them for references, and for damaged
// ones. No reference has such a name.
type withoutLocks struct{ billy.Filesystem }

func (w withoutLocks) ReadDir(path string) ([]os.FileInfo, error) {
	list, err := w.Filesystem.ReadDir(path)
	return slices.DeleteFunc(list, func(i os.FileInfo) bool { return strings.HasSuffix(i.Name(), ".lock") }), err
}

// commonDir is what a linked work tree shares with others; "" where the git folder is
// not one of those. Git keeps such a folder in the common one's own "worktrees", and a
// file commondir anywhere else leads to settings of somebody's choice. (The common
// folder may be a submodule's, which lies in the "modules" of the repository above.)
func commonDir(gitDir string) (string, error) {
	file := filepath.Join(gitDir, "commondir")
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("reading git: %w", err)
	}
	common := strings.TrimSpace(string(data))
	if !filepath.IsAbs(common) {
		common = filepath.Join(gitDir, common)
	}
	if !isGitDir(common) {
		return "", fmt.Errorf("%w: %s names %s", ErrNoFolder, file, common)
	}
	if !sameFolder(filepath.Dir(gitDir), filepath.Join(common, "worktrees")) {
		return "", fmt.Errorf("%w: %s leads to %s, which knows no such work tree", ErrForeign, file, common)
	}
	return common, nil
}

// sameFolder tells whether two paths lead to one folder, by whatever links.
func sameFolder(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
