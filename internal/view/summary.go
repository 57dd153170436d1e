package view

import (
	"slices"
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// What a summary has room for on its one page.
const (
	mostInSummary = 12 // initiatives
	mostGaps      = 3  // names of each kind of gap
)

var (
	summaryTitle  = text.Label{SV: "%s på en sida", EN: "%s on one page"}
	summaryFile   = text.Label{SV: "%s – sammanfattning", EN: "%s – summary"}
	summaryAbout  = text.Label{SV: "En sida för den som ska besluta: vad som görs, vem som ansvarar, när det redovisas och vad som saknas.", EN: "One page for those who decide: what is done, who is responsible, when it is reported and what is missing."}
	summaryServes = text.Label{SV: "Planen har %s och prioriterar %s.", EN: "The plan has %s and puts %s first."}
	summaryCaps   = text.Label{SV: "Tabellen har de %s som ska redovisas först. Alla %s finns i handlingsplanen.", EN: "The table has the %s that are to be reported first. All %s are in the action plan."}
	oneArea       = text.Label{SV: "samverkansområde", EN: "cooperation area"}
	manyAreas     = text.Label{SV: "samverkansområden", EN: "cooperation areas"}
	oneInitiative = text.Label{SV: "insats", EN: "initiative"}
	initiatives   = text.Label{SV: "insatser", EN: "initiatives"}
	nextReport    = text.Label{SV: "Redovisas", EN: "Reports"}
	howItGoes     = text.Label{SV: "Läge", EN: "Standing"}
	andMore       = text.Label{SV: "och %s till", EN: "and %s more"}
	nothingLacks  = text.Label{SV: "Inget: varje prioritering har en insats, och varje insats har en dag för redovisning.", EN: "Nothing: every priority has an initiative, and every initiative has a day to report."}
)

// summaryID is the name of the PDF with a plan's summary.
func summaryID(p *model.Plan) string { return "sammanfattning-" + p.ID.V }

// SummaryDocument is a plan on one page, for the table of those who decide. It is
// nil where there is no such plan, or none that is shown.
func (s *Site) SummaryDocument(id string) *Document {
	p := s.Facts.Plan(id)
	if p == nil {
		return nil
	}
	t := s.main()
	title := t.planTitle(p)
	d := &Document{
		ID: summaryID(p), Lang: s.Main, Title: t.sayf(summaryFile, title.S).S, Subject: t.say(summaryAbout).S,
		Publisher: t.publisher(), Seal: t.seal(), Foot: t.versionLine(), RunningHead: t.publisher().S,
	}
	blocks := []Block{Para{Tone: Lead, Line: words(t.summaryLead(p))}}
	blocks = append(blocks, Facts{Items: t.summaryFacts(p)})
	blocks = append(blocks, t.summaryTable(p)...)
	blocks = append(blocks, Section{ID: "saknas", Title: t.say(text.WhatIsMissing), Blocks: t.summaryGaps(p)})
	d.Parts = []Part{{Blocks: section("sammanfattning", t.sayf(summaryTitle, title.S), blocks...)}}
	return d
}

func (t *tongue) summaryLead(p *model.Plan) Text {
	n := t.count(len(t.standing(p)), oneInitiative, initiatives)
	return t.sayf(summaryServes, n.S, t.count(len(p.Priorities), oneArea, manyAreas).S)
}

// standing are a plan's initiatives but for those that are withdrawn.
func (t *tongue) standing(p *model.Plan) []*model.Initiative {
	return slices.DeleteFunc(slices.Clone(p.Initiatives), func(i *model.Initiative) bool { return i.Withdrawn.Given() })
}

func (t *tongue) summaryFacts(p *model.Plan) []Fact {
	var f factList
	f.add(t.say(text.Status), words(t.value("plan-status", p.Status)))
	f.add(t.say(text.Decided), t.adoption(p.Adopted), t.dayNotGiven(p))
	f.add(t.say(text.CaseNumber), words(Text{S: p.Adopted.CaseNumber.V}))
	return f.items
}

// summaryTable has what is done, by whom, until when, and how it stands: what is
// to be reported first comes first.
func (t *tongue) summaryTable(p *model.Plan) []Block {
	list := t.standing(p)
	if len(list) == 0 {
		return []Block{Para{Line: words(t.say(text.NoInitiativesInPlan))}}
	}
	slices.SortStableFunc(list, func(a, b *model.Initiative) int {
		return strings.Compare(t.nextDue(a), t.nextDue(b))
	})
	table := Table{ID: "insatser-kort", Summary: t.say(summaryAbout), Columns: []Column{
		{Label: t.say(text.Initiative), Header: true, Share: 5}, {Label: t.say(text.Responsible), Share: 4},
		{Label: t.say(nextReport), Share: 3}, {Label: t.say(howItGoes), Share: 3},
	}}
	for _, i := range list[:min(len(list), mostInSummary)] {
		table.Rows = append(table.Rows, Row{ID: "kort-" + i.ID(), Cells: []Cell{
			cell(Line{t.initiativeSpan(i)}), cell(t.ref(i.Owner)), cell(t.dueInShort(i)), cell(t.standingInShort(i)),
		}})
	}
	if n := len(list); n > mostInSummary {
		return []Block{table, Para{Tone: Quiet, Line: words(t.sayf(summaryCaps, itoa(mostInSummary), itoa(n)))}}
	}
	return []Block{table}
}

// awaited is the due date that an initiative is next asked for.
func (t *tongue) awaited(i *model.Initiative) (facts.Due, bool) {
	for _, d := range t.Facts.DuesOf(i) {
		if d.State == facts.Overdue || d.State == facts.Planned {
			return d, true
		}
	}
	return facts.Due{}, false
}

// nextDue sorts initiatives: by the day that is awaited, those without one last.
func (t *tongue) nextDue(i *model.Initiative) string {
	if d, ok := t.awaited(i); ok && i.Open() {
		return d.Date.V.First().String()
	}
	return "9999"
}

func (t *tongue) dueInShort(i *model.Initiative) Line {
	switch d, ok := t.awaited(i); {
	case !i.Open():
		return words(t.say(text.LapsedDue))
	case !ok:
		return Line{mark(t.say(text.NoDate), Warn)}
	case d.State == facts.Overdue:
		return append(words(t.date(d.Date.V)), plain(" "), mark(t.say(text.Overdue), Warn))
	default:
		return words(t.date(d.Date.V))
	}
}

// standingInShort is an initiative's status and what its newest report found.
func (t *tongue) standingInShort(i *model.Initiative) Line {
	line := words(t.value("status", i.Status))
	if r := facts.Latest(i); r != nil {
		line = append(line, plain(", "), mark(t.value("assessment", r.Assessment), assessmentTone(r.Assessment.V)))
	}
	return line
}

// summaryGaps lists what a plan lacks, each kind on one line.
func (t *tongue) summaryGaps(p *model.Plan) []Block {
	var list List
	add := func(label text.Label, names []Span) {
		if len(names) == 0 {
			return
		}
		more := len(names) - mostGaps
		line := append(Line{strong(t.say(label)), plain(": ")}, joined(names[:min(len(names), mostGaps)], "; ")...)
		if more > 0 {
			line = append(line, plain(" "), Span{Text: t.sayf(andMore, itoa(more))})
		}
		list.Items = append(list.Items, line)
	}
	served := map[string]bool{}
	var overdue, past, unscheduled, unserved []Span
	for _, i := range t.standing(p) {
		served[i.CooperationArea.V] = true
		if len(t.Facts.OverdueDates(i)) > 0 {
			overdue = append(overdue, t.initiativeSpan(i))
		}
		if t.Facts.Stale(i) {
			past = append(past, t.initiativeSpan(i))
		}
		if i.Open() && len(i.FollowUp.Due) == 0 {
			unscheduled = append(unscheduled, t.initiativeSpan(i))
		}
	}
	for _, pr := range p.Priorities {
		if !served[pr.CooperationArea.V] {
			unserved = append(unserved, t.cooperationSpan(pr.CooperationArea.V))
		}
	}
	add(text.GapUnserved, unserved)
	add(text.GapOverdue, overdue)
	add(text.GapPast, past)
	add(text.GapUnscheduled, unscheduled)
	if len(list.Items) == 0 {
		return []Block{Para{Line: words(t.say(nothingLacks))}}
	}
	return []Block{list}
}

var (
	annexTitle = text.Label{SV: "Bilaga: ändringar sedan %s", EN: "Annex: changes since %s"}
	annexNone  = text.Label{SV: "Inget har ändrats i sak.", EN: "Nothing has changed in substance."}
)

// annex tells what has changed since an earlier version, where somebody asked
// for it; which says of the changed things what belongs in the document.
func (t *tongue) annex(which func(c diff.Change) bool) []Part {
	if t.Options.Since == nil {
		return nil
	}
	var list List
	for _, c := range t.Options.Since.Changes {
		if which(c) {
			list.Items = append(list.Items, t.said(c))
		}
	}
	var body Block = list
	if len(list.Items) == 0 {
		body = Para{Line: words(t.say(annexNone))}
	}
	return []Part{{Follows: true, Blocks: section("bilaga-andringar", t.sayf(annexTitle, t.date(t.Options.Since.Day).S), body)}}
}

// ofPlan tells whether a change concerns a plan; "" is all of them.
func ofPlan(c diff.Change, plan string) bool {
	switch c.Thing {
	case "plan":
		return plan == "" || c.ID == plan
	case "initiative":
		return plan == "" || strings.HasPrefix(c.ID, plan+"/")
	}
	return false
}
