package view

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// statusTone tells how an initiative's status speaks.
func statusTone(status string) Tone {
	switch status {
	case "ongoing":
		return Info
	case "completed":
		return Good
	case "cancelled":
		return Off
	}
	return Quiet
}

// assessmentTone tells how a report's assessment speaks.
func assessmentTone(assessment string) Tone {
	switch assessment {
	case "on_track", "completed":
		return Good
	case "at_risk":
		return Warn
	case "off_track":
		return Bad
	}
	return Quiet
}

// initiativeMarks are an initiative's status, and what is late about it.
func (t *tongue) initiativeMarks(i *model.Initiative) Line {
	if i.Withdrawn.Given() {
		return Line{mark(t.say(text.Withdrawn), Off)}
	}
	marks := Line{mark(t.value("status", i.Status), statusTone(i.Status.V))}
	if len(t.Facts.OverdueDates(i)) > 0 {
		marks = append(marks, mark(t.say(text.ReportOverdue), Warn))
	}
	return marks
}

// cooperationSpan is a cooperation area's number and text, leading to its page.
func (t *tongue) cooperationSpan(id string) Span {
	c, ok := t.Facts.Cooperation(id)
	if !ok {
		return plain(id)
	}
	return Span{Text: t.cooperationText(c), Ref: t.to(cooperationPath(c))}
}

// responsibility says who does an initiative: the third of the plan's columns.
func (t *tongue) responsibility(i *model.Initiative) []Block {
	var f factList
	f.add(t.say(text.Responsible), t.ref(i.Owner))
	f.add(t.say(text.CoOwners), joined(t.actors(i.CoOwners, true), ", "))
	f.add(t.say(text.Partners), joined(t.actors(i.Partners, true), ", "))
	f.add(t.say(text.Period), words(t.period(i.Period)))
	return append(f.blocks(), para(t.excerpt(i.Path, i.Body))...)
}

// followUp says how it is seen what came of an initiative: the fourth column.
func (t *tongue) followUp(i *model.Initiative) []Block {
	blocks := para(words(t.tr(i.FollowUp.Method, "follow_up/method")))
	var f factList
	f.add(t.say(text.FollowUpBy), t.ref(i.FollowUp.Responsible))
	f.add(t.say(text.Due), t.dues(i)...)
	var targets []Line
	for _, m := range i.FollowUp.Measures {
		if !m.Withdrawn.Given() {
			targets = append(targets, t.measureTarget(m))
		}
	}
	f.add(t.say(text.Measures), targets...)
	return append(blocks, f.blocks()...)
}

// dues are an initiative's due dates with how it stands with them.
func (t *tongue) dues(i *model.Initiative) []Line {
	var list []Line
	for _, d := range t.Facts.DuesOf(i) {
		line := words(t.date(d.Date.V))
		switch d.State {
		case facts.Overdue:
			line = append(line, plain(" "), mark(t.say(text.Overdue), Warn))
		case facts.Met:
			line = append(line, plain(" "), mark(t.say(text.Reported), Good))
		}
		list = append(list, line)
	}
	return list
}

func (t *tongue) measureTitle(m model.Measure) Text {
	return t.tr(m.Title, "follow_up/measures/"+m.ID.V+"/title")
}

// measureTarget is a measure with what it should come to.
func (t *tongue) measureTarget(m model.Measure) Line {
	line := words(t.measureTitle(m))
	if target := t.goalValue(m); target.S != "" {
		line = append(line, plain(": "), strong(target))
	}
	return line
}

// goalValue writes a target: ”650”, ”30–50”, ”62,5 %” or in words.
func (t *tongue) goalValue(m model.Measure) Text {
	switch {
	case m.Target.Given() && m.TargetMax.Given():
		return t.formed(text.FormatNumber(m.Target.V, t.lang) + "–" + text.FormatValue(m.TargetMax.V, m.Unit.V, t.lang))
	case m.Target.Given():
		return t.formed(text.FormatValue(m.Target.V, m.Unit.V, t.lang))
	case m.TargetMax.Given():
		return t.sayf(text.AtMost, text.FormatValue(m.TargetMax.V, m.Unit.V, t.lang))
	}
	return t.tr(m.TargetText, "follow_up/measures/"+m.ID.V+"/target_text")
}

