// Package project opens a content for whoever works with it: a command, an editor, a
// server. In go a folder and, where they are asked for, a git revision, the revision
// that a change was made against, and texts that have not been saved yet; out come the
// content, what is wrong with it, the lines of its files, and its past.
package project

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"samsyn/internal/diag"
	"samsyn/internal/history"
	"samsyn/internal/layout"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// Options say what is opened.
type Options struct {
	// Rev is a revision of git's; "" is the folder as it is.
	Rev string
	// Base is the revision that a change was made against; "" where none is named. The
	// content is compared with the commit where the two parted, so that it is not
	// blamed for what the base has gained or lost since.
	Base string
	// Texts are unsaved texts in the place of files, by their paths within the content;
	// nil is a file that is gone.
	Texts map[string][]byte
}

// Project is an opened content. Close it when done.
type Project struct {
	Tree *source.Tree
	// Base is the content that a change was made against; nil where none was named, or
	// where it had no content yet.
	Base *Project

	dir    string         // the content's folder; "" where there is none on disk
	laid   bool           // unsaved texts lie over the files
	commit history.Commit // the revision that is looked at; none where it is the folder
	repo   func() (*history.Repo, error)
	close  func() error
	reader *load.Reader // shared by all versions: most of their files are the same

	below *loaded  // what the unsaved texts lie over, as far as that has been read
	texts []string // by their names in the tree

	loaded *loaded
}

// loaded is the content once somebody has asked for it, also several at once.
type loaded struct {
	once   sync.Once
	result *load.Result
	err    error
	beside atomic.Pointer[load.Reader] // for other versions, most of whose files are the same
}

// NoRevision says why a revision is of no use: the repository has none of that name
// (history.ErrUnknownRevision), or it has no commit in common with the content that is
// compared with it (history.ErrUnrelated).
type NoRevision struct {
	Rev     string
	Shallow bool   // the clone lacks older commits, of which one may be what is sought
	Near    string // a branch or tag with nearly that name, "" where there is none
	Why     error
}

func (e *NoRevision) Error() string { return e.Why.Error() + ": " + e.Rev }
func (e *NoRevision) Unwrap() error { return e.Why }

// Open opens the nearest content: in a folder, or above it.
func Open(dir string, opt Options) (*Project, error) {
	dir, err := source.Find(dir)
	if err != nil {
		return nil, err
	}
	tree, err := source.Folder(dir)
	if err != nil {
		return nil, err
	}
	p := Of(tree)
	if err := p.open(opt); err != nil {
		_ = p.Close() // the first error says more
		return nil, err
	}
	return p, nil
}

// Of takes a tree that somebody else has opened. Git is asked only about a folder.
func Of(tree *source.Tree) *Project {
	p := &Project{Tree: tree, dir: tree.Dir(), reader: &load.Reader{}, loaded: &loaded{}}
	var opened *history.Repo
	p.repo = sync.OnceValues(func() (*history.Repo, error) {
		if p.dir == "" {
			return nil, history.ErrNoGit
		}
		var err error
		opened, err = history.Open(p.dir)
		return opened, err
	})
	p.close = func() error {
		if opened == nil {
			return nil
		}
		return opened.Close()
	}
	return p
}

// InGit opens a revision of a repository that somebody else holds open and closes, such
// as a bare one. Rev must be named.
func InGit(repo *history.Repo, opt Options) (*Project, error) {
	p := &Project{reader: &load.Reader{}, loaded: &loaded{},
		repo:  func() (*history.Repo, error) { return repo, nil },
		close: func() error { return nil }}
	if err := p.open(opt); err != nil {
		return nil, err
	}
	return p, nil
}

// Beside opens a revision in git for somebody else, also while others do the same: what the
// project has loaded is not read again, and nothing of it changes. It is closed with the
// project.
func (p *Project) Beside(opt Options) (*Project, error) {
	if _, err := p.Load(); err != nil {
		return nil, err
	}
	other := *p
	other.reader, other.loaded = p.reader.Beside(), &loaded{}
	if opt.Rev == p.commit.Hash {
		other.loaded.once.Do(func() {
			other.loaded.result = p.loaded.result
			other.loaded.beside.Store(p.reader.Beside())
		})
		opt.Rev = ""
	}
	return &other, other.open(opt)
}

func (p *Project) open(opt Options) error {
	if opt.Rev != "" {
		then, err := p.at(opt.Rev)
		if err != nil {
			return err
		}
		*p = *then
	}
	if opt.Base != "" {
		base, err := p.parted(opt.Base)
		if err != nil {
			return err
		}
		if p.Base, err = p.At(base.Hash); err != nil && !errors.Is(err, history.ErrNoContent) {
			return err
		}
	}
	if len(opt.Texts) > 0 {
		p.Tree, p.laid = source.Overlay(p.Tree, opt.Texts), true
	}
	return nil
}

// Close gives back what is held open.
func (p *Project) Close() error { return p.close() }

// Dir is the content's folder, also where a revision is looked at.
func (p *Project) Dir() string { return p.dir }

