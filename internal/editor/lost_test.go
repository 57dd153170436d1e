package editor

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samsyn/internal/access"
)

// A plan that is begun a second time does not take the place of the one that somebody has
// begun and written in, in the proposal that is chosen.
func TestBegunTwice(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/ny/plan").form(t), "do", "save", "words", "Nästa år")
	first := r.send("/ny/plan", clone(form))
	at, _, _ := strings.Cut(first.address, "?")
	at += "/fil/plans/" + form.Get("year") + "/plan.yaml"
	written := r.send(at, set(r.found(at).form(t), "title", "Den plan som vi skrev", "do", "save"))
	if written.status != http.StatusOK || !strings.Contains(written.address, "klart=sparat") {
		t.Fatalf("%d %s: %s", written.status, written.address, written.words())
	}
	name := "2026-03-02-nasta-ar"
	tip := git(t, r.dir, "rev-parse", "forslag/"+name)
	again := r.send("/ny/plan", set(clone(form), "into", name))
	if again.status != http.StatusConflict {
		t.Errorf("begun again: %d %s: %s", again.status, again.address, again.words())
	}
	again.says(t, "Förslaget har redan en")
	if now := git(t, r.dir, "rev-parse", "forslag/"+name); now != tip {
		t.Errorf("the proposal was changed:\n%s", git(t, r.dir, "diff", tip, now))
	}
}

// What was typed stays where the proposal that was chosen clashes with what has been
// decided: it can be sent again.
func TestProposalClashes(t *testing.T) {
	r := open(t, nil)
	old := r.found("/fil/" + initiative).form(t)
	r.send("/fil/"+initiative, set(clone(old), "title", "Annas", "words", "Annas", "do", "save"))
	text, err := os.ReadFile(filepath.Join(r.dir, initiative))
	if err != nil {
		t.Fatal(err)
	}
	decided := strings.Replace(string(text), old.Get("title"), "Beslutad", 1)
	if err := os.WriteFile(filepath.Join(r.dir, initiative), []byte(decided), 0o600); err != nil {
		t.Fatal(err)
	}
	git(t, r.dir, "commit", "-q", "-a", "-m", "Beslut")
	settings := set(r.found("/fil/samsyn.yaml").form(t), "title", "Ett långt namn", "into", "2026-03-02-annas", "do", "save")
	p := r.send("/fil/samsyn.yaml", settings)
	if p.status != http.StatusConflict {
		t.Fatalf("%d %s: %s", p.status, p.address, p.words())
	}
	if again := p.form(t); again.Get("title") != "Ett långt namn" || again.Get("into") != "2026-03-02-annas" {
		t.Errorf("what was typed is not there: %v", again)
	}

	// The proposal asks in the words of the form what is to stand.
	at := "/forslag/2026-03-02-annas"
	p = r.send(at, set(r.found(at).form(t), "do", "update"))
	p.says(t, "Annas: Titel", "Förslagets ändring", "Det som har beslutats Beslutad")
	if strings.Contains(p.words(), initiative) {
		t.Errorf("a file is named: %s", p.words())
	}
}

// A text that is far too long for its file is told of, and is still in the page.
func TestTextThatIsTooLong(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "words", "Lång", "do", "save")
	for field, size := range map[string]int{"_text": 10 << 20, "target_group": 2 << 20} {
		long := strings.Repeat("Ett <stycke> till. ", size/19)
		p := r.upload("/fil/"+initiative, set(clone(form), field, long), "_file:_text", "", nil) // as browsers send it
		if kept := len(p.form(t).Get(field)); p.status != http.StatusUnprocessableEntity || kept < len(long)-1 {
			t.Errorf("%s: %d, %d bytes kept", field, p.status, kept)
		}
		p.says(t, "Filen är större än 1 MiB.")
	}
}

// What was typed can be copied where it can no longer be sent: here the proposal was removed
// meanwhile.
func TestTypedInAPlaceThatIsGone(t *testing.T) {
	r := open(t, nil)
	at := "/forslag/2026-03-02-prov"
	r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "title", "Nytt", "words", "Prov", "do", "save"))
	long := "En <lång> text som ingen vill skriva en gång till."
	form := set(r.found(at+"/fil/"+initiative).form(t), "_text", long, "do", "save")
	r.send(at, set(r.found(at).form(t), "do", "drop", "sure", "yes"))
	p := r.send(at+"/fil/"+initiative, form)
	if p.status != http.StatusNotFound || strings.Contains(p.text, "Skicka igen") {
		t.Errorf("%d %s", p.status, p.words())
	}
	p.says(t, "Kopiera det du skrev", long)
}

// What a page carries is nothing that somebody has typed: neither the version on the page of
// a proposal nor a file that was read in is shown to be copied, and the file can be sent again.
func TestCarriedIsNotShown(t *testing.T) {
	r := open(t, nil)
	door := &comesAndGoes{Person: access.Person{ID: "eva", Name: "Eva", Email: "eva@example.org", Role: access.Editor}}
	eva := serveAt(t, r.dir, door)
	at := "/forslag/2026-03-02-prov"
	eva.send("/fil/"+initiative, set(eva.found("/fil/"+initiative).form(t), "title", "Nytt", "words", "Prov", "do", "save"))
	file := []byte(strings.Replace(r.table(), "Delta i", "Delta mer i", 1))
	read := eva.upload(at+"/las-in", eva.found(at+"/las-in").form(t), "fil", "Listan som vi fick med oss från mötet i mars i år.csv", file).form(t)
	proposal := eva.found(at).form(t)
	if proposal.Get("tip") == "" || read.Get("innehall") == "" || read.Get("bladkolumner") == "" {
		t.Fatalf("%v %v", proposal, read)
	}
	forms := map[string]url.Values{at: set(proposal, "do", "send"), at + "/las-in": set(read, "do", "save")}
	fails := func(status int) {
		for path, form := range forms {
			p := eva.send(path, clone(form))
			if p.status != status || strings.Contains(p.text, "<blockquote") || strings.Contains(p.text, "Kopiera det du skrev") {
				t.Errorf("%s: %d %.2000s", path, p.status, p.words())
			}
			if status == http.StatusUnauthorized && p.form(t).Get("innehall") != form.Get("innehall") {
				t.Errorf("%s: the file cannot be sent again", path)
			}
		}
	}
	door.out = true
	fails(http.StatusUnauthorized)
	door.out = false
	r.send(at, set(r.found(at).form(t), "do", "drop", "sure", "yes"))
	fails(http.StatusNotFound)
}