// initiativeFacts are everything in an initiative's file that is said in few
// words: what it serves, who does it, when, for whom.
func (t *tongue) initiativeFacts(i *model.Initiative) []Block {
	var f factList
	f.add(t.say(text.Responsible), t.ref(i.Owner))
	f.add(t.say(text.CoOwners), lines(t.actors(i.CoOwners, false))...)
	f.add(t.say(text.Partners), lines(t.actors(i.Partners, false))...)
	f.add(t.say(text.Period), words(t.period(i.Period)))
	f.add(t.say(text.TargetGroup), words(t.tr(i.TargetGroup, "target_group")))
	f.add(t.say(text.CooperationArea), Line{t.cooperationSpan(i.CooperationArea.V)})
	var related []Line
	for _, r := range i.Related {
		related = append(related, Line{t.cooperationSpan(r.V)})
	}
	f.add(t.say(text.Related), related...)
	var goals []Line
	for _, r := range i.SubGoals {
		if g, ok := t.Facts.SubGoal(r.V); ok {
			goals = append(goals, linked(t.goalText(g), t.to(areaPath(g.ID.V))))
		}
	}
	f.add(t.say(text.ContributesTo), goals...)
	var places []Span
	for _, p := range i.Places {
		if party := t.Facts.Party(p.V); party != nil {
			places = append(places, Span{Text: t.partyName(party, true), Ref: t.to(placePath(p.V))})
		}
	}
	f.add(t.say(text.Places), joined(places, ", "))
	f.add(t.say(text.Continues), t.continues(i))
	return f.blocks()
}

func (t *tongue) continues(i *model.Initiative) Line {
	if before := t.Facts.Initiative(i.Continues.V); before != nil {
		return Line{t.initiativeSpan(before), plain(" ("), Span{Text: t.planTitle(before.Plan)}, plain(")")}
	}
	return nil
}

// fundingTable says where the money comes from.
func (t *tongue) fundingTable(i *model.Initiative) []Block {
	if len(i.Funding) == 0 {
		return nil
	}
	table := Table{ID: "finansiering", Caption: t.say(text.Funding), Columns: []Column{
		{Label: t.say(text.Funder), Header: true, Share: 3}, {Label: t.say(text.Role), Share: 2},
		{Label: t.say(text.Programme), Share: 3}, {Label: t.say(text.Amount), Numeric: true, Share: 2},
	}}
	for n, f := range i.Funding {
		at := "funding/" + itoa(n) + "/"
		amount := Text{}
		if f.AmountSEK.Given() {
			amount = t.formed(text.FormatValue(float64(f.AmountSEK.V), "sek", t.lang))
		}
		programme := words(t.tr(f.Programme, at+"programme"))
		if f.CaseNumber.Given() {
			programme = append(programme, plain(" ("+f.CaseNumber.V+")"))
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			cell(words(t.tr(f.Source, at+"source"))), cell(words(t.tr(f.Role, at+"role"))), cell(programme), cell(words(amount)),
		}})
	}
	return []Block{table}
}

