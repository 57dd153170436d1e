package setup

import (
	"cmp"
	"embed"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/county"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/obtain"
	"samsyn/internal/outfit"
	"samsyn/internal/project"
	"samsyn/internal/source"
	"samsyn/internal/text"
)

// own is what init is told of a county: by flags, or by who answers on a terminal.
type own struct {
	county, parties, areas string
	year                   int
	example                bool
	forge, address         string
	tool                   obtain.Told
}

// firstYear is the year of the first plan where none is told. From October on it is the
// next one: who begins then has no use for a plan of the year that ends.
func firstYear(today model.Date) int {
	if today.Month >= 10 {
		return today.Year + 1
	}
	return today.Year
}

func (o *own) flags(fs *flag.FlagSet) {
	fs.BoolVar(&o.example, "example", false, console.Both("börja med det påhittade exemplet", "begin with the made-up example"))
	fs.StringVar(&o.forge, "forge", "", console.Both("var git-arkivet ska ligga: "+strings.Join(outfit.Forges, ", ")+" eller none (annars följer granskningen för alla med)", "where the repository will be: "+strings.Join(outfit.Forges, ", ")+" or none (default: the checks for all)"))
	fs.StringVar(&o.address, "base-url", "", console.Both("webbplatsens adress (https)", "the site's address (https)"))
	fs.Func("year", console.Both("år för den första planen, då överenskommelsen också börjar (annars i år, från oktober nästa år)", "the year of the first plan, in which the agreement begins too (default: this year, from October the next)"), o.takeYear)
	fs.StringVar(&o.county, "county", "", console.Both("länets namn", "the county's name"))
	fs.StringVar(&o.parties, "parties", "", console.Both("parternas namn, med komma (eller semikolon) emellan; NAMN=SLAG där namnet inte säger vilket slag av part det är", "the parties' names, with commas (or semicolons) between them; NAME=KIND where the name does not tell the kind"))
	fs.StringVar(&o.areas, "areas", "", console.Both("hur många områdena är, eller deras namn med komma (eller semikolon) emellan", "how many areas there are, or their names with commas (or semicolons) between them"))
}

// told tells whether a flag has told anything of the county.
func (o *own) told() bool { return o.county+o.parties+o.areas != "" }

// none is the forge of those that have none.
const none = outfit.ForgeNone

// forges are those that can be chosen.
func forges() []string { return append(slices.Clone(outfit.Forges), none) }

// checkPlace holds what flags tell of the forge and of the site's address.
func (a *app) checkPlace(o *own) error {
	if err := errors.Join(checkForge(o.forge), checkAddress(o.address)); err != nil {
		return a.misused(err)
	}
	return nil
}

// misused tells what is wrong with a flag.
func (a *app) misused(err error) error { return a.TellWhy(err, "samsyn: %s.", "samsyn: %s.") }

func checkForge(s string) error {
	if s == "" || slices.Contains(forges(), s) {
		return nil
	}
	return diag.Refuse("git-servern (--forge) ska vara ett av: %s", "the forge (--forge) must be one of: %s", strings.Join(forges(), ", "))
}

func checkAddress(s string) error {
	u, err := url.Parse(s)
	if s == "" || err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil && u.RawQuery == "" && u.Fragment == "" && !strings.ContainsAny(s, "'\"\\ \t\r\n") {
		return nil
	}
	return diag.Refuse("webbplatsens adress (--base-url) ska vara en fullständig webbadress som börjar med https://", "the site's address (--base-url) must be a full address that begins with https://")
}

func checkParties(s string) error {
	if s == "" {
		return diag.Refuse("minst en part behövs", "at least one party is needed")
	}
	_, err := county.Parties(console.Listed(s))
	return err
}

// year is four digits, as --year takes them.
var year = regexp.MustCompile(`^[1-9][0-9]{3}$`)

// takeYear reads --year.
func (o *own) takeYear(s string) error {
	if !year.MatchString(s) {
		return errors.New("not a year")
	}
	var err error
	o.year, err = strconv.Atoi(s)
	return err
}

