// Package thing makes the pages about one thing each: an area, a sub-goal, a plan, an
// initiative, a party, an indicator. A view in one language and the thing go in, its
// page comes out.
package thing

import (
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// Area is the page of an area.
func Area(t *view.Language, a *model.Area) *page.Page {
	p := &page.Page{
		Weight:  30,
		Section: "areas", Title: t.AreaTitle(a), Kicker: block.Words(t.Say(text.Area)),
		Crumbs:      []block.Link{page.Crumb(t, t.Say(text.Areas), "areas")},
		Description: t.Sayf(areaDescription(t), t.AreaTitle(a).S).S,
		Reviewed:    page.RelevanceReviewed(t),
	}
	if !page.Withdraw(t, p, a.Withdrawn, "area", "") {
		p.Add(page.EndedHere(t)...)
	}
	p.Add(page.RenderingHere(t, "area")...)
	var f block.Facts
	f.Add(t.Say(text.Responsible), ResponsibleLines(t, facts.Cooperation{Area: a})...)
	f.Add(t.Say(text.GlobalGoals), block.Words(block.Text{S: sdgs(a.SDGs)}))
	p.Add(f.Blocks()...)
	p.Add(t.Prose(a.Path, a.Body, 2)...)
	if t.Facts.Levels().Goals {
		p.Under("delmal", t.Say(text.SubGoals), goalCards(t, a)...)
	}
	if len(a.CooperationAreas) > 0 {
		p.Under("samverkansomraden", t.Say(text.CooperationAreas), cooperationCards(t, a)...)
	} else {
		p.Under("insatser", t.Say(text.Initiatives), servingBlocks(t, facts.Cooperation{Area: a})...)
	}
	p.Add(learnt(t, a.ID.V, func(r *model.Resource) []model.Ref { return r.Areas })...)
	p.Add(page.LifeOf(t, "area", a.ID.V)...)
	return p
}

func areaDescription(t *view.Language) text.Label {
	if l := t.Facts.Levels(); !l.Goals && !l.Cooperation {
		return text.AreaDescriptionAlone
	}
	return text.AreaDescription
}

// ResponsibleLines are who answers for a cooperation area, and who acts where
// that body is not formed or is dissolved.
func ResponsibleLines(t *view.Language, c facts.Cooperation) []block.Line {
	var list []block.Line
	for _, who := range t.Facts.Responsible(c) {
		line, b := block.Line{t.ActorName(who.ID, false)}, who.Body
		if b != nil && !b.Stands() {
			line = append(line, block.Run(" "), block.Mark(t.Value("body-status", b.Status), block.Warn))
		}
		list = append(list, line)
		if b != nil && !b.Stands() && b.Acting.Given() {
			list = append(list, block.Labelled(t.Say(text.Acting), t.Ref(b.Acting)))
		}
	}
	return list
}

func sdgs(goals []model.Int) string {
	var list []string
	for _, g := range goals {
		list = append(list, strconv.Itoa(g.V))
	}
	return strings.Join(list, ", ")
}

func goalCards(t *view.Language, a *model.Area) []block.Block {
	cards := block.Cards{Look: "goal"}
	for i := range a.SubGoals {
		g := facts.Goal{Area: a, SubGoal: &a.SubGoals[i]}
		c := block.Card{ID: g.ID.V, Kicker: block.Words(numbered(t, text.SubGoal, i)), Title: t.GoalName(g), Ref: t.To(address.Area(g.ID.V))}
		if g.SubGoal.Title.Given() {
			c.Lines = []block.Line{block.Words(t.GoalText(g))}
		}
		if g.SubGoal.Withdrawn.Given() {
			c.Marks = block.Line{block.Mark(t.Say(text.Withdrawn), block.Off)}
		} else {
			c.Lines = append(c.Lines, GoalFollowed(t, g))
		}
		cards.Items = append(cards.Items, c)
	}
	if len(cards.Items) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NoGoals))}}
	}
	return []block.Block{cards}
}

func numbered(t *view.Language, l text.Label, n int) block.Text {
	said := t.Say(l)
	said.S += " " + strconv.Itoa(n+1)
	return said
}

