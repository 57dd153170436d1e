package editor

import (
	"regexp"
	"strings"
	"testing"
)

// What went and what came is told by elements of what a proposal changes, and in words of a
// save, whose first line is whole.
func TestChangedWordsAreMarkedUp(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "_text", "Deltagarna lär sig språket hemma.", "words", "Hemma", "do", "save")
	p := r.send("/fil/"+initiative, form)
	if n := strings.Count(p.text, "<del>"); n != 1 || strings.Contains(p.text, "[-") || strings.Contains(p.text, "{+") || !strings.Contains(p.words(), "Tidigare: ”") {
		t.Errorf("%d marked up:\n%s", n, p.words())
	}
	if !strings.Contains(p.text, "<strong>Insatsen Språk på jobbet: beskrivning omformulerad</strong>") {
		t.Errorf("the first line of the save:\n%s", p.words())
	}
}

// Buttons of a list lead to where something happens, also where no script runs.
func TestRowsLeadToWhereOneWrites(t *testing.T) {
	r := open(t, nil)
	p := r.found("/fil/" + initiative)
	if !strings.Contains(p.text, `value="add:reports" formaction="/fil/plans/2026/sprak.md#f-reports%5Bn0%5D"`) {
		t.Error("the button for a report leads to the top of the page")
	}
	p = r.send("/fil/"+initiative, set(p.form(t), "do", "add:reports"))
	if !strings.Contains(p.text, `id="f-reports[n0]"`) || !strings.Contains(p.text, `#f-reports%5Bn1%5D"`) {
		t.Error("the new row is not where the button led")
	}
}

// A form shows first what one fills in: what is made by itself, or seldom needed, is folded.
func TestWhatIsSeldomNeededIsFolded(t *testing.T) {
	r := open(t, nil)
	for path, folded := range map[string]string{"/ny/initiative?i=2026": "Namn i adresser", "/fil/" + initiative: "Utgått"} {
		p := r.found(path)
		is := false
		for _, more := range strings.Split(p.text, "Fler uppgifter")[1:] {
			summary, _, _ := strings.Cut(more, "</summary>")
			is = is || strings.Contains(summary, folded)
		}
		if !is {
			t.Errorf("%s: %s is not folded", path, folded)
		}
	}
	p := r.send("/fil/agreement/areas/arbete.md", set(r.found("/fil/agreement/areas/arbete.md").form(t), "do", "add:cooperation_areas"))
	row := p.text[strings.Index(p.text, `id="f-cooperation_areas[n0]"`):]
	if strings.Index(row, "Beteckning") < strings.Index(row, "Lydelse") {
		t.Error("the identifier comes first")
	}
	if strings.Contains(p.text, "Lägg till Delmål") || strings.Contains(p.text, "Lägg till Samverkansområde") {
		t.Error("a capital within a sentence")
	}
}

// The sections of a long form are lines that say what they hold; one is open where something
// has to be mended in it, where a button of its own was pressed, and where a new thing has to
// have it.
func TestSectionsOfALongForm(t *testing.T) {
	r := open(t, nil)
	section := func(p page, path string) string {
		_, rest, _ := strings.Cut(p.text, `<details class="part" id="f-`+path+`"`)
		line, _, _ := strings.Cut(rest, "</summary>")
		return line
	}
	at := "/fil/" + initiative
	p := r.found(at)
	if got := section(p, "follow_up"); !strings.HasPrefix(got, ">") || !strings.Contains(got, "Enkät") {
		t.Errorf("the follow-up of what is there: %q", got)
	}
	if got := section(p, "contact"); !strings.HasPrefix(got, ">") || !strings.Contains(got, "inget ifyllt") {
		t.Errorf("what is empty: %q", got)
	}
	if strings.Count(p.text, `id="f-follow_up"`) != 1 {
		t.Error("an identifier is there twice")
	}
	wrong := r.send(at, set(p.form(t), "follow_up.method", "", "do", "check"))
	if got := section(wrong, "follow_up"); !strings.HasPrefix(got, " open>") {
		t.Errorf("where something is wrong: %q", got)
	}
	added := r.send(at, set(p.form(t), "do", "add:follow_up.due"))
	if got := section(added, "follow_up"); !strings.HasPrefix(got, " open>") {
		t.Errorf("where a row was added: %q", got)
	}
	if got := section(r.found("/ny/initiative?i=2026"), "follow_up"); !strings.HasPrefix(got, " open>") {
		t.Errorf("where a new one is written: %q", got)
	}
}

