package check

import (
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Accept marks the warnings that the secretariat answers for, until the day that
// it has set.
func Accept(c *model.Content, found *diag.List, today model.Date) {
	if c.Config == nil {
		return
	}
	for i := range found.Len() {
		f := found.At(i)
		for _, a := range c.Config.Accepted {
			if a.Rule.V == f.Rule() && f.Severity() == diag.Warning && !(a.Until.Given() && a.Until.V.Before(today)) &&
				a.Where.Given() && (a.Where.V == f.File || a.Where.V == f.Rare().About) {
				found.Accept(i, a.Reason.V)
			}
		}
	}
}