// GoalFollowed says how one can see whether a sub-goal is reached.
func GoalFollowed(t *view.Language, g facts.Goal) block.Line {
	switch {
	case len(g.Indicators) > 0:
		return block.Words(t.Count(len(g.Indicators), text.OneIndicator, text.ManyIndicators))
	case g.Followed.V == "qualitatively":
		return block.Words(t.Say(text.FollowedInWords))
	}
	return block.Line{block.Mark(t.Say(text.NoIndicator), block.Warn)}
}

func cooperationCards(t *view.Language, a *model.Area) []block.Block {
	cards := block.Cards{Look: "goal"}
	for i, co := range facts.CooperationsOf(a) {
		c := block.Card{ID: co.ID(), Kicker: block.Words(numbered(t, text.CooperationArea, i)), Title: t.CooperationText(co), Ref: t.To(address.Area(co.ID()))}
		if co.CooperationArea.Withdrawn.Given() {
			c.Marks = block.Line{block.Mark(t.Say(text.Withdrawn), block.Off)}
		} else {
			c.Lines = []block.Line{servedNow(t, co)}
		}
		cards.Items = append(cards.Items, c)
	}
	return []block.Block{cards}
}

// servedNow says how many initiatives serve a cooperation area in the plan in
// force.
func servedNow(t *view.Language, c facts.Cooperation) block.Line {
	plan := t.Facts.Current()
	if plan == nil {
		return nil
	}
	n := 0
	for _, i := range t.Facts.Serving(c.ID()) {
		if i.Plan == plan && !i.Withdrawn.Given() {
			n++
		}
	}
	if n == 0 {
		return block.Line{block.Mark(t.Sayf(text.NoInitiativeIn, t.PlanTitle(plan).S), block.Warn)}
	}
	said := t.Count(n, text.OneInitiative, text.ManyInitiatives)
	return block.Words(t.Sayf(text.HowManyIn, said.S, t.PlanTitle(plan).S))
}

func areaCrumbs(t *view.Language, a *model.Area) []block.Link {
	return []block.Link{page.Crumb(t, t.Say(text.Areas), "areas"), page.Crumb(t, t.AreaTitle(a), address.Area(a.ID.V))}
}

// SubGoal is the page of a sub-goal, the nth of its area.
func SubGoal(t *view.Language, g facts.Goal, n int) *page.Page {
	p := &page.Page{
		Weight:  4,
		Section: "areas", Title: t.GoalName(g), Kicker: block.Words(numbered(t, text.SubGoal, n)), Crumbs: areaCrumbs(t, g.Area),
		Description: t.GoalText(g).S,
		Reviewed:    page.RelevanceReviewed(t),
	}
	if g.SubGoal.Title.Given() {
		p.Lead = block.Words(t.GoalText(g))
	}
	if !page.Withdraw(t, p, g.SubGoal.Withdrawn, "area", "sub_goals/"+g.ID.V+"/") {
		p.Add(page.OldArea(t, g.Area)...)
	}
	p.Add(page.RenderingHere(t, "sub-goal")...)
	var f block.Facts
	f.Add(t.Say(text.Area), block.Linked(t.AreaTitle(g.Area), t.To(address.Area(g.Area.ID.V))))
	f.Add(t.Say(text.HowFollowed), GoalFollowed(t, g))
	f.Add(t.Say(text.GlobalGoals), block.Words(block.Text{S: sdgs(g.SDGs)}))
	p.Add(f.Blocks()...)
	p.Under("indikatorer", t.Say(text.Indicators), goalIndicators(t, g)...)
	list := t.Facts.Reaching(g.ID.V)
	blocks := []block.Block{page.InitiativeCards(t, list, true)}
	if len(list) == 0 {
		blocks = []block.Block{block.Para{Line: block.Words(t.Say(text.NoInitiativeForGoal))}}
	}
	p.Under("insatser", t.Say(text.InitiativesThatContribute), blocks...)
	if len(g.Area.CooperationAreas) > 0 {
		p.Under("samverkansomraden", t.Say(text.CooperationInArea), cooperationCards(t, g.Area)...)
	}
	p.Add(page.LifeOf(t, "area", g.ID.V)...)
	return p
}

