package check

import (
	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// AcceptedUnused is the rule that what is accepted is there to be accepted.
var AcceptedUnused = diag.Rule{Name: "accepted-unused", Severity: diag.Warning}

// Accept marks the warnings that the secretariat answers for, until the day that
// it has set, and tells of entries that answer for none.
func Accept(c *model.Content, found []diag.Finding, opt Options) []diag.Finding {
	if c.Config == nil || len(c.Config.Accepted) == 0 {
		return found
	}
	used := make([]bool, len(c.Config.Accepted))
	for i := range found {
		f := &found[i]
		for n, a := range c.Config.Accepted {
			if a.Rule.V != f.Rule.Name || f.Severity() != diag.Warning || !covers(a.Where, *f) {
				continue
			}
			used[n] = true // one that has run out answers for nothing, and is told by what comes back
			if !a.Until.Given() || !a.Until.V.Before(opt.Today) {
				f.Accepted = a.Reason.V
			}
		}
	}
	if errors, _, _ := diag.Count(found); errors > 0 {
		return found // what is wrong with a file keeps rules still: the warning may be there
	}
	for n, a := range c.Config.Accepted {
		if used[n] || !a.Rule.Given() || needsBase[a.Rule.V] && opt.Base == nil {
			continue
		}
		found = append(found, diag.New(AcceptedUnused, a.Rule.At, diag.Say(
			"Ingen varning av slaget %[1]s finns för %[2]s. Ta bort raden, eller rätta rule och where.",
			"There is no warning %[1]s about %[2]s. Remove the entry, or correct rule and where.", advice.Clip(a.Rule.V), advice.Clip(a.Where.V))))
	}
	return found
}

// needsBase are the warnings that only a comparison with a base can find.
var needsBase = map[string]bool{"stale-translation": true}

// covers tells whether what is accepted somewhere is a finding: by its file's path, by
// the identifier of the thing that it is about, or of the thing that the file is.
func covers(where model.Text, f diag.Finding) bool {
	return where.Given() && (where.V == f.File || where.V == f.About || where.V == pass.OwnID(f.File))
}
