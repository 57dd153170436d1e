package desk

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/blank"
	"samsyn/internal/carry"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/rewrite"
	"samsyn/internal/safewrite"
	"samsyn/internal/text"
)

// fresh is one call of new: what was given, and what it is about.
type fresh struct {
	*app
	p *project.Project
	c *model.Content
	x *facts.Index // drafts count

	from, to, carry, plan, area, owner, method, date string

	after func() // says of what was made what there is to say; may be nil
}

// fresh is the command new: a new file, or an entry of a file.
func (a *app) fresh(args []string) error {
	n := &fresh{app: a}
	fs := a.Flags("new")
	fs.StringVar(&n.from, "from", "", console.Both("plan: den tidigare plan som insatser följer med från; results: första dagen (behövs inte när namnet är ett år)", "plan: the earlier plan that initiatives are carried from; results: the first day (not needed where the name is a year)"))
	fs.StringVar(&n.to, "to", "", console.Both("results: sista dagen (behövs inte när namnet är ett år)", "results: the last day (not needed where the name is a year)"))
	fs.StringVar(&n.carry, "carry", "", console.Both("plan: vilka insatser som följer med, som BETECKNING,BETECKNING, ongoing (de planerade och pågående) eller none (annars ongoing)", "plan: which initiatives are carried, as ID,ID, ongoing or none (default: ongoing)"))
	fs.StringVar(&n.plan, "plan", "", console.Both("initiative: insatsens plan", "initiative: its plan"))
	fs.StringVar(&n.area, "area", "", console.Both("initiative: samverkansområdet", "initiative: its cooperation area"))
	fs.StringVar(&n.owner, "owner", "", console.Both("initiative: den part eller grupp som ansvarar", "initiative: the party or group that answers for it"))
	fs.StringVar(&n.method, "method", "", console.Both("initiative: hur insatsen följs upp", "initiative: how it is followed up"))
	fs.StringVar(&n.date, "date", "", console.Both("event: dagen", "event: its day"))
	rest, err := a.Parse(fs, args, 2)
	if err != nil {
		return err
	}
	kind, err := a.asked(fs, rest)
	if err != nil {
		return err
	}
	if err := n.open(); err != nil {
		return err
	}
	changes, err := kind.make(n, strings.TrimSpace(rest[1]))
	if err != nil {
		return err
	}
	return n.finish(changes)
}

// open opens the content.
func (n *fresh) open() (err error) {
	if n.p, n.c, err = n.OpenContent(); err == nil {
		n.x = facts.New(n.c, model.Date{}, true)
	}
	return err
}

// finish writes what was made, and says what remains to be done in it.
func (n *fresh) finish(changes []safewrite.Change) error {
	if there := n.occupied(changes); there != nil {
		return n.unwritten(&safewrite.Occupied{Paths: there})
	}
	caused, err := n.foretold(n.p, changes)
	if err != nil {
		return err
	}
	if count := caused.Errors(); count > 0 {
		n.Say("samsyn: ingenting är skapat, eftersom det skulle ge fel (%[1]d).", "samsyn: nothing was made, since it would cause errors (%[1]d).", count)
		return console.ErrFindings
	}
	if err := n.write(n.p, changes); err != nil {
		return err
	}
	if n.after != nil {
		n.after()
	}
	for _, c := range changes {
		if c.Before == nil {
			n.Say("%[1]s: skapad.", "%[1]s: made.", c.Path)
		} else {
			n.Say("%[1]s: tillagd.", "%[1]s: added.", c.Path)
		}
	}
	if len(caused.Findings) > 0 {
		n.Say("Varningarna ovan är sådant som återstår att fylla i eller bestämma.", "The warnings above are what remains to be filled in or decided.")
	}
	return nil
}

// occupied are the new files whose places are taken: what would be found in them is then
// nothing to tell of.
func (n *fresh) occupied(changes []safewrite.Change) []string {
	var there []string
	for _, c := range changes {
		if c.Before == nil && n.p.Tree.Exists(c.Path) {
			there = append(there, c.Path)
		}
	}
	return there
}

var fourDigits = regexp.MustCompile(`^[1-9][0-9]{3}$`)