// Rows of a long list are shown by their names; a plan leads to its initiatives.
func TestLongLists(t *testing.T) {
	const one = "  - id: en\n    name: Kommun en\n    short_name: en\n    kind: municipality\n"
	r := open(t, nil)
	r.decide("agreement/parties.yaml", func(s string) string { return strings.TrimRight(s, "\n") + "\n" + one })
	p := r.found("/fil/agreement/parties.yaml")
	if strings.Count(p.text, `<details class="row">`) != 3 {
		t.Errorf("not folded: %s", p.words())
	}
	p = r.send("/fil/agreement/parties.yaml", set(p.form(t), "do", "add:parties"))
	if strings.Count(p.text, `<details class="row" open>`) != 1 {
		t.Error("the new row is not open")
	}
	r.found("/fil/plans/2026/plan.yaml").says(t, "Insatser i planen: 1", "Språk på jobbet")
}

// What has to be mended is told in a form's words, not in those of a file.
func TestRemarksInPlainWords(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/ny/initiative?i=2026").form(t), "title", "Ny", "words", "Ny", "do", "anyway")
	p := r.send("/ny/initiative?i=2026", form)
	p.says(t, "Ny , Samverkansområde: Välj ett alternativ.")
	for _, words := range []string{"cooperation_area", "på en egen rad", "plans/2026/ny.md"} {
		if strings.Contains(p.words(), words) {
			t.Errorf("the page says %q:\n%s", words, p.words())
		}
	}
	if !strings.Contains(p.text, `/fil/plans/2026/ny.md#f-cooperation_area"`) {
		t.Error("it does not lead to the field")
	}
}

// What is due leads to where one reports it; what can be added says what it is for.
func TestStartLeadsToReports(t *testing.T) {
	r := open(t, nil)
	r.decide("plans/2026/plan.yaml", func(s string) string { return strings.Replace(s, "status: draft", "status: adopted", 1) })
	r.decide(initiative, func(s string) string { return strings.Replace(s, "- 2026-12-31", "- 2026-01-31", 1) })
	p := r.found("/")
	if !strings.Contains(p.text, `href="/fil/plans/2026/sprak.md#f-reports"`) {
		t.Errorf("what is due leads elsewhere: %s", p.words())
	}
	r.found("/ny").says(t, "Indikator En siffra som följs år för år.", "Aktualitetsprövning Om överenskommelsen ska gälla som den är.")
}

// Who has changed nothing is told so, and begins no proposal.
func TestNothingChanged(t *testing.T) {
	r := open(t, nil)
	p := r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "words", "Inget", "do", "save"))
	p.says(t, "Ingenting sparades: innehållet är redan så.")
	if got := r.branches(); got != "" || p.address != "/fil/"+initiative+"?klart=samma" {
		t.Errorf("begun: %s, at %s", got, p.address)
	}
}

// Nothing is saved but by a button that says so: not by the check while somebody writes.
func TestCheckingSavesNothing(t *testing.T) {
	r := open(t, nil)
	for _, path := range []string{"/ny/plan", "/ny/initiative?i=2026", "/ny/area", "/ny/tom-plan", "/ny/chapter", "/fil/" + initiative, "/fil/agreement/parties.yaml", "/las-in"} {
		form := set(r.found(path).form(t), "words", "Ny", "title", "Ny")
		for _, do := range []string{"check", "", "insert", "read", "add:x", "plan", "more"} {
			form.Set("do", do)
			if p := r.send(path, form); p.status >= 500 || r.branches() != "" {
				t.Fatalf("%s: do=%s began %s: %d", path, do, r.branches(), p.status)
			}
		}
	}
}

// A plan for a year in which the agreement does not hold is refused before it is made.
func TestPlanOutsideTheAgreement(t *testing.T) {
	r := open(t, nil)
	p := r.send("/ny/plan", set(r.found("/ny/plan").form(t), "year", "2099", "words", "Sent", "do", "save"))
	p.says(t, "Överenskommelsen gäller inte 2099.")
	if r.branches() != "" || !strings.Contains(p.text, "/fil/agreement/agreement.yaml#f-period.to") {
		t.Errorf("begun: %s", r.branches())
	}
}

// The same new thing sent once more is told, and is not made twice; what is removed is asked.
func TestTwiceAndGone(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/ny/initiative?i=2026").form(t), "title", "Kör", "words", "Kör", "do", "anyway")
	r.found("/ny/initiative?i=2026").says(t, "Lägg till Insats i Handlingsplan 2026")
	r.send("/ny/initiative?i=2026", form).says(t, "Ändringen är sparad i förslaget.")
	place := "/" + r.branches()
	again := set(r.found(place+"/ny/initiative?i=2026").form(t), "title", "Kör", "do", "anyway")
	r.send(place+"/ny/initiative?i=2026", again).says(t, "Det finns redan något som heter så.")
	p := r.send(place+"/fil/plans/2026/kor.md", set(r.found(place+"/fil/plans/2026/kor.md").form(t), "do", "delete"))
	p.says(t, "Ta bort ”Kör”?")
	r.send(place+"/fil/plans/2026/kor.md", set(p.form(t), "do", "delete")).says(t, "Det är borttaget i förslaget.")
}

