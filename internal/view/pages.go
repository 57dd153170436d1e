package view

import (
	"slices"
	"strings"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// Pages lists the pages of the site. Each is made when it is asked for, and two
// may be made at the same time.
func (s *Site) Pages() []Entry { return s.entries }

// Page makes the page of an entry.
func (s *Site) Page(e Entry) *Page {
	p := e.make()
	p.Path, p.Lang, p.Kind, p.WindowTitle, p.Source = e.Path, e.Lang, e.Kind, e.Title, e.source
	p.Alternates = s.alternates(e)
	p.Blocks = append(s.tongues[e.Lang].isEarlier(e.Path), p.Blocks...)
	if p.Description == "" {
		p.Description = p.Lead.plain()
	}
	if p.Description == "" {
		p.Description = p.Title.S
	}
	times := s.times[e.source]
	if e.Kind != "not-found" && e.Kind != "search" { // they tell of nothing
		p.Created, p.Updated = times.Created, times.Changed
	}
	return p
}

// alternates are the page in every language that it is there in.
func (s *Site) alternates(e Entry) []Alternate {
	bare := e.bare
	var list []Alternate
	for _, l := range s.Tongues {
		path := bare
		if l != s.Main {
			path = l + "/" + bare
		}
		if _, there := s.byPath[path]; there {
			list = append(list, Alternate{l, path})
		}
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// entry registers a page of this language, which may tell of anything.
func (t *tongue) entry(bare, kind string, title Text, source string, make func() *Page) {
	t.narrow(bare, kind, title, source, nil, make)
}

// narrow registers a page that tells of its scope alone.
func (t *tongue) narrow(bare, kind string, title Text, source string, of func() scope, make func() *Page) {
	path := bare
	if t.lang != t.Main {
		path = t.lang + "/" + bare
		t.pages[bare] = true
	}
	if _, taken := t.byPath[path]; taken {
		return
	}
	t.byPath[path] = len(t.entries)
	t.entries = append(t.entries, Entry{Path: path, Lang: t.lang, Kind: kind, Title: title.S, bare: bare, source: source, make: make, scope: of})
}

// translated tells whether a file is there in this language.
func (t *tongue) translated(file string) bool { return t.lang == t.Main || t.files[file] != nil }

// has tells whether a text of a file is there in this language.
func (t *tongue) has(file, field string) bool {
	if t.lang == t.Main {
		return true
	}
	f := t.files[file]
	return f != nil && f.Fields[field] != ""
}

// register lists every page. What an identifier names gets a page of its own;
// in another language there are the pages whose things are translated, the start
// page and the way in for those who are new.
func (t *tongue) register() {
	c := t.Content
	t.entry("index", "start", t.sayf(text.StartOf, t.siteTitle().S), "", t.startPage)
	t.entry("join", "join", t.say(text.NewHere), "", t.joinPage)
	if c.Agreement != nil && t.translated(c.Agreement.Path) {
		t.entry("agreement", "agreement", t.sayf(text.WholeTextOf, t.tr(c.Agreement.Title, "title").S), c.Agreement.Path, t.agreementPage)
	}
	t.registerAreas()
	t.registerPlans()
	t.registerActors()
	for _, i := range c.Indicators {
		if t.translated(i.Path) {
			t.narrow(indicatorPath(i.ID.V), "indicator", t.tr(i.Title, "title"), i.Path,
				func() scope { return scope{initiatives: t.Facts.MeasuredAgainst(i.ID.V)} },
				func() *Page { return t.indicatorPage(i) })
		}
	}
	for _, r := range c.Resources {
		if t.translated(r.Path) {
			t.entry(resourcePath(r.ID.V), "resource", t.tr(r.Title, "title"), r.Path, func() *Page { return t.resourcePage(r) })
		}
	}
	if t.lang == t.Main {
		t.registerOverviews()
	}
}

func (t *tongue) registerAreas() {
	for _, a := range t.Content.Areas {
		if t.translated(a.Path) {
			t.narrow(areaPath(a.ID.V), "area", t.areaTitle(a), a.Path,
				func() scope { return scope{initiatives: t.servingArea(a), past: [2]string{"area", a.ID.V}} },
				func() *Page { return t.areaPage(a) })
		}
		for n := range a.SubGoals {
			g := facts.Goal{Area: a, SubGoal: &a.SubGoals[n]}
			if t.has(a.Path, "sub_goals/"+g.ID.V+"/text") {
				title := Text{S: t.say(text.SubGoal).S + " " + itoa(n+1) + ", " + t.areaTitle(a).S}
				t.narrow(areaPath(g.ID.V), "sub-goal", title, a.Path, func() scope {
					return scope{initiatives: append(t.servingArea(a), t.Facts.Reaching(g.ID.V)...), past: [2]string{"area", g.ID.V}}
				}, func() *Page { return t.goalPage(g, n) })
			}
		}
		for n := range a.CooperationAreas {
			co := facts.Cooperation{Area: a, CooperationArea: &a.CooperationAreas[n]}
			if t.has(a.Path, "cooperation_areas/"+co.ID()+"/text") {
				title := Text{S: t.say(text.CooperationArea).S + " " + itoa(n+1) + ", " + t.areaTitle(a).S}
				t.narrow(areaPath(co.ID()), "cooperation-area", title, a.Path, func() scope {
					return scope{initiatives: slices.Concat(t.Facts.Serving(co.ID()), t.Facts.RelatedTo(co.ID())), past: [2]string{"area", co.ID()}}
				}, func() *Page { return t.cooperationPage(co, n) })
			}
		}
	}
}

func (t *tongue) registerPlans() {
	for _, p := range t.Facts.PlansIn(t.Options.Drafts) {
		if t.translated(p.Path) {
			t.narrow(planPath(p.ID.V), "plan", t.planTitle(p), p.Path, func() scope { return t.scopeOfPlan(p) }, func() *Page { return t.planPage(p) })
		}
		if t.lang == t.Main {
			t.registerFilters(p)
		}
		for _, i := range p.Initiatives {
			if t.translated(i.Path) {
				title := Text{S: t.initiativeTitle(i).S + ", " + t.planTitle(p).S}
				t.narrow(initiativePath(i), "initiative", title, i.Path,
					func() scope { return scope{initiatives: t.around(i), past: [2]string{"initiative", i.FullID()}} },
					func() *Page { return t.initiativePage(i) })
			}
		}
	}
}

func (t *tongue) registerActors() {
	if t.Content.Parties != nil {
		file := t.Content.Parties.Path
		for i := range t.Content.Parties.Parties {
			p := &t.Content.Parties.Parties[i]
			if !t.has(file, "parties/"+p.ID.V+"/name") {
				continue
			}
			t.narrow(partyPath(p.ID.V), "party", t.partyName(p, false), file,
				func() scope {
					return scope{initiatives: append(t.workOf(p.ID.V), t.Facts.OwnedThrough(p.ID.V)...), past: [2]string{"actor", p.ID.V}}
				},
				func() *Page { return t.partyPage(p) })
			if p.Kind.V == "municipality" {
				title := t.sayf(text.InPlace, t.partyName(p, true).S)
				t.narrow(placePath(p.ID.V), "place", title, file, func() scope {
					return scope{initiatives: slices.Concat(t.Facts.InPlace(p.ID.V), t.Facts.OwnedBy(p.ID.V))}
				}, func() *Page { return t.placePage(p) })
			}
		}
	}
	if t.Content.Organisation != nil {
		file := t.Content.Organisation.Path
		for i := range t.Content.Organisation.Bodies {
			b := &t.Content.Organisation.Bodies[i]
			if t.has(file, "bodies/"+b.ID.V+"/name") {
				t.narrow(bodyPath(b.ID.V), "body", t.bodyName(b, false), file,
					func() scope { return scope{initiatives: t.workOf(b.ID.V), past: [2]string{"actor", b.ID.V}} },
					func() *Page { return t.bodyPage(b) })
			}
		}
	}
}

// registerOverviews lists the pages that there is one of, in the content's own
// language.
func (t *tongue) registerOverviews() {
	c := t.Content
	source := func(f *model.File) string {
		if f == nil {
			return ""
		}
		return f.Path
	}
	t.entry("areas", "areas", t.say(text.AreasInFull), "", t.areasPage)
	t.entry("plans", "plans", t.say(text.Plans), "", t.plansPage)
	t.entry("parties", "parties", t.say(text.Parties), "", t.partiesPage)
	t.entry("places", "places", t.say(text.InTheMunicipalities), "", t.placesPage)
	var organisation *model.File
	if c.Organisation != nil {
		organisation = &c.Organisation.File
	}
	t.entry("organisation", "organisation", t.say(text.Organisation), source(organisation), t.organisationPage)
	t.entry("follow-up", "follow-up", t.say(text.FollowUp), "", t.followUpPage)
	t.entry("indicators", "indicators", t.say(text.Indicators), "", t.indicatorsPage)
	t.entry("calendar", "calendar", t.say(text.Calendar), "agreement/calendar.yaml", t.calendarPage)
	t.entry("resources", "resources", t.say(text.Resource), "", t.resourcesPage)
	t.entry("strategies", "strategies", t.say(text.OtherStrategies), "agreement/strategies.yaml", t.strategiesPage)
	t.entry("decisions", "decisions", t.say(text.Decisions), "", t.decisionsPage)
	t.entry("documents", "documents", t.say(text.Documents), "", t.documentsPage)
	if len(t.Options.History) > 0 {
		t.entry("history", "history", t.say(text.HistoryTitle), "", t.historyPage)
	}
	if len(t.Options.Versions) > 0 {
		t.entry(VersionsFolder, "versions", t.say(text.VersionsTitle), "", t.versionsPage)
	}
	t.entry("data", "data", t.say(text.OpenData), "", t.dataPage)
	t.entry("a-o", "index-of-all", t.say(text.AZ), "", t.indexPage)
	t.entry("search", "search", t.say(text.Search), "", t.searchPage)
	t.entry("404", "not-found", t.say(text.PageGone), "", t.gonePage)
	t.entry("about", "about", t.say(text.AboutSite), "", t.aboutPage)
	t.entry("accessibility", "accessibility", t.say(text.AccessibilityStatement), "", t.accessibilityPage)
	for _, r := range c.Reviews {
		title := t.sayf(text.ReviewOf, r.ID.V)
		t.entry(reviewPath(r.ID.V), "review", title, r.Path, func() *Page { return t.reviewPage(r) })
	}
}

// distinct makes the titles of windows unique: the site's name goes behind, and
// where two pages have one title, what tells them apart.
func (s *Site) distinct() {
	seen := make(map[string]int, len(s.entries))
	for _, e := range s.entries {
		seen[strings.ToLower(e.Title)]++
	}
	site := ""
	if s.Content.Agreement != nil {
		site = first(s.Content.Agreement.ShortTitle.V, s.Content.Agreement.Title.V)
	}
	for i := range s.entries {
		e := &s.entries[i]
		if seen[strings.ToLower(e.Title)] > 1 {
			e.Title += " (" + strings.ReplaceAll(e.Path, "/", " ") + ")"
		}
		if site != "" && e.bare != "index" {
			e.Title += " – " + site
		}
	}
}

func (t *tongue) siteTitle() Text {
	if a := t.Content.Agreement; a != nil && a.Title.Given() {
		return t.tr(a.Title, "title")
	}
	if t.Content.Config != nil {
		return t.tr(t.Content.Config.Title, "title")
	}
	return t.say(text.TheAgreement)
}

// crumb leads to a page above.
func (t *tongue) crumb(label Text, page string) Link { return Link{label, t.to(page)} }
