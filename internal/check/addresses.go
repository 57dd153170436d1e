package check

import (
	"fmt"

	"samsyn/internal/address"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
)

// addresses is the rule about where things are published.
var addresses = []pass.Rule{pass.Rejects("address-collision", collisions)}

var (
	reserved = diag.Text{
		SV: "Windows har reserverat namnet %s, så %s (%s) går inte att spara på alla datorer. Välj ett annat namn.",
		EN: "Windows reserves the name %s, so %s (%s) cannot be saved on every computer. Choose another name.",
	}
	collides = diag.Text{
		SV: "Adressen %s tillhör redan %s, så %s behöver ett annat namn.",
		EN: "The address %s belongs to %s already, so %s needs another name.",
	}
)

// sentence puts words of both languages into a sentence.
func sentence(of diag.Text, words ...diag.Text) diag.Text {
	var sv, en []any
	for _, w := range words {
		sv, en = append(sv, w.SV), append(en, w.EN)
	}
	return diag.Text{SV: fmt.Sprintf(of.SV, sv...), EN: fmt.Sprintf(of.EN, en...)}
}

// collisions finds what would be published where something else is, or where no file of
// that name can be.
func collisions(k pass.Pass) {
	for _, c := range address.Collisions(k.Content, k.IsFile) {
		where := diag.Text{SV: pass.Short(c.Address), EN: pass.Short(c.Address)}
		if c.Reserved != "" {
			k.Report(c.At, sentence(reserved, diag.Text{SV: c.Reserved, EN: c.Reserved}, k.Called(c.What()), where))
			continue
		}
		k.Report(c.At, sentence(collides, where, k.Called(c.With), k.Called(c.What())))
	}
}
