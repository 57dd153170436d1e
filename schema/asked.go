package schema

import "slices"

// What those who edit, read and write content ask of a type.

// Under is the type of a field of an object, or of the values where the object's keys are
// free; nil where the schema knows none.
func (t *Type) Under(name string) *Type {
	if t = t.For("object"); t == nil {
		return nil
	}
	if f := t.Field(name); f != nil {
		return f.Type
	}
	return t.Extra
}

// Entry is the type of a list's entries, nil where it is no list.
func (t *Type) Entry() *Type {
	if t = t.For("array"); t == nil {
		return nil
	}
	return t.Items
}

// One is the type of a single value: of a list that of its entries.
func (t *Type) One() *Type {
	if t != nil && t.Items != nil {
		return t.Items
	}
	return t
}

// IsDate tells whether a text is a date, or a part of one.
func (t *Type) IsDate() bool { return t.Format == "date" || t.Format == "partial-date" }

// IsWords tells whether the type takes any words at all, and nothing else: they can be
// translated.
func (t *Type) IsWords() bool {
	return t.For("string") == t && t.FreeText() && t.Pattern != nil && t.Pattern.String() == `\S`
}

// FreeText tells whether the type takes text in anybody's own words: no choice, identifier
// or reference, and nothing that is written in one way, as a date or an address is.
func (t *Type) FreeText() bool {
	return t.Allows("string") && t.Enum == nil && t.Identifier == "" && t.Reference == nil && t.Format == ""
}

// Illustrated gives an object's type with the values of t's own example as the examples of
// its fields: what several fields are made of has examples that suit none of them in
// particular.
func (t *Type) Illustrated(o *Type) *Type {
	if len(t.Examples) == 0 {
		return o
	}
	example, is := t.Examples[0].(object)
	if !is {
		return o
	}
	own := *o
	own.Fields = slices.Clone(o.Fields)
	for i, f := range own.Fields {
		if v := example.get(f.Name); v != nil {
			of := *f.Type
			of.Examples = []any{v}
			own.Fields[i].Type = &of
		}
	}
	return &own
}
