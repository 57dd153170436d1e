package cli

import (
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/standing"
	"samsyn/internal/view"
)

// soon is within how many days something falls due where nobody says otherwise.
const soon = 90

// status tells how it stands with what is to be reported, by the actor who is to report.
func (a *app) status(args []string) error {
	fs := a.Flags("status")
	today := fs.String("today", "", console.Both("dagen som sista datum jämförs med (ÅÅÅÅ-MM-DD)", "the day that deadlines are held against (YYYY-MM-DD)"))
	days := fs.Int("within", soon, console.Both("ta med det som ska redovisas inom så många dagar", "tell what falls due within so many days"))
	actor := fs.String("actor", "", console.Both("ta bara med en part eller grupp (beteckningen)", "tell of one party or group alone (its identifier)"))
	format := fs.String("format", "text", console.Both("text, markdown eller json", "text, markdown or json"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	if err := a.OneOf("format", *format, []string{"text", "json", "markdown"}); err != nil {
		return err
	}
	t, err := a.standing(*today, *days, *actor)
	if err != nil {
		return err
	}
	switch *format {
	case "json":
		return t.JSON(a.Stdout)
	case "markdown":
		return t.Markdown(a.Stdout)
	}
	return t.Text(a.Stdout)
}

// standing finds how it stands on a day with what falls due within days: of all actors,
// or of one.
func (a *app) standing(today string, days int, actor string) (*standing.Teller, error) {
	day, err := a.Day(today)
	if err != nil {
		return nil, err
	}
	if days < 0 || days > 36525 {
		return nil, a.Refuse("samsyn: --within ska vara ett antal dagar, från 0 till 36525.", "samsyn: --within must be a number of days from 0 to 36525.")
	}
	p, err := a.Open(project.Options{})
	if err != nil {
		return nil, err
	}
	loaded, err := p.Load()
	if err != nil {
		return nil, err
	}
	a.sayUnread(loaded)
	a.sayUndecided(loaded.Content)
	v := view.New(loaded.Content, view.Options{Today: day})
	if err := a.knownActor(v.Facts, actor); err != nil {
		return nil, err
	}
	page := func(i *model.Initiative) string { return v.Address(address.Initiative(i)) }
	return standing.New(v.Facts, days, actor, a.Lang, page), nil
}

// sayUnread says that what could not be read is not told of.
func (a *app) sayUnread(loaded *load.Result) {
	unread := map[string]bool{}
	for _, f := range loaded.Findings {
		if f.Severity() == diag.Error {
			unread[f.File] = true
		}
	}
	if len(unread) > 0 {
		a.Say("Filer med fel: %[1]d. Det som står i dem kan saknas här. samsyn validate visar felen.",
			"Files with errors: %[1]d. What stands in them may be missing here. samsyn validate shows the errors.", len(unread))
	}
}

// sayUndecided says that plans that nobody has decided on are not counted, so that nobody
// wonders where their initiatives are.
func (a *app) sayUndecided(c *model.Content) {
	var undecided []string
	for _, p := range c.Plans {
		if (p.Status.V == "draft" || p.Status.V == "proposed") && !p.Withdrawn.Given() && len(p.Initiatives) > 0 {
			undecided = append(undecided, p.ID.V)
		}
	}
	if len(undecided) > 0 {
		a.SayOf(c, "{Short_plans} som är utkast eller förslag räknas inte, och inte heller {the_initiatives} i dem: %[1]s.",
			"{Short_plans} that are drafts or proposed are not counted, nor are {the_initiatives} in them: %[1]s.", strings.Join(undecided, ", "))
	}
}

// knownActor holds that an identifier, where one is given, is of a party or a body.
func (a *app) knownActor(x *facts.Index, id string) error {
	if id == "" || x.Party(id) != nil || x.Body(id) != nil {
		return nil
	}
	a.Say("samsyn: ingen part eller grupp har beteckningen %[1]s.", "samsyn: no party or group has the identifier %[1]s.", id)
	a.Guess(diag.Nearest(id, x.Known("party", "body")))
	return console.ErrTold
}
