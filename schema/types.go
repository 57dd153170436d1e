package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
)

// Type is a schema as the editor's tools need it: with the fields in their
// canonical order and what they refer to. Only the keywords that our schemas use
// are read; anything else is an error, so that none is overlooked.
type Type struct {
	Types []string // string, integer, number, boolean, array, object

	Fields     []Field     // of an object, in canonical order
	Extra      *Type       // of the values of an object whose keys are free
	ExactlyOne []string    // of these fields exactly one must be given
	Conditions []Condition // fields that another field's value makes required

	Items *Type

	Variants []*Type // one of these, told apart by their types

	Enum    []string
	Labels  map[string]Label // what the enumeration's values are called
	Pattern *regexp.Regexp
	Format  string
	Longest int // of a text, in bytes (only identifiers have it, which are ASCII); 0 where there is none
	Min     *float64
	Max     *float64

	Reference  []string // the kinds of identifiers that the text refers to
	Identifier string   // the kind of thing that the text names
	KeysRefer  []string // of an object whose keys are free: what they refer to
	ReplacedBy []string // of withdrawn: the kinds that replaced_by refers to

	Title, Description string // in Swedish
	Name               Name   // the title in all its forms
	Examples           []any
}

// Field is a property of an object.
type Field struct {
	Name     string
	Required bool
	Type     *Type
}

// Matches tells whether a text follows the pattern, if there is one, and is short enough.
func (t *Type) Matches(s string) bool {
	switch {
	case t.Longest > 0 && len(s) > t.Longest:
		return false
	case t.Pattern == nil:
		return true
	case t.Pattern.String() == `\S` && s != "" && s[0] > ' ':
		return true // most patterns, and nearly every text
	}
	return t.Pattern.MatchString(s)
}

// Allows tells whether a value of that JSON type may stand here.
func (t *Type) Allows(jsonType string) bool {
	return slices.Contains(t.Types, jsonType) || jsonType == "integer" && slices.Contains(t.Types, "number")
}

// For gives the type, or its variant, that takes a value of that JSON type; nil
// where there is none, as of a nil Type.
func (t *Type) For(jsonType string) *Type {
	if t == nil {
		return nil
	}
	for _, v := range t.Variants {
		if v.Allows(jsonType) {
			return v
		}
	}
	if t.Variants == nil && t.Allows(jsonType) {
		return t
	}
	return nil
}

// Scalar gives the type, or its variant, that takes a single value; nil where there is
// none.
func (t *Type) Scalar() *Type {
	for _, jsonType := range []string{"string", "number", "integer", "boolean"} {
		if v := t.For(jsonType); v != nil {
			return v
		}
	}
	return nil
}

// Index is the place of a property among the fields, -1 where it is none of them.
func (t *Type) Index(name string) int {
	for i := range t.Fields {
		if t.Fields[i].Name == name {
			return i
		}
	}
	return -1
}

// Field finds a property by its name.
func (t *Type) Field(name string) *Field {
	if i := t.Index(name); i >= 0 {
		return &t.Fields[i]
	}
	return nil
}

// FieldNames lists the properties in canonical order.
func (t *Type) FieldNames() []string {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Name
	}
	return names
}

// Titled lists the type's fields with their Swedish titles, as they are written and
// called.
func (t *Type) Titled() []string {
	names := t.FieldNames()
	for i, f := range t.Fields {
		if f.Type.Name.SV != "" {
			names[i] += " (" + f.Type.Name.SV + ")"
		}
	}
	return names
}

// object is a JSON object that remembers the order of its members.
type object []member

type member struct {
	key   string
	value any // object, []any, string, json.Number, bool, nil
}

