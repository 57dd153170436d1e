package view

import (
	"samsyn/internal/diff"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// PlanDocument is a plan as one document: its priorities, the table with the
// four columns that its readers know, and each initiative in full. It is nil
// where there is no such plan, or none that is shown.
func (s *Site) PlanDocument(id string) *Document {
	p := s.Facts.Plan(id)
	if p == nil {
		return nil
	}
	t := s.main()
	d := &Document{
		ID: planDocumentID(p), Lang: s.Main, Title: t.planTitle(p).S,
		Publisher: t.publisher(), Seal: t.seal(), Foot: t.versionLine(),
		RunningHead: t.planTitle(p).S,
		Cover: Cover{
			Kicker: t.value("plan-scope", p.Scope), Title: t.planTitle(p), Mark: t.planMark(p), Facts: t.planFacts(p),
		},
	}
	if a := s.Content.Agreement; a != nil {
		d.Cover.Subtitle = t.tr(a.Title, "title")
		d.Subject = a.Title.V
	}
	if len(p.Initiatives) > 4 {
		d.ContentsTitle = t.say(text.Contents).S
	}
	d.Parts = append(d.Parts, Part{Blocks: t.prioritiesPart(p, t.planIntro(p)...)})
	d.Parts = append(d.Parts, Part{Landscape: true, Blocks: section("insatser", t.say(text.Initiatives), t.fourColumns(p, p.Initiatives, true))})
	for n, i := range p.Initiatives {
		if n == 0 {
			d.Parts = append(d.Parts, Part{})
		}
		last := &d.Parts[len(d.Parts)-1]
		last.Blocks = append(last.Blocks, Section{ID: "insats-" + i.ID(), Title: t.initiativeTitle(i), Blocks: t.initiativeInFull(i), Together: true})
	}
	d.Parts = append(d.Parts, t.annex(func(c diff.Change) bool { return ofPlan(c, p.ID.V) })...)
	return d
}

// planDocumentID is the name of a plan's PDF.
func planDocumentID(p *model.Plan) string {
	if p.Scope.V == "local" {
		return p.ID.V
	}
	return "handlingsplan-" + p.ID.V
}

// planMark is what one must know of a plan's standing before reading.
func (t *tongue) planMark(p *model.Plan) Text {
	switch {
	case p.Withdrawn.Given():
		return t.say(text.Withdrawn)
	case !p.InForce():
		return t.value("plan-status", p.Status)
	}
	return Text{}
}

// planFacts are what one first asks of a plan.
func (t *tongue) planFacts(p *model.Plan) []Fact {
	var f factList
	f.add(t.say(text.Validity), words(t.period(p.Time())))
	f.add(t.say(text.Status), words(t.value("plan-status", p.Status)))
	f.add(t.say(text.Decided), t.adoption(p.Adopted), t.dayNotGiven(p))
	f.add(t.say(text.CaseNumber), words(Text{S: p.Adopted.CaseNumber.V}))
	f.add(t.say(text.Minutes), outside(Text{}, p.Adopted.Minutes))
	f.add(t.say(text.Parties), joined(t.refs(p.Parties, false), ", "))
	return f.items
}

// dayNotGiven says of a plan that has been adopted that nobody has said when.
func (t *tongue) dayNotGiven(p *model.Plan) Line {
	if !p.InForce() || p.Adopted.Date.Given() {
		return nil
	}
	return words(t.say(text.PlanDayNotGiven))
}

func (t *tongue) planIntro(p *model.Plan) []Block {
	return para(words(t.tr(p.Note, "note")))
}

// prioritiesPart lists the cooperation areas that a plan puts first, below what
// leads up to them.
func (t *tongue) prioritiesPart(p *model.Plan, lead ...Block) []Block {
	if len(p.Priorities) == 0 {
		return section("prioriteringar", t.say(text.Priorities), append(lead, Para{Line: words(t.say(text.NoPriorities))})...)
	}
	table := Table{ID: "prioriteringar-tabell", Caption: t.say(text.Priorities), Columns: []Column{
		{Label: t.say(text.CooperationArea), Header: true, Share: 5}, {Label: t.say(text.Emphasis), Share: 3}, {Label: t.say(text.Initiatives), Share: 2, Numeric: true},
	}}
	counts := map[string]int{}
	for _, i := range p.Initiatives {
		counts[i.CooperationArea.V]++
	}
	for n, pr := range p.Priorities {
		var emphasis []Span
		for _, e := range pr.Emphasis {
			emphasis = append(emphasis, Span{Text: t.value("emphasis", e)})
		}
		area := []Line{{t.cooperationSpan(pr.CooperationArea.V)}}
		if c, ok := t.Facts.Cooperation(pr.CooperationArea.V); ok && c.CooperationArea != nil {
			area = append([]Line{{Span{Text: t.areaTitle(c.Area), Em: true}}}, area...)
		}
		how := []Line{joined(emphasis, ", "), words(t.tr(pr.Text, "priorities/"+itoa(n)+"/text"))}
		table.Rows = append(table.Rows, Row{Cells: []Cell{cell(area...), cell(how...), cell(t.howMany(counts[pr.CooperationArea.V]))}})
	}
	return section("prioriteringar", t.say(text.Priorities), append(lead, table)...)
}

// howMany is a number of initiatives, where none is a gap that is told.
func (t *tongue) howMany(n int) Line {
	if n == 0 {
		return Line{mark(t.say(text.None), Warn)}
	}
	return words(Text{S: itoa(n)})
}

// fourColumns is the table that the plan's readers know: cooperation area,
// initiative, responsibility and how, follow-up. With gaps it also has the
// priorities that no initiative serves.
func (t *tongue) fourColumns(p *model.Plan, list []*model.Initiative, gaps bool) Block {
	table := Table{ID: "insatser-tabell", Caption: t.sayf(text.InitiativesIn, t.planTitle(p).S), Wide: true, Columns: []Column{
		{Label: t.say(text.CooperationArea), Share: 3}, {Label: t.say(text.Initiative), Header: true, Share: 3},
		{Label: t.say(text.ResponsibleHow), Share: 5}, {Label: t.say(text.FollowUp), Share: 4},
	}}
	by := map[string][]*model.Initiative{}
	for _, i := range list {
		by[i.CooperationArea.V] = append(by[i.CooperationArea.V], i)
	}
	first := map[string]bool{}
	if gaps {
		for _, pr := range p.Priorities {
			first[pr.CooperationArea.V] = true
		}
	}
	for _, a := range t.Content.Areas {
		var rows []Row
		for _, c := range facts.CooperationsOf(a) {
			for _, i := range by[c.ID()] {
				rows = append(rows, t.fourCells(c, i))
			}
			if len(by[c.ID()]) == 0 && first[c.ID()] {
				rows = append(rows, Row{Cells: []Cell{
					cell(linked(t.cooperationText(c), t.to(cooperationPath(c)))),
					cell(Line{mark(t.say(text.NoInitiative), Warn)}),
					cell(words(t.say(text.PriorityUnserved))), {},
				}})
			}
		}
		if len(rows) > 0 {
			table.Rows = append(table.Rows, Row{Group: true, Cells: []Cell{cell(linked(t.areaTitle(a), t.to(areaPath(a.ID.V))))}})
			table.Rows = append(table.Rows, rows...)
		}
	}
	if len(table.Rows) == 0 {
		return Para{Line: words(t.say(text.NoInitiativesInPlan))}
	}
	return table
}

func (t *tongue) fourCells(c facts.Cooperation, i *model.Initiative) Row {
	title := Line{t.initiativeSpan(i)}
	title[0].Strong = true
	return Row{ID: "rad-" + i.ID(), Cells: []Cell{
		cell(linked(t.cooperationText(c), t.to(cooperationPath(c)))),
		cell(title, t.initiativeMarks(i)),
		{Blocks: t.responsibility(i)},
		{Blocks: t.followUp(i)},
	}}
}

// initiativeInFull is everything that an initiative's file says, for a document.
func (t *tongue) initiativeInFull(i *model.Initiative) []Block {
	var blocks []Block
	if i.Withdrawn.Given() {
		blocks = append(blocks, t.withdrawnNotice(i.Withdrawn, "initiative", ""))
	}
	var f factList
	f.add(t.say(text.Status), t.initiativeMarks(i))
	blocks = append(blocks, Facts{Items: append(f.items, factsOf(t.initiativeFacts(i))...)})
	body := t.prose(i.Path, i.Body, 2)
	prefixed(body, "insats-"+i.ID()+"-")
	blocks = append(blocks, section("gor-"+i.ID(), t.say(text.WhatAndHow), body...)...)
	blocks = append(blocks, section("delta-"+i.ID(), t.say(text.HowToJoin), t.joining(i)...)...)
	followUp := t.followUpFacts(i)
	followUp = append(followUp, t.measuresTable(i)...)
	blocks = append(blocks, section("uppfoljning-"+i.ID(), t.say(text.FollowUp), followUp...)...)
	blocks = append(blocks, section("rapporter-"+i.ID(), t.say(text.Reports), t.reports(i)...)...)
	blocks = append(blocks, section("finansiering-"+i.ID(), t.say(text.Funding), t.fundingTable(i)...)...)
	if i.Note.Given() {
		blocks = append(blocks, Para{Tone: Quiet, Line: labelled(t.say(text.Note), words(t.tr(i.Note, "note")))})
	}
	return unique(blocks, i.ID())
}

func factsOf(blocks []Block) []Fact {
	for _, b := range blocks {
		if f, ok := b.(Facts); ok {
			return f.Items
		}
	}
	return nil
}

// unique gives the tables and cards of one of several things in a document IDs
// that do not meet those of the others.
func unique(blocks []Block, id string) []Block {
	for n, b := range blocks {
		switch b := b.(type) {
		case Section:
			b.Blocks = unique(b.Blocks, id)
			blocks[n] = b
		case Table:
			b.ID += "-" + id
			for r := range b.Rows {
				if b.Rows[r].ID != "" {
					b.Rows[r].ID += "-" + id
				}
			}
			blocks[n] = b
		case Cards:
			for c := range b.Items {
				if b.Items[c].ID != "" {
					b.Items[c].ID += "-" + id
				}
			}
		}
	}
	return blocks
}

// joining says how one takes part in an initiative, and whom to ask.
func (t *tongue) joining(i *model.Initiative) []Block {
	blocks := para(words(t.tr(i.HowToJoin, "how_to_join")))
	return append(blocks, t.contact(i.Contact)...)
}

// contact says how one reaches somebody.
func (t *tongue) contact(c model.Contact) []Block {
	var f factList
	f.add(t.say(text.Contact), words(t.own(c.Name.V)))
	f.add(t.say(text.Email), linked(Text{S: c.Email.V}, letterTo(c.Email.V)))
	f.add(t.say(text.Phone), linked(Text{S: c.Phone.V}, safeURL("tel:"+digits(c.Phone.V))))
	f.add(t.say(text.Web), outside(Text{}, c.URL))
	return f.blocks()
}

// digits is a telephone number as a telephone wants it.
func digits(phone string) string {
	out := ""
	for n, c := range phone {
		if c >= '0' && c <= '9' || c == '+' && n == 0 {
			out += string(c)
		}
	}
	return out
}

// withdrawnNotice says that a thing has gone out of use, why, and what of the
// same kind came instead. at is where its fields stand in its file.
func (t *tongue) withdrawnNotice(w model.Withdrawn, kind, at string) Block {
	lines := para(words(t.tr(w.Reason, at+"withdrawn/reason")))
	if r, title := t.thing(kind, w.ReplacedBy.V); title.S != "" {
		lines = append(lines, Para{Line: labelled(t.say(text.ReplacedBy), linked(title, r))})
	}
	return Notice{Tone: Off, Title: t.sayf(text.WithdrawnOn, t.date(w.Date.V).S), Blocks: lines}
}

// thing finds what an identifier of a kind names.
func (t *tongue) thing(kind, id string) (r Ref, title Text) {
	switch kind {
	case "initiative":
		if i := t.Facts.Initiative(id); i != nil {
			return t.to(initiativePath(i)), t.initiativeTitle(i)
		}
	case "actor":
		if t.Facts.Party(id) != nil || t.Facts.Body(id) != nil {
			s := t.actorName(id, false)
			return s.Ref, s.Text
		}
	case "area":
		return t.inArea(id)
	case "indicator":
		if i := t.Facts.Indicator(id); i != nil {
			return t.to(indicatorPath(id)), t.tr(i.Title, "title")
		}
	case "resource":
		if r := t.Facts.Resource(id); r != nil {
			return t.to(resourcePath(id)), t.tr(r.Title, "title")
		}
	case "plan":
		if p := t.Facts.Plan(id); p != nil {
			return t.to(planPath(id)), t.planTitle(p)
		}
	case "event":
		if e := t.Facts.Event(id); e != nil {
			return t.at("calendar", id), t.tr(e.Title, "events/"+id+"/title")
		}
	case "strategy":
		if s := t.Facts.Strategy(id); s != nil {
			return t.at("strategies", id), t.tr(s.Title, "strategies/"+id+"/title")
		}
	case "target-group":
		if g := t.Facts.TargetGroup(id); g != nil {
			return t.at("agreement", "del-malgrupper"), t.tr(g.Name, "target_groups/"+id+"/name")
		}
	}
	return Ref{}, Text{}
}

// inArea finds an area of the agreement, a sub-goal or a cooperation area.
func (t *tongue) inArea(id string) (r Ref, title Text) {
	if a := t.Facts.Area(id); a != nil {
		return t.to(areaPath(id)), t.areaTitle(a)
	}
	if g, ok := t.Facts.SubGoal(id); ok {
		return t.to(areaPath(id)), t.goalText(g)
	}
	if c, ok := t.Facts.Cooperation(id); ok {
		return t.to(areaPath(id)), t.cooperationText(c)
	}
	return Ref{}, Text{}
}