func goalIndicators(t *view.Language, g facts.Goal) []block.Block {
	var list []*model.Indicator
	for _, r := range g.Indicators {
		if i := t.Facts.Indicator(r.V); i != nil {
			list = append(list, i)
		}
	}
	if len(list) == 0 {
		if g.Followed.V == "qualitatively" {
			return []block.Block{block.Para{Line: block.Words(t.Say(text.FollowedInWordsLong))}}
		}
		return []block.Block{block.Notice{Tone: block.Warn, Title: t.Say(text.NoIndicator), Blocks: block.Paragraph(block.Words(t.Say(text.NoIndicatorLong)))}}
	}
	return IndicatorTables(t, "indikatorer-tabell", list)
}

// CooperationArea is the page of a cooperation area, the nth of its area.
func CooperationArea(t *view.Language, c facts.Cooperation, n int) *page.Page {
	p := &page.Page{
		Weight:  4,
		Section: "areas", Title: t.CooperationText(c), Kicker: block.Words(numbered(t, text.CooperationArea, n)), Crumbs: areaCrumbs(t, c.Area),
		Description: t.CooperationText(c).S,
		Reviewed:    page.RelevanceReviewed(t),
	}
	if !page.Withdraw(t, p, c.CooperationArea.Withdrawn, "area", "cooperation_areas/"+c.ID()+"/") {
		p.Add(page.OldArea(t, c.Area)...)
	}
	p.Add(page.RenderingHere(t, "cooperation-area")...)
	var f block.Facts
	responsible := ResponsibleLines(t, c)
	if len(responsible) == 0 {
		responsible = []block.Line{{block.Mark(t.Say(text.NobodyResponsible), block.Warn)}}
	}
	f.Add(t.Say(text.Responsible), responsible...)
	f.Add(t.Say(text.Area), block.Linked(t.AreaTitle(c.Area), t.To(address.Area(c.Area.ID.V))))
	var plans []block.Span
	for _, plan := range t.Facts.PrioritisedIn(c.ID()) {
		plans = append(plans, block.Span{Text: t.PlanTitle(plan), Ref: t.To(address.Plan(plan.ID.V))})
	}
	f.Add(t.Say(text.PrioritisedIn), block.Joined(plans, ", "))
	f.Add(t.Say(text.Note), block.Words(t.Text(c.Note, "cooperation_areas/"+c.ID()+"/note")))
	p.Add(f.Blocks()...)
	p.Under("insatser", t.Say(text.Initiatives), servingBlocks(t, c)...)
	p.Under("bidrar", t.Say(text.AlsoContributing), page.InitiativeCards(t, t.Facts.RelatedTo(c.ID()), true))
	p.Add(learnt(t, c.ID(), func(r *model.Resource) []model.Ref { return r.CooperationAreas })...)
	p.Add(page.LifeOf(t, "area", c.ID())...)
	return p
}

// servingBlocks are the initiatives that serve a cooperation area, by plan; a
// plan that put it first without serving it says so.
func servingBlocks(t *view.Language, c facts.Cooperation) []block.Block {
	by := map[*model.Plan][]*model.Initiative{}
	for _, i := range t.Facts.Serving(c.ID()) {
		by[i.Plan] = append(by[i.Plan], i)
	}
	first := t.Facts.PrioritisedIn(c.ID())
	var blocks []block.Block
	for _, p := range t.Facts.PlansIn(t.Options.Drafts) {
		var inside []block.Block
		if slices.Contains(first, p) && !t.Facts.ServedIn(c.ID(), p) {
			inside = append(inside, block.Notice{Tone: block.Warn, Title: t.Say(text.NoInitiative), Blocks: block.Paragraph(block.Words(t.Say(text.PriorityUnserved)))})
		}
		if len(by[p]) > 0 {
			inside = append(inside, page.InitiativeCards(t, by[p], false))
		}
		if inside == nil {
			continue
		}
		blocks = append(blocks, block.Section{ID: "plan-" + p.ID.V, Title: t.PlanTitle(p), Ref: t.To(address.Plan(p.ID.V)), Blocks: inside})
	}
	if len(blocks) == 0 {
		never := text.NeverServed
		switch {
		case !t.Facts.Kept(t.Options.Drafts) && len(t.Facts.KnownPlans()) > 0:
			never = text.ServedElsewhere
		case c.CooperationArea == nil:
			never = text.NeverServedArea
		}
		return []block.Block{block.Para{Line: block.Words(t.Say(never))}}
	}
	return blocks
}
