package view

import (
	"maps"

	"samsyn/internal/model"
)

// timesOf gives the times of each content file, of a plan's file with those of its
// initiatives, since its page shows them, and under "" those of all content.
func timesOf(c *model.Content, changed map[string]Times) map[string]Times {
	times := maps.Clone(changed)
	if times == nil {
		return map[string]Times{}
	}
	var all Times
	for _, one := range changed {
		all = all.with(one)
	}
	times[""] = all
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			times[p.Path] = Times{times[p.Path].Created, times[p.Path].with(changed[i.Path]).Changed}
		}
	}
	return times
}

// with spans both: the earlier beginning and the later change.
func (t Times) with(u Times) Times {
	if t.Created.IsZero() || !u.Created.IsZero() && u.Created.Before(t.Created) {
		t.Created = u.Created
	}
	if t.Changed.IsZero() || t.Changed.Before(u.Changed) {
		t.Changed = u.Changed
	}
	return t
}
