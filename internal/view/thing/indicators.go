package thing

import (
	"slices"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// IndicatorTables have where indicators began, are and should come, and apart from them
// where those are that have no goal.
func IndicatorTables(t *view.Language, id string, list []*model.Indicator) []block.Block {
	goals, others := view.Apart(list, part.HasGoal)
	var blocks []block.Block
	if len(goals) > 0 {
		blocks = append(blocks, indicatorTable(t, id, goals))
	}
	if len(others) > 0 && len(goals) > 0 {
		blocks = append(blocks, block.Section{ID: id + "-laget", Title: t.Say(text.DescribingFigures), Blocks: []block.Block{
			block.Para{Line: block.Words(t.Say(text.DescribingFiguresLong))}, figuresTable(t, id+"-utan-mal", others)}})
	} else if len(others) > 0 {
		blocks = append(blocks, figuresTable(t, id, others))
	}
	return blocks
}

// indicatorTable has a column for the baseline, the target and the way between them where
// some indicator has one.
func indicatorTable(t *view.Language, id string, list []*model.Indicator) block.Block {
	table := block.Table{ID: id, Caption: t.Say(text.Indicators), Columns: []block.Column{{Label: t.Say(text.Indicator), Header: true, Share: 4}}, Rows: make([]block.Row, len(list))}
	for n, i := range list {
		table.Rows[n].Cells = []block.Cell{indicatorCell(t, i)}
	}
	column := func(label text.Label, share float64, line func(*view.Language, *model.Indicator) block.Line) {
		table.Columns = append(table.Columns, block.Column{Label: t.Say(label), Share: share})
		for n, i := range list {
			table.Rows[n].Cells = append(table.Rows[n].Cells, block.CellOf(line(t, i)))
		}
	}
	if slices.ContainsFunc(list, func(i *model.Indicator) bool { return i.Baseline.Value.Given() }) {
		column(text.Baseline, 2, part.IndicatorBaseline)
	}
	column(text.LatestOutcome, 2, part.IndicatorLatest)
	if slices.ContainsFunc(list, part.HasTarget) {
		column(text.Target, 3, part.IndicatorTarget)
	} else {
		column(text.WantedCourse, 2, func(t *view.Language, i *model.Indicator) block.Line {
			return block.Words(t.Value("direction", i.Direction))
		})
	}
	if slices.ContainsFunc(list, part.CanProgress) {
		column(text.OfTheWay, 2, part.IndicatorProgress)
	}
	return table
}

// figuresTable has the newest values of indicators without a goal.
func figuresTable(t *view.Language, id string, list []*model.Indicator) block.Block {
	table := block.Table{ID: id, Caption: t.Say(text.DescribingFigures), Columns: []block.Column{
		{Label: t.Say(text.Indicator), Header: true, Share: 4}, {Label: t.Say(text.LatestOutcome), Share: 4},
	}}
	for _, i := range list {
		table.Add(indicatorCell(t, i), block.CellOf(part.IndicatorLatest(t, i)))
	}
	return table
}

func indicatorCell(t *view.Language, i *model.Indicator) block.Cell {
	return block.CellOf(block.Linked(t.Text(i.Title, "title"), t.To(address.Indicator(i.ID.V))), block.Words(t.Value("population", i.Population)))
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
	p.Add(part.SeriesDrawing(t, "varden-bild", i)...)
	p.Add(part.IndicatorFacts(t, i)...)
	p.Under("varden", t.Say(text.ValuesTitle), seriesBlocks(t, i)...)
	var goals []block.Line
	for _, g := range t.Facts.GoalsOf(i.ID.V) {
		goals = append(goals, block.Linked(t.GoalName(g), t.To(address.Area(g.ID.V))))
	}
	var what block.Facts
	what.Add(t.Say(text.SubGoals), goals...)
	what.Add(t.Say(text.Initiatives), page.InitiativeLines(t, t.Facts.MeasuredAgainst(i.ID.V))...)
	p.Under("mater", t.Say(text.WhatItMeasures), what.Blocks()...)
	p.Under("kalla", t.Say(text.Source), part.IndicatorSource(t, i)...)
	if _, ok := facts.Progress(i); ok {
		p.Under("metod", t.Say(text.HowProgress), block.Paragraph(block.Words(t.Say(text.ProgressMethod)))...)
	}
	return p
}

// seriesBlocks are an indicator's values as a table.
func seriesBlocks(t *view.Language, i *model.Indicator) []block.Block {
	if len(i.Series) == 0 {
		return []block.Block{block.Notice{Tone: block.Warn, Title: t.Say(text.NoFigures), Blocks: block.Paragraph(block.Words(t.Say(text.NoFiguresLong)))}}
	}
	return []block.Block{part.SeriesTable(t, "varden-tabell", i), block.Para{Line: block.Linked(t.Say(text.IndicatorData), block.Ref{File: address.IndicatorCSV(i.ID.V)})}}
}
