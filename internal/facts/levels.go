package facts

import (
	"slices"

	"samsyn/internal/model"
)

// Levels are what lies between an agreement and its initiatives. A county that does not
// use a level hears nothing of it.
type Levels struct{ Goals, Cooperation, Priorities bool }

// Levels tells which levels the content uses.
func (x *Index) Levels() Levels {
	var l Levels
	for _, a := range x.Content.Areas {
		l.Goals = l.Goals || len(a.SubGoals) > 0
		l.Cooperation = l.Cooperation || len(a.CooperationAreas) > 0
	}
	for _, p := range x.Content.Plans {
		l.Priorities = l.Priorities || len(p.Priorities) > 0
	}
	return l
}

// Kept tells whether any initiative is told of: there may be plans that are known to be
// there and whose initiatives are not kept here.
func (x *Index) Kept(drafts bool) bool {
	return slices.ContainsFunc(x.PlansIn(drafts), func(p *model.Plan) bool { return len(p.Initiatives) > 0 })
}

// ByParty tells whether the plans are the parties' own rather than one a year.
func (x *Index) ByParty() bool {
	return x.Content.Agreement != nil && x.Content.Agreement.Plans.V == "by_party"
}
