package form

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/form/input"
	"samsyn/internal/rewrite"
	"samsyn/internal/text"
)

// write is the file's text as the form is filled in.
func (f *Form) write() ([]byte, error) {
	var fields *rewrite.Value
	var body *string
	if f.role.Schema != "" {
		fields = group(f.Fields, f.file.Root)
		if fields == nil && f.file.Root != nil {
			fields = &rewrite.Value{Was: f.file.Root, Kind: yaml.MappingNode} // all have been emptied
		}
	}
	for _, field := range f.Fields {
		if field.Path == Body && input.Text(field.Value) != input.Text(field.before) {
			text := f.bodyOf(field.Value)
			body = &text
		}
	}
	return f.file.With(fields, body)
}

// bodyOf is the text below the fields as it is to stand: apart from them by an empty
// line, ended by a line feed.
func (f *Form) bodyOf(typed string) string {
	s := strings.Trim(input.Lines(typed), "\n")
	if s != "" {
		s += "\n"
	}
	lead := f.file.Body[:len(f.file.Body)-len(strings.TrimLeft(f.file.Body, "\n"))]
	if lead == "" && f.role.Schema != "" && s != "" {
		lead = "\n"
	}
	return lead + s
}

// value is what a field is to say, nil where it says nothing.
func (f *Field) value() *rewrite.Value {
	switch f.Kind {
	case Group:
		return f.group()
	case List:
		return f.list()
	case Many:
		return f.many()
	case OneOf:
		return f.oneOf()
	default:
		return f.single()
	}
}

// kept is what stands there, nil where nothing does.
func (f *Field) kept() *rewrite.Value {
	if f.was == nil {
		return nil
	}
	return rewrite.Keep(f.was)
}

func (f *Field) single() *rewrite.Value {
	typed := input.Text(f.Value)
	switch {
	case f.ReadOnly, typed == input.Text(f.before):
		return f.kept()
	case typed == "":
		return nil
	case f.Kind == Date:
		return f.date(typed)
	case isLanguage(f.t):
		return rewrite.Text(f.was, text.LanguageCode(typed))
	case f.t.Allows("boolean") && (typed == "true" || typed == "false"):
		return rewrite.Plain(f.was, typed)
	case f.t.Allows("integer"):
		n, ok := input.Number(typed)
		if ok && scalarOf(f.was) == n {
			return f.kept()
		} else if ok {
			return rewrite.Plain(f.was, n)
		}
	}
	return rewrite.Text(f.was, typed)
}

// date is a date as it stands in YAML. A year alone is a text there; what is no date
// stays as it was typed.
func (f *Field) date(typed string) *rewrite.Value {
	if f.t.Matches(typed) && len(typed) > len("2025-01") {
		return rewrite.Plain(f.was, typed)
	}
	return rewrite.Text(f.was, typed)
}

// group is what a group says: the fields of the mapping, those that no form shows as they
// are, and in their place a single value where that means the same.
func (f *Field) group() *rewrite.Value {
	if f.short != "" {
		if alone, is := f.standsAlone(); is {
			return alone
		}
	}
	v := group(f.Fields, f.was)
	if !f.translates {
		return v
	}
	return f.identified(v)
}

// standsAlone is the value of the field that may stand alone, where it is the only one and
// the file does not have it otherwise.
func (f *Field) standsAlone() (*rewrite.Value, bool) {
	if mappingOf(f.was) != nil {
		return nil, false
	}
	var only *rewrite.Value
	for _, sub := range f.Fields {
		v := sub.value()
		switch {
		case sub.name == f.short:
			only = v
		case v != nil:
			return nil, false
		}
	}
	switch {
	case only == nil && scalarOf(f.was) == "":
		return f.kept(), true
	case only != nil:
		only.Was = f.was
	}
	return only, true
}

