package document

import (
	"math"
	"strconv"

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
	linesInSummary = 26  // of the table, and of what is missing below it
	betweenRows    = 0.7 // lines
	lettersInGap   = 85  // on a line of what is missing
	mostGaps       = 3   // names of each kind of gap
)

var (
	summaryTitle      = text.Label{SV: "%s på en sida", EN: "%s on one page"}
	summaryFile       = text.Label{SV: "%s – sammanfattning", EN: "%s – summary"}
	summaryAbout      = text.Label{SV: "En sida för den som ska besluta: vad som görs, vem som ansvarar, när det redovisas och vad som saknas.", EN: "One page for those who decide: what is done, who is responsible, when it is reported and what is missing."}
	summaryServes     = text.Label{SV: "{The_short_plan} har %s och prioriterar %s.", EN: "{The_short_plan} has %s and puts %s first."}
	summaryCaps       = text.Label{SV: "Tabellen har de %s första. Alla %s finns i {the_plan}.", EN: "The table has the first %s. All %s are in {the_plan}."}
	measured          = text.Label{SV: "Mått: utfall och mål", EN: "Measures: outcome and target"}
	standingAndReport = text.Label{SV: "Läge, redovisas", EN: "Standing, reports"}
	nothingUndated    = text.Label{SV: "Inget: varje {initiative} har ett redovisningsdatum.", EN: "Nothing: every {initiative} has a day to report."}
	nothingLacks      = text.Label{SV: "Inget: varje prioritering har {initiative:en|ett} {initiative}, och varje {initiative} har ett redovisningsdatum.", EN: "Nothing: every priority has {a_initiative}, and every {initiative} has a day to report."}
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
	blocks = append(blocks, summaryFacts(t, p))
	gaps := summaryGaps(t, p)
	blocks = append(blocks, summaryTable(t, p, linesInSummary-linesBelow(gaps))...)
	blocks = append(blocks, block.Section{ID: "saknas", Title: t.Say(text.WhatIsMissing), Blocks: gaps})
	d.Parts = []Part{{Blocks: block.Headed("sammanfattning", t.Sayf(summaryTitle, title.S), blocks...)}}
	return d
}

func summaryLead(t *view.Language, p *model.Plan) block.Text {
	n := part.HowManyIn(t, p)
	if !t.Facts.Levels().Priorities {
		return t.Sayf(text.PlanCountAlone, n.S)
	}
	return t.Sayf(summaryServes, n.S, t.Count(len(p.Priorities), text.OneCooperation, text.ManyCooperation).S)
}

func summaryFacts(t *view.Language, p *model.Plan) block.Facts {
	var f block.Facts
	f.Add(t.Say(text.Status), block.Words(t.Value("plan-status", p.Status)))
	f.Add(t.Say(text.Decided), part.Adoption(t, p.Adopted), part.DayNotGiven(t, p))
	f.Add(t.Say(text.CaseNumber), block.Words(block.Text{S: p.Adopted.CaseNumber.V}))
	return f
}

// summaryTable has what is done, by whom, what came of what is measured, until when, and
// how it stands, in the plan's order. It has as many rows as there is room for.
func summaryTable(t *view.Language, p *model.Plan, room float64) []block.Block {
	list := part.InOrder(t, part.Standing(p))
	if len(list) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NoInitiativesInPlan))}}
	}
	table := block.Table{ID: "insatser-kort", Summary: t.Say(summaryAbout), Columns: []block.Column{
		{Label: t.Say(text.Initiative), Header: true, Share: 4}, {Label: t.Say(text.Responsible), Share: 4},
		{Label: t.Say(measured), Share: 5}, {Label: t.Say(standingAndReport), Share: 3},
	}}
	lines := 0.0
	for _, i := range list {
		row := block.Row{ID: "kort-" + i.ID(), Cells: []block.Cell{
			block.CellOf(block.Line{t.InitiativeSpan(i)}), block.CellOf(ownerInShort(t, i)), block.CellOf(part.MeasuresInShort(t, i)...),
			block.CellOf(standingInShort(t, i), dueInShort(t, i)),
		}}
		if lines += linesOf(row, table.Columns); lines > room && len(table.Rows) > 0 {
			break
		}
		table.Rows = append(table.Rows, row)
	}
	if n := len(table.Rows); n < len(list) {
		return []block.Block{table.Used(), block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(summaryCaps, strconv.Itoa(n), strconv.Itoa(len(list))))}}
	}
	return []block.Block{table.Used()}
}

func ownerInShort(t *view.Language, i *model.Initiative) block.Line {
	if !i.Owner.Given() {
		return nil
	}
	return block.Line{t.Actor(i.Owner, true)}
}

// lettersPerShare is about how many letters a line of the summary's table has for each
// share of its width.
const lettersPerShare = 5.6

// linesBelow is about how many lines of the table what is missing takes.
func linesBelow(gaps []block.Block) float64 {
	lines := 0.0
	for _, b := range gaps {
		if list, is := b.(block.List); is {
			for _, item := range list.Items {
				lines += 1.2 * math.Ceil(float64(len([]rune(item.Plain())))/lettersInGap)
			}
		}
	}
	return lines
}

// linesOf is about how many lines a row takes, with the room between rows.
func linesOf(row block.Row, columns []block.Column) float64 {
	most := 1
	for n, cell := range row.Cells {
		lines := 0
		for _, b := range cell.Blocks {
			if para, is := b.(block.Para); is {
				letters := float64(len([]rune(para.Line.Plain())))
				lines += max(1, int(math.Ceil(letters/(float64(columns[n].Share)*lettersPerShare))))
			}
		}
		most = max(most, lines)
	}
	return float64(most) + betweenRows
}

func dueInShort(t *view.Language, i *model.Initiative) block.Line {
	switch d, ok := part.Awaited(t, i); {
	case !i.Open():
		return nil
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
	if r := facts.Latest(i); r != nil && r.Assessment.Given() {
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
		shown := view.Named(len(names), mostGaps)
		line := append(block.Line{block.Strong(t.Say(label)), block.Run(": ")}, block.Joined(names[:shown], "; ")...)
		if more := len(names) - shown; more > 0 {
			line = append(line, block.Run(" "), block.Span{Text: t.Sayf(text.AndMore, strconv.Itoa(more))})
		}
		list.Items = append(list.Items, line)
	}
	var overdue, past, unscheduled, unserved []block.Span
	for _, i := range part.Standing(p) {
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
		if !t.Facts.ServedIn(pr.CooperationArea.V, p) {
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
