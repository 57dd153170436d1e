package project

import (
	"bytes"
	"slices"

	"samsyn/internal/check"
	"samsyn/internal/diag"
	"samsyn/internal/load"
	"samsyn/internal/model"
)

// Result is a content and everything that is to be said about it.
type Result struct {
	Content  *model.Content
	Findings []diag.Finding // sorted, accepted warnings marked
	Files    int            // how many were read
	Paths    []string       // which, in byte order
	// Contents names the bytes of each file.
	Contents map[string]string
	loaded   *load.Result
}

// Inspect holds the content against all rules as of a day, and against what it was
// made from where that is known. An error means that it could not be read at all.
func (p *Project) Inspect(today model.Date) (*Result, error) {
	loaded, err := p.Load()
	if err != nil {
		return nil, err
	}
	opt := check.Options{Today: today, Signed: p.signed, Exists: p.Tree.Exists, IsFile: p.Tree.IsFile, Read: p.Tree.Read}
	if p.Base != nil {
		if opt.Base, err = p.Base.Content(); err != nil {
			return nil, err
		}
	}
	found := append(slices.Clone(loaded.Findings), check.Check(loaded.Content, opt)...)
	found = diag.Sort(check.Accept(loaded.Content, diag.Sort(found), opt))
	return &Result{Content: loaded.Content, Findings: found, Files: len(loaded.Paths), Paths: loaded.Paths, Contents: loaded.Contents, loaded: loaded}, nil
}

// Whole tells whether all that stands in the content's files could be taken. What holds
// between them is not asked.
func (p *Project) Whole() (bool, error) {
	loaded, err := p.Load()
	if err != nil {
		return false, err
	}
	return !slices.ContainsFunc(loaded.Findings, func(f diag.Finding) bool { return f.Severity() == diag.Error }), nil
}

// signed gives the content of a commit that was signed, nil where git does not have
// it.
func (p *Project) signed(commit string) *model.Content {
	then, err := p.At(commit)
	if err != nil {
		return nil
	}
	c, err := then.Content()
	if err != nil {
		return nil
	}
	return c
}

// Lines gives the lines of a file that was read, for quoting them.
func (r *Result) Lines(file string) []string { return r.loaded.Lines(file) }

// Errors counts the findings that reject the content.
func (r *Result) Errors() int {
	errors, _, _ := diag.Count(r.Findings)
	return errors
}

// Others are findings that a change has nothing to do with.
type Others struct{ Findings, Errors int }

// OnlyNew keeps of a result the findings in files that differ from the base, and those
// that the base did not have, which the change has caused. It counts the others.
func (p *Project) OnlyNew(r *Result, today model.Date) (others Others, err error) {
	if p.Base == nil {
		return others, nil
	}
	same, err := p.unchanged()
	if err != nil {
		return others, err
	}
	before, err := p.Base.Inspect(today)
	if err != nil {
		return others, err
	}
	known := map[said]int{}
	for _, f := range before.Findings {
		if same[f.File] {
			known[saidBy(f)]++
		}
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f diag.Finding) bool {
		if !same[f.File] || known[saidBy(f)] == 0 {
			return false
		}
		known[saidBy(f)]--
		others.Findings++
		if f.Severity() == diag.Error {
			others.Errors++
		}
		return true
	})
	return others, nil
}

// said is what a finding says, wherever in its file: the lines move.
type said struct {
	rule          diag.Rule
	file, message string
	accepted      bool // a warning that the secretariat no longer accepts is new
}

func saidBy(f diag.Finding) said { return said{f.Rule, f.File, f.Message.SV, f.Accepted != ""} }

// Caused is what would be found with unsaved texts that is not found now.
func (p *Project) Caused(texts map[string][]byte, today model.Date) (*Result, error) {
	then, err := p.With(texts).Inspect(today)
	if err != nil || len(then.Findings) == 0 {
		return then, err
	}
	then.Findings, err = p.NotYet(then, today)
	return then, err
}

// NotYet are the findings of another state of the content that are not found now.
func (p *Project) NotYet(then *Result, today model.Date) ([]diag.Finding, error) {
	now, err := p.Inspect(today)
	if err != nil {
		return nil, err
	}
	known := map[said]int{}
	for _, f := range now.Findings {
		known[saidBy(f)]++
	}
	return slices.DeleteFunc(slices.Clone(then.Findings), func(f diag.Finding) bool {
		known[saidBy(f)]--
		return known[saidBy(f)] >= 0
	}), nil
}

// unchanged lists the files that are the same as in the base, byte for byte.
func (p *Project) unchanged() (map[string]bool, error) {
	entries, err := p.Tree.Entries()
	if err != nil {
		return nil, err
	}
	same := map[string]bool{}
	for _, e := range entries {
		is, err := p.Tree.Read(e.Path)
		if err != nil {
			continue // it has a finding of its own, which is to be told
		}
		was, err := p.Base.Tree.Read(e.Path)
		same[e.Path] = err == nil && bytes.Equal(was, is)
	}
	return same, nil
}
