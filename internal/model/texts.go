package model

import (
	"reflect"
	"strconv"
	"strings"

	"samsyn/internal/diag"
)

// Texts gives the texts of a file (a *Config, an *Area, …) with their paths, which are
// those of a translation's Fields: "title", "parties/alvesta/name". A thing in a list
// goes by its identifier, or its number where it has none.
func Texts(file any, give func(path string, t Text)) {
	if v := reflect.ValueOf(file); !v.IsNil() {
		texts(v.Elem(), "", give)
	}
}

var (
	textType  = reflect.TypeFor[Text]()
	placeType = reflect.TypeFor[diag.Place]()
)

func texts(v reflect.Value, at string, give func(string, Text)) {
	switch {
	case v.Type() == textType:
		if t, ok := v.Interface().(Text); ok && t.Given() {
			give(at, t)
		}
	case v.Type() == placeType || v.Kind() == reflect.Pointer:
		return // other things of the model, and bodies of text, are no fields
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			name := strings.Split(field.Tag.Get("yaml"), ",")[0]
			switch {
			case name == "-" || !field.IsExported():
			case field.Type == reflect.TypeFor[Actor]():
				texts(v.Field(i).FieldByName("Name"), join(at, name)+"/name", give)
			default:
				texts(v.Field(i), join(at, name), give)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), join(at, nameIn(v.Index(i), i)), give)
		}
	case v.Kind() == reflect.Map:
		for key, value := range v.Seq2() {
			texts(value, join(at, key.String()), give)
		}
	}
}

func join(at, name string) string { return strings.Trim(at+"/"+name, "/") }

// nameIn is what a thing in a list goes by.
func nameIn(v reflect.Value, number int) string {
	if v.Kind() == reflect.Struct {
		if id := v.FieldByName("ID"); id.IsValid() && id.Type() == textType && id.FieldByName("V").String() != "" {
			return id.FieldByName("V").String()
		}
	}
	return strconv.Itoa(number)
}
