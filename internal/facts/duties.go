package facts

import "samsyn/internal/model"

// months is how many months lie between two answers to a recurring duty.
var months = map[string]int{"year": 12, "half_year": 6, "quarter": 3, "month": 1}

// Recurring is one time that a recurring duty is to be answered, by one actor.
type Recurring struct {
	Duty  *model.Reporting
	Actor string     // by identifier
	Month model.Date // by the end of which
	State State
}

// AnswersDuty tells whether the content's recurring duties are in force.
func AnswersDuty(a *model.Agreement) bool {
	return a != nil && a.Status.V != "superseded" && a.Status.V != "draft"
}

// DutyBefore is the month of the last answer to a duty that was due before a day, within
// the agreement's time; ok is false where there is none, or the duty is out of use. What
// was due within the agreement's time is to be answered after it too, where its month is
// told: one that is only taken to be the last is held against nobody for ever.
func DutyBefore(a *model.Agreement, duty *model.Reporting, day model.Date) (month model.Date, ok bool) {
	step := months[duty.Every.V]
	if duty.Withdrawn.Given() || step == 0 {
		return month, false
	}
	first := step // without a month, at the end of the time that is told of
	if duty.Month.Given() {
		first = duty.Month.V
	}
	year, end := day.Year, a.Period.To
	told := end.Given() && (duty.Month.Given() || step == 1)
	if told {
		year = min(year, end.V.Year)
	}
	at := model.Date{Year: year + 1, Month: first, Day: 1}
	for month = whole(at); !month.Before(day) || told && end.V.Before(month); month = whole(at) {
		at = at.AddMonths(-step)
	}
	return month, within(a.Period, month)
}

// dutyAfter is the month of the answer after one.
func dutyAfter(duty *model.Reporting, month model.Date) model.Date {
	return whole(month.First().AddMonths(months[duty.Every.V]))
}

func whole(d model.Date) model.Date { return model.Date{Year: d.Year, Month: d.Month} }

func within(p model.Period, month model.Date) bool {
	return !(p.From.Given() && month.Before(p.From.V) || p.To.Given() && p.To.V.Before(month))
}

// DutyLacks lists, by identifier, who has not answered a duty for a month: nothing of
// theirs has come in from 90 days before it on. What came in the month of the answer
// before, or earlier, answers that one.
func DutyLacks(parties *model.Parties, duty *model.Reporting, month model.Date) []string {
	since := month.First().AddDays(-early)
	if previous := month.First().AddMonths(-months[duty.Every.V]); !whole(previous).Before(since) {
		since = whole(previous).Last().AddDays(1)
	}
	answered := map[string]bool{}
	for _, r := range duty.Received {
		if !r.Date.V.Before(since) {
			answered[r.From.V] = true
		}
	}
	var lacking []string
	for _, actor := range DutyOf(parties, duty) {
		if !answered[actor] {
			lacking = append(lacking, actor)
		}
	}
	return lacking
}

// DutyOf lists who has a duty, by identifier.
func DutyOf(parties *model.Parties, duty *model.Reporting) []string {
	var list []string
	for _, r := range duty.From.Actors {
		list = append(list, r.V)
	}
	if duty.From.All.Given() && parties != nil {
		for _, p := range parties.Parties {
			if !p.Withdrawn.Given() {
				list = append(list, p.ID.V)
			}
		}
	}
	return list
}

// DutiesOf lists the recurring duties that an actor has still to answer: what is overdue,
// and what comes next.
func (x *Index) DutiesOf(actor string) []Recurring { return x.duties[actor] }

// recurring lists the recurring duties of all actors: what is overdue, and what comes
// next.
func (x *Index) recurring(days int) []Recurring {
	a := x.Content.Agreement
	if !AnswersDuty(a) || x.Today.IsZero() {
		return nil
	}
	var list []Recurring
	for n := range a.Reporting {
		duty := &a.Reporting[n]
		if duty.Withdrawn.Given() || months[duty.Every.V] == 0 {
			continue
		}
		last, had := DutyBefore(a, duty, x.Today)
		if had {
			for _, actor := range DutyLacks(x.Content.Parties, duty, last) {
				list = append(list, Recurring{duty, actor, last, Late})
			}
		}
		next := dutyAfter(duty, last)
		if !within(a.Period, next) {
			continue
		}
		lacks := map[string]bool{}
		for _, actor := range DutyLacks(x.Content.Parties, duty, next) {
			lacks[actor] = true
		}
		for _, actor := range DutyOf(x.Content.Parties, duty) {
			state := Told
			if lacks[actor] {
				state = x.ahead(next.Last(), days)
			}
			list = append(list, Recurring{duty, actor, next, state})
		}
	}
	return list
}
