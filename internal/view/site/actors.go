package site

import (
	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
	"samsyn/internal/view/thing"
)

func partiesPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "parties", Title: t.Say(text.Parties)}
	if t.Content.Parties == nil {
		return p
	}
	by := map[string][]*model.Party{}
	var kinds []string
	now, former := t.EveryParty()
	for _, party := range now {
		if len(by[party.Kind.V]) == 0 {
			kinds = append(kinds, party.Kind.V)
		}
		by[party.Kind.V] = append(by[party.Kind.V], party)
	}
	p.Lead = block.Words(t.Sayf(text.PartiesLead, t.Count(len(now), text.OneParty, text.ManyParties).S))
	for _, k := range kinds {
		p.Under("slag-"+k, t.Say(text.KindsOf(k)), partyCards(t, by[k]))
	}
	p.Under("utgangna", t.Say(text.FormerParties), partyCards(t, former))
	p.Under("organisation", t.Say(text.Organisation), block.Para{Line: block.Linked(t.Say(text.SeeOrganisation), t.To("organisation"))})
	return p
}

func partyCards(t *view.Language, list []*model.Party) block.Block {
	cards := block.Cards{Look: "party"}
	for _, p := range list {
		c := block.Card{Title: t.PartyName(p, false), Ref: t.To(address.Party(p.ID.V))}
		if n := len(t.Facts.OwnedBy(p.ID.V)); n > 0 {
			c.Lines = []block.Line{block.Words(t.Sayf(text.AnswersForCount, t.Count(n, text.OneInitiative, text.ManyInitiatives).S))}
		}
		if p.Withdrawn.Given() {
			c.Marks = block.Line{block.Mark(t.Say(text.Withdrawn), block.Off)}
		}
		cards.Items = append(cards.Items, c)
	}
	return cards
}

func organisationPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "parties", Title: t.Say(text.Organisation), Crumbs: []block.Link{page.Crumb(t, t.Say(text.Parties), "parties")},
		Lead: block.Words(t.Say(text.OrganisationLead))}
	p.Add(part.OrganisationDrawing(t, block.WideFigure)...)
	for _, b := range t.Facts.Bodies() {
		blocks := append(block.Paragraph(block.Words(t.Text(b.Description, "bodies/"+b.ID.V+"/description"))), thing.AnswersForBlocks(t, b.ID.V)...)
		p.Add(block.Section{ID: b.ID.V, Title: t.BodyName(b, false), Ref: t.To(address.Body(b.ID.V)), Kicker: thing.BodyMarks(t, b), Blocks: blocks})
	}
	return p
}

// placesPage leads to the county's municipalities and districts, then to other places
// that something is said of.
func placesPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "join", Title: t.Say(text.InTheMunicipalities), Lead: block.Words(t.Say(text.PlacesLead))}
	cards := block.Cards{Look: "party"}
	listed := map[string]bool{}
	here := t.Facts.PlacesHere()
	p.Add(page.Map(t, here)...)
	for _, m := range here {
		listed[m.ID()] = true
		cards.Items = append(cards.Items, placeCard(t, m))
	}
	p.Add(cards)
	var others []block.Line
	for _, m := range t.Facts.Places() {
		if !listed[m.ID()] && !m.Withdrawn().Given() {
			others = append(others, block.Line{t.PlaceSpan(m.ID())})
		}
	}
	if len(others) > 0 {
		p.Add(block.Section{ID: "andra-platser", Title: t.Say(text.OtherPlaces), Blocks: []block.Block{
			block.Para{Line: block.Words(t.Say(text.OtherPlacesLong))}, block.List{Items: others}}})
	}
	return p
}

func placeCard(t *view.Language, m facts.Place) block.Card {
	n := page.GoingOnIn(t, m)
	c := block.Card{Title: t.PlaceName(m), Ref: t.To(address.Place(m.ID()))}
	switch {
	case n > 0:
		c.Lines = []block.Line{block.Words(t.Count(n, text.OneInitiative, text.ManyInitiatives))}
	case len(t.Facts.InPlace(m.ID())) > 0:
		c.Lines = []block.Line{block.Words(t.Say(text.NothingHereNow))}
	case t.Facts.Kept(t.Options.Drafts):
		c.Lines = []block.Line{block.Words(t.Say(text.NoInitiativeHere))}
	}
	return c
}
