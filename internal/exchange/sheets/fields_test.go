package sheets

import (
	"slices"
	"strings"
	"testing"

	"samsyn/schema"
)

// elsewhere are the fields that no column of their kind holds, and why.
var elsewhere = map[string]string{
	"initiatives adopted_wording":    "samsyn review writes it",
	"initiatives follow_up.measures": "has a sheet",
	"initiatives reports":            "has a sheet",
	"initiatives funding":            "has a sheet",
	"reports values":                 "has a sheet",
	"indicators series":              "has a sheet",
	"measures id":                    "is in the columns that tell where a row is from",
	"parties id":                     "is in the columns that tell where a row is from",
	"parties duties":                 "is a list of texts and laws, which no cell holds",
	"indicators counts_people":       "is decided with the indicator's source, not at a meeting",
}

// Nor is anything withdrawn at a meeting, or said where figures are fetched from.
func leftOut(field string) bool {
	return strings.HasPrefix(field, "withdrawn.") || strings.HasPrefix(field, "source.fetch.")
}

// What a schema has a field for can be read and changed at a meeting: each field of a
// kind has a column, or a reason why not.
func TestEveryFieldHasAColumn(t *testing.T) {
	used := map[string]bool{}
	for _, k := range Kinds {
		if k.Counts != "" { // its fields are those of a number
			continue
		}
		columns, err := k.columned()
		if err != nil {
			t.Fatal(err)
		}
		row, err := schema.Find(strings.TrimSuffix(k.path(""), "."))
		if err != nil {
			t.Fatal(err)
		}
		if row.Items != nil {
			row = row.Items
		}
		for _, field := range all(row.For("object"), "") {
			has := slices.Contains(columns, field)
			if leftOut(field) && !has {
				continue
			}
			name := k.Key + " " + field
			used[name] = true
			if why := elsewhere[name]; has == (why != "") {
				t.Errorf("%s: has a column: %v; the reason why not: %q", name, has, why)
			}
		}
	}
	for name := range elsewhere {
		if !used[name] {
			t.Errorf("%s: there is no such field", name)
		}
	}
}

// all are the paths of a type's fields; those of an object stand for it.
func all(t *schema.Type, prefix string) []string {
	var list []string
	for _, f := range t.Fields {
		inner := f.Type.For("object")
		if inner != nil && inner.Fields != nil && f.Type.For("string") == nil {
			list = append(list, all(inner, prefix+f.Name+".")...)
		} else {
			list = append(list, prefix+f.Name)
		}
	}
	return list
}

// A field that nobody has given a place has its column behind the others.
func TestANewFieldHasAColumn(t *testing.T) {
	bare := &Kind{Key: "initiatives", Schema: "initiative", fields: []string{"title", InPlan}}
	columns, err := bare.columned()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(columns, "owner") || slices.Index(columns, InPlan) != 1 {
		t.Errorf("%v", columns)
	}
}
