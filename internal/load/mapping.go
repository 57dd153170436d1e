package load

import (
	"slices"

	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

func (w *validator) mapping(n *yaml.Node, t *schema.Type) {
	given := w.keys(n, t)
	if t.Extra != nil {
		w.free(n, t)
		return
	}
	required := required(t, given)
	var strangers []int // their places among the pairs
	i := -1
	for p := range doc.Pairs(n) {
		if i++; w.bad[p.Key] {
			continue
		}
		f := t.Field(doc.Target(p.Key).Value)
		if f == nil {
			strangers = append(strangers, i)
			w.refuse(p.Key)
			continue
		}
		if w.textOnly && !isText(f.Type) {
			w.reject(p.Key, diag.UnknownField, advice.NotTranslated(f.Name), "")
			continue
		}
		if !required(f) && w.commented(f, p.Value) {
			w.report(diag.TextCutOff, w.Place(p.Value), advice.Emptied(w.LineOf(p.Value), p.Value, f.Name, f.Type), "")
		}
		w.field(p.Value, f, t, required(f) && !w.partial)
	}
	missed, emptied := w.unknown(n, strangers, t)
	w.missing(n, t, given, required, missed, emptied)
}

// isText tells whether a field holds text to translate, or things that do.
func isText(t *schema.Type) bool {
	if t.Identifier != "" || t.Items != nil && isText(t.Items) {
		return true
	}
	if slices.ContainsFunc(t.Variants, isText) || slices.ContainsFunc(t.Fields, func(f schema.Field) bool { return isText(f.Type) }) {
		return true
	}
	return t.IsWords()
}

// holding are the conditions that hold, as the fields stand.
func holding(t *schema.Type, given []*yaml.Node) []schema.Condition {
	value := func(field string) (string, bool) {
		i := t.Index(field)
		if i < 0 {
			return "", false
		}
		if v := given[i]; v != nil && !doc.IsEmpty(v) {
			return doc.Target(v).Value, true
		}
		return "", false
	}
	untold := func(field string) bool { // what stands there is no value of the field
		f := t.Field(field)
		v, is := value(field)
		return is && f != nil && f.Type.Enum != nil && !slices.Contains(f.Type.Enum, v)
	}
	var hold []schema.Condition
	for _, c := range t.Conditions {
		if c.Holds(value) && !untold(c.Unless) {
			hold = append(hold, c)
		}
	}
	return hold
}

// required tells which fields must be given, as the others stand.
func required(t *schema.Type, given []*yaml.Node) func(*schema.Field) bool {
	var more []string
	for _, c := range holding(t, given) {
		more = append(more, c.Required...)
	}
	return func(f *schema.Field) bool { return f.Required || slices.Contains(more, f.Name) }
}

// keys marks the keys that cannot be taken, and gives the values of the type's fields, nil
// where one is absent.
func (w *validator) keys(n *yaml.Node, t *schema.Type) []*yaml.Node {
	given := make([]*yaml.Node, len(t.Fields))
	var others map[string]bool // that are no fields
	for p := range doc.Pairs(n) {
		key := doc.Target(p.Key)
		i := t.Index(key.Value)
		switch {
		case key.Tag == "!!merge":
			w.reject(p.Key, diag.InvalidValue, advice.Merged, "")
		case key.Kind != yaml.ScalarNode:
			w.reject(p.Key, diag.UnknownField, advice.NoName, "")
		case i >= 0 && given[i] != nil, others[key.Value]:
			w.reject(p.Key, diag.DuplicateKey, advice.Repeated(key.Value), "")
		case i >= 0:
			given[i] = p.Value
		default:
			if others == nil {
				others = map[string]bool{}
			}
			others[key.Value] = true
		}
	}
	return given
}

func (w *validator) field(v *yaml.Node, f *schema.Field, owner *schema.Type, required bool) {
	above := w.path
	if w.path = f.Name; above != "" {
		w.path = above + "." + f.Name
	}
	defer func() { w.path = above }()
	if doc.IsEmpty(v) && (required || !f.Required) || doc.IsNull(v) {
		return // told by missing, or absent
	}
	if f.Name == "replaced_by" && owner.ReplacedBy != nil {
		withKinds := *f.Type
		withKinds.Reference = owner.ReplacedBy
		w.value(v, &withKinds, f.Name)
		return
	}
	w.value(v, f.Type, f.Name)
}

// free holds a mapping whose keys are the editor's own.
func (w *validator) free(n *yaml.Node, t *schema.Type) {
	for p := range doc.Pairs(n) {
		if w.bad[p.Key] {
			continue
		}
		key := doc.Target(p.Key).Value
		if t.KeysRefer != nil {
			w.refer(t.KeysRefer, key, w.Place(p.Key))
		}
		if doc.IsEmpty(p.Value) {
			w.reject(p.Value, diag.MissingField, advice.Empty(advice.Clip(key)), "")
			continue
		}
		w.value(p.Value, t.Extra, advice.Clip(key))
	}
}
