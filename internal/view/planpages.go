package view

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

func (t *tongue) plansPage() *Page {
	p := &Page{Section: "plans", Title: t.say(text.Plans), Lead: words(t.say(text.PlansLead))}
	cards := Cards{Look: "plan"}
	for _, plan := range t.Facts.PlansIn(t.Options.Drafts) {
		cards.Items = append(cards.Items, t.planCard(plan))
	}
	if len(cards.Items) == 0 {
		p.Blocks = append(p.Blocks, Para{Line: words(t.say(text.NoPlans))})
		return p
	}
	p.Blocks = append(p.Blocks, cards)
	return p
}

func (t *tongue) planCard(plan *model.Plan) Card {
	c := Card{
		Title: t.planTitle(plan), Ref: t.to(planPath(plan.ID.V)), Marks: t.planMarks(plan),
		Lines: []Line{words(t.count(len(plan.Initiatives), text.OneInitiative, text.ManyInitiatives))},
	}
	if plan.Scope.V == "local" {
		c.Kicker = words(t.value("plan-scope", plan.Scope))
		c.Lines = append(c.Lines, words(t.period(plan.Period)))
	}
	return c
}

func (t *tongue) planMarks(p *model.Plan) Line {
	if p.Withdrawn.Given() {
		return Line{mark(t.say(text.Withdrawn), Off)}
	}
	tone := Quiet
	switch p.Status.V {
	case "adopted":
		tone = Info
	case "closed":
		tone = Good
	case "draft", "proposed":
		tone = Warn
	}
	return Line{mark(t.value("plan-status", p.Status), tone)}
}

func (t *tongue) planPage(plan *model.Plan) *Page {
	p := t.planHead(plan)
	p.Blocks = append(p.Blocks, t.planNumbers(plan)...)
	p.Blocks = append(p.Blocks, t.planIntro(plan)...)
	if len(plan.Initiatives) > 1 && t.lang == t.Main {
		p.Blocks = append(p.Blocks, t.filters(plan, "", ""))
	}
	if len(plan.Initiatives) > readable && t.lang == t.Main {
		p.Blocks = append(p.Blocks, section("insatser", t.say(text.Initiatives), t.byArea(plan))...)
	} else {
		p.Blocks = append(p.Blocks, section("insatser", t.say(text.Initiatives), t.fourColumns(plan, plan.Initiatives, true))...)
	}
	p.Blocks = append(p.Blocks, t.prioritiesPart(plan)...)
	p.Blocks = append(p.Blocks, section("tidslinje", t.say(text.Timeline), t.timeline(plan)...)...)
	p.Blocks = append(p.Blocks, section("jamforelse", t.say(text.ComparedWithBefore), t.compared(plan)...)...)
	if facts := t.planFacts(plan); len(facts) > 0 {
		p.Blocks = append(p.Blocks, Section{ID: "om-planen", Title: t.say(text.AboutPlan), Blocks: []Block{Facts{facts}}})
	}
	p.Blocks = append(p.Blocks, t.documentLinks(planDocumentID(plan))...)
	p.Blocks = append(p.Blocks, t.lifeOf("plan", plan.ID.V)...)
	return p
}

// readable is how many initiatives one can take in on a page. A larger plan is
// shown by its parts, and a larger part as a list.
const readable = 120

// byArea leads to the parts of a plan that is too large for one page.
func (t *tongue) byArea(plan *model.Plan) Block {
	cards := Cards{Look: "plan"}
	for _, f := range t.parts[plan] {
		if f.group == "area" {
			cards.Items = append(cards.Items, Card{Title: f.label, Ref: t.to(filterPath(plan, f.group, f.value)),
				Lines: []Line{words(t.count(len(f.list), text.OneInitiative, text.ManyInitiatives))}})
		}
	}
	return cards
}

// planHead is what all pages of a plan begin with.
func (t *tongue) planHead(plan *model.Plan) *Page {
	p := &Page{
		Section: "plans", Title: t.planTitle(plan), Marks: append(t.planMarks(plan), t.dayNotGiven(plan)...),
		Kicker: words(t.value("plan-scope", plan.Scope)), Crumbs: []Link{t.crumb(t.say(text.Plans), "plans")},
		Description: t.sayf(text.PlanDescription, t.planTitle(plan).S).S,
	}
	if plan.Withdrawn.Given() {
		p.Blocks = append(p.Blocks, t.withdrawnNotice(plan.Withdrawn, "plan", ""))
	} else if !plan.InForce() {
		p.Blocks = append(p.Blocks, Notice{Tone: Warn, Title: t.value("plan-status", plan.Status), Blocks: para(words(t.say(text.PlanNotDecided)))})
	} else {
		p.Blocks = append(p.Blocks, t.oldPlan(plan)...)
	}
	return p
}

