package data

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/view/site"
)

// The parts of the agreement that not every county has are left out where there are
// none.

func some(list []object) any {
	if len(list) == 0 {
		return nil
	}
	return list
}

// dutyObjects are the duties, each once with the parties that have it.
func dutyObjects(s *site.Site) any {
	ps := s.Content.Parties
	if ps == nil {
		return nil
	}
	var out []object
	for _, p := range ps.Parties {
		for _, d := range p.Duties {
			out = append(out, fields("text", d.Text.V, "parties", []string{p.ID.V}, "law", d.Law.V, "period", period(d.Period)))
		}
	}
	for i := range ps.Duties {
		d, having := &ps.Duties[i], []string{}
		for j := range ps.Parties {
			if p := &ps.Parties[j]; d.Of(p) && !p.Withdrawn.Given() {
				having = append(having, p.ID.V)
			}
		}
		out = append(out, fields("text", d.Text.V, "kind", d.Kind.V, "parties", having, "law", d.Law.V, "period", period(d.Period)))
	}
	return some(out)
}

func reportingObjects(s *site.Site) any {
	var out []object
	for _, r := range s.Agreement.Reporting {
		received := each(r.Received, func(x model.Received) object {
			return fields("date", x.Date.V.String(), "from", x.From.V, "url", x.URL.V, "note", x.Note.V)
		})
		out = append(out, fields("id", r.ID.V, "title", r.Title.V, "from", append([]string{}, facts.DutyOf(s.Content.Parties, &r)...), "to", r.To.ID.V, "to_outside", r.To.Name.V,
			"every", r.Every.V, "month", month(r.Month), "received", some(received), "withdrawn", r.Withdrawn.Date.V.String()))
	}
	return some(out)
}

func placeObjects(s *site.Site) any {
	return some(each(s.Content.Places.All(), func(p model.Place) object {
		return fields("id", p.ID.V, "name", p.Name.V, "kind", p.Kind.V, "code", p.Code.V, "within", p.Within.V, "withdrawn", p.Withdrawn.Date.V.String())
	}))
}

func resultsObjects(s *site.Site) any {
	var out []object
	for _, r := range s.Content.Results {
		if !r.Published() && !s.Options.Drafts {
			continue
		}
		areas := each(r.Areas, func(x model.AreaResult) object {
			return fields("area", x.Area.V, "text", x.Text.V, "conclusion", x.Conclusion.V)
		})
		next := each(r.Next, func(x model.Priority) object {
			o := fields("cooperation_area", x.CooperationArea.V, "text", x.Text.V)
			if len(x.Emphasis) > 0 {
				o.Put("emphasis", emphases(x.Emphasis))
			}
			return o
		})
		answers := each(r.Answers, func(x model.Answer) object { return fields("resource", x.Resource.V, "text", x.Text.V) })
		told := results.Of(s.Facts, r)
		out = append(out, fields("id", r.ID.V, "title", r.Title.V, "period", period(r.Period), "status", r.Status.V, "by", r.By.V,
			"adopted", r.Adopted.Date.V.String(), "areas", some(areas), "next", some(next), "answers", some(answers), "note", r.Note.V, "withdrawn", r.Withdrawn.Date.V.String(),
			"as_of", told.AsOf.String(), "figures", figures(told)))
	}
	return some(out)
}

// figures are what is counted in a results report.
func figures(r *results.Report) object {
	counts := func(list []results.Tally) object {
		var o object
		for _, t := range list {
			o.Put(t.Value, t.Count)
		}
		return o
	}
	return fields("status", counts(r.Statuses), "assessment", counts(r.Assessments),
		"reports", fields("due", r.Reporting.Due, "received", r.Reporting.Received, "overdue", r.Reporting.Missing, "lapsed", r.Reporting.Lapsed),
		"indicators", fields("right", r.Moves[results.RightWay], "wrong", r.Moves[results.WrongWay], "unmoved", r.Moves[results.Unmoved], "unknown", r.Moves[results.Unknown]))
}

func month(m model.Int) any {
	if !m.Given() {
		return nil
	}
	return m.V
}
