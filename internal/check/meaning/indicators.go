package meaning

import (
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Indicators are the rules about figures.
var Indicators = []pass.Rule{
	pass.Warns("indicator-without-data", withoutData),
	pass.Warns("sub-goal-without-indicator", subGoals),
	pass.Warns("small-count", smallCounts),
	pass.Warns("indicator-stale", staleIndicators),
}

func withoutData(k pass.Pass) {
	for _, i := range k.Content.Indicators {
		if i.Withdrawn.Given() || i.Title.At.IsZero() || facts.HasData(i) || k.Untaken(i.At, "series") {
			continue
		}
		k.About(i.ID.V, i.Title.At, diag.Say(
			"Indikatorn har inget värde i sin serie. Lägg till utfall under series.",
			"The indicator has no value in its series. Add figures under series."))
	}
}

func subGoals(k pass.Pass) {
	for _, a := range k.Areas {
		for _, g := range a.SubGoals {
			if a.Withdrawn.Given() || g.Withdrawn.Given() || len(g.Indicators) > 0 || g.Followed.V == "qualitatively" || !g.ID.Given() ||
				k.Untaken(g.At, "indicators", "followed") {
				continue
			}
			k.About(g.ID.V, g.ID.At, k.Say(
				"{The_sub_goal} %s har ingen indikator. Lägg till en under indicators, eller followed: qualitatively om det följs upp på annat sätt.",
				"{The_sub_goal} %s has no indicator. Add one under indicators, or followed: qualitatively if it is followed otherwise.", g.ID.V))
		}
	}
}

// A published count this small may point somebody out.
const smallest, largestSmall = 1, 4

func smallCounts(k pass.Pass) {
	way := diag.Say("Ta bort det och skriv flag: suppressed, eller lägg ihop det med andra.", "Remove it and write flag: suppressed, or merge it with others.")
	check := func(id string, n model.Number) {
		if n.Given() && n.V >= smallest && n.V <= largestSmall {
			k.About(id, n.At, diag.Say(
				"Värdet %s är så litet att det kan peka ut enskilda personer. "+way.SV,
				"The value %s is so small that it may point somebody out. "+way.EN, pass.Number(n.V)))
		}
	}
	all := func(id string, v model.Count) {
		check(id, v.Total)
		check(id, v.Women)
		check(id, v.Men)
		workedOut(k, id, v)
	}
	for _, i := range k.Content.Indicators {
		if !i.CountsPeople.V || i.Withdrawn.Given() {
			continue
		}
		check(i.ID.V, i.Baseline.Value)
		for _, o := range i.Series {
			if o.Flag.V == "suppressed" || o.Flag.V == "missing" {
				continue // suppressed-value tells of it
			}
			all(i.ID.V, countOf(&o))
		}
	}
	way = diag.Say("Ta bort det, och skriv i rapportens text att uppgiften är skyddad. Ta bort ett av de andra talen också, om det går att räkna ut av dem.",
		"Remove it, and write in the report's text that the figure is protected. Remove another of the numbers too if it can be worked out from them.")
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		for _, m := range i.FollowUp.Measures {
			if !m.CountsPeople.V || m.Withdrawn.Given() {
				continue
			}
			for _, r := range i.Reports {
				all(i.FullID(), r.Values[m.ID.V])
			}
		}
	})
}

// workedOut tells of a small value that has been taken away and is what the total is
// more than the other.
func workedOut(k pass.Pass, id string, v model.Count) {
	other, name := v.Women, "women"
	if !other.Given() {
		other, name = v.Men, "men"
	}
	if !v.Total.Given() || v.Women.Given() == v.Men.Given() {
		return
	}
	if rest := v.Total.V - other.V; rest >= smallest && rest <= largestSmall {
		k.About(id, other.At, diag.Say(
			"Värdet som saknas går att räkna ut (%[1]s − %[2]s = %[3]s), och det är så litet att det kan peka ut enskilda personer. Ta bort %[4]s också.",
			"The value that is missing can be worked out (%[1]s − %[2]s = %[3]s), and is so small that it may point somebody out. Remove %[4]s too.",
			pass.Number(v.Total.V), pass.Number(other.V), pass.Number(rest), name))
	}
}

// fresh is how many years back the last one of a series may lie.
const fresh = 3

func staleIndicators(k pass.Pass) {
	if k.Agreement != nil && k.Agreement.Status.V == "superseded" {
		return
	}
	for _, i := range k.Content.Indicators {
		if i.Withdrawn.Given() || k.Untaken(i.At, "series") || !facts.HasData(i) { // that it has none is told by itself
			continue
		}
		var last model.Int
		for _, o := range i.Series {
			if o.Year.Given() && (!last.Given() || o.Year.V > last.V) {
				last = o.Year
			}
		}
		if last.Given() && last.V < k.Today.Year-fresh {
			k.About(i.ID.V, last.At, diag.Say(
				"Seriens senaste år är %d. Lägg till nyare värden, eller märk indikatorn med withdrawn om den inte följs längre.",
				"The last year of the series is %d. Add newer values, or mark the indicator with withdrawn if it is not followed any more.", last.V))
		}
	}
}
