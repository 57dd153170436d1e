package check

import (
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Accept marks the warnings that the secretariat answers for, until the day that
// it has set.
func Accept(c *model.Content, found []diag.Finding, today model.Date) {
	if c.Config == nil {
		return
	}
	for i := range found {
		for _, a := range c.Config.Accepted {
			if found[i].Severity == diag.Warning && a.Rule.V == found[i].Rule && !(a.Until.Given() && a.Until.V.Before(today)) &&
				a.Where.Given() && (a.Where.V == found[i].File || a.Where.V == found[i].About) {
				found[i].Accepted = a.Reason.V
			}
		}
	}
}
