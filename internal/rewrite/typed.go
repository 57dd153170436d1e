package rewrite

import (
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
)

// Entry is a new mapping with some fields.
func Entry(fields ...Field) *Value { return &Value{Kind: yaml.MappingNode, Fields: fields} }

// Date is a date: a year alone is a text in YAML, not a number.
func Date(date string) *Value {
	if len(date) == len("2025") {
		return Text(nil, date)
	}
	return Plain(nil, date)
}

// Count reads NUMBER or TOTAL/WOMEN/MEN, where what is not known is left empty. Decimals
// stand behind a comma or a point.
func Count(s string) (v *Value, valid bool) {
	s = strings.ReplaceAll(s, ",", ".")
	parts := strings.Split(s, "/")
	if len(parts) == 1 {
		return Plain(nil, s), doc.IsNumber(s)
	}
	v = Entry()
	for n, part := range parts {
		if n > 2 || part != "" && !doc.IsNumber(part) {
			return v, false
		}
		if part != "" {
			v.Set([...]string{"total", "women", "men"}[n], Plain(nil, part))
		}
	}
	return v, len(parts) == 3 && v.Fields != nil
}
