package model

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"
)

// Texts gives the texts of a file (a *Config, an *Area, …) with their paths, which are
// those of a translation's Fields: "title", "parties/alvesta/name". A thing in a list
// goes by its identifier, or its number where it has none.
func Texts(file any, give func(path TextPath, t Text)) {
	if v := reflect.ValueOf(file); !v.IsNil() {
		texts(v.Elem(), make(TextPath, 0, 8), give)
	}
}

// TextPath is where a text stands in its file: the names from the outermost to its own.
// It is good only until the next text is given.
type TextPath []string

func (p TextPath) String() string { return strings.Join(p, "/") }

func texts(v reflect.Value, at TextPath, give func(TextPath, Text)) {
	switch {
	case v.Type() == textType:
		if t := textOf(v); t.Given() {
			give(at, t)
		}
	case v.Type() == placeType || v.Kind() == reflect.Pointer:
		return // other things of the model, and bodies of text, are no fields
	case v.Kind() == reflect.Struct:
		for _, s := range Slots(v.Type()) {
			switch field := v.Field(s.Index); {
			case field.IsZero(): // absent, as most are
			case s.Type == actorType:
				texts(field.FieldByName("Name"), append(at, s.Name, "name"), give)
			default:
				texts(field, append(at, s.Name), give)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), append(at, nameIn(v.Index(i), i)), give)
		}
	case v.Kind() == reflect.Map:
		for key, value := range v.Seq2() {
			texts(value, append(at, key.String()), give)
		}
	}
}

// textOf is the text that a value holds. In a map it has no address and is copied.
func textOf(v reflect.Value) (t Text) {
	if !v.CanAddr() {
		t, _ = v.Interface().(Text)
	} else if at, ok := v.Addr().Interface().(*Text); ok {
		t = *at
	}
	return t
}

// nameIn is what a thing in a list goes by.
func nameIn(v reflect.Value, number int) string {
	if v.Kind() == reflect.Struct && v.Type() != textType {
		for _, s := range Slots(v.Type()) {
			if s.Name == "id" {
				return cmp.Or(textOf(v.Field(s.Index)).V, strconv.Itoa(number))
			}
		}
	}
	return strconv.Itoa(number)
}
