package results

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Gaps are what cannot be told, though the agreement or its plans want it told.
type Gaps struct {
	Unmeasured  []Goal         // neither an indicator nor followed in words
	WithoutData []Indicator    // without any value that was known
	Unreported  []*Initiative  // no report in the time
	Unassessed  []*Initiative  // reported, but not assessed
	Unscheduled []*Initiative  // without a day to report
	Unserved    []Cooperation  // that a plan puts first, without an initiative
	Untold      []Area         // without the secretariat's words
	NoPlans     bool           // no plan is about the time
	Years       []int          // of the period's that no regional plan is about
	Outcomes    []Unreportable // measures without an outcome
}

// Unreportable is a measure of which no outcome has been reported.
type Unreportable struct {
	Initiative *Initiative
	Measure    Measure
}

// Gaps finds them.
func (r *Report) Gaps() Gaps {
	g := Gaps{NoPlans: len(r.Counted()) == 0, Years: r.planless()}
	for _, a := range r.Areas {
		if a.Words == nil {
			g.Untold = append(g.Untold, a)
		}
		for _, goal := range a.Goals {
			if len(goal.Goal.Indicators) == 0 && !goal.Qualitatively {
				g.Unmeasured = append(g.Unmeasured, goal)
			}
		}
		for _, c := range a.Cooperations {
			if c.First() && len(c.Initiatives) == 0 {
				g.Unserved = append(g.Unserved, c)
			}
		}
	}
	for _, i := range r.Indicators {
		if !facts.HasData(i.Indicator) {
			g.WithoutData = append(g.WithoutData, i)
		}
	}
	for _, i := range r.Initiatives {
		switch i.Assessment {
		case NotReported:
			g.Unreported = append(g.Unreported, i)
		case NotAssessed:
			g.Unassessed = append(g.Unassessed, i)
		}
		if len(i.FollowUp.Due) == 0 {
			g.Unscheduled = append(g.Unscheduled, i)
		}
		for _, m := range i.Measures {
			if m.Verdict == Unreported {
				g.Outcomes = append(g.Outcomes, Unreportable{i, m})
			}
		}
	}
	return g
}

// planless are the years of the period that no regional plan is about; none where the
// parties have plans of their own, or the period has no end.
func (r *Report) planless() []int {
	from, to := r.Period.From.V.Year, r.Period.To.V.Year
	if r.facts.ByParty() || from == 0 || to == 0 {
		return nil
	}
	var years []int
	for y := from; y <= to && y < from+100; y++ {
		year, told := model.YearPeriod(y, r.Period.At), false
		for _, p := range r.Plans {
			told = told || p.Time().Touches(year)
		}
		if !told {
			years = append(years, y)
		}
	}
	return years
}