func (o object) get(key string) any {
	for _, m := range o {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

func parseOrdered(data []byte) (object, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	v, err := parseValue(d)
	if err != nil {
		return nil, err
	}
	o, ok := v.(object)
	if !ok {
		return nil, errors.New("not an object")
	}
	return o, nil
}

func parseValue(d *json.Decoder) (any, error) {
	tok, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch tok {
	case json.Delim('{'):
		o := object{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			v, err := parseValue(d)
			if err != nil {
				return nil, err
			}
			o = append(o, member{fmt.Sprint(key), v})
		}
		_, err := d.Token()
		return o, err
	case json.Delim('['):
		a := []any{}
		for d.More() {
			v, err := parseValue(d)
			if err != nil {
				return nil, err
			}
			a = append(a, v)
		}
		_, err := d.Token()
		return a, err
	}
	return tok, nil
}

type reader struct{ docs map[string]object }

// typeOf reads a schema; what stands beside a $ref comes before what it names.
func (r reader) typeOf(o object) (*Type, error) {
	t := &Type{}
	if ref, ok := o.get("$ref").(string); ok {
		target, err := r.resolve(ref)
		if err != nil {
			return nil, err
		}
		if t, err = r.typeOf(target); err != nil {
			return nil, err
		}
	}
	for _, m := range o {
		if err := r.keyword(t, m); err != nil {
			return nil, fmt.Errorf("%s: %w", m.key, err)
		}
	}
	t.settle()
	return t, r.required(t, o)
}

func (r reader) keyword(t *Type, m member) (err error) {
	switch m.key {
	case "$schema", "$id", "$ref", "$defs", "$comment", "default", "required", "const", "minItems", "maxItems":
	case "type":
		t.Types = texts(m.value)
	case "title":
		t.Title, _ = m.value.(string)
	case "description":
		t.Description, _ = m.value.(string)
	case "examples":
		t.Examples, _ = m.value.([]any)
	case "properties":
		t.Fields, err = r.fields(m.value)
	case "additionalProperties":
		if o, ok := m.value.(object); ok {
			t.Extra, err = r.typeOf(o)
		}
	case "items":
		o, _ := m.value.(object)
		t.Items, err = r.typeOf(o)
	case "maxLength":
		t.Longest = int(*number(m.value))
	case "minimum":
		t.Min = number(m.value)
	case "maximum":
		t.Max = number(m.value)
	case "enum":
		t.Enum = texts(m.value)
	case "pattern":
		t.Pattern, err = regexp.Compile(m.value.(string))
	case "format":
		t.Format, _ = m.value.(string)
	case "oneOf":
		err = r.oneOf(t, m.value)
	case "allOf":
		t.Conditions, err = r.conditions(m.value)
	default:
		return t.ownKeyword(m)
	}
	return err
}

// ownKeyword reads the keywords that are ours and not JSON Schema's.
func (t *Type) ownKeyword(m member) error {
	switch m.key {
	case "x-reference":
		t.Reference = texts(m.value)
	case "x-reference-keys":
		t.KeysRefer = texts(m.value)
	case "x-identifier":
		t.Identifier, _ = m.value.(string)
	case "x-replaced-by":
		t.ReplacedBy = texts(m.value)
	case "x-labels", "x-labels-sv": // the latter with marks for words that a county may replace
		t.labels(m.value, func(l *Label, s string) { l.SV = s })
	case "x-labels-en":
		t.labels(m.value, func(l *Label, s string) { l.EN = s })
	case "x-labels-ar":
		t.labels(m.value, func(l *Label, s string) { l.AR = s })
	case "x-words":
		return t.name(m.value)
	default:
		return errors.New("keyword not read")
	}
	return nil
}

func (r reader) fields(v any) ([]Field, error) {
	props, _ := v.(object)
	fields := make([]Field, 0, len(props))
	for _, p := range props {
		o, _ := p.value.(object)
		t, err := r.typeOf(o)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.key, err)
		}
		fields = append(fields, Field{Name: p.key, Type: t})
	}
	return fields, nil
}

// required runs last, since it may stand before the properties it names.
func (r reader) required(t *Type, o object) error {
	for _, name := range texts(o.get("required")) {
		f := t.Field(name)
		if f == nil {
			return fmt.Errorf("required field %s is not described", name)
		}
		f.Required = true
	}
	return nil
}

func (r reader) oneOf(t *Type, v any) error {
	branches, _ := v.([]any)
	for _, b := range branches {
		o, _ := b.(object)
		if len(o) == 1 && o[0].key == "required" {
			t.ExactlyOne = append(t.ExactlyOne, texts(o[0].value)...)
			continue
		}
		variant, err := r.typeOf(o)
		if err != nil {
			return err
		}
		t.Variants = append(t.Variants, variant)
		t.Types = append(t.Types, variant.Types...)
	}
	return nil
}

func (r reader) conditions(v any) ([]Condition, error) {
	var conditions []Condition
	all, _ := v.([]any)
	for _, each := range all {
		o, _ := each.(object)
		when, _ := o.get("if").(object)
		then, _ := o.get("then").(object)
		never, _ := then.get("not").(object)
		c := Condition{Required: texts(then.get("required")), NotAll: texts(never.get("required"))}
		var is []string
		if c.Field, is = valued(when); len(is) != 1 || len(then) == 0 {
			return nil, errors.New("a condition of another form")
		}
		c.Is = is[0]
		if not, there := when.get("not").(object); there {
			if c.Unless, c.Has = valued(not); c.Unless == "" {
				return nil, errors.New("an exception of another form")
			}
		}
		conditions = append(conditions, c)
	}
	return conditions, nil
}

func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, fmt.Sprint(e))
		}
		return out
	}
	return nil
}

func number(v any) *float64 {
	n, _ := v.(json.Number)
	f, _ := n.Float64()
	return &f
}

// valued reads a schema that wants a field, and perhaps a value of it.
func valued(o object) (field string, values []string) {
	props, _ := o.get("properties").(object)
	if len(props) == 1 {
		is, _ := props[0].value.(object)
		return props[0].key, texts(is.get("const"))
	}
	if want := texts(o.get("required")); len(props) == 0 && len(want) == 1 {
		return want[0], nil
	}
	return "", nil
}
