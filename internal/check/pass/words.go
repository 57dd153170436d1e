package pass

import (
	"path"
	"strconv"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/schema"
)

// Referable are the kinds of things that identifiers name.
var Referable = []string{"area", "body", "cooperation-area", "event", "indicator", "initiative", "measure", "municipality", "party", "place",
	"plan", "reporting", "resource", "results", "review", "strategy", "sub-goal", "target-group"}

// unlike are the kinds that messages call otherwise than by their noun alone.
var unlike = map[string]diag.Text{
	"municipality": {SV: "en kommun bland parterna", EN: "a municipality among the parties"},
	"plan":         {SV: "{plan:en|ett} {plan}", EN: "{a_short_plan}"},
	"measure":      {SV: "ett mått i {the_initiative}", EN: "a measure of {the_initiative}"},
	"event":        {SV: "en händelse i kalendern", EN: "an event in the calendar"},
}

// Say puts a message into words, things called by the county's own words.
func (k Pass) Say(sv, en string, args ...any) diag.Text {
	return diag.Say(k.words.Expand(sv, "sv"), k.words.Expand(en, "en"), args...)
}

// Called puts the county's words into a text that is written with the schemas' marks.
func (k Pass) Called(t diag.Text) diag.Text {
	return diag.Text{SV: k.words.Expand(t.SV, "sv"), EN: k.words.Expand(t.EN, "en")}
}

// Kind is what a thing of a kind is called, with its article.
func (k Pass) Kind(kind string) diag.Text {
	if t, is := unlike[kind]; is {
		return k.Say(t.SV, t.EN)
	}
	mark := strings.ReplaceAll(kind, "-", "_")
	return k.Say("{"+mark+":en|ett} {"+mark+"}", "{a_"+mark+"}")
}

// Choice is a value of an enumeration with its Swedish name behind it, as the field at a
// path of the schemas has it: "initiative.status".
func (k Pass) Choice(path, value string) string {
	t, err := schema.Find(path)
	if err != nil || t.Choices()[value].SV == "" {
		return value
	}
	return value + " (" + k.words.Expand(t.Choices()[value].SV, "sv") + ")"
}

// Kinds are those of which one is wanted.
func (k Pass) Kinds(kinds []string) diag.Text {
	var list []diag.Text
	for _, kind := range kinds {
		name := k.Kind(kind)
		if kind == "initiative" { // which is named with its plan
			name = k.Called(diag.Text{SV: name.SV + " ({short_plan}/{initiative})", EN: name.EN + " ({short_plan}/{initiative})"})
		}
		list = append(list, name)
	}
	return diag.Join(list, " eller ", " or ")
}

// Listed is how many names a message lists.
const Listed = 12

// Number is a number as a message writes it.
func Number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// Leaves says that a path leads out of the content.
func Leaves(name string) diag.Text {
	return diag.Say(
		"Sökvägen ”%s” leder ut ur innehållets mapp. Hänvisa till en fil i mappen.",
		"The path “%s” leads out of the content's folder. Name a file inside it.", advice.Clip(name))
}

// OwnID is the identifier of the thing that has a file to itself, "" where it is none.
func OwnID(file string) string {
	dir, base := path.Split(file)
	name := strings.TrimSuffix(base, path.Ext(base))
	switch dir {
	case "agreement/areas/", "agreement/indicators/", "agreement/resources/", "agreement/reviews/", "agreement/results/":
		return name
	}
	plan, is := strings.CutPrefix(strings.TrimSuffix(dir, "/"), "plans/")
	switch {
	case !is || strings.Contains(plan, "/"):
		return ""
	case base == "plan.yaml":
		return plan
	}
	return plan + "/" + name
}
