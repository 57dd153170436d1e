package site

import (
	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/general"
	"samsyn/internal/view/outcome"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// startPage tells in four sentences what the agreement is, and leads on.
func startPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "index", Together: true, Feed: true, Title: t.SiteTitle(), Reviewed: page.RelevanceReviewed(t)}
	a := t.Content.Agreement
	if a != nil {
		p.Kicker = block.Words(t.Text(a.Subtitle, "subtitle"))
		p.Marks = general.AgreementMarks(t)
	}
	p.Description = fourSentences(t).Plain()
	p.Lead = fourSentences(t)
	p.Add(page.Ended(t)...)
	p.Under("gar", t.Say(text.HowItGoes), outcome.ThreeFigures(t)...)
	p.Under("omraden", t.Say(text.WhatItIsAbout), areaCards(t))
	if plan := t.Facts.Current(); plan != nil {
		p.Add(block.Section{ID: "plan", Title: t.PlanTitle(plan), Ref: t.To(address.Plan(plan.ID.V)), Blocks: atAGlance(t, plan)})
	}
	p.Under("lokala-planer", t.Say(text.LocalPlansByParty), page.PlansByParty(t, false)...)
	p.Add(ways(t))
	p.Under("kalender", t.Say(text.Calendar), upcoming(t, 4)...)
	p.Under("nytt", t.Say(text.HistoryTitle), general.Lately(t, 5)...)
	p.Under("dokument", t.Say(text.Documents), page.DocumentCards(t, t.Options.Documents, false))
	return p
}

// fourSentences say who has agreed, for how long, on what, and what is done.
func fourSentences(t *view.Language) block.Line {
	a := t.Content.Agreement
	if a == nil {
		return nil
	}
	n := len(t.Parties())
	agreed, validFor := text.AgreedBy, text.ValidFor
	switch {
	case t.Proposed():
		agreed, validFor = text.ProposedBy, text.ProposedFor
	case t.Over():
		validFor = text.WasValidFor
	}
	sentences := []block.Span{{Text: t.Sayf(agreed, t.Count(n, text.OneParty, text.ManyParties).S)}}
	if a.Period.Given() {
		sentences = append(sentences, block.Span{Text: t.Sayf(validFor, t.Period(a.Period).S)})
	}
	sentences = append(sentences, block.Span{Text: areasInNumbers(t, text.AreasCount, text.AreasCountOne, text.AreasCountAlone)})
	if plan := t.Facts.Current(); plan != nil {
		sentences = append(sentences, block.Span{Text: t.Sayf(inPlan(t, plan), t.PlanTitle(plan).S, part.HowManyIn(t, plan).S)})
	}
	return block.Joined(sentences, " ")
}

// inPlan says what a plan tells: what is done, or, once its time is over, what was
// to be done. Only reports can tell what came of it.
func inPlan(t *view.Language, plan *model.Plan) text.Label {
	if !t.Over() && !page.PlanOver(t, plan) {
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
func atAGlance(t *view.Language, plan *model.Plan) []block.Block {
	table := block.Table{ID: "i-korthet", Caption: t.Sayf(text.InitiativesIn, t.PlanTitle(plan).S), Columns: []block.Column{
		{Label: t.Say(text.Area), Header: true, Share: 2}, {Label: t.Say(text.Initiatives), Share: 5},
	}}
	by := map[string][]*model.Initiative{}
	for _, i := range plan.Initiatives {
		by[i.CooperationArea.V] = append(by[i.CooperationArea.V], i)
	}
	const most = 6 // of one area; the plan's own page has them all
	for _, a := range t.Areas() {
		var list []block.Line
		for _, c := range facts.CooperationsOf(a) {
			list = append(list, page.InitiativeLines(t, by[c.ID()])...)
		}
		list = t.First(list, most, t.To(address.Plan(plan.ID.V)))
		if len(list) == 0 {
			list = []block.Line{{block.Mark(t.Say(text.NoInitiative), block.Warn)}}
		}
		table.Add(block.CellOf(block.Linked(t.AreaTitle(a), t.To(address.Area(a.ID.V)))), block.CellOf(list...))
	}
	return append([]block.Block{table}, block.Para{Line: block.Linked(t.Sayf(text.SeeWholePlan, t.PlanTitle(plan).S), t.To(address.Plan(plan.ID.V)))})
}

// ways lead a reader to what he or she came for.
func ways(t *view.Language) block.Block {
	cards := block.Cards{Look: "way"}
	for _, w := range []struct {
		page        string
		title, line text.Label
	}{
		{"join", text.NewHere, text.NewHereLine},
		{"places", text.InTheMunicipalities, text.PlacesLine},
		{"follow-up", text.HowItGoes, text.HowItGoesLine},
		{"parties", text.WhoDoesWhat, text.WhoDoesWhatLine},
	} {
		if !filled(t, w.page) {
			continue
		}
		cards.Items = append(cards.Items, block.Card{Title: t.Say(w.title), Ref: t.To(w.page), Lines: []block.Line{block.Words(t.Say(w.line))}})
	}
	return block.Section{ID: "hitta", Title: t.Say(text.FindYourWay), Blocks: []block.Block{cards}}
}