// begun is the county that a new repository is to be for, nil for the example: that is
// what there is where nothing is told of a county and nobody is there to be asked.
func (a *app) begun(o *own, q *asker) (*county.County, error) {
	if o.example && o.told() {
		return nil, a.Refuse("samsyn: --example går inte ihop med --county, --parties och --areas.", "samsyn: --example does not go with --county, --parties and --areas.")
	}
	if o.example || !o.told() && q == nil {
		return nil, nil
	}
	if q != nil {
		if err := q.county(o); err != nil || !o.told() {
			return nil, err
		}
		if err := q.place(o); err != nil {
			return nil, err
		}
	}
	if o.county == "" || o.parties == "" {
		return nil, a.Refuse("samsyn: ange både --county (länets namn) och --parties (parternas namn).", "samsyn: give both --county (the county's name) and --parties (the parties' names).")
	}
	areas, err := areasFrom(o.areas)
	if err != nil {
		return nil, a.misused(err)
	}
	parties, err := county.Parties(console.Listed(o.parties))
	if err != nil {
		return nil, a.refused(err)
	}
	return &county.County{Name: o.county, Parties: parties, Areas: areas, Year: o.year, Address: withSlash(o.address)}, nil
}

func withSlash(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address
	}
	return address + "/"
}

// mostAreas is how many areas can be asked for by number: more is a slip of the finger.
const mostAreas = 50

func areasFrom(s string) ([]string, error) {
	n, err := strconv.Atoi(cmp.Or(s, "1"))
	if err != nil {
		return console.Listed(s), nil
	}
	if n < 1 || n > mostAreas {
		return nil, diag.Refuse("antalet områden ska vara mellan 1 och %[1]d", "the number of areas must be between 1 and %[1]d", mostAreas)
	}
	var titles []string
	for i := range n {
		titles = append(titles, fmt.Sprintf("Område %d", i+1))
	}
	return titles, nil
}

// contentOf are the files of a county's content, held against all rules: a name may hold
// what no content may.
func (a *app) contentOf(c *county.County, day model.Date) (map[string][]byte, error) {
	files, err := c.Files()
	if err != nil {
		return nil, a.refused(err)
	}
	r, err := project.Of(source.Overlay(source.FromFS(embed.FS{}), files)).Inspect(day)
	if err != nil {
		return nil, err
	}
	for _, f := range r.Findings {
		if f.Severity() == diag.Error {
			return nil, a.refused(&diag.Refused{Why: diag.Say("%s", "%s", strings.TrimSuffix(f.Message.In(a.Lang), "."))})
		}
	}
	return files, nil
}

// unguessed are the names of the parties whose names do not say what they are.
func unguessed(parties []county.Party) string {
	var names []string
	for _, p := range parties {
		if p.Kind == "other" {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

// tellOwn says what a county begins with, and what comes next.
func (a *app) tellOwn(c *county.County) {
	a.Say("Parterna, med beteckning och slag (rätta i agreement/parties.yaml innan ni publicerar):",
		"The parties, with identifier and kind (put them right in agreement/parties.yaml before you publish):")
	for _, p := range c.Parties {
		kind := text.ValueOf("party-kind", p.Kind)
		fmt.Fprintf(a.Stderr, "  %-30s %s, %s (%s)\n", p.ID, p.Name, strings.ToLower(diag.Text{SV: kind.SV, EN: kind.EN}.In(a.Lang)), p.Kind)
	}
	if others := unguessed(c.Parties); others != "" {
		a.Say("Slaget gick inte att gissa för %[1]s. Är någon av dem en kommun: ändra kind till municipality i filen, annars saknas den under ”I kommunerna” på webbplatsen.",
			"The kind of %[1]s could not be guessed. If one of them is a municipality, change kind to municipality in the file; else it is missing under “In the municipalities” on the site.", others)
	}
	a.Say("En första grupp, Samverkansgruppen, svarar för allt tills ni har andra. Där det står ”Skriv här” fattas text; samsyn validate visar filerna.",
		"A first group, Samverkansgruppen, answers for everything until you have others. Where it says “Skriv här” text is missing; samsyn validate shows the files.")
	a.Say("En insats skapas med: samsyn new initiative TITEL --plan %[1]d --area %[2]s-1 --owner %[3]s",
		"An initiative is made with: samsyn new initiative TITLE --plan %[1]d --area %[2]s-1 --owner %[3]s", c.Year, c.AreaIDs()[0], c.Publisher().ID)
}
