// Package county makes the content that a county begins with. Its name, the names of
// its parties and of its areas go in; the files of a content with identifiers of their
// own come out, without an error and with what is still to be written marked as such.
package county

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/schema"
)

// County is what has to be known of a county to begin.
type County struct {
	Name    string // ”Blekinge län”
	Parties []Party
	Areas   []string // their titles
	Year    int      // the agreement's first, and that of the first plan
	Address string   // of the site; "" is one that nobody has, made of the name
}

// Party is a party of the agreement to be.
type Party struct {
	Name  string
	Short string // where people say less than the whole name, else ""
	Kind  string // of parties.yaml
	ID    string
}

// lasting is for how many years the agreement holds, the first included.
const lasting = 5

// Group is the body that answers for everything until there are others.
const Group = "samverkansgruppen"

// Parties reads the names of parties, each with its kind behind an equals sign where
// the name does not tell: ”Företagarna=civil_society”. The kinds that it had to guess
// wrongly, ”other”, can be seen in what it gives.
func Parties(names []string) ([]Party, error) {
	taken := map[string]bool{Group: true}
	var list []Party
	for _, n := range names {
		name, kind, told := strings.Cut(n, "=")
		p := Party{Name: strings.TrimSpace(name), Kind: strings.TrimSpace(kind)}
		if !told {
			p.Kind = kindOf(p.Name)
		} else if !slices.Contains(kinds(), p.Kind) {
			return nil, diag.Refuse("”%[1]s” är inget slag av part. Välj ett av: %[2]s", "“%[1]s” is no kind of party. Choose one of: %[2]s", p.Kind, strings.Join(kinds(), ", "))
		}
		if slices.ContainsFunc(list, func(other Party) bool { return other.Name == p.Name }) {
			return nil, diag.Refuse("parten ”%s” står två gånger", "the party “%s” is there twice", p.Name)
		}
		p.Short = shortName(p)
		p.ID = unique(advice.Slugged(cmp.Or(p.Short, p.Name)), taken)
		if p.ID == "" {
			return nil, diag.Refuse("namnet ”%s” har ingen bokstav a–ö och ingen siffra", "the name “%s” has no letter or digit", p.Name)
		}
		list = append(list, p)
	}
	return list, nil
}

// unique gives an identifier that is not taken, and takes it.
func unique(id string, taken map[string]bool) string {
	if id != "" {
		id = advice.Free(id, func(id string) bool { return taken[id] })
		taken[id] = true
	}
	return id
}

// Publisher is the party that publishes: the county administrative board, else the
// first one.
func (c *County) Publisher() Party {
	for _, p := range c.Parties {
		if p.Kind == "county_administrative_board" {
			return p
		}
	}
	return c.Parties[0]
}

// AreaIDs are the identifiers of the areas, in their order; "" where a title has nothing
// that an identifier could be made of.
func (c *County) AreaIDs() []string {
	taken := map[string]bool{}
	var list []string
	for _, title := range c.Areas {
		list = append(list, unique(advice.Slugged(title), taken))
	}
	return list
}

// Files are the content's files by their paths, each field explained.
func (c *County) Files() (map[string][]byte, error) {
	if strings.TrimSpace(c.Name) == "" || len(c.Parties) == 0 || len(c.Areas) == 0 {
		return nil, diag.Refuse("länets namn, minst en part och minst ett område behövs", "the county's name, at least one party and at least one area are needed")
	}
	yaml := map[string]string{
		"samsyn.yaml":                             c.config(),
		"agreement/agreement.yaml":                c.agreement(),
		"agreement/parties.yaml":                  c.parties(),
		"agreement/organisation.yaml":             c.organisation(),
		fmt.Sprintf("plans/%d/plan.yaml", c.Year): fmt.Sprintf("title: Handlingsplan %[1]d\nscope: regional\nyear: %[1]d\nstatus: draft\n", c.Year),
	}
	files := map[string][]byte{"agreement/text/bakgrund.md": []byte(background)}
	for name, fields := range yaml {
		kind := strings.TrimSuffix(path.Base(name), ".yaml")
		annotated, err := edit.Annotate(kind, []byte(fields))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files[name] = append([]byte(edit.Modeline(name, kind)), annotated...)
	}
	for n, id := range c.AreaIDs() {
		if id == "" {
			return nil, diag.Refuse("namnet ”%s” har ingen bokstav a–ö och ingen siffra", "the name “%s” has no letter or digit", c.Areas[n])
		}
		annotated, err := edit.Annotate("area", []byte(areaFields(id, c.Areas[n], n+1)))
		if err != nil {
			return nil, fmt.Errorf("area %s: %w", id, err)
		}
		files["agreement/areas/"+id+".md"] = []byte("---\n" + string(annotated) + "---\n\nSkriv här områdets inledning: varför området är viktigt och hur läget är i länet.\n")
	}
	return files, nil
}

func (c *County) config() string {
	host := cmp.Or(advice.Slugged(c.Name), "samverkan")
	address := cmp.Or(c.Address, fmt.Sprintf("https://%s.example/", host[:min(len(host), 50)]))
	return fmt.Sprintf("title: %s\npublisher: %s\nbase_url: %s\nlanguage: sv\n", edit.Scalar("Samverkan i "+c.Name), edit.Scalar(c.Publisher().ID), edit.Scalar(address))
}

func (c *County) agreement() string {
	return fmt.Sprintf(`title: %s
short_title: Överenskommelsen
period:
  from: %d
  to: %d
status: draft
chapters:
  - file: text/bakgrund.md
  - part: areas
  - part: organisation
  - part: parties
  - part: signatures
`, edit.Scalar("Överenskommelse om samverkan i "+c.Name), c.Year, c.Year+lasting-1)
}

func (c *County) parties() string {
	var b strings.Builder
	b.WriteString("parties:\n")
	for _, p := range c.Parties {
		fmt.Fprintf(&b, "  - id: %s\n    name: %s\n", edit.Scalar(p.ID), edit.Scalar(p.Name))
		if p.Short != "" {
			fmt.Fprintf(&b, "    short_name: %s\n", edit.Scalar(p.Short))
		}
		fmt.Fprintf(&b, "    kind: %s\n", p.Kind)
	}
	return b.String()
}

func (c *County) organisation() string {
	var b strings.Builder
	fmt.Fprintf(&b, "bodies:\n  - id: %s\n    name: Samverkansgruppen\n    role: responsible\n    convener: %s\n    members:\n", Group, edit.Scalar(c.Publisher().ID))
	for _, p := range c.Parties {
		fmt.Fprintf(&b, "      - %s\n", edit.Scalar(p.ID))
	}
	return b.String()
}

func areaFields(id, title string, order int) string {
	return fmt.Sprintf(`title: %s
order: %d
responsible:
  - %s
sub_goals:
  - id: %s-d1
    text: Skriv här det delmål som parterna har kommit överens om.
    followed: qualitatively
cooperation_areas:
  - id: %s-1
    text: Skriv här vad parterna ska göra tillsammans.
`, edit.Scalar(title), order, Group, id, id)
}

const background = `# Bakgrund

Skriv här varför parterna har ingått överenskommelsen.

## Syfte

Skriv här vad överenskommelsen ska leda till.
`

// kinds are the kinds of parties that there are.
func kinds() []string {
	t, err := schema.Find("parties.parties.kind")
	if err != nil {
		panic(err) // only a wrong path can be the cause
	}
	return t.Enum
}
