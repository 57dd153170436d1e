package meaning

import (
	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// FollowUps are the rules about how initiatives are followed up and reported on.
var FollowUps = []pass.Rule{
	pass.Warns("follow-up-overdue", overdueFollowUp),
	pass.Warns("follow-up-unscheduled", unscheduledFollowUp),
	pass.Warns("reconsider", wording),
}

func overdueFollowUp(k pass.Pass) {
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		if !i.Open() || k.Untaken(i.At, "reports") {
			return
		}
		for n, answered := range facts.Answered(i) {
			due := i.FollowUp.Due[n]
			if answered || !due.Given() || !due.V.Before(k.Today) {
				continue
			}
			who := reporter(k, i)
			if who.IsZero() {
				k.About(i.FullID(), due.At, diag.Say("Lägesrapporten är försenad: den skulle ha lämnats senast %s. Lägg till den under reports.",
					"The report is overdue: it was due by %s. Add it under reports.", due.V.String()))
				continue
			}
			k.About(i.FullID(), due.At, diag.Say(
				"Lägesrapporten är försenad: %[2]s skulle ha redovisat senast %[1]s. Lägg till den under reports.",
				"The report is overdue: %[2]s was to report by %[1]s. Add it under reports.", due.V.String(), who))
		}
	})
}

// reporter names who is to report on an initiative: the one that its follow-up names
// for it, else who answers for the follow-up. It is the identifier where that has no
// name, and empty where nobody is given.
func reporter(k pass.Pass, i *model.Initiative) diag.Text {
	who := facts.Reporter(i)
	name := k.Index.Name("party", who.V).Full
	switch {
	case name != "":
		return diag.Text{SV: name, EN: name}
	case who.Given():
		return diag.Say("”%s”", "“%s”", advice.Clip(who.V))
	}
	return diag.Text{}
}

func unscheduledFollowUp(k pass.Pass) {
	k.Initiatives(func(p *model.Plan, i *model.Initiative) {
		if p.Status.V == "adopted" && i.Open() && !i.FollowUp.At.IsZero() && len(i.FollowUp.Due) == 0 && !k.Untaken(i.FollowUp.At, "due") {
			k.About(i.FullID(), i.FollowUp.At, diag.Say(
				"Uppföljningen har inget datum. Lägg till due med den dag då den senast ska redovisas.",
				"The follow-up has no date. Add due with the day by which it is reported."))
		}
	})
}
