package thing

import (
	"slices"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// Place tells what happens in a place, whoever leads it, what has been learnt there and
// what the indicators say of it.
func Place(t *view.Language, place facts.Place) *page.Page {
	id, name := place.ID(), t.PlaceName(place)
	p := &page.Page{
		Section: "join", Title: PlaceTitle(t, place), Kicker: block.Words(placeKind(t, place)),
		Crumbs:      []block.Link{page.Crumb(t, t.Say(text.InTheMunicipalities), "places")},
		Description: t.Sayf(text.PlaceDescription, name.S).S,
	}
	before := "parties/" + id + "/"
	if place.Party == nil { // then no page of a party answers for its name
		p.Also, p.Weight = also(t, id), 6
		before = "places/" + id + "/"
	}
	page.Withdraw(t, p, place.Withdrawn(), "place", before)
	here := t.Facts.InPlace(id)
	now, earlier := view.Apart(here, func(i *model.Initiative) bool { return page.GoesOn(t, i) })
	kept := t.Facts.Kept(t.Options.Drafts)
	switch {
	case !kept && len(t.Facts.KnownPlans()) > 0:
		p.Lead = block.Words(t.Say(text.HereElsewhere))
	case len(now) == 0 && t.Facts.InCounty(id):
		p.Lead = block.Words(t.Say(text.NothingHere))
	case len(now) > 0:
		p.Lead = block.Words(t.Sayf(text.HereNow, t.Count(len(now), text.OneInitiative, text.ManyInitiatives).S))
	}
	p.Add(cardsOf(t, "pagar", text.Now, now)...)
	p.Add(cardsOf(t, "tidigare", text.Earlier, earlier)...)
	if place.Party != nil {
		_, elsewhere := view.Apart(t.Facts.OwnedBy(id), func(i *model.Initiative) bool { return slices.Contains(here, i) })
		p.Add(cardsOf(t, "kommunen", text.MunicipalityLeads, elsewhere)...)
		p.Add(page.LocalPlans(t, id)...)
	}
	p.Add(learnt(t, id, func(r *model.Resource) []model.Ref { return r.Places })...)
	p.Add(figuresOf(t, id)...)
	p.Add(aboutPlace(t, place)...)
	switch {
	case kept && t.Facts.InCounty(id):
		p.Add(wholeCounty(t, place))
	case place.Party != nil:
		p.Add(block.Para{Line: block.Linked(t.PartyName(place.Party, false), t.To(address.Party(id)))})
	}
	return p
}

// PlaceTitle says that a page tells what happens in a place; places outside the county
// are only named.
func PlaceTitle(t *view.Language, place facts.Place) block.Text {
	if !t.Facts.InCounty(place.ID()) {
		return t.PlaceName(place)
	}
	return t.Sayf(text.InPlace, t.PlaceName(place).S)
}

func placeKind(t *view.Language, place facts.Place) block.Text {
	if place.Party != nil {
		return t.Value("party-kind", place.Party.Kind)
	}
	return t.Value("place-kind", place.Own.Kind)
}

// figuresOf are the newest values that indicators have of a place.
func figuresOf(t *view.Language, id string) []block.Block {
	table := block.Table{ID: "siffror-tabell", Caption: t.Say(text.Indicators), Columns: []block.Column{
		{Label: t.Say(text.Indicator), Header: true, Share: 3}, {Label: t.Say(text.LatestOutcome), Share: 2},
	}}
	for _, i := range t.Content.Indicators {
		if i.Withdrawn.Given() {
			continue
		}
		for _, l := range facts.Lines(i) {
			if l.Place.V != id {
				continue
			}
			what := block.Linked(t.Text(i.Title, "title"), t.To(address.Indicator(i.ID.V)))
			if l.Category.Given() {
				what = append(what, block.Run(", "), block.Span{Text: part.CategoryName(t, l)})
			}
			table.Add(block.CellOf(what), block.CellOf(part.NewestOf(t, i, l)))
		}
	}
	return block.Headed("siffror", t.Say(text.FiguresHere), table)
}

// aboutPlace are the place's code in official statistics, and what it lies in and holds.
func aboutPlace(t *view.Language, place facts.Place) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.PlaceCode), block.Words(block.Text{S: place.Code()}))
	if place.Own != nil && place.Own.Within.Given() {
		f.Add(t.Say(text.LiesIn), block.Line{t.PlaceSpan(place.Own.Within.V)})
	}
	var inside []block.Span
	for _, p := range t.Facts.Within(place.ID()) {
		if !p.Withdrawn().Given() {
			inside = append(inside, t.PlaceSpan(p.ID()))
		}
	}
	f.Add(t.Say(text.PlacesInside), block.Joined(inside, ", "))
	return block.Headed("om-platsen", t.Say(text.AboutThePlace), f)
}

// wholeCounty leads on to what a resident anywhere in the county can use.
func wholeCounty(t *view.Language, place facts.Place) block.Block {
	ways := block.List{Items: []block.Line{block.Linked(t.Say(text.WhatYouCanJoin), t.To("join"))}}
	if place.Party != nil {
		ways.Items = append(ways.Items, block.Linked(t.PartyName(place.Party, false), t.To(address.Party(place.Party.ID.V))))
	}
	return block.Section{ID: "hela-lanet", Title: t.Say(text.WholeCounty), Blocks: []block.Block{
		block.Para{Line: block.Words(t.Say(text.WholeCountyLong))}, ways,
	}}
}

func cardsOf(t *view.Language, id string, title text.Label, list []*model.Initiative) []block.Block {
	return block.Headed(id, t.Say(title), page.InitiativeCards(t, list, true))
}
