package view

import (
	"strings"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

func (t *tongue) areasPage() *Page {
	p := &Page{Section: "areas", Title: t.say(text.Areas), Lead: words(t.areasInNumbers(text.AreasLead))}
	p.Blocks = append(p.Blocks, t.areaCards())
	for _, a := range t.Content.Areas {
		if !a.Withdrawn.Given() {
			p.Blocks = append(p.Blocks, Section{ID: a.ID.V, Title: t.areaTitle(a), Ref: t.to(areaPath(a.ID.V)),
				Blocks: []Block{t.goalsAndCooperation(a)}})
		}
	}
	return p
}

// areasInNumbers counts what the agreement wants, in one of the catalogue's sentences.
func (t *tongue) areasInNumbers(sentence text.Label) Text {
	areas, goals, cooperation := 0, 0, 0
	for _, a := range t.Content.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		areas++
		g, c := applying(a)
		goals, cooperation = goals+g, cooperation+c
	}
	return t.sayf(sentence,
		t.count(areas, text.OneArea, text.ManyAreas).S,
		t.count(goals, text.OneGoal, text.ManyGoals).S,
		t.count(cooperation, text.OneCooperation, text.ManyCooperation).S)
}

// areaCards leads to the areas.
func (t *tongue) areaCards() Block {
	cards := Cards{Look: "area"}
	number := 0
	for _, a := range t.Content.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		number++
		cards.Items = append(cards.Items, Card{
			Kicker: words(Text{S: itoa(number)}), Title: t.areaTitle(a), Ref: t.to(areaPath(a.ID.V)),
			Lines: []Line{words(t.countOfArea(a))},
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

func (t *tongue) countOfArea(a *model.Area) Text {
	goals, cooperation := applying(a)
	if cooperation == 0 {
		return t.count(goals, text.OneGoal, text.ManyGoals)
	}
	said := t.count(goals, text.OneGoal, text.ManyGoals)
	said.S += ", " + t.count(cooperation, text.OneCooperation, text.ManyCooperation).S
	return said
}

func (t *tongue) goalsAndCooperation(a *model.Area) Block {
	var f factList
	var goals, cooperation []Line
	for i := range a.SubGoals {
		g := facts.Goal{Area: a, SubGoal: &a.SubGoals[i]}
		if !g.SubGoal.Withdrawn.Given() {
			goals = append(goals, linked(t.goalText(g), t.to(areaPath(g.ID.V))))
		}
	}
	for _, c := range facts.CooperationsOf(a) {
		if c.CooperationArea != nil && !c.Withdrawn() {
			cooperation = append(cooperation, linked(t.cooperationText(c), t.to(cooperationPath(c))))
		}
	}
	f.add(t.say(text.SubGoals), goals...)
	f.add(t.say(text.CooperationAreas), cooperation...)
	if len(f.items) == 0 {
		return Para{Line: words(t.say(text.NothingBelowArea))}
	}
	return Facts{f.items}
}

func (t *tongue) areaPage(a *model.Area) *Page {
	p := &Page{
		Section: "areas", Title: t.areaTitle(a), Kicker: words(t.say(text.Area)),
		Crumbs:      []Link{t.crumb(t.say(text.Areas), "areas")},
		Description: t.sayf(text.AreaDescription, t.areaTitle(a).S).S,
		Reviewed:    t.relevanceReviewed(),
	}
	if a.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(a.Withdrawn, "area", ""))
	} else {
		p.Blocks = append(p.Blocks, t.endedHere()...)
	}
	p.Blocks = append(p.Blocks, t.renderingHere("area")...)
	var f factList
	f.add(t.say(text.Responsible), t.responsibleLines(facts.Cooperation{Area: a})...)
	f.add(t.say(text.GlobalGoals), words(Text{S: sdgs(a.SDGs)}))
	p.Blocks = append(p.Blocks, f.blocks()...)
	p.Blocks = append(p.Blocks, t.prose(a.Path, a.Body, 2)...)
	p.Blocks = append(p.Blocks, section("delmal", t.say(text.SubGoals), t.goalCards(a)...)...)
	if len(a.CooperationAreas) > 0 {
		p.Blocks = append(p.Blocks, section("samverkansomraden", t.say(text.CooperationAreas), t.cooperationCards(a)...)...)
	} else {
		p.Blocks = append(p.Blocks, section("insatser", t.say(text.Initiatives), t.servingBlocks(facts.Cooperation{Area: a})...)...)
	}
	p.Blocks = append(p.Blocks, t.resourcesFor(a.ID.V, "")...)
	p.Blocks = append(p.Blocks, t.lifeOf("area", a.ID.V)...)
	return p
}

// responsibleLines are who answers for a cooperation area, and who acts where
// that body is not formed or is dissolved.
func (t *tongue) responsibleLines(c facts.Cooperation) []Line {
	var list []Line
	for _, b := range t.Facts.Responsible(c) {
		line := Line{t.actorName(b.ID.V, false)}
		if !b.Stands() {
			line = append(line, plain(" "), mark(t.value("body-status", b.Status), Warn))
		}
		list = append(list, line)
		if !b.Stands() && b.Acting.Given() {
			list = append(list, labelled(t.say(text.Acting), t.ref(b.Acting)))
		}
	}
	return list
}

func sdgs(goals []model.Int) string {
	var list []string
	for _, g := range goals {
		list = append(list, itoa(g.V))
	}
	return strings.Join(list, ", ")
}

func (t *tongue) goalCards(a *model.Area) []Block {
	cards := Cards{Look: "goal"}
	for i := range a.SubGoals {
		g := facts.Goal{Area: a, SubGoal: &a.SubGoals[i]}
		c := Card{ID: g.ID.V, Kicker: words(t.numbered(text.SubGoal, i)), Title: t.goalText(g), Ref: t.to(areaPath(g.ID.V))}
		if g.SubGoal.Withdrawn.Given() {
			c.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		} else {
			c.Lines = []Line{t.goalFollowed(g)}
		}
		cards.Items = append(cards.Items, c)
	}
	if len(cards.Items) == 0 {
		return []Block{Para{Line: words(t.say(text.NoGoals))}}
	}
	return []Block{cards}
}

func (t *tongue) numbered(l text.Label, n int) Text {
	said := t.say(l)
	said.S += " " + itoa(n+1)
	return said
}

// goalFollowed says how one can see whether a sub-goal is reached.
func (t *tongue) goalFollowed(g facts.Goal) Line {
	switch {
	case len(g.Indicators) > 0:
		return words(t.count(len(g.Indicators), text.OneIndicator, text.ManyIndicators))
	case g.Followed.V == "qualitatively":
		return words(t.say(text.FollowedInWords))
	}
	return Line{mark(t.say(text.NoIndicator), Warn)}
}

func (t *tongue) cooperationCards(a *model.Area) []Block {
	cards := Cards{Look: "goal"}
	for i, co := range facts.CooperationsOf(a) {
		c := Card{ID: co.ID(), Kicker: words(t.numbered(text.CooperationArea, i)), Title: t.cooperationText(co), Ref: t.to(cooperationPath(co))}
		if co.CooperationArea.Withdrawn.Given() {
			c.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		} else {
			c.Lines = []Line{t.servedNow(co)}
		}
		cards.Items = append(cards.Items, c)
	}
	return []Block{cards}
}

// servedNow says how many initiatives serve a cooperation area in the plan in
// force.
func (t *tongue) servedNow(c facts.Cooperation) Line {
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
		return Line{mark(t.sayf(text.NoInitiativeIn, t.planTitle(plan).S), Warn)}
	}
	said := t.count(n, text.OneInitiative, text.ManyInitiatives)
	return words(t.sayf(text.HowManyIn, said.S, t.planTitle(plan).S))
}

