package view

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"samsyn/internal/model"
	"samsyn/internal/text"
)

// calendarPage has what is to come first, then what has been, newest first.
// Where today is not known it has everything in order.
func (t *tongue) calendarPage() *Page {
	p := &Page{Section: "calendar", Title: t.say(text.Calendar)}
	events := t.events()
	if len(events) == 0 {
		p.Lead = words(t.say(text.NoEvents))
		p.Blocks = t.undated()
		return p
	}
	p.Lead = words(t.say(text.CalendarLead))
	feed := Para{Line: linked(t.say(text.CalendarFeed), Ref{File: CalendarPath})}
	defer func() { p.Blocks = append(p.Blocks, feed) }()
	if t.Options.Today.IsZero() {
		p.Blocks = append(p.Blocks, t.eventCards(events))
		return p
	}
	var ahead, past []*model.Event
	for _, e := range events {
		if t.isPast(e) {
			past = append(past, e)
		} else {
			ahead = append(ahead, e)
		}
	}
	slices.Reverse(past)
	if len(ahead) == 0 {
		p.Blocks = append(p.Blocks, section("kommande", t.say(text.Ahead), append([]Block{Para{Line: words(t.say(text.NothingAhead))}}, t.undated()...)...)...)
	} else {
		p.Blocks = append(p.Blocks, section("kommande", t.say(text.Ahead), t.eventCards(ahead))...)
	}
	if len(past) > 0 {
		p.Blocks = append(p.Blocks, section("tidigare", t.say(text.HasBeen), t.eventCards(past))...)
	}
	return p
}

// undated says how many initiatives go on without a day to report, which a calendar
// cannot show.
func (t *tongue) undated() []Block {
	n := len(t.Facts.Gaps().Unscheduled)
	if n == 0 {
		return nil
	}
	return []Block{Para{Line: linked(t.withoutDay(n), t.at("follow-up", gapID("datum")))}}
}

func (t *tongue) isPast(e *model.Event) bool {
	end := e.Date.V
	if e.To.Given() {
		end = e.To.V
	}
	return end.Before(t.Options.Today)
}

// events lists the calendar in the order of its dates.
func (t *tongue) events() []*model.Event {
	if t.Content.Calendar == nil {
		return nil
	}
	var list []*model.Event
	for i := range t.Content.Calendar.Events {
		list = append(list, &t.Content.Calendar.Events[i])
	}
	slices.SortStableFunc(list, func(a, b *model.Event) int { return cmp.Compare(a.Date.V.String(), b.Date.V.String()) })
	return list
}

func (t *tongue) eventCards(list []*model.Event) Block {
	cards := Cards{Look: "event"}
	for _, e := range list {
		cards.Items = append(cards.Items, t.eventCard(e))
	}
	return cards
}

func (t *tongue) eventCard(e *model.Event) Card {
	at := "events/" + e.ID.V + "/"
	c := Card{ID: e.ID.V, Kicker: words(t.period(model.Period{From: e.Date, To: eventEnd(e)})), Title: t.tr(e.Title, at+"title"), Ref: safeURL(e.URL.V)}
	if e.Kind.V != "other" {
		c.Marks = Line{mark(t.value("event-kind", e.Kind), Quiet)}
	}
	if e.Withdrawn.Given() {
		c.Marks = append(c.Marks, mark(t.say(text.Withdrawn), Off))
		c.Lines = append(c.Lines, words(t.tr(e.Withdrawn.Reason, at+"withdrawn/reason")))
		if r, title := t.thing("event", e.Withdrawn.ReplacedBy.V); title.S != "" {
			c.Lines = append(c.Lines, labelled(t.say(text.ReplacedBy), linked(title, r)))
		}
	}
	var where []Span
	if e.Place.Given() {
		where = append(where, Span{Text: t.tr(e.Place, at+"place")})
	}
	if e.Body.Given() {
		where = append(where, t.actorName(e.Body.V, false))
	}
	c.Lines = append(c.Lines, joined(where, ", "), words(t.tr(e.Outcome, at+"outcome")))
	var plans []Span
	for _, r := range e.Decides {
		if p := t.Facts.Plan(r.V); p != nil {
			plans = append(plans, Span{Text: t.planTitle(p), Ref: t.to(planPath(r.V))})
		}
	}
	c.Lines = append(c.Lines, labelled(t.say(text.DecisionOn), joined(plans, ", ")))
	c.Lines = append(c.Lines, outside(t.say(text.Minutes), e.Minutes))
	c.Lines = append(c.Lines, words(t.tr(e.Note, at+"note")))
	return c
}

