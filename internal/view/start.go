package view

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// startPage tells in four sentences what the agreement is, and leads on.
func (t *tongue) startPage() *Page {
	p := &Page{Section: "index", Title: t.siteTitle(), Reviewed: t.relevanceReviewed()}
	a := t.Content.Agreement
	if a != nil {
		p.Kicker = words(t.tr(a.Subtitle, "subtitle"))
		p.Marks = t.agreementMarks()
	}
	p.Description = t.fourSentences().plain()
	p.Lead = t.fourSentences()
	p.Blocks = append(p.Blocks, t.ended()...)
	p.Blocks = append(p.Blocks, section("omraden", t.say(text.WhatItIsAbout), t.areaCards())...)
	if plan := t.Facts.Current(); plan != nil {
		p.Blocks = append(p.Blocks, Section{ID: "plan", Title: t.planTitle(plan), Ref: t.to(planPath(plan.ID.V)), Blocks: t.atAGlance(plan)})
	}
	p.Blocks = append(p.Blocks, t.ways())
	p.Blocks = append(p.Blocks, section("kalender", t.say(text.Calendar), t.upcoming(4)...)...)
	p.Blocks = append(p.Blocks, section("nytt", t.say(text.HistoryTitle), t.lately(5)...)...)
	p.Blocks = append(p.Blocks, section("dokument", t.say(text.Documents), t.documentCards(t.Options.Documents, false)...)...)
	return p
}

// plain is a line without its form.
func (l Line) plain() string {
	s := ""
	for _, span := range l {
		s += span.S
	}
	return s
}

func (t *tongue) agreementMarks() Line {
	tone := Info
	switch t.Content.Agreement.Status.V {
	case "draft", "signing":
		tone = Warn
	case "superseded":
		tone = Off
	case "signed":
		tone = Good
	}
	return Line{mark(t.value("agreement-status", t.Content.Agreement.Status), tone)}
}

// fourSentences say who has agreed, for how long, on what, and what is done.
func (t *tongue) fourSentences() Line {
	a := t.Content.Agreement
	if a == nil {
		return nil
	}
	n := 0
	if t.Content.Parties != nil {
		for i := range t.Content.Parties.Parties {
			if !t.Content.Parties.Parties[i].Withdrawn.Given() {
				n++
			}
		}
	}
	agreed, validFor := text.AgreedBy, text.ValidFor
	switch {
	case t.proposed():
		agreed, validFor = text.ProposedBy, text.ProposedFor
	case t.over():
		validFor = text.WasValidFor
	}
	sentences := []Span{{Text: t.sayf(agreed, t.count(n, text.OneParty, text.ManyParties).S)}}
	if a.Period.Given() {
		sentences = append(sentences, Span{Text: t.sayf(validFor, t.period(a.Period).S)})
	}
	sentences = append(sentences, Span{Text: t.areasInNumbers(text.AreasCount)})
	if plan := t.Facts.Current(); plan != nil {
		sentences = append(sentences, Span{Text: t.sayf(t.inPlan(plan), t.planTitle(plan).S,
			t.count(len(plan.Initiatives), text.OneInitiative, text.ManyInitiatives).S)})
	}
	return joined(sentences, " ")
}

// inPlan says what a plan tells: what is done, or, once its time is over, what was
// to be done. Only reports can tell what came of it.
func (t *tongue) inPlan(plan *model.Plan) text.Label {
	if !t.over() && !t.planOver(plan) {
		return text.DoneInPlan
	}
	for _, i := range plan.Initiatives {
		if len(i.Reports) > 0 {
			return text.ReportedInPlan
		}
	}
	return text.StoodInPlan
}

// atAGlance is a plan in short: which areas it has initiatives in.
func (t *tongue) atAGlance(plan *model.Plan) []Block {
	table := Table{ID: "i-korthet", Caption: t.sayf(text.InitiativesIn, t.planTitle(plan).S), Columns: []Column{
		{Label: t.say(text.Area), Header: true, Share: 2}, {Label: t.say(text.Initiatives), Share: 5},
	}}
	by := map[string][]*model.Initiative{}
	for _, i := range plan.Initiatives {
		by[i.CooperationArea.V] = append(by[i.CooperationArea.V], i)
	}
	const most = 6 // of one area; the plan's own page has them all
	for _, a := range t.Content.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		var list []Line
		more := 0
		for _, c := range facts.CooperationsOf(a) {
			for _, i := range by[c.ID()] {
				if len(list) < most {
					list = append(list, Line{t.initiativeSpan(i)})
				} else {
					more++
				}
			}
		}
		if more > 0 {
			list = append(list, linked(t.sayf(text.AndMore, itoa(more)), t.to(planPath(plan.ID.V))))
		}
		if len(list) == 0 {
			list = []Line{{mark(t.say(text.NoInitiative), Warn)}}
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{cell(linked(t.areaTitle(a), t.to(areaPath(a.ID.V)))), cell(list...)}})
	}
	return append([]Block{table}, Para{Line: linked(t.sayf(text.SeeWholePlan, t.planTitle(plan).S), t.to(planPath(plan.ID.V)))})
}

