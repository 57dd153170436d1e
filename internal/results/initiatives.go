package results

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// What an initiative's assessment is where no report gives one.
const (
	NotAssessed = "not_assessed" // reported, but not assessed
	NotReported = "not_reported" // no report has come in the time
)

// Initiative is what came of one initiative.
type Initiative struct {
	*model.Initiative
	// Status is the one that it had on the day, as far as the content tells; Unsure that it
	// does not: the status is today's then.
	Status string
	Unsure bool
	// Latest is the newest report in the time that was known on the day; nil where
	// there is none.
	Latest *model.Report
	Number int // of the latest report among the initiative's
	// Assessment is one of the schema's, or NotAssessed or NotReported.
	Assessment string
	Dues       []facts.Due // of which none is still to come, but for the very day
	Measures   []Measure
	Withdrawn  bool
}

// Reporting counts reports: those that were due in the time, and what came of them.
type Reporting struct {
	Due, Received int
	Missing       int // overdue
	Lapsed        int // not received, but the initiative has ended
	Today         int // to come on the day that is told of
}

func (c *Reporting) add(dues []facts.Due) {
	for _, d := range dues {
		c.Due++
		switch d.State {
		case facts.Met:
			c.Received++
		case facts.Overdue:
			c.Missing++
		case facts.Lapsed:
			c.Lapsed++
		case facts.Planned:
			c.Today++
		}
	}
}

// initiatives are those of the plans whose own time is that of the report.
func (r *Report) initiatives() {
	statuses, assessments := map[string]int{}, map[string]int{}
	for _, p := range r.Counted() {
		for _, i := range p.Initiatives {
			if i.Period.Given() && !i.Period.Touches(r.Period) {
				continue
			}
			told := r.initiative(i)
			r.byArea[i.CooperationArea.V] = append(r.byArea[i.CooperationArea.V], told)
			if told.Withdrawn {
				r.Withdrawn++
				continue
			}
			r.Initiatives = append(r.Initiatives, told)
			statuses[told.Status]++
			if told.Unsure {
				r.Unsure++
			}
			assessments[told.Assessment]++
			r.Reporting.add(told.Dues)
		}
	}
	r.Statuses = tallies(statuses, "planned", "ongoing", "completed", "cancelled")
	r.Assessments = tallies(assessments, "completed", "on_track", "at_risk", "off_track", NotAssessed, NotReported)
}

func tallies(counts map[string]int, order ...string) []Tally {
	list := make([]Tally, len(order))
	for n, v := range order {
		list[n] = Tally{v, counts[v]}
	}
	return list
}

func (r *Report) initiative(i *model.Initiative) *Initiative {
	told := &Initiative{Initiative: i, Assessment: NotReported, Withdrawn: r.gone(i.Withdrawn)}
	told.Status, told.Unsure = r.status(i)
	answering := r.answering(i)
	for n := range i.Reports {
		report := &i.Reports[n]
		if (r.counts(i, report.Date.V) || answering[n]) && (told.Latest == nil || !report.Date.V.Before(told.Latest.Date.V)) {
			told.Latest, told.Number = report, n
		}
	}
	if told.Latest != nil {
		told.Assessment = NotAssessed
		if told.Latest.Assessment.Given() {
			told.Assessment = told.Latest.Assessment.V
		}
	}
	if !told.Withdrawn {
		told.Dues = r.dues(told)
	}
	for n := range i.FollowUp.Measures {
		if m := &i.FollowUp.Measures[n]; !r.gone(m.Withdrawn) {
			told.Measures = append(told.Measures, r.measure(i, m))
		}
	}
	return told
}

// answering tells which of an initiative's reports answer a date of the period. One from
// before the period may: the report for a date in January often comes in December.
func (r *Report) answering(i *model.Initiative) map[int]bool {
	reports := map[int]bool{}
	for n, report := range facts.Answers(i, r.AsOf) {
		if report >= 0 && r.within(i.FollowUp.Due[n].V) {
			reports[report] = true
		}
	}
	return reports
}

// status is the status that an initiative had on the day that is told of, as far as the
// content tells, which keeps today's alone. What has ended by now had not ended while
// reports were still to come, unless its time was over or a report had said that it was
// done. Where nothing tells, it is today's, and unsure.
func (r *Report) status(i *model.Initiative) (status string, unsure bool) {
	now := i.Status.V
	switch {
	case r.AsOf.IsZero(), r.facts.Today.IsZero(), !r.AsOf.Before(r.facts.Today):
		return now, false
	case i.Period.From.Given() && r.AsOf.Before(i.Period.From.V) && now == "ongoing":
		return "planned", false
	case now == "planned", now == "ongoing", i.Period.To.Given() && !r.AsOf.Before(i.Period.To.V.Last()):
		return now, false
	}
	later := false
	for _, report := range i.Reports {
		switch {
		case !r.known(report.Date.V):
			later = true
		case report.Assessment.V == "completed":
			return now, false
		}
	}
	switch {
	case !later:
		return now, true
	case i.Period.From.Given() && r.AsOf.Before(i.Period.From.V):
		return "planned", false
	}
	return "ongoing", false
}

// dues are the dates of an initiative from the beginning of the period to the day that
// is told of.
func (r *Report) dues(i *Initiative) []facts.Due {
	var list []facts.Due
	for n, answered := range facts.AnsweredBy(i.Initiative, r.AsOf) {
		due := i.FollowUp.Due[n]
		if !r.within(due.V) {
			continue
		}
		state := facts.Planned
		switch {
		case answered:
			state = facts.Met
		case i.Status != "planned" && i.Status != "ongoing":
			state = facts.Lapsed
		case !r.AsOf.IsZero() && due.V.Before(r.AsOf):
			state = facts.Overdue
		}
		list = append(list, facts.Due{Initiative: i.Initiative, Date: due, State: state})
	}
	return list
}

// Known are an initiative's reports that were known on the day that is told of.
func (r *Report) Known(i *Initiative) []*model.Report {
	var list []*model.Report
	for n := range i.Reports {
		if r.known(i.Reports[n].Date.V) {
			list = append(list, &i.Reports[n])
		}
	}
	return list
}
