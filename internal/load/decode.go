package load

import (
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// decoder puts what could be taken of a document into the model's types, by
// their yaml tags. What was rejected stays absent.
type decoder struct {
	doc.Locator
	bad map[*yaml.Node]bool
}

// decode fills into, a pointer to a struct, from a mapping.
func (d decoder) decode(n *yaml.Node, into any) {
	if n != nil && doc.Target(n).Kind == yaml.MappingNode {
		d.structure(n, reflect.ValueOf(into).Elem())
	}
}

func (d decoder) value(n *yaml.Node, v reflect.Value) {
	if d.bad[n] || doc.IsEmpty(n) {
		return
	}
	switch into := v.Addr().Interface().(type) {
	case *model.Text:
		*into = model.Text{V: d.text(n), At: d.Place(n)}
	case *model.Bool:
		*into = model.Bool{V: strings.EqualFold(doc.Target(n).Value, "true"), At: d.Place(n)}
	case *model.Int:
		i, _ := strconv.Atoi(doc.Target(n).Value)
		*into = model.Int{V: i, At: d.Place(n)}
	case *model.Number:
		*into = d.number(n)
	case *model.When:
		date, _ := model.ParseDate(doc.Target(n).Value)
		*into = model.When{V: date, At: d.Place(n)}
	case *model.Actor:
		d.actor(n, into)
	case *model.Reporters:
		d.reporters(n, into)
	case *model.Member:
		d.member(n, into)
	case *model.Count:
		d.count(n, into)
	default:
		d.composite(n, v)
	}
}

func (d decoder) composite(n *yaml.Node, v reflect.Value) {
	kind := doc.Target(n).Kind
	switch {
	case v.Kind() == reflect.Struct && kind == yaml.MappingNode:
		d.structure(n, v)
	case v.Kind() == reflect.Slice && kind == yaml.SequenceNode:
		d.list(doc.Target(n).Content, v)
	case v.Kind() == reflect.Map && kind == yaml.MappingNode:
		v.Set(reflect.MakeMap(v.Type()))
		for p := range doc.Pairs(n) {
			if !d.bad[p.Key] && !d.bad[p.Value] {
				item := reflect.New(v.Type().Elem()).Elem()
				d.value(p.Value, item)
				v.SetMapIndex(reflect.ValueOf(d.text(p.Key)), item)
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

// structure fills a struct from a mapping.
func (d decoder) structure(n *yaml.Node, v reflect.Value) {
	for _, s := range model.Slots(v.Type()) {
		into := v.Field(s.Index)
		if at, own := into.Addr().Interface().(*diag.Place); own {
			*at = d.Place(n)
		} else if value := doc.Find(n, s.Name, d.bad); s.Name != "" && value != nil {
			d.value(value, into)
		}
	}
}

func (d decoder) text(n *yaml.Node) string { return prose.Composed(doc.Target(n).Value) }

func (d decoder) number(n *yaml.Node) model.Number {
	f, _ := strconv.ParseFloat(doc.Target(n).Value, 64)
	return model.Number{V: f, At: d.Place(n)}
}

func (d decoder) actor(n *yaml.Node, into *model.Actor) {
	if doc.Target(n).Kind == yaml.ScalarNode {
		into.ID = model.Ref{V: d.text(n), At: d.Place(n)}
	} else if name := doc.Find(n, "name", d.bad); name != nil {
		into.Name = model.Text{V: d.text(name), At: d.Place(name)}
	}
}

func (d decoder) reporters(n *yaml.Node, into *model.Reporters) {
	if doc.Target(n).Kind == yaml.ScalarNode {
		into.All = model.Text{V: d.text(n), At: d.Place(n)}
		return
	}
	d.value(n, reflect.ValueOf(&into.Actors).Elem())
}

func (d decoder) member(n *yaml.Node, into *model.Member) {
	if doc.Target(n).Kind == yaml.ScalarNode {
		*into = model.Member{Party: model.Ref{V: d.text(n), At: d.Place(n)}, At: d.Place(n)}
		return
	}
	d.structure(n, reflect.ValueOf(into).Elem())
}

func (d decoder) count(n *yaml.Node, into *model.Count) {
	if doc.Target(n).Kind == yaml.ScalarNode {
		*into = model.Count{Total: d.number(n), At: d.Place(n)}
		return
	}
	d.structure(n, reflect.ValueOf(into).Elem())
}
