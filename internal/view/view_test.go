package view_test

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"samsyn/internal/diff"
	"samsyn/internal/figure"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
	"samsyn/internal/view/page"
	"samsyn/internal/view/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small is a content with one of each thing that the views tell most about.
var small = map[string]string{
	"samsyn.yaml":                 "title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\nlanguages: [en]\n",
	"agreement/agreement.yaml":    "title: Liten överenskommelse\nshort_title: LÖ\nadopted: {how: Undertecknad}\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - file: text/om.md\n  - part: areas\n  - part: signatures\n",
	"agreement/text/om.md":        "# Om\n\nEn text med [länk](../areas/arbete.md), [utväg](javascript:x) och en not.[^1]\n\n[^1]: Noten.\n",
	"agreement/areas/arbete.md":   "---\ntitle: Arbete\norder: 1\nresponsible: [grupp]\nsub_goals:\n  - id: arbete-d1\n    text: Fler ska arbeta.\ncooperation_areas:\n  - id: arbete-1\n    text: Öppna arbetsplatser.\n  - id: arbete-2\n    text: Tala svenska.\n---\n\nOm arbete.\n",
	"agreement/parties.yaml":      "parties:\n  - id: lan\n    name: Länet\n    kind: region\n    signatory: {name: Å Ö}\n  - id: by\n    name: Byns kommun\n    short_name: Byn\n    kind: municipality\n",
	"agreement/organisation.yaml": "bodies:\n  - id: grupp\n    name: Gruppen\n    role: responsible\n    members: [lan, by]\n",
	"plans/2025/plan.yaml":        "title: Plan 2025\nscope: regional\nyear: 2025\nstatus: adopted\npriorities:\n  - cooperation_area: arbete-1\n  - cooperation_area: arbete-2\n    emphasis: [develop]\n",
	"plans/2025/praktik.md":       "---\ntitle: Praktik\ncooperation_area: arbete-1\nowner: by\nplaces: [by]\nperiod: {from: 2025-01-01, to: 2025-12-31}\nstatus: ongoing\nfollow_up:\n  method: Vi räknar.\n  responsible: by\n  due: [2025-06-30, 2026-06-30]\n  measures:\n    - id: antal\n      title: Platser\n      unit: count\n      target: 1200\nreports:\n  - date: 2025-07-01\n    assessment: at_risk\n    text: Trögt.\n    values: {antal: 300}\n---\n\nFörsta stycket.\n\nAndra stycket.\n",
	"plans/2025/praktik.en.md":    "---\ntitle: Internship\n---\n\nFirst paragraph.\n",
}

func siteOf(t *testing.T, files map[string]string, o view.Options) *site.Site {
	t.Helper()
	return site.New(view.New(loadtest.Sound(t, loadtest.Files(files)), o))
}

func pageOf(t *testing.T, s *site.Site, path string) *page.Page {
	t.Helper()
	for _, e := range s.Pages() {
		if e.Path == path {
			return s.Page(e)
		}
	}
	t.Fatalf("no page %s", path)
	return nil
}

// tree is a view as plain data: what is zero is left out, a block says what it
// is, a text in Markdown is its words, a figure what it says.
func tree(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case block.Text:
		if x.Lang != "" {
			return x.Lang + ": " + x.S
		}
		return x.S
	case *prose.Doc:
		var words []string
		x.Walk(nil, func(in prose.Inline) {
			if t, ok := in.(*prose.Text); ok {
				words = append(words, t.Value)
			}
		})
		return strings.Join(words, "|")
	case figure.Figure:
		return x.Title + ". " + x.Desc
	case model.Date:
		return x.String()
	}
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		inner := tree(v.Elem())
		if m, ok := inner.(map[string]any); ok && v.Kind() == reflect.Interface {
			m["is"] = v.Elem().Type().Name()
		}
		return inner
	case reflect.Struct:
		m := map[string]any{}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !v.Field(i).IsZero() {
				m[f.Name] = tree(v.Field(i))
			}
		}
		return m
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = tree(v.Index(i))
		}
		return list
	}
	return v.Interface()
}

