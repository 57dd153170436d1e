package site

import (
	"slices"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
	"samsyn/internal/view/thing"
)

func cooperationLines(t *view.Language, list []facts.Cooperation) []block.Line {
	var lines []block.Line
	for _, c := range list {
		line := block.Line{}
		if c.CooperationArea != nil {
			line = block.Line{{Text: t.AreaTitle(c.Area), Em: true}, block.Run(": ")}
		}
		lines = append(lines, append(line, t.CooperationSpan(c.ID())))
	}
	return lines
}

func goalLines(t *view.Language, list []facts.Goal) []block.Line {
	var lines []block.Line
	for _, g := range list {
		lines = append(lines, block.Line{{Text: t.AreaTitle(g.Area), Em: true}, block.Run(": "), {Text: t.GoalName(g), Ref: t.To(address.Area(g.ID.V))}})
	}
	return lines
}

// coverage is a table for each area: its sub-goals with what measures them, its
// cooperation areas with who answers for them and what serves them in each plan. Where
// the areas are all that there is, they share one table.
func coverage(t *view.Language) []block.Block {
	var columns []planColumn
	local := planColumn{label: t.Say(text.LocalPlans)}
	for _, p := range t.Facts.PlansIn(false) {
		switch {
		case p.Scope.V != "local" && len(columns) < 4:
			columns = append(columns, planColumn{t.PlanTitle(p), []*model.Plan{p}})
		case p.Scope.V == "local" && len(p.Initiatives) > 0:
			local.plans = append(local.plans, p)
		}
	}
	if len(local.plans) > 0 {
		columns = append(columns, local)
	}
	if levels := t.Facts.Levels(); !levels.Goals && !levels.Cooperation {
		table := cooperationTable(t, "samverkan", t.Say(text.WhoAnswersForAreas), text.Area, columns)
		for _, a := range t.Areas() {
			table.Rows = append(table.Rows, cooperationRows(t, a, columns)...)
		}
		return []block.Block{table}
	}
	var blocks []block.Block
	for _, a := range t.Areas() {
		inner := append(goalCoverage(t, a), cooperationCoverage(t, a, columns))
		blocks = append(blocks, block.Section{ID: "tackning-" + a.ID.V, Title: t.AreaTitle(a), Ref: t.To(address.Area(a.ID.V)), Blocks: inner})
	}
	return blocks
}

func goalCoverage(t *view.Language, a *model.Area) []block.Block {
	table := block.Table{ID: "delmal-" + a.ID.V, Caption: t.Sayf(text.GoalsOfArea, t.AreaTitle(a).S), Columns: []block.Column{
		{Label: t.Say(text.SubGoal), Header: true, Share: 5}, {Label: t.Say(text.HowFollowed), Share: 4}, {Label: t.Say(text.Initiatives), Numeric: true, Share: 1},
	}}
	for _, g := range t.Goals(a) {
		var how []block.Line
		for _, r := range g.Indicators {
			if i := t.Facts.Indicator(r.V); i != nil {
				how = append(how, append(block.Linked(t.Text(i.Title, "title"), t.To(address.Indicator(r.V))), part.LatestInWords(t, i)...))
			}
		}
		if len(how) == 0 {
			how = []block.Line{thing.GoalFollowed(t, g)}
		}
		table.Add(block.CellOf(block.Linked(t.GoalName(g), t.To(address.Area(g.ID.V)))), block.CellOf(how...), block.CellOf(block.Words(block.Text{S: strconv.Itoa(len(t.Facts.Reaching(g.ID.V)))})))
	}
	return block.Shown(table)
}

func cooperationCoverage(t *view.Language, a *model.Area, plans []planColumn) block.Block {
	caption, column := text.CooperationOfArea, text.CooperationArea
	if len(a.CooperationAreas) == 0 {
		caption, column = text.WhoAnswersInArea, text.Area
	}
	table := cooperationTable(t, "samverkan-"+a.ID.V, t.Sayf(caption, t.AreaTitle(a).S), column, plans)
	table.Rows = cooperationRows(t, a, plans)
	return table
}

// cooperationTable has the columns of a table of cooperation areas.
func cooperationTable(t *view.Language, id string, caption block.Text, first text.Label, plans []planColumn) block.Table {
	table := block.Table{ID: id, Caption: caption, Columns: []block.Column{
		{Label: t.Say(first), Header: true, Share: 5}, {Label: t.Say(text.Responsible), Share: 3},
	}}
	for _, p := range plans {
		table.Columns = append(table.Columns, block.Column{Label: p.label, Share: 3})
	}
	return table
}

func cooperationRows(t *view.Language, a *model.Area, plans []planColumn) []block.Row {
	var rows []block.Row
	for _, c := range facts.CooperationsOf(a) {
		if c.Withdrawn().Given() {
			continue
		}
		responsible := thing.ResponsibleLines(t, c)
		if t.Facts.Unanswered(c) {
			responsible = append(responsible, block.Line{block.Mark(t.Say(text.NobodyResponsible), block.Warn)})
		}
		row := block.Row{Cells: []block.Cell{block.CellOf(block.Line{t.CooperationSpan(c.ID())}), block.CellOf(responsible...)}}
		for _, p := range plans {
			row.Cells = append(row.Cells, block.CellOf(servingIn(t, c, p)...))
		}
		rows = append(rows, row)
	}
	return rows
}

// planColumn is a plan with a column of its own, or all local ones together.
type planColumn struct {
	label block.Text
	plans []*model.Plan
}

// servingIn lists what serves a cooperation area in a plan; a priority that
// nothing serves says so, what is no priority is a dash.
func servingIn(t *view.Language, c facts.Cooperation, in planColumn) []block.Line {
	const most = 12
	var list []block.Line
	for _, i := range t.Facts.Serving(c.ID()) {
		if slices.Contains(in.plans, i.Plan) && !i.Withdrawn.Given() {
			list = append(list, block.Line{t.InitiativeSpan(i)})
		}
	}
	if len(list) > 0 {
		return t.First(list, most, t.To(address.Area(c.ID())))
	}
	for _, q := range t.Facts.PrioritisedIn(c.ID()) {
		if slices.Contains(in.plans, q) {
			return []block.Line{{block.Mark(t.Say(text.PriorityWithout), block.Warn)}}
		}
	}
	return []block.Line{block.Words(t.Say(text.NoInitiative))}
}
