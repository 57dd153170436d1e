package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

// county is a small content: a plan in force with one initiative for each case.
func county(t *testing.T, initiatives map[string]string, reporting string) *model.Content {
	t.Helper()
	files := map[string]string{
		"samsyn.yaml":                 "title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\n",
		"agreement/agreement.yaml":    "title: Liten\nshort_title: L\nperiod: {from: 2024, to: 2027}\nstatus: adopted\nchapters:\n  - part: areas\n" + reporting,
		"agreement/parties.yaml":      "parties:\n  - id: lan\n    name: Länet\n    kind: region\n    contact: {email: lan@liten.example}\n  - id: ort\n    name: Orten\n    kind: municipality\n",
		"agreement/organisation.yaml": "bodies:\n  - id: forum\n    name: Forum\n    role: decides\n    convener: lan\n    members: [lan]\n",
		"agreement/areas/halsa.md":    "---\ntitle: Hälsa\norder: 1\nresponsible: [forum]\n---\n",
		"plans/2025/plan.yaml":        "title: P25\nscope: regional\nyear: 2025\nstatus: adopted\n",
		"plans/2026/plan.yaml":        "title: P26\nscope: regional\nyear: 2026\nstatus: draft\n",
		"plans/2024/plan.yaml":        "title: P24\nscope: regional\nyear: 2024\nstatus: closed\n",
	}
	for id, fields := range initiatives {
		status := "ongoing"
		if s, rest, has := strings.Cut(fields, "|"); has {
			status, fields = s, rest
		}
		files["plans/"+id+".md"] = "---\ntitle: " + id + "\ncooperation_area: halsa\nowner: ort\nperiod: {from: 2025-01-01}\nstatus: " + status + "\nfollow_up:\n  method: M\n  responsible: ort\n" + fields + "---\n"
	}
	return loadtest.Sound(t, loadtest.Files(files))
}

func TestStanding(t *testing.T) {
	report := func(day, assessment string) string {
		return "reports:\n  - {date: " + day + ", text: T" + assessment + "}\n"
	}
	for _, test := range []struct{ name, id, fields, want, sums string }{
		{"late", "2025/a", "  due: [2025-05-31]\n", "ort overdue 2025-05-31", "1 0 0 1"},
		{"today", "2025/a", "  due: [2025-06-01]\n", "ort due 2025-06-01", "0 1 0 1"},
		{"the last day within", "2025/a", "  due: [2025-08-30]\n", "ort due 2025-08-30", "0 1 0 1"},
		{"further off", "2025/a", "  due: [2025-08-31]\n", "ort upcoming 2025-08-31", "0 0 0 1"},
		{"told in time", "2025/a", "  due: [2025-05-31, 2025-12-31]\n" + report("2025-05-01", ", assessment: on_track"), "ort reported 2025-05-31\nort upcoming 2025-12-31", "0 0 0 0"},
		{"told late", "2025/a", "  due: [2025-03-31]\n" + report("2025-05-01", ""), "ort reported 2025-03-31", "0 0 0 1"},
		{"by another", "2025/a", "  reported_by: forum\n  due: [2025-05-31]\n", "forum overdue 2025-05-31 through lan", "1 0 0 1"},
		{"at risk", "2025/a", "  due: [2025-12-31]\n" + report("2025-02-01", ", assessment: at_risk"), "ort upcoming 2025-12-31", "0 0 1 0"},
		{"off track", "2025/a", report("2025-02-01", ", assessment: off_track"), "ort reported ", "0 0 1 0"},
		{"better since", "2025/a", "reports:\n  - {date: 2025-05-01, assessment: on_track, text: T}\n  - {date: 2025-02-01, assessment: off_track, text: T}\n", "ort reported ", "0 0 0 0"},
		{"without a date", "2025/a", "", "ort upcoming ", "0 0 0 1"},
		{"not begun", "2025/a", "planned|", "ort upcoming ", "0 0 0 1"},
		{"ended without", "2025/a", "cancelled|  due: [2025-05-31]\n", "", "0 0 0 0"},
		{"cancelled before its date", "2025/a", "cancelled|  due: [2025-05-31, 2025-06-30, 2025-12-31]\n", "", "0 0 0 0"},
		{"completed with its last report ahead", "2025/a", "completed|  due: [2025-06-30]\n", "ort due 2025-06-30", "0 1 0 0"},
		{"of a draft", "2026/a", "  due: [2025-05-31]\n", "", "0 0 0 0"},
		{"of a closed plan", "2024/a", "  due: [2025-05-31]\n" + report("2024-02-01", ", assessment: off_track"), "ort overdue 2025-05-31", "1 0 0 0"},
		{"withdrawn", "2025/a", "  due: [2025-05-31]\nwithdrawn: {date: 2025-01-01, reason: R}\n", "", "0 0 0 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			x := facts.New(county(t, map[string]string{test.id: test.fields}, ""), model.Date{Year: 2025, Month: 6, Day: 1}, false)
			s := x.Standing(90)
			var got []string
			for _, r := range s.Actors {
				for _, i := range r.Items {
					line := fmt.Sprintf("%s %s %s", r.ID, i.State, i.Due.V)
					if r.Through != "" {
						line += " through " + r.Through
					}
					got = append(got, line)
				}
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got %q", got)
			}
			if sums := fmt.Sprint(s.Overdue, s.Due, s.AtRisk, s.NotAssessed); sums != test.sums {
				t.Errorf("sums %s, want %s", sums, test.sums)
			}
		})
	}
}

