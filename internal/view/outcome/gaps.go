package outcome

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// method says how the figures came about.
func (t *teller) method() []block.Block {
	var list block.List
	put := func(l block.Text) { list.Items = append(list.Items, block.Words(l)) }
	if t.r.AsOf.IsZero() {
		put(t.Say(noAsOf))
	} else {
		put(t.Sayf(methodKnown, t.Date(t.r.AsOf).S))
	}
	if t.r.Unsure > 0 {
		put(t.Sayf(methodUnsure, t.Count(t.r.Unsure, text.OneInitiative, text.ManyInitiatives).S))
	}
	put(t.Say(methodCounted))
	if len(t.r.Indicators) > 0 {
		put(t.Say(methodMoves))
		put(t.Say(text.ProgressMethod))
	}
	put(t.Say(methodFew))
	blocks := []block.Block{list}
	if t.r.Note.Given() {
		blocks = append(blocks, block.Para{Tone: block.Quiet, Line: block.Labelled(t.Say(text.Note), block.Words(t.Text(t.r.Note, "note")))})
	}
	return blocks
}

// gaps are what cannot be told, each kind folded with its names. That nothing is missing
// is said only where there was something to miss.
func (t *teller) gaps() []block.Block {
	g := t.r.Gaps()
	var blocks []block.Block
	add := func(id string, title text.Label, lines []block.Line) {
		if len(lines) == 0 {
			return
		}
		heading := t.Say(title)
		heading.S += " (" + t.Number(len(lines)) + ")"
		lines = t.First(lines, 200, block.Ref{})
		blocks = append(blocks, block.Section{ID: "saknas-" + id, Title: heading, Blocks: []block.Block{block.List{Items: lines}}})
	}
	add("ar", gapYears, each(g.Years, func(y int) block.Line { return block.Line{block.Run(strconv.Itoa(y))} }))
	add("ord", gapUntold, each(g.Untold, func(a results.Area) block.Line { return block.Linked(t.AreaTitle(a.Area), t.To(address.Area(a.ID.V))) }))
	if t.r.Levels.Goals {
		add("mal", gapUnmeasured, each(g.Unmeasured, func(goal results.Goal) block.Line {
			return block.Linked(t.GoalName(goal.Goal), t.To(address.Area(goal.ID.V)))
		}))
	}
	add("varden", gapNoData, each(g.WithoutData, func(i results.Indicator) block.Line {
		return block.Linked(t.Text(i.Title, "title"), t.To(address.Indicator(i.ID.V)))
	}))
	add("prioriterade", gapUnserved, each(g.Unserved, func(c results.Cooperation) block.Line { return block.Line{t.CooperationSpan(c.ID())} }))
	add("redovisning", gapUnreported, each(g.Unreported, t.named))
	add("bedomning", gapUnassessed, each(g.Unassessed, t.named))
	add("dag", gapUndated, each(g.Unscheduled, t.named))
	add("utfall", gapOutcomes, each(g.Outcomes, func(u results.Unreportable) block.Line {
		return append(t.named(u.Initiative), block.Run(": "), block.Span{Text: part.MeasureTitle(t.Language, *u.Measure.Measure)})
	}))
	switch {
	case g.NoPlans:
		blocks = append([]block.Block{block.Para{Line: block.Line{block.Mark(t.Say(text.Missing), block.Warn), block.Run(" "), {Text: t.Say(noPlansTold)}}}}, blocks...)
	case len(blocks) == 0 && len(t.r.Initiatives) > 0 && len(t.r.Indicators) > 0:
		blocks = append(blocks, block.Para{Line: block.Words(t.Say(noGaps))})
	}
	return blocks
}

func (t *teller) named(i *results.Initiative) block.Line {
	return block.Line{t.InitiativeSpan(i.Initiative)}
}

func each[T any](list []T, line func(T) block.Line) []block.Line {
	var lines []block.Line
	for _, x := range list {
		lines = append(lines, line(x))
	}
	return lines
}
