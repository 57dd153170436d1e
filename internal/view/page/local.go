package page

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// LocalPlans tells of a party's local plans, or that none is known where each party is
// to have one.
func LocalPlans(t *view.Language, party string) []block.Block {
	lines := localPlanLines(t, party, true)
	if p := t.Facts.Party(party); len(lines) == 0 && t.Facts.ByParty() && p != nil && p.Kind.V == "municipality" {
		return block.Headed("lokal-plan", t.Say(text.LocalPlans), block.Para{Line: block.Words(t.Say(text.NoLocalPlan))})
	}
	return block.Headed("lokal-plan", t.Say(text.LocalPlans), block.List{Items: lines})
}

// localPlanLines name a party's local plans, each with what is said of it where it is
// known alone, if that is asked for.
func localPlanLines(t *view.Language, party string, notes bool) []block.Line {
	var lines []block.Line
	for _, p := range t.Facts.LocalPlans(party) {
		line := block.Line{{Text: t.PlanTitle(p)}, block.Run(" "), block.Mark(t.Value("plan-status", p.Status), block.Quiet)}
		if !p.Known() {
			line[0].Ref = t.To(address.Plan(p.ID.V))
		} else if note := t.Text(p.Note, "note"); notes && note.S != "" {
			line = append(line, block.Run(" "), block.Span{Text: note})
		}
		lines = append(lines, line)
	}
	return lines
}

// PlansByParty is a table of the parties' local plans. A municipality without one is
// there too, since each is to have one; it is nil where plans are not by party. With
// notes it says what is said of the plans that are known alone.
func PlansByParty(t *view.Language, notes bool) []block.Block {
	if !t.Facts.ByParty() {
		return nil
	}
	table := block.Table{ID: "planer-per-part", Caption: t.Say(text.LocalPlansByParty), Columns: []block.Column{
		{Label: t.Say(text.Party), Header: true, Share: 3}, {Label: t.Say(text.LocalPlan), Share: 5},
	}}
	for _, p := range t.Parties() {
		lines := localPlanLines(t, p.ID.V, notes)
		if len(lines) == 0 && p.Kind.V != "municipality" {
			continue
		}
		if len(lines) == 0 {
			lines = []block.Line{block.Words(t.Say(text.NoLocalPlan))}
		}
		table.Add(block.CellOf(block.Linked(t.PartyName(p, false), t.To(address.Party(p.ID.V)))), block.CellOf(lines...))
	}
	return block.Shown(table)
}

// KnownPlan is a card of a plan of which it is known only that it exists.
func KnownPlan(t *view.Language, p *model.Plan) block.Card {
	c := block.Card{Title: t.PlanTitle(p), Marks: block.Line{block.Mark(t.Value("plan-status", p.Status), block.Quiet)}, Kicker: block.Words(t.Value("plan-scope", p.Scope))}
	if who := block.Joined(t.Refs(p.Parties, true), ", "); len(who) > 0 {
		c.Lines = append(c.Lines, who)
	}
	if note := t.Text(p.Note, "note"); note.S != "" {
		c.Lines = append(c.Lines, block.Words(note))
	}
	return c
}
