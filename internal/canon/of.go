package canon

import (
	"reflect"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// Of digests a thing of the model, a pointer or a value: two versions of it have
// the same digest where nothing has changed in substance. It covers the thing's
// fields and its text; not where it stands, and of a plan not its initiatives.
func Of(thing any) string { return digest("thing", Value(thing)) }

// Value is the canonical form of a value of the model, of the types that
// encoding/json writes; nil where it is absent.
func Value(thing any) any { return value(reflect.ValueOf(thing)) }

var placeType = reflect.TypeFor[diag.Place]()

func value(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	switch known := v.Interface().(type) {
	case model.Text:
		return given(known, Text(known.V))
	case model.When:
		return given(known, known.V.String())
	case model.Int:
		return given(known, known.V)
	case model.Number:
		return given(known, known.V)
	case model.Bool:
		return given(known, known.V)
	case *prose.Doc:
		return Prose(known)
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return value(v.Elem())
	case reflect.Slice:
		return slice(v)
	case reflect.Map:
		return mapping(v)
	case reflect.Struct:
		return fields(v)
	}
	return nil
}

func given[T any](v model.Value[T], canonical any) any {
	if !v.Given() {
		return nil
	}
	return canonical
}

func slice(v reflect.Value) any {
	if v.Len() == 0 {
		return nil
	}
	list := make([]any, v.Len())
	for i := range list {
		list[i] = value(v.Index(i))
	}
	return list
}

func mapping(v reflect.Value) any {
	if v.Len() == 0 {
		return nil
	}
	o := object{}
	for iter := v.MapRange(); iter.Next(); {
		o.put(Text(iter.Key().String()), value(iter.Value()))
	}
	return o
}

// fields takes a struct's fields by their names in the files. The identifier and
// the text, which have no name there, count; links up and down the model do not.
func fields(v reflect.Value) any {
	o := object{}
	o.fields(v)
	if len(o) == 0 {
		return nil
	}
	return o
}

func (o object) fields(v reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Pointer && !v.Field(i).IsNil() {
			o.fields(v.Field(i).Elem()) // a part of the thing that is kept apart
		}
		if f.Type == placeType || f.Anonymous {
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "-" && f.Name != "ID" && f.Name != "Body" {
			continue
		}
		if name == "" || name == "-" {
			name = strings.ToLower(f.Name)
		}
		o.put(name, value(v.Field(i)))
	}
}
