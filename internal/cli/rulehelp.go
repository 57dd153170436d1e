package cli

import (
	"samsyn/internal/check/rules"
	"samsyn/internal/explain"
	"samsyn/internal/report"
)

// ruleHelp explains a rule for formats that carry their rules along. What cannot
// be told is left out: the findings matter more.
func (a *app) ruleHelp(rule string) report.Help {
	d, err := rules.Read(rule)
	if err != nil {
		return report.Help{}
	}
	full, err := explain.Rule(rule, a.lang)
	if err != nil {
		return report.Help{Short: d.Title.In(a.lang), Why: d.Why.In(a.lang)}
	}
	return report.Help{Short: d.Title.In(a.lang), Why: d.Why.In(a.lang), Full: full}
}
