package document

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
	"samsyn/internal/view/part"
)

// What a summary has room for on its one page.
const (
	mostInSummary = 12 // initiatives
	mostGaps      = 3  // names of each kind of gap
)

var (
	summaryTitle   = text.Label{SV: "%s på en sida", EN: "%s on one page"}
	summaryFile    = text.Label{SV: "%s – sammanfattning", EN: "%s – summary"}
	summaryAbout   = text.Label{SV: "En sida för den som ska besluta: vad som görs, vem som ansvarar, när det redovisas och vad som saknas.", EN: "One page for those who decide: what is done, who is responsible, when it is reported and what is missing."}
	summaryServes  = text.Label{SV: "{The_short_plan} har %s och prioriterar %s.", EN: "{The_short_plan} has %s and puts %s first."}
	summaryCaps    = text.Label{SV: "Tabellen har de %s som ska redovisas först. Alla %s finns i {the_plan}.", EN: "The table has the %s that are to be reported first. All %s are in {the_plan}."}
	nextReport     = text.Label{SV: "Redovisas", EN: "Reports"}
	nothingUndated = text.Label{SV: "Inget: varje {initiative} har en dag för redovisning.", EN: "Nothing: every {initiative} has a day to report."}
	nothingLacks   = text.Label{SV: "Inget: varje prioritering har {initiative:en|ett} {initiative}, och varje {initiative} har en dag för redovisning.", EN: "Nothing: every priority has {a_initiative}, and every {initiative} has a day to report."}
)

// Summary is a plan on one page, for the table of those who decide. It is
// nil where there is no such plan, or none that is shown.
func Summary(s *view.View, id string) *Document {
	p := s.Facts.Plan(id)
	if p == nil {
		return nil
	}
	t := s.InMain()
	title := t.PlanTitle(p)
	d := &Document{
		ID: address.Summary(p), Lang: s.Main, Title: t.Sayf(summaryFile, title.S).S, Subject: t.Say(summaryAbout).S,
		Publisher: t.Publisher(), Seal: sealOf(t), Foot: versionLine(t), RunningHead: t.Publisher().S,
	}
	blocks := []block.Block{block.Para{Tone: block.Lead, Line: block.Words(summaryLead(t, p))}}
	blocks = append(blocks, block.Facts{Items: summaryFacts(t, p)})
	blocks = append(blocks, summaryTable(t, p)...)
	blocks = append(blocks, block.Section{ID: "saknas", Title: t.Say(text.WhatIsMissing), Blocks: summaryGaps(t, p)})
	d.Parts = []Part{{Blocks: block.Headed("sammanfattning", t.Sayf(summaryTitle, title.S), blocks...)}}
	return d
}

func summaryLead(t *view.Language, p *model.Plan) block.Text {
	n := t.Count(len(standing(p)), text.OneInitiative, text.ManyInitiatives)
	if !t.Facts.Levels().Priorities {
		return t.Sayf(text.PlanCountAlone, n.S)
	}
	return t.Sayf(summaryServes, n.S, t.Count(len(p.Priorities), text.OneCooperation, text.ManyCooperation).S)
}

// standing are a plan's initiatives but for those that are withdrawn.
func standing(p *model.Plan) []*model.Initiative {
	return slices.DeleteFunc(slices.Clone(p.Initiatives), func(i *model.Initiative) bool { return i.Withdrawn.Given() })
}

func summaryFacts(t *view.Language, p *model.Plan) []block.Fact {
	var f block.FactList
	f.Add(t.Say(text.Status), block.Words(t.Value("plan-status", p.Status)))
	f.Add(t.Say(text.Decided), part.Adoption(t, p.Adopted), part.DayNotGiven(t, p))
	f.Add(t.Say(text.CaseNumber), block.Words(block.Text{S: p.Adopted.CaseNumber.V}))
	return f.Items
}

