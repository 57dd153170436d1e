package blank

import (
	"regexp"
	"strings"

	"samsyn/internal/amend"
)

// Report is a report on an initiative: its date, an assessment ("" for none), how it goes,
// and the values of measures.
func Report(day, assessment, said string, values []amend.Field) amend.Entry {
	e := amend.Entry{{Name: "date", Value: date(day)}}
	if assessment != "" {
		e = append(e, amend.Field{Name: "assessment", Value: assessment})
	}
	e = append(e, amend.Field{Name: "text", Text: strings.TrimSpace(strings.ReplaceAll(said, "\r\n", "\n"))})
	if values != nil {
		e = append(e, amend.Field{Name: "values", Fields: values})
	}
	return e
}

// plainNumber is a number as people and files write it.
var plainNumber = regexp.MustCompile(`^-?[0-9]+([.,][0-9]+)?$`)

// Count reads a measure's value: NUMBER, or TOTAL/WOMEN/MEN, where what is not known is
// left empty.
func Count(measure, s string) (f amend.Field, valid bool) {
	parts := strings.Split(s, "/")
	if len(parts) == 1 {
		return amend.Field{Name: measure, Value: strings.Replace(s, ",", ".", 1)}, plainNumber.MatchString(s)
	}
	f = amend.Field{Name: measure}
	for n, part := range parts {
		if n > 2 || part != "" && !plainNumber.MatchString(part) {
			return f, false
		}
		if part != "" {
			f.Fields = append(f.Fields, amend.Field{Name: [...]string{"total", "women", "men"}[n], Value: strings.Replace(part, ",", ".", 1)})
		}
	}
	return f, len(parts) == 3 && f.Fields != nil
}
