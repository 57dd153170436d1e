package outcome

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// mostNamed is how many initiatives are named of one actor.
const mostNamed = 20

// actors say party by party what it answered for, what it reported and what it owes.
func (t *teller) actors() []block.Block {
	if len(t.r.Initiatives) == 0 {
		return t.duties()
	}
	table := block.Table{ID: "parter-tabell", Caption: t.Say(actorsTitle), Columns: []block.Column{
		{Label: t.Say(text.Party), Header: true, Share: 3}, {Label: t.Say(answeredFor), Share: 4}, {Label: t.Say(toReport), Share: 2}, {Label: t.Say(owes), Share: 4},
	}}
	var idle []string
	for _, a := range t.r.Actors {
		if !a.Busy() {
			idle = append(idle, t.ActorName(a.ID, false).S)
			continue
		}
		table.Add(block.CellOf(block.Line{t.ActorName(a.ID, false)}), block.CellOf(t.owned(a)...), block.CellOf(t.told(a)), block.CellOf(t.owes(a)...))
	}
	blocks := block.Shown(table)
	if len(idle) > 0 {
		blocks = append(blocks, block.Para{Line: block.Words(t.Sayf(ledNothing, text.List(idle, t.Lang)))})
	}
	return append(blocks, t.duties()...)
}

// duties are the reports that recur, each time with who had not given it.
func (t *teller) duties() []block.Block {
	var list block.List
	for _, d := range t.r.Duties {
		line := block.Line{block.Strong(t.Text(d.Title, "reporting/"+d.ID.V+"/title")), block.Run(", "), {Text: t.Date(d.Month)}, block.Run(": ")}
		if len(d.Lacks) == 0 {
			list.Items = append(list.Items, append(line, block.Span{Text: t.Say(allAnswered)}))
			continue
		}
		var names []block.Span
		for _, id := range d.Lacks {
			names = append(names, t.ActorName(id, true))
		}
		list.Items = append(list.Items, append(append(line, block.Span{Text: t.Say(lackingFrom)}, block.Run(" ")), block.Joined(names, ", ")...))
	}
	return block.Headed("aterkommande", t.Say(text.ReportingDuties), list)
}

func (t *teller) owned(a results.Actor) []block.Line {
	if len(a.Owned) == 0 {
		return []block.Line{block.Words(t.Say(nothingOwned))}
	}
	var lines []block.Line
	for _, i := range a.Owned {
		lines = append(lines, block.Line{t.InitiativeSpan(i.Initiative), block.Run(": "), {Text: AssessmentText(t.Language, i.Assessment)}})
	}
	return t.First(lines, mostNamed, block.Ref{})
}

func (t *teller) told(a results.Actor) block.Line {
	if a.Reporting.Due == 0 {
		return block.Words(t.Say(nothingAsked))
	}
	return block.Words(t.Sayf(text.HowManyOf, t.Number(a.Reporting.Received), t.Number(a.Reporting.Due)))
}

func (t *teller) owes(a results.Actor) []block.Line {
	var lines []block.Line
	for _, o := range a.Owes {
		span := t.InitiativeSpan(o.Initiative.Initiative)
		span.S = t.Sayf(wasDue, span.S, t.Date(o.Date.V).S).S
		lines = append(lines, block.Line{span})
	}
	lines = t.First(lines, mostNamed, block.Ref{})
	if n := len(a.Unscheduled); n > 0 {
		lines = append(lines, block.Words(t.Sayf(neverAsked, t.Count(n, text.OneInitiative, text.ManyInitiatives).S)))
	}
	if len(lines) > 0 {
		return lines
	}
	if a.Reporting.Due == 0 {
		return []block.Line{block.Words(block.Text{S: "–"})}
	}
	return []block.Line{block.Words(t.Say(owesNothing))}
}

// local are the local plans of the time, and that there is none where the county knows
// such plans at all.
func (t *teller) local() []block.Block {
	if len(t.r.Local) == 0 {
		if len(t.Facts.KnownPlans()) > 0 || t.Facts.ByParty() {
			return []block.Block{block.Para{Line: block.Words(t.Say(noLocal))}}
		}
		return nil
	}
	table := block.Table{ID: "lokala-tabell", Caption: t.Say(localTitle), Columns: []block.Column{
		{Label: t.Say(text.LocalPlan), Header: true, Share: 4}, {Label: t.Say(text.Parties), Share: 4}, {Label: t.Say(text.Validity), Share: 3},
		{Label: t.Say(text.Status), Share: 2}, {Label: t.Say(text.Initiatives), Numeric: true, Share: 2},
	}}
	counts := map[*model.Plan]int{}
	for _, i := range t.r.Initiatives {
		counts[i.Plan]++
	}
	for _, p := range t.r.Local {
		title, n := block.Linked(t.PlanTitle(p), t.To(address.Plan(p.ID.V))), t.Number(counts[p])
		if p.Known() {
			title, n = block.Words(t.PlanTitle(p)), "–"
		}
		table.Add(
			block.CellOf(title), block.CellOf(block.Joined(t.Refs(p.Parties, true), ", ")), block.CellOf(block.Words(t.Period(p.Time()))),
			block.CellOf(block.Words(t.Value("plan-status", p.Status))), block.CellOf(block.Words(block.Text{S: n})),
		)
	}
	if without := t.without(); len(without) > 0 {
		return []block.Block{table, block.Para{Line: block.Words(t.Sayf(noLocalOf, text.List(without, t.Lang)))}}
	}
	return []block.Block{table}
}

// without names the municipalities of which no local plan is known, where each party has a
// plan of its own.
func (t *teller) without() []string {
	if !t.Facts.ByParty() {
		return nil
	}
	has := map[string]bool{}
	for _, p := range t.r.Local {
		for _, party := range p.Parties {
			has[party.V] = true
		}
	}
	var names []string
	for _, p := range t.Parties() {
		if p.Kind.V == "municipality" && !has[p.ID.V] {
			names = append(names, t.PartyName(p, true).S)
		}
	}
	return names
}

// funding is the money by its source, with what is not known.
func (t *teller) funding() []block.Block {
	if len(t.r.Initiatives) == 0 {
		return nil
	}
	if len(t.r.Funding) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(noFunding))}}
	}
	table := block.Table{ID: "finansiering-tabell", Caption: t.Say(fundingTitle), Columns: []block.Column{
		{Label: t.Say(text.Funder), Header: true, Share: 4}, {Label: t.Say(text.Initiatives), Share: 4}, {Label: t.Say(text.Amount), Numeric: true, Share: 3},
	}}
	for _, f := range t.r.Funding {
		names := t.First(each(f.Initiatives, t.named), mostNamed, block.Ref{})
		amount := []block.Line{block.Words(t.Say(unknownAmount))}
		if f.Amounts > 0 {
			amount = []block.Line{block.Words(part.Amount(t.Language, float64(f.Known), "sek"))}
			if f.Unknown > 0 {
				amount = append(amount, block.Words(t.Sayf(unknownToo, t.Number(f.Unknown))))
			}
		}
		table.Add(block.CellOf(block.Words(t.Own(f.Source.V))), block.CellOf(names...), block.CellOf(amount...))
	}
	note := block.Line{{Text: t.Say(fundingAbout)}}
	if n := t.r.Unfunded(); n > 0 {
		note = append(note, block.Run(" "), block.Span{Text: t.Sayf(unfunded, t.Count(n, text.OneInitiative, text.ManyInitiatives).S)})
	}
	return []block.Block{table, block.Para{Tone: block.Quiet, Line: note}}
}
