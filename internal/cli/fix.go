package cli

import (
	"fmt"
	"maps"
	"slices"

	"samsyn/internal/edit"
	"samsyn/internal/report"
)

// fix mends what can only be meant in one way, and lays the files out.
func (a *app) fix(args []string) int {
	if _, err := a.parse(a.flags("fix"), args, 0); err != nil {
		return status(err)
	}
	day, err := a.day("")
	if err != nil {
		return a.fail(err)
	}
	tree, err := a.tree()
	if err != nil {
		return a.fail(err)
	}
	mended, err := edit.Mend(tree, day)
	if err != nil {
		return a.fail(err)
	}
	for _, name := range slices.Sorted(maps.Keys(mended.Files)) {
		if err := edit.Replace(tree.Dir(), name, mended.Files[name]); err != nil {
			return a.fail(fmt.Errorf("%s: %w", name, err))
		}
	}
	changes := make([]report.Change, len(mended.Corrections))
	for i, c := range mended.Corrections {
		changes[i] = report.Change{Place: c.Place, Rule: c.Rule.Name, Old: c.Old, New: c.New}
	}
	if err := report.WriteChanges(a.Stdout, changes, mended.LaidOut, a.lang); err != nil {
		return a.fail(err)
	}
	if left := mended.Result.Errors(); left > 0 {
		a.say("%d fel är kvar. samsyn validate visar dem.", "%d errors remain. samsyn validate shows them.", left)
		return findings
	}
	return ok
}
