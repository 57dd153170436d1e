// Package proposal keeps proposals in git: the texts of files that somebody has changed
// go in, with the person's name, and a branch comes out, made from the newest main and
// saved commit by commit, without touching anybody's working folder. Git is the only
// database: whatever is acknowledged is in the repository.
package proposal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"samsyn/internal/git"
	"samsyn/internal/history"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// Prefix is what the names of the branches begin with that are proposals.
const Prefix = "forslag/"

var (
	// ErrUnknown says that there is no proposal of that name.
	ErrUnknown = errors.New("no such proposal")
	// ErrName says that a name is none that a proposal can have.
	ErrName = errors.New("not a proposal's name")
	// ErrNobody says that somebody who saves has no name.
	ErrNobody = errors.New("the person has no name")
	// ErrPath says that a file is none of the content's.
	ErrPath = errors.New("not a file of the content")
	// ErrLarge says that a file is larger than LargestFile.
	ErrLarge = errors.New("the file is too large")
	// ErrFrom says that what somebody started from is no version of the proposal.
	ErrFrom = errors.New("not a version of the proposal")
	// ErrNoMain says that the repository has no branch that proposals could start from.
	ErrNoMain = errors.New("the repository has no main branch")
	// ErrSavedMeanwhile says that the proposal was saved to after it was read, so that
	// undoing, dropping or sending it would reach what nobody has looked at.
	ErrSavedMeanwhile = errors.New("the proposal has been saved to since it was read")
	// ErrNothing says that there is nothing to undo.
	ErrNothing = errors.New("nothing is left to undo")
	// ErrBusy says that others kept changing the proposal in the meantime.
	ErrBusy = errors.New("the proposal is being changed by others")
)

// LargestFile is the size in bytes over which a file is not saved.
const LargestFile = 32 << 20

// Options say where proposals are kept and what they start from.
type Options struct {
	// Main is the branch that proposals are made for; "" for the one that the
	// repository has (the remote's default, main, master).
	Main string
	// Remote is where proposals are sent; "" for origin, or the only one.
	Remote string
	// Within is the content's folder in a bare repository; "" where it is found.
	Within string
	// Environ is the environment that git is called with; nil for the program's own.
	Environ []string
	// Now tells the time; nil for the clock.
	Now func() time.Time
}

// Store is a repository's proposals. It may be used by several goroutines, and beside
// others who change the repository.
type Store struct {
	repo *history.Repo
	git  git.Repository
	opt  Options

	// patience is how old another's lock of a reference may be before it counts as that
	// of somebody who was killed.
	patience time.Duration

	saving sync.Mutex // one's own saves take turns; those of others are noticed

	opening sync.Mutex
	read    *project.Project // the newest main branch that was opened, with all that was read of it
	readOf  Commit
}