func group(fields []*Field, was *yaml.Node) *rewrite.Value {
	v := &rewrite.Value{Was: was, Kind: yaml.MappingNode}
	done := map[string]bool{}
	byName := map[string]*Field{}
	for _, f := range fields {
		byName[f.name] = f
	}
	if mappingOf(was) != nil {
		for p := range doc.Pairs(was) {
			name := doc.Target(p.Key).Value
			f := byName[name]
			if f == nil || done[name] || f.was != p.Value {
				v.Fields = append(v.Fields, rewrite.Field{Name: name, Value: rewrite.Keep(p.Value)})
				continue
			}
			done[name] = true
			if sub := f.value(); sub != nil {
				v.Fields = append(v.Fields, rewrite.Field{Name: name, Value: sub})
			}
		}
	}
	for _, f := range fields {
		if f.name == "" || done[f.name] {
			continue
		}
		if sub := f.value(); sub != nil {
			if !sub.Kept { // it stands nowhere yet: a group has got it from a value alone
				sub.Was = nil
			}
			v.Fields = append(v.Fields, rewrite.Field{Name: f.name, Value: sub})
		}
	}
	if len(v.Fields) == 0 {
		return nothing(was)
	}
	return v
}

// nothing is what becomes of a group that says nothing: what said nothing before stays,
// as does what is no mapping and so no form could show; another goes.
func nothing(was *yaml.Node) *rewrite.Value {
	if was != nil && (doc.IsEmpty(was) || mappingOf(was) == nil) {
		return rewrite.Keep(was)
	}
	return nil
}

func (f *Field) list() *rewrite.Value {
	v := &rewrite.Value{Was: f.was, Kind: yaml.SequenceNode}
	if f.placed {
		v.Items = f.inPlaces()
	} else {
		for _, e := range f.Fields {
			if item := e.value(); item != nil {
				v.Items = append(v.Items, item)
			}
		}
	}
	if len(v.Items) == 0 {
		if f.Value == f.before && len(itemsOf(f.was)) == 0 {
			return f.kept()
		}
		return nil
	}
	return v
}

func (f *Field) many() *rewrite.Value {
	if sameSet(f.Values, f.had) {
		return f.kept()
	}
	if len(f.Values) == 0 {
		return nil
	}
	chosen := slices.Clone(f.Values)
	if i := slices.Index(chosen, f.short); f.short != "" && i >= 0 {
		if len(chosen) == 1 || !slices.Contains(f.had, f.short) {
			return rewrite.Text(f.was, f.short)
		}
		chosen = slices.Delete(chosen, i, i+1) // others have been chosen in its place
	}
	v := &rewrite.Value{Was: f.was, Kind: yaml.SequenceNode}
	for _, item := range itemsOf(f.was) {
		s := scalarOf(item)
		if i := slices.Index(chosen, s); i >= 0 {
			v.Items = append(v.Items, rewrite.Keep(item))
			chosen = slices.Delete(chosen, i, i+1)
		} else if s == "" {
			v.Items = append(v.Items, rewrite.Keep(item))
		}
	}
	for _, s := range chosen {
		if f.t.Items.Allows("integer") && doc.IsWhole(s) {
			v.Items = append(v.Items, rewrite.Plain(nil, s))
		} else {
			v.Items = append(v.Items, rewrite.Text(nil, input.Text(s)))
		}
	}
	return v
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// oneOf is an actor, or the name of somebody else: the one that was touched, where both
// are filled in.
func (f *Field) oneOf() *rewrite.Value {
	who := f.Fields[0]
	touched := input.Text(who.Value) != input.Text(who.before)
	named := group(f.Fields[1:], mappingOf(f.was))
	nameTouched := slices.ContainsFunc(f.Fields[1:], func(s *Field) bool { return input.Text(s.Value) != input.Text(s.before) })
	switch {
	case !touched && !nameTouched:
		return f.kept()
	case nameTouched && named != nil, input.Text(who.Value) == "":
		if named != nil && named.Was == nil {
			named.Was = f.was
		}
		return named
	}
	return rewrite.Text(f.was, input.Text(who.Value))
}

// mappingOf is a node that is a mapping, else nil.
func mappingOf(n *yaml.Node) *yaml.Node {
	if n == nil || doc.Target(n).Kind != yaml.MappingNode {
		return nil
	}
	return n
}
