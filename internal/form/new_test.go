package form_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"samsyn/internal/form"
	"samsyn/internal/model"
	"samsyn/internal/project"
)

var today, _ = model.ParseDate("2026-08-01")

// made fills in a new form.
func made(t *testing.T, p *project.Project, kind, in string, fill map[string]string) (f *form.Form, text string) {
	t.Helper()
	f, err := form.New(p, kind, in, form.Options{Today: today})
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	values := submitted(f)
	for _, add := range []string{"parties", "priorities", "cooperation_areas", "sub_goals", "events", "places", "strategies", "follow_up.due", "signatures"} {
		if _, has := values[add]; !has {
			continue
		}
		for path := range fill {
			if strings.HasPrefix(path, add+"[n0]") {
				values.Set(add, "n0")
			}
		}
	}
	for path, v := range fill {
		values[path] = strings.Split(v, "|")
	}
	data, err := f.Take(values)
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	return f, string(data)
}

func TestNewFiles(t *testing.T) {
	p := storsjo(t)
	for _, test := range []struct {
		kind, in string
		fill     map[string]string
		file     string
		text     string
	}{
		{"initiative", "2026", map[string]string{"title": "Språkkafé på bibliotek", "cooperation_area": "arbete-2", "owner.name": "Bokbussen", "follow_up.method": "Enkät.", "follow_up.responsible": "forum",
			"follow_up.due[n0]": "2026-12-01", "_text": "Vi ses.\r\n"}, "plans/2026/sprakkafe-pa-bibliotek.md", `---
title: Språkkafé på bibliotek
cooperation_area: arbete-2
owner:
  name: Bokbussen
period:
  from: 2026-01-01
  to: 2026-12-31
status: planned
follow_up:
  method: Enkät.
  responsible: forum
  due:
    - 2026-12-01
---

Vi ses.
`},
		{"plan", "", map[string]string{"title": "Plan för 2027", "priorities[n0].cooperation_area": "arbete-1", "priorities[n0].emphasis": "|strengthen"}, "plans/2027/plan.yaml", `title: Plan för 2027
scope: regional
year: 2027
status: draft
priorities:
  - cooperation_area: arbete-1
    emphasis:
      - strengthen
`},
		{"area", "", map[string]string{"title": "Hälsa", "cooperation_areas[n0].text": "Öppna fler hallar.", "sub_goals[n0].text": "Alla ska få plats: även små.", "_text": "Hälsan är viktig."}, "agreement/areas/halsa.md", `---
title: Hälsa
order: 6
sub_goals:
  - id: halsa-d1
    text: "Alla ska få plats: även små."
cooperation_areas:
  - id: halsa-1
    text: Öppna fler hallar.
---

Hälsan är viktig.
`},
		{"chapter", "", map[string]string{"_text": "# Så arbetar vi\r\n\r\nTillsammans.\r\n"}, "agreement/text/sa-arbetar-vi.md", "# Så arbetar vi\n\nTillsammans.\n"},
	} {
		f, text := made(t, p, test.kind, test.in, test.fill)
		if f.File != test.file {
			t.Errorf("%s: the file is %q", test.kind, f.File)
		}
		if order := "order: "; test.kind == "area" {
			text = text[:strings.Index(text, order)] + "order: 6" + text[strings.Index(text, "\nsub_goals"):]
		}
		if text != test.text {
			t.Errorf("%s: got\n%s", test.kind, text)
		}
		if test.kind == "chapter" && !strings.Contains(string(f.Beside["agreement/agreement.yaml"]), "- file: text/sa-arbetar-vi.md\n") {
			t.Error("the agreement does not name the new chapter")
		}
		if err := f.Check(p, []byte(text), today); err != nil {
			t.Fatal(err)
		}
		for _, told := range f.Told() {
			if !told.Warning && told.Rule != "agreement-changed-after-signing" {
				t.Errorf("%s: %+v", test.kind, told)
			}
		}
	}
}

