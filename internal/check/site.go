package check

import (
	"fmt"
	"slices"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/tint"
)

// site are the rules about samsyn.yaml.
var site = []pass.Rule{
	pass.Warns("accessibility-statement-missing", statement),
	pass.Finds(diag.InvalidValue, acceptances),
	pass.Rejects("poor-contrast", contrast),
	pass.Finds(AcceptedUnused, func(pass.Pass) {}), // found once all others are: see Accept
}

// statement misses the accessibility statement that the law asks for.
func statement(k pass.Pass) {
	if k.Config == nil || k.Config.At.IsZero() || k.Config.Accessibility.Given() || k.Untaken(k.Config.At, "accessibility") {
		return
	}
	k.About("samsyn", k.Config.At, diag.Say(
		"Uppgifter om webbplatsens tillgänglighet saknas, så webbplatsen säger att den inte är granskad. Lägg till accessibility när den är det.",
		"The site's accessibility statement is missing, so that the site says that it has not been assessed. Add accessibility once it has."))
}

// acceptances holds the accepted warnings to the rules that there are.
func acceptances(k pass.Pass) {
	if k.Config == nil {
		return
	}
	for _, a := range k.Config.Accepted {
		name := a.Rule.V
		is := func(severity diag.Severity) bool {
			return slices.Contains(k.Rules, diag.Rule{Name: name, Severity: severity})
		}
		switch {
		case !a.Rule.Given() || is(diag.Warning):
		case is(diag.Error):
			k.Report(a.Rule.At, diag.Say(
				"Bara varningar kan accepteras, och %[1]s är ett fel. Rätta felet, och ta bort raden.",
				"Only warnings can be accepted, and %[1]s is an error. Correct the error, and remove the entry.", name))
		default:
			var warnings []string
			for _, r := range k.Rules {
				if r.Severity == diag.Warning {
					warnings = append(warnings, r.Name)
				}
			}
			k.Suggest(a.Rule.At, diag.Say(
				"Det finns ingen varning som heter ”%s”. Namnet står i varningen, efter ordet varning.",
				"There is no warning called “%s”. Its name stands in the warning, behind the word warning.", advice.Clip(name)), diag.Nearest(name, warnings))
		}
	}
}

// contrast holds the county's colour to being read, as text on the pages' paper and
// below white text.
func contrast(k pass.Pass) {
	if k.Config == nil || !k.Config.Appearance.Colour.Given() {
		return
	}
	colour := k.Config.Appearance.Colour
	c, ok := tint.Parse(colour.V)
	if !ok {
		return
	}
	if ratio := tint.Contrast(c, tint.White); ratio < tint.Readable {
		k.Report(colour.At, diag.Say(
			"Färgen %[1]s är för ljus: kontrasten mot vitt är %[2]s och behöver vara minst 4,5. Välj en mörkare färg.",
			"The colour %[1]s is too light: its contrast with white is %[3]s and must be at least 4.5. Choose a darker one.",
			colour.V, strings.Replace(fmt.Sprintf("%.1f", ratio), ".", ",", 1), fmt.Sprintf("%.1f", ratio)))
	}
}
