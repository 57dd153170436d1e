package cli

import (
	"errors"
	"time"

	"samsyn/internal/history"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// revision is what a command reads: the content folder, or what git has of it.
type revision struct {
	tree   *source.Tree
	commit string    // the folder's newest one; "" outside git
	when   time.Time // the commit's date; zero outside git
	repo   *history.Repo
	close  func()
}

// revision opens the content as --rev names it, or the folder where rev is "".
func (a *app) revision(rev string) (revision, error) {
	tree, err := a.tree()
	if err != nil {
		return revision{}, err
	}
	repo, err := history.Open(tree.Dir())
	switch {
	case err != nil && rev != "":
		return revision{}, err
	case errors.Is(err, history.ErrNoGit):
		return revision{tree: tree, close: func() {}}, nil
	case err != nil:
		a.say("samsyn: versionshistorien går inte att läsa, så inga datum hämtas därifrån: %s.", "samsyn: the history cannot be read, so no dates are taken from it: %s.", a.cause(err))
		return revision{tree: tree, close: func() {}}, nil
	}
	closeRepo := func() { _ = repo.Close() }
	if rev != "" {
		old, commit, err := repo.Tree(rev)
		if err != nil {
			closeRepo()
			return revision{}, sought(err, repo, rev)
		}
		return revision{tree: old, commit: commit.Hash, when: commit.CommitDate, repo: repo, close: closeRepo}, nil
	}
	r := revision{tree: tree, close: closeRepo}
	head, err := repo.Head()
	if errors.Is(err, history.ErrNoCommits) {
		return r, nil
	}
	if err != nil {
		a.say("samsyn: versionshistorien går inte att läsa, så inga datum hämtas därifrån: %s.", "samsyn: the history cannot be read, so no dates are taken from it: %s.", a.cause(err))
		return r, nil
	}
	r.commit, r.when, r.repo = head.Hash, head.CommitDate, repo
	return r, nil
}

// errRevision says that a repository has no revision of that name.
type errRevision struct {
	rev     string
	shallow bool // the clone lacks older commits
}

func (e *errRevision) Error() string { return history.ErrUnknownRevision.Error() + ": " + e.rev }
func (e *errRevision) Unwrap() error { return history.ErrUnknownRevision }

// sought adds to an error which revision was sought, and in what clone.
func sought(err error, repo *history.Repo, rev string) error {
	if errors.Is(err, history.ErrUnknownRevision) {
		return &errRevision{rev, repo.Shallow()}
	}
	return err
}

// unknownRevision tells that a revision is not there, and what may be the cause.
func (a *app) unknownRevision(err error) {
	e := &errRevision{}
	if !errors.As(err, &e) {
		a.say("samsyn: %[1]s", "samsyn: %[1]s", err)
		return
	}
	a.say("samsyn: det finns ingen version, gren eller märkning med namnet %[1]s. git log och git tag visar vilka som finns.",
		"samsyn: there is no commit, branch or tag named %[1]s. git log and git tag show those there are.", e.rev)
	if e.shallow {
		a.say("Klonen saknar äldre versioner. Hämta dem med git fetch --unshallow, eller med fetch-depth: 0 (GIT_DEPTH: 0 i GitLab) där granskningen hämtar innehållet.",
			"The clone lacks older commits. Fetch them with git fetch --unshallow, or with fetch-depth: 0 (GIT_DEPTH: 0 in GitLab) where CI checks the content out.")
	}
}

// commitOf says which commit a content is, with a plus sign where the folder, of
// which entries are the files, has changes of its own.
func (a *app) commitOf(content revision, entries []source.Entry) string {
	if content.repo == nil || content.tree.Dir() == "" {
		return content.commit
	}
	dirty, err := content.repo.Dirty(entries)
	if err != nil {
		a.say("samsyn: det går inte att se om innehållet är ändrat sedan den senaste versionen: %s.", "samsyn: it cannot be told whether the content has changed since the last commit: %s.", a.cause(err))
	}
	if dirty || err != nil {
		return content.commit + "+"
	}
	return content.commit
}

// read opens the content as --rev names it, or the folder, without asking git
// anything about the folder.
func (a *app) read(rev string) (*source.Tree, func(), error) {
	if rev == "" {
		tree, err := a.tree()
		return tree, func() {}, err
	}
	r, err := a.revision(rev)
	return r.tree, r.close, err
}

// base is the content that a change is made against; both are nil where there
// is none.
type base struct {
	tree    *source.Tree
	content *model.Content
}

// base reads the revision that a change is made against, if one is named.
func (a *app) base(rev string) (base, func(), error) {
	if rev == "" {
		return base{}, func() {}, nil
	}
	r, err := a.revision(rev)
	if errors.Is(err, history.ErrNoContent) {
		return base{}, func() {}, nil // the base had no such folder yet
	}
	if err != nil {
		return base{}, nil, err
	}
	loaded, err := load.Load(r.tree)
	if errors.Is(err, source.ErrNoRepository) {
		return base{}, r.close, nil // the base had no content yet
	}
	if err != nil {
		r.close()
		return base{}, nil, err
	}
	return base{r.tree, loaded.Content}, r.close, nil
}

// signed gives the content of a commit that was signed, nil where git does not
// have it.
func (a *app) signed(commit string) *model.Content {
	then, done, err := a.base(commit)
	if err != nil {
		return nil
	}
	defer done()
	return then.content
}