// What a form lacks is told at its field.
func TestLackIsToldAtItsField(t *testing.T) {
	p := storsjo(t)
	kinds, err := form.NewKinds(p, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kinds {
		in := ""
		if kind.In != nil {
			in = kind.In[0].Value
		}
		f, err := form.New(p, kind.Kind, in, form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		values := submitted(f)
		values.Set(form.Name, "ny")
		if kind.Kind == "review" {
			values.Set("date", "2020-01-01")
		}
		text, err := f.Take(values)
		if err != nil {
			t.Fatalf("%s: %v", kind.Kind, err)
		}
		if err := f.Check(p, text, today); err != nil {
			t.Fatal(err)
		}
		at := map[string]bool{}
		for _, told := range f.Told() {
			if told.Path == "" && told.Rule != "unexpected-file" {
				t.Errorf("%s: told of no field: %s: %s", kind.Kind, told.Rule, told.Message.SV)
			}
			at[told.Path] = true
		}
		for _, field := range f.Fields {
			if field.Required && field.Value == "" && len(field.Fields) == 0 && !at[field.Path] {
				t.Errorf("%s: nothing is told at %s", kind.Kind, field.Path)
			}
		}
	}
}

// A new thing without a title has no file yet; the form says that it lacks one. A chapter
// has no field for it.
func TestWithoutATitle(t *testing.T) {
	p := storsjo(t)
	for kind, at := range map[string]string{"initiative": "title", "area": "title", "indicator": "title", "chapter": ""} {
		f, text := made(t, p, kind, map[string]string{"initiative": "2026"}[kind], nil)
		if err := f.Check(p, []byte(text), today); err != nil {
			t.Fatal(err)
		}
		told := false
		for _, problem := range f.Told() {
			told = told || problem.Path == at && !problem.Warning
		}
		if f.File != "" || told != (at != "") {
			t.Errorf("%s: told at %q: %t, %q: %+v", kind, at, told, f.File, f.Told())
		}
	}
}

// What an identifier is made of is not there yet: that it lacks is not told.
func TestWithoutATitleNoIdentifierLacks(t *testing.T) {
	p := storsjo(t)
	f, text := made(t, p, "area", "", map[string]string{"sub_goals[n0].text": "Alla ska få plats."})
	if err := f.Check(p, []byte(text), today); err != nil {
		t.Fatal(err)
	}
	if told := f.Told(); len(told) != 1 || told[0].Path != "title" {
		t.Errorf("told: %+v", told)
	}
}

// A file that nothing can be changed in is told of, and not spoilt.
func TestOddFormIsRefused(t *testing.T) {
	f, err := form.Open(small(strings.Replace(whole, "    values:", "    \u0085values:", 1)), "plans/2025/i.md", form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Take(url.Values{"reports[0].date": {"2025-07-01"}}); !errors.Is(err, form.ErrUnreadable) {
		t.Errorf("got %v", err)
	}
}

func TestOthersValuesAreRefused(t *testing.T) {
	for _, values := range []url.Values{
		{"reports": {"0 0"}}, {"reports": {"7"}}, {"reports": {"-1"}}, {"reports": {"n01"}}, {"reports": {"x"}},
		{"reports": {strings.Repeat("n1 ", 2)}}, {"title": {strings.Repeat("a", 13<<20)}},
	} {
		_, f, _ := opened(t, sprakvan)
		if _, err := f.Take(values); err == nil {
			t.Errorf("taken: %.60v", values)
		}
	}
}

// A group that is missing as a whole is told at the field where somebody begins.
func TestMissingGroup(t *testing.T) {
	p := storsjo(t)
	f, err := form.New(p, "initiative", "2026", form.Options{Language: "sv"})
	if err != nil {
		t.Fatal(err)
	}
	values := submitted(f)
	values.Set("title", "Ny")
	for _, name := range []string{"period.from", "period.to", "follow_up.method", "follow_up.responsible"} {
		values.Del(name)
		values.Set(name, "")
	}
	text, err := f.Take(values)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Check(p, text, today); err != nil {
		t.Fatal(err)
	}
	at := map[string]bool{}
	for _, problem := range f.Told() {
		at[problem.Path] = true
	}
	for _, path := range []string{"period.from", "follow_up.method"} {
		if !at[path] {
			t.Errorf("nothing at %s: %v", path, at)
		}
	}
}
