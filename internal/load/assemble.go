package load

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/layout"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// assembly puts the files together into the content.
type assembly struct {
	*run
	content  *model.Content
	findings []diag.Finding
	plans    map[string]*model.Plan
}

func (a *assembly) add(f *file) {
	a.findings = append(a.findings, f.findings...)
	if !f.body.Empty() && !f.unread {
		a.content.Texts = append(a.content.Texts, f.headings())
	}
	if len(f.refs) > 0 {
		a.content.Referring = append(a.content.Referring, f.refs)
	}
	if f.role.Of != "" {
		a.translation(f)
		return
	}
	if f.unread {
		for _, kind := range layout.Declares(f.role.Schema) {
			a.content.Unread[kind] = true
		}
	}
	for kind := range f.lost {
		a.content.Unread[kind] = true
	}
	a.content.Refused = append(a.content.Refused, f.refused...)
	if f.role.Kind != "" {
		a.declare(f.role.Kind, f.role.ID, diag.Whole(f.path))
	}
	if told := layout.Name(f.path, f.role); told != nil && !f.unread {
		a.findings = append(a.findings, *told)
	}
	a.content.Identifiers = append(a.content.Identifiers, f.ids...)
	a.thing(f)
}

// headings tells on which level a text's headings begin.
func (f *file) headings() model.Prose {
	if f.role.Schema == "" {
		return model.Prose{Doc: f.body, First: 1}
	}
	return model.Prose{Doc: f.body, First: 2}
}

// declare takes down an identifier that the name of a file or folder gives.
func (a *assembly) declare(kind, id string, at diag.Place) {
	a.content.Identifiers = append(a.content.Identifiers, model.Identifier{Kind: kind, Scope: model.ScopeOf(kind), ID: id, At: at})
}

// thing gives the model's thing of a file its place in the content.
func (a *assembly) thing(f *file) {
	c := a.content
	switch t := f.thing.(type) {
	case *model.Chapter:
		c.Chapters = append(c.Chapters, t)
	case *model.Config:
		c.Config = t
	case *model.Agreement:
		c.Agreement = t
	case *model.Parties:
		c.Parties = t
	case *model.Organisation:
		c.Organisation = t
	case *model.Places:
		c.Places = t
	case *model.Strategies:
		c.Strategies = t
	case *model.Calendar:
		c.Calendar = t
	case *model.Signatures:
		c.Signatures = t
	case *model.Area:
		c.Areas = append(c.Areas, t)
	case *model.Indicator:
		c.Indicators = append(c.Indicators, t)
	case *model.Results:
		c.Results = append(c.Results, t)
	case *model.Review:
		c.Reviews = append(c.Reviews, t)
	case *model.Resource:
		c.Resources = append(c.Resources, t)
	case *model.Plan:
		p := a.plan(f.role.Plan)
		initiatives := p.Initiatives
		*p = *t
		p.Initiatives = initiatives
	case *model.Initiative:
		if f.taken { // by another content, whose plan it points at
			own := *t
			t = &own
		} else {
			f.taken = true
		}
		t.Plan = a.plan(f.role.Plan)
		t.Plan.Initiatives = append(t.Plan.Initiatives, t)
	}
}

// plan gives the plan of a folder, before or after its own file has been met.
func (a *assembly) plan(folder string) *model.Plan {
	if a.plans == nil {
		a.plans = map[string]*model.Plan{}
	}
	p := a.plans[folder]
	if p == nil {
		file := path.Join("plans", folder, "plan.yaml")
		p = &model.Plan{File: model.File{Path: file, Broken: true}, ID: model.Text{V: folder, At: diag.Whole(file)}}
		a.plans[folder] = p
		a.content.Plans = append(a.content.Plans, p)
	}
	return p
}

func (a *assembly) translation(f *file) {
	a.content.Translations = append(a.content.Translations, &model.Translation{
		File: model.File{Path: f.path, Broken: f.broken()}, Of: f.role.Of, Language: f.role.Language, Fields: f.texts, Body: f.body})
}

// finish puts things in their order, and asks the layout what it says of the whole.
func (a *assembly) finish(files []*file) {
	c := a.content
	slices.SortStableFunc(c.Areas, order)
	slices.SortStableFunc(c.Plans, func(p, q *model.Plan) int { return strings.Compare(p.ID.V, q.ID.V) })
	a.orderChapters()
	for _, e := range a.layout.Entries {
		if e.State == source.Escapes {
			c.Outside[prose.Composed(e.Path)] = true
		}
	}
	for _, kind := range a.layout.Unread() {
		c.Unread[kind] = true
	}
	seen := layout.Seen{Linked: a.linked, Exists: a.hasFile, Beside: a.beside(),
		NoChapters:  a.unsaid(layout.Agreement, "chapters") || a.unsaid(layout.Agreement, "annexes") || nameless(c.Agreement),
		NoLanguages: a.unsaid(source.Marker, "languages")}
	for _, f := range files {
		seen.Read = append(seen.Read, f.path)
		seen.NoLinks = seen.NoLinks || f.unread && f.role.Leads() || c.Refused.Has(f.at, "annexes") || c.Refused.Has(f.at, "shapes")
	}
	if c.Config != nil {
		seen.Language = c.Config.Language.V
	}
	for _, p := range c.Plans {
		seen.Plans = append(seen.Plans, p.Path)
		if !a.layout.Lists(p.Path) {
			a.declare("plan", p.ID.V, p.ID.At)
		}
	}
	c.Slips = a.layout.Slips(seen)
	a.findings = append(a.findings, a.layout.Findings(seen)...)
	a.unreadNumbers(seen.Read)
}

// order gives areas in their own order, then by name.
func order(a, b *model.Area) int {
	return cmp.Or(cmp.Compare(a.Order.V, b.Order.V), strings.Compare(a.ID.V, b.ID.V))
}

// orderChapters puts the chapters in the order in which the agreement has them.
func (a *assembly) orderChapters() {
	if a.content.Agreement == nil {
		return
	}
	place := map[string]int{}
	for i, c := range a.content.Agreement.Chapters {
		if c.File.Given() {
			place[path.Join("agreement", c.File.V)] = i
		}
	}
	slices.SortStableFunc(a.content.Chapters, func(x, y *model.Chapter) int { return place[x.Path] - place[y.Path] })
}
