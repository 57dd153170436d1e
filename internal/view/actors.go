package view

import (
	"cmp"
	"slices"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

func (t *tongue) partiesPage() *Page {
	p := &Page{Section: "parties", Title: t.say(text.Parties)}
	if t.Content.Parties == nil {
		return p
	}
	by := map[string][]*model.Party{}
	var kinds []string
	var gone []*model.Party
	n := 0
	for i := range t.Content.Parties.Parties {
		party := &t.Content.Parties.Parties[i]
		if party.Withdrawn.Given() {
			gone = append(gone, party)
			continue
		}
		n++
		if len(by[party.Kind.V]) == 0 {
			kinds = append(kinds, party.Kind.V)
		}
		by[party.Kind.V] = append(by[party.Kind.V], party)
	}
	p.Lead = words(t.sayf(text.PartiesLead, t.count(n, text.OneParty, text.ManyParties).S))
	for _, k := range kinds {
		p.Blocks = append(p.Blocks, Section{ID: "slag-" + k, Title: t.say(text.KindsOf(k)), Blocks: []Block{t.partyCards(by[k])}})
	}
	if len(gone) > 0 {
		p.Blocks = append(p.Blocks, Section{ID: "utgangna", Title: t.say(text.FormerParties), Blocks: []Block{t.partyCards(gone)}})
	}
	p.Blocks = append(p.Blocks, Section{ID: "organisation", Title: t.say(text.Organisation),
		Blocks: []Block{Para{Line: linked(t.say(text.SeeOrganisation), t.to("organisation"))}}})
	return p
}

func (t *tongue) partyCards(list []*model.Party) Block {
	cards := Cards{Look: "party"}
	for _, p := range list {
		c := Card{Title: t.partyName(p, false), Ref: t.to(partyPath(p.ID.V))}
		if n := len(t.Facts.OwnedBy(p.ID.V)); n > 0 {
			c.Lines = []Line{words(t.sayf(text.AnswersForCount, t.count(n, text.OneInitiative, text.ManyInitiatives).S))}
		}
		if p.Withdrawn.Given() {
			c.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		}
		cards.Items = append(cards.Items, c)
	}
	return cards
}

func (t *tongue) partyPage(party *model.Party) *Page {
	id := party.ID.V
	p := &Page{
		Section: "parties", Title: t.partyName(party, false), Also: t.partyName(party, true).S, Kicker: words(t.value("party-kind", party.Kind)),
		Crumbs:      []Link{t.crumb(t.say(text.Parties), "parties")},
		Description: t.sayf(text.PartyDescription, t.partyName(party, false).S).S,
	}
	if party.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(party.Withdrawn, "actor", "parties/"+id+"/"))
	}
	p.Lead = t.promised(party)
	p.Blocks = append(p.Blocks, t.work(id)...)
	p.Blocks = append(p.Blocks, section("grupperna", t.say(text.LedByGroups), t.groupWork(id)...)...)
	if t.awaits(id) {
		p.Blocks = append(p.Blocks, Para{Line: linked(t.sayf(text.PartyCalendar, t.partyName(party, true).S), Ref{File: PartyCalendar(id)})})
	}
	p.Blocks = append(p.Blocks, section("uppdrag", t.say(text.Duties), t.duties(party)...)...)
	p.Blocks = append(p.Blocks, section("grupper", t.say(text.SitsIn), t.seats(id)...)...)
	var f factList
	f.add(t.say(text.Web), outside(Text{}, party.URL))
	f.add(t.say(text.Signatory), words(t.own(joinWords(party.Signatory.Name.V, party.Signatory.Role.V))))
	if party.Kind.V == "municipality" {
		f.add(t.say(text.InTheMunicipality), linked(t.sayf(text.AllInPlace, t.partyName(party, true).S), t.to(placePath(id))))
	}
	p.Blocks = append(p.Blocks, section("om", t.say(text.AboutParty), f.blocks()...)...)
	p.Blocks = append(p.Blocks, t.lifeOf("actor", id)...)
	return p
}

// groupWork are the initiatives that the bodies that a party sits in answer for.
func (t *tongue) groupWork(id string) []Block {
	list := t.Facts.OwnedThrough(id)
	if len(list) == 0 {
		return nil
	}
	return []Block{Para{Tone: Quiet, Line: words(t.say(text.LedByGroupsLong))}, t.initiativeCards(list, true)}
}

