package cli

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/check"
	"samsyn/internal/diag"
	"samsyn/internal/inspect"
	"samsyn/internal/model"
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
	changed := fs.Bool("changed", false, "with --base: tell only what is found in the files that the change touches, and what it causes in others")
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
	r, err := inspect.With(tree, inspect.Options{Today: day, Base: before.content, Signed: a.signed})
	if err != nil {
		return a.fail(err)
	}
	if *changed {
		if err := a.onlyChanged(r, before.tree, tree, day); err != nil {
			return a.fail(err)
		}
	}
	if err := a.reportAs(r, *format, *strict); err != nil {
		return a.fail(err)
	}
	if *strict {
		a.sayStrict(r)
	}
	return verdict(r, *strict)
}

// sayStrict says which warnings make --strict reject what has no errors.
func (a *app) sayStrict(r *inspect.Result) {
	if r.Errors() > 0 {
		return
	}
	times := map[string]int{}
	for _, f := range r.Findings {
		if f.Accepted == "" {
			times[f.Rule.Name]++
		}
	}
	if len(times) == 0 {
		return
	}
	rules := slices.Sorted(maps.Keys(times))
	for i, rule := range rules {
		rules[i] = fmt.Sprintf("%s (%d)", rule, times[rule])
	}
	a.say("Underkänt på grund av varningar, eftersom --strict är angivet: %[1]s.", "Rejected because of warnings, since --strict is given: %[1]s.", strings.Join(rules, ", "))
}

// onlyChanged keeps the findings in files that differ from the base, and those that
// the base did not have, which the change has caused; it tells how many others there
// are.
func (a *app) onlyChanged(r *inspect.Result, base, now *source.Tree, day model.Date) error {
	same, err := unchanged(base, now)
	if err != nil {
		return err
	}
	known, err := a.known(base, same, day)
	if err != nil {
		return err
	}
	others, wrong := 0, 0
	r.Findings = slices.DeleteFunc(r.Findings, func(f diag.Finding) bool {
		if !same[f.File] || !known.take(f) {
			return false
		}
		others++
		if f.Severity() == diag.Error {
			wrong++
		}
		return true
	})
	if others > 0 {
		a.say("Utan --changed visas fler anmärkningar: %[1]d, varav %[2]d fel. De står i filer som ändringen inte rör, och fanns före den.",
			"Without --changed more findings are shown: %[1]d (errors: %[2]d). They are in files that the change does not touch, and were there before it.", others, wrong)
	}
	return nil
}

// known are the findings that a base has in some of its files, as of the same day.
func (a *app) known(base *source.Tree, files map[string]bool, day model.Date) (counted, error) {
	known := counted{}
	if base == nil {
		return known, nil
	}
	r, err := inspect.With(base, inspect.Options{Today: day, Signed: a.signed})
	if err != nil {
		return nil, err
	}
	for _, f := range r.Findings {
		if files[f.File] {
			known[saidBy(f)]++
		}
	}
	return known, nil
}

// counted says how often something was found.
type counted map[said]int

// said is what a finding says, wherever in its file: the lines move.
type said struct {
	rule, file, message string
	accepted            bool // a warning that the secretariat no longer accepts is new
}

func saidBy(f diag.Finding) said { return said{f.Rule.Name, f.File, f.Message.SV, f.Accepted != ""} }

// take tells whether a finding was among those counted, each once.
func (c counted) take(f diag.Finding) bool {
	said := saidBy(f)
	if c[said] == 0 {
		return false
	}
	c[said]--
	return true
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
		Strict: strict, Version: ToolVersion(), Rules: check.Rules(), Help: a.ruleHelp, Page: pages,
	})
}

func verdict(r *inspect.Result, strict bool) int {
	for _, f := range r.Findings {
		if f.Severity() == "error" || strict && f.Accepted == "" {
			return findings
		}
	}
	return ok
}
