package form

import (
	"cmp"
	"slices"
	"strconv"

	"samsyn/internal/blank"
	"samsyn/internal/form/input"
)

// titles are the fields that an identifier may be made of, the best first.
var titles = []string{"short_name", "name", "title", "term"}

// identify gives the new entries of a field that are called something and have no
// identifier one of their own: as is the custom for sub-goals (area-d1) and cooperation
// areas (area-1), for others by what they are called.
func (f *Form) identify(field *Field) {
	taken := f.identifiers(holds(field.t, "measure"))
	each([]*Field{field}, func(g *Field) {
		if g.was != nil {
			return // what has none there may be about to get one by hand
		}
		for _, id := range g.Fields {
			if id.t == nil || id.t.Identifier == "" || id.ReadOnly || input.Text(id.Value) != "" || g.value() == nil {
				continue
			}
			id.Value = f.identifier(id.t.Identifier, g, taken)
			taken[id.Value] = true
		}
	})
}

// identifiers are those that are taken: in the form, and in the whole content but where
// they need be unique in the file alone.
func (f *Form) identifiers(alone bool) map[string]bool {
	taken := map[string]bool{}
	if !alone {
		for _, id := range f.b.x.Content.Identifiers {
			taken[id.ID] = true
		}
	}
	each(f.Fields, func(g *Field) {
		if g.t != nil && g.t.Identifier != "" {
			taken[input.Text(g.Value)] = true
		}
	})
	return taken
}

func (f *Form) identifier(kind string, g *Field, taken map[string]bool) string {
	base := ""
	switch kind {
	case "sub-goal", "cooperation-area":
		area := f.role.ID
		if f.fresh != nil {
			area = cmp.Or(blank.Slug(f.valueOf(Name)), blank.Slug(f.valueOf("title")))
		}
		if kind == "sub-goal" {
			area += "-d"
		} else {
			area += "-"
		}
		for n := 1; area != "-d" && area != "-"; n++ {
			if id := area + strconv.Itoa(n); !taken[id] {
				return id
			}
		}
	}
	for _, name := range titles {
		if i := slices.IndexFunc(g.Fields, func(s *Field) bool { return s.name == name }); i >= 0 && base == "" {
			base = blank.Slug(input.Text(g.Fields[i].Value))
		}
	}
	for n := 1; base != ""; n++ {
		if id := numbered(base, n); !taken[id] {
			return id
		}
	}
	return ""
}
