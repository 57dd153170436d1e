package editor

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
)

// navigates sends a form as a browser does without script: the answer takes the page's place.
func (r *room) navigates(path string, form url.Values) page {
	r.Helper()
	q, err := http.NewRequestWithContext(r.Context(), http.MethodPost, r.home+path, strings.NewReader(form.Encode()))
	if err != nil {
		r.Fatal(err)
	}
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	q.Header.Set("Sec-Fetch-Mode", "navigate")
	return r.answer(q)
}

// signedIn is an editor where people sign in, and one of them has.
func signedIn(t *testing.T, r *room, id string) *room {
	t.Helper()
	who := access.Person{ID: id, Name: id, Email: id + "@example.org", Role: access.Editor}
	return serveWith(t, r.dir, Alone(who), func(o *web.Options) { o.Local = nil })
}

// Back leads to a form that was not saved, though the browser keeps no page: the answer has
// an address of its own, which nobody else is shown.
func TestBackToWhatWasNotSaved(t *testing.T) {
	r := open(t, nil)
	eva := signedIn(t, r, "eva")
	at := "/fil/" + initiative
	form := set(eva.found(at).form(t), "title", "Evas titel", "period.from", "2026-02-30", "words", "Evas", "do", "save")
	p := eva.navigates(at, form)
	if p.status != http.StatusUnprocessableEntity || !strings.HasPrefix(p.address, at+"?"+web.AnswerIn+"=") {
		t.Fatalf("%d %s", p.status, p.address)
	}
	again := eva.get(p.address)
	if again.text != p.text || again.status != p.status || again.form(t).Get("title") != "Evas titel" {
		t.Errorf("%d: %s", again.status, again.words())
	}
	if eva.branches() != "" {
		t.Error("it was saved")
	}
	_, name, _ := strings.Cut(p.address, "=")
	for what, of := range map[string]page{"another": signedIn(t, r, "bo").get(p.address), "another page": eva.get("/fil/samsyn.yaml?" + web.AnswerIn + "=" + name), "a guess": eva.get(at + "?" + web.AnswerIn + "=" + strings.Repeat("A", 26))} {
		if strings.Contains(of.text, "Evas titel") || of.status != http.StatusOK {
			t.Errorf("%s: %d %s", what, of.status, of.words())
		}
		of.says(t, "Det du skrev finns inte kvar. Här står det som är sparat.")
	}
	// What is right is saved from there, and script is answered at once.
	saved := eva.navigates(at, set(again.form(t), "period.from", "2026-02-03", "do", "save"))
	if !strings.HasSuffix(saved.address, "klart=sparat") {
		t.Errorf("%d %s: %s", saved.status, saved.address, saved.words())
	}
	if p := eva.send(at, form); p.status != http.StatusUnprocessableEntity || p.address != at {
		t.Errorf("script is led to %d %s", p.status, p.address)
	}
	if p := r.navigates(at, set(r.found(at).form(t), "title", "", "do", "save")); p.address != at {
		t.Errorf("one's own computer keeps the page itself: %s", p.address)
	}
	for n := range 8 {
		eva.navigates(at, set(eva.found(at).form(t), "title", fmt.Sprint("Titel ", n), "do", "save"))
	}
	if again := eva.get(p.address); strings.Contains(again.text, "Evas titel") {
		t.Error("all that anybody ever sent is kept")
	}
}

// Where not even the place that one works in can be opened, what was typed stays in the page:
// its address would open it no more.
func TestWhatWasSentToAPlaceThatIsGone(t *testing.T) {
	r := open(t, nil)
	eva := signedIn(t, r, "eva")
	at := "/fil/" + initiative
	form := set(eva.found(at).form(t), "title", "Evas titel", "words", "Evas", "do", "save")
	git(t, r.dir, "branch", "-m", "main", "annan")
	p := eva.navigates(at, form)
	if p.status != http.StatusConflict || !strings.Contains(p.text, "Evas titel") {
		t.Errorf("%d %s: %s", p.status, p.address, p.text)
	}
	git(t, r.dir, "branch", "-m", "annan", "main")
	if again := eva.navigates(at, p.form(t)); !strings.HasSuffix(again.address, "klart=sparat") {
		t.Errorf("%d %s: %s", again.status, again.address, again.words())
	}
}
