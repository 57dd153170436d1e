package standing_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/standing"
)

// initiative writes one that a party reports on: its fields after those that all have.
func initiative(title, reporter, more string) string {
	return "---\ntitle: " + title + "\ncooperation_area: a-1\nowner: by\nperiod: {from: 2025-01-01, to: 2025-12-31}\nstatus: ongoing\nfollow_up: {method: M, responsible: " + reporter + more + "\n---\n"
}

var files = map[string]string{
	"samsyn.yaml":                 "title: Liten\npublisher: by\nbase_url: https://liten.example\nlanguage: sv\n",
	"agreement/agreement.yaml":    "title: Liten\nshort_title: L\nperiod: {from: 2020, to: 2026}\nstatus: adopted\nadopted: {date: 2020-01-01}\nchapters:\n  - part: areas\nreporting:\n  - {id: host, title: Varje vår, from: [by], to: g, every: year, month: 3}\n",
	"agreement/parties.yaml":      "parties:\n  - {id: by, name: Byn, kind: municipality, contact: {name: Kim 121212-1212, email: kim@by.example}}\n  - {id: stad, name: \"Staden <b>\", kind: municipality}\n  - {id: tyst, name: Tysta, kind: municipality}\n",
	"agreement/organisation.yaml": "bodies:\n  - {id: g, name: Gruppen, role: responsible, members: [by], convener: by}\n",
	"agreement/areas/a.md":        "---\ntitle: A\norder: 1\nresponsible: [g]\nsub_goals:\n  - {id: a-d1, text: Mäts inte.}\ncooperation_areas:\n  - {id: a-1, text: Ett.}\n---\n",
	"plans/2025/plan.yaml":        "title: P\nscope: regional\nyear: 2025\nstatus: adopted\nadopted: {date: 2024-12-01, body: g}\n",
	"plans/2025/sen.md":           initiative("Sen", "by", ", due: [2025-04-30]}"),
	"plans/2025/snart.md":         initiative("\"Snart [x](https://annan.example)\"", "stad", ", due: [2025-06-30]}\nreports:\n  - {date: 2025-02-01, assessment: at_risk, text: T}"),
	"plans/2025/langt-bort.md":    initiative("Långt bort", "stad", ", due: [2025-12-31]}\nreports:\n  - {date: 2025-02-01, assessment: on_track, text: T}"),
	"plans/2025/utan.md":          initiative("Utan", "g", "}"),
}

func teller(t *testing.T, actor, lang string) *standing.Teller {
	t.Helper()
	today, _ := model.ParseDate("2025-06-01")
	x := facts.New(loadtest.Content(t, loadtest.Files(files)), today, false)
	return standing.New(x, 60, actor, lang, func(i *model.Initiative) string { return "https://liten.example/" + i.FullID() })
}

// said is what a teller writes.
func said(t *testing.T, write func(*standing.Teller, *bytes.Buffer) error, of *standing.Teller) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(of, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func text(of *standing.Teller, b *bytes.Buffer) error     { return of.Text(b) }
func markdown(of *standing.Teller, b *bytes.Buffer) error { return of.Markdown(b) }

func TestText(t *testing.T) {
	got := said(t, text, teller(t, "", "sv"))
	for _, want := range []string{
		"Läget 2025-06-01\nFörsenade redovisningar: 1. Att redovisa inom 60 dagar: 1. Avviker eller riskerar att avvika: 1. Inte bedömda: 2.",
		"\nByn\n  Kontakt: Kim 121212-****, kim@by.example\n  Försenad: Sen (2025/sen) – senast 2025-04-30, inte redovisad tidigare\n  Försenad: Varje vår (host) – senast 2025-03",
		"  Kontakt saknas.\n  Ska redovisas: Snart [x](https://annan.example) (2025/snart) – senast 2025-06-30, senast redovisad 2025-02-01 (Risk för avvikelse)\n",
		"\nGruppen\n  Kontakt: Kim 121212-****, kim@by.example (genom Byn)\n  Inte redovisad: Utan (2025/utan) – inget datum för redovisning\n",
		"\nDelmål som inget mäter (1)\n  Mäts inte. (a-d1)\n", "\nInsatser utan redovisningsdatum (1)\n  Utan (2025/utan)\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("not told: %q\n%s", want, got)
		}
	}
	for _, not := range []string{"Långt bort", "Tysta", "121212-1212"} {
		if strings.Contains(got, not) {
			t.Errorf("%s is told:\n%s", not, got)
		}
	}
	if en := said(t, text, teller(t, "", "en")); !strings.Contains(en, "Overdue: Sen (2025/sen) – by 2025-04-30, not reported before") || strings.Contains(en, "Försenad") {
		t.Errorf("%s", en)
	}
}

