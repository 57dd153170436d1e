package cli

import (
	"errors"
	"time"

	"samsyn/internal/canon"
	"samsyn/internal/chronicle"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/publish"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// mostPast is how many earlier versions the site tells of.
const mostPast = 100

// past is what git knows of a content. What git does not know is left out, never
// guessed.
type past struct {
	walked  *history.History
	zone    *time.Location
	changed map[string]view.Times // when each file came to be and last changed in substance
	entries []chronicle.Entry     // what was changed when
}

// readPast asks git about a content and its files; nil where it has not got the content.
func (a *app) readPast(content revision, entries []source.Entry) (*past, error) {
	if content.repo == nil {
		return nil, nil
	}
	p := &past{}
	var err error
	if p.zone, err = sweden(); err != nil {
		return nil, err
	}
	if p.walked, err = a.walked(content); err != nil {
		return nil, err
	}
	if p.changed, err = changed(content, entries, p.walked, p.zone); err != nil {
		return nil, err
	}
	life := chronicle.Of(content.repo, p.walked)
	if p.entries, err = withVersions(life, p.walked.Commits(), mostPast); err != nil {
		return nil, err
	}
	return p, nil
}

// recount puts a past into what is built.
func (a *app) recount(p *past, content revision, now *model.Content, opt *publish.Options) error {
	if p == nil {
		return nil
	}
	opt.Changed = p.changed
	for _, e := range p.entries {
		if diff.Begins(e.Changes) {
			// The site tells what came to be then, not in what words: a country's words
			// are as much as its content.
			for i, c := range e.Changes {
				e.Changes[i] = diff.Change{Kind: c.Kind, Thing: c.Thing, ID: c.ID}
			}
		}
		opt.History = append(opt.History, view.Past{Day: dayOf(e.Commit, p.zone), Commit: e.Commit.Hash, Tags: e.Commit.Tags, Changes: e.Changes})
	}
	var err error
	if opt.Decided, err = decided(content.repo, p.walked, now, p.zone); err != nil {
		return err
	}
	if content.repo.Shallow() {
		a.say("Klonen saknar äldre versioner, så en del datum är inte kända.", "The clone lacks older commits, so some dates are not known.")
	}
	return nil
}

// walked is the history below a content that git has.
func (a *app) walked(content revision) (*history.History, error) {
	return content.repo.History(content.commit)
}

// decided finds the newest adopted version below the content, and what has changed
// since then; nil where there is none.
func decided(repo *history.Repo, walked *history.History, now *model.Content, zone *time.Location) (*view.Past, error) {
	for _, commit := range walked.Commits() {
		if len(commit.Tags) == 0 {
			continue
		}
		tree, _, err := repo.Tree(commit.Hash)
		if errors.Is(err, history.ErrNoContent) {
			continue
		}
		if err != nil {
			return nil, err
		}
		then, err := load.Load(tree)
		if errors.Is(err, source.ErrNoRepository) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if adopted(then.Content) {
			return &view.Past{Day: dayOf(commit, zone), Commit: commit.Hash, Tags: commit.Tags, Changes: diff.Contents(then.Content, now)}, nil
		}
	}
	return nil, nil
}

// adopted tells whether the parties have decided on the agreement.
func adopted(c *model.Content) bool {
	return c.Agreement != nil && (c.Agreement.Status.V == "adopted" || c.Agreement.Status.V == "signed")
}

// changed tells of each file when it came to be and last changed in substance.
func changed(content revision, entries []source.Entry, walked *history.History, zone *time.Location) (map[string]view.Times, error) {
	form := func(version history.Change) (string, error) {
		data, err := content.repo.Blob(version.Blob)
		if err != nil {
			return "", err
		}
		return canon.File(version.Path, data), nil
	}
	times := map[string]view.Times{}
	for _, e := range entries {
		f, err := walked.File(e.Path)
		if err != nil {
			return nil, err
		}
		last, err := f.Substance(form)
		if err != nil {
			return nil, err
		}
		if len(f.Changes) > 0 {
			times[e.Path] = view.Times{Created: dayOf(f.Created(), zone), Changed: dayOf(last, zone)}
		}
	}
	return times, nil
}

// dayOf is the day of a commit in Sweden; none where there is no commit.
func dayOf(c history.Commit, zone *time.Location) model.Date {
	if c.IsZero() {
		return model.Date{}
	}
	return dateOf(c.CommitDate.In(zone))
}

// sweden is the time zone that days are told in.
func sweden() (*time.Location, error) { return time.LoadLocation("Europe/Stockholm") }

// dateOf is the day of a time, where it is.
func dateOf(t time.Time) model.Date {
	return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
