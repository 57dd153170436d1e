package part

import (
	"cmp"
	"slices"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Reporting is a table of the recurring duties to report: who owes what to whom, how
// often, and what has come in; at the end those that are withdrawn, and why. It is nil where
// the agreement has none.
func Reporting(t *view.Language) []block.Block {
	list := reportingDuties(t)
	if len(list) == 0 {
		return nil
	}
	table := block.Table{ID: "aterkommande-tabell", Caption: t.Say(text.ReportingDuties), Columns: []block.Column{
		{Label: t.Say(text.ReportingWhat), Header: true, Share: 3}, {Label: t.Say(text.ReportingFrom), Share: 3},
		{Label: t.Say(text.ReportingTo), Share: 3}, {Label: t.Say(text.ReportingEvery), Share: 4},
	}}
	anything := slices.ContainsFunc(list, func(r *model.Reporting) bool {
		_, late := lacking(t, r)
		return len(r.Received) > 0 || len(late) > 0
	})
	if anything {
		table.Columns = append(table.Columns, block.Column{Label: t.Say(text.ReportingReceived), Share: 4})
	}
	for _, r := range list {
		mark, why := apartFrom(WithdrawnLines(t, r.Withdrawn, "reporting", "reporting/"+r.ID.V+"/"))
		row := block.Row{ID: "redovisning-" + r.ID.V, Cells: []block.Cell{
			block.CellOf(append([]block.Line{block.Words(dutyTitle(t, r))}, mark...)...),
			block.CellOf(block.Joined(reporters(t, r), ", ")),
			block.CellOf(block.Line{t.Actor(r.To, true)}),
			block.CellOf(append([]block.Line{block.Words(howOften(t, r)), block.Words(t.Text(r.Note, "reporting/"+r.ID.V+"/note"))}, why...)...),
		}}
		if anything {
			row.Cells = append(row.Cells, block.CellOf(comeIn(t, r)...))
		}
		table.Rows = append(table.Rows, row)
	}
	return []block.Block{table.Used()}
}

// reportingDuties are the agreement's, those last that are withdrawn.
func reportingDuties(t *view.Language) []*model.Reporting {
	var list, withdrawn []*model.Reporting
	for n := range t.Agreement.Reporting {
		if r := &t.Agreement.Reporting[n]; r.Withdrawn.Given() {
			withdrawn = append(withdrawn, r)
		} else {
			list = append(list, r)
		}
	}
	return append(list, withdrawn...)
}

func dutyTitle(t *view.Language, r *model.Reporting) block.Text {
	return t.Text(r.Title, "reporting/"+r.ID.V+"/title")
}

func reporters(t *view.Language, r *model.Reporting) []block.Span {
	if r.From.All.Given() {
		return []block.Span{{Text: t.Value("reporters", r.From.All)}}
	}
	return t.Refs(r.From.Actors, true)
}

// howOften is how often a duty recurs, and when in the year where that is known.
func howOften(t *view.Language, r *model.Reporting) block.Text {
	often := t.Value("every", r.Every)
	if !r.Month.Given() || r.Every.V == "month" {
		return often
	}
	when := text.ReportingIn
	if r.Every.V != "year" {
		when = text.ReportingFirstIn
	}
	often.S += ", " + t.Sayf(when, text.FormatMonth(r.Month.V, t.Lang)).S
	return often
}

// lacking is when a duty was last due, by the day that is told of, and who has not
// answered it then.
func lacking(t *view.Language, r *model.Reporting) (due model.Date, late []string) {
	a := t.Content.Agreement
	if t.Options.Today.IsZero() || r.Withdrawn.Given() || !facts.AnswersDuty(a) {
		return due, nil
	}
	due, had := facts.DutyBefore(a, r, t.Options.Today)
	if !had {
		return due, nil
	}
	return due, facts.DutyLacks(t.Content.Parties, r, due)
}

// comeIn tells what has come in, the latest first, and who is late.
func comeIn(t *view.Language, r *model.Reporting) []block.Line {
	var lines []block.Line
	if due, late := lacking(t, r); len(late) > 0 {
		var who []block.Span
		if r.From.All.Given() && len(late) == len(facts.DutyOf(t.Content.Parties, r)) {
			who, late = append(who, block.Span{Text: t.Say(text.AllParties)}), nil
		}
		for _, id := range late {
			who = append(who, t.ActorName(id, true))
		}
		lines = append(lines, append(block.Line{block.Mark(t.Sayf(text.ReportingLacks, t.Date(due).S), block.Warn), block.Run(": ")}, block.Joined(who, ", ")...))
	}
	const most = 20
	received := slices.Clone(r.Received)
	slices.SortStableFunc(received, func(a, b model.Received) int { return cmp.Compare(b.Date.V.String(), a.Date.V.String()) })
	for _, one := range received[:min(len(received), most)] {
		line := block.Line{t.ActorName(one.From.V, true), block.Run(", "), {Text: t.Date(one.Date.V), Ref: view.SafeURL(one.URL.V)}}
		if note := t.Own(one.Note.V); note.S != "" {
			line = append(line, block.Run(": "), block.Span{Text: note})
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		lines = append(lines, block.Words(t.Say(text.ReportingNone)))
	}
	return lines
}

// ReportingOf is what an actor is to report again and again, and what is reported to it.
func ReportingOf(t *view.Language, actor string) []block.Block {
	var gives, receives []block.Line
	party := t.Facts.Party(actor)
	for _, r := range reportingDuties(t) {
		if r.Withdrawn.Given() {
			continue // the table tells of it
		}
		title := block.Line{{Text: dutyTitle(t, r), Ref: t.At("follow-up", "redovisning-"+r.ID.V)}}
		often := block.Line{block.Run(". "), {Text: howOften(t, r)}, block.Run(".")}
		if r.To.ID.V == actor {
			from := append(block.Line{block.Run(". ")}, block.Labelled(t.Say(text.ReportingFrom), block.Joined(reporters(t, r), ", "))...)
			receives = append(receives, slices.Concat(title, from, often))
		}
		if r.From.All.Given() && party != nil || slices.ContainsFunc(r.From.Actors, func(one model.Ref) bool { return one.V == actor }) {
			to := append(block.Line{block.Run(". ")}, block.Labelled(t.Say(text.ReportingTo), block.Line{t.Actor(r.To, true)})...)
			gives = append(gives, slices.Concat(title, to, often))
		}
	}
	var f block.Facts
	f.Add(t.Say(text.Gives), gives...)
	f.Add(t.Say(text.Receives), receives...)
	return f.Blocks()
}
