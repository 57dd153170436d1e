package thing

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/dataset"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// IndicatorTable has where indicators began, are and should come.
func IndicatorTable(t *view.Language, id string, list []*model.Indicator) block.Block {
	table := block.Table{ID: id, Caption: t.Say(text.Indicators), Columns: []block.Column{
		{Label: t.Say(text.Indicator), Header: true, Share: 4}, {Label: t.Say(text.Baseline), Share: 2},
		{Label: t.Say(text.LatestOutcome), Share: 2}, {Label: t.Say(text.Target), Share: 3}, {Label: t.Say(text.OfTheWay), Share: 2},
	}}
	for _, i := range list {
		table.Rows = append(table.Rows, block.Row{Cells: []block.Cell{
			block.CellOf(block.Linked(t.Text(i.Title, "title"), t.To(address.Indicator(i.ID.V))), block.Words(t.Value("population", i.Population))),
			block.CellOf(part.IndicatorBaseline(t, i)), block.CellOf(part.IndicatorLatest(t, i)), block.CellOf(part.IndicatorTarget(t, i)), block.CellOf(part.IndicatorProgress(t, i)),
		}})
	}
	return table
}

// Indicator is the page of an indicator.
func Indicator(t *view.Language, i *model.Indicator) *page.Page {
	p := &page.Page{
		Also: also(t, i.ID.V), Weight: 5,
		Section: "follow-up", Title: t.Text(i.Title, "title"), Kicker: block.Words(t.Say(text.Indicator)),
		Crumbs: []block.Link{page.Crumb(t, t.Say(text.FollowUp), "follow-up"), page.Crumb(t, t.Say(text.Indicators), "indicators")},
		Lead:   block.Words(t.Text(i.Definition, "definition")), Description: t.Text(i.Definition, "definition").S,
	}
	p.Reviewed = page.ReviewedOn(t, text.FiguresFetched, i.Source.Retrieved.V)
	page.Withdraw(t, p, i.Withdrawn, "indicator", "")
	var f block.FactList
	f.Add(t.Say(text.LatestOutcome), part.IndicatorLatest(t, i))
	f.Add(t.Say(text.Target), part.IndicatorTarget(t, i))
	f.Add(t.Say(text.OfTheWay), part.IndicatorProgress(t, i))
	f.Add(t.Say(text.Baseline), part.IndicatorBaseline(t, i))
	f.Add(t.Say(text.WantedCourse), block.Words(t.Value("direction", i.Direction)))
	f.Add(t.Say(text.Population), block.Words(t.Value("population", i.Population)))
	f.Add(t.Say(text.Unit), block.Words(t.Value("unit", i.Unit)))
	p.Add(f.Blocks()...)
	p.Under("varden", t.Say(text.ValuesTitle), seriesBlocks(t, i)...)
	var goals []block.Line
	for _, g := range t.Facts.GoalsOf(i.ID.V) {
		goals = append(goals, block.Linked(t.GoalText(g), t.To(address.Area(g.ID.V))))
	}
	var what block.FactList
	what.Add(t.Say(text.SubGoals), goals...)
	what.Add(t.Say(text.Initiatives), page.InitiativeLines(t, t.Facts.MeasuredAgainst(i.ID.V))...)
	p.Under("mater", t.Say(text.WhatItMeasures), what.Blocks()...)
	p.Under("kalla", t.Say(text.Source), indicatorSource(t, i)...)
	if _, _, ok := facts.Progress(i); ok {
		p.Under("metod", t.Say(text.HowProgress), block.Paragraph(block.Words(t.Say(text.ProgressMethod)))...)
	}
	return p
}

func indicatorSource(t *view.Language, i *model.Indicator) []block.Block {
	var f block.FactList
	f.Add(t.Say(text.Source), block.Linked(t.Text(i.Source.Name, "source/name"), view.SafeURL(i.Source.URL.V)))
	f.Add(t.Say(text.SourceID), block.Words(block.Text{S: i.Source.ID.V}))
	f.Add(t.Say(text.Retrieved), block.Words(t.Date(i.Source.Retrieved.V)))
	return f.Blocks()
}

// seriesBlocks are an indicator's values as a table, and those for the whole
// county as a picture.
func seriesBlocks(t *view.Language, i *model.Indicator) []block.Block {
	if len(i.Series) == 0 {
		return []block.Block{block.Notice{Tone: block.Warn, Title: t.Say(text.NoFigures), Blocks: block.Paragraph(block.Words(t.Say(text.NoFiguresLong)))}}
	}
	blocks := append([]block.Block{seriesTable(t, i)}, part.SeriesDrawing(t, "varden-bild", i)...)
	return append(blocks, block.Para{Line: block.Linked(t.Say(text.IndicatorData), block.Ref{File: address.IndicatorCSV(i.ID.V)})})
}

// seriesTable has the columns of the open data that say something of this indicator.
func seriesTable(t *view.Language, i *model.Indicator) block.Table {
	data := dataset.Series(i)
	shown := block.Table{ID: "varden-tabell", Caption: t.Text(i.Title, "title"), Dense: true, Rows: make([]block.Row, len(i.Series))}
	column := func(name string, line func(n int, o model.Observation) block.Line) {
		c := data.Column(name)
		shown.Columns = append(shown.Columns, block.Column{Label: t.Say(c.Label), Header: name == "year", Numeric: c.Unit != ""})
		for n, o := range i.Series {
			shown.Rows[n].Cells = append(shown.Rows[n].Cells, block.CellOf(line(n, o)))
		}
	}
	column("year", func(_ int, o model.Observation) block.Line { return block.Words(block.Text{S: strconv.Itoa(o.Year.V)}) })
	if data.Has("place") {
		column("place", func(_ int, o model.Observation) block.Line { return placeOf(t, o) })
	}
	if data.Has("category") {
		column("category", func(n int, o model.Observation) block.Line {
			return block.Words(t.Text(o.Category, "series/"+strconv.Itoa(n)+"/category"))
		})
	}
	column("total", func(_ int, o model.Observation) block.Line { return part.Number(t, o.Total, i.Unit.V) })
	if data.Has("women") {
		column("women", func(_ int, o model.Observation) block.Line { return part.Number(t, o.Women, i.Unit.V) })
	}
	if data.Has("men") {
		column("men", func(_ int, o model.Observation) block.Line { return part.Number(t, o.Men, i.Unit.V) })
	}
	if data.Has("flag") || data.Has("note") {
		column("note", func(n int, o model.Observation) block.Line { return remarks(t, n, o) })
	}
	return shown
}

// remarks are what the reader needs to know of a value.
func remarks(t *view.Language, n int, o model.Observation) block.Line {
	var list []block.Span
	if o.Flag.Given() {
		list = append(list, block.Span{Text: t.Value("flag", o.Flag)})
	}
	if o.Note.Given() {
		list = append(list, block.Span{Text: t.Text(o.Note, "series/"+strconv.Itoa(n)+"/note")})
	}
	return block.Joined(list, ". ")
}

func placeOf(t *view.Language, o model.Observation) block.Line {
	if !o.Place.Given() {
		return block.Words(t.Say(text.WholeCountyShort))
	}
	if p := t.Facts.Party(o.Place.V); p != nil {
		return block.Linked(t.PartyName(p, true), t.To(address.Place(p.ID.V)))
	}
	return block.Words(t.Own(o.Place.V))
}