func eventEnd(e *model.Event) model.When {
	if e.To.Given() {
		return e.To
	}
	return e.Date
}

// upcoming are the next n things in the calendar; without a today, or with
// nothing ahead, a line that leads to the calendar.
func (t *tongue) upcoming(n int) []Block {
	all := t.events()
	if len(all) == 0 {
		return nil
	}
	cards := Cards{Look: "event"}
	for _, e := range all {
		if !t.Options.Today.IsZero() && !t.isPast(e) && !e.Withdrawn.Given() && len(cards.Items) < n {
			cards.Items = append(cards.Items, t.eventCard(e))
		}
	}
	more := Para{Line: linked(t.say(text.SeeCalendar), t.to("calendar"))}
	if len(cards.Items) == 0 {
		if t.Options.Today.IsZero() {
			return []Block{more}
		}
		return []Block{Para{Line: words(t.say(text.NothingAhead))}, more}
	}
	return []Block{cards, more}
}

func (t *tongue) resourcesPage() *Page {
	p := &Page{Section: "follow-up", Title: t.say(text.Resource), Lead: words(t.say(text.ResourcesLead))}
	by := map[string]Cards{}
	kinds := []string{"example", "method", "training", "report", "recommendation"}
	for _, r := range t.Content.Resources {
		c := by[r.Kind.V]
		c.Look = "resource"
		c.Items = append(c.Items, t.resourceCard(r))
		by[r.Kind.V] = c
	}
	for _, k := range kinds {
		if c, has := by[k]; has {
			for i := range c.Items {
				c.Items[i].Kicker = nil
			}
			p.Blocks = append(p.Blocks, Section{ID: "slag-" + k, Title: t.say(text.ResourcesOf(k)), Blocks: []Block{c}})
		}
	}
	if len(by) == 0 {
		p.Blocks = append(p.Blocks, Para{Line: words(t.say(text.NoResources))})
	}
	return p
}

func (t *tongue) resourcePage(r *model.Resource) *Page {
	p := &Page{
		Section: "follow-up", Title: t.tr(r.Title, "title"), Kicker: words(t.value("resource-kind", r.Kind)),
		Crumbs: []Link{t.crumb(t.say(text.Resource), "resources")}, Description: t.excerpt(r.Path, r.Body).plain(),
	}
	if r.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(r.Withdrawn, "resource", ""))
	}
	p.Blocks = append(p.Blocks, t.prose(r.Path, r.Body, 2)...)
	var f factList
	f.add(t.say(text.Publisher), words(t.tr(r.Publisher, "publisher")))
	f.add(t.say(text.Date), words(t.date(r.Date.V)))
	f.add(t.say(text.Web), outside(Text{}, r.URL))
	f.add(t.say(text.AddressedTo), words(t.tr(r.AddressedTo, "addressed_to")))
	var areas, cooperation []Line
	for _, ref := range r.Areas {
		if a := t.Facts.Area(ref.V); a != nil {
			areas = append(areas, linked(t.areaTitle(a), t.to(areaPath(ref.V))))
		}
	}
	for _, ref := range r.CooperationAreas {
		cooperation = append(cooperation, Line{t.cooperationSpan(ref.V)})
	}
	f.add(t.say(text.Areas), areas...)
	f.add(t.say(text.CooperationAreas), cooperation...)
	p.Blocks = append(p.Blocks, f.blocks()...)
	return p
}

func (t *tongue) strategiesPage() *Page {
	p := &Page{Section: "agreement", Title: t.say(text.OtherStrategies), Lead: words(t.say(text.StrategiesLead))}
	if t.Content.Strategies == nil || len(t.Content.Strategies.Strategies) == 0 {
		p.Lead = words(t.say(text.NoStrategies))
		return p
	}
	for i := range t.Content.Strategies.Strategies {
		s := &t.Content.Strategies.Strategies[i]
		blocks := t.strategyBlocks(s)
		if s.Withdrawn.Given() {
			blocks = append([]Block{t.withdrawnNotice(s.Withdrawn, "strategy", "strategies/"+s.ID.V+"/")}, blocks...)
		}
		p.Blocks = append(p.Blocks, Section{ID: s.ID.V, Title: t.tr(s.Title, "strategies/"+s.ID.V+"/title"), Blocks: blocks})
	}
	return p
}

