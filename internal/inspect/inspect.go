// Package inspect is the whole of a validation: load, check, accept, sort. The
// command validate, the build and the server all go through it.
package inspect

import (
	"samsyn/internal/check"
	"samsyn/internal/diag"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// Result is the content of a tree and everything that is to be said about it.
type Result struct {
	Content  *model.Content
	Findings []diag.Finding // sorted, accepted warnings marked
	Files    int            // how many were read
	Paths    []string       // which, in byte order
	loaded   *load.Result
}

// Tree inspects a content repository as of today. An error means that it could
// not be read at all.
func Tree(tree *source.Tree, today model.Date) (*Result, error) {
	return Against(tree, nil, today)
}

// Against is Tree with the rules that hold a change against what was before.
func Against(tree *source.Tree, base *model.Content, today model.Date) (*Result, error) {
	loaded, err := load.Load(tree)
	if err != nil {
		return nil, err
	}
	found := append(loaded.Findings, check.Check(loaded.Content, check.Options{Today: today, Base: base, Exists: tree.Exists, IsFile: tree.IsFile})...)
	found = diag.Sort(found)
	check.Accept(loaded.Content, found, today)
	return &Result{Content: loaded.Content, Findings: found, Files: len(loaded.Paths), Paths: loaded.Paths, loaded: loaded}, nil
}

// Lines gives the lines of a file that was read, for quoting them.
func (r *Result) Lines(file string) []string {
	return r.loaded.Lines(file)
}

// Errors counts the findings that reject the content.
func (r *Result) Errors() int {
	errors, _, _ := diag.Count(r.Findings)
	return errors
}
