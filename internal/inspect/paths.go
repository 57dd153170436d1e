package inspect

import (
	"maps"
	"slices"
)

// Paths lists the files that were read, in byte order.
func (r *Result) Paths() []string { return slices.Sorted(maps.Keys(r.lines)) }
