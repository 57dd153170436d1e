package amend

import (
	"regexp"
	"strings"

	"samsyn/internal/edit"
)

// Date is a date as it stands in YAML: a year alone is a text there, not a number.
func Date(date string) string {
	if len(date) == len("2025") {
		return edit.Quoted(date)
	}
	return date
}

// plainNumber is a number as people and files write it.
var plainNumber = regexp.MustCompile(`^-?[0-9]+([.,][0-9]+)?$`)

// Count reads NUMBER or TOTAL/WOMEN/MEN, where what is not known is left empty.
func Count(name, s string) (f Field, valid bool) {
	parts := strings.Split(s, "/")
	if len(parts) == 1 {
		return Field{Name: name, Value: strings.Replace(s, ",", ".", 1)}, plainNumber.MatchString(s)
	}
	f = Field{Name: name}
	for n, part := range parts {
		if n > 2 || part != "" && !plainNumber.MatchString(part) {
			return f, false
		}
		if part != "" {
			f.Fields = append(f.Fields, Field{Name: [...]string{"total", "women", "men"}[n], Value: strings.Replace(part, ",", ".", 1)})
		}
	}
	return f, len(parts) == 3 && f.Fields != nil
}
