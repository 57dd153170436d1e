package view

import (
	"samsyn/internal/address"
	"samsyn/internal/view/block"
)

// Thing finds what an identifier of a kind names.
func (t *Language) Thing(kind, id string) (r block.Ref, title block.Text) {
	switch kind {
	case "initiative":
		if i := t.Facts.Initiative(id); i != nil {
			return t.To(address.Initiative(i)), t.InitiativeTitle(i)
		}
	case "actor":
		if t.Facts.Party(id) != nil || t.Facts.Body(id) != nil {
			s := t.ActorName(id, false)
			return s.Ref, s.Text
		}
	case "area":
		return t.inArea(id)
	case "indicator":
		if i := t.Facts.Indicator(id); i != nil {
			return t.To(address.Indicator(id)), t.Text(i.Title, "title")
		}
	case "resource":
		if r := t.Facts.Resource(id); r != nil {
			return t.To(address.Resource(id)), t.Text(r.Title, "title")
		}
	case "results":
		if r := t.Results(id); r != nil {
			return t.To(address.Results(id)), t.Text(r.Title, "title")
		}
	case "plan":
		if p := t.Facts.Plan(id); p != nil {
			return t.To(address.Plan(id)), t.PlanTitle(p)
		}
	}
	return t.listed(kind, id)
}

// listed finds what has no file of its own.
func (t *Language) listed(kind, id string) (r block.Ref, title block.Text) {
	switch kind {
	case "event":
		if e := t.Facts.Event(id); e != nil {
			return t.At("calendar", id), t.Text(e.Title, "events/"+id+"/title")
		}
	case "place":
		if _, ok := t.Facts.PlaceOf(id); ok {
			s := t.PlaceSpan(id)
			return s.Ref, s.Text
		}
	case "strategy":
		if s := t.Facts.Strategy(id); s != nil {
			return t.At("strategies", id), t.Text(s.Title, "strategies/"+id+"/title")
		}
	case "reporting":
		if r := t.Facts.Reporting(id); r != nil {
			return t.At("follow-up", "redovisning-"+id), t.Text(r.Title, "reporting/"+id+"/title")
		}
	case "target-group":
		if g := t.Facts.TargetGroup(id); g != nil {
			return t.At("agreement", "del-malgrupper"), t.Text(g.Name, "target_groups/"+id+"/name")
		}
	}
	return block.Ref{}, block.Text{}
}

// inArea finds an area of the agreement, a sub-goal or a cooperation area.
func (t *Language) inArea(id string) (r block.Ref, title block.Text) {
	if a := t.Facts.Area(id); a != nil {
		return t.To(address.Area(id)), t.AreaTitle(a)
	}
	if g, ok := t.Facts.SubGoal(id); ok {
		return t.To(address.Area(id)), t.GoalName(g)
	}
	if c, ok := t.Facts.Cooperation(id); ok {
		return t.To(address.Area(id)), t.CooperationText(c)
	}
	return block.Ref{}, block.Text{}
}