func TestRecurringDuties(t *testing.T) {
	const duty = "reporting:\n  - id: r\n    title: R\n    from: all_parties\n    to: forum\n    every: %s\n    month: %d\n    received: [{date: %s, from: lan}]\n"
	for _, test := range []struct {
		name, every, received string
		month                 int
		today                 model.Date
		want                  string
	}{
		{"a year's, late", "year", "2024-10-15", 10, model.Date{Year: 2025, Month: 11, Day: 1}, "lan overdue 2025-10, lan upcoming 2026-10, ort overdue 2025-10, ort upcoming 2026-10"},
		{"answered early", "year", "2025-08-01", 10, model.Date{Year: 2025, Month: 11, Day: 1}, "lan upcoming 2026-10, ort overdue 2025-10, ort upcoming 2026-10"},
		{"in its month", "year", "2024-10-15", 10, model.Date{Year: 2025, Month: 10, Day: 31}, "lan due 2025-10, ort overdue 2024-10, ort due 2025-10"},
		{"a quarter's", "quarter", "2025-04-02", 1, model.Date{Year: 2025, Month: 5, Day: 2}, "lan due 2025-07, ort overdue 2025-04, ort due 2025-07"},
		{"long after the agreement's time", "year", "2026-10-01", 10, model.Date{Year: 2031, Month: 2, Day: 1}, "lan overdue 2027-10, ort overdue 2027-10"},
		{"the last quarter's, long after", "quarter", "2027-10-01", 1, model.Date{Year: 2031, Month: 2, Day: 1}, "ort overdue 2027-10"},
		{"before the agreement's time", "year", "2023-10-01", 10, model.Date{Year: 2023, Month: 11, Day: 1}, "lan upcoming 2024-10, ort upcoming 2024-10"},
		{"after the agreement's time", "year", "2027-10-01", 10, model.Date{Year: 2028, Month: 2, Day: 1}, "ort overdue 2027-10"},
	} {
		t.Run(test.name, func(t *testing.T) {
			x := facts.New(county(t, nil, fmt.Sprintf(duty, test.every, test.month, test.received)), test.today, false)
			var got []string
			for _, r := range x.Standing(90).Actors {
				for _, d := range r.Duties {
					if d.State != facts.Told {
						got = append(got, fmt.Sprintf("%s %s %s", r.ID, d.State, d.Month))
					}
				}
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("got %s", strings.Join(got, ", "))
			}
		})
	}
}

// What status counts is what the follow-up page counts, on any day.
func TestStandingAgreesWithTheGaps(t *testing.T) {
	c := loadtest.Folder(t, "../../examples/storsjo")
	for day := (model.Date{Year: 2024, Month: 1, Day: 15}); day.Year < 2029; day = day.AddMonths(1) {
		x := facts.New(c, day, false)
		gaps, standing := x.Gaps(), x.Standing(90)
		if len(gaps.OverdueDues) != standing.Overdue {
			t.Errorf("%s: %d dates are overdue on the page, %d in status", day, len(gaps.OverdueDues), standing.Overdue)
		}
	}
}
