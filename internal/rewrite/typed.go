package rewrite

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
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

// plainNumber is a number as people and files write it.
var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)([.,][0-9]+)?$`)

// Count reads NUMBER or TOTAL/WOMEN/MEN, where what is not known is left empty.
func Count(s string) (v *Value, valid bool) {
	number := func(s string) *Value { return Plain(nil, strings.Replace(s, ",", ".", 1)) }
	parts := strings.Split(s, "/")
	if len(parts) == 1 {
		return number(s), plainNumber.MatchString(s)
	}
	v = Entry()
	for n, part := range parts {
		if n > 2 || part != "" && !plainNumber.MatchString(part) {
			return v, false
		}
		if part != "" {
			v.Set([...]string{"total", "women", "men"}[n], number(part))
		}
	}
	return v, len(parts) == 3 && v.Fields != nil
}
