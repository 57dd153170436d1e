package meaning

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Decisions are the rules about what has been decided and done, and when.
var Decisions = []pass.Rule{
	pass.Warns("date-in-future", future),
	pass.Warns("adopted-without-decision", undecided),
}

// future tells of what must have happened and has a date that is still to come.
func future(k pass.Pass) {
	check := func(id string, d model.When, sv, en string) {
		if d.Given() && k.Today.Before(d.V) {
			k.About(id, d.At, k.Say(sv+" har ett datum i framtiden: %s. Rätta datumet.", en+" has a date in the future: %s. Correct the date.", d.V.String()))
		}
	}
	if k.Config != nil {
		check("samsyn", k.Config.Accessibility.Assessed, "Granskningen av tillgängligheten", "The accessibility assessment")
	}
	if k.Agreement != nil {
		check("agreement", k.Agreement.Adopted.Date, "Beslutet om {the_agreement}", "The decision on {the_agreement}")
	}
	if s := k.Content.Signatures; s != nil {
		check("signatures", s.Signed.Date, "Undertecknandet", "The signing")
		for _, one := range s.Signatures {
			check(one.Party.V, one.Date, "Underskriften", "The signature")
		}
	}
	for _, i := range k.Content.Indicators {
		check(i.ID.V, i.Source.Retrieved, "Hämtningen av siffrorna", "The retrieval of the figures")
	}
	for _, r := range k.Content.Reviews {
		check(r.ID.V, r.Date, "Aktualitetsprövningen", "The review")
	}
	for _, r := range k.Content.Results {
		check(r.ID.V, r.Adopted.Date, "Beslutet om resultatrapporten", "The decision on the results report")
	}
	for _, p := range k.Plans {
		check(p.ID.V, p.Adopted.Date, "Beslutet om {the_short_plan}", "The decision on {the_short_plan}")
		for _, i := range p.Initiatives {
			for _, r := range i.Reports {
				check(i.FullID(), r.Date, "Lägesrapporten", "The report")
			}
		}
	}
}

// ahead is how many months before its plan's time a decision may be.
const ahead = 18

func undecided(k pass.Pass) {
	undecidedAgreement(k)
	undecidedResults(k)
	plans := slices.SortedStableFunc(slices.Values(k.Plans), func(a, b *model.Plan) int {
		return cmp.Compare(a.Time().From.V.String(), b.Time().From.V.String())
	})
	for n, p := range plans {
		date := p.Adopted.Date
		begins := p.Time().From
		switch {
		case p.Withdrawn.Given():
		case p.Status.V == "adopted" && !p.Adopted.Given() && !k.Untaken(p.At, "adopted"):
			k.About(p.ID.V, p.Status.At, k.Say(
				"{The_short_plan} är {short_plan:beslutad|beslutat} enligt status, men beslutets datum saknas. Lägg till adopted med date, body och minutes, eller ändra status.",
				"{The_short_plan's} status is adopted, but the decision's date is missing. Add adopted with date, body and minutes, or change the status."))
		case !date.Given():
		case begins.Given() && date.V.Last().AddMonths(ahead).Before(begins.V):
			k.About(p.ID.V, date.At, k.Say(
				"Beslutet (%[1]s) fattades långt före {the_short_plan's} tid, som börjar %[2]s. Är det {short_plan:en|ett} tidigare {short_plan's} beslut: ta bort adopted, och ändra status till draft (Utkast) eller proposed (Förslag) tills {the_short_plan} har beslutats.",
				"The decision (%[1]s) was taken long before {the_short_plan's} time, which begins %[2]s. If it is an earlier {short_plan's}, remove adopted, and change the status to draft or proposed until {the_short_plan} is adopted.",
				date.V.String(), begins.V.String()))
		default:
			if other := decidedAs(p, plans[:n]); other != nil {
				k.About(p.ID.V, date.At, k.Say(
					"Beslutet har samma datum som beslutet om {the_short_plan} %[2]s: %[1]s. Har {the_short_plan} kopierats: ta bort adopted, och ändra status till draft (Utkast) eller proposed (Förslag) tills {short_plan:den|det} har ett eget beslut.",
					"The decision has the same date as that on {the_short_plan} %[2]s: %[1]s. If {the_short_plan} was copied, remove adopted, and change the status to draft or proposed until it has a decision of its own.",
					date.V.String(), other.ID.V))
			}
		}
	}
}

func undecidedAgreement(k pass.Pass) {
	a := k.Agreement
	if a == nil || a.Status.V != "adopted" && a.Status.V != "signed" || a.Adopted.Date.Given() ||
		k.Untaken(a.At, "adopted") || k.Untaken(a.Adopted.At, "date") {
		return
	}
	if s := k.Content.Signatures; a.Status.V == "signed" && s != nil && (s.Signed.Date.Given() || k.Untaken(s.At, "signed")) {
		return // the signing is the decision
	}
	k.About("agreement", a.Status.At, k.Say(
		"{The_agreement} är {agreement:antagen|antaget} enligt status, men beslutets datum saknas. Lägg till date under adopted, eller ändra status.",
		"{The_agreement's} status says that it is adopted, but the decision's date is missing. Add date under adopted, or change the status."))
}

func undecidedResults(k pass.Pass) {
	for _, r := range k.Content.Results {
		if r.Status.V == "adopted" && !r.Adopted.Given() && !r.Withdrawn.Given() && !k.Untaken(r.At, "adopted") {
			k.About(r.ID.V, r.Status.At, diag.Say(
				"Resultatrapporten är beslutad enligt status, men beslutets datum saknas. Lägg till adopted med date och body, eller ändra status.",
				"The results report's status is adopted, but the decision's date is missing. Add adopted with date and body, or change the status."))
		}
	}
}

// decidedAs finds the plan whose decision another one's seems to be: of the same day
// and the same body, with nothing that tells the two apart.
func decidedAs(p *model.Plan, earlier []*model.Plan) *model.Plan {
	differ := func(a, b model.Text) bool { return a.Given() && b.Given() && a.V != b.V }
	for _, q := range earlier {
		a, b := p.Adopted, q.Adopted
		if !q.Withdrawn.Given() && p.Scope.V == q.Scope.V && b.Date.Given() && a.Date.V == b.Date.V &&
			a.Body.ID.V == b.Body.ID.V && strings.EqualFold(a.Body.Name.V, b.Body.Name.V) &&
			!differ(a.Minutes, b.Minutes) && !differ(a.CaseNumber, b.CaseNumber) {
			return q
		}
	}
	return nil
}
