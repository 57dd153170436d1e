package cli

import (
	"errors"
	"strings"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/console"
	"samsyn/internal/model"
	"samsyn/internal/reminder"
)

// remind writes a folder of letters, one for each actor who has something to report.
func (a *app) remind(args []string) error {
	fs := a.Flags("remind")
	out := fs.String("out", "", console.Both("mappen som breven skrivs i", "the folder that the letters are written to"))
	today := fs.String("today", "", console.Both("dagen som sista datum jämförs med (ÅÅÅÅ-MM-DD)", "the day that deadlines are held against (YYYY-MM-DD)"))
	days := fs.Int("within", soon, console.Both("ta med det som ska redovisas inom så många dagar", "tell what falls due within so many days"))
	actor := fs.String("actor", "", console.Both("ta bara med en part eller grupp (beteckningen)", "tell of one party or group alone (its identifier)"))
	server := fs.String("links", "", console.Both("lägg i varje brev en länk som mottagaren redovisar genom utan konto, gjord som redigeringsserverns fil säger", "put a link into each letter by which its receiver reports without an account, made as the file of the editor's server says"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	if *out == "" {
		return a.Refuse("samsyn: ange mappen som breven ska skrivas i: samsyn remind --out brev.", "samsyn: name the folder for the letters: samsyn remind --out letters.")
	}
	t, err := a.standing(*today, *days, *actor)
	if err != nil {
		return err
	}
	link, err := a.linker(*server, t.Facts.Today)
	if err != nil {
		return err
	}
	letters, err := reminder.Letters(t, link)
	if err != nil {
		return err
	}
	dir := a.InDir(*out)
	if a.LeadsOut(dir) || a.FillsContent(dir) {
		return console.ErrTold
	}
	var foreign *reminder.Foreign
	switch err := reminder.Write(dir, *actor, letters); {
	case errors.As(err, &foreign):
		return a.Refuse("samsyn: %[1]s innehåller annat än brev från samsyn (%[2]s). Välj en annan mapp. Ingenting är ändrat.",
			"samsyn: %[1]s holds other things than letters of samsyn (%[2]s). Choose another folder. Nothing has been changed.", dir, foreign.Name)
	case err != nil:
		return err
	}
	a.tellLetters(letters, dir)
	return nil
}

// tellLetters tells how many letters were written, and which of them say nobody to send
// them to.
func (a *app) tellLetters(letters []reminder.Letter, dir string) {
	switch len(letters) {
	case 0:
		a.Say("Ingen har något att redovisa, så inga brev är skrivna.", "Nobody has anything to report, so no letters were written.")
	case 1:
		a.Say("Ett brev är skrivet i %[1]s. Ingenting är skickat.", "One letter was written in %[1]s. Nothing was sent.", dir)
	default:
		a.Say("%[2]d brev är skrivna i %[1]s. Ingenting är skickat.", "%[2]d letters were written in %[1]s. Nothing was sent.", dir, len(letters))
	}
	var lacking []string
	for _, l := range letters {
		if l.To == "" {
			lacking = append(lacking, l.File)
		}
	}
	if n := len(lacking); n > 0 {
		const most = 10
		list := strings.Join(lacking[:min(n, most)], ", ")
		if n > most {
			a.Say("Brev utan mottagarens e-postadress (contact), %[1]d: %[2]s och %[3]d till.", "Letters without the receiver's address (contact), %[1]d: %[2]s and %[3]d more.", n, list, n-most)
			return
		}
		a.Say("Brev utan mottagarens e-postadress (contact), %[1]d: %[2]s.", "Letters without the receiver's address (contact), %[1]d: %[2]s.", n, list)
	}
}

// linker makes the links of letters as a server's file says; nil where none is named.
func (a *app) linker(file string, today model.Date) (func(actor string) reminder.Link, error) {
	if file == "" {
		return nil, nil
	}
	links, err := access.ReadLinks(a.InDir(file))
	if errors.Is(err, access.ErrNoKey) {
		return nil, a.Refuse("samsyn: %[1]s anger ingen nyckel för länkar. Skriv key_file under links, eller sätt SAMSYN_LINK_KEY.",
			"samsyn: %[1]s names no key for links. Write key_file under links, or set SAMSYN_LINK_KEY.", file)
	}
	if err != nil {
		return nil, a.unfollowed(err)
	}
	until := links.Until(time.Date(today.Year, time.Month(today.Month), today.Day, 0, 0, 0, 0, time.Local))
	last := model.Date{Year: until.Year(), Month: int(until.Month()), Day: until.Day()}
	return func(actor string) reminder.Link {
		address, _ := links.New(actor, until)
		return reminder.Link{Address: address, Until: last}
	}, nil
}
