package general

import (
	"cmp"
	"slices"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// decision is something that somebody has decided on a day.
type decision struct {
	date    string
	day     block.Text
	what    block.Line
	by      []block.Line
	minutes block.Line
}

// Decisions lists what has been decided, newest first, and how each decision was made.
func Decisions(t *view.Language) *page.Page {
	p := &page.Page{Section: "calendar", Feed: true, Title: t.Say(text.Decisions), Lead: block.Words(t.Say(text.DecisionsLead))}
	list := decisions(t)
	if len(list) == 0 {
		p.Lead = block.Words(t.Say(text.NoDecisions))
		return p
	}
	table := block.Table{ID: "beslut", Caption: t.Say(text.Decisions), Columns: []block.Column{
		{Label: t.Say(text.Date), Header: true, Share: 2}, {Label: t.Say(text.WhatWasDecided), Share: 5},
		{Label: t.Say(text.DecidedBy), Share: 3}, {Label: t.Say(text.Minutes), Share: 2},
	}}
	for _, d := range list {
		notGiven := block.Words(t.Say(text.NotGiven))
		if len(d.minutes) == 0 {
			d.minutes = notGiven
		}
		by := block.CellOf(d.by...)
		if len(by.Blocks) == 0 {
			by = block.CellOf(notGiven)
		}
		day := block.Words(d.day)
		if d.date == "" {
			day = block.Words(t.Say(text.DateNotGiven))
		}
		table.Add(block.CellOf(day), block.CellOf(d.what), by, block.CellOf(d.minutes))
	}
	p.Add(table)
	return p
}

func decisions(t *view.Language) []decision {
	var list []decision
	add := func(when model.When, what block.Line, by []block.Line, minutes block.Line) {
		list = append(list, decision{when.V.String(), t.Date(when.V), what, by, minutes})
	}
	minutes := func(m model.Text) block.Line { return view.Outside(t.Say(text.Minutes), m) }
	if a := t.Agreement; a.Adopted.Given() {
		add(a.Adopted.Date, block.Linked(t.Sayf(text.AdoptedThing, t.Text(a.Title, "title").S), t.To("agreement")), agreedHow(t), minutes(a.Adopted.Minutes))
	}
	for n, am := range t.Agreement.Amendments {
		add(am.Date, block.Words(t.Text(am.Text, "amendments/"+strconv.Itoa(n)+"/text")), []block.Line{t.ActorLine(am.Body)}, minutes(am.Minutes))
	}
	decided := map[string]bool{}
	for _, p := range t.Facts.PlansIn(false) {
		decided[p.ID.V] = true
		add(p.Adopted.Date, block.Linked(t.Sayf(text.AdoptedThing, t.PlanTitle(p).S), t.To(address.Plan(p.ID.V))), []block.Line{t.ActorLine(p.Adopted.Body)}, minutes(p.Adopted.Minutes))
	}
	for _, e := range Events(t) {
		if e.Kind.V != "decision" || e.Withdrawn.Given() || len(e.Decides) == 1 && decided[e.Decides[0].V] {
			continue
		}
		add(e.Date, block.Linked(t.Text(e.Title, "events/"+e.ID.V+"/title"), t.At("calendar", e.ID.V)), []block.Line{t.Ref(e.Body)}, minutes(e.Minutes))
	}
	for _, r := range t.Content.Reviews {
		add(r.Date, block.Line{{Text: t.Sayf(text.ReviewOf, r.ID.V), Ref: t.To(address.Review(r.ID.V))}, block.Run(": "), {Text: t.Value("conclusion", r.Conclusion)}}, []block.Line{t.Ref(r.By)}, nil)
	}
	slices.SortStableFunc(list, func(a, b decision) int { return -cmp.Compare(a.date, b.date) })
	return list
}

// agreedHow says who adopted the agreement, or in what way and where: an agreement
// is mostly not decided by a body but signed by its parties.
func agreedHow(t *view.Language) []block.Line {
	a := t.Agreement
	list := []block.Line{t.ActorLine(a.Adopted.Body), block.Words(t.Text(a.Adopted.How, "adopted/how"))}
	if !a.Adopted.Body.Given() && !a.Adopted.How.Given() && len(t.Content.Signatures.All()) > 0 {
		list = append(list, block.Words(t.Say(text.SignedByParties)))
	}
	list = append(list, block.Words(t.Text(a.Adopted.Place, "adopted/place")))
	signs := func(c model.ChapterRef) bool { return c.Part.V == "signatures" }
	if !t.Proposed() && t.Manner() == view.Signed && slices.ContainsFunc(a.Chapters, signs) && len(part.SigningRows(t)) > 0 {
		list = append(list, block.Linked(t.Say(text.SeeSignatures), t.At("agreement", part.SignaturesID)))
	}
	return list
}

// Events lists the calendar in the order of its dates.
func Events(t *view.Language) []*model.Event {
	var list []*model.Event
	for i := range t.Content.Calendar.All() {
		list = append(list, &t.Content.Calendar.Events[i])
	}
	slices.SortStableFunc(list, func(a, b *model.Event) int { return cmp.Compare(a.Date.V.String(), b.Date.V.String()) })
	return list
}