func (t *tongue) areaCrumbs(a *model.Area) []Link {
	return []Link{t.crumb(t.say(text.Areas), "areas"), t.crumb(t.areaTitle(a), areaPath(a.ID.V))}
}

func (t *tongue) goalPage(g facts.Goal, n int) *Page {
	p := &Page{
		Section: "areas", Title: t.goalText(g), Kicker: words(t.numbered(text.SubGoal, n)), Crumbs: t.areaCrumbs(g.Area),
		Description: t.goalText(g).S,
		Reviewed:    t.relevanceReviewed(),
	}
	if g.SubGoal.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(g.SubGoal.Withdrawn, "area", "sub_goals/"+g.ID.V+"/"))
	} else {
		p.Blocks = append(p.Blocks, t.oldArea(g.Area)...)
	}
	p.Blocks = append(p.Blocks, t.renderingHere("sub-goal")...)
	var f factList
	f.add(t.say(text.Area), linked(t.areaTitle(g.Area), t.to(areaPath(g.Area.ID.V))))
	f.add(t.say(text.HowFollowed), t.goalFollowed(g))
	f.add(t.say(text.GlobalGoals), words(Text{S: sdgs(g.SDGs)}))
	p.Blocks = append(p.Blocks, f.blocks()...)
	p.Blocks = append(p.Blocks, section("indikatorer", t.say(text.Indicators), t.goalIndicators(g)...)...)
	list := t.Facts.Reaching(g.ID.V)
	blocks := []Block{t.initiativeCards(list, true)}
	if len(list) == 0 {
		blocks = []Block{Para{Line: words(t.say(text.NoInitiativeForGoal))}}
	}
	p.Blocks = append(p.Blocks, section("insatser", t.say(text.InitiativesThatContribute), blocks...)...)
	if len(g.Area.CooperationAreas) > 0 {
		p.Blocks = append(p.Blocks, section("samverkansomraden", t.say(text.CooperationInArea), t.cooperationCards(g.Area)...)...)
	}
	p.Blocks = append(p.Blocks, t.lifeOf("area", g.ID.V)...)
	return p
}

