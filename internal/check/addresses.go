package check

import (
	"samsyn/internal/address"
	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
)

// addresses is the rule about where things are published.
var addresses = []pass.Rule{pass.Rejects("address-collision", collisions)}

// collisions finds what would be published where something else is, or where no file of
// that name can be.
func collisions(k pass.Pass) {
	for _, c := range address.Collisions(k.Content, k.IsFile) {
		where, what := advice.Clip(c.Address), k.Called(c.What())
		if c.Reserved != "" {
			k.Report(c.At, diag.Say(
				"Windows har reserverat namnet %s, så %s (%s) går inte att spara på alla datorer. Välj ett annat namn.",
				"Windows reserves the name %s, so %s (%s) cannot be saved on every computer. Choose another name.", c.Reserved, what, where))
			continue
		}
		k.Report(c.At, diag.Say("Adressen %s tillhör redan %s, så %s behöver ett annat namn.",
			"The address %s belongs to %s already, so %s needs another name.", where, k.Called(c.With), what))
	}
}