// decision is something that somebody has decided on a day.
type decision struct {
	date    string
	day     Text
	what    Line
	by      []Line
	minutes Line
}

func (t *tongue) decisionsPage() *Page {
	p := &Page{Section: "calendar", Title: t.say(text.Decisions), Lead: words(t.say(text.DecisionsLead))}
	list := t.decisions()
	if len(list) == 0 {
		p.Lead = words(t.say(text.NoDecisions))
		return p
	}
	table := Table{ID: "beslut", Caption: t.say(text.Decisions), Columns: []Column{
		{Label: t.say(text.Date), Header: true, Share: 2}, {Label: t.say(text.WhatWasDecided), Share: 5},
		{Label: t.say(text.DecidedBy), Share: 3}, {Label: t.say(text.Minutes), Share: 2},
	}}
	for _, d := range list {
		if len(d.minutes) == 0 {
			d.minutes = words(t.say(text.NotGiven))
		}
		if len(d.by) == 0 {
			d.by = []Line{words(t.say(text.NotGiven))}
		}
		day := words(d.day)
		if d.date == "" {
			day = words(t.say(text.DateNotGiven))
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{cell(day), cell(d.what), cell(d.by...), cell(d.minutes)}})
	}
	p.Blocks = append(p.Blocks, table)
	return p
}

func (t *tongue) decisions() []decision {
	var list []decision
	add := func(when model.When, what Line, by []Line, minutes Line) {
		list = append(list, decision{when.V.String(), t.date(when.V), what, by, minutes})
	}
	minutes := func(m model.Text) Line { return outside(t.say(text.Minutes), m) }
	by := func(a model.Actor) []Line {
		if !a.Given() {
			return nil
		}
		return []Line{{t.actor(a, false)}}
	}
	ref := func(r model.Ref) []Line { return []Line{t.ref(r)} }
	if a := t.Content.Agreement; a != nil {
		if a.Adopted.Given() {
			add(a.Adopted.Date, linked(t.sayf(text.AdoptedThing, t.tr(a.Title, "title").S), t.to("agreement")), t.agreedHow(), minutes(a.Adopted.Minutes))
		}
		for n, am := range a.Amendments {
			add(am.Date, words(t.tr(am.Text, "amendments/"+itoa(n)+"/text")), by(am.Body), minutes(am.Minutes))
		}
	}
	decided := map[string]bool{}
	for _, p := range t.Facts.PlansIn(false) {
		decided[p.ID.V] = true
		add(p.Adopted.Date, linked(t.sayf(text.AdoptedThing, t.planTitle(p).S), t.to(planPath(p.ID.V))), by(p.Adopted.Body), minutes(p.Adopted.Minutes))
	}
	for _, e := range t.events() {
		if e.Kind.V != "decision" || e.Withdrawn.Given() || len(e.Decides) == 1 && decided[e.Decides[0].V] {
			continue
		}
		add(e.Date, linked(t.tr(e.Title, "events/"+e.ID.V+"/title"), t.at("calendar", e.ID.V)), ref(e.Body), minutes(e.Minutes))
	}
	for _, r := range t.Content.Reviews {
		add(r.Date, Line{{Text: t.sayf(text.ReviewOf, r.ID.V), Ref: t.to(reviewPath(r.ID.V))}, plain(": "), {Text: t.value("conclusion", r.Conclusion)}}, ref(r.By), nil)
	}
	slices.SortStableFunc(list, func(a, b decision) int { return -cmp.Compare(a.date, b.date) })
	return list
}

// agreedHow says who adopted the agreement, or in what way and where: an agreement
// is mostly not decided by a body but signed by its parties.
func (t *tongue) agreedHow() []Line {
	a := t.Content.Agreement
	var list []Line
	put := func(l Line) {
		if len(l) > 0 {
			list = append(list, l)
		}
	}
	if a.Adopted.Body.Given() {
		put(Line{t.actor(a.Adopted.Body, false)})
	}
	put(words(t.tr(a.Adopted.How, "adopted/how")))
	if s := t.Content.Signatures; len(list) == 0 && s != nil && len(s.Signatures) > 0 {
		put(words(t.say(text.SignedByParties)))
	}
	put(words(t.tr(a.Adopted.Place, "adopted/place")))
	signs := func(c model.ChapterRef) bool { return c.Part.V == "signatures" }
	if !t.proposed() && slices.ContainsFunc(a.Chapters, signs) && len(t.signingRows()) > 0 {
		put(linked(t.say(text.SeeSignatures), t.at("agreement", signaturesID)))
	}
	return list
}

