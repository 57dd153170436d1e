package desk

import (
	"bufio"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/county"
	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// own is what init is told of a county: by flags, or by who answers on a terminal.
type own struct {
	county, parties, areas string
	year                   int
	example                bool
	forge, address         string
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
	fs.StringVar(&o.forge, "forge", "", console.Both("var git-arkivet ska ligga: github, gitlab, forgejo eller none (annars följer granskningen för alla tre med)", "where the repository will be: github, gitlab, forgejo or none (default: the checks for all three)"))
	fs.StringVar(&o.address, "base-url", "", console.Both("webbplatsens adress (https)", "the site's address (https)"))
	fs.Func("year", console.Both("år för den första planen, då överenskommelsen också börjar (annars i år, från oktober nästa år)", "the year of the first plan, in which the agreement begins too (default: this year, from October the next)"), o.takeYear)
	fs.StringVar(&o.county, "county", "", console.Both("länets namn", "the county's name"))
	fs.StringVar(&o.parties, "parties", "", console.Both("parternas namn, med komma (eller semikolon) emellan; NAMN=SLAG där namnet inte säger vilket slag av part det är", "the parties' names, with commas (or semicolons) between them; NAME=KIND where the name does not tell the kind"))
	fs.StringVar(&o.areas, "areas", "", console.Both("hur många områdena är, eller deras namn med komma (eller semikolon) emellan", "how many areas there are, or their names with commas (or semicolons) between them"))
}

// checkPlace holds what is told of the forge and of the site's address.
func (a *app) checkPlace(o *own) error {
	known := append(slices.Clone(edit.Forges), edit.ForgeNone)
	if o.forge != "" && !slices.Contains(known, o.forge) {
		a.Say("samsyn: --forge ska vara ett av: %s.", "samsyn: --forge must be one of: %s.", strings.Join(known, ", "))
		return console.ErrUsage
	}
	u, err := url.Parse(o.address)
	if o.address != "" && (err != nil || u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || strings.ContainsAny(o.address, "'\"\\ \t\r\n")) {
		a.Say("samsyn: --base-url ska vara en fullständig webbadress som börjar med https://.", "samsyn: --base-url must be a full address that begins with https://.")
		return console.ErrUsage
	}
	if o.address != "" && !strings.HasSuffix(o.address, "/") {
		o.address += "/"
	}
	return nil
}

// takeYear reads --year.
func (o *own) takeYear(s string) error {
	if !fourDigits.MatchString(s) {
		return errors.New("not a year")
	}
	var err error
	o.year, err = strconv.Atoi(s)
	return err
}

// begun is the county that a new repository is to be for, nil for the example: that is
// what there is where nothing is told of a county and nobody is there to be asked.
func (a *app) begun(o *own) (*county.County, error) {
	told := o.county+o.parties+o.areas != ""
	switch {
	case o.example && told:
		a.Say("samsyn: --example går inte ihop med --county, --parties och --areas.", "samsyn: --example does not go with --county, --parties and --areas.")
		return nil, console.ErrUsage
	case o.example, !told && a.Stdin == nil:
		return nil, nil
	}
	if a.Stdin != nil {
		if err := a.askOfCounty(o, told); err != nil {
			return nil, err
		}
		if o.county == "" && !told {
			return nil, nil
		}
	}
	if o.county == "" || o.parties == "" {
		a.Say("samsyn: ange både --county (länets namn) och --parties (parternas namn).", "samsyn: give both --county (the county's name) and --parties (the parties' names).")
		return nil, console.ErrUsage
	}
	areas, err := a.areasFrom(o.areas)
	if err != nil {
		return nil, err
	}
	parties, err := county.Parties(listed(o.parties))
	if err != nil {
		return nil, a.refused(err)
	}
	return &county.County{Name: o.county, Parties: parties, Areas: areas, Year: o.year, Address: o.address}, nil
}

// askOfCounty asks for what no flag has told.
func (a *app) askOfCounty(o *own, told bool) error {
	answers := bufio.NewReader(a.Stdin)
	for _, q := range []struct {
		into *string
		ask  diag.Text
	}{
		{&o.county, diag.Say("Länets namn, till exempel Blekinge län (tomt: börja med ett påhittat exempel): ", "The county's name, such as Blekinge län (empty: begin with a made-up example): ")},
		{&o.parties, diag.Say("Parterna med komma emellan, till exempel Länsstyrelsen i Blekinge län, Region Blekinge, Karlshamns kommun: ", "The parties with commas between them, such as Länsstyrelsen i Blekinge län, Region Blekinge, Karlshamns kommun: ")},
		{&o.areas, diag.Say("Områdena med komma emellan, eller hur många de är (tomt: ett): ", "The areas with commas between them, or how many they are (empty: one): ")},
	} {
		if *q.into != "" {
			continue
		}
		fmt.Fprint(a.Stderr, q.ask.In(a.Lang))
		line, err := answers.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		*q.into = strings.TrimSpace(line)
		if q.into == &o.county && *q.into == "" && !told {
			return nil
		}
	}
	return nil
}

// listed takes a list apart: at semicolons where there are any, else at commas.
func listed(s string) []string {
	separator := ","
	if strings.Contains(s, ";") {
		separator = ";"
	}
	var list []string
	for part := range strings.SplitSeq(s, separator) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// mostAreas is how many areas can be asked for by number: more is a slip of the finger.
const mostAreas = 50

func (a *app) areasFrom(s string) ([]string, error) {
	if s == "" {
		s = "1"
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return listed(s), nil
	}
	if n < 1 || n > mostAreas {
		a.Say("samsyn: antalet områden ska vara mellan 1 och %[1]d.", "samsyn: the number of areas must be between 1 and %[1]d.", mostAreas)
		return nil, console.ErrUsage
	}
	var titles []string
	for i := range n {
		titles = append(titles, fmt.Sprintf("Område %d", i+1))
	}
	return titles, nil
}

// refused tells why a county cannot begin as it was told.
func (a *app) refused(err error) error {
	var why *diag.Refused
	if !errors.As(err, &why) {
		return err
	}
	a.Say("samsyn: det går inte att börja så: %[1]s. Ingenting är skapat.", "samsyn: it cannot begin so: %[1]s. Nothing has been created.", why.Why.In(a.Lang))
	return console.ErrUsage
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

// tellOwn says what a county begins with, and what comes next.
func (a *app) tellOwn(c *county.County) {
	a.Say("Parterna, med beteckning och slag (rätta i agreement/parties.yaml innan ni publicerar):",
		"The parties, with identifier and kind (put them right in agreement/parties.yaml before you publish):")
	for _, p := range c.Parties {
		fmt.Fprintf(a.Stderr, "  %-30s %s, %s\n", p.ID, p.Name, p.Kind)
	}
	a.Say("En första grupp, Samverkansgruppen, svarar för allt tills ni har andra. Där det står ”Skriv här” fattas text; samsyn validate visar filerna.",
		"A first group, Samverkansgruppen, answers for everything until you have others. Where it says “Skriv här” text is missing; samsyn validate shows the files.")
	a.Say("En insats skapas med: samsyn new initiative TITEL --plan %[1]d --area %[2]s-1 --owner %[3]s",
		"An initiative is made with: samsyn new initiative TITLE --plan %[1]d --area %[2]s-1 --owner %[3]s", c.Year, c.AreaIDs()[0], c.Publisher().ID)
}
