// Package check holds a content against itself and against a day: the rules between
// things. It takes a loaded content and gives findings; of files it reads the places'
// shapes alone. A rule is an entry of the table at the head of the file that holds its
// function: here those about references and about how things hang together, in meaning
// those about what is said, in writing those about how it is written.
package check

import (
	"slices"

	"samsyn/internal/check/meaning"
	"samsyn/internal/check/pass"
	"samsyn/internal/check/writing"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Options is what a check depends on beside the content.
type Options = pass.Options

// tables are all rules between things, by what they are about.
var tables = [][]pass.Rule{
	references, meaning.Periods, meaning.Agreement, meaning.Decisions, writing.Texts, writing.Writing,
	change, organisation, plans, reach, meaning.FollowUps, meaning.Statuses, meaning.Reporting,
	meaning.Repetitions, meaning.Indicators, meaning.Figures, site, addresses, crowds,
}

// Rules lists every rule there is, those of single files first, in the order in which
// they are documented.
func Rules() []diag.Rule {
	all := slices.Clone(diag.Rules)
	for _, table := range tables {
		for _, r := range table {
			if !slices.Contains(all, r.Rule) {
				all = append(all, r.Rule)
			}
		}
	}
	return all
}

// Check applies every rule to the content and gives what they find, in no particular
// order.
func Check(c *model.Content, opt Options) []diag.Finding {
	return toldOnce(pass.Run(c, opt, Rules(), tables))
}

// toldOnce leaves out that something is listed twice where it leads nowhere, which is told,
// and of such a reference the second telling.
func toldOnce(found []diag.Finding) []diag.Finding {
	lost, twice := map[diag.Place]bool{}, map[diag.Place]bool{}
	for _, f := range found {
		switch f.Rule {
		case UnknownReference:
			lost[f.Place] = true
			for _, r := range f.Related {
				lost[r.Place] = true
			}
		case meaning.ListedTwice:
			twice[f.Place] = true
		}
	}
	return slices.DeleteFunc(found, func(f diag.Finding) bool {
		return lost[f.Place] && twice[f.Place] && len(f.Related) == 0 && (f.Rule == UnknownReference || f.Rule == meaning.ListedTwice)
	})
}
