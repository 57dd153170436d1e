package results

import (
	"slices"

	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Area is what came of the work in an area.
type Area struct {
	*model.Area
	// Words are the secretariat's, nil where it has none; Number is their place among
	// those of the report.
	Words        *model.AreaResult
	Number       int
	Goals        []Goal
	Cooperations []Cooperation
}

// Goal is a sub-goal with what measures it.
type Goal struct {
	facts.Goal
	Indicators    []Indicator
	Qualitatively bool // it is followed in words
}

// Cooperation is a cooperation area with what was done under it.
type Cooperation struct {
	facts.Cooperation
	// Emphasis is its place in each of the report's regional plans, in their order.
	Emphasis    []Emphasis
	Initiatives []*Initiative
}

// Emphasis is what a plan wants with a cooperation area.
type Emphasis struct {
	Plan  *model.Plan
	First bool // the plan puts it first
	How   []model.Text
}

// First tells whether any of the plans puts the cooperation area first.
func (c Cooperation) First() bool {
	return slices.ContainsFunc(c.Emphasis, func(e Emphasis) bool { return e.First })
}

// areas are those that had not been withdrawn by then, and those that initiatives belong
// to all the same.
func (r *Report) areas() {
	for _, a := range r.facts.Content.Areas {
		if r.gone(a.Withdrawn) && !r.used(a) {
			continue
		}
		told := Area{Area: a}
		for n := range r.Results.Areas {
			if w := &r.Results.Areas[n]; w.Area.V == a.ID.V {
				told.Words, told.Number = w, n
				break
			}
		}
		for n := range a.SubGoals {
			if g := &a.SubGoals[n]; !r.gone(g.Withdrawn) {
				told.Goals = append(told.Goals, r.goal(facts.Goal{Area: a, SubGoal: g}))
			}
		}
		for _, c := range facts.CooperationsOf(a) {
			if c.CooperationArea == nil || !r.gone(c.CooperationArea.Withdrawn) || len(r.byArea[c.ID()]) > 0 {
				told.Cooperations = append(told.Cooperations, r.cooperation(c))
			}
		}
		r.Areas = append(r.Areas, told)
	}
}

// used tells whether initiatives of the report belong to an area.
func (r *Report) used(a *model.Area) bool {
	return slices.ContainsFunc(facts.CooperationsOf(a), func(c facts.Cooperation) bool { return len(r.byArea[c.ID()]) > 0 })
}

func (r *Report) goal(g facts.Goal) Goal {
	told := Goal{Goal: g, Qualitatively: g.Followed.V == "qualitatively"}
	for _, ref := range g.Indicators {
		if i := r.facts.Indicator(ref.V); i != nil && !r.gone(i.Withdrawn) {
			told.Indicators = append(told.Indicators, r.indicator(i))
		}
	}
	return told
}

func (r *Report) cooperation(c facts.Cooperation) Cooperation {
	told := Cooperation{Cooperation: c, Initiatives: r.byArea[c.ID()]}
	for _, p := range r.Plans {
		e := Emphasis{Plan: p}
		for _, pr := range p.Priorities {
			if pr.CooperationArea.V == c.ID() {
				e.First, e.How = true, pr.Emphasis
				break
			}
		}
		told.Emphasis = append(told.Emphasis, e)
	}
	return told
}