// awaits tells whether an actor has something left to report on a day, so that its
// calendar has something in it.
func (t *tongue) awaits(id string) bool {
	for _, i := range t.Facts.FollowedBy(id) {
		for _, d := range t.Facts.DuesOf(i) {
			if (d.State == facts.Planned || d.State == facts.Overdue) && d.Date.V.Whole() && !i.Withdrawn.Given() {
				return true
			}
		}
	}
	return false
}

// promised says in a sentence what a party answers for, and what of that is late.
func (t *tongue) promised(party *model.Party) Line {
	id, name := party.ID.V, t.partyName(party, true).S
	owned := len(t.Facts.OwnedBy(id))
	if owned == 0 {
		if len(t.Facts.JoinedBy(id))+len(t.Facts.SharedBy(id)) == 0 {
			return words(t.sayf(text.PromisesNothing, name))
		}
		n := len(t.Facts.JoinedBy(id)) + len(t.Facts.SharedBy(id))
		return words(t.sayf(text.TakesPartIn, t.count(n, text.OneInitiative, text.ManyInitiatives).S, name))
	}
	line := words(t.sayf(text.AnswersForSentence, t.count(owned, text.OneInitiative, text.ManyInitiatives).S))
	overdue := 0
	for _, i := range t.Facts.FollowedBy(id) {
		overdue += len(t.Facts.OverdueDates(i))
	}
	if overdue > 0 {
		sentence := text.OverdueSentence
		if overdue == 1 {
			sentence = text.OneOverdueSentence
		}
		line = append(line, plain(" "), Span{Text: t.sayf(sentence, t.count(overdue, text.OneReport, text.ManyReports).S), Strong: true})
	}
	return line
}

// work is what an actor leads, shares and takes part in, and what it has to
// report when.
func (t *tongue) work(id string) []Block {
	var blocks []Block
	for _, part := range []struct {
		id    string
		title text.Label
		list  []*model.Initiative
	}{
		{"leder", text.Leads, t.Facts.OwnedBy(id)},
		{"delar", text.SharesIn, t.Facts.SharedBy(id)},
		{"medverkar", text.JoinsIn, t.Facts.JoinedBy(id)},
	} {
		if len(part.list) > 0 {
			blocks = append(blocks, Section{ID: part.id, Title: t.say(part.title), Blocks: []Block{t.initiativeCards(part.list, true)}})
		}
	}
	return append(blocks, section("redovisar", t.say(text.ReportsWhen), t.dueTable(t.Facts.FollowedBy(id))...)...)
}

// dueTable lists what is to be reported when, in order of the dates.
func (t *tongue) dueTable(list []*model.Initiative) []Block {
	if len(list) == 0 {
		return nil
	}
	var dues []facts.Due
	var undated []*model.Initiative
	for _, i := range list {
		all := t.Facts.DuesOf(i)
		dues = append(dues, all...)
		if len(all) == 0 && i.Open() && !i.Withdrawn.Given() {
			undated = append(undated, i)
		}
	}
	slices.SortStableFunc(dues, func(a, b facts.Due) int {
		return cmp.Or(cmp.Compare(waits(a), waits(b)), cmp.Compare(a.Date.V.String(), b.Date.V.String()))
	})
	table := Table{ID: "redovisning", Caption: t.say(text.ReportsWhen), Columns: []Column{
		{Label: t.say(text.Date), Header: true, Share: 2}, {Label: t.say(text.Initiative), Share: 4}, {Label: t.say(text.Standing), Share: 2},
	}}
	for _, d := range dues {
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			cell(words(t.date(d.Date.V))), cell(Line{t.initiativeSpan(d.Initiative)}), cell(t.dueMark(d)),
		}})
	}
	for _, i := range undated {
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			cell(Line{mark(t.say(text.NoDate), Warn)}), cell(Line{t.initiativeSpan(i)}), cell(words(t.say(text.NotScheduled))),
		}})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Block{table}
}

// waits puts what is late first, then what is to come, then what is over.
func waits(d facts.Due) int {
	switch d.State {
	case facts.Overdue:
		return 0
	case facts.Planned:
		return 1
	}
	return 2
}

