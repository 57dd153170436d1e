package editor

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"samsyn/internal/editor/files"
	"samsyn/internal/exchange"
	"samsyn/internal/exchange/worddoc/wordtest"
	"samsyn/internal/proposal"
)

// upload sends a form with a file.
func (r *room) upload(path string, form url.Values, field, name string, data []byte) page {
	r.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for key, values := range form {
		for _, value := range values {
			if err := m.WriteField(key, value); err != nil {
				r.Fatal(err)
			}
		}
	}
	part, err := m.CreateFormFile(field, name)
	if err != nil {
		r.Fatal(err)
	}
	_, _ = part.Write(data) // into memory
	if err := m.Close(); err != nil {
		r.Fatal(err)
	}
	q, err := http.NewRequestWithContext(context.Background(), http.MethodPost, r.home+path, &b)
	if err != nil {
		r.Fatal(err)
	}
	q.Header.Set("Content-Type", m.FormDataContentType())
	a, err := r.Do(q)
	if err != nil {
		r.Fatal(err)
	}
	defer func() { _ = a.Body.Close() }()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		r.Fatal(err)
	}
	return page{a.StatusCode, a.Request.URL.RequestURI(), string(body), a.Header}
}

// table is the content's initiatives as a CSV file.
func (r *room) table() string {
	r.Helper()
	store, err := proposal.Open(r.dir, proposal.Options{})
	if err != nil {
		r.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	now, err := store.Look()
	if err != nil {
		r.Fatal(err)
	}
	p, _, err := now.Main()
	if err != nil {
		r.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	var data strings.Builder
	if err := exchange.CSV(&data, p, ""); err != nil {
		r.Fatal(err)
	}
	return data.String()
}

// A table that somebody has edited is shown in words, and saved only then, in a proposal.
func TestTableBecomesAProposal(t *testing.T) {
	r := open(t, nil)
	old := r.table()
	p := r.found("/las-in")
	p.says(t, "Hämta en arbetsbok", "Läs in en fil")
	form := p.form(t)
	p = r.upload("/las-in", form, "fil", "lista.csv", []byte(strings.Replace(old, "Språk på jobbet", "Språk på nytt", 1)))
	p.says(t, "Ändras (1)", "på nytt", "Filer som ändras eller läggs till: 1.")
	if r.branches() != "" {
		t.Error("saved before it was shown")
	}
	p = r.send("/las-in", set(p.form(t), "do", "save"))
	p.says(t, "Skriv vad förslaget handlar om.")
	p = r.send("/las-in", set(p.form(t), "do", "save", "words", "Från mötet"))
	p.says(t, "Ändringen är sparad i förslaget.", "Inläst från lista.csv")
	if got := git(t, r.dir, "diff", "-U0", "main", r.branches()); strings.Count(got, "\n+") != 2 || !strings.Contains(got, "+title: Språk på nytt") {
		t.Errorf("more than the title was changed:\n%s", got)
	}

	// Somebody else changes the same in the proposal: both values are told.
	place := "/" + r.branches()
	first := r.found(place + "/fil/" + initiative)
	r.send(place+"/fil/"+initiative, set(first.form(t), "do", "save", "title", "Ett tredje namn"))
	p = r.upload(place+"/las-in", r.found(place+"/las-in").form(t), "fil", "lista.csv", []byte(strings.Replace(old, "Språk på jobbet", "Ett fjärde namn", 1)))
	p.says(t, "Krockar", "Ett tredje namn", "Ett fjärde namn", "Ingenting ändras.", "Det som står nu behålls om du inte väljer något annat.")
	chosen := p.form(t)
	name := ""
	for key, values := range chosen {
		if strings.HasPrefix(key, "choose:") && values[0] == "theirs" {
			name = key
		}
	}
	if name == "" {
		t.Fatalf("there is nothing to choose: %v", chosen)
	}
	r.send(place+"/las-in", set(clone(chosen), "do", "save")).says(t, "Ingenting ändras.")
	if got := git(t, r.dir, "show", r.branches()+":"+initiative); !strings.Contains(got, "title: Ett tredje namn") {
		t.Errorf("what was not chosen is there:\n%s", got)
	}
	r.send(place+"/las-in", set(chosen, name, "mine", "do", "save")).says(t, "Inläst från lista.csv", "Ett fjärde namn")
	if got := git(t, r.dir, "show", r.branches()+":"+initiative); !strings.Contains(got, "title: Ett fjärde namn") {
		t.Errorf("what was chosen is not there:\n%s", got)
	}
	if r.log.Len() > 0 {
		t.Errorf("mishaps: %s", r.log)
	}
}

// What the columns of a table were read as is told.
func TestColumnsOfATable(t *testing.T) {
	r := open(t, nil)
	heading, rows, _ := strings.Cut(r.table(), "\n")
	p := r.upload("/las-in", r.found("/las-in").form(t), "fil", "lista.csv", []byte(strings.Replace(heading, "Titel", "titel ", 1)+";Kommentar\n"+strings.ReplaceAll(rows, "\n", ";x\n")))
	p.says(t, "Så är kolumnerna lästa")
	columns := p.form(t)["kolumn-blad-0"]
	if columns[0] != "title" || columns[len(columns)-1] != exchange.Unread {
		t.Errorf("read as %q", columns)
	}
}

// A list of somebody's own, under headings that nobody knows, is read once they have said
// what its columns are; what they say after that is shown before it is saved.
func TestColumnsAreChosen(t *testing.T) {
	r := open(t, nil)
	form := r.found("/las-in").form(t)
	own := []byte("Vad;Var;Vem;Anteckning\nTeater i byn;Utbilda tillsammans.;Alvesta kommun;till nästa möte\n")
	p := r.upload("/las-in", set(form, "plan", "2026"), "fil", "egen.csv", own)
	p.says(t, "filen går inte att känna igen", "Så är kolumnerna lästa", "Anteckning")
	form = p.form(t)
	if got := strings.Join(form["kolumn-blad-0"], " "); got != "- - - -" {
		t.Fatalf("read as %s", got)
	}
	form["kolumn-blad-0"] = []string{"title", "cooperation_area", "title", "-"}
	r.send("/las-in", set(clone(form), "do", "read")).says(t, "”Titel” är valt för två kolumner.")
	form["kolumn-blad-0"] = []string{"title", "cooperation_area", "owner", "-"}
	p = r.send("/las-in", set(form, "do", "read"))
	p.says(t, "Teater i byn")
	if strings.Contains(p.words(), "Anteckning” är ny") {
		t.Error("a column that is not to be read is told of")
	}
	form = set(p.form(t), "do", "save", "words", "Egen lista")
	form["kolumn-blad-0"][3] = "target_group"
	p = r.send("/las-in", clone(form))
	p.says(t, "Ingenting är sparat än", "Teater i byn")
	if r.branches() != "" {
		t.Error("saved before it was shown")
	}
	r.send("/las-in", set(p.form(t), "do", "save", "words", "Egen lista")).says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "show", r.branches()+":plans/2026/teater-i-byn.md"); !strings.Contains(got, "owner: alvesta") || !strings.Contains(got, "target_group: till nästa möte") {
		t.Errorf("saved:\n%s", got)
	}

	// Another file is read for what it says itself.
	p = r.upload("/las-in", set(form, "do", "read"), "fil", "lista.csv", []byte(r.table()))
	p.says(t, "Ingenting ändras.")
	if r.log.Len() > 0 {
		t.Errorf("mishaps: %s", r.log)
	}
}

// A workbook that goes out and comes in untouched changes nothing.
func TestWorkbookOutAndIn(t *testing.T) {
	r := open(t, nil)
	book := r.found("/arbetsbok.xlsx?plan=2026")
	if got := book.header.Get("Content-Disposition"); got != `attachment; filename="handlingsplan-2026.xlsx"` {
		t.Errorf("it is called %s", got)
	}
	r.upload("/las-in", r.found("/las-in").form(t), "fil", "handlingsplan-2026.xlsx", []byte(book.text)).says(t, "Ingenting ändras.")
	if p := r.get("/arbetsbok.xlsx?plan=../2026"); p.status != http.StatusNotFound {
		t.Errorf("a plan that is none: %d", p.status)
	}
}

// A plan in Word becomes drafts; what its columns are can be told.
func TestWordBecomesAProposal(t *testing.T) {
	r := open(t, nil)
	doc := wordtest.File(wordtest.Styled("Rubrik1", "Handlingsplan 2027")+wordtest.Table([]string{"Samverkansområden", "Insatser/uppdrag", "Genomförande (ansvar och hur)", "Uppföljning"},
		[]string{"Utbilda tillsammans.", "Mentorer", "Drivs av Alvesta kommun.", "Enkät."}), nil, nil)
	form := r.found("/las-in").form(t)
	p := r.upload("/las-in", form, "fil", "plan.docx", doc)
	p.says(t, "Mentorer samverkansområde: Utbilda tillsammans. · ansvarig: Alvesta kommun", "Tabell 1: vad kolumnerna är")
	p = r.send("/las-in", set(p.form(t), "do", "save", "words", "Nästa plan"))
	p.says(t, "Ändringen är sparad i förslaget.", "Mentorer")
	if got := git(t, r.dir, "show", r.branches()+":plans/2027/mentorer.md"); !strings.Contains(got, "owner: alvesta") {
		t.Errorf("the draft:\n%s", got)
	}

	mute := wordtest.File(wordtest.Table([]string{"Kör", "Alvesta kommun"}, []string{"Teater", "Alvesta kommun"}), nil, nil)
	p = r.upload("/las-in", set(form, "year", "2028"), "fil", "stum.docx", mute)
	p.says(t, "Välj nedan vad kolumnerna är.")
	form = p.form(t)
	form["kolumn-2"] = []string{"title", "owner"}
	p = r.send("/las-in", set(form, "do", "read", "area", "arbete-1"))
	p.says(t, "Kör samverkansområde")
	p = r.send("/las-in", set(p.form(t), "do", "save", "words", "Sedan"))
	p.says(t, "Ändringen är sparad i förslaget.", "Kör", "Teater")
}

// What cannot be taken is told in a sentence.
func TestUnfitFiles(t *testing.T) {
	r := open(t, nil)
	form := r.found("/las-in").form(t)
	for name, c := range map[string]struct{ data, says string }{
		"bild.png":    {"x", "Det går att läsa in .xlsx, .csv och .docx."},
		"tom.xlsx":    {"", "Välj en fil."},
		"trasig.xlsx": {"PK", "läses inte in"},
		"trasig.docx": {"PK", "läses inte in"},
		"stor.csv":    {strings.Repeat("x", files.MostBrought+1), "högst 7 megabyte"},
	} {
		p := r.upload("/las-in", form, "fil", name, []byte(c.data))
		if p.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, p.status)
		}
		p.says(t, c.says)
	}
	p := r.send("/las-in", set(form, "namn", "x.csv", "innehall", "!", "do", "save"))
	if p.status != http.StatusBadRequest {
		t.Errorf("a file that the page cannot have kept: %d", p.status)
	}
	if r.log.Len() > 0 || r.branches() != "" {
		t.Errorf("mishaps: %s %v", r.log, r.branches())
	}
}

// What the page has shown is saved, whatever else was chosen since.
func TestWhatWasShownIsSaved(t *testing.T) {
	r := open(t, nil)
	old := r.table()
	p := r.upload("/las-in", r.found("/las-in").form(t), "fil", "lista.csv", []byte(strings.Replace(old, "Språk på jobbet", "Det visade", 1)))
	p = r.upload("/las-in", set(p.form(t), "do", "save", "words", "Från mötet"), "fil", "annan.csv", []byte(strings.Replace(old, "Språk på jobbet", "Det andra", 1)))
	p.says(t, "Ändringen är sparad i förslaget.", "Inläst från lista.csv")
	if got := git(t, r.dir, "show", r.branches()+":"+initiative); !strings.Contains(got, "title: Det visade") {
		t.Errorf("saved:\n%s", got)
	}
}
