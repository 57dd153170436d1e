package report

import (
	"samsyn/internal/check"
	"samsyn/internal/diag"
)

// rule is the rule of a name.
func rule(name string) diag.Rule {
	for _, r := range check.Rules() {
		if r.Name == name {
			return r
		}
	}
	panic("no rule " + name)
}
