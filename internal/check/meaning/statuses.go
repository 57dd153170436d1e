package meaning

import (
	"slices"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Statuses are the rules about whether what is said of an initiative holds together.
var Statuses = []pass.Rule{
	pass.Warns("status-contradiction", contradictions),
	pass.Warns("date-outside-initiative", farDates),
	pass.Warns("report-without-values", withoutValues),
}

// patience is how many days an initiative may still be planned after its beginning.
const patience = 90

func contradictions(k pass.Pass) {
	k.Initiatives(func(p *model.Plan, i *model.Initiative) {
		if reversed(i.Period) || outside(i.Period, p.Time()) || k.Untaken(i.At, "reports") || i.Open() && i.Period.Ended(k.Today) {
			return // status-stale tells of the last one
		}
		latest, from := facts.Latest(i), i.Period.From
		switch {
		case completedEarly(k, i):
			k.About(i.FullID(), i.Status.At, k.Say(
				"{The_initiative} är {initiative:avslutad|avslutat} enligt status, men perioden pågår (%s) och ingen lägesrapport säger att {initiative:den är genomförd|det är genomfört}. Rätta status eller perioden, eller lägg till en lägesrapport med assessment: completed.",
				"{The_initiative's} status is completed, but its period goes on (%s) and no report says that it is completed. Correct the status or the period, or add a report with assessment: completed.", periodText(i.Period)))
		case i.Open() && latest != nil && latest.Assessment.V == "completed":
			k.About(i.FullID(), i.Status.At, k.Say(
				"Den senaste lägesrapporten (%[1]s) säger att {the_initiative} är {initiative:genomförd|genomfört}, men status är %[2]s. Ändra status till completed (Avslutad), eller rätta rapporten.",
				"The latest report (%[1]s) says that {the_initiative} is completed, but its status is %[3]s. Change the status to completed, or correct the report.",
				latest.Date.V.String(), k.Choice("initiative.status", i.Status.V), i.Status.V))
		case i.Status.V == "planned" && p.InForce() && from.Given() && from.V.Last().AddDays(patience).Before(k.Today):
			k.About(i.FullID(), i.Status.At, k.Say(
				"{The_initiative} började %s enligt perioden men är fortfarande {initiative:planerad|planerat}. Ändra status till ongoing (Pågår), eller rätta perioden.",
				"{The_initiative} began %s by its period but is still planned. Change the status to ongoing, or correct the period.", from.V.String()))
		}
	})
	closedPlans(k)
}

// completedEarly tells whether an initiative is said to be completed while its period
// goes on and no report says so.
func completedEarly(k pass.Pass, i *model.Initiative) bool {
	if i.Status.V != "completed" || !i.Period.From.Given() || i.Period.Ended(k.Today) {
		return false
	}
	completed := func(r model.Report) bool { return r.Assessment.V == "completed" }
	return !slices.ContainsFunc(i.Reports, completed) && !k.Untaken(i.At, "period") && !k.Untaken(i.Period.At, "to")
}

// closedPlans tells of plans that are over while initiatives of theirs are not. What is
// past its own end is told by status-stale.
func closedPlans(k pass.Pass) {
	for _, p := range k.Plans {
		if p.Status.V != "closed" || p.Withdrawn.Given() {
			continue
		}
		var open []string
		for _, i := range p.Initiatives {
			if i.Open() && !i.Withdrawn.Given() && !i.Period.Ended(k.Today) {
				open = append(open, i.ID())
			}
		}
		if len(open) > 0 {
			k.About(p.ID.V, p.Status.At, k.Say(
				"{The_short_plan} är {short_plan:avslutad|avslutat}, men de här {initiatives} är planerade eller pågår: %s. Ändra deras status, eller {the_short_plan's}.",
				"{The_short_plan} is closed, but these {initiatives} are planned or ongoing: %s. Change their status, or {the_short_plan's}.", listOf(open)))
		}
	}
}

// farMonths is how far from an initiative's period its dates may be.
const farMonths = 12

func farDates(k pass.Pass) {
	k.Initiatives(func(p *model.Plan, i *model.Initiative) {
		if !i.Period.From.Given() || reversed(i.Period) || outside(i.Period, p.Time()) || k.Untaken(i.Period.At, "to") {
			return
		}
		check := func(d model.When, sv, en string) {
			early := d.V.Last().AddMonths(farMonths).Before(i.Period.From.V)
			late := i.Period.To.Given() && i.Period.To.V.Last().AddMonths(farMonths).Before(d.V)
			if d.Given() && (early || late) {
				k.About(i.FullID(), d.At, k.Say(
					sv+" %s ligger mer än ett år utanför {the_initiative's} period (%s). Rätta datumet eller perioden.",
					en+" %s lies more than a year outside {the_initiative's} period (%s). Correct the date or the period.", d.V.String(), periodText(i.Period)))
			}
		}
		for _, due := range i.FollowUp.Due {
			check(due, "Redovisningsdagen", "The day of reporting")
		}
		for _, r := range i.Reports {
			if !k.Today.Before(r.Date.V) { // what is still to come is told by date-in-future
				check(r.Date, "Lägesrapportens datum", "The report's date")
			}
		}
	})
}

func withoutValues(k pass.Pass) {
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		if i.Status.V == "cancelled" || len(i.Reports) == 0 || len(i.FollowUp.Due) == 0 || k.Untaken(i.At, "reports", "follow_up") {
			return
		}
		if slices.ContainsFunc(i.FollowUp.Due, func(due model.When) bool { return !due.V.Before(k.Today) }) {
			return
		}
		for _, m := range i.FollowUp.Measures {
			valued := func(r model.Report) bool { _, given := r.Values[m.ID.V]; return given }
			// A measure that an indicator follows has its values there.
			if m.Withdrawn.Given() || m.Indicator.Given() || !m.ID.Given() || slices.ContainsFunc(i.Reports, valued) {
				continue
			}
			k.About(i.FullID(), m.ID.At, diag.Say(
				"Ingen lägesrapport har något värde för måttet %s, fast det sista redovisningsdatumet har passerat. Lägg till värdet under values i den senaste rapporten.",
				"No report gives a value of the measure %s, though the last day of reporting has passed. Add the value under values in the latest report.", m.ID.V))
		}
	})
}
