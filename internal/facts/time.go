package facts

import (
	"cmp"
	"slices"

	"samsyn/internal/model"
)

// DueState is how it stands with one due date.
type DueState string

// The states. Where today is not known no date is Overdue.
const (
	Planned DueState = "planned" // still to come
	Met     DueState = "met"     // a report answers it
	Overdue DueState = "overdue" // passed without a report
	Lapsed  DueState = "lapsed"  // nobody waits: it passed after the end, or the initiative was cancelled
)

// Due is one date on which an initiative is to be reported.
type Due struct {
	Initiative *model.Initiative
	Date       model.When
	State      DueState
}

// Awaited tells whether somebody waits for the report.
func (d Due) Awaited() bool { return d.State == Planned || d.State == Overdue }

// early is how many days before a due date a report may come and still answer it.
const early = 90

// DuesOf lists an initiative's due dates in order. Ended initiatives are never overdue. One
// that is completed may still have its last report to make; nobody waits for a report on one
// that is cancelled or withdrawn.
func (x *Index) DuesOf(i *model.Initiative) []Due {
	dues := make([]Due, 0, len(i.FollowUp.Due))
	answered := Answered(i)
	for n, d := range i.FollowUp.Due {
		dues = append(dues, Due{i, d, x.dueState(i, d.V, answered[n])})
	}
	slices.SortStableFunc(dues, func(a, b Due) int { return a.Date.V.Compare(b.Date.V) })
	return dues
}

func (x *Index) dueState(i *model.Initiative, due model.Date, answered bool) DueState {
	switch {
	case answered:
		return Met
	case i.Status.V == "cancelled" || i.Withdrawn.Given():
		return Lapsed
	case x.Today.IsZero() || !due.Before(x.Today):
		return Planned
	case i.Open():
		return Overdue
	}
	return Lapsed
}

// OverdueDates lists the due dates that have passed without a report.
func (x *Index) OverdueDates(i *model.Initiative) []model.When {
	var dates []model.When
	for _, d := range x.DuesOf(i) {
		if d.State == Overdue {
			dates = append(dates, d.Date)
		}
	}
	return dates
}

// Stale tells whether an initiative's time is over though it still says planned
// or ongoing.
func (x *Index) Stale(i *model.Initiative) bool {
	return !x.Today.IsZero() && i.Open() && !i.Withdrawn.Given() && i.Period.Ended(x.Today)
}

// Latest is the newest report, nil where there is none.
func Latest(i *model.Initiative) *model.Report {
	var latest *model.Report
	for j := range i.Reports {
		if latest == nil || latest.Date.V.Compare(i.Reports[j].Date.V) <= 0 {
			latest = &i.Reports[j]
		}
	}
	return latest
}

// Current is the plan that is in force today: the newest regional one that has
// begun, or the newest one where today is not known. nil where there is none.
func (x *Index) Current() *model.Plan {
	var first *model.Plan
	for _, p := range x.PlansIn(false) {
		if p.Scope.V == "local" || p.Withdrawn.Given() {
			continue
		}
		first = cmp.Or(first, p)
		if x.Today.IsZero() || !x.Today.Before(p.Time().From.V) {
			return p
		}
	}
	return first
}
