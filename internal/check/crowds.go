package check

import (
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// crowds is the rule about what is written once and told at many.
var crowds = []pass.Rule{pass.Finds(diag.TooLarge, toldAtMany), pass.Finds(diag.TooLarge, repeatedParts)}

// mostTold is how many times in all the things of a file that are told at each of those
// they concern may be told: a county has hundreds, and two files of a megabyte could ask
// for fifty million.
const mostTold = 100_000

// toldAtMany holds shared duties, reports that all owe and work for the whole county to
// what can be drawn.
func toldAtMany(k pass.Pass) {
	if k.Parties == nil {
		return
	}
	kinds := map[string]int{}
	for _, p := range k.Parties.Parties {
		kinds[p.Kind.V]++
	}
	parties := len(k.Parties.Parties)
	told := 0
	for _, d := range k.Parties.Duties {
		told += kinds[d.Kind.V] + len(d.Parties)
	}
	tooMany(k, told, "agreement/parties.yaml", "duties")
	told = 0
	if k.Agreement != nil {
		for _, r := range k.Agreement.Reporting {
			if r.From.All.Given() {
				told += parties
			}
		}
		tooMany(k, told, "agreement/agreement.yaml", "reporting")
	}
	places := kinds["municipality"] + len(k.Places.All())
	told = 0
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		if i.CountyWide.V {
			told += places
		}
	})
	tooMany(k, told, "agreement/parties.yaml", "county_wide")
}

func tooMany(k pass.Pass, told int, file, field string) {
	if told > mostTold {
		k.Report(diag.Whole(file), diag.Say(
			"Det som står under %s gäller så många att det skulle visas mer än %d gånger. Ta bort det som inte behövs.",
			"What stands under %s concerns so many that it would be shown more than %d times. Remove what is not needed.", field, mostTold))
	}
}

// mostParts is how many chapters may be parts that the content fills: there are eight of
// them, and each holds as much as there is.
const mostParts = 100

func repeatedParts(k pass.Pass) {
	if k.Agreement == nil {
		return
	}
	parts := 0
	for _, c := range k.Agreement.Chapters {
		if c.Part.Given() {
			parts++
		}
	}
	if parts > mostParts {
		k.Report(diag.Whole("agreement/agreement.yaml"), diag.Say("Under chapters står fler än %d delar (part). Ange varje del en gång.",
			"There are more than %d parts (part) under chapters. Name each part once.", mostParts))
	}
}