// measuresTable is what an initiative counts: what it should come to and what it
// has come to, women and men apart where the reports have it.
func (t *tongue) measuresTable(i *model.Initiative) []Block {
	if len(i.FollowUp.Measures) == 0 {
		return nil
	}
	table := Table{ID: "matt", Caption: t.say(text.Measures), Columns: []Column{
		{Label: t.say(text.Measure), Header: true, Share: 3}, {Label: t.say(text.Target), Share: 2}, {Label: t.say(text.LatestOutcome), Share: 3},
	}}
	for _, m := range i.FollowUp.Measures {
		title := words(t.measureTitle(m))
		if m.Withdrawn.Given() {
			title = append(title, plain(" "), mark(t.say(text.Withdrawn), Off))
		}
		name := []Line{title}
		if ind := t.Facts.Indicator(m.Indicator.V); ind != nil {
			name = append(name, labelled(t.say(text.Indicator), linked(t.tr(ind.Title, "title"), t.to(indicatorPath(ind.ID.V)))))
		}
		table.Rows = append(table.Rows, Row{ID: "matt-" + m.ID.V, Cells: []Cell{
			cell(name...), cell(words(t.goalValue(m))), cell(t.latestOutcome(i, m)...),
		}})
	}
	return []Block{table}
}

// latestOutcome is the newest reported value of a measure and its date.
func (t *tongue) latestOutcome(i *model.Initiative, m model.Measure) []Line {
	var newest *model.Report
	for n := range i.Reports {
		r := &i.Reports[n]
		if _, has := r.Values[m.ID.V]; has && (newest == nil || !r.Date.V.Before(newest.Date.V)) {
			newest = r
		}
	}
	if newest == nil {
		return []Line{words(t.say(text.NotReportedYet))}
	}
	line := t.outcome(newest.Values[m.ID.V], m.Unit.V)
	line = append(line, plain(", "), Span{Text: t.date(newest.Date.V)})
	return []Line{line}
}

// outcome writes a reported value: ”91 (57 kvinnor, 34 män)”.
func (t *tongue) outcome(c model.Count, unit string) Line {
	var line Line
	if c.Total.Given() {
		line = append(line, strong(t.formed(text.FormatValue(c.Total.V, unit, t.lang))))
	}
	var parts []Span
	if c.Women.Given() {
		parts = append(parts, Span{Text: t.sayf(text.OfWomen, text.FormatValue(c.Women.V, unit, t.lang))})
	}
	if c.Men.Given() {
		parts = append(parts, Span{Text: t.sayf(text.OfMen, text.FormatValue(c.Men.V, unit, t.lang))})
	}
	if len(parts) == 0 {
		return line
	}
	if len(line) == 0 {
		return joined(parts, ", ")
	}
	// Within brackets, since ”91, 57” would be read as one number.
	line = append(line, plain(" ("))
	return append(append(line, joined(parts, ", ")...), plain(")"))
}

// reports tells how an initiative has gone, newest first.
func (t *tongue) reports(i *model.Initiative) []Block {
	var cards Cards
	cards.Look = "report"
	for n := len(i.Reports) - 1; n >= 0; n-- {
		r := i.Reports[n]
		c := Card{
			ID:    "rapport-" + r.Date.V.String(),
			Title: t.date(r.Date.V),
			Marks: Line{mark(t.value("assessment", r.Assessment), assessmentTone(r.Assessment.V))},
			Lines: []Line{words(t.tr(r.Text, "reports/"+itoa(n)+"/text"))},
		}
		for _, m := range i.FollowUp.Measures {
			if v, has := r.Values[m.ID.V]; has {
				c.Lines = append(c.Lines, labelled(t.measureTitle(m), t.outcome(v, m.Unit.V)))
			}
		}
		cards.Items = append(cards.Items, c)
	}
	if len(cards.Items) == 0 {
		return nil
	}
	return []Block{cards}
}

// followUpFacts are how, by whom and when an initiative is followed up.
func (t *tongue) followUpFacts(i *model.Initiative) []Block {
	var f factList
	f.add(t.say(text.Method), words(t.tr(i.FollowUp.Method, "follow_up/method")))
	f.add(t.say(text.FollowUpBy), t.ref(i.FollowUp.Responsible))
	f.add(t.say(text.ReportedBy), t.ref(i.FollowUp.ReportedBy))
	f.add(t.say(text.ReportsTo), lines(t.actors(i.FollowUp.ReportsTo, false))...)
	f.add(t.say(text.Due), t.dues(i)...)
	return f.blocks()
}
