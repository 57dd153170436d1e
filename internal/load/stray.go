package load

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/schema"
)

// A field that has lost its indentation stands beside the block that it belongs
// to, where the schema does not know it.

// home is a block that has a field, below the mapping where the field strayed to.
type home struct {
	path []string // the names of the blocks that lead to it, outermost first
	list bool     // the block is an item of a list
	of   *schema.Type
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

// astray is a field that stands in a mapping and belongs in a block below it.
type astray struct {
	home
	doc.Pair
	block *doc.Pair  // the block, where the mapping has it
	into  *yaml.Node // the mapping that the field is to stand in, nil where there is none
	near  bool       // it stands just below the block
}

// strayed finds where the field at place i of a mapping belongs: in the block just
// above it, or else in the only one that has such a field.
func (h *holder) strayed(list []doc.Pair, i int, name string, t *schema.Type) *astray {
	all := homes(t, name)
	if len(all) == 0 {
		return nil
	}
	over := i - 1
	for over >= 0 && t.Field(doc.Target(list[over].Key).Value) == nil {
		over-- // strays themselves
	}
	s := astray{Pair: list[i]}
	for _, x := range all {
		if over >= 0 && len(x.path) == 1 && x.path[0] == doc.Target(list[over].Key).Value {
			s.home, s.block, s.near = x, &list[over], true
		}
	}
	if s.block == nil {
		if len(all) > 1 {
			return nil
		}
		s.home = all[0]
		for j, p := range list {
			if doc.Target(p.Key).Value == s.path[0] && !h.bad[p.Key] {
				s.block = &list[j]
			}
		}
	}
	s.into = s.inside()
	return &s
}

// inside is the mapping that lacks the field: the block itself, or a list's last
// item.
func (s *astray) inside() *yaml.Node {
	if s.block == nil || len(s.path) > 1 {
		return nil
	}
	n := doc.Target(s.block.Value)
	if s.list && n.Kind == yaml.SequenceNode && len(n.Content) > 0 {
		n = doc.Target(n.Content[len(n.Content)-1])
	}
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		return nil
	}
	return n
}

// takeBack makes one finding of one mistake: a block does not lack the field that
// stands beside it. It names the block where nothing but such fields is left of it.
func (h *holder) takeBack(s *astray) (emptied string) {
	name := visible(doc.Target(s.Key).Value)
	if s.into == nil {
		if s.near && doc.IsNull(s.block.Value) {
			return s.path[0]
		}
		return ""
	}
	lack := h.lack(s.into, s.of, s.of.Field(name))
	h.findings = slices.DeleteFunc(h.findings, func(f diag.Finding) bool { return f.Same(lack) })
	h.elsewhere = append(h.elsewhere, model.Field{Of: h.Place(s.into), Name: name})
	return ""
}

// message says where the field belongs, and how its line is to be written there.
func (h *holder) strayMessage(s *astray) diag.Text {
	name := clip(doc.Target(s.Key).Value)
	under := s.path[len(s.path)-1]
	if len(s.path) > 1 {
		under += " (" + strings.Join(s.path[:len(s.path)-1], ".") + ")"
	}
	if s.block == nil {
		return diag.Say(
			"Fältet %[1]s hör till %[2]s, som saknas här. Skriv %[3]s: på raden ovanför, och två mellanslag före %[1]s.",
			"The field %[1]s belongs to %[2]s, which is missing here. Write %[3]s: on the line above, and two spaces before %[1]s.", name, under, s.path[0])
	}
	on := s.block.Key.Line + h.Above
	if s.list {
		return diag.Say(
			"Fältet %[1]s hör till en punkt i listan %[2]s (rad %[3]s). Flytta raden till den punkten, och ge den lika många mellanslag som punktens andra fält.",
			"The field %[1]s belongs to an item of the list %[2]s (line %[3]s). Move the line to that item, and give it as many spaces as the item's other fields.", name, under, itoa(on))
	}
	column := s.block.Key.Column + 2
	if s.into != nil {
		column = s.into.Content[0].Column
	}
	line := strings.Repeat(" ", max(column-1, 0)) + name + ":"
	if v := doc.Target(s.Value); v.Kind == yaml.ScalarNode && !strings.Contains(v.Value, "\n") && !doc.IsNull(v) {
		line += " " + clip(v.Value)
	}
	sv, en := spacesText(column-1, "mellanslag"), spacesText(column-1, "spaces")
	if s.near {
		return diag.Say(
			"Fältet %[1]s hör till %[2]s (rad %[3]s) och ska vara indraget under det. Skriv "+sv+" först på raden: ”%[4]s”",
			"The field %[1]s belongs to %[2]s (line %[3]s) and must be indented under it. Write "+en+" at the beginning of the line: “%[4]s”", name, under, itoa(on), line)
	}
	return diag.Say(
		"Fältet %[1]s hör till %[2]s (rad %[3]s). Flytta raden dit, och skriv "+sv+" först på den: ”%[4]s”",
		"The field %[1]s belongs to %[2]s (line %[3]s). Move the line there, and write "+en+" at its beginning: “%[4]s”", name, under, itoa(on), line)
}

// spacesText is a number of spaces in words as far as one counts them.
func spacesText(n int, word string) string {
	small := map[string][]string{"mellanslag": {"inga", "ett", "två", "tre", "fyra", "fem", "sex"}, "spaces": {"no", "one", "two", "three", "four", "five", "six"}}[word]
	if n < len(small) {
		return small[n] + " " + word
	}
	return strconv.Itoa(n) + " " + word
}
