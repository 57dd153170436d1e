package load

import (
	"slices"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/schema"
)

// loses takes down which identifiers go lost with a value that is rejected: what
// refers to them is not told as a mistake of its own.
func (w *validator) loses(n *yaml.Node, t *schema.Type) {
	if w.bad[n] {
		w.loseKinds(t)
	}
}

// loseKinds takes down the kinds of identifiers that a type holds.
func (w *validator) loseKinds(t *schema.Type) {
	if t == nil {
		return
	}
	if t.Identifier != "" {
		w.lose(t.Identifier)
	}
	if t.Identifier == "party" {
		w.lose("municipality") // a kind of them
	}
	for _, f := range t.Fields {
		w.loseKinds(f.Type)
	}
	w.loseKinds(t.Items)
	w.loseKinds(t.Extra)
}

// refuse lists the fields that could not be taken, wholly or in part, and those
// that an unknown field is a slip of.
func (f *file) refuse() {
	if len(f.bad) > 0 || len(f.meant) > 0 {
		f.refuseIn(f.root)
	}
	slices.SortStableFunc(f.refused, func(a, b model.Field) int { return a.Of.Compare(b.Of) })
}

// refuseIn tells whether something in a node was refused.
func (f *file) refuseIn(n *yaml.Node) bool {
	refused := f.bad[n]
	switch n.Kind {
	case yaml.MappingNode:
		of := f.locator.Place(n)
		for p := range doc.Pairs(n) {
			inside := f.refuseIn(p.Value)
			name := doc.Target(p.Key).Value
			meant, stranger := f.meant[p.Key]
			if stranger {
				name = meant
			}
			if inside || f.bad[p.Key] {
				refused = true
				if name != "" { // nobody asks for a field that the schema does not know
					f.refused = append(f.refused, model.Field{Of: of, Name: name})
				}
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			refused = f.refuseIn(item) || refused
		}
	}
	return refused
}
