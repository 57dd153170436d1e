package part

import (
	"math"
	"slices"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// statusTone tells how an initiative's status speaks.
func statusTone(status string) block.Tone {
	switch status {
	case "ongoing":
		return block.Info
	case "completed":
		return block.Good
	case "cancelled":
		return block.Off
	}
	return block.Quiet
}

// AssessmentTone tells how a report's assessment speaks.
func AssessmentTone(assessment string) block.Tone {
	switch assessment {
	case "on_track", "completed":
		return block.Good
	case "at_risk":
		return block.Warn
	case "off_track":
		return block.Bad
	}
	return block.Quiet
}

// InitiativeMarks are an initiative's status, how it goes by its newest report, and what
// is late about it.
func InitiativeMarks(t *view.Language, i *model.Initiative) block.Line {
	if i.Withdrawn.Given() {
		return block.Line{block.Mark(t.Say(text.Withdrawn), block.Off)}
	}
	marks := block.Line{block.Mark(t.Value("status", i.Status), statusTone(i.Status.V))}
	if r := facts.Latest(i); r != nil && r.Assessment.Given() && r.Assessment.V != i.Status.V {
		marks = append(marks, assessed(t, r))
	}
	if len(t.Facts.OverdueDates(i)) > 0 {
		marks = append(marks, block.Mark(t.Say(text.ReportOverdue), block.Warn))
	}
	return marks
}

// responsibility says who does an initiative: the third of the plan's columns.
func responsibility(t *view.Language, i *model.Initiative) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Responsible), t.ActorLine(i.Owner))
	f.Add(t.Say(text.CoOwners), block.Joined(t.Actors(i.CoOwners, true), ", "))
	f.Add(t.Say(text.Partners), block.Joined(t.Actors(i.Partners, true), ", "))
	f.Add(t.Say(text.Period), block.Words(t.Period(i.Period)))
	return append(f.Blocks(), block.Paragraph(t.Excerpt(i.Path, i.Body))...)
}

// followUp says how it is seen what came of an initiative: the fourth column.
func followUp(t *view.Language, i *model.Initiative) []block.Block {
	blocks := block.Paragraph(block.Words(t.Text(i.FollowUp.Method, "follow_up/method")))
	var f block.Facts
	f.Add(t.Say(text.FollowUpBy), t.Ref(i.FollowUp.Responsible))
	f.Add(t.Say(text.Due), dues(t, i)...)
	f.Add(t.Say(text.Assessment), assessment(t, i))
	var targets []block.Line
	for _, m := range i.FollowUp.Measures {
		if !m.Withdrawn.Given() {
			targets = append(targets, measureTarget(t, i, m))
		}
	}
	f.Add(t.Say(text.Measures), targets...)
	return append(blocks, f.Blocks()...)
}

// dues are an initiative's due dates with how it stands with them.
func dues(t *view.Language, i *model.Initiative) []block.Line {
	var list []block.Line
	for _, d := range t.Facts.DuesOf(i) {
		line := block.Words(t.Date(d.Date.V))
		switch d.State {
		case facts.Overdue:
			line = append(line, block.Run(" "), block.Mark(t.Say(text.Overdue), block.Warn))
		case facts.Met: // that it was told is no good news where what was told is none
			tone := block.Good
			if r := facts.Latest(i); r != nil && AssessmentTone(r.Assessment.V) != block.Good {
				tone = block.Quiet
			}
			line = append(line, block.Run(" "), block.Mark(t.Say(text.Reported), tone))
		}
		list = append(list, line)
	}
	return list
}

// Awaited is the due date that an initiative is next asked for.
func Awaited(t *view.Language, i *model.Initiative) (facts.Due, bool) {
	dues := t.Facts.DuesOf(i)
	if n := slices.IndexFunc(dues, facts.Due.Awaited); n >= 0 {
		return dues[n], true
	}
	return facts.Due{}, false
}

// assessed is what a report says of how it goes, in words and colour.
func assessed(t *view.Language, r *model.Report) block.Span {
	return block.Mark(t.Value("assessment", r.Assessment), AssessmentTone(r.Assessment.V))
}

