package results_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/results"
)

// initiative writes an initiative's file: its fields after those that all have.
func initiative(area, more string) string {
	return "---\ntitle: X\ncooperation_area: " + area + "\nowner: by\nperiod: {from: 2024-01-01, to: 2024-12-31}\n" + more + "---\n"
}

var files = map[string]string{
	"samsyn.yaml":                     "title: Liten\npublisher: by\nbase_url: https://liten.example\nlanguage: sv\n",
	"agreement/agreement.yaml":        "title: Liten\nshort_title: L\nperiod: {from: 2020, to: 2026}\nstatus: adopted\nadopted: {date: 2020-01-01}\nchapters:\n  - part: areas\namendments:\n  - {date: 2024-03-01, body: g, text: Ändrat}\n  - {date: 2025-01-10, body: g, text: Efteråt}\nreporting:\n  - {id: host, title: Varje höst, from: all_parties, to: g, every: year, month: 10, received: [{date: 2024-10-05, from: by}, {date: 2025-02-01, from: tyst}]}\n  - {id: gammal, title: Förr, from: [by], to: g, every: year, month: 3, withdrawn: {date: 2023-01-01, reason: R}}\n",
	"agreement/parties.yaml":          "parties:\n  - {id: by, name: Byn, kind: municipality}\n  - {id: tyst, name: Tyst, kind: municipality}\n  - {id: borta, name: Borta, kind: municipality, withdrawn: {date: 2022-01-01, reason: R}}\n",
	"agreement/organisation.yaml":     "bodies:\n  - {id: g, name: G, role: responsible, members: [by]}\n  - {id: tom, name: Tom, role: responsible}\n",
	"agreement/areas/a.md":            "---\ntitle: A\norder: 1\nresponsible: [g]\nsub_goals:\n  - {id: a-d1, text: Mäts., indicators: [upp, ner, tom]}\n  - {id: a-d2, text: Mäts inte.}\n  - {id: a-d3, text: I ord., followed: qualitatively}\ncooperation_areas:\n  - {id: a-1, text: Ett.}\n  - {id: a-2, text: Två.}\n  - {id: a-3, text: Tre., withdrawn: {date: 2025-06-01, reason: R}}\n  - {id: a-4, text: Fyra., withdrawn: {date: 2024-06-01, reason: R}}\n---\n",
	"agreement/areas/gammalt.md":      "---\ntitle: Gammalt\norder: 2\nwithdrawn: {date: 2024-02-01, reason: R}\n---\n",
	"agreement/indicators/upp.yaml":   "title: Upp\ndefinition: D\nunit: count\ndirection: up\nsource: {name: K}\nbaseline: {year: 2020, value: 40}\ntarget: {year: 2026, value: 60, text: Sextio}\nseries:\n  - {year: 2022, total: 44}\n  - {year: 2023, total: 43}\n  - {year: 2024, total: 50}\n  - {year: 2024, total: 10, place: by}\n  - {year: 2025, total: 30}\n",
	"agreement/indicators/ner.yaml":   "title: Ner\ndefinition: D\nunit: percent\ndirection: down\nsource: {name: K}\nseries:\n  - {year: 2023, month: 1, total: 10}\n  - {year: 2023, month: 12, total: 30}\n  - {year: 2024, month: 1, total: 20}\n",
	"agreement/indicators/tom.yaml":   "title: Tom\ndefinition: D\nunit: percent\ndirection: up\nsource: {name: K}\n",
	"agreement/indicators/still.yaml": "title: Still\ndefinition: D\nunit: percent\ndirection: up\nsource: {name: K}\nbaseline: {year: 2021, value: 7}\nseries:\n  - {year: 2024, total: 7}\n",
	"agreement/indicators/bara.yaml":  "title: Bara\ndefinition: D\nunit: percent\ndirection: none\nsource: {name: K}\nseries:\n  - {year: 2023, total: 7}\n  - {year: 2024, total: 8}\n",
	"agreement/resources/rad.md":      "---\ntitle: Råd\nkind: recommendation\n---\n",
	"agreement/resources/nytt.md":     "---\ntitle: Nytt\nkind: recommendation\ndate: 2025-02\n---\n",
	"agreement/resources/bra.md":      "---\ntitle: Bra\nkind: example\ndate: 2024-05\n---\n",
	"agreement/resources/forr.md":     "---\ntitle: Förr\nkind: example\ndate: 2023\n---\n",
	"agreement/reviews/2024.md":       "---\ndate: 2024-11-01\nby: g\nconclusion: unchanged\n---\n",
	"agreement/reviews/2025.md":       "---\ndate: 2025-11-01\nby: g\nconclusion: unchanged\n---\n",
	"agreement/calendar.yaml":         "events:\n  - {id: e1, date: 2024-06-01, title: Beslut, kind: decision}\n  - {id: e2, date: 2023-12-01, title: Planen, kind: decision, decides: [\"2024\"]}\n",
	"agreement/results/r.md":          "---\ntitle: R\nperiod: {from: 2024, to: 2024}\nstatus: adopted\nby: g\nadopted: {date: 2025-03-01, body: g}\nas_of: 2025-01-31\nareas:\n  - {area: a, text: Bra}\nanswers:\n  - {resource: rad, text: Svar}\n---\n",
	"agreement/results/slut.md":       "---\ntitle: Slut\nperiod: {from: 2024, to: 2024}\nstatus: draft\nby: g\n---\n",
	"agreement/results/langt.md":      "---\ntitle: Långt\nperiod: {from: 2021, to: 2024}\nstatus: draft\nby: g\n---\n",
	"agreement/results/tomt.md":       "---\ntitle: Tomt\nperiod: {from: 2021, to: 2021}\nstatus: draft\nby: g\n---\n",
	"plans/2024/plan.yaml":            "title: P24\nscope: regional\nyear: 2024\nstatus: closed\nadopted: {date: 2023-12-01, body: g}\npriorities:\n  - {cooperation_area: a-1, emphasis: [strengthen]}\n  - {cooperation_area: a-2}\n",
	"plans/2024/pa-vag.md":            initiative("a-1", "status: ongoing\nfollow_up:\n  method: M\n  responsible: g\n  due: [2024-06-30, 2025-01-31, 2025-06-30]\n  measures:\n    - {id: m, title: M, unit: count, counts_people: true, target: 100, target_max: 120, indicator: upp}\n    - {id: ingen, title: Ingen, unit: percent, target: 5}\nreports:\n  - {date: 2024-06-20, assessment: at_risk, text: T, values: {m: 40}}\n  - {date: 2025-01-20, assessment: on_track, text: T, values: {m: {women: 50, men: 40}}}\n  - {date: 2025-06-20, assessment: off_track, text: T, values: {m: 1}}\nfunding:\n  - {source: Fonden, case_number: F 1, amount_sek: 1000}\n  - {source: Egen tid}\n"),
	"plans/2024/klar.md":              initiative("a-1", "status: completed\nfollow_up:\n  method: M\n  responsible: by\n  reported_by: g\n  due: [2024-12-01]\n  measures:\n    - {id: m, title: M, unit: count, counts_people: true, target: 10, indicator: upp}\nreports:\n  - {date: 2024-12-20, text: T, values: {m: 12}}\nfunding:\n  - {source: Fonden, case_number: F 1, amount_sek: 1000}\n"),
	"plans/2024/tyst.md":              initiative("a-1", "status: ongoing\nfollow_up: {method: M, responsible: by, due: [2024-12-01, 2025-01-31]}\n"),
	"plans/2024/slut.md":              initiative("a-4", "status: cancelled\nfollow_up: {method: M, responsible: by, due: [2024-12-01]}\n"),
	"plans/2024/utan.md":              initiative("a-3", "status: planned\nfollow_up: {method: M, responsible: by}\n"),
	"plans/2024/utgatt.md":            initiative("a-3", "status: planned\nwithdrawn: {date: 2024-05-01, reason: R}\nfollow_up: {method: M, responsible: by, due: [2024-12-01]}\n"),
	"plans/2025/plan.yaml":            "title: P25\nscope: regional\nyear: 2025\nstatus: adopted\nadopted: {date: 2024-12-01, body: g}\n",
	"plans/lok/plan.yaml":             "title: L\nscope: local\nparties: [by]\nperiod: {from: 2023, to: 2025}\nstatus: adopted\nadopted: {date: 2023-01-01, body: {name: F}}\n",
	"plans/lok-tyst/plan.yaml":        "title: LT\nscope: local\nparties: [tyst]\nstatus: known\n",
}

