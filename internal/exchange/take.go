package exchange

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/csvfile"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
	"samsyn/internal/exchange/workbook"
	"samsyn/internal/history"
	"samsyn/internal/project"
)

// hash is the name of a commit. Nothing else is looked up, whatever a file says.
var hash = regexp.MustCompile(`^[0-9a-f]{7,64}$`)

// Take takes a workbook or a CSV file that somebody has edited: its name and the file. The
// content is what it is put into; the version that the file came from is read from git.
// into is the plan that new initiatives go into where the file does not say, or ""; mine and
// columns are Versions.Mine and Versions.Columns. Errors are those of Merge.
func Take(p *project.Project, name string, file io.ReadSeeker, into string, mine func(*Told) bool, columns []Chosen) (*Import, error) {
	now, err := sourceOf(p) // which takes most memory, and so comes before the file
	if err != nil {
		return nil, err
	}
	changed := sync.OnceValues(p.Changed) // looks at all files, while the file is read
	var asked sync.WaitGroup
	asked.Go(func() { _, _ = changed() })
	defer asked.Wait()
	in, err := read(name, file)
	if err != nil {
		return nil, err
	}
	v := Versions{Base: now, Now: now, Blind: true, Plan: in.Plan, Into: into, Mine: mine, Columns: columns, Exists: p.Tree.Exists}
	if in.Commit != "" {
		then, err := version(p, in.Commit, changed)
		if err != nil {
			return nil, err
		}
		if v.Blind = then == nil; then != nil && then != p {
			if v.Base, err = sourceOf(then); err != nil {
				return nil, err
			}
		}
	}
	return Merge(in, v)
}

// version is the content in the commit that a file names; p itself where it is that, and
// nil where there is no git. changed tells whether p is not that of its commit.
func version(p *project.Project, commit string, changed func() (bool, error)) (*project.Project, error) {
	if !hash.MatchString(commit) {
		return nil, diag.Refuse("filen uppger att den kommer från versionen ”%[1]s”, men så kan ingen version heta", "the file says that it came from the version “%[1]s”, and no version is called so", diag.Visible(commit))
	}
	then, err := p.At(commit)
	switch {
	case errors.Is(err, history.ErrNoGit):
		return nil, nil
	case errors.Is(err, history.ErrUnknownRevision), errors.Is(err, history.ErrNoContent):
		return nil, diag.Refuse("filen kommer från versionen %[1]s, som inte finns här. Hämta den med git fetch, eller läs in filen där den skapades", "the file came from the version %[1]s, which is not here. Fetch it with git fetch, or read the file in where it was made", commit[:min(12, len(commit))])
	case err != nil:
		return nil, err
	}
	now, err := p.Commit()
	if err != nil {
		return nil, err
	}
	of, err := then.Commit()
	if err != nil || of.Hash != now.Hash {
		return then, err
	}
	if changed, err := changed(); changed || err != nil {
		return then, err
	}
	return p, nil
}

// Source is a project's content with its files.
func sourceOf(p *project.Project) (sheets.Source, error) {
	c, err := p.Content()
	return sheets.Source{Content: c, Read: p.Tree.Read}, err
}

// read reads a file by the ending of its name.
func read(name string, file io.ReadSeeker) (*grid.Incoming, error) {
	if strings.EqualFold(filepath.Ext(name), ".csv") {
		return csvfile.Read(file, sheets.Kinds[0].Key, filepath.Base(name))
	}
	data, err := io.ReadAll(io.LimitReader(file, workbook.MostBytes+1))
	if err != nil {
		return nil, err
	}
	return workbook.Read(data)
}

// Workbook writes the workbook of a project's content: of one plan, or ("") of all. What has
// not been committed is not in it, since what comes back is held against a commit.
func Workbook(to io.Writer, p *project.Project, plan string) error {
	b, err := bookOf(p, plan)
	if err != nil {
		return err
	}
	return workbook.Write(to, b)
}

// CSV writes the CSV file of a project's initiatives.
func CSV(to io.Writer, p *project.Project, plan string) error {
	b, err := bookOf(p, plan)
	if err != nil {
		return err
	}
	s := b.Sheet(sheets.Kinds[0].Key)
	if s == nil {
		return fmt.Errorf("no sheet of %s", sheets.Kinds[0].Key)
	}
	return csvfile.Write(to, s, b.Commit, b.Plan)
}

func bookOf(p *project.Project, plan string) (*grid.Book, error) {
	s, err := sourceOf(p)
	if err != nil {
		return nil, err
	}
	commit, err := p.Commit()
	if err != nil {
		return nil, err
	}
	return Book(s, commit.Hash, plan)
}
