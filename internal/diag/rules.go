package diag

import "cmp"

// Rule is a name that stands for ever, and what breaking it does.
type Rule struct {
	Name     string
	Severity Severity
}

// The rules of single files, and of the repository's layout, which the loading tells of.
var (
	YAMLSyntax             = Rule{"yaml-syntax", Error}
	DuplicateKey           = Rule{"duplicate-key", Error}
	InvalidUTF8            = Rule{"invalid-utf8", Error}
	MergeConflict          = Rule{"merge-conflict", Error}
	FrontMatter            = Rule{"front-matter", Error}
	TooLarge               = Rule{"too-large", Error}
	MissingField           = Rule{"missing-field", Error}
	UnknownField           = Rule{"unknown-field", Error}
	WrongType              = Rule{"wrong-type", Error}
	InvalidValue           = Rule{"invalid-value", Error}
	InvalidDate            = Rule{"invalid-date", Error}
	InvalidID              = Rule{"invalid-id", Error}
	PersonalIdentityNumber = Rule{"personal-identity-number", Error}
	PathEscapes            = Rule{"path-escapes", Error}
	BidirectionalControl   = Rule{"bidirectional-control", Error}
	MissingGlyph           = Rule{"missing-glyph", Error}
	UnexpectedFile         = Rule{"unexpected-file", Warning}
)

// Rules is every rule there is, in the order in which they are documented.
var Rules = []Rule{
	YAMLSyntax,
	DuplicateKey,
	InvalidUTF8,
	MergeConflict,
	FrontMatter,
	TooLarge,
	MissingField,
	UnknownField,
	WrongType,
	InvalidValue,
	InvalidDate,
	InvalidID,
	{"duplicate-id", Error},
	{"unknown-reference", Error},
	{"circular-reference", Error},
	{"period-reversed", Error},
	{"period-outside-plan", Error},
	{"plan-year-mismatch", Error},
	{"plan-outside-agreement", Error},
	{"agreement-changed-after-signing", Error},
	{"signature-missing", Error},
	PersonalIdentityNumber,
	{"unsafe-link", Error},
	{"raw-html", Error},
	{"broken-link", Error},
	{"image-without-alt", Error},
	{"heading-order", Error},
	PathEscapes,
	BidirectionalControl,
	MissingGlyph,
	{"published-id-vanished", Error},
	{"follow-up-lost", Error},
	UnexpectedFile,
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
	{"suppressed-value", Error},
	{"series-year-twice", Error},
	{"sum-mismatch", Warning},
	{"implausible-number", Warning},
	{"date-in-future", Warning},
	{"adopted-without-decision", Warning},
	{"status-contradiction", Warning},
	{"date-outside-initiative", Warning},
	{"report-without-values", Warning},
	{"listed-twice", Warning},
	{"same-title", Warning},
	{"empty-link", Error},
	{"poor-contrast", Error},
	{"literal-markdown", Warning},
	{"link-text", Warning},
	{"placeholder", Warning},
	{"stale-translation", Warning},
	{"sub-goal-elsewhere", Warning},
	{"withdrawn-reference", Warning},
	{"owner-outside-agreement", Warning},
	{"reporting-overdue", Warning},
	{"results-missing", Warning},
	{"indicator-stale", Warning},
	{"accepted-unused", Warning},
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
