package part

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// dutiesPart tells who has to do what by law: first what several parties share, each
// duty once with those that have it, then what each party has of its own.
func dutiesPart(t *view.Language) []block.Block {
	ps := t.Content.Parties
	if ps == nil {
		return nil
	}
	var blocks []block.Block
	for n := range ps.Duties {
		d := &ps.Duties[n]
		blocks = append(blocks, shared(t, n, d, true)...)
	}
	for _, p := range t.Parties() {
		if own := ownDuties(t, p); len(own) > 0 {
			blocks = append(blocks, block.Section{ID: "uppdrag-" + p.ID.V, Title: t.PartyName(p, false), Ref: t.To(address.Party(p.ID.V)), Blocks: own})
		}
	}
	return block.Headed("del-skyldigheter", t.Say(text.Duties), blocks...)
}

// Duties are what a party has to do: of its own, and shared with others.
func Duties(t *view.Language, party *model.Party) []block.Block {
	blocks := ownDuties(t, party)
	for n := range t.Content.Parties.Duties {
		if d := &t.Content.Parties.Duties[n]; d.Of(party) {
			blocks = append(blocks, shared(t, n, d, false)...)
		}
	}
	return blocks
}

func ownDuties(t *view.Language, party *model.Party) []block.Block {
	var blocks []block.Block
	for n, d := range party.Duties {
		at := "parties/" + party.ID.V + "/duties/" + strconv.Itoa(n) + "/"
		blocks = append(blocks, block.Para{Line: block.Words(t.Text(d.Text, at+"text"))})
		var f block.FactList
		f.Add(t.Say(text.Law), block.Words(t.Text(d.Law, at+"law")))
		f.Add(t.Say(text.Period), block.Words(t.Period(d.Period)))
		blocks = append(blocks, f.Blocks()...)
	}
	return blocks
}

// shared is a duty that several have, with their names where who it is about is not
// said already.
func shared(t *view.Language, n int, d *model.SharedDuty, names bool) []block.Block {
	at := "duties/" + strconv.Itoa(n) + "/"
	var f block.FactList
	if names {
		var who []block.Span
		for _, p := range t.Parties() {
			if d.Of(p) {
				who = append(who, t.ActorName(p.ID.V, true))
			}
		}
		f.Add(t.Say(text.Parties), block.Joined(who, ", "))
	}
	f.Add(t.Say(text.Law), block.Words(t.Text(d.Law, at+"law")))
	f.Add(t.Say(text.Period), block.Words(t.Period(d.Period)))
	return append([]block.Block{block.Para{Line: block.Words(t.Text(d.Text, at+"text"))}}, f.Blocks()...)
}
