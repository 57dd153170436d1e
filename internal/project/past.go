package project

import (
	"errors"
	"iter"
	"sync"
	"time"
	_ "time/tzdata" // a bare machine has no time zones

	"samsyn/internal/canon"
	"samsyn/internal/chronicle"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/load"
	"samsyn/internal/model"
)

// mostPast is how many earlier versions are told of.
const mostPast = 100

// Past is what git knows of a content. What git does not know is left out, never
// guessed.
type Past struct {
	Files   map[string]diff.Times // by path
	Events  []diff.Occasion       // what was changed when, newest first
	Shallow bool                  // the clone lacks older commits
	walked  *history.History
}

// Past asks git about the content; nil where git has not got it.
func (p *Project) Past() (*Past, error) {
	commit, err := p.Commit()
	if err != nil || commit.IsZero() {
		return nil, err
	}
	repo, err := p.repo()
	if err != nil {
		return nil, err
	}
	defer repo.Forget()                 // little of it is asked for again
	if _, err := p.Load(); err != nil { // what it has read need not be read again
		return nil, err
	}
	c, err := chronicle.Of(repo, commit.Hash, p.loaded.beside.Load())
	if err != nil {
		return nil, err
	}
	past := &Past{Files: map[string]diff.Times{}, Shallow: repo.Shallow(), walked: c.History}
	if err := p.times(repo, past); err != nil {
		return nil, err
	}
	entries, err := told(c, mostPast)
	if err != nil {
		return past, err
	}
	if entries, err = p.own(entries, true); err != nil {
		return past, err
	}
	for _, e := range entries {
		past.Events = append(past.Events, *event(e.Commit, e.Changes))
	}
	return past, nil
}

// times finds when each file came to be and last changed in substance.
func (p *Project) times(repo *history.Repo, past *Past) error {
	form := func(version history.Change) (string, error) {
		data, err := repo.Blob(version.Blob)
		if err != nil {
			return "", err
		}
		return canon.File(version.Path, data), nil
	}
	entries, err := p.Tree.Entries()
	if err != nil {
		return err
	}
	for _, e := range entries {
		f, err := past.walked.File(e.Path)
		if err != nil {
			return err
		}
		last, err := f.Substance(form)
		if err != nil {
			return err
		}
		if len(f.Changes) > 0 {
			past.Files[e.Path] = diff.Times{Created: dayOf(f.Created()), Changed: dayOf(last)}
		}
	}
	return nil
}

// told tells everything, with the commits that were adopted as versions though nothing
// changed in them. most is how many are told of, 0 for all.
func told(c *chronicle.Chronicle, most int) ([]chronicle.Entry, error) {
	changed, err := c.All(most)
	if err != nil {
		return nil, err
	}
	var entries []chronicle.Entry
	for _, commit := range c.History.Commits() {
		switch {
		case most > 0 && len(entries) == most:
			return entries, nil
		case len(changed) > 0 && changed[0].Commit.Hash == commit.Hash:
			entries, changed = append(entries, changed[0]), changed[1:]
		case len(commit.Tags) > 0:
			entries = append(entries, chronicle.Entry{Commit: commit})
		}
	}
	return entries, nil
}

// Log tells the history below a revision in words, newest first: of everything, or of
// the thing with an identifier. most is how many versions are told of, 0 for all.
func (p *Project) Log(rev, id string, most int) ([]chronicle.Entry, error) {
	repo, err := p.repo()
	if err != nil {
		return nil, err
	}
	c, err := chronicle.Of(repo, rev, &load.Reader{})
	if err != nil {
		return nil, sought(err, repo, rev)
	}
	if id == "" {
		entries, err := told(c, most)
		if err != nil {
			return nil, err
		}
		return p.own(entries, false)
	}
	entries, err := c.Life(id)
	if err != nil {
		return nil, err
	}
	entries, err = p.own(entries, false)
	if most > 0 && len(entries) > most {
		entries = entries[:most]
	}
	return entries, err
}

// event is a commit with what it changed, or with what has changed since it.
func event(c history.Commit, changes []diff.Change) *diff.Occasion {
	return &diff.Occasion{Day: dayOf(c), Commit: c.Hash, Tags: c.Tags, Changes: changes}
}

// Since is what has changed from a revision to the content; nil where none is named.
func (p *Project) Since(rev string) (*diff.Occasion, error) {
	if rev == "" {
		return nil, nil
	}
	then, err := p.at(rev)
	if err != nil {
		return nil, err
	}
	before, err := then.Content()
	if err != nil {
		return nil, err
	}
	now, err := p.Content()
	if err != nil {
		return nil, err
	}
	return event(then.commit, diff.Contents(before, now)), nil
}

// Decided is the newest adopted version below the content, and what has changed since
// then; nil where there is none.
func (p *Project) Decided(past *Past) (*diff.Occasion, error) {
	for v, err := range p.tagged(past) {
		if err != nil {
			return nil, err
		}
		c, err := v.Content()
		if err != nil {
			return nil, err
		}
		if Adopted(c) {
			now, err := p.Content()
			return event(v.Commit, diff.Contents(c, now)), err
		}
	}
	return nil, nil
}

// tagged are the tagged contents below this one, newest first, not looked into.
func (p *Project) tagged(past *Past) iter.Seq2[Version, error] {
	return func(yield func(Version, error) bool) {
		for _, commit := range past.walked.Commits() {
			if len(commit.Tags) == 0 {
				continue
			}
			then, err := p.At(commit.Hash)
			if errors.Is(err, history.ErrNoContent) {
				continue
			}
			if !yield(Version{Project: then, Commit: commit, Day: dayOf(commit)}, err) {
				return
			}
		}
	}
}

// Adopted tells whether the parties have decided on the agreement.
func Adopted(c *model.Content) bool {
	return c.Agreement != nil && (c.Agreement.Status.V == "adopted" || c.Agreement.Status.V == "signed")
}

// Version is a content that was tagged.
type Version struct {
	*Project
	Commit history.Commit // with its tags
	Day    model.Date
	Result *Result // as of that day
}

// Versions are the tagged contents below this one, newest first.
func (p *Project) Versions(past *Past) ([]Version, error) {
	var all []Version
	for v, err := range p.tagged(past) {
		if err != nil {
			return nil, err
		}
		if v.Result, err = v.Inspect(v.Day); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// dayOf is the day of a commit; none where there is no commit.
func dayOf(c history.Commit) model.Date {
	if c.IsZero() {
		return model.Date{}
	}
	return DayOf(c.CommitDate)
}

// DayOf is the day of a time in Sweden.
func DayOf(t time.Time) model.Date {
	t = t.In(sweden())
	return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// sweden is the time zone that days are told in. It is built into the program.
var sweden = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		panic(err)
	}
	return zone
})
