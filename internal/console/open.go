package console

import (
	"errors"
	"io/fs"
	"os"

	"samsyn/internal/cause"
	"samsyn/internal/history"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// Open opens the content that the command is about: the nearest one, in the folder that
// -C leads to or above it. It is closed when the run ends,
// so that nothing opens contents again and again, nor from several goroutines.
func (a *Console) Open(opt project.Options) (*project.Project, error) {
	from := a.Folder()
	info, err := os.Stat(from)
	if errors.Is(err, fs.ErrNotExist) && a.At != "" {
		return nil, a.Refuse("samsyn: mappen %[1]s finns inte. Ange innehållets mapp efter -C.", "samsyn: there is no folder %[1]s. Name the content's folder after -C.", from)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, a.Refuse("samsyn: mappen som du står i finns inte längre. Gå till en annan.", "samsyn: the folder that you are in is no longer there. Go to another.")
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, a.Refuse("samsyn: %[1]s är ingen mapp. Ange innehållets mapp efter -C.", "samsyn: %[1]s is no folder. Name the content's folder after -C.", from)
	}
	p, err := project.Open(from, opt)
	if err == nil {
		a.open = append(a.open, p)
	}
	return p, err
}

// OpenContent is Open with no options, and the content in memory.
func (a *Console) OpenContent() (*project.Project, *model.Content, error) {
	p, err := a.Open(project.Options{})
	if err != nil {
		return nil, nil, err
	}
	c, err := p.Content()
	return p, c, err
}

// Tree is the content's folder, for commands that ask git for nothing.
func (a *Console) Tree() (*source.Tree, error) {
	p, err := a.Open(project.Options{})
	if err != nil {
		return nil, err
	}
	return p.Tree, nil
}

// Commit is what git has of a content; none where it has nothing, which is told where
// something is wrong with the repository.
func (a *Console) Commit(p *project.Project) history.Commit {
	commit, err := p.Commit()
	if err != nil {
		a.Say("samsyn: versionshistorien går inte att läsa, så inga datum hämtas därifrån: %s.", "samsyn: the history cannot be read, so no dates are taken from it: %s.", cause.Of(err, a.Lang))
	}
	return commit
}

// noRevision tells that a revision is not there or cannot be compared with, and what may
// be the cause.
func (a *Console) noRevision(e *project.NoRevision) {
	if errors.Is(e.Why, history.ErrUnrelated) {
		a.Say("samsyn: det går inte att se var innehållet och %[1]s gick isär, för git-arkivet har ingen version som båda bygger på.",
			"samsyn: it cannot be told where the content and %[1]s parted, since the git repository has no commit that both build on.", e.Rev)
	} else {
		a.Say("samsyn: det finns ingen version, gren eller märkning med namnet %[1]s. git log och git tag visar vilka som finns.",
			"samsyn: there is no commit, branch or tag named %[1]s. git log and git tag show those there are.", e.Rev)
		a.Guess(e.Near)
	}
	if e.Shallow {
		a.Say("Klonen saknar äldre versioner. Hämta dem med git fetch --unshallow, eller med fetch-depth: 0 (GIT_DEPTH: 0 i GitLab) där granskningen hämtar innehållet.",
			"The clone lacks older commits. Fetch them with git fetch --unshallow, or with fetch-depth: 0 (GIT_DEPTH: 0 in GitLab) where CI checks the content out.")
	}
}

// Today is the day in Sweden.
func (a *Console) Today() model.Date { return project.DayOf(a.Now()) }

// Day reads --today; without it, it is today.
func (a *Console) Day(s string) (model.Date, error) {
	if s == "" {
		return a.Today(), nil
	}
	d, valid := model.ParseDate(s)
	if !valid || !d.Whole() {
		return d, a.Refuse("samsyn: --today ska vara ett datum som 2025-04-03, inte ”%s”.", "samsyn: --today must be a date like 2025-04-03, not “%s”.", s)
	}
	return d, nil
}
