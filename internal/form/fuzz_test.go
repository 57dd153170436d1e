package form_test

import (
	"bytes"
	"net/url"
	"testing"
	"testing/fstest"

	"samsyn/internal/form"
	"samsyn/internal/project"
	"samsyn/internal/rewrite"
	"samsyn/internal/source"
)

// small is a content with one initiative, which a test replaces.
func small(initiative string) *project.Project {
	files := fstest.MapFS{
		"samsyn.yaml":                 {Data: []byte("title: T\npublisher: a\nbase_url: https://a.example\nlanguage: sv\nlanguages: [en]\n")},
		"agreement/agreement.yaml":    {Data: []byte("title: T\nshort_title: T\nperiod: {from: 2025, to: 2026}\nstatus: draft\nchapters:\n  - part: areas\n")},
		"agreement/parties.yaml":      {Data: []byte("parties:\n  - id: a\n    name: A\n    kind: municipality\n")},
		"agreement/organisation.yaml": {Data: []byte("bodies: []\n")},
		"agreement/areas/x.md":        {Data: []byte("---\ntitle: X\norder: 1\n---\n")},
		"plans/2025/plan.yaml":        {Data: []byte("title: P\nscope: regional\nyear: 2025\nstatus: draft\n")},
		"plans/2025/i.md":             {Data: []byte(initiative)},
	}
	return project.Of(source.FromFS(files))
}

const whole = `---
title: I # why
cooperation_area: x
owner: a
co_owners: [a, {name: B}]
period: {from: 2025-01-01, to: "2025"}
status: planned
odd: [1]
follow_up:
  method: >-
    M
    N
  responsible: a
  due:
  - 2025-01-01
  measures:
    - id: m
      title: M
      unit: count
reports:
  - date: 2025-06
    text: |
      T
    values: {m: 1.5, gone: {women: 2}}
---

B
`

// Whatever stands in a file and whatever is submitted, nothing panics; a form that is not
// touched changes nothing; what is given can be read again, and a form made of it and not
// touched gives it back.
func FuzzTake(f *testing.F) {
	f.Add(whole, "title=J&reports=0+n0&reports[n0].date=2025-07&reports[n0].values.m.total=6,5&do=up:reports[n0]")
	f.Add(whole, "owner=&owner.name=C&co_owners=1+0&co_owners[1].name=D&period.to=&sub_goals=&sub_goals=y&county_wide=true")
	f.Add(whole, "follow_up.measures=&reports[0].values.m.women=1+200&follow_up.due=0+n3&follow_up.due[n3]=1/9&_text=a%0D%0Ab&do=add:funding")
	f.Add("---\n- a\n---\n", "title=x")
	f.Add("---\ntitle: &a {b: *c}\n? [x]\n: y\n---\n", "title=x")
	f.Add("---\nowner: &o {name: A}\nco_owners: [*o, ~, '']\nreports: {}\n---", "owner.name=C&reports=n0&reports[n0].text=T")
	f.Fuzz(func(t *testing.T, initiative, query string) {
		values, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		p := small(initiative)
		was, err := form.Open(p, "plans/2025/i.md", form.Options{})
		if err != nil {
			return
		}
		if same, err := was.Take(submitted(was)); err != nil || !bytes.Equal(same, []byte(initiative)) {
			t.Fatalf("not touched, and changed: %v\n%q", err, same)
		}
		taken, err := form.Open(p, "plans/2025/i.md", form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		text, err := taken.Take(values)
		if err != nil {
			return
		}
		if _, err := rewrite.Read("initiative", true, text); err != nil {
			t.Fatalf("cannot be read: %v\n%s", err, text)
		}
		if err := taken.Check(p, text, today); err != nil {
			t.Fatal(err)
		}
		now := p.With(map[string][]byte{"plans/2025/i.md": text})
		again, err := form.Open(now, "plans/2025/i.md", form.Options{})
		if err != nil {
			t.Fatalf("has no form: %v\n%s", err, text)
		}
		if same, err := again.Take(submitted(again)); err != nil || !bytes.Equal(same, text) {
			t.Fatalf("not touched, and changed: %v\n%s", err, same)
		}
	})
}
