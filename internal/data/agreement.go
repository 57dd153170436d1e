package data

import (
	"cmp"

	"samsyn/internal/address"
	"samsyn/internal/dataset"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/table"
	"samsyn/internal/view/site"
)

// agreement is the whole agreement as one JSON document; its shape is published
// beside it.
func agreement(s *site.Site) object {
	var o object
	put := o.Put
	put("$schema", "agreement.schema.json")
	a := s.Agreement
	put("title", a.Title.V)
	put("subtitle", a.Subtitle.V)
	put("short_title", a.ShortTitle.V)
	put("period", period(a.Period))
	put("status", a.Status.V)
	put("adopted", a.Adopted.Date.V.String())
	put("case_number", cmp.Or(a.CaseNumber.V, a.Adopted.CaseNumber.V))
	if p := s.PublisherParty(); p != nil {
		put("publisher", p.ID.V)
	}
	put("licence", s.Licence())
	put("digest", s.Options.Digest)
	put("commit", s.Options.Commit)
	put("url", s.Address("agreement"))
	put("parties", dataset.Parties(s.View).Objects())
	put("bodies", bodies(s))
	put("duties", dutyObjects(s))
	put("reporting", reportingObjects(s))
	put("places", placeObjects(s))
	put("areas", areaObjects(s))
	put("plans", planObjects(s))
	put("results", resultsObjects(s))
	return o
}

// object is a JSON object that keeps the order of its members.
type object = table.Object

// fields is an object of names and values in turn, empty ones left out.
func fields(pairs ...any) object {
	var o object
	for n := 0; n+1 < len(pairs); n += 2 {
		o.Put(pairs[n].(string), pairs[n+1])
	}
	return o
}

func period(p model.Period) any {
	if !p.Given() {
		return nil
	}
	return fields("from", p.From.V.String(), "to", p.To.V.String())
}

// each is what is written of each of a list; of none, an empty list.
func each[T, U any](list []T, of func(T) U) []U {
	out := make([]U, len(list))
	for n, one := range list {
		out[n] = of(one)
	}
	return out
}

func ids(list []model.Ref) []string {
	return each(list, func(r model.Ref) string { return r.V })
}

func emphases(list []model.Text) []string {
	return each(list, func(e model.Text) string { return e.V })
}

func bodies(s *site.Site) []object {
	return each(s.Content.Organisation.All(), func(b model.Body) object {
		members := each(b.Members, func(m model.Member) string { return m.Party.V })
		return fields("id", b.ID.V, "name", b.Name.V, "short_name", b.ShortName.V, "role", b.Role.V, "status", b.Status.V,
			"acting", b.Acting.V, "reports_to", b.ReportsTo.V, "prepares_for", b.PreparesFor.V, "appointed_by", b.AppointedBy.V, "convener", b.Convener.V, "members", members, "withdrawn", b.Withdrawn.Date.V.String(), "chair", b.Chair.V, "meets", b.Meets.V, "description", b.Description.V, "contact", contactObject(b.Contact))
	})
}

func contactObject(c model.Contact) any {
	if !c.Given() {
		return nil
	}
	return fields("name", c.Name.V, "email", c.Email.V, "phone", c.Phone.V, "url", c.URL.V)
}

func areaObjects(s *site.Site) []object {
	return each(s.Content.Areas, func(a *model.Area) object {
		goals := each(a.SubGoals, func(g model.SubGoal) object {
			return fields("id", g.ID.V, "title", g.Title.V, "text", g.Text.V, "indicators", ids(g.Indicators), "followed", g.Followed.V, "withdrawn", g.Withdrawn.Date.V.String())
		})
		cooperation := each(a.CooperationAreas, func(c model.CooperationArea) object {
			responsible := each(s.Facts.Responsible(facts.Cooperation{Area: a, CooperationArea: &c}), func(who facts.Answering) string { return who.ID })
			return fields("id", c.ID.V, "text", c.Text.V, "responsible", responsible, "withdrawn", c.Withdrawn.Date.V.String())
		})
		return fields("id", a.ID.V, "title", a.Title.V, "responsible", ids(a.Responsible), "sub_goals", goals,
			"cooperation_areas", cooperation, "withdrawn", a.Withdrawn.Date.V.String())
	})
}

func planObjects(s *site.Site) []object {
	return each(s.Facts.PlansIn(s.Options.Drafts), func(p *model.Plan) object {
		priorities := each(p.Priorities, func(pr model.Priority) object {
			return fields("cooperation_area", pr.CooperationArea.V, "emphasis", emphases(pr.Emphasis), "text", pr.Text.V)
		})
		list := each(p.Initiatives, (*model.Initiative).FullID)
		return fields("id", p.ID.V, "title", p.Title.V, "scope", p.Scope.V, "period", period(p.Time()), "status", p.Status.V,
			"adopted", p.Adopted.Date.V.String(), "priorities", priorities, "initiatives", list, "url", s.Address(address.Plan(p.ID.V)))
	})
}
