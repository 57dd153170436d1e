package site

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
	"samsyn/internal/view/thing"
)

func plansPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "plans", Title: t.Say(text.Plans), Lead: block.Words(t.Say(text.PlansLead))}
	cards := block.Cards{Look: "plan"}
	for _, plan := range t.Facts.PlansIn(t.Options.Drafts) {
		cards.Items = append(cards.Items, planCard(t, plan))
	}
	by := page.PlansByParty(t, true)
	for _, plan := range t.Facts.KnownPlans() {
		if len(by) == 0 || len(plan.Parties) == 0 {
			cards.Items = append(cards.Items, page.KnownPlan(t, plan))
		}
	}
	p.Under("per-part", t.Say(text.LocalPlansByParty), by...)
	p.Add(cards)
	if len(p.Blocks) == 0 {
		p.Add(block.Para{Line: block.Words(t.Say(text.NoPlans))})
	}
	return p
}

func planCard(t *view.Language, plan *model.Plan) block.Card {
	c := block.Card{
		Title: t.PlanTitle(plan), Ref: t.To(address.Plan(plan.ID.V)), Marks: thing.PlanMarks(t, plan),
		Lines: []block.Line{block.Words(part.HowManyIn(t, plan))},
	}
	if plan.Scope.V == "local" {
		c.Kicker = block.Words(t.Value("plan-scope", plan.Scope))
		c.Lines = append(c.Lines, block.Words(t.Period(plan.Period)))
	}
	return c
}
