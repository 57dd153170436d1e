package thing

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// Place tells what happens in a municipality, whoever leads it.
func Place(t *view.Language, m *model.Party) *page.Page {
	p := &page.Page{
		Section: "join", Title: t.Sayf(text.InPlace, t.PartyName(m, true).S), Kicker: block.Words(t.Value("party-kind", m.Kind)),
		Crumbs:      []block.Link{page.Crumb(t, t.Say(text.InTheMunicipalities), "places")},
		Description: t.Sayf(text.PlaceDescription, t.PartyName(m, true).S).S,
	}
	page.Withdraw(t, p, m.Withdrawn, "actor", "parties/"+m.ID.V+"/")
	here := t.Facts.InPlace(m.ID.V)
	var now, before []*model.Initiative
	seen := map[*model.Initiative]bool{}
	for _, i := range here {
		seen[i] = true
		if page.GoesOn(t, i) {
			now = append(now, i)
		} else {
			before = append(before, i)
		}
	}
	kept := t.Facts.Kept(t.Options.Drafts)
	switch {
	case !kept && len(t.Facts.KnownPlans()) > 0:
		p.Lead = block.Words(t.Say(text.HereElsewhere))
	case len(now) == 0:
		p.Lead = block.Words(t.Say(text.NothingHere))
	default:
		p.Lead = block.Words(t.Sayf(text.HereNow, t.Count(len(now), text.OneInitiative, text.ManyInitiatives).S))
	}
	p.Add(cardsOf(t, "pagar", text.Now, now)...)
	p.Add(cardsOf(t, "tidigare", text.Earlier, before)...)
	var elsewhere []*model.Initiative
	for _, i := range t.Facts.OwnedBy(m.ID.V) {
		if !seen[i] {
			elsewhere = append(elsewhere, i)
		}
	}
	p.Add(cardsOf(t, "kommunen", text.MunicipalityLeads, elsewhere)...)
	p.Add(page.LocalPlans(t, m.ID.V)...)
	if !kept {
		p.Add(block.Para{Line: block.Linked(t.PartyName(m, false), t.To(address.Party(m.ID.V)))})
		return p
	}
	p.Add(block.Section{ID: "hela-lanet", Title: t.Say(text.WholeCounty), Blocks: []block.Block{
		block.Para{Line: block.Words(t.Say(text.WholeCountyLong))},
		block.List{Items: []block.Line{
			block.Linked(t.Say(text.WhatYouCanJoin), t.To("join")),
			block.Linked(t.PartyName(m, false), t.To(address.Party(m.ID.V))),
		}},
	}})
	return p
}

func cardsOf(t *view.Language, id string, title text.Label, list []*model.Initiative) []block.Block {
	if len(list) == 0 {
		return nil
	}
	return block.Headed(id, t.Say(title), page.InitiativeCards(t, list, true))
}
