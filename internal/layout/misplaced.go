package layout

import "samsyn/internal/diag"

// kindHome is where the files of a kind lie, in an editor's words.
type kindHome struct {
	markdown           bool
	name, among, place diag.Text
}

var kindHomes = map[string]kindHome{
	"area":      {true, diag.Say("{area:en|ett} {area}", "{a_area}"), diag.Say("{the_areas}", "{the_areas}"), diag.Say("agreement/areas", "agreement/areas")},
	"review":    {true, diag.Say("en aktualitetsprövning", "a review"), diag.Say("aktualitetsprövningarna", "the reviews"), diag.Say("agreement/reviews", "agreement/reviews")},
	"resource":  {true, diag.Say("en resurs", "a resource"), diag.Say("resurserna", "the resources"), diag.Say("agreement/resources", "agreement/resources")},
	"results":   {true, diag.Say("en resultatrapport", "a results report"), diag.Say("resultatrapporterna", "the results reports"), diag.Say("agreement/results", "agreement/results")},
	"indicator": {false, diag.Say("en indikator", "an indicator"), diag.Say("indikatorerna", "the indicators"), diag.Say("agreement/indicators", "agreement/indicators")},
	"initiative": {true, diag.Say("{initiative:en|ett} {initiative}", "{a_initiative}"), diag.Say("{the_initiatives}", "{the_initiatives}"),
		diag.Say("mappen för sin {short_plan}, som plans/2025", "the folder of its {short_plan}, such as plans/2025")},
	"plan": {false, diag.Say("{plan:en|ett} {plan}", "{a_short_plan}"), diag.Say("{the_plans}", "{the_short_plans}"),
		diag.Say("en egen mapp under plans, och döp den till plan.yaml", "a folder of its own under plans, and name it plan.yaml")},
}

// MayBe tells whether a file that lies among those of one kind may have been meant to be
// one of another, by what they are.
func MayBe(here, there string) bool {
	a, known := kindHomes[here]
	b, also := kindHomes[there]
	return known && also && here != there && a.markdown == b.markdown
}

// Misplaced says that a file among those of one kind is one of another.
func Misplaced(here, there string) diag.Text {
	among, is := kindHomes[here].among, kindHomes[there]
	return diag.Say("Filen ser ut att vara %s, men ligger bland %s. Flytta den till %s.",
		"The file looks like %s, but lies among %s. Move it to %s.", is.name, among, is.place)
}
