package amend

import (
	"reflect"
	"testing"
)

func TestCount(t *testing.T) {
	for given, want := range map[string]Field{
		"58":       {Name: "m", Value: "58"},
		"2,5":      {Name: "m", Value: "2.5"},
		"58/41/17": {Name: "m", Fields: []Field{{Name: "total", Value: "58"}, {Name: "women", Value: "41"}, {Name: "men", Value: "17"}}},
		"/41/":     {Name: "m", Fields: []Field{{Name: "women", Value: "41"}}},
	} {
		if got, valid := Count("m", given); !valid || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v, want %+v", given, got, valid, want)
		}
	}
	for _, given := range []string{"", "fem", "1/2", "1/2/3/4", "//", "1e3", "- 1", "1/x/2"} {
		if got, valid := Count("m", given); valid {
			t.Errorf("%q is taken: %+v", given, got)
		}
	}
}

func TestDate(t *testing.T) {
	for given, want := range map[string]string{"2025": `"2025"`, "2025-04": "2025-04", "2025-04-03": "2025-04-03"} {
		if got := Date(given); got != want {
			t.Errorf("%s: %s, want %s", given, got, want)
		}
	}
}