func (t *tongue) goalIndicators(g facts.Goal) []Block {
	var list []*model.Indicator
	for _, r := range g.Indicators {
		if i := t.Facts.Indicator(r.V); i != nil {
			list = append(list, i)
		}
	}
	if len(list) == 0 {
		if g.Followed.V == "qualitatively" {
			return []Block{Para{Line: words(t.say(text.FollowedInWordsLong))}}
		}
		return []Block{Notice{Tone: Warn, Title: t.say(text.NoIndicator), Blocks: para(words(t.say(text.NoIndicatorLong)))}}
	}
	return []Block{t.indicatorTable("indikatorer-tabell", list)}
}

func (t *tongue) cooperationPage(c facts.Cooperation, n int) *Page {
	p := &Page{
		Section: "areas", Title: t.cooperationText(c), Kicker: words(t.numbered(text.CooperationArea, n)), Crumbs: t.areaCrumbs(c.Area),
		Description: t.cooperationText(c).S,
		Reviewed:    t.relevanceReviewed(),
	}
	if c.CooperationArea.Withdrawn.Given() {
		p.Marks = Line{mark(t.say(text.Withdrawn), Off)}
		p.Blocks = append(p.Blocks, t.withdrawnNotice(c.CooperationArea.Withdrawn, "area", "cooperation_areas/"+c.ID()+"/"))
	} else {
		p.Blocks = append(p.Blocks, t.oldArea(c.Area)...)
	}
	p.Blocks = append(p.Blocks, t.renderingHere("cooperation-area")...)
	var f factList
	responsible := t.responsibleLines(c)
	if len(responsible) == 0 {
		responsible = []Line{{mark(t.say(text.NobodyResponsible), Warn)}}
	}
	f.add(t.say(text.Responsible), responsible...)
	f.add(t.say(text.Area), linked(t.areaTitle(c.Area), t.to(areaPath(c.Area.ID.V))))
	var plans []Span
	for _, plan := range t.Facts.PrioritisedIn(c.ID()) {
		plans = append(plans, Span{Text: t.planTitle(plan), Ref: t.to(planPath(plan.ID.V))})
	}
	f.add(t.say(text.PrioritisedIn), joined(plans, ", "))
	f.add(t.say(text.Note), words(t.tr(c.Note, "cooperation_areas/"+c.ID()+"/note")))
	p.Blocks = append(p.Blocks, f.blocks()...)
	p.Blocks = append(p.Blocks, section("insatser", t.say(text.Initiatives), t.servingBlocks(c)...)...)
	p.Blocks = append(p.Blocks, section("bidrar", t.say(text.AlsoContributing), t.alsoContributing(c)...)...)
	p.Blocks = append(p.Blocks, t.resourcesFor("", c.ID())...)
	p.Blocks = append(p.Blocks, t.lifeOf("area", c.ID())...)
	return p
}