// report works out one of the reports.
func report(t *testing.T, id string, more map[string]string) *results.Report {
	t.Helper()
	with := maps.Clone(files)
	maps.Copy(with, more)
	c := loadtest.Sound(t, loadtest.Files(with))
	today, _ := model.ParseDate("2026-01-01")
	for _, told := range c.Results {
		if told.ID.V == id {
			return results.Of(facts.New(c, today, false), told)
		}
	}
	t.Fatalf("no report %s", id)
	return nil
}

func byID(t *testing.T, r *results.Report, id string) *results.Initiative {
	t.Helper()
	for _, i := range r.Initiatives {
		if i.ID() == id {
			return i
		}
	}
	t.Fatalf("no initiative %s", id)
	return nil
}

func TestInitiatives(t *testing.T) {
	r := report(t, "r", nil)
	if got := fmt.Sprint(r.Statuses); got != "[{planned 1} {ongoing 2} {completed 1} {cancelled 1}]" || r.Withdrawn != 1 {
		t.Errorf("statuses %s, %d withdrawn", got, r.Withdrawn)
	}
	if got := fmt.Sprint(r.Assessments); got != "[{completed 0} {on_track 1} {at_risk 0} {off_track 0} {not_assessed 1} {not_reported 3}]" {
		t.Errorf("assessments %s", got)
	}
	// pa-vag: both answered, the third not yet due; klar: answered; tyst: one late, one due
	// on the very day; slut: ended without a report; utgatt: withdrawn.
	if want := (results.Reporting{Due: 6, Received: 3, Missing: 1, Lapsed: 1, Today: 1}); r.Reporting != want {
		t.Errorf("reports %+v, want %+v", r.Reporting, want)
	}
}

