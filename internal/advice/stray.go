package advice

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// A field that has lost its indentation stands beside the block that it belongs
// to, where the schema does not know it.

// home is a block that has a field, below the mapping where the field strayed to.
type home struct {
	Path []string // the names of the blocks that lead to it, outermost first
	List bool     // the block is an item of a list
	Of   *schema.Type
}

// homes lists the blocks below a type that have a field of the name.
func homes(t *schema.Type, name string, above ...string) []home {
	var found []home
	for _, f := range t.Fields {
		inner, list := f.Type.For("object"), false
		if inner == nil && f.Type.Items != nil {
			inner, list = f.Type.Items.For("object"), true
		}
		if inner == nil {
			continue
		}
		path := append(slices.Clone(above), f.Name)
		if inner.Field(name) != nil {
			found = append(found, home{path, list, inner})
		}
		found = append(found, homes(inner, name, path...)...)
	}
	return found
}

// Stray is a field that stands in a mapping and belongs in a block below it.
type Stray struct {
	home
	Field doc.Pair
	Block *doc.Pair  // the block, where the mapping has it
	Into  *yaml.Node // the mapping that the field is to stand in, nil where there is none
	Near  bool       // it stands just below the block
}

// FindStray finds where the field at place i of a mapping belongs: in the block just
// above it, or else in the only one that has such a field; nil where there is none. bad are
// the keys that cannot be taken.
func FindStray(list []doc.Pair, i int, name string, t *schema.Type, bad map[*yaml.Node]bool) *Stray {
	all := homes(t, name)
	if len(all) == 0 {
		return nil
	}
	over := i - 1
	for over >= 0 && t.Field(doc.Target(list[over].Key).Value) == nil {
		over-- // strays themselves
	}
	s := Stray{Field: list[i]}
	for _, x := range all {
		if over >= 0 && len(x.Path) == 1 && x.Path[0] == doc.Target(list[over].Key).Value {
			s.home, s.Block, s.Near = x, &list[over], true
		}
	}
	if s.Block == nil {
		if len(all) > 1 {
			return nil
		}
		s.home = all[0]
		for j, p := range list {
			if doc.Target(p.Key).Value == s.Path[0] && !bad[p.Key] {
				s.Block = &list[j]
			}
		}
	}
	s.Into = s.inside()
	return &s
}

// inside is the mapping that lacks the field: the block itself, or a list's last
// item.
func (s *Stray) inside() *yaml.Node {
	if s.Block == nil || len(s.Path) > 1 {
		return nil
	}
	n := doc.Target(s.Block.Value)
	if s.List && n.Kind == yaml.SequenceNode && len(n.Content) > 0 {
		n = doc.Target(n.Content[len(n.Content)-1])
	}
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		return nil
	}
	return n
}

// Emptied tells whether nothing but strayed fields is left of the block.
func (s *Stray) Emptied() bool { return s.Into == nil && s.Near && doc.IsNull(s.Block.Value) }

// words say where the field belongs, and how its line is to be written there.
func (s *Stray) words(l doc.Locator) diag.Text {
	name := Clip(doc.Target(s.Field.Key).Value)
	under := s.Path[len(s.Path)-1]
	if len(s.Path) > 1 {
		under += " (" + strings.Join(s.Path[:len(s.Path)-1], ".") + ")"
	}
	if s.Block == nil {
		return diag.Say(
			"Fältet %[1]s hör till %[2]s, som saknas här. Skriv %[3]s: på raden ovanför, och två mellanslag före %[1]s.",
			"The field %[1]s belongs to %[2]s, which is missing here. Write %[3]s: on the line above, and two spaces before %[1]s.", name, under, s.Path[0])
	}
	on := l.Line(s.Block.Key)
	if s.List {
		return diag.Say(
			"Fältet %[1]s hör till en punkt i listan %[2]s (rad %[3]s). Flytta raden till den punkten, och ge den lika många mellanslag som punktens andra fält.",
			"The field %[1]s belongs to an item of the list %[2]s (line %[3]s). Move the line to that item, and give it as many spaces as the item's other fields.", name, under, strconv.Itoa(on))
	}
	column := s.Block.Key.Column + 2
	if s.Into != nil {
		column = s.Into.Content[0].Column
	}
	line := strings.Repeat(" ", max(column-1, 0)) + name + ":"
	if v := doc.Target(s.Field.Value); v.Kind == yaml.ScalarNode && !strings.Contains(v.Value, "\n") && !doc.IsNull(v) {
		line += " " + Clip(v.Value)
	}
	if s.Near {
		return diag.Say(
			"Fältet %[1]s hör till %[2]s (rad %[3]s) och ska vara indraget under det. Skriv %[5]s först på raden: ”%[4]s”",
			"The field %[1]s belongs to %[2]s (line %[3]s) and must be indented under it. Write %[5]s at the beginning of the line: “%[4]s”", name, under, strconv.Itoa(on), line, spaces(column-1))
	}
	return diag.Say(
		"Fältet %[1]s hör till %[2]s (rad %[3]s). Flytta raden dit, och skriv %[5]s först på den: ”%[4]s”",
		"The field %[1]s belongs to %[2]s (line %[3]s). Move the line there, and write %[5]s at its beginning: “%[4]s”", name, under, strconv.Itoa(on), line, spaces(column-1))
}