// planNumbers say in a sentence what is in the plan and what is not.
func (t *tongue) planNumbers(plan *model.Plan) []Block {
	served := map[string]bool{}
	for _, i := range plan.Initiatives {
		served[i.CooperationArea.V] = true
	}
	unserved := 0
	for _, pr := range plan.Priorities {
		if !served[pr.CooperationArea.V] {
			unserved++
		}
	}
	line := words(t.sayf(text.PlanCount,
		t.count(len(plan.Initiatives), text.OneInitiative, text.ManyInitiatives).S,
		t.count(len(plan.Priorities), text.OnePriority, text.ManyPriorities).S))
	if unserved > 0 {
		line = append(line, plain(" "), Span{Text: t.sayf(text.PrioritiesUnserved, t.count(unserved, text.OneOfThem, text.ManyOfThem).S)})
	}
	return []Block{Para{Tone: Lead, Line: line}}
}

// compared tells what the plan carries on, what is new and what has ended since
// the one before.
func (t *tongue) compared(plan *model.Plan) []Block {
	before := t.Facts.Before(plan)
	if before == nil {
		return nil
	}
	c := t.Facts.Compare(before, plan)
	var f factList
	f.add(t.say(text.CarriedOn), t.initiativeLines(c.Continued)...)
	f.add(t.say(text.NewOnes), t.initiativeLines(c.New)...)
	f.add(t.sayf(text.OnlyIn, t.planTitle(before).S), t.initiativeLines(c.Ended)...)
	return append(para(labelled(t.say(text.ComparedWith), linked(t.planTitle(before), t.to(planPath(before.ID.V))))), f.blocks()...)
}

func (t *tongue) initiativeLines(list []*model.Initiative) []Line {
	lines := make([]Line, len(list))
	for n, i := range list {
		lines[n] = Line{t.initiativeSpan(i)}
	}
	return lines
}

// A filter is a part of a plan's initiatives with a page of its own, so that it
// can be linked to and needs no script.
type filter struct {
	group string // area, owner, status
	value string
	label Text
	list  []*model.Initiative
}

func filterPath(p *model.Plan, group, value string) string {
	return planPath(p.ID.V) + "/" + group + "/" + value
}

// filtersOf parts a plan's initiatives by area, owner and status.
func (t *tongue) filtersOf(plan *model.Plan) []filter {
	var list []filter
	at := map[[2]string]int{}
	put := func(group, value string, label Text, i *model.Initiative) {
		key := [2]string{group, value}
		n, have := at[key]
		if !have {
			n = len(list)
			at[key] = n
			list = append(list, filter{group: group, value: value, label: label})
		}
		if i != nil {
			list[n].list = append(list[n].list, i)
		}
	}
	by := map[string][]*model.Initiative{}
	for _, i := range plan.Initiatives {
		by[i.CooperationArea.V] = append(by[i.CooperationArea.V], i)
	}
	for _, a := range t.Content.Areas { // in the agreement's order
		for _, c := range facts.CooperationsOf(a) {
			for _, i := range by[c.ID()] {
				put("area", a.ID.V, t.areaTitle(a), i)
			}
		}
	}
	for _, i := range plan.Initiatives {
		put("owner", i.Owner.V, t.actorName(i.Owner.V, true).Text, i)
	}
	for _, s := range []string{"planned", "ongoing", "completed", "cancelled"} {
		for _, i := range plan.Initiatives {
			if i.Status.V == s {
				put("status", s, t.value("status", i.Status), i)
			}
		}
	}
	return list
}

func (t *tongue) registerFilters(plan *model.Plan) {
	if len(plan.Initiatives) < 2 {
		return
	}
	t.parts[plan] = t.filtersOf(plan)
	counts := itoa(len(plan.Initiatives)) // each page leads to the others
	for _, f := range t.parts[plan] {
		counts += " " + f.group + "/" + f.value + ":" + itoa(len(f.list))
	}
	for _, f := range t.parts[plan] {
		title := Text{S: t.planTitle(plan).S + ": " + f.label.S}
		t.narrow(filterPath(plan, f.group, f.value), "filter", title, plan.Path,
			func() scope { return scope{initiatives: f.list, more: []string{counts}} },
			func() *Page { return t.filterPage(plan, f) })
	}
}

func (t *tongue) filterPage(plan *model.Plan, f filter) *Page {
	p := t.planHead(plan)
	p.Crumbs = append(p.Crumbs, t.crumb(t.planTitle(plan), planPath(plan.ID.V)))
	p.Hidden = true
	p.Marks = nil
	p.Kicker = words(t.planTitle(plan))
	p.Title = f.label
	said := t.count(len(f.list), text.OneInitiative, text.ManyInitiatives)
	p.Lead = words(t.sayf(text.HowManyOf, said.S, itoa(len(plan.Initiatives))))
	p.Blocks = append(p.Blocks, t.filters(plan, f.group, f.value))
	var list Block = List{Items: t.initiativeLines(f.list)}
	if len(f.list) <= readable {
		list = t.fourColumns(plan, f.list, false)
	}
	p.Blocks = append(p.Blocks, section("insatser", t.say(text.Initiatives), list)...)
	return p
}

