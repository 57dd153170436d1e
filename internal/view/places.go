package view

import (
	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/view/block"
)

// PlaceName is what a place is called, in short where it has a short name.
func (t *Language) PlaceName(p facts.Place) block.Text {
	if p.Party != nil {
		return t.PartyName(p.Party, true)
	}
	return t.Text(p.Own.Name, "places/"+p.Own.ID.V+"/name")
}

// PlaceSpan is a place's name, leading to its page; what is no place is shown as written.
func (t *Language) PlaceSpan(id string) block.Span {
	p, ok := t.Facts.PlaceOf(id)
	if !ok {
		return block.Span{Text: t.Own(id)}
	}
	return block.Span{Text: t.PlaceName(p), Ref: t.To(address.Place(id))}
}
