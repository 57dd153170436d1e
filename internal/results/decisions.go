package results

import (
	"slices"

	"samsyn/internal/model"
)

// Decision is something that was decided in the time: about the agreement (Amendment), a
// plan, or in the calendar. One of the three is set; none where the agreement itself was
// adopted.
type Decision struct {
	Date      model.Date
	Amendment int // its place among the agreement's, counted from 1
	Plan      *model.Plan
	Event     *model.Event
}

// Recommendation is a recommendation with what was done about it.
type Recommendation struct {
	*model.Resource
	Answer *model.Answer // nil where there is none
	Number int           // of the answer among the report's
}

func (r *Report) decisions() {
	c := r.facts.Content
	if c.Agreement != nil {
		if r.during(c.Agreement.Adopted.Date.V) {
			r.Decided = append(r.Decided, Decision{Date: c.Agreement.Adopted.Date.V})
		}
		for n, a := range c.Agreement.Amendments {
			if r.during(a.Date.V) {
				r.Decided = append(r.Decided, Decision{Date: a.Date.V, Amendment: n + 1})
			}
		}
	}
	decided := map[string]bool{}
	for _, p := range r.facts.PlansIn(false) {
		if r.during(p.Adopted.Date.V) && !r.gone(p.Withdrawn) {
			decided[p.ID.V] = true
			r.Decided = append(r.Decided, Decision{Date: p.Adopted.Date.V, Plan: p})
		}
	}
	for n := range c.Calendar.All() {
		e := &c.Calendar.Events[n]
		told := len(e.Decides) == 1 && decided[e.Decides[0].V]
		if e.Kind.V == "decision" && r.during(e.Date.V) && !r.gone(e.Withdrawn) && !told {
			r.Decided = append(r.Decided, Decision{Date: e.Date.V, Event: e})
		}
	}
	slices.SortStableFunc(r.Decided, func(a, b Decision) int { return a.Date.Compare(b.Date) })
	for _, v := range c.Reviews {
		if r.during(v.Date.V) {
			r.Reviews = append(r.Reviews, v)
		}
	}
}

// resources are the good examples of the time, and the recommendations that were known
// then: those of the time, those without a date and those that the report answers.
func (r *Report) resources() {
	answers := map[string]int{}
	for n, a := range r.Answers {
		answers[a.Resource.V] = n + 1
	}
	for _, s := range r.facts.Content.Resources {
		answer := answers[s.ID.V]
		if r.gone(s.Withdrawn) || !r.known(s.Date.V) && answer == 0 {
			continue
		}
		switch {
		case s.Kind.V == "recommendation" && (answer > 0 || !s.Date.Given() || r.during(s.Date.V)):
			told := Recommendation{Resource: s}
			if answer > 0 {
				told.Answer, told.Number = &r.Answers[answer-1], answer-1
			}
			r.Recommendations = append(r.Recommendations, told)
		case s.Kind.V == "example" && r.during(s.Date.V):
			r.Examples = append(r.Examples, s)
		}
	}
}