func (t *tongue) dueMark(d facts.Due) Line {
	switch d.State {
	case facts.Overdue:
		return Line{mark(t.say(text.Overdue), Warn)}
	case facts.Met:
		return Line{mark(t.say(text.Reported), Good)}
	case facts.Lapsed:
		return words(t.say(text.LapsedDue))
	}
	return words(t.say(text.ToCome))
}

func (t *tongue) duties(party *model.Party) []Block {
	var list []Block
	for n, d := range party.Duties {
		at := "parties/" + party.ID.V + "/duties/" + itoa(n) + "/"
		line := words(t.tr(d.Text, at+"text"))
		list = append(list, Para{Line: line})
		var f factList
		f.add(t.say(text.Law), words(t.tr(d.Law, at+"law")))
		f.add(t.say(text.Period), words(t.period(d.Period)))
		list = append(list, f.blocks()...)
	}
	return list
}

func (t *tongue) seats(party string) []Block {
	var list List
	for _, s := range t.Facts.SeatsOf(party) {
		line := Line{t.actorName(s.Body.ID.V, false)}
		if who := joinWords(s.Member.Name.V, s.Member.Role.V); who != "" {
			line = append(line, plain(": "), Span{Text: t.own(who)})
		}
		if s.CoOpted.V {
			line = append(line, plain(" ("), Span{Text: t.say(text.CoOpted)}, plain(")"))
		}
		list.Items = append(list.Items, line)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

func (t *tongue) organisationPage() *Page {
	p := &Page{Section: "parties", Title: t.say(text.Organisation), Crumbs: []Link{t.crumb(t.say(text.Parties), "parties")},
		Lead: words(t.say(text.OrganisationLead))}
	p.Blocks = append(p.Blocks, t.organisationDrawing(wideFigure)...)
	if t.Content.Organisation == nil {
		return p
	}
	for i := range t.Content.Organisation.Bodies {
		b := &t.Content.Organisation.Bodies[i]
		blocks := append(para(words(t.tr(b.Description, "bodies/"+b.ID.V+"/description"))), t.answersForBlocks(b.ID.V)...)
		s := Section{ID: b.ID.V, Title: t.bodyName(b, false), Ref: t.to(bodyPath(b.ID.V)), Kicker: t.bodyMarks(b), Blocks: blocks}
		p.Blocks = append(p.Blocks, s)
	}
	return p
}

func (t *tongue) bodyMarks(b *model.Body) Line {
	line := words(t.value("body-role", b.Role))
	switch {
	case b.Withdrawn.Given():
		return append(line, plain(" "), mark(t.say(text.Withdrawn), Off))
	case !b.Stands():
		return append(line, plain(" "), mark(t.value("body-status", b.Status), Warn))
	}
	return line
}

// answersForBlocks lists the cooperation areas that a body answers for.
func (t *tongue) answersForBlocks(body string) []Block {
	var f factList
	var area *model.Area
	var list []Line
	flush := func() {
		if area != nil {
			f.add(t.areaTitle(area), list...)
		}
		list = nil
	}
	for _, c := range t.Facts.AnswersFor(body) {
		if c.Withdrawn() {
			continue
		}
		if c.Area != area {
			flush()
			area = c.Area
		}
		list = append(list, Line{t.cooperationSpan(c.ID())})
	}
	flush()
	if len(f.items) == 0 {
		return nil
	}
	return []Block{Para{Line: words(t.say(text.AnswersFor))}, Facts{f.items}}
}

func (t *tongue) bodyPage(b *model.Body) *Page {
	at := "bodies/" + b.ID.V + "/"
	p := &Page{
		Section: "parties", Title: t.bodyName(b, false), Also: t.bodyName(b, true).S, Kicker: words(t.value("body-role", b.Role)),
		Crumbs:      []Link{t.crumb(t.say(text.Parties), "parties"), t.crumb(t.say(text.Organisation), "organisation")},
		Lead:        words(t.tr(b.Description, at+"description")),
		Description: t.sayf(text.BodyDescription, t.bodyName(b, false).S).S,
	}
	if b.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(b.Withdrawn, "actor", at))
	} else if !b.Stands() {
		p.Marks = Line{mark(t.value("body-status", b.Status), Warn)}
	}
	p.Blocks = append(p.Blocks, t.bodyFacts(b)...)
	p.Blocks = append(p.Blocks, section("ansvar", t.say(text.Responsibility), t.answersForBlocks(b.ID.V)...)...)
	p.Blocks = append(p.Blocks, t.work(b.ID.V)...)
	if b.Note.Given() {
		p.Blocks = append(p.Blocks, Para{Tone: Quiet, Line: labelled(t.say(text.Note), words(t.tr(b.Note, at+"note")))})
	}
	p.Blocks = append(p.Blocks, t.lifeOf("actor", b.ID.V)...)
	return p
}

