// Package part is what both the site's pages and the documents say of a thing: the
// parts of the agreement, a plan's table, the facts of an initiative. A view in one
// language and a thing go in, blocks come out.
package part

import (
	"cmp"
	"slices"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// PlanFacts are what one first asks of a plan.
func PlanFacts(t *view.Language, p *model.Plan) block.Facts {
	var f block.Facts
	f.Add(t.Say(text.Validity), block.Words(t.Period(p.Time())))
	f.Add(t.Say(text.Status), block.Words(t.Value("plan-status", p.Status)))
	f.Add(t.Say(text.Decided), Adoption(t, p.Adopted), DayNotGiven(t, p))
	f.Add(t.Say(text.CaseNumber), block.Words(block.Text{S: p.Adopted.CaseNumber.V}))
	f.Add(t.Say(text.Minutes), view.Outside(block.Text{}, p.Adopted.Minutes))
	f.Add(t.Say(text.Parties), block.Joined(t.Refs(p.Parties, false), ", "))
	return f
}

// DayNotGiven says of a plan that has been adopted that nobody has said when.
func DayNotGiven(t *view.Language, p *model.Plan) block.Line {
	if !p.InForce() || p.Adopted.Date.Given() {
		return nil
	}
	return block.Words(t.Say(text.PlanDayNotGiven))
}

// PlanIntro is what a plan says of itself.
func PlanIntro(t *view.Language, p *model.Plan) []block.Block {
	return block.Paragraph(block.Words(t.Text(p.Note, "note")))
}

// PrioritiesPart lists the cooperation areas that a plan puts first, below what
// leads up to them. Where no plan puts anything first, nothing is said of it.
func PrioritiesPart(t *view.Language, p *model.Plan, lead ...block.Block) []block.Block {
	if !t.Facts.Levels().Priorities {
		return lead
	}
	if len(p.Priorities) == 0 {
		return block.Headed("prioriteringar", t.Say(text.Priorities), append(lead, block.Para{Line: block.Words(t.Say(text.NoPriorities))})...)
	}
	table := block.Table{ID: "prioriteringar-tabell", Caption: t.Say(text.Priorities), Columns: []block.Column{
		{Label: t.Say(text.CooperationArea), Header: true, Share: 5}, {Label: t.Say(text.Emphasis), Share: 3}, {Label: t.Say(text.Initiatives), Share: 2, Numeric: true},
	}}
	counts := map[string]int{}
	for _, i := range Standing(p) {
		counts[i.CooperationArea.V]++
	}
	for n, pr := range p.Priorities {
		area := []block.Line{{t.CooperationSpan(pr.CooperationArea.V)}}
		if c, ok := t.Facts.Cooperation(pr.CooperationArea.V); ok && c.CooperationArea != nil {
			area = append([]block.Line{{block.Span{Text: t.AreaTitle(c.Area), Em: true}}}, area...)
		}
		how := []block.Line{t.Values("emphasis", pr.Emphasis), block.Words(t.Text(pr.Text, "priorities/"+strconv.Itoa(n)+"/text"))}
		table.Add(block.CellOf(area...), block.CellOf(how...), block.CellOf(howMany(t, counts[pr.CooperationArea.V])))
	}
	return block.Headed("prioriteringar", t.Say(text.Priorities), append(lead, table.Used())...)
}

// howMany is a number of initiatives, where none is a gap that is told.
func howMany(t *view.Language, n int) block.Line {
	if n == 0 {
		return block.Line{block.Mark(t.Say(text.None), block.Warn)}
	}
	return block.Words(block.Text{S: strconv.Itoa(n)})
}

// FourColumns is the table that the plan's readers know: cooperation area,
// initiative, responsibility and how, follow-up. With gaps it also has the
// priorities that no initiative serves.
func FourColumns(t *view.Language, p *model.Plan, list []*model.Initiative, gaps bool) block.Block {
	table := block.Table{ID: "insatser-tabell", Caption: t.Sayf(text.InitiativesIn, t.PlanTitle(p).S), Wide: true, Columns: []block.Column{
		{Label: t.Say(t.Below()), Share: 3}, {Label: t.Say(text.Initiative), Header: true, Share: 3},
		{Label: t.Say(text.ResponsibleHow), Share: 5}, {Label: t.Say(text.FollowUp), Share: 4},
	}}
	grouped := t.Facts.Levels().Cooperation // else the first column says which area it is
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
		var rows []block.Row
		for _, c := range facts.CooperationsOf(a) {
			for _, i := range by[c.ID()] {
				rows = append(rows, fourCells(t, c, i))
			}
			if first[c.ID()] && !t.Facts.ServedIn(c.ID(), p) {
				rows = append(rows, block.Row{Cells: []block.Cell{
					whereTo(t, c),
					block.CellOf(block.Line{block.Mark(t.Say(text.NoInitiative), block.Warn)}),
					block.CellOf(block.Words(t.Say(text.PriorityUnserved))), {},
				}})
			}
		}
		if len(rows) > 0 && grouped {
			table.Rows = append(table.Rows, block.Row{Group: true, Cells: []block.Cell{block.CellOf(block.Linked(t.AreaTitle(a), t.To(address.Area(a.ID.V))))}})
		}
		table.Rows = append(table.Rows, rows...)
	}
	if len(table.Rows) == 0 {
		return block.Para{Line: block.Words(t.Say(text.NoInitiativesInPlan))}
	}
	return table
}

// Standing are a plan's initiatives that are not withdrawn.
func Standing(p *model.Plan) []*model.Initiative {
	return slices.DeleteFunc(slices.Clone(p.Initiatives), func(i *model.Initiative) bool { return i.Withdrawn.Given() })
}

// HowManyIn says how many initiatives stand in a plan.
func HowManyIn(t *view.Language, p *model.Plan) block.Text {
	return t.Count(len(Standing(p)), text.OneInitiative, text.ManyInitiatives)
}

// InOrder are initiatives in the order in which a plan's table has them: by area and
// cooperation area.
func InOrder(t *view.Language, list []*model.Initiative) []*model.Initiative {
	place := map[string]int{}
	for _, a := range t.Content.Areas {
		for _, c := range facts.CooperationsOf(a) {
			place[c.ID()] = len(place) + 1
		}
	}
	ordered := slices.Clone(list)
	slices.SortStableFunc(ordered, func(a, b *model.Initiative) int {
		return cmp.Compare(place[a.CooperationArea.V], place[b.CooperationArea.V])
	})
	return ordered
}

// whereTo is the cooperation area that an initiative belongs to. Below the name of an
// area that serves as one, the area is not named again.
func whereTo(t *view.Language, c facts.Cooperation) block.Cell {
	name := t.CooperationText(c)
	if c.CooperationArea == nil && t.Facts.Levels().Cooperation {
		name = t.Say(text.WholeArea)
	}
	return block.CellOf(block.Linked(name, t.To(address.Area(c.ID()))))
}

func fourCells(t *view.Language, c facts.Cooperation, i *model.Initiative) block.Row {
	title := block.Line{t.InitiativeSpan(i)}
	title[0].Strong = true
	return block.Row{ID: "rad-" + i.ID(), Cells: []block.Cell{
		whereTo(t, c),
		block.CellOf(title, InitiativeMarks(t, i)),
		{Blocks: responsibility(t, i)},
		{Blocks: followUp(t, i)},
	}}
}
