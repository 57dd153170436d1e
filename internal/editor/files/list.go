package files

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	swedish "golang.org/x/text/language"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/form/called"
	"samsyn/internal/text"
	"samsyn/schema"
)

// thing is a file of the content as lists name it.
type thing struct {
	Title, Address, Kind, Beside string
	Missing                      []web.Crumb // the languages that it lacks, with where one translates it
	Entries                      []web.Crumb // of a file that is a list of many
	Excerpt                      string      // where a search has found it in what it says
	file                         string
	lacks                        []string // the codes of Missing
	found                        string   // what a search looks in first
}

// kindOfThings is a kind of things under its heading.
type kindOfThings struct {
	Name   string // as addresses have it
	Title  string
	Things []thing
}

type listPage struct {
	web.Frame
	Groups  []kindOfThings
	Kinds   []web.Crumb // all there are, to choose from
	Query   string
	Kind    string
	Address string
	Count   int
	MayAdd  bool
	Add     string
	Lacks   string      // the language that all that is listed lacks, "" for any
	Lacking []web.Crumb // the languages of the content, to choose from
}

// order is the order of the kinds.
var order = []string{"initiative", "plan", "area", "indicator", "agreement", "chapter", "parties", "organisation", "places", "strategies", "review", "results", "resource", "calendar", "signatures", "samsyn"}

// list shows the content by kind, or what a search finds in it.
func (v *visit) list() error {
	p := listPage{Frame: v.Headed("innehall", "Innehåll", "Content"), Query: strings.TrimSpace(v.R.URL.Query().Get("q")), Kind: v.R.URL.Query().Get("slag"), Address: v.At("/innehall"), MayAdd: v.Who.May(access.Write), Add: v.At("/ny")}
	if v.Proposal != nil {
		p.Crumbs = []web.Crumb{{Label: v.Proposal.Title, Address: v.At("")}}
	}
	all, err := v.things()
	if err != nil {
		return err
	}
	p.Lacks = v.R.URL.Query().Get("saknar")
	for _, l := range v.Content.Config.Translated() {
		p.Lacking = append(p.Lacking, web.Crumb{Label: p.Say("Saknar %[1]s", "Lacks %[1]s", form.LanguageName(l).In(v.Lang)), Address: l})
	}
	q := queryOf(p.Query)
	in, err := v.contents()
	if err != nil {
		return err
	}
	for _, g := range all {
		p.Kinds = append(p.Kinds, web.Crumb{Label: g.Title, Address: g.Name})
		if p.Kind != "" && p.Kind != g.Name {
			continue
		}
		g.Things = slices.DeleteFunc(g.Things, func(t thing) bool { return p.Lacks != "" && !slices.Contains(t.lacks, p.Lacks) })
		g.Things = v.found(q, in, g.Things)
		if _, oneFile := called.Alone[g.Name]; oneFile && len(q.words) == 0 {
			for i, t := range g.Things {
				g.Things[i].Entries = in.entries(t)
			}
		}
		if len(g.Things) > 0 {
			p.Groups = append(p.Groups, g)
			p.Count += len(g.Things)
		}
	}
	return v.Draw("list", http.StatusOK, p)
}

// things are the content's files that have a form, by kind.
func (v *visit) things() ([]kindOfThings, error) {
	files, err := form.Things(v.Project, form.Options{Language: v.Lang})
	if err != nil {
		return nil, err
	}
	plans := map[string]string{}
	for _, p := range v.Content.Plans {
		plans[p.ID.V] = p.Title.V
	}
	byKind := map[string][]thing{}
	for _, f := range files {
		t := thing{file: f.File, lacks: f.Missing, Title: f.Title, Address: v.At("/fil/" + web.Escaped(f.File)), Kind: v.kindWord(f.Kind)}
		if f.Kind == "initiative" {
			t.Beside = cmp.Or(plans[f.Plan], f.Plan)
		}
		for _, l := range f.Missing {
			t.Missing = append(t.Missing, web.Crumb{Label: form.LanguageName(l).In(v.Lang), Address: v.At("/oversatt/" + l + "/" + web.Escaped(f.File))})
		}
		t.found = strings.ToLower(strings.Join([]string{t.Title, t.Kind, t.Beside, f.File}, " "))
		byKind[f.Kind] = append(byKind[f.Kind], t)
	}
	sorted := collate.New(swedish.Swedish)
	var groups []kindOfThings
	for _, kind := range order {
		list := byKind[kind]
		if len(list) == 0 {
			continue
		}
		slices.SortStableFunc(list, func(a, b thing) int { return sorted.CompareString(a.Title, b.Title) })
		groups = append(groups, kindOfThings{kind, v.kindHeading(kind), list})
	}
	return groups, nil
}

// kindHeading is what a kind of things is called as a heading.
func (v *visit) kindHeading(kind string) string {
	words := text.WordsOf(v.Content)
	if l, is := called.Alone[kind]; is {
		s, _ := words.In(l, v.Lang)
		return s
	}
	return schema.Capital(words.Noun(kind, v.Lang).Many)
}

// kindWord is what one of a kind is called.
func (v *visit) kindWord(kind string) string {
	if _, is := called.Alone[kind]; is {
		return v.kindHeading(kind)
	}
	return schema.Capital(text.WordsOf(v.Content).Noun(kind, v.Lang).One)
}
