package console

import (
	"cmp"
	"net/url"
	"strings"

	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
	"samsyn/internal/explain"
	"samsyn/internal/report"
)

// RulesURL is the folder where this version's rule pages (docs/rules) are
// published; set by the release script, "" where nobody has said. It is never
// guessed: a link that leads nowhere is worse than none.
var RulesURL = ""

// rulesURLVariable overrides RulesURL.
const rulesURLVariable = "SAMSYN_RULES_URL"

// rulePages gives what leads from a rule to its page; nil where the pages have no
// known address.
func (a *Console) rulePages() (func(rule string) string, error) {
	folder := cmp.Or(a.Getenv(rulesURLVariable), RulesURL)
	if folder == "" {
		return nil, nil
	}
	if u, err := url.Parse(folder); err != nil || u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || strings.ContainsAny(folder, " \t\r\n") {
		return nil, a.Refuse("samsyn: %[1]s ska vara adressen till mappen med regelsidorna och börja med https://.",
			"samsyn: %[1]s must be the address of the folder with the rule pages and begin with https://.", rulesURLVariable)
	}
	folder = strings.TrimRight(folder, "/") + "/"
	return func(rule string) string { return folder + explain.Page(rule) }, nil
}

// ruleHelp explains a rule for formats that carry their rules along. What cannot
// be told is left out: the findings matter more.
func (a *Console) ruleHelp(rule diag.Rule) report.Help {
	d, err := rules.Read(rule)
	if err != nil {
		return report.Help{}
	}
	help := report.Help{Short: d.Title.In(a.Lang), Why: d.Why.In(a.Lang)}
	help.Full, err = explain.Rule(rule, a.Lang)
	if err != nil {
		return help
	}
	help.Markdown = explain.Section(d, a.Lang)
	return help
}
