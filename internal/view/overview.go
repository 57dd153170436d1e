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
	return []Block{Para{Line: linked(t.counted(text.WithoutDay, n), t.at("follow-up", gapID("datum")))}}
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