// assessment is how an initiative goes by its newest report, with the report's day; that
// a report assesses nothing is told too.
func assessment(t *view.Language, i *model.Initiative) block.Line {
	r := facts.Latest(i)
	if r == nil {
		return nil
	}
	mark := block.Mark(t.Say(text.NoAssessment), block.Quiet)
	if r.Assessment.Given() {
		mark = assessed(t, r)
	}
	return block.Line{block.Span{Text: t.Date(r.Date.V)}, block.Run(" "), mark}
}

// MeasureTitle is what a measure is called.
func MeasureTitle(t *view.Language, m model.Measure) block.Text {
	return t.Text(m.Title, "follow_up/measures/"+m.ID.V+"/title")
}

// measureTarget is a measure with what it should come to, and what it has come to.
func measureTarget(t *view.Language, i *model.Initiative, m model.Measure) block.Line {
	line := block.Words(MeasureTitle(t, m))
	if target := GoalValue(t, m); target.S != "" {
		line = append(line, block.Run(": "), block.Strong(target))
	}
	r := newestWith(i, m)
	if r == nil {
		return line
	}
	line = append(line, block.Run(". "), block.Span{Text: t.Say(text.LatestOutcome)}, block.Run(": "))
	line = append(line, Outcome(t, r.Values[m.ID.V], m.Unit.V)...)
	if share := shareOfTarget(t, r.Values[m.ID.V], m); share != nil {
		line = append(append(line, block.Run(", ")), share...)
	}
	return line
}

// newestWith is the newest report that gives a value of a measure, nil where none does.
func newestWith(i *model.Initiative, m model.Measure) *model.Report {
	var newest *model.Report
	for n := range i.Reports {
		r := &i.Reports[n]
		if _, has := r.Values[m.ID.V]; has && (newest == nil || !r.Date.V.Before(newest.Date.V)) {
			newest = r
		}
	}
	return newest
}

// shareOfTarget says how much of its target a value is: of a span, of what it should come
// to at least. Of a target that is no number, nothing is said.
func shareOfTarget(t *view.Language, c model.Count, m model.Measure) block.Line {
	if !c.Total.Given() || !m.Target.Given() || m.Target.V <= 0 || c.Total.V < 0 {
		return nil
	}
	share := math.Round(100 * c.Total.V / m.Target.V)
	return block.Words(t.Sayf(text.ShareOfTarget, text.FormatValue(share, "percent", t.Lang)))
}

// GoalValue writes a target: ”650”, ”30–50”, ”62,5 %” or in words.
func GoalValue(t *view.Language, m model.Measure) block.Text {
	switch {
	case m.Target.Given() && m.TargetMax.Given():
		return t.Formed(text.FormatNumber(m.Target.V, t.Lang) + "–" + text.FormatValue(m.TargetMax.V, m.Unit.V, t.Lang))
	case m.Target.Given():
		return t.Formed(text.FormatValue(m.Target.V, m.Unit.V, t.Lang))
	case m.TargetMax.Given():
		return t.Sayf(text.AtMost, text.FormatValue(m.TargetMax.V, m.Unit.V, t.Lang))
	}
	return t.Text(m.TargetText, "follow_up/measures/"+m.ID.V+"/target_text")
}

// InitiativeFacts are everything in an initiative's file that is said in few
// words: what it serves, who does it, when, for whom.
func InitiativeFacts(t *view.Language, i *model.Initiative) block.Facts {
	var f block.Facts
	f.Add(t.Say(text.Responsible), t.ActorLine(i.Owner))
	f.Add(t.Say(text.CoOwners), block.Lines(t.Actors(i.CoOwners, false))...)
	f.Add(t.Say(text.Partners), block.Lines(t.Actors(i.Partners, false))...)
	f.Add(t.Say(text.Period), block.Words(t.Period(i.Period)))
	f.Add(t.Say(text.TargetGroup), block.Words(t.Text(i.TargetGroup, "target_group")))
	f.Add(t.Say(t.Below()), block.Line{t.CooperationSpan(i.CooperationArea.V)})
	var related []block.Line
	for _, r := range i.Related {
		related = append(related, block.Line{t.CooperationSpan(r.V)})
	}
	f.Add(t.Say(text.Related), related...)
	var goals []block.Line
	for _, r := range i.SubGoals {
		if g, ok := t.Facts.SubGoal(r.V); ok {
			goals = append(goals, block.Linked(t.GoalName(g), t.To(address.Area(g.ID.V))))
		}
	}
	f.Add(t.Say(text.ContributesTo), goals...)
	f.Add(t.Say(text.Places), PlacesOf(t, i))
	f.Add(t.Say(text.Continues), continues(t, i))
	return f
}

