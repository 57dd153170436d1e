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
	// Contents names the bytes of each file.
	Contents map[string]string
	loaded   *load.Result
}

// Tree inspects a content repository as of today. An error means that it could
// not be read at all.
func Tree(tree *source.Tree, today model.Date) (*Result, error) {
	return With(tree, Options{Today: today})
}

// Options are what else than its own files a content can be held against.
type Options struct {
	Today model.Date
	// Base is the content that a change is made against; nil where there is none.
	Base *model.Content
	// Signed gives the content of a commit that was signed, nil where it cannot
	// be had. It is asked only if the signed text has changed since.
	Signed func(commit string) *model.Content
}

// With is Tree with all the rules that there is something to hold against.
func With(tree *source.Tree, opt Options) (*Result, error) {
	loaded, err := load.Load(tree)
	if err != nil {
		return nil, err
	}
	held := check.Options{Today: opt.Today, Base: opt.Base, Signed: opt.Signed, Exists: tree.Exists, IsFile: tree.IsFile}
	found := append(loaded.Findings, check.Check(loaded.Content, held)...)
	found = diag.Sort(check.Accept(loaded.Content, diag.Sort(found), held))
	return &Result{Content: loaded.Content, Findings: found, Files: len(loaded.Paths), Paths: loaded.Paths, Contents: loaded.Contents, loaded: loaded}, nil
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
