package thing

import (
	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// withoutFirst is a text without its first paragraph, where it begins with one
// that has no footnotes.
func withoutFirst(doc *prose.Doc) (*prose.Doc, bool) {
	if len(doc.Blocks) == 0 {
		return doc, false
	}
	p, ok := doc.Blocks[0].(*prose.Paragraph)
	if !ok {
		return doc, false
	}
	for _, in := range p.Inlines {
		if _, note := in.(*prose.FootnoteRef); note {
			return doc, false
		}
	}
	return &prose.Doc{File: doc.File, Blocks: doc.Blocks[1:], Footnotes: doc.Footnotes}, true
}

// Initiative is the page of an initiative.
func Initiative(t *view.Language, i *model.Initiative) *page.Page {
	p := &page.Page{
		Also: also(t, i.ID()), Weight: 6,
		Section: "plans", Title: t.InitiativeTitle(i), Kicker: block.Words(t.Say(text.Initiative)),
		Crumbs:      []block.Link{page.Crumb(t, t.Say(text.Plans), "plans"), page.Crumb(t, t.PlanTitle(i.Plan), address.Plan(i.Plan.ID.V))},
		Marks:       part.InitiativeMarks(t, i),
		Lead:        t.Excerpt(i.Path, i.Body),
		Description: t.Sayf(text.InitiativeDescription, t.InitiativeTitle(i).S, t.PlanTitle(i.Plan).S).S,
	}
	page.Withdraw(t, p, i.Withdrawn, "initiative", "")
	if r := facts.Latest(i); r != nil {
		p.Reviewed = page.ReviewedOn(t, text.LastReported, r.Date.V)
	}
	p.Add(page.OldInitiative(t, i)...)
	p.Add(part.InitiativeFacts(t, i))
	p.Under("delta", t.Say(text.HowToJoin), part.Joining(t, i)...)
	p.Under("gor", t.Say(text.WhatAndHow), bodyWithoutLead(t, i, p.Lead)...)
	follow := append(part.FollowUpFacts(t, i), part.MeasuresTable(t, i)...)
	p.Under("uppfoljning", t.Say(text.FollowUp), follow...)
	reports := part.Reports(t, i)
	if block.Empty(reports) {
		reports = block.Para{Line: block.Words(t.Say(text.NoReports))}
	}
	p.Under("rapporter", t.Say(text.Reports), reports)
	p.Under("finansiering-avsnitt", t.Say(text.Funding), part.FundingTable(t, i)...)
	var later []block.Line
	for _, next := range t.Facts.ContinuedBy(i.FullID()) {
		later = append(later, block.Line{t.InitiativeSpan(next), block.Run(" ("), block.Span{Text: t.PlanTitle(next.Plan)}, block.Run(")")})
	}
	var f block.Facts
	f.Add(t.Say(text.ContinuedBy), later...)
	f.Add(t.Say(text.Note), block.Words(t.Text(i.Note, "note")))
	p.Under("ovrigt", t.Say(text.MoreAbout), f.Blocks()...)
	p.Add(page.LifeOf(t, "initiative", i.FullID())...)
	return p
}

// bodyWithoutLead is an initiative's text but for the first paragraph, which
// stands as the page's introduction.
func bodyWithoutLead(t *view.Language, i *model.Initiative, lead block.Line) []block.Block {
	blocks := t.Prose(i.Path, i.Body, 2)
	if len(blocks) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NoDescription))}}
	}
	last := len(blocks) - 1
	p, ok := blocks[last].(block.Prose)
	if !ok || len(lead) == 0 {
		return blocks
	}
	rest, ok := withoutFirst(p.Doc)
	switch {
	case !ok:
		return blocks
	case len(rest.Blocks) == 0 && len(rest.Footnotes) == 0:
		return nil
	}
	p.Doc = rest
	blocks[last] = p
	return blocks
}