// summaryTable has what is done, by whom, until when, and how it stands: what is
// to be reported first comes first.
func summaryTable(t *view.Language, p *model.Plan) []block.Block {
	list := standing(p)
	if len(list) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NoInitiativesInPlan))}}
	}
	slices.SortStableFunc(list, func(a, b *model.Initiative) int {
		return strings.Compare(nextDue(t, a), nextDue(t, b))
	})
	table := block.Table{ID: "insatser-kort", Summary: t.Say(summaryAbout), Columns: []block.Column{
		{Label: t.Say(text.Initiative), Header: true, Share: 5}, {Label: t.Say(text.Responsible), Share: 4},
		{Label: t.Say(nextReport), Share: 3}, {Label: t.Say(text.Standing), Share: 3},
	}}
	for _, i := range list[:min(len(list), mostInSummary)] {
		table.Rows = append(table.Rows, block.Row{ID: "kort-" + i.ID(), Cells: []block.Cell{
			block.CellOf(block.Line{t.InitiativeSpan(i)}), block.CellOf(t.ActorLine(i.Owner)), block.CellOf(dueInShort(t, i)), block.CellOf(standingInShort(t, i)),
		}})
	}
	if n := len(list); n > mostInSummary {
		return []block.Block{table, block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(summaryCaps, strconv.Itoa(mostInSummary), strconv.Itoa(n)))}}
	}
	return []block.Block{table}
}

// awaited is the due date that an initiative is next asked for.
func awaited(t *view.Language, i *model.Initiative) (facts.Due, bool) {
	for _, d := range t.Facts.DuesOf(i) {
		if d.State == facts.Overdue || d.State == facts.Planned {
			return d, true
		}
	}
	return facts.Due{}, false
}

// nextDue sorts initiatives: by the day that is awaited, those without one last.
func nextDue(t *view.Language, i *model.Initiative) string {
	if d, ok := awaited(t, i); ok && i.Open() {
		return d.Date.V.First().String()
	}
	return "9999"
}

func dueInShort(t *view.Language, i *model.Initiative) block.Line {
	switch d, ok := awaited(t, i); {
	case !i.Open():
		return block.Words(t.Say(text.LapsedDue))
	case !ok:
		return block.Line{block.Mark(t.Say(text.NoDate), block.Warn)}
	case d.State == facts.Overdue:
		return append(block.Words(t.Date(d.Date.V)), block.Run(" "), block.Mark(t.Say(text.Overdue), block.Warn))
	default:
		return block.Words(t.Date(d.Date.V))
	}
}

// standingInShort is an initiative's status and what its newest report found.
func standingInShort(t *view.Language, i *model.Initiative) block.Line {
	line := block.Words(t.Value("status", i.Status))
	if r := facts.Latest(i); r != nil {
		line = append(line, block.Run(", "), block.Mark(t.Value("assessment", r.Assessment), part.AssessmentTone(r.Assessment.V)))
	}
	return line
}

// summaryGaps lists what a plan lacks, each kind on one line.
func summaryGaps(t *view.Language, p *model.Plan) []block.Block {
	var list block.List
	add := func(label text.Label, names []block.Span) {
		if len(names) == 0 {
			return
		}
		more := len(names) - mostGaps
		line := append(block.Line{block.Strong(t.Say(label)), block.Run(": ")}, block.Joined(names[:min(len(names), mostGaps)], "; ")...)
		if more > 0 {
			line = append(line, block.Run(" "), block.Span{Text: t.Sayf(text.AndMore, strconv.Itoa(more))})
		}
		list.Items = append(list.Items, line)
	}
	served := map[string]bool{}
	var overdue, past, unscheduled, unserved []block.Span
	for _, i := range standing(p) {
		served[i.CooperationArea.V] = true
		if len(t.Facts.OverdueDates(i)) > 0 {
			overdue = append(overdue, t.InitiativeSpan(i))
		}
		if t.Facts.Stale(i) {
			past = append(past, t.InitiativeSpan(i))
		}
		if i.Open() && len(i.FollowUp.Due) == 0 {
			unscheduled = append(unscheduled, t.InitiativeSpan(i))
		}
	}
	for _, pr := range p.Priorities {
		if !served[pr.CooperationArea.V] {
			unserved = append(unserved, t.CooperationSpan(pr.CooperationArea.V))
		}
	}
	add(text.GapUnserved, unserved)
	add(text.GapOverdue, overdue)
	add(text.GapPast, past)
	add(text.GapUnscheduled, unscheduled)
	if len(list.Items) == 0 {
		nothing := nothingLacks
		if !t.Facts.Levels().Priorities {
			nothing = nothingUndated
		}
		return []block.Block{block.Para{Line: block.Words(t.Say(nothing))}}
	}
	return []block.Block{list}
}
