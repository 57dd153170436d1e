package reminder

import (
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/standing"
)

var files = map[string]string{
	"samsyn.yaml":                 "title: Liten\npublisher: by\nbase_url: https://liten.example\nlanguage: sv\n",
	"agreement/agreement.yaml":    "title: Liten 121212-1212\nshort_title: L\nperiod: {from: 2020, to: 2026}\nstatus: adopted\nadopted: {date: 2020-01-01}\nchapters:\n  - part: areas\n",
	"agreement/parties.yaml":      "parties:\n  - {id: by, name: Byn 121212-1212, kind: municipality, contact: {name: Kim 121212-1212, email: kim@by.example}}\n",
	"agreement/organisation.yaml": "bodies:\n  - {id: g, name: G, role: responsible, members: [by]}\n",
	"agreement/areas/a.md":        "---\ntitle: A\norder: 1\nresponsible: [g]\ncooperation_areas:\n  - {id: a-1, text: Ett.}\n---\n",
	"plans/2025/plan.yaml":        "title: P\nscope: regional\nyear: 2025\nstatus: adopted\nadopted: {date: 2024-12-01, body: g}\n",
	"plans/2025/x.md":             "---\ntitle: X 121212-1212\ncooperation_area: a-1\nowner: by\nperiod: {from: 2025-01-01, to: 2025-12-31}\nstatus: ongoing\nfollow_up:\n  method: M 121212-1212\n  responsible: by\n  due: [2025-06-30]\n  measures:\n    - {id: m, title: M, unit: count, target_text: Som 121212-1212}\n---\n",
}

func TestNoPersonalNumberGoesOut(t *testing.T) {
	today, _ := model.ParseDate("2025-06-01")
	teller := standing.New(facts.New(loadtest.Content(t, loadtest.Files(files)), today, false), 60, "", "sv", nil)
	letters, err := Letters(teller, nil)
	if err != nil || len(letters) != 1 || letters[0].To != "kim@by.example" {
		t.Fatalf("%v, %d letters", err, len(letters))
	}
	if letter := string(letters[0].Data); strings.Contains(letter, "1212-1212") || strings.Count(letter, "121212-****") < 8 {
		t.Errorf("a number is not masked:\n%s", letter)
	}
	if got := address(model.Contact{Email: model.Text{V: "121212-1212@by.example"}}); got != "" {
		t.Errorf("the letter is to %s", got)
	}
}

func TestWhatWasToldLast(t *testing.T) {
	today, _ := model.ParseDate("2025-06-01")
	w := &writer{Teller: standing.New(facts.New(loadtest.Content(t, loadtest.Files(files)), today, false), 60, "", "sv", nil)}
	number := func(v float64) model.Number { return model.Number{V: v, At: diag.Place{File: "x"}} }
	var people, things model.Measure
	people.Unit.V, people.CountsPeople.V, things.Unit.V = "count", true, "count"
	for _, c := range []struct {
		count   model.Count
		measure model.Measure
		day, sv string
		en      string
	}{
		{model.Count{Total: number(12), Women: number(2), Men: number(10)}, people, "2025-06-20", "12 (fördelningen dold) den 20 juni 2025", "12 (breakdown hidden) on 20 June 2025"},
		{model.Count{Total: number(12), Women: number(2)}, people, "2025-06", "12 (fördelningen dold) i juni 2025", "12 (breakdown hidden) in June 2025"},
		{model.Count{Women: number(2), Men: number(10), At: diag.Place{File: "x"}}, people, "2025", "12 (fördelningen dold) år 2025", "12 (breakdown hidden) in 2025"},
		{model.Count{Total: number(3)}, people, "2025", "dolt för att skydda enskilda år 2025", "hidden to protect individuals in 2025"},
		{model.Count{Total: number(12), Women: number(2), Men: number(10)}, things, "2025", "12 (kvinnor 2, män 10) år 2025", "12 (women 2, men 10) in 2025"},
	} {
		day, _ := model.ParseDate(c.day)
		for lang, want := range map[string]string{"sv": c.sv, "en": c.en} {
			w.Lang = lang
			if got := dated(w.Teller, Told(w.Teller, c.count, &c.measure), day); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
}
