package model

import (
	"reflect"
	"sync"

	"samsyn/internal/diag"
)

// Slot is a field of a struct of the model that comes from a file.
type Slot struct {
	Index int          // in the struct
	Name  string       // in the file; "" for the text below the fields, and for a struct whose fields stand among those around it
	Type  reflect.Type // a diag.Place for where the struct itself stands
}

// Slots lists the fields of a struct of the model that come from a file. A type is asked
// once: reading its tags takes longer than filling its fields.
func Slots(t reflect.Type) []Slot {
	if known, is := slots.Load(t); is {
		list, _ := known.([]Slot)
		return list
	}
	var list []Slot
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("yaml")
		own := f.Type == placeType && f.Name == "At"
		if f.IsExported() && (own || name != "-") {
			list = append(list, Slot{i, name, f.Type})
		}
	}
	slots.Store(t, list)
	return list
}

var (
	slots     sync.Map // lists, by their types
	textType  = reflect.TypeFor[Text]()
	actorType = reflect.TypeFor[Actor]()
	placeType = reflect.TypeFor[diag.Place]()
)
