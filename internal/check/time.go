package check

import (
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"strconv"
)

func (k *checker) reversedPeriods() {
	check := func(p model.Period) {
		if reversed(p) {
			k.report("period-reversed", p.From.At, diag.Say(
				"Perioden börjar (%s) efter att den slutar (%s). Byt plats på datumen eller rätta det som är fel.",
				"The period begins (%s) after it ends (%s). Swap the dates or correct the wrong one.", p.From.V.String(), p.To.V.String()))
		}
	}
	if k.Agreement != nil {
		check(k.Agreement.Period)
	}
	if k.Strategies != nil {
		for _, s := range k.Strategies.Strategies {
			check(s.Period)
		}
	}
	if k.Parties != nil {
		for _, p := range k.Parties.Parties {
			for _, d := range p.Duties {
				check(d.Period)
			}
		}
	}
	if k.Calendar != nil {
		for _, e := range k.Calendar.Events {
			check(model.Period{From: e.Date, To: e.To})
		}
	}
	for _, p := range k.Plans {
		check(p.Period)
		for _, i := range p.Initiatives {
			check(i.Period)
		}
	}
}

func (k *checker) plansInTime() {
	for _, p := range k.Plans {
		if p.Scope.V == "regional" && p.Year.Given() && p.Year.String() != p.ID.V {
			k.report("plan-year-mismatch", p.Year.At, diag.Say(
				"Planen ligger i mappen %s men fältet year säger %s. Rätta året, eller flytta planen till rätt mapp.",
				"The plan is in the folder %s but the field year says %s. Correct the year, or move the plan to the right folder.", p.ID.V, strconv.Itoa(p.Year.V)))
		}
		claim := p.Year.At
		if p.Scope.V == "local" {
			claim = p.Period.From.At
		}
		if k.Agreement == nil || claim.IsZero() || !k.Agreement.Period.Given() ||
			reversed(p.Period) || reversed(k.Agreement.Period) || p.Time().Touches(k.Agreement.Period) {
			continue
		}
		k.report("plan-outside-agreement", claim, diag.Say(
			"Planens tid ligger utanför överenskommelsens giltighetstid (%s). Rätta tiden.",
			"The plan's time lies outside the agreement's period (%s). Correct it.", periodText(k.Agreement.Period)))
	}
}

func periodText(p model.Period) string {
	if p.From.V == p.To.V {
		return p.From.V.String()
	}
	return p.From.V.String() + "–" + p.To.V.String()
}

