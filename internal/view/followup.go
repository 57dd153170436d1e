package view

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// followUpPage shows how the goals, the work and the figures hang together, and
// where nothing hangs there.
func (t *tongue) followUpPage() *Page {
	g := t.Facts.Gaps()
	p := &Page{Section: "follow-up", Title: t.say(text.FollowUp), Lead: t.gapSentence(g)}
	p.Blocks = append(p.Blocks, section("luckor", t.say(text.WhatIsMissing), t.gapBlocks(g)...)...)
	p.Blocks = append(p.Blocks, section("fran-mal-till-insats", t.say(text.CoverageMatrix), t.coverage()...)...)
	p.Blocks = append(p.Blocks, section("redovisningar", t.say(text.ReportsWhen), t.allDues()...)...)
	p.Blocks = append(p.Blocks, section("beslut", t.say(text.Decisions), Para{Line: linked(t.say(text.SeeDecisions), t.to("decisions"))})...)
	p.Blocks = append(p.Blocks, section("provningar", t.say(text.Reviews), t.reviewCards()...)...)
	p.Blocks = append(p.Blocks, section("indikatorer", t.say(text.Indicators), Para{Line: linked(t.say(text.SeeIndicators), t.to("indicators"))})...)
	return p
}

func (t *tongue) gapSentence(g facts.Gaps) Line {
	n := len(g.Unanswered) + len(g.Unserved) + len(g.Unmeasured) + len(g.WithoutData) + len(g.Unscheduled) + len(g.OverdueDues) + len(g.PastTheirEnd)
	if n == 0 {
		return words(t.say(text.NoGaps))
	}
	return words(t.sayf(text.GapsLead, t.count(n, text.OneGap, text.ManyGaps).S))
}

// gapID is where a kind of gap is told of.
func gapID(kind string) string { return "lucka-" + kind }

// gapBlocks tell each kind of gap, those that there are none of too.
func (t *tongue) gapBlocks(g facts.Gaps) []Block {
	var blocks []Block
	put := func(id string, title text.Label, none text.Label, list []Line) {
		if len(list) == 0 {
			blocks = append(blocks, Para{Line: Line{mark(t.say(text.NoneMissing), Good), plain(" "), Span{Text: t.say(none)}}})
			return
		}
		said := t.say(title)
		said.S += " (" + itoa(len(list)) + ")"
		const most = 200
		inside := []Block{List{Items: list[:min(len(list), most)]}}
		if len(list) > most {
			inside = append(inside, Para{Tone: Quiet, Line: words(t.sayf(text.AndMore, itoa(len(list)-most)))})
		}
		blocks = append(blocks, Fold{ID: gapID(id), Title: said, Blocks: inside})
	}
	put("prioriterade", text.GapUnserved, text.GapUnservedNone, t.cooperationLines(g.Unserved))
	put("ansvar", text.GapUnanswered, text.GapUnansweredNone, t.cooperationLines(g.Unanswered))
	put("delmal", text.GapUnmeasured, text.GapUnmeasuredNone, t.goalLines(g.Unmeasured))
	var dues []Line
	for _, d := range g.OverdueDues {
		dues = append(dues, Line{t.initiativeSpan(d.Initiative), plain(", "), Span{Text: t.date(d.Date.V)}})
	}
	if !t.Options.Today.IsZero() {
		if undated, dated := t.dated(); dated == 0 && undated > 0 {
			blocks = append(blocks, Para{Line: Line{mark(t.say(text.CannotTell), Warn), plain(" "), {Text: t.counted(text.GapOverdueUnknown, undated)}}})
		} else {
			put("forsenade", text.GapOverdue, text.GapOverdueNone, dues)
		}
		put("tid", text.GapPast, text.GapPastNone, t.initiativeLines(g.PastTheirEnd))
	}
	put("datum", text.GapUnscheduled, text.GapUnscheduledNone, t.initiativeLines(g.Unscheduled))
	if len(t.Content.Indicators) > 0 {
		var indicators []Line
		for _, i := range g.WithoutData {
			indicators = append(indicators, linked(t.tr(i.Title, "title"), t.to(indicatorPath(i.ID.V))))
		}
		put("varden", text.GapNoData, text.GapNoDataNone, indicators)
	} else {
		blocks = append(blocks, Para{Line: Line{mark(t.say(text.Missing), Warn), plain(" "), Span{Text: t.say(text.NoIndicators)}}})
	}
	put("ovriga", text.GapUntouched, text.GapUntouchedNone, t.cooperationLines(g.Untouched))
	return blocks
}

