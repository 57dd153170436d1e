package thing

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/outcome"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// PlanMarks are a plan's status.
func PlanMarks(t *view.Language, p *model.Plan) block.Line {
	if p.Withdrawn.Given() {
		return block.Line{block.Mark(t.Say(text.Withdrawn), block.Off)}
	}
	tone := block.Quiet
	switch p.Status.V {
	case "adopted":
		tone = block.Info
	case "closed":
		tone = block.Good
	case "draft", "proposed":
		tone = block.Warn
	}
	return block.Line{block.Mark(t.Value("plan-status", p.Status), tone)}
}

// Plan is the page of a plan, which leads to its parts.
func Plan(t *view.Language, plan *model.Plan, parts []Part) *page.Page {
	p := planHead(t, plan)
	p.Weight = 6
	p.Add(planNumbers(t, plan)...)
	p.Add(part.PlanIntro(t, plan)...)
	if len(plan.Initiatives) > 1 && t.Lang == t.Main {
		p.Add(filters(t, plan, parts, "", ""))
	}
	if len(plan.Initiatives) > readable && t.Lang == t.Main {
		p.Under("insatser", t.Say(text.Initiatives), byArea(t, plan, parts))
	} else {
		p.Under("insatser", t.Say(text.Initiatives), part.FourColumns(t, plan, plan.Initiatives, true))
	}
	p.Add(part.PrioritiesPart(t, plan)...)
	p.Under("tidslinje", t.Say(text.Timeline), timeline(t, plan)...)
	p.Under("jamforelse", t.Say(text.ComparedWithBefore), compared(t, plan)...)
	p.Under("om-planen", t.Say(text.AboutPlan), part.PlanFacts(t, plan))
	p.Under("resultat", t.Say(text.ResultsReports), resultsOf(t, plan))
	p.Add(page.DocumentLinks(t, address.PlanDocument(plan))...)
	p.Add(page.LifeOf(t, "plan", plan.ID.V)...)
	return p
}

// resultsOf lead to the reports of what came of a plan.
func resultsOf(t *view.Language, plan *model.Plan) block.List {
	var list block.List
	for _, r := range outcome.Shown(t) {
		if plan.InForce() && !r.Withdrawn.Given() && r.Period.Touches(plan.Time()) {
			list.Items = append(list.Items, block.Linked(t.Text(r.Title, "title"), t.To(address.Results(r.ID.V))))
		}
	}
	return list
}

// readable is how many initiatives one can take in on a page. A larger plan is
// shown by its parts, and a larger part as a list.
const readable = 120

// planHead is what all pages of a plan begin with.
func planHead(t *view.Language, plan *model.Plan) *page.Page {
	p := &page.Page{
		Section: "plans", Title: t.PlanTitle(plan), Marks: append(PlanMarks(t, plan), part.DayNotGiven(t, plan)...),
		Kicker: block.Words(t.Value("plan-scope", plan.Scope)), Crumbs: []block.Link{page.Crumb(t, t.Say(text.Plans), "plans")},
		Description: t.Sayf(text.PlanDescription, t.PlanTitle(plan).S).S,
	}
	if plan.Withdrawn.Given() {
		p.Add(part.WithdrawnNotice(t, plan.Withdrawn, "plan", ""))
	} else if !plan.InForce() {
		p.Add(block.Notice{Tone: block.Warn, Title: t.Value("plan-status", plan.Status), Blocks: block.Paragraph(block.Words(t.Say(text.PlanNotDecided)))})
	} else {
		p.Add(page.OldPlan(t, plan)...)
	}
	return p
}

// planNumbers say in a sentence what is in the plan and what is not.
func planNumbers(t *view.Language, plan *model.Plan) []block.Block {
	unserved := 0
	for _, pr := range plan.Priorities {
		if !t.Facts.ServedIn(pr.CooperationArea.V, plan) {
			unserved++
		}
	}
	initiatives := part.HowManyIn(t, plan).S
	line := block.Words(t.Sayf(text.PlanCountAlone, initiatives))
	if t.Facts.Levels().Priorities {
		line = block.Words(t.Sayf(text.PlanCount, initiatives, t.Count(len(plan.Priorities), text.OnePriority, text.ManyPriorities).S))
	}
	switch {
	case unserved == 1:
		line = append(line, block.Run(" "), block.Span{Text: t.Say(text.OnePriorityUnserved)})
	case unserved > 1:
		line = append(line, block.Run(" "), block.Span{Text: t.Sayf(text.PrioritiesUnserved, t.Count(unserved, text.OneOfThem, text.ManyOfThem).S)})
	}
	return []block.Block{block.Para{Tone: block.Lead, Line: line}}
}

// compared tells what the plan carries on, what is new and what has ended since
// the one before.
func compared(t *view.Language, plan *model.Plan) []block.Block {
	before := t.Facts.Before(plan)
	if before == nil {
		return nil
	}
	c := t.Facts.Compare(before, plan)
	var f block.Facts
	f.Add(t.Say(text.CarriedOn), page.InitiativeLines(t, c.Continued)...)
	f.Add(t.Say(text.NewOnes), page.InitiativeLines(t, c.New)...)
	f.Add(t.Sayf(text.OnlyIn, t.PlanTitle(before).S), page.InitiativeLines(t, c.Ended)...)
	return append(block.Paragraph(block.Labelled(t.Say(text.ComparedWith), block.Linked(t.PlanTitle(before), t.To(address.Plan(before.ID.V))))), f.Blocks()...)
}
