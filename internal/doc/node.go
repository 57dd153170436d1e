package doc

import (
	"iter"
	"regexp"

	"gopkg.in/yaml.v3"
)

// Target is a node, or what it is an alias of.
func Target(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

// IsNull tells whether a value is null: written so, or left out behind its colon.
func IsNull(n *yaml.Node) bool { return Target(n).Tag == "!!null" }

var (
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	whole   = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
)

// IsNumber tells whether a value is a number as a file may have it: digits, with a point
// before decimals, and nothing that some reader of YAML takes for another number.
func IsNumber(value string) bool { return decimal.MatchString(value) }

// IsWhole tells whether it is a whole one.
func IsWhole(value string) bool { return whole.MatchString(value) }

// IsEmpty tells whether a value is there but says nothing.
func IsEmpty(n *yaml.Node) bool {
	n = Target(n)
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag == "!!null" || n.Tag == "!!str" && isBlank(n.Value)
	default:
		return len(n.Content) == 0
	}
}

// IsBlock tells whether a list or a mapping stands on lines of its own, without brackets.
func IsBlock(n *yaml.Node) bool {
	return (n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode) && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0
}

// Pair is a key of a mapping with its value.
type Pair struct{ Key, Value *yaml.Node }

// Pairs goes through a mapping's keys and values.
func Pairs(n *yaml.Node) iter.Seq[Pair] {
	n = Target(n)
	return func(yield func(Pair) bool) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(Pair{n.Content[i], n.Content[i+1]}) {
				return
			}
		}
	}
}

// Value gives what stands behind a key, be it empty; nil where the key is absent, or n is no
// mapping.
func Value(n *yaml.Node, key string) *yaml.Node {
	if n == nil || Target(n).Kind != yaml.MappingNode {
		return nil
	}
	for p := range Pairs(n) {
		if Target(p.Key).Value == key {
			return p.Value
		}
	}
	return nil
}

// Find gives the value of a key, nil where it is absent or empty, or where the key or the
// value is among those to be passed over.
func Find(n *yaml.Node, key string, except map[*yaml.Node]bool) *yaml.Node {
	for p := range Pairs(n) {
		if Target(p.Key).Value == key && !except[p.Key] {
			if IsEmpty(p.Value) || except[p.Value] {
				return nil
			}
			return p.Value
		}
	}
	return nil
}
