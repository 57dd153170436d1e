package diag

import "cmp"

// Rule is a name that stands for ever, and what breaking it does.
type Rule struct {
	Name     string
	Severity Severity
}

// Rules is every rule there is, in the order in which they are documented.
var Rules = []Rule{
	{"yaml-syntax", Error},
	{"duplicate-key", Error},
	{"invalid-utf8", Error},
	{"merge-conflict", Error},
	{"front-matter", Error},
	{"too-large", Error},
	{"missing-field", Error},
	{"unknown-field", Error},
	{"wrong-type", Error},
	{"invalid-value", Error},
	{"invalid-date", Error},
	{"invalid-id", Error},
	{"duplicate-id", Error},
	{"unknown-reference", Error},
	{"circular-reference", Error},
	{"period-reversed", Error},
	{"period-outside-plan", Error},
	{"plan-year-mismatch", Error},
	{"plan-outside-agreement", Error},
	{"agreement-changed-after-signing", Error},
	{"signature-missing", Error},
	{"personal-identity-number", Error},
	{"unsafe-link", Error},
	{"raw-html", Error},
	{"broken-link", Error},
	{"image-without-alt", Error},
	{"heading-order", Error},
	{"path-escapes", Error},
	{"bidirectional-control", Error},
	{"missing-glyph", Error},
	{"published-id-vanished", Error},
	{"follow-up-lost", Error},
	{"unexpected-file", Warning},
	{"no-responsible", Warning},
	{"owner-without-members", Warning},
	{"priority-without-initiative", Warning},
	{"initiative-outside-priorities", Warning},
	{"initiative-outlives-agreement", Warning},
	{"status-stale", Warning},
	{"follow-up-overdue", Warning},
	{"follow-up-unscheduled", Warning},
	{"review-missing", Warning},
	{"agreement-expiring", Warning},
	{"decision-without-minutes", Warning},
	{"indicator-without-data", Warning},
	{"sub-goal-without-indicator", Warning},
	{"small-count", Warning},
	{"reconsider", Warning},
	{"accessibility-statement-missing", Warning},
}

// severities are those of the rules, by their names.
var severities = func() map[string]Severity {
	all := map[string]Severity{}
	for _, r := range Rules {
		all[r.Name] = r.Severity
	}
	return all
}()

// SeverityOf gives a rule's severity; a name that is no rule is an error.
func SeverityOf(rule string) Severity { return cmp.Or(severities[rule], Error) }

// IsRule tells whether name is a rule.
func IsRule(name string) bool { return severities[name] != "" }

// Closes tells whether a file that breaks a rule cannot be read further, so that what
// else is wrong with it is not known.
func Closes(rule string) bool {
	switch rule {
	case "yaml-syntax", "invalid-utf8", "merge-conflict", "front-matter", "too-large":
		return true
	}
	return false
}
