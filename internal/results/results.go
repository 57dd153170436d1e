// Package results works out what came of the work in a time. A content with its facts
// and a results report go in; what can be counted comes out as plain data: how
// initiatives stand, which reports came of those that were due, how indicators moved,
// what measures came to, party by party, with money, decisions and gaps.
//
// All is told as it was known on one day. It is pure, and draws nothing.
package results

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Report is what came of the work in a results report's period.
type Report struct {
	*model.Results
	// AsOf is the day of which all is told: the report's own, else the period's last, else,
	// where that is still to come, today. Zero: not known, and everything counts.
	AsOf   model.Date
	Levels facts.Levels

	Plans []*model.Plan // regional, the earliest first
	Local []*model.Plan // local ones, those too that are only known to exist
	Areas []Area        // in the agreement's order

	// Initiatives are those of the plans, but for the withdrawn, of which there are
	// Withdrawn.
	Initiatives []*Initiative
	Withdrawn   int
	Unsure      int     // of them, whose status on the day the content does not tell
	Statuses    []Tally // of the initiatives, in the order of the schema
	Assessments []Tally // of the initiatives, the best first, at last NotAssessed and NotReported
	Reporting   Reporting

	Indicators []Indicator // those with a goal
	Context    []Indicator // those without
	Moves      map[Move]int

	Sums    []Sum // of measures of one indicator and unit
	Actors  []Actor
	Duties  []Duty
	Funding []Fund
	Decided []Decision
	Reviews []*model.Review

	Examples        []*model.Resource
	Recommendations []Recommendation

	facts  *facts.Index
	byArea map[string][]*Initiative // by cooperation area

}

// Tally is how many there are of something.
type Tally struct {
	Value string
	Count int
}

// Now is how it stands today with the plan that is in force, or with all that the
// agreement's parties do where each has a plan of its own. It is told as a report is,
// though nobody has written one; nil where there is no plan to tell of.
func Now(x *facts.Index) *Report {
	now := &model.Results{AsOf: model.When{V: x.Today}}
	plan := x.Current()
	switch {
	case plan != nil:
		now.Period, now.AsOf.At = plan.Time(), plan.At
	case x.ByParty():
		now.Period, now.AsOf.At = x.Content.Agreement.Period, x.Content.Agreement.At
	default:
		return nil
	}
	if x.Today.IsZero() {
		now.AsOf, now.Period.To = model.When{}, model.When{}
	}
	return Of(x, now)
}

// Of works out a report. The facts' own day counts only where the report gives none and
// its period has not ended.
func Of(x *facts.Index, told *model.Results) *Report {
	r := &Report{Results: told, Levels: x.Levels(), facts: x, Moves: map[Move]int{}, byArea: map[string][]*Initiative{}}
	switch {
	case told.AsOf.Given():
		r.AsOf = told.AsOf.V
	case told.Period.To.Given() && (x.Today.IsZero() || told.Period.Ended(x.Today)):
		r.AsOf = told.Period.To.V.Last()
	default:
		r.AsOf = x.Today
	}
	r.plans()
	r.initiatives()
	r.areas()
	r.indicators()
	r.sums()
	r.actors()
	r.duties()
	r.funding()
	r.decisions()
	r.resources()
	return r
}

// known tells whether what is of a date was known on the day that is told of. What has
// no date is.
func (r *Report) known(date model.Date) bool { return date.IsZero() || facts.KnownOn(date, r.AsOf) }

// gone tells whether a thing had been withdrawn by then.
func (r *Report) gone(w model.Withdrawn) bool { return w.Given() && r.known(w.Date.V) }

// within tells whether a date lies between the beginning of the period and the day that
// is told of.
func (r *Report) within(date model.Date) bool {
	return !date.IsZero() && !r.early(date) && r.known(date)
}

// counts tells whether a report on an initiative is one of the period's. One that came
// before its initiative began belongs to the time in which the initiative begins.
func (r *Report) counts(i *model.Initiative, date model.Date) bool {
	return r.within(date) || facts.Ahead(i, date) && r.known(date) && !r.early(i.Period.From.V)
}

// during tells whether a date lies in the period, and was known on the day that is told
// of.
func (r *Report) during(date model.Date) bool {
	return r.within(date) && !(r.Period.To.Given() && r.Period.To.V.Before(date))
}

// early tells whether a date lies before the period.
func (r *Report) early(date model.Date) bool {
	return r.Period.From.Given() && date.Before(r.Period.From.V)
}

// plans finds the plans whose time is that of the report, and that were adopted by the
// day that is told of.
func (r *Report) plans() {
	shown := r.facts.PlansIn(false)
	for n := len(shown) - 1; n >= 0; n-- {
		p := shown[n]
		if p.Scope.V != "local" && r.covers(p) {
			r.Plans = append(r.Plans, p)
		}
	}
	for _, p := range r.facts.Content.Plans {
		if p.Scope.V == "local" && (p.Published() || p.Known()) && r.covers(p) {
			r.Local = append(r.Local, p)
		}
	}
}

func (r *Report) covers(p *model.Plan) bool {
	return !r.gone(p.Withdrawn) && r.known(p.Adopted.Date.V) && p.Time().Touches(r.Period)
}

// Counted are the plans with initiatives: the regional ones, then the local ones.
func (r *Report) Counted() []*model.Plan {
	counted := append([]*model.Plan{}, r.Plans...)
	for _, p := range r.Local {
		if !p.Known() {
			counted = append(counted, p)
		}
	}
	return counted
}