// Only what was known on the day counts, which is the period's last where none is given.
func TestAsOf(t *testing.T) {
	r := report(t, "slut", nil)
	if r.AsOf.String() != "2024-12-31" {
		t.Errorf("as of %s", r.AsOf)
	}
	i := byID(t, r, "pa-vag")
	if i.Assessment != "at_risk" || i.Measures[0].Outcome.Total.V != 40 {
		t.Errorf("%s, %v", i.Assessment, i.Measures[0].Outcome.Total)
	}
	if want := (results.Reporting{Due: 4, Received: 2, Missing: 1, Lapsed: 1}); r.Reporting != want {
		t.Errorf("reports %+v, want %+v", r.Reporting, want)
	}
	later := report(t, "r", nil)
	if i := byID(t, later, "pa-vag"); i.Assessment != "on_track" || i.Measures[0].Outcome.Total.V != 90 {
		t.Errorf("later %s, %v", i.Assessment, i.Measures[0].Outcome.Total)
	}
	// A report of which only the year is known may be later than the day.
	vague := report(t, "r", map[string]string{"plans/2024/tyst.md": strings.Replace(files["plans/2024/tyst.md"], "follow_up", "reports:\n  - {date: 2025, assessment: on_track, text: T}\nfollow_up", 1)})
	if i := byID(t, vague, "tyst"); i.Assessment != results.NotReported {
		t.Errorf("a report of some day in 2025 is %s", i.Assessment)
	}
}

// What had not ended on the day is not told as ended, and where the content does not tell,
// that is said.
func TestStatusOnTheDay(t *testing.T) {
	follow := "follow_up: {method: M, responsible: by}\n"
	later := "reports:\n  - {date: 2025-02-01, assessment: completed, text: T}\n"
	for _, test := range []struct {
		name, period, more string
		status             string
		unsure             bool
	}{
		{"time over", "{from: 2024-01-01, to: 2024-12-31}", "status: completed\n" + follow + later, "completed", false},
		{"reported done", "{from: 2024-01-01, to: 2026-12-31}", "status: completed\n" + follow + "reports:\n  - {date: 2024-11-01, assessment: completed, text: T}\n", "completed", false},
		{"reported on later", "{from: 2024-01-01, to: 2026-12-31}", "status: completed\n" + follow + later, "ongoing", false},
		{"broken off later", "{from: 2024-01-01}", "status: cancelled\n" + follow + later, "ongoing", false},
		{"nothing tells", "{from: 2024-01-01, to: 2026-12-31}", "status: completed\n" + follow, "completed", true},
		{"goes on", "{from: 2024-01-01, to: 2026-12-31}", "status: ongoing\n" + follow, "ongoing", false},
		{"planned still", "{from: 2024-01-01, to: 2026-12-31}", "status: planned\n" + follow, "planned", false},
	} {
		text := strings.Replace(initiative("a-1", test.more), "{from: 2024-01-01, to: 2024-12-31}", test.period, 1)
		r := report(t, "slut", map[string]string{"plans/2024/provad.md": text})
		if i := byID(t, r, "provad"); i.Status != test.status || i.Unsure != test.unsure {
			t.Errorf("%s: %s, unsure %v; want %s, %v", test.name, i.Status, i.Unsure, test.status, test.unsure)
		}
		if want := map[bool]int{true: 1}[test.unsure]; r.Unsure != want {
			t.Errorf("%s: %d unsure, want %d", test.name, r.Unsure, want)
		}
	}
}

