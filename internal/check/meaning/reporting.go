package meaning

import (
	"slices"
	"strings"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Reporting are the rules about what is to be told of the whole.
var Reporting = []pass.Rule{
	pass.Warns("reporting-overdue", overdueReporting),
	pass.Warns("results-missing", missingResults),
}

// months is how many months lie between two reports.
var months = map[string]int{"year": 12, "half_year": 6, "quarter": 3, "month": 1}

// beforehand is how many days before its month a report may come.
const beforehand = 90

func overdueReporting(k pass.Pass) {
	a := k.Agreement
	if a == nil || a.Status.V == "superseded" || a.Status.V == "draft" {
		return
	}
	for _, duty := range a.Reporting {
		step := months[duty.Every.V]
		if duty.Withdrawn.Given() || step == 0 || !duty.ID.Given() || k.Untaken(duty.At, "received", "from", "month") {
			continue
		}
		due := lastDue(k.Today, duty, step)
		if a.Period.From.Given() && due.Before(a.Period.From.V) || a.Period.To.Given() && a.Period.To.V.Before(due) {
			continue
		}
		if lacking := unanswered(k, duty, due, step); len(lacking) > 0 {
			k.About(duty.ID.V, duty.ID.At, diag.Say(
				"Redovisningen för %[1]s saknas från: %[2]s. Lägg till den under received när den har kommit in.",
				"The report for %[1]s is missing from: %[2]s. Add it under received once it has come in.", due.String(), listOf(lacking)))
		}
	}
}

// lastDue is the month of the last report that was due before a day.
func lastDue(today model.Date, duty model.Reporting, step int) model.Date {
	first := step // without a month, at the end of the time that is told of
	if duty.Month.Given() {
		first = duty.Month.V
	}
	at := model.Date{Year: today.Year + 1, Month: first, Day: 1}
	for {
		due := model.Date{Year: at.Year, Month: at.Month}
		if due.Before(today) {
			return due
		}
		at = at.AddMonths(-step)
	}
}

// unanswered names those who have not reported for a month: nothing of theirs has come
// in since the month before it, or somewhat before that.
func unanswered(k pass.Pass, duty model.Reporting, due model.Date, step int) []string {
	since := due.First().AddDays(-beforehand)
	if previous := due.First().AddMonths(-step); since.Before(previous.First()) {
		since = model.Date{Year: previous.Year, Month: previous.Month}.Last().AddDays(1)
	}
	answered := map[string]bool{}
	for _, r := range duty.Received {
		if !r.Date.V.Before(since) {
			answered[r.From.V] = true
		}
	}
	from := duty.From.Actors
	if duty.From.All.Given() && k.Parties != nil {
		for _, p := range k.Parties.Parties {
			if !p.Withdrawn.Given() {
				from = append(from, p.ID)
			}
		}
	}
	var lacking []string
	for _, actor := range from {
		if name := k.Index.Name("party", actor.V).Short; !answered[actor.V] && name != "" {
			lacking = append(lacking, name)
		}
	}
	return lacking
}

// listOf joins names, of which a message shows only so many.
func listOf(names []string) string {
	if len(names) > pass.Listed {
		names = append(slices.Clone(names[:pass.Listed]), "…")
	}
	return strings.Join(names, ", ")
}

// patienceWithResults is how many months after its end a plan may be without results.
const patienceWithResults = 12

func missingResults(k pass.Pass) {
	if k.Agreement != nil && k.Agreement.Status.V == "superseded" || k.Unread["results"] {
		return
	}
	for _, p := range k.Plans {
		time := p.Time()
		over := p.Status.V == "closed" || p.Status.V == "adopted" && time.To.Given() && time.To.V.Last().AddMonths(patienceWithResults).Before(k.Today)
		if !over || p.Withdrawn.Given() || !p.Title.Given() || reversed(time) || toldOf(k, p) {
			continue
		}
		k.About(p.ID.V, p.Title.At, k.Say(
			"{The_short_plan's} tid är över, men ingen antagen resultatrapport gäller {short_plan:den|det}. Lägg till en i agreement/results.",
			"{The_short_plan's} time is over, but no adopted results report is about it. Add one to agreement/results."))
	}
}

// toldOf tells whether an adopted results report is about the end of a plan's time.
func toldOf(k pass.Pass, p *model.Plan) bool {
	end := p.Time()
	if end.To.Given() {
		end.From = end.To
	}
	for _, r := range k.Results {
		if r.Published() && !r.Withdrawn.Given() && (!r.Period.Given() || r.Period.Touches(end)) {
			return true
		}
	}
	return false
}
