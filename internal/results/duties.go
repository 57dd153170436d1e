package results

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Duty is one time in the period that a recurring duty to report was to be answered.
type Duty struct {
	*model.Reporting
	Month model.Date // by the end of which
	Lacks []string   // who has not answered, by identifier
}

// mostTimes is how many times of one duty are told, the newest.
const mostTimes = 24

// duties are the recurring duties whose months had passed, as they were known, the newest
// first.
func (r *Report) duties() {
	a := r.facts.Content.Agreement
	if !facts.AnswersDuty(a) || r.AsOf.IsZero() {
		return
	}
	for n := range a.Reporting {
		duty := a.Reporting[n]
		if r.gone(duty.Withdrawn) {
			continue
		}
		duty.Withdrawn, duty.Received = model.Withdrawn{}, nil
		for _, got := range a.Reporting[n].Received {
			if r.known(got.Date.V) {
				duty.Received = append(duty.Received, got)
			}
		}
		day := r.AsOf
		if to := r.Period.To; to.Given() {
			last := to.V.Last()
			if next := (model.Date{Year: last.Year, Month: last.Month, Day: 1}).AddMonths(1); next.Before(day) {
				day = next // what was due later is not told of
			}
		}
		for range mostTimes {
			month, ok := facts.DutyBefore(a, &duty, day)
			if !ok || r.early(month) {
				break
			}
			r.Duties = append(r.Duties, Duty{&a.Reporting[n], month, facts.DutyLacks(r.facts.Content.Parties, &duty, month)})
			day = month.First()
		}
	}
}