func (t *tongue) documentsPage() *Page {
	p := &Page{Section: "agreement", Title: t.say(text.Documents), Lead: words(t.say(text.DocumentsLead))}
	made := t.documentCards(t.Options.Documents, true)
	if len(made) == 0 {
		made = []Block{Para{Line: words(t.say(text.NoDocuments))}}
	}
	p.Blocks = append(p.Blocks, section("pdf", t.say(text.MadeDocuments), made...)...)
	if len(t.Options.Documents) > 0 {
		p.Blocks = append(p.Blocks, Section{ID: "kontrollera", Title: t.say(text.HowToVerify), Blocks: []Block{
			Para{Line: words(t.say(text.VerifyWith))}, Para{Line: Line{{Text: t.say(text.VerifyFile), Code: true}}},
			Para{Line: words(t.say(text.VerifyTells))}, Para{Line: words(t.say(text.DigestIsOf))},
		}})
	}
	a := t.Content.Agreement
	if a == nil {
		return p
	}
	var f factList
	f.add(t.say(text.Original), outside(Text{}, a.Document.URL))
	if a.Document.SHA256.Given() {
		f.add(t.say(text.OriginalDigest), Line{{Text: Text{S: a.Document.SHA256.V}, Code: true}})
	}
	p.Blocks = append(p.Blocks, section("original", t.say(text.Original), f.blocks()...)...)
	p.Blocks = append(p.Blocks, section("bilagor", t.say(text.Annexes), t.annexes()...)...)
	return p
}

