// Package history reads git: revisions as trees of files, and one walk over the
// commits that tells who changed what when. It runs no git, no hooks and no
// filters, and never reaches the network.
package history

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/go-git/go-billy/v5"
	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/config"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/storage/filesystem"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"
)

var (
	// ErrNoGit says that no git repository holds the folder.
	ErrNoGit = errors.New("no git repository")
	// ErrNoCommits says that the repository holds no commit yet.
	ErrNoCommits = errors.New("the git repository has no commit yet")
	// ErrUnknownRevision says that no branch, tag or commit has that name.
	ErrUnknownRevision = errors.New("unknown revision")
	// ErrNoContent says that the revision lacks the content folder.
	ErrNoContent = errors.New("the revision has no such folder")
	// ErrMissing says that git lacks an object that it should have.
	ErrMissing = errors.New("an object is missing from the git repository")
	// ErrCorrupt says that an object is not what its name says.
	ErrCorrupt = errors.New("an object in the git repository is damaged")
	// ErrUnsupported says that the repository is stored in a way that cannot
	// be read here (SHA-256 names, reftables).
	ErrUnsupported = errors.New("the git repository is stored in a form that cannot be read")
)

// cacheSize holds the trees of a country's content over its whole history; with
// a small cache, every delta is resolved from its base again.
const cacheSize = 96 * cache.MiByte

// largeObject is the size in bytes above which an object is streamed and not
// kept in memory. No content file comes near it.
const largeObject = 16 << 20

// Repo is the git repository that holds a content folder.
type Repo struct {
	dir     string // the content folder, "" for a bare repository
	prefix  string // its path within the work tree, "" for the root
	gitDir  string
	objects *objects
	repo    *git.Repository
	shallow map[plumbing.Hash]bool

	stats func() stats // readStats, once
}

// Open finds the git repository that holds dir: upwards from it, or dir itself
// where it is a bare repository. Close it when done.
func Open(dir string) (*Repo, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	r := &Repo{dir: dir}
	r.stats = sync.OnceValue(r.readStats)
	if err := r.locate(); err != nil {
		return nil, err
	}
	files, err := r.files()
	if err != nil {
		return nil, err
	}
	r.objects = &objects{store: filesystem.NewStorageWithOptions(files, cache.NewObjectLRU(cacheSize),
		filesystem.Options{KeepDescriptors: true, LargeObjectThreshold: largeObject,
			AlternatesFS: osfs.New(filepath.VolumeName(r.gitDir) + string(filepath.Separator))})}
	if err := r.check(); err != nil {
		_ = r.Close() // the first error says more
		return nil, err
	}
	return r, nil
}

// Close gives back the open files.
func (r *Repo) Close() error { return r.objects.store.Close() }

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
		case top == r.dir && isGitDir(top):
			r.gitDir, r.dir = top, ""
			return nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("looking for git: %w", err)
		}
		if r.gitDir != "" {
			within, err := filepath.Rel(top, r.dir)
			if err != nil {
				return err
			}
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
		return "", fmt.Errorf("%s does not say where the git folder is", file)
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(filepath.Dir(file), target)
	}
	if !isGitDir(target) {
		return "", fmt.Errorf("%s leads to %s, which is no git folder", file, target)
	}
	return target, nil
}

// files is the git folder, joined with the common one that a linked work tree
// shares with others.
func (r *Repo) files() (billy.Filesystem, error) {
	own := osfs.New(r.gitDir)
	data, err := os.ReadFile(filepath.Join(r.gitDir, "commondir"))
	if errors.Is(err, fs.ErrNotExist) {
		return own, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading git: %w", err)
	}
	common := strings.TrimSpace(string(data))
	if !filepath.IsAbs(common) {
		common = filepath.Join(r.gitDir, common)
	}
	if !isGitDir(common) {
		return nil, fmt.Errorf("%s leads to %s, which is no git folder", filepath.Join(r.gitDir, "commondir"), common)
	}
	return dotgit.NewRepositoryFilesystem(own, osfs.New(common)), nil
}

// check opens the storage as a repository, which refuses what cannot be read.
func (r *Repo) check() error {
	cfg, err := r.objects.store.Config()
	if err != nil {
		return fmt.Errorf("reading git's configuration: %w", err)
	}
	extensions := cfg.Raw.Section("extensions")
	if f := extensions.Option("objectformat"); f != "" && !strings.EqualFold(f, "sha1") {
		return fmt.Errorf("%w: objects named by %s", ErrUnsupported, f)
	}
	if f := extensions.Option("refstorage"); f != "" && !strings.EqualFold(f, "files") {
		return fmt.Errorf("%w: references as %s", ErrUnsupported, f)
	}
	r.repo, err = git.Open(plain{r.objects.store}, nil)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnsupported, err)
	}
	cut, err := r.objects.store.Shallow()
	if err != nil {
		return fmt.Errorf("reading where the clone was cut off: %w", err)
	}
	r.shallow = make(map[plumbing.Hash]bool, len(cut))
	for _, h := range cut {
		r.shallow[h] = true
	}
	return nil
}

// plain hides the extensions that change nothing for a reader; the library
// refuses every extension that it does not know.
type plain struct{ *filesystem.Storage }

func (p plain) Config() (*config.Config, error) {
	cfg, err := p.Storage.Config()
	if err != nil {
		return nil, err
	}
	section := cfg.Raw.Section("extensions")
	for _, harmless := range []string{"partialclone", "worktreeconfig", "relativeworktrees", "preciousobjects", "objectformat", "refstorage"} {
		section.RemoveOption(harmless)
	}
	if len(section.Options) == 0 {
		cfg.Raw.RemoveSection("extensions")
	}
	return cfg, nil
}

// Shallow tells whether the clone lacks older commits, so that no date older
// than they are can be known.
func (r *Repo) Shallow() bool { return len(r.shallow) > 0 }

// InProgress names the operation that somebody has begun in the work tree and
// not ended: "rebase", "merge", "cherry-pick", "revert", "bisect", or "".
func (r *Repo) InProgress() string {
	for _, o := range []struct{ file, name string }{
		{"rebase-merge", "rebase"}, {"rebase-apply", "rebase"}, {"MERGE_HEAD", "merge"},
		{"CHERRY_PICK_HEAD", "cherry-pick"}, {"REVERT_HEAD", "revert"}, {"BISECT_LOG", "bisect"},
	} {
		if _, err := os.Lstat(filepath.Join(r.gitDir, o.file)); err == nil {
			return o.name
		}
	}
	return ""
}
