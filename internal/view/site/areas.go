package site

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

func areasPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "areas", Title: t.Say(text.Areas), Lead: block.Words(areasInNumbers(t, text.AreasLead, text.AreasLeadOne, text.AreasLeadAlone))}
	p.Add(areaCards(t))
	levels := t.Facts.Levels()
	for _, a := range t.Areas() {
		if levels.Goals || levels.Cooperation {
			p.Add(block.Section{ID: a.ID.V, Title: t.AreaTitle(a), Ref: t.To(address.Area(a.ID.V)),
				Blocks: []block.Block{goalsAndCooperation(t, a)}})
		}
	}
	return p
}

// areasInNumbers counts what the agreement wants, in the sentence of the catalogue for
// as many levels below its areas as it uses.
func areasInNumbers(t *view.Language, both, one, alone text.Label) block.Text {
	areas, goals, cooperation := 0, 0, 0
	for _, a := range t.Areas() {
		areas++
		goals, cooperation = goals+len(t.Goals(a)), cooperation+len(t.Cooperations(a))
	}
	said := []string{t.Count(areas, text.OneArea, text.ManyAreas).S}
	levels := t.Facts.Levels()
	if levels.Goals {
		said = append(said, t.Count(goals, text.OneGoal, text.ManyGoals).S)
	}
	if levels.Cooperation {
		said = append(said, t.Count(cooperation, text.OneCooperation, text.ManyCooperation).S)
	}
	return t.Sayf([]text.Label{alone, one, both}[len(said)-1], said...)
}

// areaCards leads to the areas.
func areaCards(t *view.Language) block.Block {
	cards := block.Cards{Look: "area"}
	for n, a := range t.Areas() {
		cards.Items = append(cards.Items, block.Card{
			Kicker: block.Words(block.Text{S: strconv.Itoa(n + 1)}), Title: t.AreaTitle(a), Ref: t.To(address.Area(a.ID.V)),
			Lines: countOfArea(t, a),
		})
	}
	return cards
}

// countOfArea says how many sub-goals and cooperation areas an area has, where the
// county uses them.
func countOfArea(t *view.Language, a *model.Area) []block.Line {
	goals, cooperation := len(t.Goals(a)), len(t.Cooperations(a))
	var said block.Text
	if t.Facts.Levels().Goals {
		said = t.Count(goals, text.OneGoal, text.ManyGoals)
	}
	if cooperation > 0 {
		many := t.Count(cooperation, text.OneCooperation, text.ManyCooperation)
		if said.S != "" {
			many.S = said.S + ", " + many.S
		}
		said = many
	}
	if said.S == "" {
		return nil
	}
	return []block.Line{block.Words(said)}
}

func goalsAndCooperation(t *view.Language, a *model.Area) block.Block {
	var f block.Facts
	var goals, cooperation []block.Line
	for _, g := range t.Goals(a) {
		goals = append(goals, block.Linked(t.GoalName(g), t.To(address.Area(g.ID.V))))
	}
	for _, c := range t.Cooperations(a) {
		cooperation = append(cooperation, block.Linked(t.CooperationText(c), t.To(address.Area(c.ID()))))
	}
	f.Add(t.Say(text.SubGoals), goals...)
	f.Add(t.Say(text.CooperationAreas), cooperation...)
	if len(f.Items) == 0 {
		return block.Para{Line: block.Words(t.Say(text.NothingBelowArea))}
	}
	return f
}
