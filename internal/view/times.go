package view

import (
	"maps"

	"samsyn/internal/diff"
	"samsyn/internal/model"
)

// timesOf gives the times of each content file, of a plan's file with those of its
// initiatives, since its page shows them, and under "" those of all content.
func timesOf(c *model.Content, changed map[string]diff.Times) map[string]diff.Times {
	times := maps.Clone(changed)
	if times == nil {
		return map[string]diff.Times{}
	}
	var all diff.Times
	for _, one := range changed {
		all = all.With(one)
	}
	times[""] = all
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			times[p.Path] = diff.Times{Created: times[p.Path].Created, Changed: times[p.Path].With(changed[i.Path]).Changed}
		}
	}
	return times
}
