package site

import (
	"slices"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/general"
	"samsyn/internal/view/outcome"
	"samsyn/internal/view/page"
	"samsyn/internal/view/thing"
)

// register lists the pages of one language.
type register struct {
	site *Site
	t    *view.Language
}

// entry registers a page, which may tell of anything.
func (r *register) entry(bare, kind string, title block.Text, source string, make func(*view.Language) *page.Page) {
	r.narrow(bare, kind, title, source, nil, func() *page.Page { return make(r.t) })
}

// narrow registers a page that tells of its scope alone.
func (r *register) narrow(bare, kind string, title block.Text, source string, of func() Scope, make func() *page.Page) {
	r.add(Entry{Kind: kind, Title: title.S, bare: bare, Source: source, make: make, Scope: of})
}

// add registers a page at its address in the language.
func (r *register) add(e Entry) {
	s, t := r.site, r.t
	e.Path, e.Lang = e.bare, t.Lang
	e.idle = !filled(t, e.bare)
	if t.Lang != t.Main {
		e.Path = t.Lang + "/" + e.bare
		t.HasPage(e.bare)
	}
	if _, taken := s.byPath[e.Path]; taken {
		return
	}
	s.byPath[e.Path] = len(s.entries)
	s.entries = append(s.entries, e)
}

// all lists every page. What an identifier names gets a page of its own;
// in another language there are the pages whose things are translated, the start
// page and the way in for those who are new.
func (r *register) all() {
	t := r.t
	c := t.Content
	r.entry("index", "start", t.Sayf(text.StartOf, t.SiteTitle().S), "", startPage)
	r.entry("join", "join", t.Say(text.NewHere), "", general.Join)
	if c.Agreement != nil && t.HasFile(c.Agreement.Path) {
		r.entry("agreement", "agreement", t.Sayf(text.WholeTextOf, t.Text(c.Agreement.Title, "title").S), c.Agreement.Path, general.Agreement)
	}
	r.areas()
	r.plans()
	r.actors()
	r.places()
	for _, i := range c.Indicators {
		if t.HasFile(i.Path) {
			r.narrow(address.Indicator(i.ID.V), "indicator", t.Text(i.Title, "title"), i.Path,
				func() Scope { return Scope{Initiatives: t.Facts.MeasuredAgainst(i.ID.V)} },
				func() *page.Page { return thing.Indicator(t, i) })
		}
	}
	for _, known := range c.Resources {
		if t.HasFile(known.Path) {
			r.entry(address.Resource(known.ID.V), "resource", t.Text(known.Title, "title"), known.Path,
				func(t *view.Language) *page.Page { return thing.Resource(t, known) })
		}
	}
	for _, told := range outcome.Shown(t) {
		if t.HasFile(told.Path) {
			r.entry(address.Results(told.ID.V), "results", t.Text(told.Title, "title"), told.Path,
				func(t *view.Language) *page.Page { return thing.Results(t, told) })
		}
	}
	if t.Lang == t.Main {
		r.overviews()
	}
}

func (r *register) areas() {
	t := r.t
	for _, a := range t.Content.Areas {
		if t.HasFile(a.Path) {
			r.narrow(address.Area(a.ID.V), "area", t.AreaTitle(a), a.Path,
				func() Scope { return Scope{Initiatives: t.Facts.ServingArea(a), Past: [2]string{"area", a.ID.V}} },
				func() *page.Page { return thing.Area(t, a) })
		}
		for n := range a.SubGoals {
			g := facts.Goal{Area: a, SubGoal: &a.SubGoals[n]}
			if t.HasText(a.Path, "sub_goals/"+g.ID.V+"/text") {
				title := block.Text{S: t.Say(text.SubGoal).S + " " + strconv.Itoa(n+1) + ", " + t.AreaTitle(a).S}
				r.narrow(address.Area(g.ID.V), "sub-goal", title, a.Path, func() Scope {
					return Scope{Initiatives: append(t.Facts.ServingArea(a), t.Facts.Reaching(g.ID.V)...), Past: [2]string{"area", g.ID.V}}
				}, func() *page.Page { return thing.SubGoal(t, g, n) })
			}
		}
		for n := range a.CooperationAreas {
			co := facts.Cooperation{Area: a, CooperationArea: &a.CooperationAreas[n]}
			if t.HasText(a.Path, "cooperation_areas/"+co.ID()+"/text") {
				title := block.Text{S: t.Say(text.CooperationArea).S + " " + strconv.Itoa(n+1) + ", " + t.AreaTitle(a).S}
				r.narrow(address.Area(co.ID()), "cooperation-area", title, a.Path, func() Scope {
					return Scope{Initiatives: slices.Concat(t.Facts.Serving(co.ID()), t.Facts.RelatedTo(co.ID())), Past: [2]string{"area", co.ID()}}
				}, func() *page.Page { return thing.CooperationArea(t, co, n) })
			}
		}
	}
}

func (r *register) plans() {
	t := r.t
	for _, p := range t.Facts.PlansIn(t.Options.Drafts) {
		parts := thing.PartsOf(t, p)
		if t.HasFile(p.Path) {
			r.narrow(address.Plan(p.ID.V), "plan", t.PlanTitle(p), p.Path, func() Scope { return scopeOfPlan(t, p) },
				func() *page.Page { return thing.Plan(t, p, parts) })
		}
		r.parts(p, parts)
		for _, i := range p.Initiatives {
			if t.HasFile(i.Path) {
				title := block.Text{S: t.InitiativeTitle(i).S + ", " + t.PlanTitle(p).S}
				r.narrow(address.Initiative(i), "initiative", title, i.Path,
					func() Scope { return Scope{Initiatives: t.Facts.Around(i), Past: [2]string{"initiative", i.FullID()}} },
					func() *page.Page { return thing.Initiative(t, i) })
			}
		}
	}
}

