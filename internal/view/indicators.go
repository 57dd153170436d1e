package view

import (
	"math"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

func (t *tongue) indicatorsPage() *Page {
	p := &Page{Section: "follow-up", Title: t.say(text.Indicators), Crumbs: []Link{t.crumb(t.say(text.FollowUp), "follow-up")}}
	var now, gone []*model.Indicator
	for _, i := range t.Content.Indicators {
		if i.Withdrawn.Given() {
			gone = append(gone, i)
		} else {
			now = append(now, i)
		}
	}
	if len(now) == 0 {
		p.Lead = words(t.say(text.NoIndicators))
		return p
	}
	p.Lead = words(t.say(text.IndicatorsLead))
	p.Blocks = append(p.Blocks, t.indicatorTable("indikatorer-tabell", now))
	p.Blocks = append(p.Blocks, section("metod", t.say(text.HowProgress), para(words(t.say(text.ProgressMethod)))...)...)
	if len(gone) > 0 {
		p.Blocks = append(p.Blocks, section("utgangna", t.say(text.Withdrawn), t.indicatorTable("utgangna-tabell", gone))...)
	}
	return p
}

func (t *tongue) indicatorTable(id string, list []*model.Indicator) Block {
	table := Table{ID: id, Caption: t.say(text.Indicators), Columns: []Column{
		{Label: t.say(text.Indicator), Header: true, Share: 4}, {Label: t.say(text.Baseline), Share: 2},
		{Label: t.say(text.LatestOutcome), Share: 2}, {Label: t.say(text.Target), Share: 3}, {Label: t.say(text.OfTheWay), Share: 2},
	}}
	for _, i := range list {
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			cell(linked(t.tr(i.Title, "title"), t.to(indicatorPath(i.ID.V))), words(t.value("population", i.Population))),
			cell(t.baseline(i)), cell(t.latest(i)), cell(t.indicatorTarget(i)), cell(t.progress(i)),
		}})
	}
	return table
}

func (t *tongue) amount(v float64, unit string) Text {
	return t.formed(text.FormatValue(v, unit, t.lang))
}

func withYear(v Text, year int) Line {
	return Line{{Text: v}, plain(" (" + itoa(year) + ")")}
}

func (t *tongue) baseline(i *model.Indicator) Line {
	if !i.Baseline.Value.Given() {
		return words(t.say(text.NotGiven))
	}
	return withYear(t.amount(i.Baseline.Value.V, i.Unit.V), i.Baseline.Year.V)
}

func (t *tongue) latest(i *model.Indicator) Line {
	o := facts.Newest(i)
	if o == nil {
		if facts.HasData(i) {
			return words(t.say(text.SeePage))
		}
		return Line{mark(t.say(text.NoFigures), Warn)}
	}
	v, _ := facts.ValueOf(i, *o)
	return withYear(t.amount(v, i.Unit.V), o.Year.V)
}

// latestInWords is ": 54 % (2025)" behind an indicator's name.
func (t *tongue) latestInWords(i *model.Indicator) Line {
	return append(Line{plain(": ")}, t.latest(i)...)
}

func (t *tongue) indicatorTarget(i *model.Indicator) Line {
	switch {
	case i.Target.Text.Given():
		line := words(t.tr(i.Target.Text, "target/text"))
		if i.Target.Year.Given() {
			line = append(line, plain(" ("+itoa(i.Target.Year.V)+")"))
		}
		return line
	case i.Target.Value.Given():
		return withYear(t.amount(i.Target.Value.V, i.Unit.V), i.Target.Year.V)
	}
	return words(t.say(text.NoTarget))
}

// progress says how far it is from the baseline to the target, by the method
// that the page states.
func (t *tongue) progress(i *model.Indicator) Line {
	share, _, ok := facts.Progress(i)
	if !ok {
		return words(t.say(text.NotComputable))
	}
	percent := t.amount(math.Round(share*100), "percent")
	switch {
	case share >= 1:
		return Line{mark(t.say(text.TargetReached), Good)}
	case share < 0:
		return Line{mark(t.say(text.WrongWay), Bad), plain(" "), {Text: percent}}
	}
	return Line{{Text: percent}}
}

