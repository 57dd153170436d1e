package diff

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/text"
	"samsyn/schema"
)

// A value with fields of its own – a source, a contact, a member of a group – is named by
// one or two of them. Where it is another of them that changed, that one is told.

// inner are the fields of a value that has any, by their names.
func (v value) inner() map[string]any {
	var fields map[string]any
	if !strings.HasPrefix(v.raw, "{") || json.Unmarshal([]byte(v.raw), &fields) != nil {
		return nil
	}
	return fields
}

// apartBy are the names of the inner fields in which two values differ, in order.
func apartBy(x, y map[string]any) []string {
	names := map[string]bool{}
	for _, side := range []map[string]any{x, y} {
		for name := range side {
			if fmt.Sprint(x[name]) != fmt.Sprint(y[name]) {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// change is a field as it was and as it is.
type change struct{ old, new field }

// told is what is told of a field that changed: the field, or those of its inner fields
// that changed.
func (c change) told(kind string) []change {
	if !c.old.given() || !c.new.given() || c.old.list || c.new.list {
		return []change{c}
	}
	was, is := c.old.values[0], c.new.values[0]
	before, after := was.inner(), is.inner()
	names := apartBy(before, after)
	if len(names) == 0 || !c.new.group && was.said != is.said {
		return []change{c}
	}
	var list []change
	for _, name := range names {
		path := c.new.name + "." + name
		of := change{innerField(kind, path, before[name]), innerField(kind, path, after[name])}
		list = append(list, of.told(kind)...)
	}
	return list
}

func innerField(kind, path string, v any) field {
	f := field{name: path, group: true}
	if v == nil {
		return f
	}
	t, _ := schema.Find(homes[kind].path + "." + path)
	if all, many := v.([]any); many {
		f.list = true
		for _, one := range all {
			f.values = append(f.values, innerValue(t, one))
		}
		return f
	}
	f.values = []value{innerValue(t, v)}
	s, words := v.(string)
	f.long = words && isLong(s)
	return f
}

// innerValue puts a value that JSON can hold into words: a choice by its label, a text in
// quotation marks, what has fields of its own by those that are texts.
func innerValue(t *schema.Type, v any) value {
	switch v := v.(type) {
	case string:
		if t != nil {
			if l, is := t.Choices()[v]; is {
				return value{v, diag.Text{SV: l.SV, EN: l.EN}}
			}
		}
		return value{v, quote(v)}
	case float64:
		return value{strconv.FormatFloat(v, 'f', -1, 64), diag.Text{SV: text.FormatNumber(v, "sv"), EN: text.FormatNumber(v, "en")}}
	case bool:
		return truth(v)
	}
	fields, _ := v.(map[string]any)
	if words := namedBy(t, fields); words != "" {
		return value{rawOfJSON(v), quote(words)}
	}
	var said []string
	if fields != nil {
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			if s, is := fields[name].(string); is {
				said = append(said, s)
			}
		}
	}
	return value{rawOfJSON(v), same(clip(join(said...)))}
}

// namedBy is the first text among the fields of a value of a type, which says what it is:
// of a shortcoming what it is, not why, and not the ground, which is a choice.
func namedBy(t *schema.Type, fields map[string]any) string {
	if t = t.One(); t == nil {
		return ""
	}
	for _, f := range t.Fields {
		if s, is := fields[f.Name].(string); is && f.Type.FreeText() {
			return s
		}
	}
	return ""
}

func rawOfJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

// alteredWithin tells of the values of a list that are called the same before and after:
// they stayed, and something in them changed. It returns the rest of what came and went.
func alteredWithin(kind, name string, came, went []value, words *schema.Words) (told []diag.Text, new, gone []value) {
	for _, b := range came {
		i := slices.IndexFunc(went, func(a value) bool { return a.said == b.said })
		if i < 0 {
			new = append(new, b)
			continue
		}
		a := went[i]
		went = slices.Delete(slices.Clone(went), i, i+1)
		var fields []diag.Text
		for _, inner := range apartBy(a.inner(), b.inner()) {
			l := labelOf(kind, field{name: name + "." + inner}, words)
			fields = append(fields, diag.Text{SV: l.Noun.SV, EN: l.Noun.EN})
		}
		which := diag.Text{}
		if len(fields) > 0 {
			which = diag.Say(" (%s)", " (%s)", listed(fields))
		}
		told = append(told, diag.Say("uppgifterna om %s ändrade%s", "what is said of %s changed%s", b.said, which))
	}
	return told, new, went
}
