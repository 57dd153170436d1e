package form

import (
	"cmp"
	"strconv"

	"samsyn/internal/advice"
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
			if id.t.Identifier != "" && !id.ReadOnly && input.Text(id.Value) == "" && g.value() != nil {
				id.Value = f.identifier(id.t.Identifier, g, taken)
				taken[id.Value] = true
			}
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
	if before, is := map[string]string{"sub-goal": "-d", "cooperation-area": "-"}[kind]; is {
		area := f.role.ID
		if f.fresh {
			area = cmp.Or(blank.Slug(f.valueOf(Name)), blank.Slug(f.valueOf("title")))
		}
		for n := 1; area != ""; n++ {
			if id := area + before + strconv.Itoa(n); !taken[id] {
				return id
			}
		}
	}
	base := ""
	for _, name := range titles {
		if s := g.sub(name); s != nil && base == "" {
			base = blank.Slug(input.Text(s.Value))
		}
	}
	return advice.Free(base, func(id string) bool { return id != "" && taken[id] })
}
