package outcome

import (
	"math"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// measures are what initiatives count: what it should come to, what it came to, and how
// far that is apart; below, what can be added up.
func (t *teller) measures() []block.Block {
	table := block.Table{ID: "matt-tabell", Caption: t.Say(measuresTitle), Columns: measureColumns(t.Language)}
	for _, i := range t.r.Initiatives {
		for _, m := range i.Measures {
			table.Rows = append(table.Rows, t.measureRow(i, m))
		}
	}
	if len(table.Rows) == 0 {
		if len(t.r.Initiatives) == 0 {
			return nil
		}
		return []block.Block{block.Para{Line: block.Words(t.Say(noMeasures))}}
	}
	return append([]block.Block{table}, t.sums()...)
}

func measureColumns(t *view.Language) []block.Column {
	return []block.Column{
		{Label: t.Say(text.Measure), Header: true, Share: 4}, {Label: t.Say(text.Initiative), Share: 3}, {Label: t.Say(text.Target), Share: 2},
		{Label: t.Say(text.Outcome), Share: 3}, {Label: t.Say(deviation), Share: 3},
	}
}

func (t *teller) measureRow(i *results.Initiative, m results.Measure) block.Row {
	outcome := t.outcome(m)
	if m.Date.Given() {
		outcome = append(outcome, block.Run(", "), block.Span{Text: t.Date(m.Date.V)})
	}
	name := []block.Line{block.Words(part.MeasureTitle(t.Language, *m.Measure))}
	if ind := t.Facts.Indicator(m.Indicator.V); ind != nil {
		name = append(name, block.Labelled(t.Say(text.Indicator), block.Linked(t.Text(ind.Title, "title"), t.To(address.Indicator(ind.ID.V)))))
	}
	target := part.GoalValue(t.Language, *m.Measure)
	if target.S == "" {
		target = t.Say(text.NoTarget)
	}
	return block.Row{Cells: []block.Cell{
		block.CellOf(name...), block.CellOf(block.Line{t.InitiativeSpan(i.Initiative)}), block.CellOf(block.Words(target)),
		block.CellOf(outcome), block.CellOf(t.verdict(m)),
	}}
}

// outcome writes what a measure came to, without what might point somebody out.
func (t *teller) outcome(m results.Measure) block.Line {
	switch m.Verdict {
	case results.Unreported:
		return block.Words(t.Say(isUnreported))
	case results.Hidden:
		return block.Words(t.Say(suppressed))
	}
	v := m.Outcome
	line := part.Outcome(t.Language, model.Count{Total: v.Total, Women: v.Women, Men: v.Men}, m.Unit.V)
	if v.Hidden {
		line = append(line, block.Run(" ("), block.Span{Text: t.Say(partsHidden)}, block.Run(")"))
	}
	return line
}

// verdict says how an outcome stands to its target, in words.
func (t *teller) verdict(m results.Measure) block.Line {
	var line block.Line
	switch m.Verdict {
	case results.Reached:
		line = block.Line{block.Mark(t.Say(isReached), block.Good)}
	case results.Below:
		line = block.Line{block.Mark(t.Sayf(isBelow, part.Amount(t.Language, math.Abs(m.Deviation), m.Unit.V).S), block.Warn)}
	case results.Above:
		line = block.Line{block.Mark(t.Sayf(isAbove, part.Amount(t.Language, m.Deviation, m.Unit.V).S), block.Info)}
	case results.Untargeted:
		return block.Words(t.Say(isUntargeted))
	case results.Hidden:
		return block.Words(t.Say(suppressed))
	default:
		return block.Line{block.Mark(t.Say(movedUnknown), block.Warn)}
	}
	if m.HasShare {
		line = append(line, block.Run(", "), block.Span{Text: t.Sayf(ofTarget, part.Amount(t.Language, math.Round(m.Share*100), "percent").S)})
	}
	return line
}

// sums are what measures of one indicator and unit came to together.
func (t *teller) sums() []block.Block {
	if len(t.r.Sums) == 0 {
		return nil
	}
	table := block.Table{ID: "summor", Caption: t.Say(sumsTitle), Columns: []block.Column{
		{Label: t.Say(text.Indicator), Header: true, Share: 4}, {Label: t.Say(text.Unit), Share: 2}, {Label: t.Say(text.Target), Share: 2},
		{Label: t.Say(text.Outcome), Share: 4}, {Label: t.Say(text.Measures), Share: 3},
	}}
	people := false
	for _, s := range t.r.Sums {
		people = people || s.People
		outcome := block.Words(t.Say(isUnreported))
		switch {
		case s.Hidden:
			outcome = block.Words(t.Say(sumHidden))
		case s.Outcome.Given():
			outcome = part.Outcome(t.Language, model.Count{Total: s.Outcome.Total, Women: s.Outcome.Women, Men: s.Outcome.Men}, s.Unit)
		}
		target := t.Say(text.NoTarget)
		if s.Target.Given() {
			target = part.Amount(t.Language, s.Target.V, s.Unit)
		}
		table.Rows = append(table.Rows, block.Row{Cells: []block.Cell{
			block.CellOf(block.Linked(t.Text(s.Indicator.Title, "title"), t.To(address.Indicator(s.Indicator.ID.V)))),
			block.CellOf(block.Words(t.Say(text.ValueOf("unit", s.Unit)))), block.CellOf(block.Words(target)), block.CellOf(outcome),
			block.CellOf(block.Words(t.Sayf(sumOf, t.Number(s.Reported), t.Number(s.Measures)))),
		}})
	}
	note := block.Line{{Text: t.Say(sumsAre)}}
	if people {
		note = append(note, block.Run(" "), block.Span{Text: t.Say(sumsDouble)})
	}
	return block.Headed("summor-avsnitt", t.Say(sumsTitle), table, block.Para{Tone: block.Quiet, Line: note})
}
