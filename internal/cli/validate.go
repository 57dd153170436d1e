package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/project"
	"samsyn/internal/report"
)

func (a *app) validate(args []string) error {
	fs := a.Flags("validate")
	format := fs.String("format", "text", console.Both("text, json, github, sarif, junit eller gitlab", strings.Join(report.Formats(), ", ")))
	strict := fs.Bool("strict", false, console.Both("även varningar underkänner", "warnings fail too"))
	today := fs.String("today", "", console.Both("dagen som sista datum jämförs med (ÅÅÅÅ-MM-DD)", "the day that deadlines are held against (YYYY-MM-DD)"))
	rev := fs.String("rev", "", console.Both("den version i git som ska kontrolleras, i stället för mappen", "the git revision to check, instead of the folder"))
	base := fs.String("base", "", console.Both("den version i git som ändringen utgår från", "the git revision that the change is made against"))
	changed := fs.Bool("changed", false, console.Both("med --base: visa bara anmärkningar i filer som ändringen rör, och dem som den orsakar i andra", "with --base: tell only what is found in the files that the change touches, and what it causes in others"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	if err := a.OneOf("format", *format, report.Formats()); err != nil {
		return err
	}
	day, err := a.Day(*today)
	if err != nil {
		return err
	}
	if *changed && *base == "" {
		return a.Refuse("samsyn: --changed behöver --base.", "samsyn: --changed needs --base.")
	}
	p, err := a.Open(project.Options{Rev: *rev, Base: *base})
	if err != nil {
		return err
	}
	r, err := p.Inspect(day)
	if err != nil {
		return err
	}
	var others project.Others
	if *changed {
		if others, err = p.OnlyNew(r, day); err != nil {
			return err
		}
	}
	opt := report.Options{Strict: *strict}
	if slices.Contains([]string{"github", "gitlab", "sarif"}, *format) {
		opt.Within = p.Within()
	}
	if err := a.ReportAs(r, *format, opt); err != nil {
		return err
	}
	if others.Findings > 0 {
		a.Say("Räknat är bara det som ändringen rör eller orsakar. Utan --changed visas fler anmärkningar: %[1]d, varav %[2]d fel. De står i filer som ändringen inte rör, och fanns före den.",
			"Only what the change touches or causes is counted. Without --changed more findings are shown: %[1]d (errors: %[2]d). They are in files that the change does not touch, and were there before it.", others.Findings, others.Errors)
	}
	if *strict {
		a.sayStrict(r)
	}
	return rejects(r, *strict)
}

// sayStrict says which warnings make --strict reject what has no errors.
func (a *app) sayStrict(r *project.Result) {
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
	a.Say("Underkänt på grund av varningar, eftersom --strict är angivet: %[1]s.", "Rejected because of warnings, since --strict is given: %[1]s.", strings.Join(rules, ", "))
}

// rejects is the error of a check that rejects the content.
func rejects(r *project.Result, strict bool) error {
	for _, f := range r.Findings {
		if f.Severity() == "error" || strict && f.Accepted == "" {
			return console.ErrFindings
		}
	}
	return nil
}
