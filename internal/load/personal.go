package load

import (
	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

func (t text) personal() []diag.Finding {
	var found []diag.Finding
	for n, line := range t.lines {
		for _, m := range identity.Find(line) {
			f := diag.New("personal-identity-number", t.at(n, m[0], m[1]-m[0]), personalMessage(line[m[0]:m[1]]))
			f.Secret = true
			found = append(found, f)
		}
	}
	return found
}

func personalMessage(number string) diag.Text {
	return diag.Say(
		"Här står ett personnummer eller samordningsnummer (%[1]s). Ta bort det. Säg också till den som sköter versionshistoriken, för numret finns kvar i äldre versioner.",
		"There is a personal identity number here (%[1]s). Remove it, and tell whoever looks after the history, since older versions still hold it.", identity.Mask(number))
}