func (t *tongue) annexes() []Block {
	var list List
	for n, x := range t.Content.Agreement.Annexes {
		title := t.tr(x.Title, "annexes/"+itoa(n)+"/title")
		line := words(title)
		switch {
		case x.URL.Given():
			line = linked(title, safeURL(x.URL.V))
		case x.File.Given():
			if r := t.target(t.Content.Agreement.Path, x.File.V); r.Given() {
				line = linked(title, r)
			}
		}
		if x.Signed.V {
			line = append(line, plain(" "), mark(t.say(text.PartOfSigned), Info))
		}
		list.Items = append(list.Items, line)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

// documentCards lead to the PDFs, with size and pages, and in full with digest
// and who sealed them.
func (t *tongue) documentCards(list []MadeDocument, full bool) []Block {
	cards := Cards{Look: "document"}
	for _, d := range list {
		size := t.sayf(text.PDFOf, t.count(d.Pages, text.OnePage, text.ManyPages).S, text.FormatSize(d.Size, t.lang))
		c := Card{Title: t.own(d.Title), Ref: Ref{File: d.File}, Kicker: words(size)}
		switch {
		case !full:
		case d.TestKey:
			c.Lines = append(c.Lines, words(t.say(text.SealedWithTestKey)))
		case d.SignedBy != "":
			c.Lines = append(c.Lines, words(t.sayf(text.SealedBy, d.SignedBy)))
		}
		if full && d.Digest != "" {
			c.Lines = append(c.Lines, append(words(t.say(text.FileDigest)), plain(": "), Span{Text: Text{S: d.Digest}, Code: true}))
		}
		if full && d.Certificate != "" {
			c.Lines = append(c.Lines, append(words(t.say(text.SealCertificate)), plain(": "), Span{Text: Text{S: d.Certificate}, Code: true}))
		}
		cards.Items = append(cards.Items, c)
	}
	if len(cards.Items) == 0 {
		return nil
	}
	return []Block{cards}
}

// documentLinks lead to the PDF of one thing.
func (t *tongue) documentLinks(id string) []Block {
	for _, d := range t.Options.Documents {
		if d.ID == id {
			return section("dokument", t.say(text.Document), t.documentCards([]MadeDocument{d}, false)...)
		}
	}
	return nil
}

// indexPage lists everything that has a page, from A to Ö.
func (t *tongue) indexPage() *Page {
	p := &Page{Title: t.say(text.AZ), Lead: words(t.say(text.AZLead))}
	type named struct {
		title, kind string
		line        Line
	}
	var list []named
	for _, e := range t.entries {
		if e.Lang != t.lang || e.Kind == "filter" || e.Kind == "not-found" {
			continue
		}
		title, _, _ := strings.Cut(e.Title, " – "+t.shortTitle())
		list = append(list, named{title, e.Kind, linked(Text{S: title}, t.to(e.bare))})
	}
	const most = 3000 // beyond that the search serves better, and things have their own lists
	if len(list) > most {
		list = slices.DeleteFunc(list, func(n named) bool { return n.kind == "initiative" })
	}
	order := collate.New(language.Make(t.lang))
	slices.SortStableFunc(list, func(a, b named) int {
		return cmp.Or(order.CompareString(a.title, b.title), cmp.Compare(a.title, b.title))
	})
	var letters []Block
	at := map[string]int{} // a title that begins with a quotation mark sorts apart from its letter
	for _, n := range list {
		letter := initial(n.title)
		if i, known := at[letter]; known {
			s := letters[i].(Section)
			l := s.Blocks[0].(List)
			l.Items = append(l.Items, n.line)
			s.Blocks[0] = l
			continue
		}
		at[letter] = len(letters)
		letters = append(letters, Section{ID: "bokstav-" + strings.ToLower(letter), Title: Text{S: letter}, Blocks: []Block{List{Items: []Line{n.line}}}})
	}
	p.Blocks = letters
	return p
}

func (t *tongue) shortTitle() string {
	if a := t.Content.Agreement; a != nil {
		return first(a.ShortTitle.V, a.Title.V)
	}
	return ""
}

// initial is the letter that a title is found under.
func initial(title string) string {
	for _, c := range strings.ToUpper(title) {
		switch {
		case c >= 'A' && c <= 'Z', c == 'Å', c == 'Ä', c == 'Ö':
			return string(c)
		case c == 'É', c == 'È':
			return "E"
		case c >= '0' && c <= '9':
			return "0–9"
		}
	}
	return "#"
}

func (t *tongue) searchPage() *Page {
	return &Page{
		Title: t.say(text.Search), Lead: words(t.say(text.SearchLead)),
		Blocks: []Block{SearchBox{}, Para{Line: linked(t.say(text.SeeAZ), t.to("a-o"))}},
	}
}

// gonePage is what a server shows where there is no page.
func (t *tongue) gonePage() *Page {
	return &Page{Title: t.say(text.PageGone), Lead: words(t.say(text.PageGoneLong)), Hidden: true, Blocks: []Block{List{Items: []Line{
		linked(t.say(text.Search), t.to("search")), linked(t.say(text.AZ), t.to("a-o")), linked(t.siteTitle(), t.to("index")),
	}}}}
}

func (t *tongue) aboutPage() *Page {
	p := &Page{Title: t.say(text.AboutSite), Lead: words(t.say(text.AboutLead))}
	var f factList
	f.add(t.say(text.Publisher), t.publisherLine())
	if a := t.Content.Agreement; a != nil {
		f.add(t.say(text.Source), linked(t.tr(a.Source.Title, "source/title"), safeURL(a.Source.URL.V)))
	}
	f.add(t.say(text.Version), words(Text{S: short(t.Options.Commit)}))
	f.add(t.say(text.Told), words(t.date(t.Options.Today)))
	f.add(t.say(text.Digest), code(t.Options.Digest))
	f.add(t.say(text.MadeWith), words(Text{S: strings.TrimSpace("Samsyn " + t.Options.Version)}))
	p.Blocks = append(p.Blocks, f.blocks()...)
	if a := t.Content.Agreement; a != nil && a.Source.Note.Given() {
		p.Blocks = append(p.Blocks, section("kalla", t.say(text.AboutThisText), para(words(t.tr(a.Source.Note, "source/note")))...)...)
	}
	if c := t.Content.Config; c != nil && c.Contact.Given() {
		p.Blocks = append(p.Blocks, section("kontakt", t.say(text.Contact), t.contact(c.Contact)...)...)
	}
	p.Blocks = append(p.Blocks, section("uppgifter", t.say(text.YourData), para(words(t.say(text.YourDataLong)))...)...)
	p.Blocks = append(p.Blocks, section("mer", t.say(text.More), List{Items: []Line{
		linked(t.say(text.AccessibilityStatement), t.to("accessibility")),
		linked(t.say(text.Documents), t.to("documents")),
		linked(t.say(text.AZ), t.to("a-o")),
	}})...)
	return p
}

func code(s string) Line {
	if s == "" {
		return nil
	}
	return Line{{Text: Text{S: s}, Code: true}}
}

func (t *tongue) publisherLine() Line {
	if t.Content.Config == nil {
		return nil
	}
	return t.ref(t.Content.Config.Publisher)
}
