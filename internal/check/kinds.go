package check

import (
	"strings"

	"samsyn/internal/diag"
)

// referable are the kinds of things that identifiers name.
var referable = []string{"area", "body", "cooperation-area", "event", "indicator", "initiative", "measure", "municipality", "party", "place",
	"plan", "reporting", "resource", "results", "review", "strategy", "sub-goal", "target-group"}

// unlike are the kinds that messages call otherwise than by their noun alone.
var unlike = map[string]diag.Text{
	"municipality": {SV: "en kommun bland parterna", EN: "a municipality among the parties"},
	"plan":         {SV: "{plan:en|ett} {plan}", EN: "{a_short_plan}"},
	"initiative":   {SV: "{initiative:en|ett} {initiative} (plan/insats)", EN: "{a_initiative} (plan/initiative)"},
	"measure":      {SV: "ett mått i {the_initiative}", EN: "a measure of {the_initiative}"},
	"event":        {SV: "en händelse i kalendern", EN: "an event in the calendar"},
}

// say puts a message into words, things called by the county's own words.
func (k *checker) say(sv, en string, args ...any) diag.Text {
	return diag.Say(k.words.Expand(sv, "sv"), k.words.Expand(en, "en"), args...)
}

// kind is what a thing of a kind is called, with its article.
func (k *checker) kind(kind string) diag.Text {
	if t, is := unlike[kind]; is {
		return k.say(t.SV, t.EN)
	}
	mark := strings.ReplaceAll(kind, "-", "_")
	return k.say("{"+mark+":en|ett} {"+mark+"}", "{a_"+mark+"}")
}

// kinds are those of which one is wanted.
func (k *checker) kinds(kinds []string) diag.Text {
	var t diag.Text
	for i, kind := range kinds {
		if i > 0 {
			t.SV += " eller "
			t.EN += " or "
		}
		name := k.kind(kind)
		t.SV += name.SV
		t.EN += name.EN
	}
	return t
}
