package rewrite

import (
	"slices"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
)

// Copy is a value like a node of another file, in the place of a value, or (nil) of none.
func Copy(was, n *yaml.Node) *Value {
	v := copied(n)
	v.Was = was
	return v
}

// Open makes a value that is kept as a whole one whose parts are, and can be changed.
func (v *Value) Open() *Value {
	if v.Kept {
		*v = *Of(v.Was)
	}
	return v
}

// Field is a field of a mapping, nil where there is none.
func (v *Value) Field(name string) *Value {
	if v == nil {
		return nil
	}
	for _, f := range v.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	return nil
}

// Set gives a mapping a field. A value that is there gets the new one in its place.
func (v *Value) Set(name string, with *Value) {
	for n := range v.Fields {
		if was := v.Fields[n].Value; v.Fields[n].Name == name {
			if with.Was == nil {
				with.Was = was.Was
			}
			v.Fields[n].Value = with
			return
		}
	}
	v.Fields = append(v.Fields, Field{name, with})
}

// Drop takes a field out of a mapping.
func (v *Value) Drop(name string) {
	v.Fields = slices.DeleteFunc(v.Fields, func(f Field) bool { return f.Name == name })
}

// All is all that a file says, to be changed.
func (f *File) All() *Value {
	if f.Root == nil {
		return &Value{Kind: yaml.MappingNode}
	}
	return Of(f.Root)
}

// Append adds entries to a list that is a field; where there is none, they are the first.
func (v *Value) Append(field string, entries ...*Value) error {
	list := v.Field(field)
	switch {
	case len(entries) == 0:
		return nil
	case list == nil || list.Was != nil && doc.IsEmpty(list.Was):
		list = &Value{Kind: yaml.SequenceNode}
		v.Set(field, list)
	case list.Open().Kind != yaml.SequenceNode:
		return ErrForm
	}
	list.Items = append(list.Items, entries...)
	return nil
}

// Append adds entries to the list that is a field at the top of a file. kind and markdown
// are those of Read.
func Append(kind string, markdown bool, data []byte, field string, entries ...*Value) ([]byte, error) {
	f, err := Read(kind, markdown, data)
	if err != nil {
		return nil, err
	}
	all := f.All()
	if err := all.Append(field, entries...); err != nil {
		return nil, err
	}
	return f.With(all, nil)
}
