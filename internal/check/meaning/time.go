package meaning

import (
	"strconv"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Periods are the rules about when things are.
var Periods = []pass.Rule{
	pass.Rejects("period-reversed", reversedPeriods),
	pass.Rejects("period-outside-plan", outsidePlan),
	pass.Rejects("plan-year-mismatch", planYears),
	pass.Rejects("plan-outside-agreement", outsideAgreement),
	pass.Warns("initiative-outlives-agreement", outlivesAgreement),
	pass.Warns("status-stale", staleStatus),
}

func reversedPeriods(k pass.Pass) {
	check := func(p model.Period) {
		if reversed(p) {
			k.Report(p.From.At, diag.Say(
				"Perioden börjar %s men slutar redan %s. Byt plats på datumen, eller rätta det som är fel.",
				"The period begins on %s but ends on %s. Swap the dates or correct the wrong one.", p.From.V.String(), p.To.V.String()))
		}
	}
	if k.Agreement != nil {
		check(k.Agreement.Period)
	}
	for _, s := range k.Strategies.All() {
		check(s.Period)
	}
	for _, p := range k.Parties.All() {
		for _, d := range p.Duties {
			check(d.Period)
		}
	}
	if k.Parties != nil {
		for _, d := range k.Parties.Duties {
			check(d.Period)
		}
	}
	for _, e := range k.Calendar.All() {
		check(model.Period{From: e.Date, To: e.To})
	}
	for _, r := range k.Content.Results {
		check(r.Period)
	}
	for _, p := range k.Plans {
		check(p.Period)
		for _, i := range p.Initiatives {
			check(i.Period)
		}
	}
}

func planYears(k pass.Pass) {
	for _, p := range k.Plans {
		if p.Scope.V == "regional" && p.Year.Given() && p.Year.String() != p.ID.V {
			k.Report(p.Year.At, k.Say(
				"{The_short_plan} ligger i mappen %s men fältet year säger %s. Rätta året, eller flytta {the_short_plan} till rätt mapp.",
				"{The_short_plan} is in the folder %s but the field year says %s. Correct the year, or move {the_short_plan} to the right folder.", p.ID.V, strconv.Itoa(p.Year.V)))
		}
	}
}

func outsideAgreement(k pass.Pass) {
	if k.Agreement == nil || !k.Agreement.Period.Given() || reversed(k.Agreement.Period) {
		return
	}
	for _, p := range k.Plans {
		claim := p.Year.At
		if p.Scope.V == "local" || !p.Year.Given() { // a local plan, or a programme over several years
			claim = p.Period.From.At
		}
		if claim.IsZero() || reversed(p.Period) || p.Time().Touches(k.Agreement.Period) {
			continue
		}
		k.Report(claim, k.Say(
			"{The_short_plan's} tid ligger utanför {the_agreement's} giltighetstid (%s). Rätta tiden.",
			"{The_short_plan's} time lies outside {the_agreement's} period (%s). Correct it.", periodText(k.Agreement.Period)))
	}
}

// periodText writes a period, which may be open-ended.
func periodText(p model.Period) string {
	if p.From.V == p.To.V {
		return p.From.V.String()
	}
	return p.From.V.String() + "–" + p.To.V.String()
}

func outsidePlan(k pass.Pass) {
	for _, p := range k.Plans {
		time := p.Time()
		for _, i := range p.Initiatives {
			if outside(i.Period, time) {
				k.Report(i.Period.From.At, k.Say(
					"{The_initiative} (%s) pågår inte under {the_short_plan's} tid (%s). Rätta perioden, eller flytta {the_initiative} till rätt {short_plan}.",
					"{The_initiative} (%s) does not run in {the_short_plan's} time (%s). Correct its period, or move it to the right {short_plan}.",
					periodText(i.Period), periodText(time)))
			}
		}
	}
}

func outlivesAgreement(k pass.Pass) {
	if k.Agreement == nil || !k.Agreement.Period.To.Given() || reversed(k.Agreement.Period) {
		return
	}
	end := k.Agreement.Period.To.V
	k.Initiatives(func(p *model.Plan, i *model.Initiative) {
		if i.Period.To.Given() && end.Last().Before(i.Period.To.V.Last()) && !reversed(i.Period) && !outside(i.Period, p.Time()) {
			k.About(i.FullID(), i.Period.To.At, k.Say(
				"{The_initiative} slutar %s, efter {the_agreement} (%s). Kontrollera att någon svarar för {initiative:den|det} då.",
				"{The_initiative} ends %s, after {the_agreement} (%s). See that somebody answers for it then.", i.Period.To.V.String(), end.String()))
		}
	})
}

// outside tells whether an initiative's period has no day in common with its
// plan's. Periods that run backwards are told of elsewhere.
func outside(period, plan model.Period) bool {
	return period.From.Given() && (plan.From.Given() || plan.To.Given()) && !reversed(period) && !reversed(plan) && !period.Touches(plan)
}

func reversed(p model.Period) bool {
	return p.From.Given() && p.To.Given() && p.To.V.Before(p.From.V)
}

func staleStatus(k pass.Pass) {
	k.Initiatives(func(p *model.Plan, i *model.Initiative) {
		if i.Open() && i.Period.Ended(k.Today) && !reversed(i.Period) && !outside(i.Period, p.Time()) {
			k.About(i.FullID(), i.Status.At, k.Say(
				"{The_initiative} slutade %[1]s, men status är fortfarande %[2]s. Ändra status till completed (Avslutad) eller cancelled (Avbruten), eller rätta perioden.",
				"{The_initiative} ended %[1]s, but its status is still %[3]s. Change the status to completed or cancelled, or correct the period.",
				i.Period.To.V.String(), k.Choice("initiative.status", i.Status.V), i.Status.V))
		}
	})
}