func (t *tongue) placesPage() *Page {
	p := &Page{Section: "join", Title: t.say(text.InTheMunicipalities), Lead: words(t.say(text.PlacesLead))}
	cards := Cards{Look: "party"}
	for _, m := range t.municipalities() {
		n := 0
		for _, i := range t.Facts.InPlace(m.ID.V) {
			if i.Open() && !i.Withdrawn.Given() {
				n++
			}
		}
		c := Card{Title: t.partyName(m, true), Ref: t.to(placePath(m.ID.V))}
		if n > 0 {
			c.Lines = []Line{words(t.count(n, text.OneInitiative, text.ManyInitiatives))}
		} else {
			c.Lines = []Line{words(t.say(text.NoInitiativeHere))}
		}
		cards.Items = append(cards.Items, c)
	}
	if len(cards.Items) > 0 {
		p.Blocks = append(p.Blocks, cards)
	}
	return p
}

func (t *tongue) municipalities() []*model.Party {
	var list []*model.Party
	if t.Content.Parties != nil {
		for i := range t.Content.Parties.Parties {
			if p := &t.Content.Parties.Parties[i]; p.Kind.V == "municipality" && !p.Withdrawn.Given() {
				list = append(list, p)
			}
		}
	}
	return list
}

// placePage tells what happens in a municipality, whoever leads it.
func (t *tongue) placePage(m *model.Party) *Page {
	p := &Page{
		Section: "join", Title: t.sayf(text.InPlace, t.partyName(m, true).S), Kicker: words(t.value("party-kind", m.Kind)),
		Crumbs:      []Link{t.crumb(t.say(text.InTheMunicipalities), "places")},
		Description: t.sayf(text.PlaceDescription, t.partyName(m, true).S).S,
	}
	if m.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(m.Withdrawn, "actor", "parties/"+m.ID.V+"/"))
	}
	here := t.Facts.InPlace(m.ID.V)
	var now, before []*model.Initiative
	seen := map[*model.Initiative]bool{}
	for _, i := range here {
		seen[i] = true
		if i.Open() && !i.Withdrawn.Given() {
			now = append(now, i)
		} else {
			before = append(before, i)
		}
	}
	if len(now) == 0 {
		p.Lead = words(t.say(text.NothingHere))
	} else {
		p.Lead = words(t.sayf(text.HereNow, t.count(len(now), text.OneInitiative, text.ManyInitiatives).S))
	}
	p.Blocks = append(p.Blocks, t.cardsOf("pagar", text.Now, now)...)
	p.Blocks = append(p.Blocks, t.cardsOf("tidigare", text.Earlier, before)...)
	var elsewhere []*model.Initiative
	for _, i := range t.Facts.OwnedBy(m.ID.V) {
		if !seen[i] {
			elsewhere = append(elsewhere, i)
		}
	}
	p.Blocks = append(p.Blocks, t.cardsOf("kommunen", text.MunicipalityLeads, elsewhere)...)
	p.Blocks = append(p.Blocks, Section{ID: "hela-lanet", Title: t.say(text.WholeCounty), Blocks: []Block{
		Para{Line: words(t.say(text.WholeCountyLong))},
		List{Items: []Line{
			linked(t.say(text.WhatYouCanJoin), t.to("join")),
			linked(t.partyName(m, false), t.to(partyPath(m.ID.V))),
		}},
	}})
	return p
}

func (t *tongue) cardsOf(id string, title text.Label, list []*model.Initiative) []Block {
	if len(list) == 0 {
		return nil
	}
	return section(id, t.say(title), t.initiativeCards(list, true))
}