// One actor is told of alone, and without the gaps.
func TestOneActor(t *testing.T) {
	got := said(t, text, teller(t, "stad", "sv"))
	if !strings.Contains(got, "Försenade redovisningar: 0. Att redovisa inom 60 dagar: 1.") || !strings.Contains(got, "2025/snart") {
		t.Error(got)
	}
	for _, not := range []string{"Byn", "2025/sen", "Delmål som"} {
		if strings.Contains(got, not) {
			t.Errorf("%s is told of too:\n%s", not, got)
		}
	}
}

// What a title says can neither link nor be run where Markdown is shown.
func TestMarkdown(t *testing.T) {
	got := said(t, markdown, teller(t, "", "sv"))
	if !strings.Contains(got, "## Läget 2025-06-01\n") || !strings.Contains(got, "\n- **Försenad:** [Sen](<https://liten.example/2025/sen>) (2025/sen) – senast 2025") {
		t.Error(got)
	}
	for _, not := range []string{"<b>", "[x](", "121212-1212"} {
		if strings.Contains(got, not) {
			t.Errorf("%q stands as it was written:\n%s", not, got)
		}
	}
}

// The JSON has all that is to be reported, also what is further off, in its contract's form.
func TestJSON(t *testing.T) {
	type actor struct {
		ID, Name string
		Contact  map[string]string
		Items    []struct {
			Initiative, State         string
			Due, Assessment, Reported *string
		}
	}
	var got struct {
		Today   string
		Actors  []actor
		Gaps    []struct{ Kind, ID, Title string }
		Duties  []struct{ ID, Actor, Due, State string }
		Summary map[string]int
	}
	written := said(t, func(of *standing.Teller, b *bytes.Buffer) error { return of.JSON(b) }, teller(t, "", "sv"))
	if err := json.Unmarshal([]byte(written), &got); err != nil {
		t.Fatal(err)
	}
	items := map[string]string{}
	null := func(s *string) string {
		if s == nil {
			return "null"
		}
		return *s
	}
	for _, a := range got.Actors {
		for _, i := range a.Items {
			items[a.ID+" "+i.Initiative] = strings.Join([]string{null(i.Due), i.State, null(i.Assessment), null(i.Reported)}, " ")
		}
	}
	want := map[string]string{
		"by 2025/sen":          "2025-04-30 overdue null null",
		"stad 2025/snart":      "2025-06-30 due at_risk 2025-02-01",
		"stad 2025/langt-bort": "2025-12-31 upcoming on_track 2025-02-01",
		"g 2025/utan":          "null upcoming null null",
	}
	if !maps.Equal(items, want) {
		t.Errorf("%v, want %v", items, want)
	}
	if got.Today != "2025-06-01" || !maps.Equal(got.Summary, map[string]int{"overdue": 1, "due": 1, "at_risk": 1, "not_assessed": 2}) {
		t.Errorf("%s: %v", got.Today, got.Summary)
	}
	if fmt.Sprint(got.Duties) != "[{host by 2025-03 overdue} {host by 2026-03 upcoming}]" {
		t.Errorf("duties %v", got.Duties)
	}
	if n := slices.IndexFunc(got.Actors, func(a actor) bool { return a.ID == "stad" }); n < 0 || got.Actors[n].Contact != nil || got.Actors[n].Name != "Staden <b>" {
		t.Errorf("%s", written)
	}
	if strings.Contains(written, "121212-1212") {
		t.Error("a personal identity number is told")
	}
}
