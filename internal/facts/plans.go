package facts

import "samsyn/internal/model"

// Before is the regional plan of the nearest earlier year, the first of them in the order
// of the plans, nil where there is none or the plan is a local one.
func (x *Index) Before(p *model.Plan) *model.Plan {
	if p.Scope.V == "local" {
		return nil
	}
	var before *model.Plan
	for q, n := range x.order { // which has the newest first
		if q.Scope.V != "local" && year(q) < year(p) && (before == nil || n < x.order[before]) {
			before = q
		}
	}
	return before
}

// Comparison is what became of one plan's initiatives in a later one.
type Comparison struct {
	Continued []*model.Initiative // of the later plan, that carry on one of the earlier
	New       []*model.Initiative // of the later plan
	Ended     []*model.Initiative // of the earlier plan, that nothing carries on
}

// Compare puts two plans beside each other.
func (x *Index) Compare(earlier, later *model.Plan) Comparison {
	var c Comparison
	carried := map[string]bool{}
	for _, i := range later.Initiatives {
		before := x.Initiative(i.Continues.V)
		if before != nil && before.Plan == earlier {
			carried[before.FullID()] = true
			c.Continued = append(c.Continued, i)
		} else {
			c.New = append(c.New, i)
		}
	}
	for _, i := range earlier.Initiatives {
		if !carried[i.FullID()] {
			c.Ended = append(c.Ended, i)
		}
	}
	return c
}

// LocalPlans are the local plans that a party has: those that are shown, and those of
// which it is known only that they exist.
func (x *Index) LocalPlans(party string) []*model.Plan {
	var list []*model.Plan
	for _, p := range x.Content.Plans {
		_, shown := x.order[p]
		if p.Scope.V != "local" || p.Withdrawn.Given() || !shown && !p.Known() {
			continue
		}
		for _, r := range p.Parties {
			if r.V == party {
				list = append(list, p)
				break
			}
		}
	}
	return list
}

// KnownPlans are the plans of which it is known only that they exist.
func (x *Index) KnownPlans() []*model.Plan {
	var list []*model.Plan
	for _, p := range x.Content.Plans {
		if p.Known() && !p.Withdrawn.Given() {
			list = append(list, p)
		}
	}
	return list
}
