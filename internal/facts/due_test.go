package facts_test

import (
	"fmt"
	"maps"
	"testing"

	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
)

// Each report answers one due date, the earliest open one that it can.
func TestAnswered(t *testing.T) {
	for _, test := range []struct{ due, reports, want string }{
		{"[2025-06-30]", "", "[false]"},
		{"[2025-06-30]", "2025-06-30", "[true]"},
		{"[2025-06-30]", "2025-04-01", "[true]"},
		{"[2025-06-30]", "2025-03-31", "[false]"},
		{"[2025-06-30]", "2027-01-01", "[true]"},
		{"[2025-06-30, 2025-12-31]", "2025-12-30", "[true false]"},
		{"[2025-12-31, 2025-06-30]", "2025-12-30", "[false true]"},
		{"[2025-06-30, 2025-12-31]", "2026-02-01 2026-01-15", "[true true]"},
		{"[2025-06-30, 2025-12-31]", "2025-06-01 2025-06-15", "[true false]"},
	} {
		reports := ""
		if test.reports != "" {
			reports = "reports:\n"
			var day, other string
			n, _ := fmt.Sscan(test.reports, &day, &other)
			for _, d := range []string{day, other}[:n] {
				reports += "  - date: " + d + "\n    assessment: on_track\n    text: T\n"
			}
		}
		with := maps.Clone(files)
		with["plans/2025/x.md"] = "---\ntitle: X\ncooperation_area: a-1\nowner: by\nperiod: {from: 2025-01-01, to: 2025-12-31}\nstatus: ongoing\nfollow_up:\n  method: M\n  responsible: by\n  due: " +
			test.due + "\n" + reports + "---\n"
		for _, p := range loadtest.Sound(t, loadtest.Files(with)).Plans {
			for _, i := range p.Initiatives {
				if got := fmt.Sprint(facts.Answered(i)); i.FullID() == "2025/x" && got != test.want {
					t.Errorf("%s answered by %q: %s, want %s", test.due, test.reports, got, test.want)
				}
			}
		}
	}
}
