package facts_test

import (
	"maps"
	"slices"
	"testing"

	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

var files = map[string]string{
	"samsyn.yaml":                    "title: Liten\npublisher: by\nbase_url: https://liten.example\nlanguage: sv\n",
	"agreement/agreement.yaml":       "title: Liten\nshort_title: L\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - part: areas\n",
	"agreement/parties.yaml":         "parties:\n  - id: by\n    name: Byn\n    kind: municipality\n",
	"agreement/organisation.yaml":    "bodies:\n  - id: g\n    name: G\n    role: responsible\n    members: [by]\n  - id: ny\n    name: Ny\n    role: responsible\n    status: to_be_formed\n    acting: g\n  - id: tom\n    name: Tom\n    role: responsible\n    status: to_be_formed\n",
	"agreement/areas/a.md":           "---\ntitle: A\norder: 1\nresponsible: [ny]\nsub_goals:\n  - id: a-d1\n    text: Mäts.\n    indicators: [i]\n  - id: a-d2\n    text: Mäts inte.\n  - id: a-d3\n    text: I ord.\n    followed: qualitatively\ncooperation_areas:\n  - id: a-1\n    text: Ett.\n  - id: a-2\n    text: Två.\n    responsible: [tom]\n  - id: a-3\n    text: Tre.\n---\n",
	"agreement/areas/b.md":           "---\ntitle: B\norder: 2\n---\n",
	"agreement/indicators/i.yaml":    "title: I\ndefinition: D\nunit: percent\ndirection: up\nsource: {name: K}\nbaseline: {year: 2020, value: 40}\ntarget: {year: 2026, value: 60, text: Sextio}\nseries:\n  - year: 2020\n    total: 40\n  - year: 2023\n    total: 45\n  - year: 2022\n    total: 99\n    place: by\n  - year: 2024\n    flag: missing\n",
	"agreement/indicators/down.yaml": "title: Ner\ndefinition: D\nunit: percent\ndirection: down\nsource: {name: K}\nbaseline: {year: 2020, value: 40}\ntarget: {year: 2026, value: 20, text: Tjugo}\nseries:\n  - year: 2023\n    total: 44\n",
	"agreement/indicators/tom.yaml":  "title: Tom\ndefinition: D\nunit: percent\ndirection: up\nsource: {name: K}\n",
	"plans/2024/plan.yaml":           "title: P24\nscope: regional\nyear: 2024\nstatus: closed\n",
	"plans/2024/x.md":                "---\ntitle: X\ncooperation_area: a-1\nowner: by\nperiod: {from: 2024-01-01, to: 2024-12-31}\nstatus: completed\nfollow_up:\n  method: M\n  responsible: by\n  due: [2024-12-31]\n---\n",
	"plans/2024/borta.md":            "---\ntitle: Borta\ncooperation_area: a-1\nowner: by\nperiod: {from: 2024-01-01, to: 2024-12-31}\nstatus: cancelled\nfollow_up: {method: M, responsible: by}\n---\n",
	"plans/2025/plan.yaml":           "title: P25\nscope: regional\nyear: 2025\nstatus: adopted\npriorities:\n  - cooperation_area: a-1\n  - cooperation_area: a-2\n",
	"plans/2025/x.md":                "---\ntitle: X igen\ncooperation_area: a-1\nowner: by\ncontinues: 2024/x\nperiod: {from: 2025-01-01, to: 2025-12-31}\nstatus: ongoing\nfollow_up:\n  method: M\n  responsible: by\n  due: [2025-06-30, 2025-12-31]\nreports:\n  - date: 2025-06-30\n    assessment: on_track\n    text: Bra.\n---\n",
	"plans/2025/ny.md":               "---\ntitle: Ny\ncooperation_area: a-1\nowner: by\nperiod: {from: 2025-01-01}\nstatus: planned\nfollow_up: {method: M, responsible: by}\n---\n",
	"plans/2026/plan.yaml":           "title: P26\nscope: regional\nyear: 2026\nstatus: adopted\n",
}

func index(t *testing.T, today string) *facts.Index {
	t.Helper()
	c := loadtest.Sound(t, loadtest.Files(files))
	day := model.Date{}
	if today != "" {
		day, _ = model.ParseDate(today)
	}
	return facts.New(c, day, false)
}

func TestDues(t *testing.T) {
	for _, test := range []struct {
		today string
		want  []facts.DueState
	}{
		{"", []facts.DueState{facts.Met, facts.Planned}},
		{"2025-12-31", []facts.DueState{facts.Met, facts.Planned}},
		{"2026-01-01", []facts.DueState{facts.Met, facts.Overdue}},
	} {
		x := index(t, test.today)
		for n, d := range x.DuesOf(x.Initiative("2025/x")) {
			if d.State != test.want[n] {
				t.Errorf("on %q due %v is %s, not %s", test.today, d.Date.V, d.State, test.want[n])
			}
		}
	}
	x := index(t, "2026-01-01")
	if d := x.DuesOf(x.Initiative("2024/x")); d[0].State != facts.Lapsed {
		t.Errorf("a completed initiative is %s", d[0].State)
	}
}

func TestStaleAndCurrent(t *testing.T) {
	for today, want := range map[string]string{"": "2026", "2025-03-01": "2025", "2026-01-01": "2026", "2023-01-01": "2026"} {
		if p := index(t, today).Current(); p.ID.V != want {
			t.Errorf("on %q the plan is %s, not %s", today, p.ID.V, want)
		}
	}
	for today, want := range map[string]bool{"": false, "2025-12-31": false, "2026-01-01": true} {
		x := index(t, today)
		if got := x.Stale(x.Initiative("2025/x")); got != want {
			t.Errorf("on %q stale is %v", today, got)
		}
	}
}

func TestProgress(t *testing.T) {
	x := index(t, "")
	for id, want := range map[string]float64{"i": 0.25, "down": -0.2} {
		i := x.Indicator(id)
		share, ok := facts.Progress(i)
		if newest := facts.Newest(i); !ok || share != want || newest.Year.V != 2023 {
			t.Errorf("%s: %v of %v, %v", id, share, newest, ok)
		}
	}
	if _, ok := facts.Progress(x.Indicator("tom")); ok {
		t.Error("progress without values")
	}
}

func TestGaps(t *testing.T) {
	g := index(t, "2025-07-01").Gaps()
	ids := func(list []facts.Cooperation) (out []string) {
		for _, c := range list {
			out = append(out, c.ID())
		}
		return out
	}
	if got := ids(g.Unanswered); len(got) != 2 || got[0] != "a-2" || got[1] != "b" {
		t.Errorf("unanswered: %v", got)
	}
	if got := ids(g.Unserved); len(got) != 1 || got[0] != "a-2" {
		t.Errorf("unserved: %v", got)
	}
	if got := ids(g.Untouched); len(got) != 2 || got[0] != "a-3" {
		t.Errorf("untouched: %v", got)
	}
	if len(g.Unmeasured) != 1 || g.Unmeasured[0].ID.V != "a-d2" {
		t.Errorf("unmeasured: %v", g.Unmeasured)
	}
	if len(g.WithoutData) != 1 || g.WithoutData[0].ID.V != "tom" {
		t.Errorf("without data: %v", g.WithoutData)
	}
	if len(g.Unscheduled) != 1 || g.Unscheduled[0].ID() != "ny" {
		t.Errorf("unscheduled: %v", g.Unscheduled)
	}
	if len(g.OverdueDues) != 0 || len(g.PastTheirEnd) != 0 {
		t.Errorf("late too early: %v %v", g.OverdueDues, g.PastTheirEnd)
	}
}

func TestCompare(t *testing.T) {
	x := index(t, "")
	later := x.Plan("2025")
	before := x.Before(later)
	if before == nil || before.ID.V != "2024" {
		t.Fatalf("before 2025 is %v", before)
	}
	c := x.Compare(before, later)
	if len(c.Continued) != 1 || len(c.New) != 1 || len(c.Ended) != 1 || c.Ended[0].ID() != "borta" {
		t.Errorf("%+v", c)
	}
}

// Of several plans of one year, such as a programme of its own, it is always the same that a
// plan is compared with.
func TestComparedWithOneOfSeveral(t *testing.T) {
	with := maps.Clone(files)
	for _, id := range []string{"programmet", "annat", "tredje"} {
		with["plans/"+id+"/plan.yaml"] = "title: " + id + "\nscope: regional\nperiod: {from: 2025, to: 2027}\nstatus: adopted\n"
	}
	x := facts.New(loadtest.Sound(t, loadtest.Files(with)), model.Date{}, false)
	for range 50 {
		if before := x.Before(x.Plan("2026")); before.ID.V != "2025" {
			t.Fatalf("before 2026 is %s", before.ID.V)
		}
	}
}

// A body's initiatives count once for a party that has several seats in it.
func TestOwnedThrough(t *testing.T) {
	with := maps.Clone(files)
	with["agreement/parties.yaml"] += "  - id: lan\n    name: Länet\n    kind: region\n  - id: annan\n    name: Annan\n    kind: other\n"
	with["agreement/organisation.yaml"] = "bodies:\n  - id: g\n    name: G\n    role: responsible\n    members: [by, {party: by, name: B}, lan]\n  - id: ny\n    name: Ny\n    role: responsible\n  - id: tom\n    name: Tom\n    role: responsible\n"
	with["plans/2025/grupp.md"] = "---\ntitle: G\ncooperation_area: a-1\nowner: g\nperiod: {from: 2025-01-01}\nstatus: planned\nfollow_up: {method: M, responsible: by}\n---\n"
	x := facts.New(loadtest.Sound(t, loadtest.Files(with)), model.Date{}, false)
	for party, want := range map[string]int{"by": 1, "lan": 1, "g": 0, "annan": 0} {
		list := x.OwnedThrough(party)
		if len(list) != want || want == 1 && list[0].FullID() != "2025/grupp" {
			t.Errorf("%s: %v", party, list)
		}
	}
}

func TestInitiativesAroundAThing(t *testing.T) {
	x := index(t, "2025-06-30")
	names := func(list []*model.Initiative) (all []string) {
		for _, i := range list {
			all = append(all, i.FullID())
		}
		return all
	}
	if got := names(x.ServingArea(x.Content.Areas[0])); !slices.Equal(got, []string{"2025/ny", "2025/x", "2024/borta", "2024/x"}) {
		t.Errorf("the area is served by %v", got)
	}
	if got := names(x.WorkOf("by")); !slices.Equal(got, []string{"2025/ny", "2025/x", "2024/borta", "2024/x", "2025/ny", "2025/x", "2024/borta", "2024/x"}) {
		t.Errorf("the party has a part in %v", got)
	}
	if got := names(x.Around(x.Initiative("2024/x"))); !slices.Equal(got, []string{"2024/x", "2025/x"}) {
		t.Errorf("around the one of 2024 are %v", got)
	}
	if got := names(x.Around(x.Initiative("2025/x"))); !slices.Equal(got, []string{"2025/x", "2024/x"}) {
		t.Errorf("around the one of 2025 are %v", got)
	}
}
