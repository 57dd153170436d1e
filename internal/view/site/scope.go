package site

import (
	"fmt"
	"slices"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/view"
)

// Scope is what a page is made from beside what all pages are, by which the publisher
// knows that it is still the same.
type Scope struct {
	Initiatives []*model.Initiative // those that it tells of
	Past        [2]string           // the kind and identifier of the thing whose past it tells
	More        []string            // what else makes a difference
}

func scopeOfPlan(t *view.Language, p *model.Plan) Scope {
	of := Scope{Initiatives: slices.Clone(p.Initiatives), Past: [2]string{"plan", p.ID.V}}
	if before := t.Facts.Before(p); before != nil {
		of.Initiatives = append(of.Initiatives, before.Initiatives...)
	}
	for _, d := range t.Options.Documents {
		if d.ID == address.PlanDocument(p) {
			of.More = append(of.More, fmt.Sprint(d))
		}
	}
	return of
}

// workOf are the initiatives that an actor has a part in.
func workOf(t *view.Language, actor string) []*model.Initiative {
	return slices.Concat(t.Facts.OwnedBy(actor), t.Facts.SharedBy(actor), t.Facts.JoinedBy(actor), t.Facts.FollowedBy(actor))
}

// around are an initiative and those that its page leads to by name.
func around(t *view.Language, i *model.Initiative) []*model.Initiative {
	list := append([]*model.Initiative{i}, t.Facts.ContinuedBy(i.FullID())...)
	for _, id := range []string{i.Continues.V, i.Withdrawn.ReplacedBy.V} {
		if other := t.Facts.Initiative(id); other != nil {
			list = append(list, other)
		}
	}
	return list
}

// servingArea are the initiatives that serve an area's cooperation areas.
func servingArea(t *view.Language, a *model.Area) []*model.Initiative {
	var list []*model.Initiative
	for _, c := range facts.CooperationsOf(a) {
		list = append(list, t.Facts.Serving(c.ID())...)
	}
	return list
}