// Repo is the git repository that holds the content.
func (p *Project) Repo() (*history.Repo, error) { return p.repo() }

// Commit is the revision that is looked at, or the commit that the folder stands on;
// none where there is none.
func (p *Project) Commit() (history.Commit, error) {
	if !p.commit.IsZero() {
		return p.commit, nil
	}
	repo, err := p.repo()
	if err != nil {
		return history.Commit{}, ignore(err, history.ErrNoGit)
	}
	head, err := repo.Head()
	return head, ignore(err, history.ErrNoCommits)
}

// ignore leaves out an error that is none here.
func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}

// Changed tells whether the content, in the folder or with unsaved texts, is not that of
// its commit.
func (p *Project) Changed() (bool, error) {
	if p.laid {
		return true, nil
	}
	repo, err := p.repo()
	if err != nil || !p.commit.IsZero() {
		return false, err
	}
	entries, err := p.Tree.Entries()
	if err != nil {
		return false, err
	}
	return repo.Dirty(entries)
}

// Within is the content's folder as seen from git's root; "" where it is the root, or
// where there is no git.
func (p *Project) Within() string {
	repo, err := p.repo()
	if err != nil {
		return ""
	}
	return repo.Prefix()
}

// At is the content in a revision; history.ErrNoContent says that it was not there yet.
// It is closed with the project that it is made of.
func (p *Project) At(rev string) (*Project, error) {
	then, err := p.at(rev)
	if err != nil {
		return nil, err
	}
	if !then.Tree.Exists(source.Marker) {
		return nil, fmt.Errorf("%w: no %s in %s", history.ErrNoContent, source.Marker, rev)
	}
	return then, nil
}

func (p *Project) at(rev string) (*Project, error) {
	repo, err := p.repo()
	if err != nil {
		return nil, err
	}
	tree, commit, err := repo.Tree(rev)
	if err != nil {
		return nil, sought(err, repo, rev)
	}
	then := *p
	then.Tree, then.laid, then.commit, then.Base, then.below, then.loaded = tree, false, commit, nil, nil, &loaded{}
	return &then, nil
}

// sought adds to an error which revision was sought, and in what clone.
func sought(err error, repo *history.Repo, rev string) error {
	for _, why := range []error{history.ErrUnknownRevision, history.ErrUnrelated} {
		if errors.Is(err, why) {
			return &NoRevision{rev, repo.Shallow(), diag.Nearest(rev, repo.Names()), why}
		}
	}
	return err
}

// parted is the commit where the content and a revision parted.
func (p *Project) parted(rev string) (history.Commit, error) {
	now := "HEAD"
	if !p.commit.IsZero() {
		now = p.commit.Hash
	}
	return p.mergeBase(rev, now)
}

func (p *Project) mergeBase(rev, other string) (history.Commit, error) {
	repo, err := p.repo()
	if err != nil {
		return history.Commit{}, err
	}
	base, err := repo.MergeBase(rev, other)
	if err == nil {
		return base, nil
	}
	for _, r := range []string{rev, other} { // which of them it is about
		if _, err := repo.Find(r); err != nil {
			return history.Commit{}, sought(err, repo, r)
		}
	}
	return base, sought(err, repo, rev)
}

// With is the project as it would be with unsaved texts, beside those that it was
// opened with.
func (p *Project) With(texts map[string][]byte) *Project {
	now := *p
	now.Tree, now.laid, now.below, now.loaded = source.Overlay(p.Tree, texts), true, p.loaded, &loaded{}
	now.texts = nil
	for name := range texts {
		now.texts = append(now.texts, p.Tree.Named(name))
	}
	return &now
}

// Now is the project as its folder is now, with unsaved texts: for who works long with a
// content that others change meanwhile.
func (p *Project) Now(texts map[string][]byte) (*Project, error) {
	tree, err := source.Folder(p.dir)
	if err != nil {
		return nil, err
	}
	now := *p
	now.Tree, now.laid, now.below, now.loaded = source.Overlay(tree, texts), len(texts) > 0, nil, &loaded{}
	return &now, nil
}

// Load reads the content, once. Under unsaved texts the files are what they were when they
// were read, and are not looked at again.
func (p *Project) Load() (*load.Result, error) {
	p.loaded.once.Do(func() {
		reader := p.reader
		if p.below != nil {
			if read := p.below.beside.Load(); read != nil {
				reader = read.Under(p.texts)
			}
		}
		p.loaded.result, p.loaded.err = reader.Load(p.Tree)
		p.loaded.beside.Store(reader.Beside())
	})
	return p.loaded.result, p.loaded.err
}

// Files are the content's files with what each is for; links are left out (see load.Files).
func (p *Project) Files() ([]layout.File, error) {
	loaded, err := p.Load()
	if err != nil {
		return nil, err
	}
	return loaded.Files(), nil
}

// Content is what could be taken of the content, whatever is wrong with it.
func (p *Project) Content() (*model.Content, error) {
	loaded, err := p.Load()
	if err != nil {
		return nil, err
	}
	return loaded.Content, nil
}