func continues(t *view.Language, i *model.Initiative) block.Line {
	if before := t.Facts.Initiative(i.Continues.V); before != nil {
		return block.Line{t.InitiativeSpan(before), block.Run(" ("), block.Span{Text: t.PlanTitle(before.Plan)}, block.Run(")")}
	}
	return nil
}

// FundingTable says where the money comes from.
func FundingTable(t *view.Language, i *model.Initiative) []block.Block {
	table := block.Table{ID: "finansiering", Caption: t.Say(text.Funding), Columns: []block.Column{
		{Label: t.Say(text.Funder), Header: true, Share: 3}, {Label: t.Say(text.Role), Share: 2},
		{Label: t.Say(text.Programme), Share: 3}, {Label: t.Say(text.Amount), Numeric: true, Share: 2},
	}}
	for n, f := range i.Funding {
		at := "funding/" + strconv.Itoa(n) + "/"
		amount := block.Text{}
		if f.AmountSEK.Given() {
			amount = t.Formed(text.FormatValue(float64(f.AmountSEK.V), "sek", t.Lang))
		}
		programme := block.Words(t.Text(f.Programme, at+"programme"))
		if f.CaseNumber.Given() {
			programme = append(programme, block.Run(" ("+f.CaseNumber.V+")"))
		}
		table.Add(block.CellOf(block.Words(t.Text(f.Source, at+"source"))), block.CellOf(block.Words(t.Text(f.Role, at+"role"))), block.CellOf(programme), block.CellOf(block.Words(amount)))
	}
	return block.Shown(table.Used())
}

// MeasuresTable is what an initiative counts: what it should come to and what it
// has come to, women and men apart where the reports have it.
func MeasuresTable(t *view.Language, i *model.Initiative) []block.Block {
	table := block.Table{ID: "matt", Caption: t.Say(text.Measures), Columns: []block.Column{
		{Label: t.Say(text.Measure), Header: true, Share: 3}, {Label: t.Say(text.Target), Share: 2}, {Label: t.Say(text.LatestOutcome), Share: 3},
	}}
	for _, m := range i.FollowUp.Measures {
		mark, why := apartFrom(withdrawnMeasure(t, i, m))
		name := append([]block.Line{block.Words(MeasureTitle(t, m))}, mark...)
		if ind := t.Facts.Indicator(m.Indicator.V); ind != nil {
			name = append(name, block.Labelled(t.Say(text.Indicator), block.Linked(t.Text(ind.Title, "title"), t.To(address.Indicator(ind.ID.V)))))
		}
		reached := append(latestOutcome(t, i, m), why...)
		if r := newestWith(i, m); r != nil {
			if share := shareOfTarget(t, r.Values[m.ID.V], m); share != nil {
				reached = append(reached, share)
			}
		}
		table.Rows = append(table.Rows, block.Row{ID: "matt-" + m.ID.V, Cells: []block.Cell{
			block.CellOf(name...), block.CellOf(block.Words(GoalValue(t, m))), block.CellOf(reached...),
		}})
	}
	return block.Shown(table.Used())
}

// withdrawnMeasure says that a measure of an initiative is withdrawn, why, and what is
// counted instead.
func withdrawnMeasure(t *view.Language, i *model.Initiative, m model.Measure) []block.Line {
	lines := WithdrawnLines(t, m.Withdrawn, "measure", "follow_up/measures/"+m.ID.V+"/")
	for _, other := range i.FollowUp.Measures {
		if m.Withdrawn.Given() && other.ID.V == m.Withdrawn.ReplacedBy.V {
			lines = append(lines, block.Labelled(t.Say(text.ReplacedBy), block.Words(MeasureTitle(t, other))))
		}
	}
	return lines
}

