package facts

import "samsyn/internal/model"

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
}

// Gaps finds them all.
func (x *Index) Gaps() Gaps {
	var g Gaps
	current := x.Current()
	first := map[string]bool{}
	if current != nil {
		for _, p := range current.Priorities {
			first[p.CooperationArea.V] = true
		}
	}
	for _, a := range x.Content.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		for n := range a.SubGoals {
			goal := Goal{a, &a.SubGoals[n]}
			if !goal.SubGoal.Withdrawn.Given() && len(goal.Indicators) == 0 && goal.Followed.V != "qualitatively" {
				g.Unmeasured = append(g.Unmeasured, goal)
			}
		}
		for _, c := range CooperationsOf(a) {
			if c.Withdrawn() {
				continue
			}
			if x.Unanswered(c) {
				g.Unanswered = append(g.Unanswered, c)
			}
			if current != nil && !x.servedIn(c.ID(), current) {
				if first[c.ID()] {
					g.Unserved = append(g.Unserved, c)
				} else {
					g.Untouched = append(g.Untouched, c)
				}
			}
		}
	}
	for _, i := range x.Content.Indicators {
		if !i.Withdrawn.Given() && !HasData(i) {
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

func (x *Index) servedIn(cooperation string, p *model.Plan) bool {
	for _, i := range x.serving[cooperation] {
		if i.Plan == p && !i.Withdrawn.Given() {
			return true
		}
	}
	return false
}

func (x *Index) gapsOf(i *model.Initiative, g *Gaps) {
	if i.Withdrawn.Given() {
		return
	}
	if i.Open() && len(i.FollowUp.Due) == 0 && i.Plan.Status.V == "adopted" {
		g.Unscheduled = append(g.Unscheduled, i)
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
