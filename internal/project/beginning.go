package project

import (
	"errors"
	"slices"
	"strings"

	"samsyn/internal/chronicle"
	"samsyn/internal/diff"
	"samsyn/internal/history"
)

// unwritten begins the texts that init and new put where a county writes its own.
const unwritten = "Skriv här "

// own leaves out of a history what is not the county's past: what came before its
// beginning is told as one entry, by which the content was put in, and that a text
// replaced the one that init or new had put there is not told at all. sinceAdopted lets
// the history begin at the first adopted version where no day is set.
func (p *Project) own(entries []chronicle.Entry, sinceAdopted bool) ([]chronicle.Entry, error) {
	n, err := p.beginning(entries, sinceAdopted)
	if err != nil {
		return nil, err
	}
	if n >= 0 {
		then, err := p.At(entries[n].Commit.Hash)
		if err != nil {
			return nil, err
		}
		content, err := then.Content()
		if err != nil {
			return nil, err
		}
		first := chronicle.Entry{Commit: entries[n].Commit, Changes: diff.Contents(nil, content)}
		entries = append(entries[:n:n], first)
	}
	var own []chronicle.Entry
	for _, e := range entries {
		e.Changes = slices.DeleteFunc(slices.Clone(e.Changes), func(c diff.Change) bool {
			return c.Kind == diff.Changed && strings.Count(c.Old, unwritten) > strings.Count(c.New, unwritten)
		})
		if len(e.Changes) > 0 || len(e.Commit.Tags) > 0 {
			own = append(own, e)
		}
	}
	return own, nil
}

// beginning is the entry by which the history begins, of entries that stand newest first:
// the newest before history_from, or else, where that is asked for, the oldest version
// that the parties had adopted. It is -1 where there is none.
func (p *Project) beginning(entries []chronicle.Entry, sinceAdopted bool) (int, error) {
	content, err := p.Content()
	if err != nil {
		return -1, err
	}
	if c := content.Config; c != nil && c.HistoryFrom.Given() {
		return slices.IndexFunc(entries, func(e chronicle.Entry) bool { return DayOf(e.Commit.CommitDate).Before(c.HistoryFrom.V) }), nil
	}
	if !sinceAdopted {
		return -1, nil
	}
	for n := len(entries) - 1; n >= 0; n-- {
		if len(entries[n].Commit.Tags) == 0 {
			continue
		}
		then, err := p.At(entries[n].Commit.Hash)
		if errors.Is(err, history.ErrNoContent) {
			continue
		}
		if err != nil {
			return -1, err
		}
		content, err := then.Content()
		if err != nil {
			return -1, err
		}
		if Adopted(content) {
			return n, nil
		}
	}
	return -1, nil
}
