package cli

import (
	"errors"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/reminder"
)

// remind writes a folder of letters, one for each actor who has something to report.
func (a *app) remind(args []string) int {
	fs := a.Flags("remind")
	out := fs.String("out", "", console.Both("mappen som breven skrivs i", "the folder that the letters are written to"))
	today := fs.String("today", "", console.Both("dagen som sista datum jämförs med (ÅÅÅÅ-MM-DD)", "the day that deadlines are held against (YYYY-MM-DD)"))
	days := fs.Int("within", soon, console.Both("ta med det som ska redovisas inom så många dagar", "tell what falls due within so many days"))
	actor := fs.String("actor", "", console.Both("ta bara med en part eller grupp (beteckningen)", "tell of one party or group alone (its identifier)"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return console.Status(err)
	}
	if *out == "" {
		a.Say("samsyn: ange mappen som breven ska skrivas i: samsyn remind --out brev.", "samsyn: name the folder for the letters: samsyn remind --out letters.")
		return failed
	}
	t, done, err := a.standing(*today, *days, *actor)
	if err != nil {
		return a.Fail(err)
	}
	defer done()
	letters, err := reminder.Letters(t)
	if err != nil {
		return a.Fail(err)
	}
	dir := a.Path(*out)
	if a.LeadsOut(dir) {
		return failed
	}
	var foreign *reminder.Foreign
	switch err := reminder.Write(dir, *actor, letters); {
	case errors.As(err, &foreign):
		a.Say("samsyn: %[1]s innehåller annat än brev från samsyn (%[2]s). Välj en annan mapp. Ingenting är ändrat.",
			"samsyn: %[1]s holds other things than letters of samsyn (%[2]s). Choose another folder. Nothing has been changed.", dir, foreign.Name)
		return failed
	case err != nil:
		return a.Fail(err)
	}
	a.Say("%[1]s: brev %[2]d. Ingenting är skickat.", "%[1]s: letters %[2]d. Nothing was sent.", dir, len(letters))
	var lacking []string
	for _, l := range letters {
		if l.To == "" {
			lacking = append(lacking, l.File)
		}
	}
	if n := len(lacking); n > 0 {
		const most = 10
		if n > most {
			lacking = append(lacking[:most], "…")
		}
		a.Say("Brev utan mottagarens e-postadress (contact), %[1]d: %[2]s.", "Letters without the receiver's address (contact), %[1]d: %[2]s.", n, strings.Join(lacking, ", "))
	}
	return ok
}
