package exchange

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
	"samsyn/internal/rewrite"
)

// said is the text of a single value.
func said(v *rewrite.Value) string {
	switch {
	case v == nil:
		return ""
	case v.Kept:
		return sheets.Clean(doc.Target(v.Was).Value)
	}
	return v.Text
}

// reach is what stands at a path of fields, opened; nil where there is nothing.
func reach(v *rewrite.Value, path string) *rewrite.Value {
	for name := range strings.SplitSeq(path, ".") {
		if v = v.Field(name); v == nil {
			return nil
		}
		v.Open()
	}
	return v
}

// made is what stands at a path of fields, put there where there is nothing.
func made(v *rewrite.Value, path string, kind yaml.Kind) *rewrite.Value {
	names := strings.Split(path, ".")
	for n, name := range names {
		of := yaml.MappingNode
		if n == len(names)-1 {
			of = kind
		}
		next := v.Field(name)
		if next != nil {
			next.Open()
		}
		if next == nil || next.Kind != of { // an empty one, which says nothing
			fresh := &rewrite.Value{Kind: of}
			if next != nil {
				fresh.Was = next.Was
			}
			next = fresh
			v.Set(name, next)
		}
		v = next
	}
	return v
}

// set gives a field at a path what a cell says. What becomes empty goes.
func set(v *rewrite.Value, path []string, column *sheets.Column, values []sheets.Item) {
	name := path[0]
	if len(path) > 1 {
		inner := v.Field(name)
		if inner == nil && len(values) == 0 {
			return
		}
		inner = made(v, name, yaml.MappingNode)
		set(inner, path[1:], column, values)
		if len(inner.Fields) == 0 {
			v.Drop(name)
		}
		return
	}
	if len(values) == 0 {
		v.Drop(name)
		return
	}
	var was *yaml.Node
	if now := v.Field(name); now != nil {
		was = now.Was
	}
	v.Set(name, valueOf(column, values, was))
}

// valueOf is what a cell says, as it stands in a file. Values of a list that were there
// stay as they are written.
func valueOf(column *sheets.Column, values []sheets.Item, was *yaml.Node) *rewrite.Value {
	if !column.Kind.Listed() {
		return scalar(column, values[0], was)
	}
	list := &rewrite.Value{Was: was, Kind: yaml.SequenceNode}
	var there []*yaml.Node
	if was != nil && doc.Target(was).Kind == yaml.SequenceNode {
		there = slices.Clone(doc.Target(was).Content)
	}
	for _, i := range values {
		at := slices.IndexFunc(there, func(n *yaml.Node) bool { return sheets.Same(column.ItemsOf(n), []sheets.Item{i}) })
		if at < 0 {
			list.Items = append(list.Items, scalar(column, i, nil))
			continue
		}
		list.Items = append(list.Items, rewrite.Keep(there[at]))
		there = slices.Delete(there, at, at+1)
	}
	return list
}

func scalar(column *sheets.Column, i sheets.Item, was *yaml.Node) *rewrite.Value {
	switch {
	case i.Outside:
		return &rewrite.Value{Was: was, Kind: yaml.MappingNode, Fields: []rewrite.Field{{Name: "name", Value: rewrite.Text(nil, i.Value)}}}
	case column.Kind == grid.Number, column.Kind == grid.YesNo, column.Kind == grid.Date, column.Kind == grid.Dates:
		return rewrite.Plain(was, i.Value)
	}
	return rewrite.Text(was, i.Value)
}
