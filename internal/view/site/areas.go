package site

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

func areasPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "areas", Title: t.Say(text.Areas), Lead: block.Words(areasInNumbers(t, text.AreasLead))}
	p.Add(areaCards(t))
	for _, a := range t.Areas() {
		p.Add(block.Section{ID: a.ID.V, Title: t.AreaTitle(a), Ref: t.To(address.Area(a.ID.V)),
			Blocks: []block.Block{goalsAndCooperation(t, a)}})
	}
	return p
}

// areasInNumbers counts what the agreement wants, in one of the catalogue's sentences.
func areasInNumbers(t *view.Language, sentence text.Label) block.Text {
	areas, goals, cooperation := 0, 0, 0
	for _, a := range t.Areas() {
		areas++
		g, c := applying(a)
		goals, cooperation = goals+g, cooperation+c
	}
	return t.Sayf(sentence,
		t.Count(areas, text.OneArea, text.ManyAreas).S,
		t.Count(goals, text.OneGoal, text.ManyGoals).S,
		t.Count(cooperation, text.OneCooperation, text.ManyCooperation).S)
}

// areaCards leads to the areas.
func areaCards(t *view.Language) block.Block {
	cards := block.Cards{Look: "area"}
	number := 0
	for _, a := range t.Areas() {
		number++
		cards.Items = append(cards.Items, block.Card{
			Kicker: block.Words(block.Text{S: strconv.Itoa(number)}), Title: t.AreaTitle(a), Ref: t.To(address.Area(a.ID.V)),
			Lines: []block.Line{block.Words(countOfArea(t, a))},
		})
	}
	return cards
}

// applying are how many sub-goals and cooperation areas of an area still apply.
func applying(a *model.Area) (goals, cooperation int) {
	for i := range a.SubGoals {
		if !a.SubGoals[i].Withdrawn.Given() {
			goals++
		}
	}
	for i := range a.CooperationAreas {
		if !a.CooperationAreas[i].Withdrawn.Given() {
			cooperation++
		}
	}
	return goals, cooperation
}

func countOfArea(t *view.Language, a *model.Area) block.Text {
	goals, cooperation := applying(a)
	if cooperation == 0 {
		return t.Count(goals, text.OneGoal, text.ManyGoals)
	}
	said := t.Count(goals, text.OneGoal, text.ManyGoals)
	said.S += ", " + t.Count(cooperation, text.OneCooperation, text.ManyCooperation).S
	return said
}

func goalsAndCooperation(t *view.Language, a *model.Area) block.Block {
	var f block.FactList
	var goals, cooperation []block.Line
	for i := range a.SubGoals {
		g := facts.Goal{Area: a, SubGoal: &a.SubGoals[i]}
		if !g.SubGoal.Withdrawn.Given() {
			goals = append(goals, block.Linked(t.GoalText(g), t.To(address.Area(g.ID.V))))
		}
	}
	for _, c := range facts.CooperationsOf(a) {
		if c.CooperationArea != nil && !c.Withdrawn() {
			cooperation = append(cooperation, block.Linked(t.CooperationText(c), t.To(address.Area(c.ID()))))
		}
	}
	f.Add(t.Say(text.SubGoals), goals...)
	f.Add(t.Say(text.CooperationAreas), cooperation...)
	if len(f.Items) == 0 {
		return block.Para{Line: block.Words(t.Say(text.NothingBelowArea))}
	}
	return block.Facts(f)
}
