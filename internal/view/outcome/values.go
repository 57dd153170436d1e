package outcome

import (
	"slices"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// values are all that the report builds on in figures: each indicator's series and each
// reported value, as they were known. Who looks for one looks by its title.
func (t *teller) values() []block.Block {
	var blocks []block.Block
	title := func(i results.Indicator) block.Text { return t.Language.Text(i.Title, "title") }
	list := slices.Concat(t.r.Indicators, t.r.Context)
	view.InOrder(t.Language, list, func(i results.Indicator) string { return title(i).S })
	for _, i := range list {
		if len(i.Series) > 0 {
			blocks = append(blocks, block.Section{ID: "varden-" + i.ID.V, Title: title(i), Blocks: []block.Block{t.series(i)}})
		}
	}
	blocks = append(blocks, t.reported()...)
	if len(blocks) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(valuesNone))}}
	}
	return blocks
}

func (t *teller) series(i results.Indicator) block.Block {
	table := block.Table{ID: "serie-" + i.ID.V, Caption: t.Text(i.Title, "title"), Dense: true, Columns: []block.Column{
		{Label: t.Say(text.Year), Header: true, Share: 3}, {Label: t.Say(text.Total), Numeric: true, Share: 2},
	}}
	parted := parted(i.Indicator)
	if parted {
		table.Columns = append(table.Columns, block.Column{Label: t.Say(text.Women), Numeric: true, Share: 2}, block.Column{Label: t.Say(text.Men), Numeric: true, Share: 2})
	}
	table.Columns = append(table.Columns, block.Column{Label: t.Say(text.Note), Share: 4})
	for n := range i.Series {
		o := &i.Series[n]
		v := results.Shown(o.Total, o.Women, o.Men, i.CountsPeople.V)
		if !v.Total.Given() && !parted {
			v.Total = only(i, o)
		}
		row := block.Row{Cells: []block.Cell{block.CellOf(t.of(o)), block.CellOf(part.Number(t.Language, v.Total, i.Unit.V))}}
		if parted {
			row.Cells = append(row.Cells, block.CellOf(part.Number(t.Language, v.Women, i.Unit.V)), block.CellOf(part.Number(t.Language, v.Men, i.Unit.V)))
		}
		row.Cells = append(row.Cells, block.CellOf(t.remarks(o, v.Hidden)))
		table.Rows = append(table.Rows, row)
	}
	return table.Used()
}

// parted tells whether women and men stand apart in a series.
func parted(i *model.Indicator) bool {
	if i.Population.Given() && i.Population.V != "all" {
		return false
	}
	return slices.ContainsFunc(i.Series, func(o model.Observation) bool { return o.Women.Given() || o.Men.Given() })
}

// only is the value of an indicator about women or men alone, as far as it may be shown.
func only(i results.Indicator, o *model.Observation) model.Number {
	v, has := facts.ValueOf(i.Indicator, *o)
	if !has || hidden(i, o) {
		return model.Number{}
	}
	return model.Number{V: v, At: o.At}
}

// of is what a value is of: its year or month, place and category.
func (t *teller) of(o *model.Observation) block.Line {
	place := block.Span{Text: t.Own(o.Place.V)}
	if p := t.Facts.Party(o.Place.V); p != nil {
		place = block.Span{Text: t.PartyName(p, true), Ref: t.To(address.Place(p.ID.V))}
	} else if p := t.Facts.Place(o.Place.V); p != nil {
		place.Text = t.Own(p.Name.V)
	}
	return block.Joined([]block.Span{block.Run(t.year(o)), place, {Text: t.Own(o.Category.V)}}, ", ")
}

func (t *teller) remarks(o *model.Observation, hidden bool) block.Line {
	list := []block.Span{{Text: t.Value("flag", o.Flag)}, {Text: t.Own(o.Note.V)}}
	if hidden {
		list = append([]block.Span{{Text: t.Say(suppressed)}}, list...)
	}
	return block.Joined(list, ". ")
}

// reported are the values of measures, report by report.
func (t *teller) reported() []block.Block {
	table := block.Table{ID: "redovisade", Caption: t.Say(valuesOfAll), Columns: []block.Column{
		{Label: t.Say(text.Initiative), Header: true, Share: 4}, {Label: t.Say(text.Measure), Share: 4}, {Label: t.Say(text.Date), Share: 3}, {Label: t.Say(text.Outcome), Share: 3},
	}}
	for _, i := range t.r.Initiatives {
		for _, m := range i.Measures {
			for _, report := range t.r.Known(i) {
				c, has := report.Values[m.ID.V]
				if !has {
					continue
				}
				v := results.ShownCount(c, m.Measure)
				told := results.Measure{Measure: m.Measure, Outcome: v}
				if !v.Given() {
					told.Verdict = results.Hidden
				}
				table.Add(block.CellOf(t.named(i)), block.CellOf(block.Words(part.MeasureTitle(t.Language, *m.Measure))), block.CellOf(block.Words(t.Date(report.Date.V))), block.CellOf(t.outcome(told)))
			}
		}
	}
	return block.Headed("redovisade-avsnitt", t.Say(valuesOfAll), table)
}
