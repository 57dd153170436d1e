package blank_test

import (
	"strings"
	"testing"

	"samsyn/internal/blank"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// An identifier that YAML would read as a number, a date or a truth value is quoted.
func TestIdentifiersAreTexts(t *testing.T) {
	day, _ := model.ParseDate("2026-01-01")
	p := &model.Plan{}
	p.Year = model.Int{V: 2026, At: diag.Place{File: "x"}}
	initiative, err := blank.Initiative(p, "X", "2026", "1177", "")
	if err != nil {
		t.Fatal(err)
	}
	review, err := blank.Review(day, "1177")
	if err != nil {
		t.Fatal(err)
	}
	results, err := blank.Results("R", "2025", "2025", day, "true")
	if err != nil {
		t.Fatal(err)
	}
	calendar, err := blank.Calendar("2026-05-01", "X", "2026-05-01")
	if err != nil {
		t.Fatal(err)
	}
	for file, lines := range map[string][]string{
		string(initiative): {"\ncooperation_area: \"2026\"\n", "\nowner: \"1177\"\n", "\n  responsible: \"1177\"\n"},
		string(review):     {"\nby: \"1177\"\n"},
		string(results):    {"\nby: \"true\"\n"},
		string(calendar):   {"  - id: \"2026-05-01\"\n"},
	} {
		for _, line := range lines {
			if !strings.Contains(file, line) {
				t.Errorf("no %q in\n%s", line, file)
			}
		}
	}
	if e := blank.Event("2026", "X", "2026-05-01"); e.Fields[0].Value.Text != "2026" || e.Fields[0].Value.Plain {
		t.Errorf("the event's identifier stands as %+v", e.Fields[0].Value)
	}
}
