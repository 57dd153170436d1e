package desk

import (
	"maps"
	"slices"

	"samsyn/internal/console"
	"samsyn/internal/mend"
	"samsyn/internal/report"
	"samsyn/internal/safewrite"
)

// fix mends what can only be meant in one way, and lays the files out.
func (a *app) fix(args []string) error {
	if _, err := a.Parse(a.Flags("fix"), args, 0); err != nil {
		return err
	}
	tree, err := a.Tree()
	if err != nil {
		return err
	}
	mended, err := mend.Content(tree, a.Today())
	if err != nil {
		return err
	}
	var files []safewrite.Change
	for _, name := range slices.Sorted(maps.Keys(mended.Files)) {
		files = append(files, safewrite.Change{Path: name, Before: mended.Was[name], After: mended.Files[name]})
	}
	if err := safewrite.Write(tree.Dir(), files); err != nil {
		return a.unwritten(err)
	}
	changes := make([]report.Change, len(mended.Corrections))
	for i, c := range mended.Corrections {
		changes[i] = report.Change{Place: c.Place, Rule: c.Rule.Name, Old: c.Old, New: c.New}
	}
	if err := report.WriteChanges(a.Stdout, changes, mended.LaidOut, a.Lang); err != nil {
		return err
	}
	if left := mended.Result.Errors(); left > 0 {
		a.Say("%d fel är kvar. samsyn validate visar dem.", "%d errors remain. samsyn validate shows them.", left)
		return console.ErrFindings
	}
	return nil
}