// dated counts the initiatives that nobody has set a day to report for, and those
// that somebody has: where none has a day, none can be late.
func (t *tongue) dated() (undated, dated int) {
	for _, p := range t.Facts.PlansIn(false) {
		if p.Withdrawn.Given() {
			continue
		}
		for _, i := range p.Initiatives {
			switch {
			case i.Withdrawn.Given():
			case len(i.FollowUp.Due) > 0:
				dated++
			default:
				undated++
			}
		}
	}
	return undated, dated
}

// counted puts a number of initiatives into a sentence of the catalogue.
func (t *tongue) counted(sentence text.Label, n int) Text {
	return t.sayf(sentence, t.count(n, text.OneInitiative, text.ManyInitiatives).S)
}

func (t *tongue) cooperationLines(list []facts.Cooperation) []Line {
	var lines []Line
	for _, c := range list {
		line := Line{}
		if c.CooperationArea != nil {
			line = Line{{Text: t.areaTitle(c.Area), Em: true}, plain(": ")}
		}
		lines = append(lines, append(line, t.cooperationSpan(c.ID())))
	}
	return lines
}

func (t *tongue) goalLines(list []facts.Goal) []Line {
	var lines []Line
	for _, g := range list {
		lines = append(lines, Line{{Text: t.areaTitle(g.Area), Em: true}, plain(": "), {Text: t.goalText(g), Ref: t.to(areaPath(g.ID.V))}})
	}
	return lines
}

// coverage is a table for each area: its sub-goals with what measures them, its
// cooperation areas with who answers for them and what serves them in each plan.
func (t *tongue) coverage() []Block {
	var plans []*model.Plan
	for _, p := range t.Facts.PlansIn(false) {
		if p.Scope.V != "local" && len(plans) < 4 {
			plans = append(plans, p)
		}
	}
	var blocks []Block
	for _, a := range t.Content.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		inner := append(t.goalCoverage(a), t.cooperationCoverage(a, plans))
		blocks = append(blocks, Section{ID: "tackning-" + a.ID.V, Title: t.areaTitle(a), Ref: t.to(areaPath(a.ID.V)), Blocks: inner})
	}
	return blocks
}

func (t *tongue) goalCoverage(a *model.Area) []Block {
	if len(a.SubGoals) == 0 {
		return nil
	}
	table := Table{ID: "delmal-" + a.ID.V, Caption: t.sayf(text.GoalsOfArea, t.areaTitle(a).S), Columns: []Column{
		{Label: t.say(text.SubGoal), Header: true, Share: 5}, {Label: t.say(text.HowFollowed), Share: 4}, {Label: t.say(text.Initiatives), Numeric: true, Share: 1},
	}}
	for n := range a.SubGoals {
		g := facts.Goal{Area: a, SubGoal: &a.SubGoals[n]}
		if g.SubGoal.Withdrawn.Given() {
			continue
		}
		var how []Line
		for _, r := range g.Indicators {
			if i := t.Facts.Indicator(r.V); i != nil {
				how = append(how, append(linked(t.tr(i.Title, "title"), t.to(indicatorPath(r.V))), t.latestInWords(i)...))
			}
		}
		if len(how) == 0 {
			how = []Line{t.goalFollowed(g)}
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			cell(linked(t.goalText(g), t.to(areaPath(g.ID.V)))), cell(how...), cell(words(Text{S: itoa(len(t.Facts.Reaching(g.ID.V)))})),
		}})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Block{table}
}

