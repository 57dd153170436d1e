package amend

import "testing"

func TestRewrite(t *testing.T) {
	series := []string{"year", "place", "total", "women", "men", "flag", "note"}
	before := "# top\nsource:\n  name: K # n\nseries:\n  - year: 2022 # first\n    total: 48.2 # t\n    women: 40\n    note: 'a: b'\n  - {year: 2023, total: 50, note: x}\n  - year: 2024\n    flag: missing\n"
	got, err := Rewrite([]byte(before), false, series, map[Mapping]Set{
		{"series", 0}: {"total": "49", "women": "", "men": "51.5"}, {"series", 1}: {"total": "51.25", "flag": "provisional"}, {"series", 2}: {"flag": "", "total": "3"},
	})
	want := "# top\nsource:\n  name: K # n\nseries:\n  - year: 2022 # first\n    total: 49 # t\n    men: 51.5\n    note: 'a: b'\n  - {year: 2023, total: 51.25, note: x, flag: provisional}\n  - year: 2024\n    total: 3\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
	got, err = Rewrite([]byte(before), false, []string{"name", "url", "retrieved", "fetch"}, map[Mapping]Set{{"source", -1}: {"retrieved": "2026-05-04"}})
	if want := "# top\nsource:\n  name: K # n\n  retrieved: 2026-05-04\nseries:"; err != nil || string(got)[:len(want)] != want {
		t.Errorf("%v\n%s", err, got)
	}
	noted := "series:\r\n  - year: 2022\r\n    total: 4 # t\r\n    note: 'a # b' # n # m\r\n    flag: missing\r\n"
	got, err = Rewrite([]byte(noted), false, series, map[Mapping]Set{{"series", 0}: {"note": "", "total": "", "flag": ""}})
	if want := "series:\r\n  - year: 2022\r\n    # t\r\n    # n # m\r\n"; err != nil || string(got) != want {
		t.Errorf("%v\n%q", err, got)
	}
	for _, refused := range []string{"source: &x {name: K}\n", "source:\n  name: K\n  retrieved: >-\n    2025\n", "other: 1\n"} {
		if got, err := Rewrite([]byte(refused), false, series, map[Mapping]Set{{"source", -1}: {"retrieved": "2026-05-04"}}); err == nil {
			t.Errorf("%q became %q", refused, got)
		}
	}
}
