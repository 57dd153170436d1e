package form

import (
	"slices"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
)

// byKey makes the field of a mapping whose keys are the editor's own: of values by
// measure there is one entry for each measure, and for each key that is none.
func (b *builder) byKey(f *Field) {
	f.Kind, f.Fixed, f.nodes, f.Fields = Group, true, map[string]*yaml.Node{}, nil
	var picks []Pick
	if slices.Contains(f.t.KeysRefer, "measure") {
		picks = slices.Clone(b.measures)
	}
	if f.was != nil && doc.Target(f.was).Kind == yaml.MappingNode {
		for p := range doc.Pairs(f.was) {
			key := doc.Target(p.Key).Value
			f.nodes[key] = p.Value
			if !slices.ContainsFunc(picks, func(q Pick) bool { return q.Value == key }) {
				picks = append(picks, Pick{Value: key, Label: key})
			}
		}
	}
	for _, p := range picks {
		sub := b.field(f.t.Extra, f.nodes[p.Value], f.Path+"."+p.Value)
		sub.name, sub.Label, sub.Help = p.Value, p.Label, ""
		f.Fields = append(f.Fields, sub)
	}
	if len(f.Fields) == 0 && slices.Contains(f.t.KeysRefer, "measure") {
		f.Help = b.words.Expand("Här skrivs siffror när {the_initiative} har mått. Lägg till ett mått under uppföljningen först.", "sv")
	}
}

// measuresOf gathers the measures of an initiative's file.
func (b *builder) measuresOf(root *yaml.Node) {
	b.measures = nil
	list := child(child(root, "follow_up"), "measures")
	if list == nil || doc.Target(list).Kind != yaml.SequenceNode {
		return
	}
	for _, m := range doc.Target(list).Content {
		b.measure(scalarOf(child(m, "id")), scalarOf(child(m, "title")))
	}
}

func (b *builder) measure(id, title string) {
	if title == "" {
		title = id
	}
	if id != "" && !slices.ContainsFunc(b.measures, func(p Pick) bool { return p.Value == id }) {
		b.measures = append(b.measures, Pick{Value: id, Label: title})
	}
}

// measuresIn gathers them as they have been filled in.
func (b *builder) measuresIn(fields []*Field) {
	b.measures = nil
	each(fields, func(f *Field) {
		if f.t != nil && f.t.Identifier == "measure" {
			b.measure(f.Value, sibling(fields, f, "title"))
		}
	})
}

// each goes through fields and what they hold.
func each(fields []*Field, do func(*Field)) {
	for _, f := range fields {
		do(f)
		each(f.Fields, do)
	}
}

// sibling is the value of another field of the group that a field stands in.
func sibling(fields []*Field, f *Field, name string) string {
	value := ""
	each(fields, func(g *Field) {
		if !slices.Contains(g.Fields, f) {
			return
		}
		for _, s := range g.Fields {
			if s.name == name {
				value = s.Value
			}
		}
	})
	return value
}