func (k *checker) initiativesInTime() {
	for _, p := range k.Plans {
		time := p.Time()
		for _, i := range p.Initiatives {
			if outside(i.Period, time) {
				k.report("period-outside-plan", i.Period.From.At, diag.Say(
					"Insatsen (%s) pågår inte under planens tid (%s). Rätta perioden, eller flytta insatsen till rätt plan.",
					"The initiative (%s) does not run in the plan's time (%s). Correct its period, or move it to the right plan.",
					periodText(i.Period), periodText(time)))
			}
		}
	}
	if k.Agreement == nil || !k.Agreement.Period.To.Given() || reversed(k.Agreement.Period) {
		return
	}
	end := k.Agreement.Period.To.V
	k.initiatives(func(p *model.Plan, i *model.Initiative) {
		if i.Period.To.Given() && end.Last().Before(i.Period.To.V.Last()) && !reversed(i.Period) && !outside(i.Period, p.Time()) {
			k.about(i.FullID(), "initiative-outlives-agreement", i.Period.To.At, diag.Say(
				"Insatsen slutar %s, efter överenskommelsen (%s). Kontrollera att någon svarar för den då.",
				"The initiative ends %s, after the agreement (%s). See that somebody answers for it then.", i.Period.To.V.String(), end.String()))
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

func (k *checker) staleStatus() {
	k.initiatives(func(_ *model.Plan, i *model.Initiative) {
		if i.Open() && i.Period.Ended(k.Today) && !reversed(i.Period) {
			k.about(i.FullID(), "status-stale", i.Status.At, diag.Say(
				"Insatsen slutade %s men står fortfarande som pågående eller planerad. Ändra status till completed eller cancelled, eller rätta perioden.",
				"The initiative ended %s but is still planned or ongoing. Set its status to completed or cancelled, or correct its period.", i.Period.To.V.String()))
		}
	})
}

func (k *checker) overdueFollowUp() {
	k.initiatives(func(_ *model.Plan, i *model.Initiative) {
		if !i.Open() || k.refused(i.At, "reports") {
			return
		}
		for _, due := range i.FollowUp.Due {
			if due.Given() && due.V.Before(k.Today) && !reportedSince(i, due.V) {
				k.about(i.FullID(), "follow-up-overdue", due.At, diag.Say(
					"Uppföljningen skulle ha redovisats senast %s, men ingen lägesrapport är daterad då eller senare. Lägg till en under reports.",
					"The follow-up was due %s, but no report is dated then or later. Add one under reports.", due.V.String()))
			}
		}
	})
}

func reportedSince(i *model.Initiative, due model.Date) bool {
	for _, r := range i.Reports {
		if !r.Date.Given() || !r.Date.V.Before(due) {
			return true
		}
	}
	return false
}

func (k *checker) unscheduledFollowUp() {
	k.initiatives(func(p *model.Plan, i *model.Initiative) {
		if p.Status.V == "adopted" && i.Open() && !i.FollowUp.At.IsZero() && len(i.FollowUp.Due) == 0 && !k.refused(i.FollowUp.At, "due") {
			k.about(i.FullID(), "follow-up-unscheduled", i.FollowUp.At, diag.Say(
				"Uppföljningen har inget datum. Lägg till due med den dag då den senast ska redovisas.",
				"The follow-up has no date. Add due with the day by which it is reported."))
		}
	})
}

const (
	// reviewEvery is how often, in years, an agreement is reviewed if it does
	// not say otherwise.
	reviewEvery = 1
	// noticeMonths is how long before its end somebody must say what then.
	noticeMonths = 12
	// minutesDays is how long minutes may take.
	minutesDays = 90
)

func (k *checker) reviews() {
	a := k.Agreement
	if a == nil || !a.Adopted.Date.Given() || a.Status.V == "superseded" || !a.Period.Given() {
		return
	}
	last := a.Adopted.Date.V
	for _, r := range k.Content.Reviews {
		if !r.Date.Given() {
			return // a review with a broken date is one all the same
		}
		if last.Before(r.Date.V) {
			last = r.Date.V
		}
	}
	years := reviewEvery
	if a.ReviewEvery.Given() {
		years = a.ReviewEvery.V
	}
	if due := last.AddMonths(12 * years); !k.Today.Before(due) {
		k.about("agreement", "review-missing", a.Period.At, diag.Say(
			"Ingen aktualitetsprövning har gjorts sedan %s. Lägg till en i agreement/reviews.",
			"The agreement has not been reviewed since %s. Add a review to agreement/reviews.", last.String()))
	}
}

func (k *checker) expiry() {
	a := k.Agreement
	if a == nil || !a.Period.To.Given() || a.Status.V == "superseded" || reversed(a.Period) {
		return
	}
	for _, r := range k.Content.Reviews {
		if r.Conclusion.V != "unchanged" {
			return // it says what then (or cannot be read)
		}
	}
	end := a.Period.To.V.Last()
	if end.Before(k.Today.AddMonths(noticeMonths)) {
		k.about("agreement", "agreement-expiring", a.Period.At, diag.Say(
			"Giltighetstiden slutar %s och ingen aktualitetsprövning säger vad som händer sedan. Lägg till en med conclusion revise, extend eller end.",
			"The period ends %s and no review says what happens then. Add one with the conclusion revise, extend or end.", end.String()))
	}
}

func (k *checker) minutes() {
	late := func(d model.When) bool { return d.Given() && d.V.AddDays(minutesDays).Before(k.Today) }
	for _, p := range k.Plans {
		if p.InForce() && !p.Withdrawn.Given() && late(p.Adopted.Date) && !p.Adopted.Minutes.Given() && !k.refused(p.Adopted.At, "minutes") {
			k.about(p.ID.V, "decision-without-minutes", p.Adopted.At, diag.Say(
				"Planen beslutades %s men protokollet saknas. Lägg till minutes under adopted.",
				"The plan was adopted %s but its minutes are missing. Add minutes under adopted.", p.Adopted.Date.V.String()))
		}
	}
	if k.Calendar == nil {
		return
	}
	for _, e := range k.Calendar.Events {
		if e.Kind.V == "decision" && !e.Withdrawn.Given() && late(e.Date) && !e.Minutes.Given() && e.ID.Given() && !k.refused(e.At, "minutes") {
			k.about(e.ID.V, "decision-without-minutes", e.ID.At, diag.Say(
				"Beslutet togs %s men protokollet saknas. Lägg till minutes.",
				"The decision was taken %s but its minutes are missing. Add minutes.", e.Date.V.String()))
		}
	}
}