func (t *tongue) cooperationCoverage(a *model.Area, plans []*model.Plan) Block {
	table := Table{ID: "samverkan-" + a.ID.V, Caption: t.sayf(text.CooperationOfArea, t.areaTitle(a).S), Columns: []Column{
		{Label: t.say(text.CooperationArea), Header: true, Share: 5}, {Label: t.say(text.Responsible), Share: 3},
	}}
	for _, p := range plans {
		table.Columns = append(table.Columns, Column{Label: t.planTitle(p), Share: 3})
	}
	for _, c := range facts.CooperationsOf(a) {
		if c.Withdrawn() {
			continue
		}
		responsible := t.responsibleLines(c)
		if t.Facts.Unanswered(c) {
			responsible = append(responsible, Line{mark(t.say(text.NobodyResponsible), Warn)})
		}
		row := Row{Cells: []Cell{cell(Line{t.cooperationSpan(c.ID())}), cell(responsible...)}}
		for _, p := range plans {
			row.Cells = append(row.Cells, cell(t.servingIn(c, p)...))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// servingIn lists what serves a cooperation area in a plan; a priority that
// nothing serves says so, what is no priority is a dash.
func (t *tongue) servingIn(c facts.Cooperation, p *model.Plan) []Line {
	const most = 12
	var list []Line
	more := 0
	for _, i := range t.Facts.Serving(c.ID()) {
		switch {
		case i.Plan != p || i.Withdrawn.Given():
		case len(list) == most:
			more++
		default:
			list = append(list, Line{t.initiativeSpan(i)})
		}
	}
	if more > 0 {
		list = append(list, linked(t.sayf(text.AndMore, itoa(more)), t.to(cooperationPath(c))))
	}
	if len(list) > 0 {
		return list
	}
	for _, q := range t.Facts.PrioritisedIn(c.ID()) {
		if q == p {
			return []Line{{mark(t.say(text.PriorityWithout), Warn)}}
		}
	}
	return []Line{words(t.say(text.NoInitiative))}
}

// allDues lists what is to be reported when, over all plans in force.
func (t *tongue) allDues() []Block {
	var list []*model.Initiative
	for _, p := range t.Facts.PlansIn(false) {
		for _, i := range p.Initiatives {
			if len(i.FollowUp.Due) > 0 && !i.Withdrawn.Given() {
				list = append(list, i)
			}
		}
	}
	if len(list) == 0 {
		return []Block{Para{Line: words(t.say(text.NoDues))}}
	}
	const most = 200
	waiting := list[:0:0]
	for _, i := range list {
		for _, d := range t.Facts.DuesOf(i) {
			if d.State == facts.Overdue || d.State == facts.Planned {
				waiting = append(waiting, i)
				break
			}
		}
	}
	switch {
	case len(waiting) == 0:
		return []Block{Para{Line: words(t.say(text.NothingWaits))}}
	case len(waiting) > most:
		blocks := t.dueTable(waiting[:most])
		return append(blocks, Para{Tone: Quiet, Line: words(t.sayf(text.MoreDues, itoa(len(waiting)-most)))})
	}
	return t.dueTable(waiting)
}

func (t *tongue) reviewCards() []Block {
	cards := Cards{Look: "resource"}
	for n := len(t.Content.Reviews) - 1; n >= 0; n-- {
		r := t.Content.Reviews[n]
		cards.Items = append(cards.Items, Card{
			Title: t.sayf(text.ReviewOf, r.ID.V), Ref: t.to(reviewPath(r.ID.V)),
			Marks: Line{mark(t.value("conclusion", r.Conclusion), Info)}, Lines: []Line{words(t.date(r.Date.V))},
		})
	}
	if len(cards.Items) == 0 {
		return []Block{Para{Line: words(t.say(text.NoReviews))}}
	}
	return []Block{cards}
}

func (t *tongue) reviewPage(r *model.Review) *Page {
	p := &Page{
		Section: "follow-up", Title: t.sayf(text.ReviewOf, r.ID.V), Kicker: words(t.say(text.CurrentState)),
		Crumbs:      []Link{t.crumb(t.say(text.FollowUp), "follow-up")},
		Marks:       Line{mark(t.value("conclusion", r.Conclusion), Info)},
		Description: t.excerpt(r.Path, r.Body).plain(),
	}
	var f factList
	f.add(t.say(text.Conclusion), words(t.value("conclusion", r.Conclusion)))
	f.add(t.say(text.Date), words(t.date(r.Date.V)))
	f.add(t.say(text.DecidedBy), t.ref(r.By))
	f.add(t.say(text.CaseNumber), words(Text{S: r.CaseNumber.V}))
	p.Blocks = append(f.blocks(), t.prose(r.Path, r.Body, 2)...)
	return p
}
