// Package rewrite gives a content file other values. The bytes of a file go in, and the
// tree of values that it is to have, most of which are those that it has; out come the
// bytes in which only what differs is written anew, as the command fmt writes it. Line
// ends, comments, the order of fields and the layout of all else stay. Whoever only adds to
// a list, or changes a field, does it with the functions of change.go.
package rewrite

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/edit"
)

// Value is what is to stand at a place of a document.
type Value struct {
	Was  *yaml.Node // what it stands in the place of; nil where it is new
	Kept bool       // all of Was stays, byte for byte

	Kind  yaml.Kind // of one that is not kept: ScalarNode, SequenceNode, MappingNode
	Text  string    // of a scalar
	Plain bool      // the scalar stands as it is written: a number, a date, true
	Items []*Value  // of a list
	// Fields are all that a mapping is to have; what is not among them goes.
	Fields []Field
}

// Field is a field of a mapping.
type Field struct {
	Name  string
	Value *Value
}

// Keep is a value that stays as it is.
func Keep(n *yaml.Node) *Value { return &Value{Was: n, Kept: true} }

// Text is a text in the place of another value, or (nil) of none.
func Text(was *yaml.Node, s string) *Value { return &Value{Was: was, Kind: yaml.ScalarNode, Text: s} }

// Plain is a number, a date or a truth value in the place of another value, or of none.
// It has to be one that YAML reads back as it is written.
func Plain(was *yaml.Node, s string) *Value {
	return &Value{Was: was, Kind: yaml.ScalarNode, Text: s, Plain: true}
}

// Of is a value that can be changed: that of a node, each part of which is kept.
func Of(n *yaml.Node) *Value {
	v := &Value{Was: n}
	n = doc.Target(n)
	switch v.Kind = n.Kind; n.Kind {
	case yaml.MappingNode:
		for p := range doc.Pairs(n) {
			v.Fields = append(v.Fields, Field{p.Key.Value, Keep(p.Value)})
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			v.Items = append(v.Items, Keep(item))
		}
	default:
		v.Kept = true
	}
	return v
}

// Changed tells whether anything of a value is not as it stands.
func (v *Value) Changed() bool {
	switch {
	case v.Kept:
		return false
	case v.Was == nil:
		return true
	}
	n := doc.Target(v.Was)
	switch {
	case n.Kind != v.Kind, v.Kind == yaml.ScalarNode:
		return true
	case v.Kind == yaml.SequenceNode:
		return !slices.EqualFunc(v.Items, n.Content, func(i *Value, n *yaml.Node) bool { return i.Was == n && !i.Changed() })
	}
	if len(v.Fields)*2 != len(n.Content) {
		return true
	}
	for i, f := range v.Fields {
		if f.Value.Was != n.Content[2*i+1] || f.Value.Changed() {
			return true
		}
	}
	return false
}

// spelled writes out what is kept of the values that hold or repeat others: where one of
// them changes, the others must not.
func (v *Value) spelled() *Value {
	if v.Kept {
		if !repeats(v.Was) {
			return v
		}
		return Copy(v.Was, v.Was)
	}
	w := *v
	w.Items, w.Fields = nil, nil
	for _, i := range v.Items {
		w.Items = append(w.Items, i.spelled())
	}
	for _, f := range v.Fields {
		w.Fields = append(w.Fields, Field{f.Name, f.Value.spelled()})
	}
	return &w
}

// repeats tells whether a node has an anchor or is an alias, or something in it is.
func repeats(n *yaml.Node) bool {
	return n.Kind == yaml.AliasNode || n.Anchor != "" || slices.ContainsFunc(n.Content, repeats)
}

// copied is a value like a node, to be written anew.
func copied(n *yaml.Node) *Value {
	n = doc.Target(n)
	v := &Value{Kind: n.Kind}
	switch n.Kind {
	case yaml.MappingNode:
		for p := range doc.Pairs(n) {
			v.Fields = append(v.Fields, Field{doc.Target(p.Key).Value, copied(p.Value)})
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			v.Items = append(v.Items, copied(item))
		}
	default:
		v.Text, v.Plain = n.Value, n.Tag != "!!str"
	}
	return v
}

// says tells whether a node says what a value is to say.
func (v *Value) says(n *yaml.Node) bool {
	if v.Kept {
		return same(v.Was, n)
	}
	n = doc.Target(n)
	if n.Kind != v.Kind {
		return false
	}
	switch v.Kind {
	case yaml.SequenceNode:
		return slices.EqualFunc(v.Items, n.Content, (*Value).says)
	case yaml.MappingNode:
		return v.saysFields(n)
	}
	return n.Value == v.Text && (v.Plain || n.Tag == "!!str")
}

func (v *Value) saysFields(n *yaml.Node) bool {
	want := slices.Clone(v.Fields)
	slices.SortStableFunc(want, func(a, b Field) int { return cmp.Compare(a.Name, b.Name) })
	have := slices.Collect(doc.Pairs(n))
	slices.SortStableFunc(have, func(a, b doc.Pair) int { return cmp.Compare(a.Key.Value, b.Key.Value) })
	return slices.EqualFunc(want, have, func(f Field, p doc.Pair) bool { return f.Name == p.Key.Value && f.Value.says(p.Value) })
}

// said is a scalar's value. The line feed at the end of a text that stands below its key
// is left out: at the end of a front matter it is the fence's own.
func said(n *yaml.Node) string {
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return strings.TrimRight(n.Value, "\n")
	}
	return n.Value
}

// same tells whether two nodes say the same, whether they do it by an alias or not.
func same(a, b *yaml.Node) bool {
	a, b = doc.Target(a), doc.Target(b)
	return a.Kind == b.Kind && said(a) == said(b) && a.ShortTag() == b.ShortTag() && slices.EqualFunc(a.Content, b.Content, same)
}

// scalar is how a single value stands on a line, or a text on several: the first goes
// behind the key, the others are indented.
func (v *Value) scalar() (first string, more []string) {
	switch {
	case v.Plain:
		return v.Text, nil
	case !edit.Paragraphs(v.Text):
		return edit.Scalar(v.Text), nil
	}
	return "|-", strings.Split(v.Text, "\n")
}