// A report that came before the period and answers a date in it is the period's: it cannot
// both have come in and be missing.
func TestAReportBeforeThePeriod(t *testing.T) {
	text := strings.Replace(initiative("a-1", "status: ongoing\nfollow_up: {method: M, responsible: by, due: [2023-06-30, 2024-01-31]}\nreports:\n  - {date: 2023-06-20, assessment: at_risk, text: T}\n  - {date: 2023-12-20, assessment: on_track, text: T}\n"), "{from: 2024-01-01, to: 2024-12-31}", "{from: 2023-01-01, to: 2024-12-31}", 1)
	r := report(t, "slut", map[string]string{"plans/2024/provad.md": text})
	i := byID(t, r, "provad")
	if i.Assessment != "on_track" || len(i.Dues) != 1 || i.Dues[0].State != facts.Met {
		t.Errorf("%s, %+v", i.Assessment, i.Dues)
	}
	early := strings.Replace(text, "  - {date: 2023-12-20, assessment: on_track, text: T}\n", "", 1)
	if i := byID(t, report(t, "slut", map[string]string{"plans/2024/provad.md": early}), "provad"); i.Assessment != results.NotReported || i.Dues[0].State != facts.Overdue {
		t.Errorf("a report on an earlier date counts: %s, %+v", i.Assessment, i.Dues)
	}
}

func TestMeasures(t *testing.T) {
	for _, test := range []struct{ target, value, want string }{
		{"target: 10", "10", "reached 0 1"},
		{"target: 10", "12", "reached 0 1.2"},
		{"target: 10", "8", "below -2 0.8"},
		{"target: 10, target_max: 20", "15", "reached 0 1.5"},
		{"target: 10, target_max: 20", "22", "above 2 2.2"},
		{"target_max: 20", "22", "above 2 0"},
		{"target_text: Flera", "22", "untargeted 0 0"},
		{"target: 10", "{women: 3, men: 9}", "reached 0 1.2 hidden"},
		{"target: 10", "3", "hidden 0 0 hidden"},
		{"target: 10", "{women: 9}", "untargeted 0 0"},
		{"target: 10", "{women: 2}", "hidden 0 0 hidden"},
		{"target: 10", "{total: 12, women: 10}", "reached 0 1.2 hidden"}, // the rest is 2
		{"target: 10", "0", "below -10 0"},
	} {
		r := report(t, "r", map[string]string{"plans/2024/ny.md": initiative("a-1", "status: ongoing\nfollow_up:\n  method: M\n  responsible: g\n  measures:\n    - {id: m, title: M, unit: count, counts_people: true, "+test.target+"}\nreports:\n  - {date: 2024-06-20, text: T, values: {m: "+test.value+"}}\n")})
		m := byID(t, r, "ny").Measures[0]
		got := fmt.Sprint(m.Verdict, " ", m.Deviation, " ", m.Share)
		if m.Outcome.Hidden {
			got += " hidden"
			if m.Outcome.Women.Given() || m.Outcome.Men.Given() {
				got += " but shown"
			}
		}
		if got != test.want {
			t.Errorf("%s of %s: %s, want %s", test.value, test.target, got, test.want)
		}
	}
}