// year reads the year of a plan or review.
func (n *fresh) year(s string) (int, error) {
	if !fourDigits.MatchString(s) {
		return 0, n.Refuse("samsyn: ”%[1]s” är inget år. Ange det med fyra siffror, till exempel 2026.", "samsyn: “%[1]s” is no year. Give it in four digits, such as 2026.", s)
	}
	return strconv.Atoi(s)
}

// day reads a date of a flag, which the kind cannot do without.
func (n *fresh) day(kind, name, s string) (model.Date, error) {
	if s == "" {
		return model.Date{}, n.Refuse("samsyn: new %[1]s behöver --%[2]s, till exempel --%[2]s 2027-03-01.", "samsyn: new %[1]s needs --%[2]s, such as --%[2]s 2027-03-01.", kind, name)
	}
	d, valid := model.ParseDate(s)
	if !valid {
		return d, n.Refuse("samsyn: --%[1]s ska vara ett datum som 2026-04-03, 2026-04 eller 2026, inte ”%[2]s”.", "samsyn: --%[1]s must be a date like 2026-04-03, 2026-04 or 2026, not “%[2]s”.", name, s)
	}
	return d, nil
}

// file is a new file of a folder, called by its title. Where one is called so already
// the name gets a number.
func (n *fresh) file(folder, title, ext string) (string, error) {
	slug := blank.Slug(title)
	if slug == "" {
		return "", n.Refuse("samsyn: ”%[1]s” går inte att göra en beteckning av. En beteckning består av a–z, siffror och bindestreck.", "samsyn: no identifier can be made of “%[1]s”. One consists of a–z, digits and hyphens.", title)
	}
	return folder + "/" + advice.Free(slug, func(id string) bool { return n.p.Tree.Exists(folder + "/" + id + ext) }) + ext, nil
}

// made is a new file, with the line for editors where the content has the schemas.
func (n *fresh) made(name, kind string, data []byte, err error) ([]safewrite.Change, error) {
	if err != nil {
		return nil, err
	}
	return []safewrite.Change{{Path: name, After: n.forEditors(name, kind, data)}}, nil
}

func (n *fresh) forEditors(name, kind string, data []byte) []byte {
	if !strings.HasSuffix(name, ".yaml") || !n.p.Tree.Exists(edit.SchemaFile(kind)) {
		return data
	}
	return append([]byte(edit.Modeline(name, kind)), data...)
}

func (n *fresh) newPlan(year string) ([]safewrite.Change, error) {
	of, err := n.year(year)
	if err != nil {
		return nil, err
	}
	if n.from == "" {
		if n.carry != "" {
			return nil, n.Refuse("samsyn: --carry behöver --from.", "samsyn: --carry needs --from.")
		}
		title := text.WordsOf(n.c).Expand("{Plan}", "sv") + " " + year
		data, err := blank.Plan(title, of)
		return n.made(carry.Folder(of)+"/plan.yaml", "plan", data, err)
	}
	return n.carried(of)
}

func (n *fresh) newInitiative(title string) ([]safewrite.Change, error) {
	for _, need := range [][2]string{{"plan", n.plan}, {"area", n.area}, {"owner", n.owner}} {
		if need[1] == "" {
			return nil, n.Refuse("samsyn: new initiative behöver --%[1]s.", "samsyn: new initiative needs --%[1]s.", need[0])
		}
	}
	p, err := n.planOf(n.plan)
	if err != nil {
		return nil, err
	}
	if err := n.known(n.area, "cooperation-area"); err != nil {
		return nil, err
	}
	if err := n.known(n.owner, "party", "body"); err != nil {
		return nil, err
	}
	name, err := n.file("plans/"+p.ID.V, title, ".md")
	if err != nil {
		return nil, err
	}
	data, err := blank.Initiative(p, title, n.area, n.owner, strings.TrimSpace(n.method))
	return n.made(name, "initiative", data, err)
}

// planOf finds a plan that is kept here.
func (n *fresh) planOf(id string) (*model.Plan, error) {
	if err := n.known(id, "plan"); err != nil {
		return nil, err
	}
	p := n.x.Index.Plan(id)
	if p == nil || p.Known() || p.Time().From.V.IsZero() {
		n.SayOf(n.c, "samsyn: {the_short_plan} %[1]s är inte inlagd här, eller saknar tid.", "samsyn: the {short_plan} %[1]s is not kept here, or has no time.", id)
		return nil, console.ErrTold
	}
	return p, nil
}

