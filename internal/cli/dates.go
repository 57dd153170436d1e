package cli

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"samsyn/internal/history"
	"samsyn/internal/model"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// cacheFolder lies beside the content and may be deleted at any time.
const cacheFolder = ".samsyn-cache"

// dates tells from git when each file of the content came to be and last changed.
// What git does not know is left out, never guessed.
func (a *app) dates(repo *history.Repo, rev string, tree *source.Tree) (map[string]view.Times, error) {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		return nil, err
	}
	walked, err := repo.HistoryOf(rev, a.keep())
	if err != nil {
		return nil, err
	}
	entries, err := tree.Entries()
	if err != nil {
		return nil, err
	}
	day := func(c history.Commit) model.Date {
		if c.IsZero() {
			return model.Date{}
		}
		t := c.CommitDate.In(zone)
		return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	}
	times := map[string]view.Times{}
	for _, e := range entries {
		f, err := walked.File(e.Path)
		if err != nil {
			return nil, err
		}
		if len(f.Changes) > 0 {
			times[e.Path] = view.Times{Created: day(f.Created()), Changed: day(f.Changed())}
		}
	}
	if repo.Shallow() {
		a.say("Klonen saknar äldre versioner, så en del datum är inte kända.", "The clone lacks older commits, so some dates are not known.")
	}
	return times, nil
}

// keep is the file that remembers what was read of the history, "" where there
// is nowhere to keep it.
func (a *app) keep() string {
	tree, err := a.tree()
	if err != nil {
		return ""
	}
	folder := filepath.Join(tree.Dir(), cacheFolder)
	// The folder hides itself from git, so that nobody commits it by mistake.
	err = errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(filepath.Join(folder, ".gitignore"), []byte("*\n"), 0o644))
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "history")
}