// filters lead to the parts of a plan.
func (t *tongue) filters(plan *model.Plan, group, value string) Block {
	titles := map[string]text.Label{"area": text.Area, "owner": text.Responsible, "status": text.Status}
	block := Filters{Label: t.say(text.ShowPart)}
	all := FilterItem{Link: Link{t.say(text.AllInitiatives), t.to(planPath(plan.ID.V))}, Count: len(plan.Initiatives), Current: group == ""}
	block.Groups = append(block.Groups, FilterGroup{Items: []FilterItem{all}})
	const most = 30 // of one kind on every page; the plan's own page has all
	of := map[string]int{}
	for _, f := range t.parts[plan] {
		of[f.group]++
	}
	for _, f := range t.parts[plan] {
		if group != "" && of[f.group] > most && (f.group != group || f.value != value) {
			continue
		}
		last := &block.Groups[len(block.Groups)-1]
		if label := t.say(titles[f.group]); last.Label != label {
			block.Groups = append(block.Groups, FilterGroup{Label: label})
			last = &block.Groups[len(block.Groups)-1]
		}
		last.Items = append(last.Items, FilterItem{
			Link: Link{f.label, t.to(filterPath(plan, f.group, f.value))}, Count: len(f.list),
			Current: f.group == group && f.value == value,
		})
	}
	return block
}

func (t *tongue) initiativePage(i *model.Initiative) *Page {
	p := &Page{
		Section: "plans", Title: t.initiativeTitle(i), Kicker: words(t.say(text.Initiative)),
		Crumbs:      []Link{t.crumb(t.say(text.Plans), "plans"), t.crumb(t.planTitle(i.Plan), planPath(i.Plan.ID.V))},
		Marks:       t.initiativeMarks(i),
		Lead:        t.excerpt(i.Path, i.Body),
		Description: t.sayf(text.InitiativeDescription, t.initiativeTitle(i).S, t.planTitle(i.Plan).S).S,
	}
	if i.Withdrawn.Given() {
		p.Blocks = append(p.Blocks, t.withdrawnNotice(i.Withdrawn, "initiative", ""))
	}
	if r := facts.Latest(i); r != nil {
		p.Reviewed = t.reviewed(text.LastReported, r.Date.V)
	}
	p.Blocks = append(p.Blocks, t.oldInitiative(i)...)
	p.Blocks = append(p.Blocks, t.initiativeFacts(i)...)
	p.Blocks = append(p.Blocks, section("delta", t.say(text.HowToJoin), t.joining(i)...)...)
	p.Blocks = append(p.Blocks, section("gor", t.say(text.WhatAndHow), t.bodyWithoutLead(i, p.Lead)...)...)
	follow := append(t.followUpFacts(i), t.measuresTable(i)...)
	p.Blocks = append(p.Blocks, section("uppfoljning", t.say(text.FollowUp), follow...)...)
	reports := t.reports(i)
	if len(reports) == 0 {
		reports = []Block{Para{Line: words(t.say(text.NoReports))}}
	}
	p.Blocks = append(p.Blocks, section("rapporter", t.say(text.Reports), reports...)...)
	p.Blocks = append(p.Blocks, section("finansiering-avsnitt", t.say(text.Funding), t.fundingTable(i)...)...)
	var later []Line
	for _, next := range t.Facts.ContinuedBy(i.FullID()) {
		later = append(later, Line{t.initiativeSpan(next), plain(" ("), Span{Text: t.planTitle(next.Plan)}, plain(")")})
	}
	var f factList
	f.add(t.say(text.ContinuedBy), later...)
	f.add(t.say(text.Note), words(t.tr(i.Note, "note")))
	p.Blocks = append(p.Blocks, section("ovrigt", t.say(text.MoreAbout), f.blocks()...)...)
	p.Blocks = append(p.Blocks, t.lifeOf("initiative", i.FullID())...)
	return p
}

// bodyWithoutLead is an initiative's text but for the first paragraph, which
// stands as the page's introduction.
func (t *tongue) bodyWithoutLead(i *model.Initiative, lead Line) []Block {
	blocks := t.prose(i.Path, i.Body, 2)
	if len(blocks) == 0 {
		return []Block{Para{Line: words(t.say(text.NoDescription))}}
	}
	last := len(blocks) - 1
	p, ok := blocks[last].(Prose)
	if !ok || len(lead) == 0 {
		return blocks
	}
	rest, ok := withoutFirst(p.Doc)
	switch {
	case !ok:
		return blocks
	case len(rest.Blocks) == 0 && len(rest.Footnotes) == 0:
		return nil
	}
	p.Doc = rest
	blocks[last] = p
	return blocks
}
