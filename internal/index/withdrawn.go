package index

import "samsyn/internal/model"

// Withdrawn tells whether an identifier names something that has gone out of use, which
// nobody means who writes something new.
func (x *Index) Withdrawn(id string) bool {
	var all []model.Withdrawn
	if p := x.Party(id); p != nil {
		all = append(all, p.Withdrawn)
	}
	if b := x.Body(id); b != nil {
		all = append(all, b.Withdrawn)
	}
	if p := x.Place(id); p != nil {
		all = append(all, p.Withdrawn)
	}
	if a := x.Area(id); a != nil {
		all = append(all, a.Withdrawn)
	}
	if g, is := x.SubGoal(id); is {
		all = append(all, g.SubGoal.Withdrawn, g.Area.Withdrawn)
	}
	if c, is := x.Cooperation(id); is {
		all = append(all, c.Area.Withdrawn)
		if c.CooperationArea != nil {
			all = append(all, c.CooperationArea.Withdrawn)
		}
	}
	if i := x.Indicator(id); i != nil {
		all = append(all, i.Withdrawn)
	}
	if p := x.Plan(id); p != nil {
		all = append(all, p.Withdrawn)
	}
	if i := x.Initiative(id); i != nil {
		all = append(all, i.Withdrawn)
	}
	if g := x.TargetGroup(id); g != nil {
		all = append(all, g.Withdrawn)
	}
	if r := x.Reporting(id); r != nil {
		all = append(all, r.Withdrawn)
	}
	if s := x.Strategy(id); s != nil {
		all = append(all, s.Withdrawn)
	}
	if r := x.Resource(id); r != nil {
		all = append(all, r.Withdrawn)
	}
	if e := x.Event(id); e != nil {
		all = append(all, e.Withdrawn)
	}
	for _, w := range all {
		if w.Given() {
			return true
		}
	}
	return false
}