func TestSums(t *testing.T) {
	r := report(t, "r", nil)
	if len(r.Sums) != 1 {
		t.Fatalf("%d sums", len(r.Sums))
	}
	s := r.Sums[0]
	if s.Indicator.ID.V != "upp" || s.Unit != "count" || s.Measures != 2 || s.Reported != 2 || s.Outcome.Total.V != 102 || s.Target.V != 110 || !s.People || s.Outcome.Women.Given() {
		t.Errorf("%+v", s)
	}
	few := report(t, "r", map[string]string{"plans/2024/klar.md": strings.Replace(files["plans/2024/klar.md"], "m: 12", "m: 2", 1)})
	if s := few.Sums[0]; !s.Hidden || s.Outcome.Given() {
		t.Errorf("the sum tells what is hidden: %+v", s)
	}
	percent := report(t, "r", map[string]string{"plans/2024/klar.md": strings.Replace(files["plans/2024/klar.md"], "unit: count", "unit: percent", 1)})
	if len(percent.Sums) != 0 {
		t.Error("shares and counts are added up")
	}
}

func TestIndicators(t *testing.T) {
	for id, want := range map[string]map[string]results.Move{
		"r":     {"upp": results.RightWay, "ner": results.WrongWay, "tom": results.Unknown, "still": results.Unmoved, "bara": results.Undirected},
		"langt": {"upp": results.RightWay, "ner": results.WrongWay, "still": results.Unmoved},
		"tomt":  {"upp": results.Unknown, "ner": results.Unknown, "still": results.Unknown},
	} {
		r := report(t, id, nil)
		for indicator, move := range want {
			if i, ok := told(r, indicator); !ok || i.Move != move {
				t.Errorf("%s in %s: %v", indicator, id, i.Move)
			}
		}
	}
	r := report(t, "r", nil)
	i, _ := told(r, "upp")
	if i.Latest.Year.V != 2024 || i.Before.Year.V != 2023 || len(i.Series) != 4 {
		t.Errorf("known: %v before %v, %d values", i.Latest.Year, i.Before.Year, len(i.Series))
	}
	long := report(t, "langt", nil)
	if i, _ := told(long, "upp"); !i.Begun || i.Before != nil {
		t.Errorf("four years are compared with %v", i.Before)
	}
	if got := r.Moves; got[results.RightWay] != 1 || got[results.WrongWay] != 1 || got[results.Unknown] != 1 || got[results.Unmoved] != 1 {
		t.Errorf("moves %v", got)
	}
}

