package load

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

func itoa(i int) string { return strconv.Itoa(i) }

// decoder puts what could be taken of a document into the model's types, by
// their yaml tags. What was rejected stays absent.
type decoder struct {
	locator
	bad map[*yaml.Node]bool
}

var (
	placeType = reflect.TypeFor[diag.Place]()
	rangeType = reflect.TypeFor[diag.Range]()
)

// decode fills into, a pointer to a struct, from a mapping.
func (d decoder) decode(n *yaml.Node, into any) {
	if n != nil && target(n).Kind == yaml.MappingNode {
		d.structure(n, reflect.ValueOf(into).Elem())
	}
}

func (d decoder) value(n *yaml.Node, v reflect.Value) {
	if d.bad[n] || isNull(n) {
		return
	}
	switch into := v.Addr().Interface().(type) {
	case *model.Text:
		*into = model.Text{V: d.text(n), At: d.place(n)}
	case *model.Bool:
		*into = model.Bool{V: strings.EqualFold(target(n).Value, "true"), At: d.place(n)}
	case *model.Int:
		i, _ := strconv.Atoi(target(n).Value)
		*into = model.Int{V: i, At: d.place(n)}
	case *model.Number:
		*into = d.number(n)
	case *model.When:
		date, _ := model.ParseDate(target(n).Value)
		*into = model.When{V: date, At: d.place(n)}
	case *model.Actor:
		d.actor(n, into)
	case *model.Member:
		d.member(n, into)
	case *model.Count:
		d.count(n, into)
	default:
		d.composite(n, v)
	}
}

func (d decoder) composite(n *yaml.Node, v reflect.Value) {
	kind := target(n).Kind
	switch {
	case v.Kind() == reflect.Struct && kind == yaml.MappingNode:
		d.structure(n, v)
	case v.Kind() == reflect.Slice && kind == yaml.SequenceNode:
		d.list(target(n).Content, v)
	case v.Kind() == reflect.Map && kind == yaml.MappingNode:
		v.Set(reflect.MakeMap(v.Type()))
		for p := range pairs(n) {
			if !d.bad[p.key] && !d.bad[p.value] {
				item := reflect.New(v.Type().Elem()).Elem()
				d.value(p.value, item)
				v.SetMapIndex(reflect.ValueOf(d.text(p.key)), item)
			}
		}
	}
}

// list fills a slice, made as long as it will be, from what could be taken.
func (d decoder) list(items []*yaml.Node, v reflect.Value) {
	taken := 0
	for _, item := range items {
		if !d.bad[item] {
			taken++
		}
	}
	if taken == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), taken, taken))
	i := 0
	for _, item := range items {
		if !d.bad[item] {
			d.value(item, v.Index(i))
			i++
		}
	}
}

// structure fills a struct from a mapping; it tells whether a field was there.
func (d decoder) structure(n *yaml.Node, v reflect.Value) (given bool) {
	for _, s := range slotsOf(v.Type()) {
		into := v.Field(s.index)
		switch s.holds {
		case aPlace:
			*into.Addr().Interface().(*diag.Place) = d.place(n)
			given = true
		case aRange:
			*into.Addr().Interface().(*diag.Range) = d.place(n).Range
		case aPart:
			given = d.part(n, into) || given
		default:
			if value := find(n, s.name, d.bad); value != nil {
				d.value(value, into)
				given = true
			}
		}
	}
	return given
}

// slot is a field of a struct that a mapping fills.
type slot struct {
	index int
	name  string // in the mapping
	holds int
}

const (
	aValue = iota
	aPlace // where the mapping stands
	aRange // the same without its file
	aPart  // of the struct, which is kept apart
)

// slots are those of each type, by reflect.Type: to look them up anew takes longer than
// to fill them.
var slots sync.Map

func slotsOf(t reflect.Type) []slot {
	if known, ok := slots.Load(t); ok {
		return known.([]slot)
	}
	var all []slot
	for i := range t.NumField() {
		field := t.Field(i)
		name := field.Tag.Get("yaml")
		switch {
		case field.Type == placeType && field.Name == "At":
			all = append(all, slot{index: i, holds: aPlace})
		case field.Type == rangeType:
			all = append(all, slot{index: i, holds: aRange})
		case field.Anonymous && field.Type.Kind() == reflect.Pointer:
			all = append(all, slot{index: i, holds: aPart})
		case name != "" && name != "-":
			all = append(all, slot{index: i, name: name, holds: aValue})
		}
	}
	slots.Store(t, all)
	return all
}

// part fills a part of a struct that is kept apart. Where nothing of it is there, it
// stays the one that all share.
func (d decoder) part(n *yaml.Node, v reflect.Value) (given bool) {
	if !d.any(n, v.Type().Elem()) {
		return false
	}
	made := reflect.New(v.Type().Elem())
	made.Elem().Set(v.Elem())
	if given = d.structure(n, made.Elem()); given {
		v.Set(made)
	}
	return given
}

// any tells whether a mapping has one of a type's fields.
func (d decoder) any(n *yaml.Node, t reflect.Type) bool {
	for _, s := range slotsOf(t) {
		if s.holds == aPart || s.holds == aValue && find(n, s.name, d.bad) != nil {
			return true
		}
	}
	return false
}

func (d decoder) text(n *yaml.Node) string { return prose.Composed(target(n).Value) }

func (d decoder) number(n *yaml.Node) model.Number {
	f, _ := strconv.ParseFloat(target(n).Value, 64)
	return model.Number{V: f, At: d.place(n)}
}

func (d decoder) actor(n *yaml.Node, into *model.Actor) {
	if target(n).Kind == yaml.ScalarNode {
		into.ID = model.Ref{V: d.text(n), At: d.place(n)}
	} else if name := find(n, "name", d.bad); name != nil {
		into.Name = model.Text{V: d.text(name), At: d.place(name)}
	}
}

func (d decoder) member(n *yaml.Node, into *model.Member) {
	if target(n).Kind == yaml.ScalarNode {
		*into = model.Member{Party: model.Ref{V: d.text(n), At: d.place(n)}, At: d.place(n)}
		return
	}
	d.structure(n, reflect.ValueOf(into).Elem())
}

func (d decoder) count(n *yaml.Node, into *model.Count) {
	if target(n).Kind == yaml.ScalarNode {
		*into = model.Count{Total: d.number(n), At: d.place(n)}
		return
	}
	d.structure(n, reflect.ValueOf(into).Elem())
}
