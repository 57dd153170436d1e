package console

import (
	"samsyn/internal/check"
	"samsyn/internal/project"
	"samsyn/internal/report"
)

// Report prints what was found, as text.
func (a *Console) Report(r *project.Result) error { return a.ReportAs(r, "text", report.Options{}) }

// Reject prints what was found, and gives the error of a content that has errors.
func (a *Console) Reject(r *project.Result) error {
	if err := a.Report(r); err != nil {
		return err
	}
	return ErrFindings
}

// ReportAs prints what was found in a format.
func (a *Console) ReportAs(r *project.Result, format string, opt report.Options) (err error) {
	if opt.Page, err = a.rulePages(); err != nil {
		return err
	}
	opt.Lang, opt.Colour, opt.Version, opt.Help = a.Lang, a.Colour(), ToolVersion(), a.ruleHelp
	opt.Files, opt.Paths, opt.Lines, opt.Rules = r.Files, r.Paths, r.Lines, check.Rules()
	return report.Write(a.Stdout, format, r.Findings, opt)
}
