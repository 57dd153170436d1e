package part

import (
	"slices"
	"strconv"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// SeriesTable has an indicator's values, in the columns that say something of it.
func SeriesTable(t *view.Language, id string, i *model.Indicator) block.Table {
	shown := block.Table{ID: id, Caption: t.Text(i.Title, "title"), Dense: true, Rows: make([]block.Row, len(i.Series))}
	column := func(c block.Column, line func(n int, o model.Observation) block.Line) {
		shown.Columns = append(shown.Columns, c)
		for n, o := range i.Series {
			shown.Rows[n].Cells = append(shown.Rows[n].Cells, block.CellOf(line(n, o)))
		}
	}
	some := func(given func(o model.Observation) bool) bool { return slices.ContainsFunc(i.Series, given) }
	column(block.Column{Label: t.Say(text.Year), Header: true}, func(_ int, o model.Observation) block.Line { return block.Words(t.Date(facts.TimeOf(&o))) })
	if some(func(o model.Observation) bool { return o.Place.Given() }) {
		column(block.Column{Label: t.Say(text.SeriesPlace)}, func(_ int, o model.Observation) block.Line { return placeOf(t, o) })
	}
	if some(func(o model.Observation) bool { return o.Category.Given() }) {
		column(block.Column{Label: t.Say(text.Category)}, func(n int, o model.Observation) block.Line {
			return block.Words(t.Text(o.Category, "series/"+strconv.Itoa(n)+"/category"))
		})
	}
	number := func(label text.Label, of func(o model.Observation) model.Number) {
		column(block.Column{Label: t.Say(label), Numeric: true}, func(_ int, o model.Observation) block.Line { return Number(t, of(o), i.Unit.V) })
	}
	number(text.Total, func(o model.Observation) model.Number { return o.Total })
	if some(func(o model.Observation) bool { return o.Women.Given() }) {
		number(text.Women, func(o model.Observation) model.Number { return o.Women })
	}
	if some(func(o model.Observation) bool { return o.Men.Given() }) {
		number(text.Men, func(o model.Observation) model.Number { return o.Men })
	}
	if some(func(o model.Observation) bool { return o.Flag.Given() || o.Note.Given() }) {
		column(block.Column{Label: t.Say(text.SeriesNote)}, func(n int, o model.Observation) block.Line { return remarks(t, n, o) })
	}
	return shown
}

// remarks are what the reader needs to know of a value.
func remarks(t *view.Language, n int, o model.Observation) block.Line {
	return block.Joined([]block.Span{{Text: t.Value("flag", o.Flag)}, {Text: t.Text(o.Note, "series/"+strconv.Itoa(n)+"/note")}}, ". ")
}

func placeOf(t *view.Language, o model.Observation) block.Line {
	if !o.Place.Given() {
		return block.Words(t.Say(text.WholeCountyShort))
	}
	return block.Line{t.PlaceSpan(o.Place.V)}
}