// comesAndGoes is a door whose one person's session ends.
type comesAndGoes struct {
	access.Person
	out bool
}

func (d *comesAndGoes) Who(*http.Request) (access.Person, bool) { return d.Person, !d.out }

func (*comesAndGoes) Handle(*http.ServeMux) {}

func (*comesAndGoes) Note(access.Line) {}

// What was typed stays, though the session has ended meanwhile: it can be sent again.
func TestSessionEnds(t *testing.T) {
	r := open(t, nil)
	door := &comesAndGoes{Person: access.Person{ID: "eva", Name: "Eva", Email: "eva@example.org", Role: access.Editor}}
	eva := serveAt(t, r.dir, door)
	long := "En lång text som ingen vill skriva en gång till."
	form := set(eva.found("/fil/"+initiative).form(t), "title", "Evas <titel>", "_text", long, "words", "Evas förslag", "do", "save")
	door.out = true
	if p := eva.get("/innehall?q=x"); p.address != "/logga-in?till=%2Finnehall%3Fq%3Dx" {
		t.Errorf("nobody is led to %s", p.address)
	}
	p := eva.send("/fil/"+initiative, form)
	if p.status != http.StatusUnauthorized {
		t.Fatalf("%d %s", p.status, p.words())
	}
	p.says(t, "inte längre inloggad", "Kopiera det du skrev", long)
	if got := git(t, r.dir, "branch", "--list", "forslag/*"); got != "" {
		t.Errorf("saved without a session: %s", got)
	}
	again := p.form(t)
	door.out = false
	if p := eva.send("/fil/"+initiative, again); !strings.HasSuffix(p.address, "klart=sparat") {
		t.Fatalf("%d %s: %s", p.status, p.address, p.words())
	}
	if got := git(t, r.dir, "show", "forslag/2026-03-02-evas-forslag:"+initiative); !strings.Contains(got, "Evas <titel>") {
		t.Errorf("what was typed is not there:\n%s", got)
	}
}

// What is wrong with a content whose documents cannot be shown is told each in their own
// language.
func TestUnbuiltInBothLanguages(t *testing.T) {
	r := open(t, map[string]string{"agreement/parties.yaml": "parties: [\n"})
	sv, en := r.found("/visa/overenskommelse.pdf?sprak=sv").words(), r.found("/visa/overenskommelse.pdf?sprak=en").words()
	said := func(s, title string) string {
		_, rest, found := strings.Cut(s, title)
		if !found {
			t.Errorf("no page of what is wrong: %s", s)
		}
		return rest
	}
	if said(sv, "rättas först.") == said(en, "mended first.") {
		t.Errorf("told in one language: %s", en)
	}
}

// from sends a form as a browser does from a page of the editor itself.
func (r *room) from(path string, form url.Values) page {
	r.Helper()
	q, err := http.NewRequestWithContext(r.Context(), http.MethodPost, r.home+path, strings.NewReader(form.Encode()))
	if err != nil {
		r.Fatal(err)
	}
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	q.Header.Set("Origin", r.home)
	return r.answer(q)
}

// What was typed stays, though the editor was started anew meanwhile: it is shown again and
// sent once more, also where the secret is another by then.
func TestStartedAnew(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "title", "Annas <titel>", "words", "Annas förslag", "do", "save")
	for name, secret := range map[string]bool{"the same secret": true, "another secret": false} {
		now := serve(t, r.dir, access.LocalUser("Anna Ek", "anna@example.org"))
		entered := now.Jar
		if !secret {
			now.Jar, _ = cookiejar.New(nil)
		}
		p := now.from("/fil/"+initiative, form)
		if p.status != http.StatusForbidden {
			t.Fatalf("%s: %d %s", name, p.status, p.words())
		}
		p.says(t, "det du skrev finns kvar")
		again := p.form(t)
		if !secret {
			address, err := url.Parse(now.home)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range entered.Cookies(address) {
				if c.Name == "samsyn-session" {
					now.Jar.SetCookies(address, []*http.Cookie{c})
				}
			}
		}
		again.Set("words", name)
		if p := now.from("/fil/"+initiative, again); !strings.HasSuffix(p.address, "klart=sparat") {
			t.Errorf("%s: %d %s: %s", name, p.status, p.address, p.words())
		}
		if p := now.from("//evil.example/fil/"+initiative, form); strings.Contains(p.text, `action="//`) || strings.Contains(p.text, `action="http`) {
			t.Errorf("%s: the form is sent elsewhere", name)
		}
	}
	if got := r.branches(); got != "forslag/2026-03-02-another-secret\nforslag/2026-03-02-the-same-secret" {
		t.Errorf("proposals: %s", got)
	}
}
