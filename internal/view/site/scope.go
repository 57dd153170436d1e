package site

import (
	"fmt"
	"slices"

	"samsyn/internal/address"
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
