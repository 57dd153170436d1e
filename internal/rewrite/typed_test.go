package rewrite

import (
	"strings"
	"testing"
)

func TestCount(t *testing.T) {
	for given, want := range map[string]string{
		"58":       "m: 58",
		"2,5":      "m: 2.5",
		"58/41/17": "m:\n  total: 58\n  women: 41\n  men: 17",
		"/41/":     "m:\n  women: 41",
	} {
		v, valid := Count(given)
		if got := strings.Join(v.behind("m:", 0), "\n"); !valid || got != want {
			t.Errorf("%s: %s, %v, want %s", given, got, valid, want)
		}
	}
	for _, given := range []string{"", "fem", "1/2", "1/2/3/4", "//", "1e3", "- 1", "1/x/2"} {
		if v, valid := Count(given); valid {
			t.Errorf("%q is taken: %+v", given, v)
		}
	}
}

func TestDate(t *testing.T) {
	for given, want := range map[string]string{"2025": `"2025"`, "2025-04": "2025-04", "2025-04-03": "2025-04-03"} {
		if got, _ := Date(given).scalar(); got != want {
			t.Errorf("%s: %s, want %s", given, got, want)
		}
	}
}
