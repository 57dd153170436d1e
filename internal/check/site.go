package check

import (
	"samsyn/internal/diag"
)

// site are the rules about samsyn.yaml.
var site = []Rule{
	warns("accessibility-statement-missing", pass.statement),
	{diag.InvalidValue, pass.acceptances},
}

// statement misses the accessibility statement that the law asks for.
func (k pass) statement() {
	if k.Config == nil || k.Config.At.IsZero() || k.Config.Accessibility.Given() || k.refused(k.Config.At, "accessibility") {
		return
	}
	k.about("samsyn", k.Config.At, diag.Say(
		"Uppgifter om webbplatsens tillgänglighet saknas. Lägg till accessibility; till dess säger webbplatsen att den inte är granskad.",
		"The site's accessibility statement is missing. Add accessibility; until then the site says that it has not been assessed."))
}

// acceptances holds the accepted warnings to the rules that there are.
func (k pass) acceptances() {
	if k.Config == nil {
		return
	}
	for _, a := range k.Config.Accepted {
		if a.Rule.Given() && diag.SeverityOf(a.Rule.V) == diag.Error {
			k.report(a.Rule.At, diag.Say(
				"Bara varningar kan accepteras, och %s är ingen sådan.", "Only warnings can be accepted, and %s is none.", short(a.Rule.V)))
		}
	}
}
