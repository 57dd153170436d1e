package lsp

import (
	"maps"
	"slices"

	"samsyn/schema"
)

// typeAt is the type of what stands at a path of fields in a file; nil where the schema
// knows none.
func (s *Server) typeAt(file string, path []string) *schema.Type {
	kind, known := s.kinds[file]
	if !known || kind.Schema == "" {
		return nil
	}
	t, err := schema.TypeOf(kind.Schema)
	if err != nil {
		return nil
	}
	for _, field := range path {
		if t = inner(t, field); t == nil {
			return nil
		}
	}
	return t
}

// forms are the types that a value of a type may have: its variants, and those of the
// items where it is a list.
func forms(t *schema.Type) []*schema.Type {
	if t == nil {
		return nil
	}
	list := []*schema.Type{t}
	for _, v := range t.Variants {
		list = append(list, forms(v)...)
	}
	return append(list, forms(t.Items)...)
}

// inner is the type of a field of a type; nil where it has none of that name.
func inner(t *schema.Type, field string) *schema.Type {
	for _, form := range forms(t) {
		if f := form.Field(field); f != nil {
			if field == "replaced_by" && len(form.ReplacedBy) > 0 {
				refers := *f.Type
				refers.Reference = form.ReplacedBy
				return &refers
			}
			return f.Type
		}
	}
	for _, form := range forms(t) {
		if form.Extra != nil {
			return form.Extra
		}
	}
	return nil
}

// refersTo lists the kinds that a value of a type may refer to.
func refersTo(t *schema.Type) []string {
	var kinds []string
	for _, form := range forms(t) {
		kinds = append(kinds, form.Reference...)
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// keysRefer lists the kinds that the fields' names of a type refer to.
func keysRefer(t *schema.Type) []string {
	var kinds []string
	for _, form := range forms(t) {
		kinds = append(kinds, form.KeysRefer...)
	}
	return kinds
}

// titled is what a field is called, in the server's language and the county's words.
func (s *Server) titled(t *schema.Type) string {
	name, _ := s.look.words.In(t.Name.Label, s.opt.Lang)
	return name
}

// helped is what the schema says of a field, which it says in Swedish.
func (s *Server) helped(t *schema.Type) string { return s.look.words.Expand(t.Description, "sv") }

// choices are the values of an enumeration with what they are called.
func choices(t *schema.Type) (values []string, labels map[string]schema.Label) {
	labels = map[string]schema.Label{}
	for _, form := range forms(t) {
		values = append(values, form.Enum...)
		maps.Copy(labels, form.Labels)
	}
	return values, labels
}

// isDate tells whether a value of a type may be a day.
func isDate(t *schema.Type) bool {
	return slices.ContainsFunc(forms(t), (*schema.Type).IsDate)
}

// isYesNo tells whether a value of a type is true or false.
func isYesNo(t *schema.Type) bool {
	return slices.ContainsFunc(forms(t), func(form *schema.Type) bool { return slices.Equal(form.Types, []string{"boolean"}) })
}
