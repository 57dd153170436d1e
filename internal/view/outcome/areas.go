package outcome

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// area is what came of the work in an area: in the secretariat's words, in the figures of
// its sub-goals, and in what was done.
func (t *teller) area(a results.Area) []block.Block {
	var blocks []block.Block
	if a.Words == nil {
		blocks = append(blocks, block.Para{Tone: block.Quiet, Line: block.Words(t.Say(noWords))})
	} else {
		at := "areas/" + strconv.Itoa(a.Number) + "/"
		blocks = append(blocks, block.Paragraph(block.Words(t.Text(a.Words.Text, at+"text")))...)
		if a.Words.Conclusion.Given() {
			blocks = append(blocks, block.Para{Line: append(block.Line{block.Strong(t.Say(conclusionIs)), block.Run(": ")}, block.Span{Text: t.Text(a.Words.Conclusion, at+"conclusion")})})
		}
	}
	if t.r.Levels.Goals {
		for _, g := range a.Goals {
			blocks = append(blocks, block.Section{ID: "mal-" + g.ID.V, Title: t.GoalName(g.Goal), Kicker: block.Words(t.Say(text.SubGoal)), Blocks: append(t.inFull(g.Goal), t.goal(g)...)})
		}
	}
	for _, c := range a.Cooperations {
		title := t.CooperationText(c.Cooperation)
		kicker := block.Words(t.Say(text.CooperationArea))
		if c.CooperationArea == nil {
			title, kicker = t.Say(doneInArea), nil
		}
		blocks = append(blocks, block.Section{ID: "gjort-" + c.ID(), Title: title, Kicker: kicker, Together: true, Blocks: t.cooperation(c)})
	}
	return blocks
}

func (t *teller) goal(g results.Goal) []block.Block {
	var blocks []block.Block
	for _, i := range g.Indicators {
		blocks = append(blocks, t.indicator(i)...)
	}
	if g.Qualitatively {
		blocks = append(blocks, block.Para{Line: block.Words(t.Say(inWords))})
	}
	if len(blocks) == 0 {
		return []block.Block{block.Para{Line: block.Line{block.Mark(t.Say(text.NoIndicator), block.Warn)}}}
	}
	return blocks
}

// indicator is where an indicator began, how it moved, where it is and should come, with
// its chart the first time that it is told of.
func (t *teller) indicator(i results.Indicator) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Indicator), block.Linked(t.Text(i.Title, "title"), t.To(address.Indicator(i.ID.V))), block.Words(t.Text(i.Definition, "definition")))
	if i.Move != results.Undirected {
		f.Add(t.Say(development), t.course(i))
	}
	f.Add(t.Say(text.LatestOutcome), t.latest(i)...)
	if i.Move != results.Undirected {
		f.Add(t.Say(text.Target), part.IndicatorTarget(t.Language, i.Indicator))
		if _, ok := facts.Progress(shownOf(i)); ok {
			f.Add(t.Say(text.OfTheWay), part.IndicatorProgress(t.Language, shownOf(i)))
		}
		if i.Baseline.Value.Given() {
			f.Add(t.Say(text.Baseline), part.IndicatorBaseline(t.Language, i.Indicator))
		}
	}
	source := block.Words(t.Text(i.Source.Name, "source/name"))
	if i.Source.Retrieved.Given() {
		source = append(source, block.Run(", "), block.Span{Text: t.Sayf(retrievedOn, t.Date(i.Source.Retrieved.V).S)})
	}
	f.Add(t.Say(text.Source), source)
	blocks := f.Blocks()
	if !t.shown[i.ID.V] {
		t.shown[i.ID.V] = true
		blocks = append(blocks, part.SeriesDrawing(t.Language, "diagram-"+i.ID.V, shownOf(i))...)
	}
	return blocks
}

// course says which way an indicator went, and from what to what.
func (t *teller) course(i results.Indicator) block.Line {
	tone := map[results.Move]block.Tone{results.RightWay: block.Good, results.WrongWay: block.Bad, results.Unmoved: block.Info, results.Unknown: block.Warn}[i.Move]
	line := block.Line{block.Mark(MoveText(t.Language, i.Move), tone), block.Run(": ")}
	if i.Move == results.Unknown {
		why := noValueInTime
		if i.Latest != nil && t.inTime(i.Latest) {
			why = nothingBefore
		}
		return append(line, block.Span{Text: t.Say(why)})
	}
	from, year := "", ""
	if i.Begun {
		from, year = part.Amount(t.Language, i.Baseline.Value.V, i.Unit.V).S, strconv.Itoa(i.Baseline.Year.V)
	} else {
		from, year = t.value(i, i.Before), t.year(i.Before)
	}
	return append(line, block.Span{Text: t.Sayf(movedFrom, from, year, t.value(i, i.Latest), t.year(i.Latest))})
}

// inTime tells whether a value is of the report's time.
func (t *teller) inTime(o *model.Observation) bool {
	return !t.r.Period.From.Given() || !facts.TimeOf(o).Before(t.r.Period.From.V)
}

// value writes an observation, unless it might point somebody out.
func (t *teller) value(i results.Indicator, o *model.Observation) string {
	if hidden(i, o) {
		return t.Say(hiddenValue).S
	}
	v, _ := facts.ValueOf(i.Indicator, *o)
	return part.Amount(t.Language, v, i.Unit.V).S
}