func golden(t *testing.T, name string, got any) {
	t.Helper()
	data, err := json.MarshalIndent(tree(reflect.ValueOf(got)), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	file := "testdata/" + name + ".json"
	if *update {
		if err := os.WriteFile(file, append(data, '\n'), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(data)+"\n" != string(want) {
		t.Errorf("%s differs; look at it with -update and git diff", name)
	}
}

func TestGoldens(t *testing.T) {
	s := siteOf(t, small, view.Options{Today: model.Date{Year: 2026, Month: 7, Day: 1}, Commit: "abcdef0123456789"})
	for name, path := range map[string]string{
		"start": "index", "plan": "plans/2025", "initiative": "plans/2025/praktik", "initiative-en": "en/plans/2025/praktik",
		"agreement": "agreement", "follow-up": "follow-up", "party": "parties/by", "place": "places/by",
	} {
		golden(t, name, *pageOf(t, s, path))
	}
	golden(t, "agreement-document", *document.Agreement(s.View))
	golden(t, "plan-document", *document.Plan(s.View, "2025"))
}

// text is all the words of a view.
func allText(v any) string {
	data, _ := json.Marshal(tree(reflect.ValueOf(v)))
	return string(data)
}

func TestWhatDependsOnToday(t *testing.T) {
	for _, test := range []struct {
		today         model.Date
		late, runsOut bool
	}{
		{model.Date{}, false, false},
		{model.Date{Year: 2025, Month: 12, Day: 31}, false, false},
		{model.Date{Year: 2026, Month: 6, Day: 30}, false, true}, // the due date itself is in time
		{model.Date{Year: 2026, Month: 7, Day: 1}, true, true},
	} {
		p := allText(*pageOf(t, siteOf(t, small, view.Options{Today: test.today}), "plans/2025/praktik"))
		if got := strings.Contains(p, "Redovisning försenad"); got != test.late {
			t.Errorf("on %v: overdue is %v", test.today, got)
		}
		if got := strings.Contains(p, "tid har gått ut"); got != test.runsOut {
			t.Errorf("on %v: past its end is %v", test.today, got)
		}
	}
}

func TestPriorityWithoutInitiativeIsTold(t *testing.T) {
	s := siteOf(t, small, view.Options{})
	for _, path := range []string{"plans/2025", "areas/arbete-2"} {
		if p := allText(*pageOf(t, s, path)); !strings.Contains(p, "ingen insats i planen genomför det") {
			t.Errorf("%s does not tell of the gap", path)
		}
	}
}

func TestDraftsOnlyOnRequest(t *testing.T) {
	files := map[string]string{}
	for k, v := range small {
		files[k] = strings.Replace(v, "status: adopted\npriorities", "status: draft\npriorities", 1)
	}
	has := func(s *site.Site) bool {
		for _, e := range s.Pages() {
			if strings.HasPrefix(e.Path, "plans/2025") {
				return true
			}
		}
		return false
	}
	if has(siteOf(t, files, view.Options{})) {
		t.Error("a draft is shown without being asked for")
	}
	s := siteOf(t, files, view.Options{Drafts: true})
	if !has(s) {
		t.Error("a draft is not shown when asked for")
	} else if !strings.Contains(allText(*pageOf(t, s, "plans/2025")), "inte beslutad") {
		t.Error("a draft does not say that it is one")
	}
}

func TestUnsafeLinksLeadNowhere(t *testing.T) {
	p := pageOf(t, siteOf(t, small, view.Options{}), "agreement")
	text := allText(*p)
	if strings.Contains(text, "javascript:") {
		t.Error("an unsafe link is in the view")
	}
	if !strings.Contains(text, `"Page":"areas/arbete"`) {
		t.Error("a link to another file does not lead to its page")
	}
}

func TestHistoryIsToldInWords(t *testing.T) {
	before, after := siteOf(t, small, view.Options{}).Content, siteOf(t, small, view.Options{}).Content
	after.Plans[0].Initiatives[0].Owner.ID.V = "lan"
	s := site.New(view.New(after, view.Options{History: []diff.Occasion{{Day: model.Date{Year: 2025, Month: 5, Day: 4}, Changes: diff.Contents(before, after)}}}))
	for _, path := range []string{"history", "index", "plans/2025/praktik"} {
		if p := allText(*pageOf(t, s, path)); !strings.Contains(p, "4\u00a0maj\u00a02025") || !strings.Contains(p, "Praktik") {
			t.Errorf("%s does not tell of the change", path)
		}
	}
}

// Where no version bears a name, what the content says of its decisions counts:
// only what has changed after the latest of them is told.
func TestHistoryKnowsTheLatestDecision(t *testing.T) {
	before, after := siteOf(t, small, view.Options{}).Content, siteOf(t, small, view.Options{}).Content
	after.Plans[0].Initiatives[0].Owner.ID.V = "lan"
	day := func(month, day int) model.Date { return model.Date{Year: 2025, Month: month, Day: day} }
	past := func(d model.Date) diff.Occasion { return diff.Occasion{Day: d, Changes: diff.Contents(before, after)} }
	sinceDecision := func(o view.Options) string {
		p := pageOf(t, site.New(view.New(after, o)), "history")
		if first, is := p.Blocks[0].(block.Section); is && first.ID == "sedan-beslutet" {
			return allText(page.Page{Blocks: []block.Block{first}})
		}
		return ""
	}
	history := []diff.Occasion{past(day(5, 4)), past(day(1, 1))}
	if s := sinceDecision(view.Options{History: history}); s != "" {
		t.Errorf("a decision out of nothing: %s", s)
	}
	after.Plans[0].Adopted.Date.V = day(3, 1)
	s := sinceDecision(view.Options{History: history})
	if !strings.Contains(s, "Plan 2025, 1\u00a0mars\u00a02025") || !strings.Contains(s, "Sedan dess: 1\u00a0ändring i sak. Se nedan") {
		t.Errorf("got %s", s)
	}
	if s := sinceDecision(view.Options{History: history, Today: day(2, 1)}); s != "" {
		t.Errorf("a decision that is yet to be made counts: %s", s)
	}
	after.Plans[0].Adopted.Date.V = day(5, 4)
	if s := sinceDecision(view.Options{History: history}); !strings.Contains(s, "Ingenting har") {
		t.Errorf("got %s", s)
	}
	named := &diff.Occasion{Day: day(4, 1), Tags: []string{"antagen-7"}}
	if s := sinceDecision(view.Options{History: history, Decided: named}); !strings.Contains(s, "antagen-7, 1\u00a0april\u00a02025") {
		t.Errorf("got %s", s)
	}
}