// MeasuresInShort are what an initiative counts, each on a line: ”Deltagare: 91 av 60–80
// (januari 2026)”.
func MeasuresInShort(t *view.Language, i *model.Initiative) []block.Line {
	var lines []block.Line
	for _, m := range i.FollowUp.Measures {
		if m.Withdrawn.Given() {
			continue
		}
		line := append(block.Words(MeasureTitle(t, m)), block.Run(": "))
		line = append(line, latestOutcome(t, i, m)[0]...)
		if goal := GoalValue(t, m); goal.S != "" {
			line = append(line, block.Run(". "), block.Span{Text: t.Sayf(text.TargetIs, goal.S)})
		}
		lines = append(lines, line)
	}
	return lines
}

// latestOutcome is the newest reported value of a measure and its date.
func latestOutcome(t *view.Language, i *model.Initiative, m model.Measure) []block.Line {
	newest := newestWith(i, m)
	if newest == nil {
		return []block.Line{block.Words(t.Say(text.NotReportedYet))}
	}
	line := Outcome(t, newest.Values[m.ID.V], m.Unit.V)
	line = append(line, block.Run(", "), block.Span{Text: t.Date(newest.Date.V)})
	return []block.Line{line}
}

// Outcome writes a reported value: ”91 (57 kvinnor, 34 män)”.
func Outcome(t *view.Language, c model.Count, unit string) block.Line {
	var line block.Line
	if c.Total.Given() {
		line = append(line, block.Strong(t.Formed(text.FormatValue(c.Total.V, unit, t.Lang))))
	}
	var parts []block.Span
	if c.Women.Given() {
		parts = append(parts, block.Span{Text: t.Sayf(text.OfWomen(c.Women.V, unit), text.FormatValue(c.Women.V, unit, t.Lang))})
	}
	if c.Men.Given() {
		parts = append(parts, block.Span{Text: t.Sayf(text.OfMen(c.Men.V, unit), text.FormatValue(c.Men.V, unit, t.Lang))})
	}
	if len(parts) == 0 {
		return line
	}
	if len(line) == 0 {
		return block.Joined(parts, ", ")
	}
	// Within brackets, since ”91, 57” would be read as one number.
	line = append(line, block.Run(" ("))
	return append(append(line, block.Joined(parts, ", ")...), block.Run(")"))
}

// Reports tells how an initiative has gone, newest first.
func Reports(t *view.Language, i *model.Initiative) block.Block {
	cards := block.Cards{Look: "report"}
	places := address.Reports(i)
	for n := len(i.Reports) - 1; n >= 0; n-- {
		r := i.Reports[n]
		c := block.Card{
			ID:    places[n],
			Title: t.Date(r.Date.V),
			Lines: []block.Line{block.Words(t.Text(r.Text, "reports/"+strconv.Itoa(n)+"/text"))},
		}
		if r.Assessment.Given() {
			c.Marks = block.Line{assessed(t, &r)}
		}
		for _, m := range i.FollowUp.Measures {
			if v, has := r.Values[m.ID.V]; has {
				c.Lines = append(c.Lines, block.Labelled(MeasureTitle(t, m), Outcome(t, v, m.Unit.V)))
			}
		}
		cards.Items = append(cards.Items, c)
	}
	return cards
}

// FollowUpFacts are how, by whom and when an initiative is followed up.
func FollowUpFacts(t *view.Language, i *model.Initiative) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Method), block.Words(t.Text(i.FollowUp.Method, "follow_up/method")))
	f.Add(t.Say(text.FollowUpBy), t.Ref(i.FollowUp.Responsible))
	f.Add(t.Say(text.ReportedBy), t.Ref(i.FollowUp.ReportedBy))
	f.Add(t.Say(text.ReportsTo), block.Lines(t.Actors(i.FollowUp.ReportsTo, false))...)
	f.Add(t.Say(text.Due), dues(t, i)...)
	f.Add(t.Say(text.Assessment), assessment(t, i))
	return f.Blocks()
}