// ways lead a reader to what he or she came for.
func (t *tongue) ways() Block {
	cards := Cards{Look: "way"}
	for _, w := range []struct {
		page        string
		title, line text.Label
	}{
		{"join", text.NewHere, text.NewHereLine},
		{"places", text.InTheMunicipalities, text.PlacesLine},
		{"follow-up", text.HowItGoes, text.HowItGoesLine},
		{"parties", text.WhoDoesWhat, text.WhoDoesWhatLine},
	} {
		cards.Items = append(cards.Items, Card{Title: t.say(w.title), Ref: t.to(w.page), Lines: []Line{words(t.say(w.line))}})
	}
	return Section{ID: "hitta", Title: t.say(text.FindYourWay), Blocks: []Block{cards}}
}

// joinPage is for those who are new: what one can take part in, how, and whom to
// ask.
func (t *tongue) joinPage() *Page {
	p := &Page{Section: "join", Title: t.say(text.NewHere), Lead: words(t.say(text.JoinLead)),
		Crumbs: nil}
	var open, ask []*model.Initiative
	for _, plan := range t.Facts.PlansIn(false) {
		for _, i := range plan.Initiatives {
			if !i.Open() || i.Withdrawn.Given() || plan.Withdrawn.Given() || t.Facts.Stale(i) {
				continue
			}
			if i.HowToJoin.Given() {
				open = append(open, i)
			} else {
				ask = append(ask, i)
			}
		}
	}
	for _, i := range open {
		blocks := append(para(t.excerpt(i.Path, i.Body)), t.joinFacts(i)...)
		p.Blocks = append(p.Blocks, Section{ID: "insats-" + i.Plan.ID.V + "-" + i.ID(), Title: t.initiativeTitle(i), Ref: t.to(initiativePath(i)), Blocks: blocks})
	}
	if len(open) == 0 {
		p.Blocks = append(p.Blocks, Notice{Tone: Info, Title: t.say(text.NobodySaysHow), Blocks: para(words(t.say(text.NobodySaysHowLong)))})
	}
	if len(ask) > 0 {
		p.Blocks = append(p.Blocks, Section{ID: "fraga", Title: t.say(text.AskResponsible), Blocks: t.toAsk(ask)})
	}
	if places := t.municipalities(); len(places) > 0 {
		var list []Line
		for _, m := range places {
			list = append(list, linked(t.partyName(m, true), t.to(placePath(m.ID.V))))
		}
		p.Blocks = append(p.Blocks, Section{ID: "kommuner", Title: t.say(text.InYourMunicipality), Blocks: []Block{List{Items: list}}})
	}
	if c := t.Content.Config; c != nil && c.Contact.Given() {
		p.Blocks = append(p.Blocks, section("kontakt", t.say(text.AskUs), t.contact(c.Contact)...)...)
	}
	return p
}

// mostToAsk is how many initiatives a newcomer is shown at once. A country has
// thousands, which no telephone should have to fetch.
const mostToAsk = 100

// toAsk lists initiatives that do not say how to join, or the plans that they are in.
func (t *tongue) toAsk(list []*model.Initiative) []Block {
	lead := words(t.say(text.AskResponsibleLong))
	if len(list) <= mostToAsk {
		return []Block{Para{Line: lead}, t.initiativeCards(list, false)}
	}
	var plans []Line
	for len(list) > 0 {
		plan, n := list[0].Plan, 1
		for n < len(list) && list[n].Plan == plan {
			n++
		}
		line := linked(t.planTitle(plan), t.to(planPath(plan.ID.V)))
		plans = append(plans, append(line, plain(": "), Span{Text: t.count(n, text.OneInitiative, text.ManyInitiatives)}))
		list = list[n:]
	}
	return []Block{Para{Line: append(lead, plain(" "), Span{Text: t.say(text.AskPlanByPlan)})}, List{Items: plans}}
}

func (t *tongue) joinFacts(i *model.Initiative) []Block {
	var f factList
	f.add(t.say(text.HowToJoin), words(t.tr(i.HowToJoin, "how_to_join")))
	f.add(t.say(text.ForWhom), words(t.tr(i.TargetGroup, "target_group")))
	var places []Span
	for _, p := range i.Places {
		if m := t.Facts.Party(p.V); m != nil {
			places = append(places, Span{Text: t.partyName(m, true), Ref: t.to(placePath(p.V))})
		}
	}
	f.add(t.say(text.Places), joined(places, ", "))
	f.add(t.say(text.Responsible), t.ref(i.Owner))
	return append(f.blocks(), t.contact(i.Contact)...)
}
