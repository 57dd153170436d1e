package form

import (
	"cmp"
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
	if mappingOf(f.was) != nil {
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
	for _, m := range itemsOf(doc.Value(doc.Value(root, "follow_up"), "measures")) {
		b.measure(scalarOf(doc.Value(m, "id")), scalarOf(doc.Value(m, "title")))
	}
}

func (b *builder) measure(id, title string) {
	if id != "" && !slices.ContainsFunc(b.measures, func(p Pick) bool { return p.Value == id }) {
		b.measures = append(b.measures, Pick{Value: id, Label: cmp.Or(title, id)})
	}
}

// measuresIn gathers them as they have been filled in.
func (b *builder) measuresIn(fields []*Field) {
	b.measures = nil
	each(fields, func(f *Field) {
		if id, title := f.sub("id"), f.sub("title"); id != nil && id.t.Identifier == "measure" && title != nil {
			b.measure(id.Value, title.Value)
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