// parts lists the pages with the parts of a plan.
func (r *register) parts(plan *model.Plan, parts []thing.Part) {
	t := r.t
	counts := strconv.Itoa(len(plan.Initiatives)) // each page leads to the others
	for _, p := range parts {
		counts += " " + p.Group + "/" + p.Value + ":" + strconv.Itoa(len(p.List))
	}
	for _, p := range parts {
		r.add(Entry{
			Kind: "filter", Title: t.PlanTitle(plan).S + ": " + p.Label.S, Hidden: true,
			bare: address.Part(plan.ID.V, p.Group, p.Value), Source: plan.Path,
			Scope: func() Scope { return Scope{Initiatives: p.List, More: []string{counts}} },
			make:  func() *page.Page { return thing.PartPage(t, plan, p, parts) },
		})
	}
}

func (r *register) actors() {
	t := r.t
	if t.Content.Parties != nil {
		file := t.Content.Parties.Path
		for i := range t.Content.Parties.Parties {
			p := &t.Content.Parties.Parties[i]
			if !t.HasText(file, "parties/"+p.ID.V+"/name") {
				continue
			}
			r.narrow(address.Party(p.ID.V), "party", t.PartyName(p, false), file,
				func() Scope {
					return Scope{Initiatives: append(t.Facts.WorkOf(p.ID.V), t.Facts.OwnedThrough(p.ID.V)...), Past: [2]string{"actor", p.ID.V}}
				},
				func() *page.Page { return thing.Party(t, p) })
			if place, ok := t.Facts.PlaceOf(p.ID.V); ok {
				r.place(place, file)
			}
		}
	}
	if t.Content.Organisation != nil {
		file := t.Content.Organisation.Path
		for i := range t.Content.Organisation.Bodies {
			b := &t.Content.Organisation.Bodies[i]
			if t.HasText(file, "bodies/"+b.ID.V+"/name") {
				r.narrow(address.Body(b.ID.V), "body", t.BodyName(b, false), file,
					func() Scope { return Scope{Initiatives: t.Facts.WorkOf(b.ID.V), Past: [2]string{"actor", b.ID.V}} },
					func() *page.Page { return thing.Body(t, b) })
			}
		}
	}
}

// places lists the pages of places that are no parties.
func (r *register) places() {
	t := r.t
	if t.Content.Places == nil {
		return
	}
	file := t.Content.Places.Path
	for _, p := range t.Facts.Places() {
		if p.Own != nil && t.HasText(file, "places/"+p.ID()+"/name") {
			r.place(p, file)
		}
	}
}

func (r *register) place(p facts.Place, file string) {
	t := r.t
	r.narrow(address.Place(p.ID()), "place", thing.PlaceTitle(t, p), file, func() Scope {
		return Scope{Initiatives: slices.Concat(t.Facts.InPlace(p.ID()), t.Facts.OwnedBy(p.ID()))}
	}, func() *page.Page { return thing.Place(t, p) })
}

// overviews lists the pages that there is one of, in the content's own
// language.
func (r *register) overviews() {
	t := r.t
	c := t.Content
	r.entry("areas", "areas", t.Say(t.AreasTitle()), "", areasPage)
	r.entry("plans", "plans", t.Say(text.Plans), "", plansPage)
	r.entry("parties", "parties", t.Say(text.Parties), "", partiesPage)
	r.entry("places", "places", t.Say(text.InTheMunicipalities), "", placesPage)
	organisation := ""
	if c.Organisation != nil {
		organisation = c.Organisation.Path
	}
	r.entry("organisation", "organisation", t.Say(text.Organisation), organisation, organisationPage)
	r.entry("follow-up", "follow-up", t.Say(text.FollowUp), "", followUpPage)
	r.entry("indicators", "indicators", t.Say(text.Indicators), "", indicatorsPage)
	r.entry("calendar", "calendar", t.Say(text.Calendar), "agreement/calendar.yaml", calendarPage)
	r.entry("resources", "resources", t.Say(text.Resource), "", resourcesPage)
	r.entry("strategies", "strategies", t.Say(text.OtherStrategies), "agreement/strategies.yaml", strategiesPage)
	r.entry("decisions", "decisions", t.Say(text.Decisions), "", general.Decisions)
	r.entry("documents", "documents", t.Say(text.Documents), "", general.Documents)
	if len(t.Options.History) > 0 {
		r.entry("history", "history", t.Say(text.HistoryTitle), "", general.History)
	}
	if len(t.Options.Versions) > 0 {
		r.entry(view.VersionsFolder, "versions", t.Say(text.VersionsTitle), "", general.Versions)
	}
	r.entry("data", "data", t.Say(text.OpenData), "", general.Data)
	r.entry("a-o", "index-of-all", t.Say(text.AZ), "", func(t *view.Language) *page.Page { return r.site.indexPage(t) })
	r.entry("search", "search", t.Say(text.Search), "", general.Search)
	r.add(Entry{Kind: "not-found", Title: t.Say(text.PageGone).S, Hidden: true, bare: "404", make: func() *page.Page { return general.Gone(t) }})
	r.entry("about", "about", t.Say(text.AboutSite), "", general.About)
	r.entry("accessibility", "accessibility", t.Say(text.AccessibilityStatement), "", general.Accessibility)
	for _, held := range c.Reviews {
		title := t.Sayf(text.ReviewOf, held.ID.V)
		r.entry(address.Review(held.ID.V), "review", title, held.Path, func(t *view.Language) *page.Page { return thing.Review(t, held) })
	}
}
