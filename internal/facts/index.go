// Package facts says what follows from the content and a date: who answers for
// what, what serves what, what is overdue, how far something has come. It is
// pure: the date is a parameter, and without one nothing that depends on today
// is said.
package facts

import (
	"cmp"
	"slices"

	"samsyn/internal/index"
	"samsyn/internal/model"
)

// Index is the index of a content with what follows from a day. It is made once for a
// content and only read afterwards.
type Index struct {
	*index.Index
	Today model.Date // zero: not known

	order   map[*model.Plan]int      // of the plans that count, as PlansIn lists them
	goalsOf map[string][]Goal        // by indicator
	answers map[string][]Cooperation // by body
	seats   map[string][]Seat        // by party
	duties  map[string][]Recurring   // that are still to be answered, by actor

	everywhere []*model.Initiative // those for the whole county, of the plans that count
	home       string              // the county's own place, "" where places.yaml has none
}

// Goal is a sub-goal with its area, Cooperation a cooperation area with its own.
type (
	Goal        = index.Goal
	Cooperation = index.Cooperation
)

// CooperationsOf lists an area's cooperation areas, or the area itself where it
// has none.
func CooperationsOf(a *model.Area) []Cooperation { return index.CooperationsOf(a) }

// New makes the index. Plans that are not in force count only with drafts.
func New(c *model.Content, today model.Date, drafts bool) *Index {
	x := &Index{
		Index: index.New(c), Today: today, order: map[*model.Plan]int{},
		goalsOf: map[string][]Goal{}, answers: map[string][]Cooperation{}, seats: map[string][]Seat{}, duties: map[string][]Recurring{},
	}
	for n, p := range x.PlansIn(drafts) {
		x.order[p] = n
		for _, i := range p.Initiatives {
			if i.CountyWide.V {
				x.everywhere = append(x.everywhere, i)
			}
		}
	}
	for _, a := range c.Areas {
		for i := range a.SubGoals {
			for _, ind := range a.SubGoals[i].Indicators {
				x.goalsOf[ind.V] = append(x.goalsOf[ind.V], Goal{Area: a, SubGoal: &a.SubGoals[i]})
			}
		}
	}
	for _, d := range x.recurring(0) {
		if d.State != Told {
			x.duties[d.Actor] = append(x.duties[d.Actor], d)
		}
	}
	x.organisation()
	x.home = x.findHome()
	return x
}

// Plan is the plan of an identifier, nil where there is none or it does not count.
func (x *Index) Plan(id string) *model.Plan {
	p := x.Index.Plan(id)
	if _, counts := x.order[p]; !counts {
		return nil
	}
	return p
}

// Initiative is the initiative of an identifier, nil where there is none or its plan
// does not count.
func (x *Index) Initiative(id string) *model.Initiative {
	i := x.Index.Initiative(id)
	if i == nil || x.Plan(i.Plan.ID.V) == nil {
		return nil
	}
	return i
}

// referring lists the initiatives that refer to something in a field, each once and in
// the order of their plans.
func (x *Index) referring(kind, id, field string) []*model.Initiative {
	var list []*model.Initiative
	for _, use := range x.Uses(kind, id) {
		if use.Field != field {
			continue
		}
		i := x.InitiativeIn(use.At.File)
		if i == nil || len(list) > 0 && list[len(list)-1] == i {
			continue
		}
		if _, counts := x.order[i.Plan]; counts {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b *model.Initiative) int {
		return cmp.Or(cmp.Compare(x.order[a.Plan], x.order[b.Plan]), cmp.Compare(a.Path, b.Path))
	})
	return slices.Compact(list)
}

// PlansIn lists the plans: regional ones first with the newest year first, then
// local ones by identifier. Without drafts only those in force.
func (x *Index) PlansIn(drafts bool) []*model.Plan {
	var list []*model.Plan
	for _, p := range x.Content.Plans {
		if drafts || p.Published() {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b *model.Plan) int {
		return cmp.Or(
			cmp.Compare(localLast(a), localLast(b)),
			-cmp.Compare(year(a), year(b)),
			cmp.Compare(a.ID.V, b.ID.V))
	})
	return list
}

func localLast(p *model.Plan) int {
	if p.Scope.V == "local" {
		return 1
	}
	return 0
}

func year(p *model.Plan) int {
	if p.Scope.V == "local" {
		return 0
	}
	return p.Time().From.V.Year
}

// Initiatives by what they refer to, in the order of their plans.
func (x *Index) Serving(cooperation string) []*model.Initiative {
	return x.referring("cooperation-area", cooperation, "cooperation_area")
}
func (x *Index) RelatedTo(cooperation string) []*model.Initiative {
	return x.referring("cooperation-area", cooperation, "related_cooperation_areas")
}
func (x *Index) Reaching(subGoal string) []*model.Initiative {
	return x.referring("sub-goal", subGoal, "sub_goals")
}
func (x *Index) OwnedBy(actor string) []*model.Initiative {
	return x.referring("party", actor, "owner")
}
func (x *Index) SharedBy(actor string) []*model.Initiative {
	return x.referring("party", actor, "co_owners")
}
func (x *Index) JoinedBy(actor string) []*model.Initiative {
	return x.referring("party", actor, "partners")
}
func (x *Index) FollowedBy(actor string) []*model.Initiative {
	return x.referring("party", actor, "follow_up.responsible")
}
func (x *Index) ContinuedBy(initiative string) []*model.Initiative {
	return x.referring("initiative", initiative, "continues")
}
func (x *Index) MeasuredAgainst(indicator string) []*model.Initiative {
	return x.referring("indicator", indicator, "follow_up.measures.indicator")
}

// ServingArea lists the initiatives that serve an area's cooperation areas.
func (x *Index) ServingArea(a *model.Area) []*model.Initiative {
	var list []*model.Initiative
	for _, c := range CooperationsOf(a) {
		list = append(list, x.Serving(c.ID())...)
	}
	return list
}

// WorkOf lists the initiatives that an actor has a part in, once for each part.
func (x *Index) WorkOf(actor string) []*model.Initiative {
	return slices.Concat(x.OwnedBy(actor), x.SharedBy(actor), x.JoinedBy(actor), x.FollowedBy(actor))
}

// Around lists an initiative, those that continue it, and those that it continues or was
// replaced by.
func (x *Index) Around(i *model.Initiative) []*model.Initiative {
	list := append([]*model.Initiative{i}, x.ContinuedBy(i.FullID())...)
	for _, id := range []string{i.Continues.V, i.Withdrawn.ReplacedBy.V} {
		if other := x.Initiative(id); other != nil {
			list = append(list, other)
		}
	}
	return list
}

// InPlace lists the initiatives that name a place, then, where it lies in the county,
// those for the whole county that do not name it.
func (x *Index) InPlace(place string) []*model.Initiative {
	list := x.referring("place", place, "places")
	if !x.InCounty(place) {
		return list
	}
	for _, i := range x.everywhere {
		if !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	return list
}

// PrioritisedIn lists the plans that put a cooperation area first.
func (x *Index) PrioritisedIn(cooperation string) []*model.Plan {
	var list []*model.Plan
	for _, use := range x.Uses("cooperation-area", cooperation) {
		p := x.Index.PlanIn(use.At.File)
		if _, counts := x.order[p]; counts && use.Field == "priorities.cooperation_area" && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b *model.Plan) int { return cmp.Compare(x.order[a], x.order[b]) })
	return list
}

// GoalsOf lists the sub-goals that an indicator measures.
func (x *Index) GoalsOf(indicator string) []Goal { return x.goalsOf[indicator] }