// A long form says at its top what parts it has, leads to each of them, and can be saved from
// there in a proposal; rows with much in them are told by their names.
func TestWaysThroughALongForm(t *testing.T) {
	r := open(t, nil)
	p := r.found("/fil/" + initiative)
	_, parts, _ := strings.Cut(p.text, `<nav class="parts"`)
	parts, _, _ = strings.Cut(parts, "</nav>")
	for _, part := range []string{"follow_up", "reports", "_text"} {
		if !strings.Contains(parts, `href="#f-`+part+`"`) || !strings.Contains(p.text, `id="f-`+part+`"`) {
			t.Errorf("nothing leads to %s: %s", part, parts)
		}
	}
	if strings.Contains(p.text, `form="formular"`) {
		t.Error("where no proposal is chosen it can be saved at the top")
	}
	r.send("/fil/"+initiative, set(p.form(t), "title", "Språk hemma", "words", "Hemma", "do", "save"))
	place := "/" + r.branches()
	p = r.found(place + "/fil/" + initiative)
	if !strings.Contains(p.text, `<button name="do" value="save" form="formular">Spara i förslaget</button>`) || !strings.Contains(p.text, `id="formular"`) {
		t.Error("it cannot be saved at the top")
	}
	p = r.found(place + "/fil/agreement/parties.yaml")
	if n := strings.Count(p.text, `<details class="row">`); n < 2 {
		t.Errorf("%d rows are folded", n)
	}
}

// Links say to what they lead.
func TestLinksNameTheThing(t *testing.T) {
	r := open(t, nil)
	p := r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "target_group", "Alla", "words", "Alla", "do", "save"))
	if !strings.Contains(p.text, `">Öppna ”Språk på jobbet”</a>`) {
		t.Errorf("the link to the form: %s", p.words())
	}
}

// A language is written by its name, and is called so by whoever tells of it.
func TestLanguagesAreNamed(t *testing.T) {
	r := open(t, nil)
	p := r.send("/fil/samsyn.yaml", set(r.found("/fil/samsyn.yaml").form(t), "do", "add:languages"))
	if !strings.Contains(p.text, `<option value="Somaliska">`) || !strings.Contains(p.text, `list="f-languages[n0]-list"`) {
		t.Errorf("no languages to choose from: %s", p.words())
	}
	p = r.send("/fil/samsyn.yaml", set(p.form(t), "languages[n0]", "finska", "words", "Finska", "do", "save"))
	p.says(t, "bland språken har finska tillkommit")
	p = r.found("/" + r.branches() + "/oversatt/fi/" + initiative)
	p.says(t, "Språk på jobbet på finska")
}

// Each page of a preview says that it is one, and of what; it leads back.
func TestPreviewSaysThatItIsOne(t *testing.T) {
	r := open(t, nil)
	if p := r.found("/visa/"); !strings.Contains(p.text, `<a href="/">Tillbaka till redigeringen</a>`) {
		t.Error("the site as it is does not lead back")
	}
	r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "target_group", "Alla", "words", "Alla & envar", "do", "save"))
	place := "/" + r.branches()
	p := r.found(place + "/visa/documents.html")
	if strings.Count(p.text, `<a href="`+place+`">Tillbaka till förslaget`) != 1 || !strings.Contains(p.text, "”Alla &amp; envar”") {
		t.Error("a page of the proposal's site does not say so")
	}
	documents := regexp.MustCompile(`<a href="(`+place+`/visa/[^"]+\.pdf)">([^<]+) \(PDF\)</a>`).FindAllStringSubmatch(r.found(place).text, -1)
	if len(documents) < 2 || documents[0][2] != "Överenskommelsen" {
		t.Errorf("the documents to see: %q", documents)
	}
	for _, d := range documents {
		if pdf := r.found(d[1]); !strings.HasPrefix(pdf.text, "%PDF-") {
			t.Errorf("%s is no document", d[1])
		}
	}
	if p := r.found(place + "/visa/sitemap.xml"); strings.Contains(p.text, "Tillbaka") {
		t.Error("what is no page has a bar")
	}
}

// Who takes a row out is told that it holds once it is saved, near where it stood.
func TestRemovedRowIsTold(t *testing.T) {
	r := open(t, nil)
	p := r.found("/fil/agreement/parties.yaml")
	if !strings.Contains(p.text, `value="remove:parties[0]" formaction="/fil/agreement/parties.yaml#f-parties%5B1%5D"`) || !strings.Contains(p.text, `value="remove:parties[1]" formaction="/fil/agreement/parties.yaml#f-parties%5B0%5D"`) {
		t.Error("the button does not lead to what is near")
	}
	r.send("/fil/agreement/parties.yaml", set(p.form(t), "do", "remove:parties[1]")).says(t, "Det är borttaget ur formuläret. Ingenting är sparat än")
}
