package facts

import (
	"slices"

	"samsyn/internal/model"
)

// KnownOn tells whether what is of a date was known on a day: all of the date has
// passed. Without a day everything is known.
func KnownOn(date, day model.Date) bool { return day.IsZero() || !day.Before(date.Last()) }

// Ahead tells whether a report's date lies before its initiative's period. Such a report
// counts all the same: it answers the date that it comes before, as any report does.
func Ahead(i *model.Initiative, date model.Date) bool {
	return !date.IsZero() && i.Period.From.Given() && date.Last().Before(i.Period.From.V)
}

// Reporter is who is to report on an initiative: the one that its follow-up names for
// it, else who answers for the follow-up.
func Reporter(i *model.Initiative) model.Ref {
	if i.FollowUp.ReportedBy.Given() {
		return i.FollowUp.ReportedBy
	}
	return i.FollowUp.Responsible
}

// Answered tells, for each of an initiative's due dates as they stand, whether a report
// answers it. Reports answer one date each, in the order of their dates: the earliest
// that is still open and no more than 90 days later than the report. A date of which
// only the month or year is known may be its last day.
func Answered(i *model.Initiative) []bool { return AnsweredBy(i, model.Date{}) }

// AnsweredBy is Answered as it was known on a day: reports of later days, or that may
// be, do not count. Without a day all do.
func AnsweredBy(i *model.Initiative, day model.Date) []bool {
	answered := make([]bool, len(i.FollowUp.Due))
	for n, report := range Answers(i, day) {
		answered[n] = report >= 0
	}
	return answered
}

// Answers tells which of an initiative's reports, by its place among them, answers each of
// its due dates, as it was known on a day; -1 where none does.
func Answers(i *model.Initiative, day model.Date) []int {
	answers := make([]int, len(i.FollowUp.Due))
	for n := range answers {
		answers[n] = -1
	}
	var reports []int
	for n, r := range i.Reports {
		if KnownOn(r.Date.V, day) {
			reports = append(reports, n)
		}
	}
	slices.SortStableFunc(reports, func(a, b int) int { return i.Reports[a].Date.V.Compare(i.Reports[b].Date.V) })
	for _, report := range reports {
		latest, first := i.Reports[report].Date.V.Last().AddDays(early), -1
		for n, due := range i.FollowUp.Due {
			if answers[n] < 0 && !latest.Before(due.V) && (first < 0 || due.V.Before(i.FollowUp.Due[first].V)) {
				first = n
			}
		}
		if first >= 0 {
			answers[first] = report
		}
	}
	return answers
}
