package facts

import (
	"slices"

	"samsyn/internal/model"
)

// Gaps are what the agreement wants that nobody does, measures or has told of.
// What is withdrawn has no gaps.
type Gaps struct {
	Unanswered   []Cooperation       // nobody answers for it now
	Unserved     []Cooperation       // prioritised in the current plan, without an initiative in it
	Untouched    []Cooperation       // without any initiative in the current plan, and not prioritised
	Unmeasured   []Goal              // neither an indicator nor followed in words
	WithoutData  []*model.Indicator  // without a value
	Unscheduled  []*model.Initiative // going on without a date to be reported
	OverdueDues  []Due               // passed without a report
	PastTheirEnd []*model.Initiative // time over, still planned or ongoing

	// How many there are of what could have lacked something: of none, nothing can be
	// said to be whole.
	Cooperations, Prioritised, Goals, Indicators int
	Initiatives, GoingOn, Ended                  int
}

// Gaps finds them all.
func (x *Index) Gaps() Gaps {
	var g Gaps
	current := x.Current()
	first := prioritised(current)
	for _, a := range x.Content.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		g.goalsOf(a)
		for _, c := range CooperationsOf(a) {
			if !c.Withdrawn().Given() {
				x.gapsAround(c, current, first, &g)
			}
		}
	}
	for _, i := range x.Content.Indicators {
		if i.Withdrawn.Given() {
			continue
		}
		g.Indicators++
		if !HasData(i) {
			g.WithoutData = append(g.WithoutData, i)
		}
	}
	for _, p := range x.PlansIn(false) {
		if p.Withdrawn.Given() {
			continue
		}
		for _, i := range p.Initiatives {
			x.gapsOf(i, &g)
		}
	}
	return g
}

// prioritised are the cooperation areas that a plan puts first; the plan may be
// nil.
func prioritised(p *model.Plan) map[string]bool {
	first := map[string]bool{}
	if p != nil {
		for _, priority := range p.Priorities {
			first[priority.CooperationArea.V] = true
		}
	}
	return first
}

// goalsOf finds the sub-goals of an area that nothing measures.
func (g *Gaps) goalsOf(a *model.Area) {
	for n := range a.SubGoals {
		goal := Goal{Area: a, SubGoal: &a.SubGoals[n]}
		if goal.SubGoal.Withdrawn.Given() {
			continue
		}
		g.Goals++
		if len(goal.Indicators) == 0 && goal.Followed.V != "qualitatively" {
			g.Unmeasured = append(g.Unmeasured, goal)
		}
	}
}

// gapsAround finds what a cooperation area lacks; current may be nil.
func (x *Index) gapsAround(c Cooperation, current *model.Plan, first map[string]bool, g *Gaps) {
	g.Cooperations++
	if first[c.ID()] {
		g.Prioritised++
	}
	if x.Unanswered(c) {
		g.Unanswered = append(g.Unanswered, c)
	}
	switch {
	case current == nil || x.ServedIn(c.ID(), current):
	case first[c.ID()]:
		g.Unserved = append(g.Unserved, c)
	default:
		g.Untouched = append(g.Untouched, c)
	}
}

// ServedIn tells whether an initiative of a plan serves a cooperation area; one that is
// withdrawn does not.
func (x *Index) ServedIn(cooperation string, p *model.Plan) bool {
	return slices.ContainsFunc(x.Serving(cooperation), func(i *model.Initiative) bool { return i.Plan == p && !i.Withdrawn.Given() })
}

func (x *Index) gapsOf(i *model.Initiative, g *Gaps) {
	if i.Withdrawn.Given() {
		return
	}
	g.Initiatives++
	if !x.Today.IsZero() && i.Period.Ended(x.Today) {
		g.Ended++
	}
	if goesOn(i) {
		g.GoingOn++
		if len(i.FollowUp.Due) == 0 {
			g.Unscheduled = append(g.Unscheduled, i)
		}
	}
	for _, d := range x.DuesOf(i) {
		if d.State == Overdue {
			g.OverdueDues = append(g.OverdueDues, d)
		}
	}
	if x.Stale(i) {
		g.PastTheirEnd = append(g.PastTheirEnd, i)
	}
}

// Gap is one gap, as the JSON of status names it.
type Gap struct {
	Kind  string `json:"kind"` // no_responsible, no_initiative, no_indicator, no_data, no_due_date or past_end
	ID    string `json:"id"`   // of the thing that has it
	Title string `json:"title"`
}

// List puts the gaps that nobody answers for in one list, those of what is overdue left
// out: somebody is to report that.
func (g *Gaps) List() []Gap {
	var list []Gap
	for _, c := range g.Unserved {
		list = append(list, Gap{"no_initiative", c.ID(), c.Text()})
	}
	for _, c := range g.Unanswered {
		list = append(list, Gap{"no_responsible", c.ID(), c.Text()})
	}
	for _, goal := range g.Unmeasured {
		list = append(list, Gap{"no_indicator", goal.ID.V, goal.Text.V})
	}
	for _, i := range g.WithoutData {
		list = append(list, Gap{"no_data", i.ID.V, i.Title.V})
	}
	for _, i := range g.Unscheduled {
		list = append(list, Gap{"no_due_date", i.FullID(), i.Title.V})
	}
	for _, i := range g.PastTheirEnd {
		list = append(list, Gap{"past_end", i.FullID(), i.Title.V})
	}
	return list
}