// Open opens the proposals of the repository that holds a content's folder, or of a bare
// repository. Only a real .git counts as the former; the latter is what whoever runs the
// program has named. Close it when done.
func Open(dir string, opt Options) (*Store, error) {
	if opt.Environ == nil {
		opt.Environ = os.Environ()
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	s := &Store{opt: opt, patience: 10 * time.Second}
	if content, err := source.Find(dir); err == nil {
		if s.repo, err = history.Open(content); err != nil {
			return nil, err
		}
	} else if err := s.openBare(dir); err != nil {
		return nil, err
	}
	s.git = s.repo.Git(append(opt.Environ, "LC_ALL=C", "GIT_NO_REPLACE_OBJECTS=1", "GIT_TERMINAL_PROMPT=0"))
	return s, nil
}

// openBare opens a bare repository, and finds the content in its main branch.
func (s *Store) openBare(dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	root, err := history.OpenBare(dir, "")
	if err != nil {
		return err
	}
	s.repo = root
	s.git = git.Repository{GitDir: dir, Environ: s.opt.Environ}
	within := s.opt.Within
	if within == "" {
		if within, err = s.contentOf(); err != nil {
			_ = root.Close() // the first error says more
			return err
		}
	}
	if within == "" {
		return nil
	}
	if err := root.Close(); err != nil {
		return err
	}
	s.repo, err = history.OpenBare(dir, within)
	return err
}

// Close gives back what is held open.
func (s *Store) Close() error { return s.repo.Close() }

// Commit names a version: the 40 hexadecimal digits of a commit. "" is none.
type Commit string

var hash = regexp.MustCompile(`^[0-9a-f]{40}$`)

// Person is somebody who writes.
type Person struct{ Name, Email string }

// Moment is how the main branch and the proposals stood when somebody looked. It does not
// change: look again after anything was saved or fetched.
type Moment struct {
	store *Store
	seen  view
}

// Look looks at how everything stands now. ErrNoMain says that there is no main branch.
func (s *Store) Look() (*Moment, error) {
	v, err := s.look(context.Background())
	if err != nil {
		return nil, err
	}
	return &Moment{s, v}, nil
}

// Main opens the newest version of the main branch, which proposals start from.
// Close the project when done.
func (m *Moment) Main() (*project.Project, Commit, error) {
	p, err := m.store.open(m.seen, project.Options{Rev: string(m.seen.main)}) // nothing to compare it with
	return p, m.seen.main, err
}

// Project opens a version of the main branch. Any other commit is ErrFrom: whoever asks
// may have no business there. Close it when done.
func (m *Moment) Project(c Commit) (*project.Project, error) {
	return m.store.project(m.seen, m.seen.main, c)
}

// project opens a version that a branch goes on from, compared with where it parted from
// the main branch.
func (s *Store) project(v view, tip, c Commit) (*project.Project, error) {
	if err := s.descends(context.Background(), tip, c); err != nil {
		return nil, err
	}
	return s.open(v, project.Options{Rev: string(c), Base: string(v.main)})
}

// open opens a version. What the main branch has is read once, until it moves: pages are
// asked for much more often, and proposals have nearly all of it.
func (s *Store) open(v view, opt project.Options) (*project.Project, error) {
	s.opening.Lock()
	if s.readOf != v.main {
		p, err := project.InGit(s.repo, project.Options{Rev: string(v.main)})
		if err == nil {
			_, err = p.Load()
		}
		if err != nil { // whoever reads it is told why it cannot be read
			s.opening.Unlock()
			return project.InGit(s.repo, opt)
		}
		s.read, s.readOf = p, v.main
	}
	main := s.read
	s.opening.Unlock()
	return main.Beside(opt)
}

func (s *Store) tree(c Commit) (*source.Tree, error) {
	tree, _, err := s.repo.Tree(string(c))
	return tree, err
}

// Proposal is a branch on which somebody works.
type Proposal struct {
	Info
	Twin  bool // when it was begun that day, another of the same words was there
	store *Store
	seen  view // when it was read last
}

// Get opens a proposal by its name, without the prefix.
func (m *Moment) Get(name string) (*Proposal, error) {
	if !Nameable(name) {
		return nil, fmt.Errorf("%w: %q", ErrName, name)
	}
	return m.store.get(context.Background(), m.seen, name)
}

// Get opens a proposal as it stands now.
func (s *Store) Get(name string) (*Proposal, error) {
	m, err := s.Look()
	if err != nil {
		return nil, err
	}
	return m.Get(name)
}

// get opens a proposal of a view.
func (s *Store) get(ctx context.Context, v view, name string) (*Proposal, error) {
	info, err := s.info(ctx, v, name)
	if err != nil {
		return nil, err
	}
	return &Proposal{Info: info, store: s, seen: v}, nil
}

// Project opens the content as the proposal has it, compared with where it parted from
// the main branch. Close it when done.
func (p *Proposal) Project() (*project.Project, error) { return p.At(p.Tip) }

// At opens the content as the proposal had it in a version, one of its own or of what it
// was made from; any other is ErrFrom. Close it when done.
func (p *Proposal) At(c Commit) (*project.Project, error) {
	return p.store.project(p.seen, p.Tip, c)
}
