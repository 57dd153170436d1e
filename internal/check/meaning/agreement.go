// Package meaning holds the rules about what a content says: its dates and decisions, its
// figures, its follow-up and what it lists. A rule takes a pass, looks at its content and
// reports to it.
package meaning

import (
	"strings"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Agreement are the rules about the agreement as a whole.
var Agreement = []pass.Rule{
	pass.Finds(ChangedAfterSigning, signedContent),
	pass.Finds(SignatureMissing, signatures),
	pass.Warns("review-missing", reviews),
	pass.Warns("agreement-expiring", expiry),
	pass.Warns("decision-without-minutes", minutes),
}

// The rules that hold an agreement to what was signed.
var (
	ChangedAfterSigning = diag.Rule{Name: "agreement-changed-after-signing", Severity: diag.Error}
	SignatureMissing    = diag.Rule{Name: "signature-missing", Severity: diag.Error}
)

// signatures asks of a signed agreement that every party has signed it.
func signatures(k pass.Pass) {
	a := k.Agreement
	if a == nil || a.Status.V != "signed" || k.Parties == nil || k.Unread["party"] {
		return
	}
	at, signed, guesses := a.Status.At, map[string]bool{}, 0
	if s := k.Content.Signatures; s != nil {
		if s.SignaturesAt.IsZero() || k.Untaken(s.At, "signatures") {
			return // what is wrong with the list is told already
		}
		at = s.SignaturesAt
		for _, one := range s.Signatures {
			signed[one.Party.V] = true
			if !k.Index.Has("party", one.Party.V) && guesses < pass.MostNearest {
				guesses++
				signed[diag.Nearest(one.Party.V, k.Index.Known("party"))] = true // that it is misspelt is told
			}
		}
	}
	var lacking []string
	for i := range k.Parties.Parties {
		p := &k.Parties.Parties[i]
		if p.ID.Given() && !signed[p.ID.V] && !p.Withdrawn.Given() {
			lacking = append(lacking, p.Short())
		}
	}
	if len(lacking) > 0 {
		k.Report(at, k.Say(
			"{The_agreement} är {agreement:undertecknad|undertecknat} enligt status, men de här parterna har inte skrivit under: %s. Lägg till deras underskrifter i signatures.yaml, eller ändra status.",
			"{The_agreement's} status is signed, but these parties have not signed: %s. Add their signatures in signatures.yaml, or change the status.", strings.Join(lacking, ", ")))
	}
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

func reviews(k pass.Pass) {
	a := k.Agreement
	if a == nil || a.Status.V == "superseded" || !a.Period.Given() || k.Untaken(a.Adopted.At, "date") {
		return
	}
	last := a.Adopted.Date.V
	if !a.Adopted.Date.Given() {
		if a.Status.V != "adopted" && a.Status.V != "signed" {
			return
		}
		last = a.Period.From.V.First()
	}
	if last.IsZero() {
		return
	}
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
		k.About("agreement", a.Period.At, k.Say(
			"Ingen aktualitetsprövning har gjorts sedan %s. Lägg till en i agreement/reviews.",
			"{The_agreement} has not been reviewed since %s. Add a review to agreement/reviews.", last.String()))
	}
}

func expiry(k pass.Pass) {
	a := k.Agreement
	if a == nil || !a.Period.To.Given() || a.Status.V == "superseded" || reversed(a.Period) {
		return
	}
	for _, r := range k.Content.Reviews {
		if r.Conclusion.V != "unchanged" {
			return // it says what then (or cannot be read)
		}
	}
	switch end := a.Period.To.V.Last(); {
	case end.Before(k.Today):
		k.About("agreement", a.Period.At, diag.Say(
			"Giltighetstiden slutade %s och ingen aktualitetsprövning säger vad som gäller sedan dess. Lägg till en med conclusion: revise (Revideras), extend (Förlängs) eller end (Upphör).",
			"The period ended %s and no review says what has applied since. Add one with the conclusion revise, extend or end.", end.String()))
	case end.Before(k.Today.AddMonths(noticeMonths)):
		k.About("agreement", a.Period.At, diag.Say(
			"Giltighetstiden slutar %s och ingen aktualitetsprövning säger vad som händer sedan. Lägg till en med conclusion: revise (Revideras), extend (Förlängs) eller end (Upphör).",
			"The period ends %s and no review says what happens then. Add one with the conclusion revise, extend or end.", end.String()))
	}
}

func minutes(k pass.Pass) {
	late := func(d model.When) bool { return d.Given() && d.V.AddDays(minutesDays).Before(k.Today) }
	for _, p := range k.Plans {
		if p.InForce() && !p.Withdrawn.Given() && late(p.Adopted.Date) && !p.Adopted.Minutes.Given() && !k.Untaken(p.Adopted.At, "minutes") {
			k.About(p.ID.V, p.Adopted.At, k.Say(
				"{The_short_plan} beslutades %s men protokollet saknas. Lägg till minutes under adopted.",
				"{The_short_plan} was adopted %s but its minutes are missing. Add minutes under adopted.", p.Adopted.Date.V.String()))
		}
	}
	for _, e := range k.Calendar.All() {
		if e.Kind.V == "decision" && !e.Withdrawn.Given() && late(e.Date) && !e.Minutes.Given() && e.ID.Given() && !k.Untaken(e.At, "minutes") {
			k.About(e.ID.V, e.ID.At, diag.Say(
				"Beslutet fattades %s men protokollet saknas. Lägg till minutes.",
				"The decision was taken %s but its minutes are missing. Add minutes.", e.Date.V.String()))
		}
	}
}
