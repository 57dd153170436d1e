// Package history reads git: revisions as trees of files, and one walk over the
// commits that tells who changed what when. It runs no git, no hooks and no
// filters, and never reaches the network.
package history

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/config"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/storage/filesystem"
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
	// ErrPartial says that the clone left the object with the server (--filter).
	ErrPartial = errors.New("the clone is partial, and lacks an object")
	// ErrCorrupt says that an object is not what its name says.
	ErrCorrupt = errors.New("an object in the git repository is damaged")
	// ErrForeign says that the git folder claims to share the files of a repository that
	// knows nothing of it.
	ErrForeign = errors.New("the git folder leads to a repository that is not its own")
	// ErrNoFolder says that the file .git leads to no git folder.
	ErrNoFolder = errors.New("the file .git leads to no git folder")
	// ErrSettings says that git's settings cannot be read.
	ErrSettings = errors.New("git's settings cannot be read")
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
	dir     string // the content folder; of a bare repository the git folder
	top     string // of the work tree; "" for a bare repository
	prefix  string // the content folder's path within it, "" for the root
	gitDir  string
	objects *objects
	kept    cache.Object // what the library keeps in case it is asked for again
	repo    *git.Repository
	shallow map[plumbing.Hash]bool
}

// Open finds the git repository that holds dir, upwards from it. Close it when done.
func Open(dir string) (*Repo, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	r := &Repo{dir: dir}
	if err := r.locate(); err != nil {
		return nil, err
	}
	return r.open()
}

// OpenBare opens a git folder that whoever runs the program has named, a bare repository
// say, whose content lies in a folder of its tree ("" for the root). A content never
// names it. Close it when done.
func OpenBare(gitDir, prefix string) (*Repo, error) {
	gitDir, err := filepath.Abs(gitDir)
	if err != nil {
		return nil, err
	}
	if !isGitDir(gitDir) {
		return nil, fmt.Errorf("%w: %s", ErrNoGit, gitDir)
	}
	r := &Repo{dir: gitDir, gitDir: gitDir, prefix: prefix}
	return r.open()
}

// open opens the repository that was located.
func (r *Repo) open() (*Repo, error) {
	files, err := r.files()
	if err != nil {
		return nil, err
	}
	r.kept = cache.NewObjectLRU(cacheSize)
	r.objects = &objects{store: filesystem.NewStorageWithOptions(files, r.kept,
		filesystem.Options{KeepDescriptors: true, LargeObjectThreshold: largeObject,
			AlternatesFS: osfs.New(filepath.VolumeName(r.gitDir) + string(filepath.Separator))})}
	if err := r.check(); err != nil {
		_ = r.Close() // the first error says more
		return nil, err
	}
	return r, nil
}

// Forget lets go of what has been read: a country's takes as much memory as all its texts.
func (r *Repo) Forget() { r.kept.Clear() }

// Close gives back the open files.
func (r *Repo) Close() error { return r.objects.store.Close() }

// check opens the storage as a repository, which refuses what cannot be read.
func (r *Repo) check() error {
	cfg, err := r.objects.store.Config()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrSettings, err)
	}
	extensions := cfg.Raw.Section("extensions")
	if f := extensions.Option("objectformat"); f != "" && !strings.EqualFold(f, "sha1") {
		return fmt.Errorf("%w: objects named by %s", ErrUnsupported, f)
	}
	if f := extensions.Option("refstorage"); f != "" && !strings.EqualFold(f, "files") {
		return fmt.Errorf("%w: references as %s", ErrUnsupported, f)
	}
	for _, remote := range cfg.Raw.Section("remote").Subsections {
		if p := remote.Option("promisor"); p != "" && !strings.EqualFold(p, "false") {
			r.objects.partial = true
		}
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
