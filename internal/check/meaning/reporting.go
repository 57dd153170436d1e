package meaning

import (
	"strconv"
	"strings"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Reporting are the rules about what is to be told of the whole.
var Reporting = []pass.Rule{
	pass.Warns("reporting-overdue", overdueReporting),
	pass.Warns("results-missing", missingResults),
}

func overdueReporting(k pass.Pass) {
	a := k.Agreement
	if !facts.AnswersDuty(a) {
		return
	}
	for n := range a.Reporting {
		duty := &a.Reporting[n]
		if !duty.ID.Given() || k.Untaken(duty.At, "received", "from", "month") {
			continue
		}
		due, had := facts.DutyBefore(a, duty, k.Today)
		if !had {
			continue
		}
		var lacking []string
		for _, id := range facts.DutyLacks(k.Parties, duty, due) {
			if name := k.Index.Name("party", id).Short; name != "" {
				lacking = append(lacking, name)
			}
		}
		if len(lacking) > 0 {
			k.About(duty.ID.V, duty.ID.At, diag.Say(
				"Redovisningen för %[1]s saknas från: %[2]s. Lägg till den under received när den har kommit in.",
				"The report for %[1]s is missing from: %[2]s. Add it under received once it has come in.", due.String(), listOf(lacking)))
		}
	}
}

// listOf joins names, of which a message shows only so many, and then how many more there
// are.
func listOf(names []string) string {
	if more := len(names) - pass.Listed; more > 0 {
		return strings.Join(names[:pass.Listed], ", ") + " (+" + strconv.Itoa(more) + ")"
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
		if !r.Status.Given() {
			return true // it could not be read, or has not said so yet
		}
		if r.Published() && !r.Withdrawn.Given() && (!r.Period.Given() || r.Period.Touches(end)) {
			return true
		}
	}
	return false
}
