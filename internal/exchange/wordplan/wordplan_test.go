package wordplan

import (
	"errors"
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/exchange/worddoc/wordtest"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

// county is a small content: two areas, one of them with a single cooperation area.
var county = map[string]string{
	"samsyn.yaml":              "title: T\npublisher: lansstyrelsen\nbase_url: https://t.example/\nlanguage: sv\n",
	"agreement/agreement.yaml": "title: Ö\nperiod: {from: 2024, to: 2028}\nstatus: adopted\nadopted: {date: 2024-01-01}\nchapters: [{part: areas}]\n",
	"agreement/parties.yaml": `parties:
  - {id: lansstyrelsen, name: Länsstyrelsen i Fjälla län, kind: county_administrative_board}
  - {id: region-fjalla, name: Region Fjälla, kind: region}
  - {id: arbetsformedlingen, name: Arbetsförmedlingen, kind: agency}
  - {id: asby, name: Åsby kommun, kind: municipality}
  - {id: norrvik, name: Norrviks kommun, kind: municipality}
`,
	"agreement/organisation.yaml": "bodies:\n  - {id: arbetsgruppen, name: Arbetsgruppen för språk och arbete, short_name: ASA, role: responsible}\n  - {id: forum, name: Forum för integration, short_name: Forum, role: decides}\n",
	"agreement/areas/arbete.md":   "---\ntitle: Arbete/kompetens\norder: 1\nresponsible: [arbetsgruppen]\nsub_goals:\n  - {id: arbete-d1, text: Fler ska studera.}\ncooperation_areas:\n  - {id: arbete-1, text: 'Utveckla stödet till nyanlända så att fler utbildar sig eller får ett arbete.'}\n  - {id: arbete-2, text: 'Stärka dialogen med privata och offentliga arbetsgivare om rekrytering.'}\n---\n",
	"agreement/areas/halsa.md":    "---\ntitle: Hälsa\norder: 2\ncooperation_areas:\n  - {id: halsa-1, text: Upptäcka ohälsa tidigt.}\n---\n",
	"plans/2025/plan.yaml":        "title: Plan 2025\nscope: regional\nyear: 2025\nstatus: adopted\nadopted: {date: 2024-12-01, body: forum}\n",
}

func content(t testing.TB) *model.Content { return loadtest.Content(t, loadtest.Files(county)) }

func made(t testing.TB, o Order, body string, parts wordtest.Parts) *Draft {
	t.Helper()
	d, err := worddoc.Read(wordtest.File(body, parts, nil))
	if err != nil {
		t.Fatal(err)
	}
	if o.Content == nil {
		o.Content = content(t)
	}
	if o.Plan == "" {
		o.Plan = "2026"
	}
	o.Document, o.Taken = d, func(string) bool { return false }
	draft, err := Make(o)
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

func file(t testing.TB, d *Draft, id string) string {
	t.Helper()
	data, ok := d.Files["plans/"+d.Plan+"/"+id+".md"]
	if !ok {
		t.Fatalf("no %s among %d files", id, len(d.Files))
	}
	return string(data)
}

// remarks are an initiative's, each on its line.
func remarks(i *Initiative) string {
	s := ""
	for _, r := range i.Remarks {
		s += r.Field + ": " + r.Text.SV + "\n"
	}
	return s
}

func TestAWholeRow(t *testing.T) {
	d := made(t, Order{}, wordtest.Styled("Rubrik1", "Arbete och kompetens")+wordtest.Table(
		[]string{"Samverkansområde", "Insats/uppdrag", "Genomförande (ansvar och hur)", "Uppföljning (ansvar och hur)", "Målgrupp", "Status", "Budget"},
		[]string{"Utveckla stödet till nyanlända så att fler utbildar sig eller får ett arbete.", "Språksteget\n2025-08-01 – 2026-06-30\nBygger på ett tidigare projekt.", "Bedrivs av Åsby kommun i *tre* omgångar:\n• kurs\n• praktik", "Åsby ansvarar för uppföljningen\nASA rapporterar till Forum senast 2026-09-01.", "Vuxna", "Pågår", "100 tkr"},
	), nil)
	want := `---
title: Språksteget
cooperation_area: arbete-1
owner: asby
period:
  from: 2025-08-01
  to: 2026-06-30
status: ongoing
target_group: Vuxna
follow_up:
  method: Åsby ansvarar för uppföljningen. ASA rapporterar till Forum senast 2026-09-01.
  responsible: asby
  reported_by: arbetsgruppen
  reports_to:
    - forum
  due:
    - 2026-09-01
---

Bygger på ett tidigare projekt.

Bedrivs av Åsby kommun i \*tre\* omgångar:

- kurs
- praktik

## Budget

100 tkr
`
	if got := file(t, d, "spraksteget"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if i := d.Initiatives[0]; len(i.Remarks) > 0 || len(i.Missing) > 0 {
		t.Errorf("%v %s", i.Missing, remarks(i))
	}
	if plan := string(d.Files["plans/2026/plan.yaml"]); !d.NewPlan || !strings.Contains(plan, "status: draft") {
		t.Errorf("the plan is\n%s", plan)
	}
}

// What the document does not say is taken from what is known, and told.
func TestWhatIsMissingIsTold(t *testing.T) {
	table := wordtest.Table([]string{"Insats", "Hur"}, []string{"Kurs", "Ett stöd."})
	d := made(t, Order{}, wordtest.P("Hälsa")+table, nil)
	i := d.Initiatives[0]
	if got := file(t, d, "kurs"); !strings.Contains(got, "cooperation_area: halsa-1\n") || !strings.Contains(got, "method: Framgår inte av källan\n") || !strings.Contains(got, "from: 2026-01-01\n") {
		t.Errorf("the file is\n%s", got)
	}
	if strings.Join(i.Missing, " ") != "owner follow_up.responsible" {
		t.Errorf("missing %v", i.Missing)
	}
	for _, field := range []string{"owner: ", "period: ", "follow_up.method: ", "follow_up.responsible: "} {
		if !strings.Contains(remarks(i), field) {
			t.Errorf("no remark on %s in\n%s", field, remarks(i))
		}
	}
	d = made(t, Order{Owner: "region-fjalla"}, wordtest.P("Hälsa")+table, nil)
	if got := file(t, d, "kurs"); len(d.Initiatives[0].Missing) > 0 || !strings.Contains(got, "owner: region-fjalla\n") {
		t.Errorf("missing %v in\n%s", d.Initiatives[0].Missing, got)
	}
	d = made(t, Order{}, wordtest.P("Arbete/kompetens")+table, nil)
	if i := d.Initiatives[0]; strings.Join(i.Missing, " ") != "cooperation_area owner follow_up.responsible" || !strings.Contains(remarks(i), "arbete-1 (") || !strings.Contains(remarks(i), "ansvarar Arbetsgruppen för språk och arbete") || strings.Contains(file(t, d, "kurs"), "owner:") {
		t.Errorf("missing %v, %s", i.Missing, remarks(i))
	}
	d = made(t, Order{Area: "arbete-2"}, wordtest.P("Arbete/kompetens")+table, nil)
	if got := file(t, d, "kurs"); !strings.Contains(got, "cooperation_area: arbete-2 # ?") {
		t.Errorf("the file is\n%s", got)
	}
}

// What is left out has no file, and its words are listed; with the last one its plan goes.
func TestLeaveOut(t *testing.T) {
	d := made(t, Order{Owner: "asby"}, wordtest.P("Hälsa")+wordtest.Table([]string{"Insats", "Hur"}, []string{"Kurs", "Ett stöd."}, []string{"Kör", "Sång."}), nil)
	if got := d.Remarks[0].Text.SV + "; " + d.Remarks[1].Text.SV; !strings.HasPrefix(got, "Insatser vars status dokumentet inte anger står som planerade: 2; Insatser där dokumentet inte anger vem som följer upp: 2.") {
		t.Errorf("told %s", got)
	}
	d.LeaveOut(d.Initiatives[0])
	if len(d.Files) != 2 || !d.Initiatives[0].Out {
		t.Errorf("%d files", len(d.Files))
	}
	for _, p := range d.Pieces {
		if out := p.For == d.Initiatives[0]; out && p.Use != Left || p.Text == "Sång." && p.Use != Written {
			t.Errorf("%q is %d", p.Text, p.Use)
		}
	}
	if d.LeaveOut(d.Initiatives[1]); len(d.Files) != 0 {
		t.Errorf("%d files are left", len(d.Files))
	}
}

func TestColumnsByTheirHeadings(t *testing.T) {
	for said, want := range map[string]Kind{
		"Samverkansområden": Area, "Prioriterat område": Area, "Insatsområde": Area, "Tema": Area,
		"Insatser/uppdrag": Title, "Aktivitet": Title, "Prioriterade insatser": Title, "Åtgärd": Title,
		"Genomförande (ansvar och hur)": Who, "Ansvar och genomförande": Who, "Vem gör vad": Who,
		"Ansvarig": Owner, "Huvudman": Owner, "Medverkande parter": Partners, "Samverkansparter": Partners,
		"Uppföljning": FollowUp, "Uppföljning (ansvar och hur)": FollowUp, "Hur följs insatsen upp?": FollowUp, "När redovisas det?": Due,
		"Genomförande": How, "Beskrivning": How, "Målgrupp": TargetGroup, "Mål": Goal, "Tidplan": Time, "När": Time, "Nr": Skip, "Status": Status, "Budget": Text,
	} {
		if got, _, _ := kindOf(said); got != want {
			t.Errorf("%s is %s, not %s", said, got, want)
		}
	}
	if k, known, sure := kindOf("Upföljning"); k != FollowUp || !known || sure {
		t.Errorf("a misspelt heading is %s, %v, %v", k, known, sure)
	}
}

func TestColumnsAsTold(t *testing.T) {
	table := wordtest.Table([]string{"Rubrik ett", "Rubrik två", "Rubrik tre"}, []string{"Kurs", "Åsby kommun", "Ett stöd."})
	if d := made(t, Order{}, table, nil); len(d.Initiatives) != 0 || d.Tables[0].Used {
		t.Error("a table that says nothing was read")
	}
	d := made(t, Order{Columns: [][]Kind{{Title, Owner}, {Title, Owner, How}}, Area: "halsa-1"}, table, nil)
	if len(d.Initiatives) != 2 || !strings.Contains(file(t, d, "kurs"), "owner: asby\n") {
		t.Errorf("%d initiatives", len(d.Initiatives))
	}
}

func TestMergedAndContinuedCells(t *testing.T) {
	wide := `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>` + wordtest.P("Hälsa") + `</w:tc></w:tr>`
	table := wordtest.Table(
		[]string{"Insats", "Ansvarig", "Uppföljning"},
		[]string{"Ett", "Åsby kommun, IF Metall", "Enkät."},
		[]string{"Två", "Region Fjälla tillsammans med Norrviks kommun", "^"},
		[]string{"", "", "Och samtal."},
		[]string{"Insats", "Ansvarig", "Uppföljning"},
		[]string{"Tre", "Arbetsformedlingen", "Samtal."},
	)
	table = strings.Replace(table, `<w:tr>`, wide+`<w:tr>`, 1)
	d := made(t, Order{}, table+wordtest.Table([]string{"Fyra", "AF", "Samtal."}), nil)
	if len(d.Initiatives) != 4 {
		t.Fatalf("%d initiatives", len(d.Initiatives))
	}
	for id, lines := range map[string][]string{
		"ett":  {"owner: asby\n", "- name: IF Metall\n", "method: Enkät.\n", "cooperation_area: halsa-1\n"},
		"tva":  {"owner: region-fjalla\n", "partners:\n  - norrvik\n", "method: Enkät. Och samtal.\n"},
		"tre":  {"owner: arbetsformedlingen\n"},
		"fyra": {"owner: arbetsformedlingen\n"},
	} {
		for _, line := range lines {
			if got := strings.ReplaceAll(file(t, d, id), "{name: \"IF Metall\"}", "name: IF Metall"); !strings.Contains(got, line) {
				t.Errorf("no %q in\n%s", line, got)
			}
		}
	}
	if got := remarks(d.Initiatives[2]); !strings.Contains(got, "”Arbetsformedlingen” lästes som Arbetsförmedlingen") {
		t.Errorf("the near miss is told as %s", got)
	}
	if !d.Tables[1].Like {
		t.Error("the table that goes on is not told")
	}
}

func TestATableAsTabs(t *testing.T) {
	d := made(t, Order{Area: "arbete-1"}, wordtest.P("Insats\tAnsvarig\tHur")+wordtest.P("Kurs\tÅsby\tEtt stöd.")+wordtest.P("Mer text."), nil)
	if len(d.Initiatives) != 1 || !strings.Contains(file(t, d, "kurs"), "owner: asby\n") || !strings.Contains(file(t, d, "kurs"), "\nEtt stöd.\n") {
		t.Errorf("%d initiatives", len(d.Initiatives))
	}
	if last := d.Pieces[len(d.Pieces)-1]; last.Use != Left || last.Text != "Mer text." {
		t.Errorf("the paragraph behind is %+v", last)
	}
}

func TestAnAdoptedPlanIsLeftAlone(t *testing.T) {
	for _, plan := range []string{"2025", "nästa", "20266"} {
		_, err := Make(Order{Content: content(t), Document: &worddoc.Document{}, Plan: plan})
		var why *diag.Refused
		if !errors.As(err, &why) {
			t.Errorf("%s: %v", plan, err)
		}
	}
}

// What a merged cell says stays what it is when an initiative below it says more.
func TestAMergedCellIsNotWrittenOver(t *testing.T) {
	d := made(t, Order{Area: "halsa-1"}, wordtest.Table(
		[]string{"Insats", "Hur", "Beskrivning"},
		[]string{"Ett", "a\nb\nc", "d"},
		[]string{"Två", "^", "e"},
		[]string{"Tre", "^", "f"},
	), nil)
	for id, want := range map[string]string{"ett": "a b c d", "tva": "a b c e", "tre": "a b c f"} {
		_, body, _ := strings.Cut(file(t, d, id), "\n---\n")
		if got := strings.Join(strings.Fields(body), " "); got != want {
			t.Errorf("%s says %q, not %q", id, got, want)
		}
	}
}

// Who has to choose among cooperation areas is told what they say, too.
func TestCooperationAreasToChooseFrom(t *testing.T) {
	d := made(t, Order{}, wordtest.Styled("Rubrik1", "Arbete och kompetens")+wordtest.Table([]string{"Insats", "Ansvarig"}, []string{"Kör", "Åsby kommun"}), nil)
	want := "Välj bland dessa: arbete-1 (”Utveckla stödet till nyanlända så att fler utbildar …”), arbete-2 (”Stärka dialogen med privata och offentliga arbetsgivare om …”)"
	if got := remarks(d.Initiatives[0]); !strings.Contains(got, want) {
		t.Errorf("%s", got)
	}
}
