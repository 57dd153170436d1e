package cli

import (
	"bytes"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/inspect"
	"samsyn/internal/report"
	"samsyn/internal/source"
)

func (a *app) validate(args []string) int {
	fs := a.flags("validate")
	format := fs.String("format", "text", strings.Join(report.Formats(), ", "))
	strict := fs.Bool("strict", false, "warnings fail too")
	today := fs.String("today", "", "the day that deadlines are held against (YYYY-MM-DD)")
	rev := fs.String("rev", "", "the git revision to check, instead of the folder")
	base := fs.String("base", "", "the git revision that the change is made against")
	changed := fs.Bool("changed", false, "with --base: tell only what is found in the files that the change touches")
	if _, err := a.parse(fs, args, 0); err != nil {
		return status(err)
	}
	if err := a.oneOf("format", *format, report.Formats()); err != nil {
		return a.fail(err)
	}
	day, err := a.day(*today)
	if err != nil {
		return a.fail(err)
	}
	if *changed && *base == "" {
		a.say("samsyn: --changed behöver --base.", "samsyn: --changed needs --base.")
		return failed
	}
	tree, closeTree, err := a.read(*rev)
	if err != nil {
		return a.fail(err)
	}
	defer closeTree()
	before, closeBase, err := a.base(*base)
	if err != nil {
		return a.fail(err)
	}
	defer closeBase()
	allow := thrift()
	how, learned, err := a.reading(tree, nil)
	if err != nil {
		return a.fail(err)
	}
	allow(how.Entries)
	how.Unnamed = true
	r, err := inspect.With(tree, inspect.Options{Today: day, Base: before.content, Signed: a.signed, Forget: true, Load: how})
	if err != nil {
		return a.fail(err)
	}
	learned()
	if *changed {
		if err := a.onlyChanged(r, before.tree, tree); err != nil {
			return a.fail(err)
		}
	}
	if err := a.reportAs(r, *format, *strict); err != nil {
		return a.fail(err)
	}
	return verdict(r, *strict)
}

// onlyChanged keeps the findings in files that differ from the base, and tells
// how many others there are.
func (a *app) onlyChanged(r *inspect.Result, base, now *source.Tree) error {
	same, err := unchanged(base, now)
	if err != nil {
		return err
	}
	all := r.Findings.Len()
	r.Findings.Keep(func(f *diag.Finding) bool { return !same[f.File] })
	if others := all - r.Findings.Len(); others > 0 {
		a.say("Det finns %[1]d anmärkningar i filer som ändringen inte rör; de visas utan --changed.",
			"There are %[1]d findings in files that the change does not touch; they are shown without --changed.", others)
	}
	return nil
}

// unchanged lists the files that are the same in both trees, byte for byte.
func unchanged(base, now *source.Tree) (map[string]bool, error) {
	same := map[string]bool{}
	if base == nil {
		return same, nil
	}
	entries, err := now.Entries()
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		is, err := now.Read(e.Path)
		if err != nil {
			continue // it has a finding of its own, which is to be told
		}
		was, err := base.Read(e.Path)
		same[e.Path] = err == nil && bytes.Equal(was, is)
	}
	return same, nil
}

// report prints what was found.
func (a *app) report(r *inspect.Result, format string) error { return a.reportAs(r, format, false) }

// reportAs is report where warnings may reject too.
func (a *app) reportAs(r *inspect.Result, format string, strict bool) error {
	pages, err := a.rulePages()
	if err != nil {
		return err
	}
	return report.Write(a.Stdout, format, r.Findings, report.Options{
		Lang: a.lang, Colour: a.colour(), Files: r.Files, Paths: r.Paths, Lines: r.Lines,
		Strict: strict, Version: ToolVersion(), Help: a.ruleHelp, Page: pages,
	})
}

func verdict(r *inspect.Result, strict bool) int {
	for f := range r.Findings.All() {
		if f.Severity() == "error" || strict && f.Rare().Accepted == "" {
			return findings
		}
	}
	return ok
}