func (t *tongue) alsoContributing(c facts.Cooperation) []Block {
	list := t.Facts.RelatedTo(c.ID())
	if len(list) == 0 {
		return nil
	}
	return []Block{t.initiativeCards(list, true)}
}

// servingBlocks are the initiatives that serve a cooperation area, by plan; a
// plan that put it first without serving it says so.
func (t *tongue) servingBlocks(c facts.Cooperation) []Block {
	by := map[*model.Plan][]*model.Initiative{}
	for _, i := range t.Facts.Serving(c.ID()) {
		by[i.Plan] = append(by[i.Plan], i)
	}
	first := map[*model.Plan]bool{}
	for _, p := range t.Facts.PrioritisedIn(c.ID()) {
		first[p] = true
	}
	var blocks []Block
	for _, p := range t.Facts.PlansIn(t.Options.Drafts) {
		var inside Block
		switch {
		case len(by[p]) > 0:
			inside = t.initiativeCards(by[p], false)
		case first[p]:
			inside = Notice{Tone: Warn, Title: t.say(text.NoInitiative), Blocks: para(words(t.say(text.PriorityUnserved)))}
		default:
			continue
		}
		blocks = append(blocks, Section{ID: "plan-" + p.ID.V, Title: t.planTitle(p), Ref: t.to(planPath(p.ID.V)), Blocks: []Block{inside}})
	}
	if len(blocks) == 0 {
		return []Block{Para{Line: words(t.say(text.NeverServed))}}
	}
	return blocks
}

// initiativeCards lists initiatives, with their plan where they come from several.
func (t *tongue) initiativeCards(list []*model.Initiative, plan bool) Block {
	cards := Cards{Look: "initiative", Items: make([]Card, 0, len(list))}
	for _, i := range list {
		c := Card{Title: t.initiativeTitle(i), Ref: t.to(initiativePath(i)), Marks: t.initiativeMarks(i)}
		if plan {
			c.Kicker = words(t.planTitle(i.Plan))
		}
		line := Line{t.actorName(i.Owner.V, true)}
		if period := t.period(i.Period); period.S != "" {
			line = append(line, plain(" · "), Span{Text: period})
		}
		c.Lines = []Line{line}
		cards.Items = append(cards.Items, c)
	}
	return cards
}

// resourcesFor lists what has been learnt about an area or cooperation area.
func (t *tongue) resourcesFor(area, cooperation string) []Block {
	cards := Cards{Look: "resource"}
	for _, r := range t.Content.Resources {
		if !r.Withdrawn.Given() && (refersTo(r.Areas, area) || refersTo(r.CooperationAreas, cooperation)) {
			cards.Items = append(cards.Items, t.resourceCard(r))
		}
	}
	if len(cards.Items) == 0 {
		return nil
	}
	return section("kunskap", t.say(text.Resource), cards)
}

func refersTo(refs []model.Ref, id string) bool {
	for _, r := range refs {
		if id != "" && r.V == id {
			return true
		}
	}
	return false
}

func (t *tongue) resourceCard(r *model.Resource) Card {
	c := Card{Kicker: words(t.value("resource-kind", r.Kind)), Title: t.tr(r.Title, "title"), Ref: t.to(resourcePath(r.ID.V))}
	var who []Span
	if r.Publisher.Given() {
		who = append(who, Span{Text: t.tr(r.Publisher, "publisher")})
	}
	if r.Date.Given() {
		who = append(who, Span{Text: t.date(r.Date.V)})
	}
	c.Lines = []Line{joined(who, ", ")}
	if r.Withdrawn.Given() {
		c.Marks = Line{mark(t.say(text.Withdrawn), Off)}
	}
	return c
}