func TestAreas(t *testing.T) {
	r := report(t, "r", nil)
	if len(r.Areas) != 1 || r.Areas[0].Words == nil || len(r.Areas[0].Goals) != 3 {
		t.Fatalf("%d areas", len(r.Areas))
	}
	var got []string
	for _, c := range r.Areas[0].Cooperations {
		got = append(got, fmt.Sprint(c.ID(), " ", c.First(), " ", len(c.Initiatives)))
	}
	want := []string{"a-1 true 3", "a-2 true 0", "a-3 false 2", "a-4 false 1"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestActorsAndMoney(t *testing.T) {
	r := report(t, "r", nil)
	var got []string
	for _, a := range r.Actors {
		got = append(got, fmt.Sprint(a.ID, " ", len(a.Owned), " ", a.Reporting.Due, " ", a.Reporting.Received, " ", len(a.Owes), " ", len(a.Unscheduled)))
	}
	if want := []string{"by 5 3 0 1 1", "tyst 0 0 0 0 0", "g 0 3 3 0 0"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if len(r.Funding) != 2 || r.Funding[0].Known != 1000 || r.Funding[0].Amounts != 1 || len(r.Funding[0].Initiatives) != 2 || r.Funding[1].Unknown != 1 {
		t.Errorf("%+v", r.Funding)
	}
	if r.Unfunded() != 3 {
		t.Errorf("%d say nothing of money", r.Unfunded())
	}
}

func TestPlansAndDecisions(t *testing.T) {
	r := report(t, "r", nil)
	if len(r.Plans) != 1 || len(r.Local) != 2 || len(r.Counted()) != 2 {
		t.Errorf("%d plans, %d local", len(r.Plans), len(r.Local))
	}
	var got []string
	for _, d := range r.Decided {
		got = append(got, fmt.Sprint(d.Date, " ", d.Amendment, " ", d.Plan != nil, " ", d.Event != nil))
	}
	if want := []string{"2024-03-01 1 false false", "2024-06-01 0 false true", "2024-12-01 0 true false"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if len(r.Reviews) != 1 || len(r.Examples) != 1 || len(r.Recommendations) != 1 || r.Recommendations[0].Answer == nil {
		t.Errorf("%d reviews, %d examples, %d recommendations", len(r.Reviews), len(r.Examples), len(r.Recommendations))
	}
}

func TestGaps(t *testing.T) {
	g := report(t, "r", nil).Gaps()
	if len(g.Unmeasured) != 1 || len(g.WithoutData) != 1 || len(g.Unreported) != 3 || len(g.Unassessed) != 1 || len(g.Unscheduled) != 1 || len(g.Unserved) != 1 || len(g.Outcomes) != 1 || g.NoPlans {
		t.Errorf("%+v", g)
	}
	if g := report(t, "tomt", nil).Gaps(); !g.NoPlans || !slices.Equal(g.Years, []int{2021}) {
		t.Errorf("%+v", g)
	}
}

// A recurring duty is told for each of its months in the time, with who had not answered
// on the day that is told of.
func TestDuties(t *testing.T) {
	for id, want := range map[string]string{"r": "[2024-10 [tyst]]", "langt": "[2024-10 [tyst] 2023-10 [tyst] 2022-10 [tyst] 2021-10 [tyst]]", "tomt": "[2021-10 [by tyst] 2021-03 [by]]"} {
		var got []string
		for _, d := range report(t, id, nil).Duties {
			got = append(got, fmt.Sprint(d.Month, " ", d.Lacks))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", id, got, want)
		}
	}
}

// The months of the time are told in full, though they are told of long after, and after
// the agreement's end.
func TestDutiesLongAfter(t *testing.T) {
	for _, to := range []string{"2021", "2026"} {
		got := report(t, "tomt", map[string]string{
			"agreement/agreement.yaml":  "title: Liten\nshort_title: L\nperiod: {from: 2020, to: " + to + "}\nstatus: adopted\nadopted: {date: 2020-01-01}\nchapters:\n  - part: areas\nreporting:\n  - {id: m, title: Varje månad, from: [by], to: g, every: month, received: [{date: 2021-03-05, from: by}]}\n",
			"agreement/results/tomt.md": "---\ntitle: Tomt\nperiod: {from: 2021, to: 2021}\nstatus: draft\nby: g\nas_of: 2025-12-31\n---\n",
		}).Duties
		if len(got) != 12 || got[0].Month.String() != "2021-12" || got[11].Month.String() != "2021-01" {
			t.Errorf("the agreement until %s: %d months: %+v", to, len(got), got)
		}
	}
}

// What stands today is told of the plan in force.
// A report that came before its initiative began counts where the initiative begins, as it
// counts as an answer to its date; one of an earlier year of a longer initiative does not.
func TestAReportAheadOfItsInitiative(t *testing.T) {
	const tail = "status: ongoing\nfollow_up:\n  method: M\n  responsible: by\n  due: [2024-01-31]\nreports:\n  - {date: 2023-11-20, assessment: on_track, text: T}\n"
	for _, period := range []string{"{from: 2024-01-01, to: 2024-12-31}", "{from: 2023-01-01, to: 2024-12-31}"} {
		file := strings.Replace(initiative("a-1", tail), "period: {from: 2024-01-01, to: 2024-12-31}", "period: "+period, 1)
		r := report(t, "r", map[string]string{"plans/2024/tyst.md": file})
		i := byID(t, r, "tyst")
		if !strings.Contains(file, period) || i.Assessment != "on_track" {
			t.Errorf("%s: %s", period, i.Assessment)
		}
		if len(i.Dues) != 1 || i.Dues[0].State != facts.Met {
			t.Errorf("%s: the date is %+v", period, i.Dues)
		}
	}
}

func TestNow(t *testing.T) {
	c := loadtest.Sound(t, loadtest.Files(files))
	for today, want := range map[string]string{"2024-07-01": "2024 5", "2025-07-01": "2025 0", "": "2025 0"} {
		day, _ := model.ParseDate(today)
		now := results.Now(facts.New(c, day, false))
		if got := fmt.Sprint(now.Plans[len(now.Plans)-1].ID.V, " ", len(now.Initiatives)); got != want || now.AsOf != day {
			t.Errorf("on %q: %s as of %s, want %s", today, got, now.AsOf, want)
		}
	}
}

// told is what became of an indicator; ok is false where it is not told of.
func told(r *results.Report, id string) (is results.Indicator, ok bool) {
	for _, i := range slices.Concat(r.Indicators, r.Context) {
		if i.ID.V == id {
			return i, true
		}
	}
	return results.Indicator{}, false
}
