package merge

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/rewrite"
	"samsyn/schema"
)

// list merges lists entry by entry, where the entries can be told apart; ok is false
// where they cannot, or where both have put them in another order.
func (m *merger) list(at string, t *schema.Type, before, mine, theirs *yaml.Node) (v *rewrite.Value, ok bool) {
	var sides [3][]*yaml.Node
	for i, n := range []*yaml.Node{before, mine, theirs} {
		if n != nil {
			sides[i] = doc.Target(n).Content
		}
	}
	items := t.Entry()
	field, ok := telling(items, sides)
	if !ok {
		return nil, false
	}
	var keys [3][]string
	var of [3]map[string]*yaml.Node
	for i, side := range sides {
		of[i] = map[string]*yaml.Node{}
		for _, n := range side {
			key := keyOf(n, field)
			keys[i] = append(keys[i], key)
			of[i][key] = n
		}
	}
	ordered, ok := order(keys[0], keys[1], keys[2])
	if !ok {
		return nil, false
	}
	v = &rewrite.Value{Was: theirs, Kind: yaml.SequenceNode}
	for _, key := range ordered {
		nth := slices.Index(keys[1], key)
		if nth < 0 {
			nth = slices.Index(keys[2], key)
		}
		if merged := m.value(fmt.Sprintf("%s[%d]", at, nth), items, of[0][key], of[1][key], of[2][key]); merged != nil {
			v.Items = append(v.Items, merged)
		}
	}
	return v, true
}

// telling is the field by which the entries of lists are told apart: their identifier,
// or else the first that all of them have and no two in a list have alike; "" where the
// entries are values themselves.
func telling(items *schema.Type, sides [3][]*yaml.Node) (field string, ok bool) {
	if tells("", sides) {
		return "", true
	}
	for _, name := range candidates(items, sides) {
		if tells(name, sides) {
			return name, true
		}
	}
	return "", false
}

func candidates(items *schema.Type, sides [3][]*yaml.Node) []string {
	list := []string{"id"}
	if object := items.For("object"); object != nil {
		for _, f := range object.Fields {
			if f.Type.Identifier != "" {
				list = slices.Insert(list, 0, f.Name)
			}
		}
		for _, f := range object.Fields {
			if f.Required {
				list = append(list, f.Name)
			}
		}
	}
	for _, side := range sides {
		for _, n := range side {
			if isKind(yaml.MappingNode, n) {
				return slices.AppendSeq(list, names(n))
			}
		}
	}
	return list
}

// tells tells whether a field tells the entries apart.
func tells(field string, sides [3][]*yaml.Node) bool {
	for _, side := range sides {
		seen := map[string]bool{}
		for _, n := range side {
			key := keyOf(n, field)
			if key == "" || seen[key] {
				return false
			}
			seen[key] = true
		}
	}
	return true
}

// keyOf is what a field of an entry says, or the entry itself; "" where that is nothing.
func keyOf(n *yaml.Node, field string) string {
	if field != "" {
		if !isKind(yaml.MappingNode, n) {
			return ""
		}
		n = doc.Value(n, field)
	}
	if !isKind(yaml.ScalarNode, n) {
		return ""
	}
	return scalar(n)
}

// order puts the entries of two lists into one. Whoever has moved entries leads, and
// what the other has added comes behind what it stands behind there; ok is false where
// both have moved them.
func order(before, mine, theirs []string) (all []string, ok bool) {
	inAll := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(k string) bool {
			return !slices.Contains(before, k) || !slices.Contains(mine, k) || !slices.Contains(theirs, k)
		})
	}
	lead, other := theirs, mine
	switch {
	case slices.Equal(inAll(mine), inAll(before)), slices.Equal(inAll(mine), inAll(theirs)):
	case slices.Equal(inAll(theirs), inAll(before)):
		lead, other = mine, theirs
	default:
		return nil, false
	}
	all = slices.Clone(lead)
	for i, key := range other {
		if slices.Contains(all, key) {
			continue
		}
		at := 0
		if i > 0 {
			at = slices.Index(all, other[i-1]) + 1
		}
		all = slices.Insert(all, at, key)
	}
	return all, true
}
