package merge

import (
	"iter"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
)

// equal tells whether two nodes say the same; nil says nothing.
func equal(a, b *yaml.Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	a, b = doc.Target(a), doc.Target(b)
	if a.Kind != b.Kind || a.ShortTag() != b.ShortTag() || a.Kind == yaml.ScalarNode && a.Value != b.Value {
		return false
	}
	if a.Kind != yaml.MappingNode {
		return slices.EqualFunc(a.Content, b.Content, equal)
	}
	if len(a.Content) != len(b.Content) {
		return false
	}
	for name := range names(a) {
		if !equal(doc.Value(a, name), doc.Value(b, name)) {
			return false
		}
	}
	return true
}

// isKind tells whether all nodes are there and of a kind.
func isKind(kind yaml.Kind, nodes ...*yaml.Node) bool {
	return !slices.ContainsFunc(nodes, func(n *yaml.Node) bool { return n == nil || doc.Target(n).Kind != kind })
}

// isText tells whether a node is a text of several lines, which can be merged by them.
func isText(n *yaml.Node) bool {
	return isKind(yaml.ScalarNode, n) && doc.Target(n).ShortTag() == "!!str" && strings.Contains(doc.Target(n).Value, "\n")
}

func scalar(n *yaml.Node) string { return doc.Target(n).Value }

// names are the fields of a mapping; nil has none.
func names(n *yaml.Node) iter.Seq[string] {
	return func(yield func(string) bool) {
		if n == nil {
			return
		}
		for p := range doc.Pairs(n) {
			if !yield(doc.Target(p.Key).Value) {
				return
			}
		}
	}
}

// written is a value as a person can read it, "" for none.
func written(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	n = doc.Target(n)
	if n.Kind == yaml.ScalarNode {
		return n.Value
	}
	var b strings.Builder
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		return ""
	}
	return strings.TrimSpace(b.String())
}
