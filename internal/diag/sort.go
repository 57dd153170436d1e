package diag

import (
	"cmp"
	"slices"
	"strings"
)

// Sort puts findings in the order of files, lines, columns, rules and words, and drops
// those that say the same of the same place twice. It returns what is left, in the same
// array.
func Sort(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Range.Start.compare(b.Range.Start),
			strings.Compare(a.Rule.Name, b.Rule.Name), strings.Compare(a.Message.SV, b.Message.SV))
	})
	return slices.CompactFunc(findings, Finding.Same)
}

// Count tells how many errors and warnings there are; accepted warnings are counted as
// neither.
func Count(findings []Finding) (errors, warnings, accepted int) {
	for _, f := range findings {
		switch {
		case f.Severity() == Error:
			errors++
		case f.Accepted != "":
			accepted++
		default:
			warnings++
		}
	}
	return errors, warnings, accepted
}