func (t *tongue) indicatorPage(i *model.Indicator) *Page {
	p := &Page{
		Section: "follow-up", Title: t.tr(i.Title, "title"), Kicker: words(t.say(text.Indicator)),
		Crumbs: []Link{t.crumb(t.say(text.FollowUp), "follow-up"), t.crumb(t.say(text.Indicators), "indicators")},
		Lead:   words(t.tr(i.Definition, "definition")), Description: t.tr(i.Definition, "definition").S,
	}
	p.Reviewed = t.reviewed(text.FiguresFetched, i.Source.Retrieved.V)
	if i.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(i.Withdrawn, "indicator", ""))
	}
	var f factList
	f.add(t.say(text.LatestOutcome), t.latest(i))
	f.add(t.say(text.Target), t.indicatorTarget(i))
	f.add(t.say(text.OfTheWay), t.progress(i))
	f.add(t.say(text.Baseline), t.baseline(i))
	f.add(t.say(text.WantedCourse), words(t.value("direction", i.Direction)))
	f.add(t.say(text.Population), words(t.value("population", i.Population)))
	f.add(t.say(text.Unit), words(t.value("unit", i.Unit)))
	p.Blocks = append(p.Blocks, f.blocks()...)
	p.Blocks = append(p.Blocks, section("varden", t.say(text.ValuesTitle), t.seriesBlocks(i)...)...)
	var goals []Line
	for _, g := range t.Facts.GoalsOf(i.ID.V) {
		goals = append(goals, linked(t.goalText(g), t.to(areaPath(g.ID.V))))
	}
	var what factList
	what.add(t.say(text.SubGoals), goals...)
	what.add(t.say(text.Initiatives), t.initiativeLines(t.Facts.MeasuredAgainst(i.ID.V))...)
	p.Blocks = append(p.Blocks, section("mater", t.say(text.WhatItMeasures), what.blocks()...)...)
	p.Blocks = append(p.Blocks, section("kalla", t.say(text.Source), t.indicatorSource(i)...)...)
	if _, _, ok := facts.Progress(i); ok {
		p.Blocks = append(p.Blocks, section("metod", t.say(text.HowProgress), para(words(t.say(text.ProgressMethod)))...)...)
	}
	return p
}

func (t *tongue) indicatorSource(i *model.Indicator) []Block {
	var f factList
	f.add(t.say(text.Source), linked(t.tr(i.Source.Name, "source/name"), safeURL(i.Source.URL.V)))
	f.add(t.say(text.SourceID), words(Text{S: i.Source.ID.V}))
	f.add(t.say(text.Retrieved), words(t.date(i.Source.Retrieved.V)))
	return f.blocks()
}

// seriesBlocks are an indicator's values as a table, and those for the whole
// county as a picture.
func (t *tongue) seriesBlocks(i *model.Indicator) []Block {
	if len(i.Series) == 0 {
		return []Block{Notice{Tone: Warn, Title: t.say(text.NoFigures), Blocks: para(words(t.say(text.NoFiguresLong)))}}
	}
	table := Table{ID: "varden-tabell", Caption: t.tr(i.Title, "title"), Dense: true, Columns: []Column{{Label: t.say(text.Year), Header: true}}}
	var place, category, women, men, remark bool
	for _, o := range i.Series {
		place = place || o.Place.Given()
		category = category || o.Category.Given()
		women = women || o.Women.Given()
		men = men || o.Men.Given()
		remark = remark || o.Flag.Given() || o.Note.Given()
	}
	column := func(show bool, c Column) {
		if show {
			table.Columns = append(table.Columns, c)
		}
	}
	column(place, Column{Label: t.say(text.Place)})
	column(category, Column{Label: t.say(text.Category)})
	column(true, Column{Label: t.say(text.Total), Numeric: true})
	column(women, Column{Label: t.say(text.Women), Numeric: true})
	column(men, Column{Label: t.say(text.Men), Numeric: true})
	column(remark, Column{Label: t.say(text.Note)})
	for n, o := range i.Series {
		cells := []Cell{cell(words(Text{S: itoa(o.Year.V)}))}
		put := func(show bool, line Line) {
			if show {
				cells = append(cells, cell(line))
			}
		}
		put(place, t.placeOf(o))
		put(category, words(t.tr(o.Category, "series/"+itoa(n)+"/category")))
		put(true, t.number(o.Total, i.Unit.V))
		put(women, t.number(o.Women, i.Unit.V))
		put(men, t.number(o.Men, i.Unit.V))
		var remarks []Span
		if o.Flag.Given() {
			remarks = append(remarks, Span{Text: t.value("flag", o.Flag)})
		}
		if o.Note.Given() {
			remarks = append(remarks, Span{Text: t.tr(o.Note, "series/"+itoa(n)+"/note")})
		}
		put(remark, joined(remarks, ". "))
		table.Rows = append(table.Rows, Row{Cells: cells})
	}
	blocks := append([]Block{table}, t.seriesDrawing(i)...)
	return append(blocks, Para{Line: linked(t.say(text.IndicatorData), Ref{File: IndicatorCSV(i.ID.V)})})
}

func (t *tongue) placeOf(o model.Observation) Line {
	if !o.Place.Given() {
		return words(t.say(text.WholeCountyShort))
	}
	if p := t.Facts.Party(o.Place.V); p != nil {
		return linked(t.partyName(p, true), t.to(placePath(p.ID.V)))
	}
	return words(t.own(o.Place.V))
}

func (t *tongue) number(v model.Number, unit string) Line {
	if !v.Given() {
		return words(Text{S: "–"})
	}
	return words(t.amount(v.V, unit))
}
