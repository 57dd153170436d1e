package outcome

import (
	"slices"

	"samsyn/internal/address"
	"samsyn/internal/figure"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// summary is the page for the board: how it went in figures.
func (t *teller) summary() []block.Block {
	blocks := []block.Block{block.Para{Tone: block.Lead, Line: Lead(t.Language, t.r)}}
	blocks = append(blocks, Figures(t.Language, t.r)...)
	blocks = append(blocks, t.reportsDue()...)
	return append(blocks, t.emphases()...)
}

// Figures are the initiatives by assessment and by status and the indicators by how they
// moved, drawn and in words.
func Figures(t *view.Language, r *results.Report) []block.Block {
	var blocks []block.Block
	if len(r.Initiatives) > 0 {
		blocks = append(blocks, counted(t, "bedomning", byAssessment, r.Assessments, func(v string) (block.Text, figure.Role) {
			return AssessmentText(t, v), assessmentRole(v)
		})...)
		blocks = append(blocks, block.Para{Line: statuses(t, r)})
	}
	if len(r.Indicators) > 0 {
		var tallies []results.Tally
		for _, m := range []results.Move{results.RightWay, results.Unmoved, results.WrongWay, results.Unknown} {
			tallies = append(tallies, results.Tally{Value: string(m), Count: r.Moves[m]})
		}
		blocks = append(blocks, counted(t, "utveckling", byMove, tallies, func(v string) (block.Text, figure.Role) {
			return MoveText(t, results.Move(v)), moveRole(results.Move(v))
		})...)
	}
	return blocks
}

// statuses counts the initiatives by status in a line.
func statuses(t *view.Language, r *results.Report) block.Line {
	var parts []block.Span
	for _, s := range r.Statuses {
		if s.Count > 0 {
			parts = append(parts, block.Span{Text: t.Sayf(countedIn, t.Say(text.ValueOf("status", s.Value)).S, t.Number(s.Count))})
		}
	}
	line := append(block.Line{{Text: t.Say(byStatus)}, block.Run(". ")}, block.Joined(parts, ", ")...)
	line = append(line, block.Run("."))
	if r.Withdrawn > 0 {
		line = append(line, block.Run(" "), block.Span{Text: t.Sayf(alsoGone, t.Count(r.Withdrawn, text.OneInitiative, text.ManyInitiatives).S)})
	}
	return line
}

func assessmentRole(v string) figure.Role {
	switch v {
	case "completed", "on_track":
		return figure.Good
	case "at_risk", "off_track":
		return figure.Warn
	}
	return figure.Muted
}

func moveRole(m results.Move) figure.Role {
	switch m {
	case results.RightWay:
		return figure.Good
	case results.WrongWay:
		return figure.Warn
	}
	return figure.Muted
}

// counted draws tallies as bars; their text alternative has them all.
func counted(t *view.Language, id string, title text.Label, tallies []results.Tally, of func(v string) (block.Text, figure.Role)) []block.Block {
	var groups []figure.Group
	desc := ""
	for _, c := range tallies {
		label, role := of(c.Value)
		groups = append(groups, figure.Group{Label: label.S, Bars: []figure.Amount{{Written: t.Number(c.Count), Value: float64(c.Count), Role: role}}})
		if desc != "" {
			desc += ", "
		}
		desc += t.Sayf(countedIn, label.S, t.Number(c.Count)).S
	}
	return block.DrawnAt(block.PaperFigure, id+"-bild", t.Say(title), block.Text{S: desc + "."}, func(width float64) figure.Figure { return figure.Bars(groups, width) })
}

// reportsDue says which reports came of those that were due.
func (t *teller) reportsDue() []block.Block {
	c := t.r.Reporting
	if c.Due == 0 {
		return nil // the first sentences say so
	}
	var f block.Facts
	add := func(l text.Label, n int, always bool) {
		if n > 0 || always {
			f.Add(t.Say(l), block.Words(block.Text{S: t.Number(n)}))
		}
	}
	add(dueWere, c.Due, true)
	add(dueCame, c.Received, true)
	add(dueMissing, c.Missing, true)
	add(dueLapsed, c.Lapsed, false)
	add(dueToday, c.Today, false)
	return block.Headed("redovisningar", t.Say(reportsDue), f.Blocks()...)
}

// emphases counts, area by area, how the plans wanted to go on with its cooperation areas.
func (t *teller) emphases() []block.Block {
	if !t.r.Levels.Priorities || len(t.r.Plans) == 0 {
		return nil
	}
	var kinds []string
	for _, k := range []string{"continue", "develop", "strengthen", ""} {
		if slices.ContainsFunc(t.r.Areas, func(a results.Area) bool { counts, _ := emphasised(a); return counts[k] > 0 }) {
			kinds = append(kinds, k)
		}
	}
	table := block.Table{ID: "inriktning", Caption: t.Say(byEmphasis), Dense: true, Columns: []block.Column{{Label: t.Say(text.Area), Header: true, Share: 3}}}
	for _, k := range kinds {
		label := t.Say(noEmphasis)
		if k != "" {
			label = t.Say(text.ValueOf("emphasis", k))
		}
		table.Columns = append(table.Columns, block.Column{Label: label, Numeric: true, Share: 2})
	}
	table.Columns = append(table.Columns, block.Column{Label: t.Say(text.Initiatives), Numeric: true, Share: 2})
	for _, a := range t.r.Areas {
		counts, initiatives := emphasised(a)
		row := block.Row{Cells: []block.Cell{block.CellOf(block.Linked(t.AreaTitle(a.Area), t.To(address.Area(a.ID.V))))}}
		for _, k := range kinds {
			row.Cells = append(row.Cells, block.CellOf(block.Words(block.Text{S: t.Number(counts[k])})))
		}
		row.Cells = append(row.Cells, block.CellOf(block.Words(block.Text{S: t.Number(initiatives)})))
		table.Rows = append(table.Rows, row)
	}
	if len(kinds) == 0 {
		return nil
	}
	return block.Headed("inriktning-avsnitt", t.Say(byEmphasis), table)
}

// emphasised counts an area's priorities by emphasis over the plans, and its initiatives.
func emphasised(a results.Area) (counts map[string]int, initiatives int) {
	counts = map[string]int{}
	for _, c := range a.Cooperations {
		for _, i := range c.Initiatives {
			if !i.Withdrawn {
				initiatives++
			}
		}
		for _, e := range c.Emphasis {
			for _, how := range e.How {
				counts[how.V]++
			}
			if e.First && len(e.How) == 0 {
				counts[""]++
			}
		}
	}
	return counts, initiatives
}

// assessed is an initiative's assessment as a mark, with the day of its report.
func assessed(t *view.Language, i *results.Initiative) block.Line {
	tone := part.AssessmentTone(i.Assessment)
	if i.Assessment == results.NotReported {
		tone = block.Warn
	}
	line := block.Line{block.Mark(AssessmentText(t, i.Assessment), tone)}
	if i.Latest != nil {
		line = append(line, block.Run(" "), block.Span{Text: t.Date(i.Latest.Date.V)})
	}
	return line
}
