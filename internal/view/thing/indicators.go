package thing

import (
	"math"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/dataset"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
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
			block.CellOf(baseline(t, i)), block.CellOf(latest(t, i)), block.CellOf(indicatorTarget(t, i)), block.CellOf(progress(t, i)),
		}})
	}
	return table
}

func amount(t *view.Language, v float64, unit string) block.Text {
	return t.Formed(text.FormatValue(v, unit, t.Lang))
}

func withYear(v block.Text, year int) block.Line {
	return block.Line{{Text: v}, block.Run(" (" + strconv.Itoa(year) + ")")}
}

func baseline(t *view.Language, i *model.Indicator) block.Line {
	if !i.Baseline.Value.Given() {
		return block.Words(t.Say(text.NotGiven))
	}
	return withYear(amount(t, i.Baseline.Value.V, i.Unit.V), i.Baseline.Year.V)
}

func latest(t *view.Language, i *model.Indicator) block.Line {
	o := facts.Newest(i)
	if o == nil {
		if facts.HasData(i) {
			return block.Words(t.Say(text.SeePage))
		}
		return block.Line{block.Mark(t.Say(text.NoFigures), block.Warn)}
	}
	v, _ := facts.ValueOf(i, *o)
	return withYear(amount(t, v, i.Unit.V), o.Year.V)
}

// LatestInWords is ": 54 % (2025)" behind an indicator's name.
func LatestInWords(t *view.Language, i *model.Indicator) block.Line {
	return append(block.Line{block.Run(": ")}, latest(t, i)...)
}

func indicatorTarget(t *view.Language, i *model.Indicator) block.Line {
	switch {
	case i.Target.Text.Given():
		line := block.Words(t.Text(i.Target.Text, "target/text"))
		if i.Target.Year.Given() {
			line = append(line, block.Run(" ("+strconv.Itoa(i.Target.Year.V)+")"))
		}
		return line
	case i.Target.Value.Given():
		return withYear(amount(t, i.Target.Value.V, i.Unit.V), i.Target.Year.V)
	}
	return block.Words(t.Say(text.NoTarget))
}

// progress says how far it is from the baseline to the target, by the method
// that the page states.
func progress(t *view.Language, i *model.Indicator) block.Line {
	share, _, ok := facts.Progress(i)
	if !ok {
		return block.Words(t.Say(text.NotComputable))
	}
	percent := amount(t, math.Round(share*100), "percent")
	switch {
	case share >= 1:
		return block.Line{block.Mark(t.Say(text.TargetReached), block.Good)}
	case share < 0:
		return block.Line{block.Mark(t.Say(text.WrongWay), block.Bad), block.Run(" "), {Text: percent}}
	}
	return block.Line{{Text: percent}}
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
	f.Add(t.Say(text.LatestOutcome), latest(t, i))
	f.Add(t.Say(text.Target), indicatorTarget(t, i))
	f.Add(t.Say(text.OfTheWay), progress(t, i))
	f.Add(t.Say(text.Baseline), baseline(t, i))
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
	blocks := append([]block.Block{seriesTable(t, i)}, seriesDrawing(t, i)...)
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
	column("total", func(_ int, o model.Observation) block.Line { return number(t, o.Total, i.Unit.V) })
	if data.Has("women") {
		column("women", func(_ int, o model.Observation) block.Line { return number(t, o.Women, i.Unit.V) })
	}
	if data.Has("men") {
		column("men", func(_ int, o model.Observation) block.Line { return number(t, o.Men, i.Unit.V) })
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

func number(t *view.Language, v model.Number, unit string) block.Line {
	if !v.Given() {
		return block.Words(block.Text{S: "–"})
	}
	return block.Words(amount(t, v.V, unit))
}
