package index_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"samsyn/internal/index"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

var files = map[string]string{
	"samsyn.yaml":                 "title: Liten\npublisher: vaxjo\nbase_url: https://liten.example\nlanguage: sv\n",
	"agreement/agreement.yaml":    "title: Liten\nshort_title: L\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - part: areas\n",
	"agreement/parties.yaml":      "parties:\n  - id: vaxjo\n    name: Växjö kommun\n    short_name: Växjö\n    kind: municipality\n  - id: lan\n    name: Länet\n    kind: region\n",
	"agreement/organisation.yaml": "bodies:\n  - id: forum\n    name: Forum för integration\n    role: decides\n    members: [vaxjo]\n",
	"agreement/areas/halsa.md":    "---\ntitle: Hälsa\norder: 1\nresponsible: [forum]\nsub_goals:\n  - id: halsa-d1\n    text: Friska.\n---\n",
	"agreement/areas/arbete.md":   "---\ntitle: Arbete\norder: 2\ncooperation_areas:\n  - id: arbete-1\n    text: Praktik.\n    withdrawn: {date: 2025-01-01, reason: R}\n---\n",
	"plans/2025/plan.yaml":        "title: P25\nscope: regional\nyear: 2025\nstatus: adopted\npriorities:\n  - cooperation_area: halsa\n",
	"plans/2025/x.md":             "---\ntitle: X\ncooperation_area: halsa\nsub_goals: [halsa-d1]\nowner: vaxjo\nplaces: [vaxjo]\nperiod: {from: 2025-01-01}\nstatus: ongoing\nfollow_up:\n  method: M\n  responsible: forum\n  measures:\n    - {id: m, title: M, unit: count}\nreports:\n  - {date: 2025-05-01, assessment: on_track, text: T, values: {m: 1}}\n---\n",
}

func content(t *testing.T) *model.Content {
	t.Helper()
	return loadtest.Sound(t, loadtest.Files(files))
}

func TestUses(t *testing.T) {
	x := index.New(content(t))
	for _, test := range []struct {
		kind, id string
		want     []string
	}{
		{"party", "vaxjo", []string{
			"agreement/organisation.yaml:5 bodies.members", "plans/2025/x.md:5 owner", "plans/2025/x.md:6 places", "samsyn.yaml:2 publisher"}},
		{"municipality", "vaxjo", []string{
			"agreement/organisation.yaml:5 bodies.members", "plans/2025/x.md:5 owner", "plans/2025/x.md:6 places", "samsyn.yaml:2 publisher"}},
		{"body", "forum", []string{"agreement/areas/halsa.md:4 responsible", "plans/2025/x.md:11 follow_up.responsible"}},
		{"cooperation-area", "halsa", []string{"plans/2025/plan.yaml:6 priorities.cooperation_area", "plans/2025/x.md:3 cooperation_area"}},
		{"sub-goal", "halsa-d1", []string{"plans/2025/x.md:4 sub_goals"}},
		{"measure:plans/2025/x.md", "m", []string{"plans/2025/x.md:15 reports.values"}},
		{"party", "lan", nil},
		{"indicator", "vaxjo", nil},
	} {
		var got []string
		for _, u := range x.Uses(test.kind, test.id) {
			got = append(got, fmt.Sprintf("%s:%d %s", u.At.File, u.At.Range.Start.Line, u.Field))
		}
		slices.Sort(got)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s %s is used at %q, want %q", test.kind, test.id, got, test.want)
		}
	}
}

func TestWhatThereIs(t *testing.T) {
	x := index.New(content(t))
	for _, test := range []struct {
		kind string
		want []string
	}{
		{"party", []string{"lan", "vaxjo"}}, {"municipality", []string{"vaxjo"}}, {"body", []string{"forum"}},
		{"cooperation-area", []string{"arbete-1", "halsa"}}, {"initiative", []string{"2025/x"}}, {"measure", nil},
	} {
		if got := x.Known(test.kind); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.kind, got, test.want)
		}
	}
	if got := x.Known("party", "body"); !slices.Equal(got, []string{"forum", "lan", "vaxjo"}) {
		t.Errorf("actors: %q", got)
	}
	for _, kind := range []string{"party", "area", "sub-goal", "nonsense"} {
		if x.Has(kind, "arbete-1") {
			t.Errorf("a cooperation area is a %s", kind)
		}
	}
	if c, ok := x.Cooperation("arbete-1"); !ok || !c.Withdrawn().Given() || c.Area.ID.V != "arbete" {
		t.Errorf("%+v", c)
	}
	if _, ok := x.Cooperation("arbete"); ok {
		t.Error("an area with cooperation areas of its own is one")
	}
	if i := x.InitiativeIn("plans/2025/x.md"); i == nil || i != x.Initiative("2025/x") {
		t.Error("the file holds another initiative")
	}
	if p := x.PlanIn("plans/2025/plan.yaml"); p == nil || p != x.Plan("2025") {
		t.Error("the file is another plan's")
	}
	if x.InitiativeIn("plans/2025/plan.yaml") != nil || x.PlanIn("plans/2025/x.md") != nil {
		t.Error("a file is what it is not")
	}
}

// A thing whose identifier is missing is not found by having none.
func TestNamelessIsNotFound(t *testing.T) {
	nameless := maps.Clone(files)
	nameless["agreement/parties.yaml"] = "parties:\n  - name: Växjö kommun\n    kind: municipality\n"
	if x := index.New(loadtest.Content(t, loadtest.Files(nameless))); x.Party("") != nil {
		t.Errorf("%+v", x.Party(""))
	}
}

func TestNames(t *testing.T) {
	x := index.New(content(t))
	for _, test := range []struct {
		kind, id    string
		full, short string
	}{
		{"body", "vaxjo", "Växjö kommun", "Växjö"}, {"party", "forum", "Forum för integration", "Forum för integration"},
		{"sub-goal", "halsa-d1", "Friska.", "Friska."}, {"area", "arbete-1", "Praktik.", "Praktik."},
		{"initiative", "2025/x", "X", "X"}, {"plan", "2025", "P25", "P25"}, {"party", "nobody", "", ""},
	} {
		if got := x.Name(test.kind, test.id); got != (index.Name{Full: test.full, Short: test.short}) {
			t.Errorf("%s %s is called %+v", test.kind, test.id, got)
		}
	}
	for _, test := range []struct{ kind, name, want string }{
		{"party", "växjö kommun ", "vaxjo"}, {"municipality", "Växjö", "vaxjo"}, {"municipality", "Länet", ""},
		{"body", "Forum för integration", "forum"}, {"body", "Växjö kommun", ""}, {"area", "Hälsa", "halsa"}, {"party", "", ""},
	} {
		if got := x.Called(test.kind, test.name); got != test.want {
			t.Errorf("%q as a %s: %q, want %q", test.name, test.kind, got, test.want)
		}
	}
}