// known holds that an identifier is of one of the kinds.
func (n *fresh) known(id string, kinds ...string) error {
	if slices.ContainsFunc(kinds, func(kind string) bool { return n.x.Has(kind, id) }) {
		return nil
	}
	what := map[string]diag.Text{
		"plan": diag.Say("{short_plan}", "{short_plan}"), "party": diag.Say("part eller grupp", "party or group"), "cooperation-area": diag.Say("{cooperation_area}", "{cooperation_area}"),
	}[kinds[0]]
	n.SayOf(n.c, "samsyn: beteckningen %[1]s finns inte ("+what.SV+").", "samsyn: there is no identifier %[1]s ("+what.EN+").", id)
	known := n.x.Known(kinds...)
	if guess := diag.Nearest(id, known); guess != "" {
		n.Guess(guess)
	} else if len(known) <= 30 {
		n.Say("Det finns: %[1]s.", "There is: %[1]s.", strings.Join(known, ", "))
	}
	return console.ErrTold
}

// publisher is who publishes the site, and answers for what new cannot ask about.
func (n *fresh) publisher() string {
	if n.c.Config != nil {
		return n.c.Config.Publisher.V
	}
	return ""
}

func (n *fresh) newReview(year string) ([]safewrite.Change, error) {
	of, err := n.year(year)
	if err != nil {
		return nil, err
	}
	day := n.app.Today()
	if of < day.Year { // a later year's review begins today: nothing has a date to come
		day = model.Date{Year: of, Month: 12, Day: 31}
	}
	data, err := blank.Review(day, n.publisher())
	return n.made("agreement/reviews/"+year+".md", "review", data, err)
}

func (n *fresh) newResults(slug string) ([]safewrite.Change, error) {
	if slug != blank.Slug(slug) || slug == "" {
		return nil, n.Refuse("samsyn: ”%[1]s” är ingen beteckning. Skriv till exempel %[2]s.", "samsyn: “%[1]s” is no identifier. Write %[2]s, for example.", slug, blank.Slug(slug))
	}
	if n.from == "" && n.to == "" && fourDigits.MatchString(slug) {
		n.from, n.to = slug, slug
	}
	from, err := n.day("results", "from", n.from)
	if err != nil {
		return nil, err
	}
	to, err := n.day("results", "to", n.to)
	if err != nil {
		return nil, err
	}
	period := text.FormatPeriod(model.Period{From: model.When{V: from}, To: model.When{V: to}}, "sv")
	data, err := blank.Results("Resultatrapport "+strings.ReplaceAll(period, "\u00a0", " "), n.from, n.to, model.Date{Year: to.Year + 1, Month: 1, Day: 31}, n.publisher())
	return n.made("agreement/results/"+slug+".md", "results", data, err)
}

func (n *fresh) newResource(title string) ([]safewrite.Change, error) {
	name, err := n.file("agreement/resources", title, ".md")
	if err != nil {
		return nil, err
	}
	data, err := blank.Resource(title)
	return n.made(name, "resource", data, err)
}

func (n *fresh) newIndicator(title string) ([]safewrite.Change, error) {
	name, err := n.file("agreement/indicators", title, ".yaml")
	if err != nil {
		return nil, err
	}
	data, err := blank.Indicator(title)
	return n.made(name, "indicator", data, err)
}

func (n *fresh) newEvent(title string) ([]safewrite.Change, error) {
	if _, err := n.day("event", "date", n.date); err != nil {
		return nil, err
	}
	slug := blank.Slug(title)
	if slug == "" {
		_, err := n.file("", title, "")
		return nil, err
	}
	id := advice.Free(slug, func(id string) bool { return n.x.Has("event", id) })
	const file = "agreement/calendar.yaml"
	before, err := n.p.Tree.Read(file)
	if errors.Is(err, fs.ErrNotExist) {
		data, err := blank.Calendar(id, title, n.date)
		return n.made(file, "calendar", data, err)
	}
	if err != nil {
		return nil, err
	}
	after, err := rewrite.Append("calendar", false, before, "events", blank.Event(id, title, n.date))
	if err != nil {
		return nil, n.unamended(file, err)
	}
	return []safewrite.Change{{Path: file, Before: before, After: after}}, nil
}
