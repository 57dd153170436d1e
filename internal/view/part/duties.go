package part

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// dutiesPart tells who has to do what by law: first what several parties share, told
// once under their names, then what each party has of its own.
func dutiesPart(t *view.Language) []block.Block {
	ps := t.Content.Parties
	if ps == nil {
		return nil
	}
	blocks := sharedDuties(t, ps)
	for _, p := range t.Parties() {
		if own := ownDuties(t, p); len(own) > 0 {
			blocks = append(blocks, block.Section{ID: "uppdrag-" + p.ID.V, Title: t.PartyName(p, false), Ref: t.To(address.Party(p.ID.V)), Blocks: own})
		}
	}
	return block.Headed("del-skyldigheter", t.Say(text.Duties), blocks...)
}

// sharedDuties are the duties that several have, those of the same parties together.
func sharedDuties(t *view.Language, ps *model.Parties) []block.Block {
	var sections []block.Section
	at := map[string]int{} // the section of those who have them
	for n := range ps.Duties {
		d := &ps.Duties[n]
		var who []block.Span
		names, key := "", d.Kind.V
		for _, p := range t.Parties() {
			if d.Of(p) {
				who = append(who, t.ActorName(p.ID.V, true))
				names = view.JoinWords(names, t.PartyName(p, true).S)
				key += " " + p.ID.V
			}
		}
		if len(who) == 0 {
			continue
		}
		s, known := at[key]
		if !known {
			s, at[key] = len(sections), len(sections)
			section := block.Section{ID: "delade-uppdrag-" + strconv.Itoa(s+1), Title: block.Text{S: names}}
			if d.Kind.Given() {
				section.Title = t.Say(text.KindsOf(d.Kind.V))
				section.Blocks = []block.Block{block.Para{Tone: block.Quiet, Line: block.Joined(who, ", ")}}
			}
			sections = append(sections, section)
		}
		sections[s].Blocks = append(sections[s].Blocks, shared(t, n, d)...)
	}
	var blocks []block.Block
	for _, s := range sections {
		blocks = append(blocks, s)
	}
	return blocks
}

// Duties are what a party has to do: of its own, and shared with others.
func Duties(t *view.Language, party *model.Party) []block.Block {
	blocks := ownDuties(t, party)
	for n := range t.Content.Parties.Duties {
		if d := &t.Content.Parties.Duties[n]; d.Of(party) {
			blocks = append(blocks, shared(t, n, d)...)
		}
	}
	return blocks
}

func ownDuties(t *view.Language, party *model.Party) []block.Block {
	var blocks []block.Block
	for n, d := range party.Duties {
		blocks = append(blocks, duty(t, "parties/"+party.ID.V+"/duties/"+strconv.Itoa(n)+"/", d.Text, d.Law, d.Period)...)
	}
	return blocks
}

// shared is a duty that several have.
func shared(t *view.Language, n int, d *model.SharedDuty) []block.Block {
	return duty(t, "duties/"+strconv.Itoa(n)+"/", d.Text, d.Law, d.Period)
}

// duty is what has to be done, by which law and when; at is where its fields stand.
func duty(t *view.Language, at string, what, law model.Text, when model.Period) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Law), block.Words(t.Text(law, at+"law")))
	f.Add(t.Say(text.Period), block.Words(t.Period(when)))
	return append([]block.Block{block.Para{Line: block.Words(t.Text(what, at+"text"))}}, f.Blocks()...)
}
