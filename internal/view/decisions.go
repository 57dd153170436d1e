package view

import (
	"cmp"
	"slices"

	"samsyn/internal/model"
	"samsyn/internal/text"
)

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
	ref := func(r model.Ref) []Line {
		if l := t.ref(r); len(l) > 0 {
			return []Line{l}
		}
		return nil
	}
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
