package cli

import (
	"strings"

	"samsyn/internal/inspect"
	"samsyn/internal/report"
)

func (a *app) validate(args []string) int {
	fs := a.flags("validate")
	format := fs.String("format", "text", strings.Join(report.Formats(), ", "))
	strict := fs.Bool("strict", false, "warnings fail too")
	today := fs.String("today", "", "the day that deadlines are held against (YYYY-MM-DD)")
	rev := fs.String("rev", "", "the git revision to check, instead of the folder")
	base := fs.String("base", "", "the git revision that the change is made against")
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
	content, err := a.revision(*rev)
	if err != nil {
		return a.fail(err)
	}
	defer content.close()
	before, err := a.base(*base)
	if err != nil {
		return a.fail(err)
	}
	r, err := inspect.Against(content.tree, before, day)
	if err != nil {
		return a.fail(err)
	}
	if err := a.reportAs(r, *format, *strict); err != nil {
		return a.fail(err)
	}
	return verdict(r, *strict)
}

// report prints what was found.
func (a *app) report(r *inspect.Result, format string) error { return a.reportAs(r, format, false) }

// reportAs is report where warnings may reject too.
func (a *app) reportAs(r *inspect.Result, format string, strict bool) error {
	return report.Write(a.Stdout, format, r.Findings, report.Options{
		Lang: a.lang, Colour: a.colour(), Files: r.Files, Paths: r.Paths, Lines: r.Lines,
		Strict: strict, Version: ToolVersion(), Help: a.ruleHelp,
	})
}

func verdict(r *inspect.Result, strict bool) int {
	for _, f := range r.Findings {
		if f.Severity == "error" || strict && f.Accepted == "" {
			return findings
		}
	}
	return ok
}