// hidden tells whether a value of an observation might point somebody out.
func hidden(i results.Indicator, o *model.Observation) bool {
	v, has := facts.ValueOf(i.Indicator, *o)
	return has && !results.Shown(model.Number{V: v, At: o.At}, model.Number{}, model.Number{}, i.CountsPeople.V).Given()
}

func (t *teller) year(o *model.Observation) string { return t.Date(facts.TimeOf(o)).S }

// latest is an indicator's newest value, with those of women and men.
func (t *teller) latest(i results.Indicator) []block.Line {
	if i.Latest == nil {
		return []block.Line{part.IndicatorLatest(t.Language, shownOf(i))}
	}
	newest := t.value(i, i.Latest)
	if hidden(i, i.Latest) {
		newest = t.Say(suppressed).S
	}
	lines := []block.Line{block.Words(block.Text{S: newest + " (" + t.year(i.Latest) + ")"})}
	o := results.Shown(i.Latest.Total, i.Latest.Women, i.Latest.Men, i.CountsPeople.V)
	if o.Women.Given() && o.Men.Given() {
		lines = append(lines, block.Joined([]block.Span{
			{Text: block.Text{S: t.Say(text.Women).S + " " + part.Amount(t.Language, o.Women.V, i.Unit.V).S}},
			{Text: block.Text{S: t.Say(text.Men).S + " " + part.Amount(t.Language, o.Men.V, i.Unit.V).S}},
		}, ", "))
	}
	if i.Latest.Flag.Given() {
		lines = append(lines, block.Words(t.Value("flag", i.Latest.Flag)))
	}
	return lines
}

// shownOf is an indicator with the values that may be shown.
func shownOf(i results.Indicator) *model.Indicator {
	if !i.CountsPeople.V {
		return i.Indicator
	}
	cut := *i.Indicator
	cut.Series = nil
	for _, o := range i.Series {
		v := results.Shown(o.Total, o.Women, o.Men, true)
		o.Total, o.Women, o.Men = v.Total, v.Women, v.Men
		if v.Given() {
			cut.Series = append(cut.Series, o)
		}
	}
	return &cut
}

// cooperation is what was done under a cooperation area, and what the plans wanted with it.
func (t *teller) cooperation(c results.Cooperation) []block.Block {
	var f block.Facts
	if t.r.Levels.Priorities {
		var lines []block.Line
		for _, e := range c.Emphasis {
			lines = append(lines, block.Labelled(t.PlanTitle(e.Plan), t.emphasis(e)))
		}
		f.Add(t.Say(text.Emphasis), lines...)
	}
	blocks := f.Blocks()
	if len(c.Initiatives) == 0 {
		none := noneServed
		if len(t.r.Counted()) == 0 {
			none = noneKept
		}
		if c.First() {
			none = noneServedWant
		}
		return append(blocks, block.Para{Line: block.Line{block.Mark(t.Say(none), block.Warn)}})
	}
	return append(blocks, t.initiatives(c.ID(), c.Initiatives)...)
}

func (t *teller) emphasis(e results.Emphasis) block.Line {
	if !e.First {
		return block.Words(t.Say(notFirst))
	}
	if len(e.How) == 0 {
		return block.Words(t.Say(firstOnly))
	}
	return t.Values("emphasis", e.How)
}

// initiatives are a table of initiatives with what came of them.
func (t *teller) initiatives(id string, list []*results.Initiative) []block.Block {
	const most = 200
	table := block.Table{ID: "insatser-" + id, Caption: t.Say(text.Initiatives), Columns: []block.Column{
		{Label: t.Say(text.Initiative), Header: true, Share: 4}, {Label: t.Say(text.Responsible), Share: 4}, {Label: t.Say(text.Assessment), Share: 4}, {Label: t.Say(whatCame), Share: 6},
	}}
	for _, i := range list[:min(len(list), most)] {
		standing := []block.Line{assessed(t.Language, i), block.Words(t.Value("status", model.Text{V: i.Status, At: i.Initiative.Status.At}))}
		if i.Withdrawn {
			standing = []block.Line{{block.Mark(t.Say(text.Withdrawn), block.Off)}}
		}
		table.Add(
			block.CellOf(block.Line{t.InitiativeSpan(i.Initiative)}), block.CellOf(t.ActorLine(i.Owner), block.Words(t.PlanTitle(i.Plan))),
			block.CellOf(standing...), block.CellOf(t.came(i)...),
		)
	}
	blocks := []block.Block{table}
	if n := len(list) - most; n > 0 {
		blocks = append(blocks, block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(text.AndMore, t.Number(n)))})
	}
	return blocks
}

// came is what an initiative's newest report says, with the outcomes of its measures.
func (t *teller) came(i *results.Initiative) []block.Line {
	var lines []block.Line
	if i.Latest != nil {
		lines = append(lines, block.Words(t.Text(i.Latest.Text, "reports/"+strconv.Itoa(i.Number)+"/text")))
	}
	for _, m := range i.Measures {
		if m.Verdict == results.Unreported {
			continue
		}
		lines = append(lines, block.Labelled(part.MeasureTitle(t.Language, *m.Measure), t.outcome(m)))
	}
	if len(lines) == 0 {
		return []block.Line{block.Words(t.Say(isUnreported))}
	}
	return lines
}

// inFull is what a sub-goal says, where its title stands above.
func (t *teller) inFull(g facts.Goal) []block.Block {
	if !g.SubGoal.Title.Given() {
		return nil
	}
	return block.Paragraph(block.Words(t.GoalText(g)))
}
