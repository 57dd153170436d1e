package check

import (
	"cmp"

	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// followUps are the rules about how initiatives are followed up and reported on.
var followUps = []Rule{
	warns("follow-up-overdue", pass.overdueFollowUp),
	warns("follow-up-unscheduled", pass.unscheduledFollowUp),
	warns("reconsider", pass.wording),
}

func (k pass) overdueFollowUp() {
	k.initiatives(func(_ *model.Plan, i *model.Initiative) {
		if !i.Open() || k.refused(i.At, "reports") {
			return
		}
		for n, answered := range facts.Answered(i) {
			due := i.FollowUp.Due[n]
			if answered || !due.Given() || !due.V.Before(k.Today) {
				continue
			}
			k.about(i.FullID(), due.At, diag.Say(
				"Lägesrapporten är försenad: %[2]s skulle ha redovisat senast %[1]s. Lägg till den under reports.",
				"The report is overdue: %[2]s was to report by %[1]s. Add it under reports.", due.V.String(), k.reporter(i)))
		}
	})
}

// reporter names who is to report on an initiative: the one that its follow-up names
// for it, else who answers for the follow-up.
func (k pass) reporter(i *model.Initiative) string {
	who := i.FollowUp.ReportedBy
	if !who.Given() {
		who = i.FollowUp.Responsible
	}
	return cmp.Or(k.index.Name("party", who.V).Full, who.V)
}

func (k pass) unscheduledFollowUp() {
	k.initiatives(func(p *model.Plan, i *model.Initiative) {
		if p.Status.V == "adopted" && i.Open() && !i.FollowUp.At.IsZero() && len(i.FollowUp.Due) == 0 && !k.refused(i.FollowUp.At, "due") {
			k.about(i.FullID(), i.FollowUp.At, diag.Say(
				"Uppföljningen har inget datum. Lägg till due med den dag då den senast ska redovisas.",
				"The follow-up has no date. Add due with the day by which it is reported."))
		}
	})
}
