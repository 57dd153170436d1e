package editor

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/guard"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/proposal"
)

// room is a content in git and an editor that somebody has open in a browser.
type room struct {
	testing.TB
	dir  string
	home string // the editor's address
	log  *bytes.Buffer
	http.Client
	server *web.Server
}

func git(t testing.TB, dir string, args ...string) string {
	t.Helper()
	out, err := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Kansli", "-c", "user.email=k@example.org", "-c", "init.templateDir=", "-c", "maintenance.auto=false"}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// open starts an editor for the content of the scripts, changed by files.
func open(t testing.TB, files map[string]string) *room {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	dir := t.TempDir()
	switch {
	case files != nil:
		begin(t, dir, files)
	case begun == nil:
		begin(t, dir, nil)
		git(t, dir, "repack", "-q", "-a", "-d") // as clones have it: read from one file
		begun = loadtest.Copy(t, dir)
	default:
		if err := os.CopyFS(dir, begun); err != nil {
			t.Fatal(err)
		}
	}
	return serve(t, dir, access.LocalUser("Anna Ek", "anna@example.org"))
}

// begun is the repository of the content of the scripts as it is, once it was made.
var begun fs.FS

// begin makes a repository of the content of the scripts, changed by files.
func begin(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	base, err := txtar.ParseFile("../cli/testdata/content.txtar")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range base.Files {
		all[f.Name] = string(f.Data)
	}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git(t, dir, "init", "-q", "-b", "main")
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-q", "-m", "Början")
}

// serve starts an editor for a folder, in the browser of one person.
func serve(t testing.TB, dir string, who access.Person) *room {
	t.Helper()
	return serveAt(t, dir, Alone(who))
}

// serveAt starts an editor behind a door.
func serveAt(t testing.TB, dir string, door access.Door) *room {
	t.Helper()
	return serveWith(t, dir, door, func(*web.Options) {})
}

// serveWith starts an editor with other options.
func serveWith(t testing.TB, dir string, door access.Door, change func(*web.Options)) *room {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }
	store, err := proposal.Open(dir, proposal.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	r := &room{TB: t, dir: dir, log: &bytes.Buffer{}}
	g := guard.New(guard.Options{Now: now, Refuse: web.Refuse("sv")})
	local := guard.NewLocal(g)
	opt := web.Options{Store: store, Door: door, Guard: g, Local: local, Lang: "sv", Now: now, Log: r.log}
	change(&opt)
	s := web.New(opt)
	r.server = s
	web := httptest.NewServer(Handler(s))
	t.Cleanup(web.Close)
	r.home = web.URL
	if r.Jar, err = cookiejar.New(nil); err != nil {
		t.Fatal(err)
	}
	r.get(local.Path())
	return r
}

// page is what came of a request.
type page struct {
	status  int
	address string // where it ended, without the host
	text    string
	header  http.Header
}

func (r *room) ask(method, path string, form url.Values) page {
	r.Helper()
	q, err := http.NewRequestWithContext(context.Background(), method, r.home+path, strings.NewReader(form.Encode()))
	if err != nil {
		r.Fatal(err)
	}
	if method == http.MethodPost {
		q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return r.answer(q)
}

// answer is what comes of a request.
func (r *room) answer(q *http.Request) page {
	r.Helper()
	a, err := r.Do(q)
	if err != nil {
		r.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		r.Fatal(err)
	}
	return page{a.StatusCode, a.Request.URL.RequestURI(), string(body), a.Header}
}

func (r *room) get(path string) page { r.Helper(); return r.ask(http.MethodGet, path, nil) }

// send sends a form.
func (r *room) send(path string, form url.Values) page {
	r.Helper()
	return r.ask(http.MethodPost, path, form)
}

// found gets a page that must be there.
func (r *room) found(path string) page {
	r.Helper()
	p := r.get(path)
	if p.status != http.StatusOK {
		r.Fatalf("%s: %d\n%s\n%s", path, p.status, p.words(), r.log)
	}
	return p
}

// links are the addresses on the server that a page leads to.
func (p page) links(t testing.TB) (to []string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(p.text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if n.Data == "a" && a.Key == "href" && strings.HasPrefix(a.Val, "/") {
				to = append(to, a.Val)
			}
		}
	}
	return to
}

// form is what a browser would send of a page's last form.
func (p page) form(t testing.TB) url.Values {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(p.text))
	if err != nil {
		t.Fatal(err)
	}
	var values url.Values
	for n := range doc.Descendants() {
		at := map[string]string{}
		for _, a := range n.Attr {
			at[a.Key] = a.Val
		}
		_, checked := at["checked"]
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "form" && at["action"] == "/logga-ut":
			return values // the last thing on the page
		case n.Data == "form" && at["method"] == "post":
			values = url.Values{}
		case at["name"] == "" || values == nil:
		case n.Data == "input" && (at["type"] == "checkbox" || at["type"] == "radio") && !checked, at["type"] == "file":
		case n.Data == "input":
			values.Add(at["name"], at["value"])
		case n.Data == "textarea":
			text := ""
			if n.FirstChild != nil {
				text = n.FirstChild.Data
			}
			values.Add(at["name"], strings.ReplaceAll(text, "\n", "\r\n"))
		case n.Data == "select":
			values.Add(at["name"], selected(n))
		}
	}
	if values == nil {
		t.Fatalf("no form in\n%s", p.words())
	}
	return values
}

// selected is the option that a browser shows as chosen: the first, where none is.
func selected(n *html.Node) string {
	chosen, any := "", false
	for o := range n.Descendants() {
		if o.Data != "option" {
			continue
		}
		value, is := "", false
		for _, a := range o.Attr {
			if a.Key == "value" {
				value = a.Val
			}
			is = is || a.Key == "selected"
		}
		if is || !any {
			chosen, any = value, true
		}
	}
	return chosen
}

var tags = regexp.MustCompile(`<[^>]*>`)

// words are the text of a page.
func (p page) words() string {
	_, main, _ := strings.Cut(p.text, "<main")
	return strings.Join(strings.Fields(strings.ReplaceAll(html.UnescapeString(tags.ReplaceAllString("<"+main, " ")), "\u00ad", "")), " ")
}

func (p page) says(t testing.TB, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(p.words(), w) {
			t.Errorf("%d %s does not say %q:\n%s", p.status, p.address, w, p.words())
		}
	}
}

// set changes fields of a form.
func set(form url.Values, pairs ...string) url.Values {
	for n := 0; n < len(pairs); n += 2 {
		form.Set(pairs[n], pairs[n+1])
	}
	return form
}

const initiative = "plans/2026/sprak.md"

func TestEveryPageIsThere(t *testing.T) {
	r := open(t, nil)
	for path, words := range map[string]string{
		"/": "Vad vill du göra?", "/innehall": "Insatser", "/forslag": "Inga förslag", "/ny": "Vad vill du lägga till?", "/ny/plan": "Ta med från",
		"/fil/" + initiative: "Spara i förslaget", "/fil/samsyn.yaml": "Spara i förslaget", "/?sprak=en": "What would you like to do?",
	} {
		r.found(path).says(t, words)
		r.get("/?sprak=sv")
	}
	if p := r.found("/ny/initiative?i=2026"); strings.Contains(p.text, `value="delete"`) {
		t.Error("what is not there yet can be removed")
	}
	if p := r.found("/fil/" + initiative); !strings.Contains(p.text, `value="delete"`) {
		t.Error("what is there cannot be removed")
	}
	if p := r.found("/visa/"); !strings.Contains(p.text, "assets/style.css") {
		t.Error("the site is not shown")
	}
	for _, path := range []string{"/fil/plans/2026/none.md", "/fil/README.md", "/fil/.git/config", "/fil/%2e%2e/%2e%2e/etc/passwd", "/fil/..%2fx", "/forslag/2026-01-01-x", "/forslag/..%2f..%2fx", "/forslag/main", "/visa/none.html", "/visa/..%2f..%2fsamsyn.yaml", "/assets/edit.html", "/assets/..%2fsite.go", "/none"} {
		if p := r.get(path); p.status != http.StatusNotFound {
			t.Errorf("%s: %d", path, p.status)
		}
	}
	if r.log.Len() > 0 {
		t.Errorf("mishaps: %s", r.log)
	}
}

func TestAddressesOfFields(t *testing.T) {
	f := &form.Form{Fields: []*form.Field{{Path: "reports[0].text", Problems: []form.Problem{{Label: "Läge"}}}}}
	if wrong, _ := web.Messages(f, "sv"); len(wrong) != 1 || wrong[0].Address != "#f-reports%5B0%5D.text" {
		t.Errorf("%+v", wrong)
	}
}

// What is saved is a commit on a branch of its own, and only what was touched differs.
func TestSaving(t *testing.T) {
	r := open(t, nil)
	form := r.found("/fil/" + initiative).form(t)
	p := r.send("/fil/"+initiative, set(form, "title", "Ett nytt namn", "do", "save"))
	if p.status != http.StatusUnprocessableEntity {
		t.Errorf("a proposal without words: %d", p.status)
	}
	p.says(t, "Skriv vad förslaget handlar om.")
	p = r.send("/fil/"+initiative, set(form, "words", "Bättre namn"))
	if p.status != http.StatusOK || !strings.HasPrefix(p.address, "/forslag/2026-03-02-battre-namn?") {
		t.Fatalf("%d %s: %s", p.status, p.address, p.words())
	}
	p.says(t, "Ändringen är sparad i förslaget.", "heter nu Ett nytt namn", "Anna Ek")
	if !strings.Contains(p.text, "<title>Bättre namn – ") || strings.Contains(p.text, "Bättre namn – Bättre namn") {
		t.Errorf("the title says the proposal's name other than once: %.400s", p.text)
	}
	if got := git(t, r.dir, "diff", "-U0", "main", "forslag/2026-03-02-battre-namn"); strings.Count(got, "\n+") != 2 || !strings.Contains(got, "\n+title: Ett nytt namn") {
		t.Errorf("more than the title was changed:\n%s", got)
	}
	if got := git(t, r.dir, "status", "--porcelain"); got != "" {
		t.Errorf("the working folder is not left alone: %s", got)
	}
	r.found("/forslag/2026-03-02-battre-namn/fil/"+initiative).says(t, "Ett nytt namn")
	r.found("/fil/" + initiative).form(t)
	links := r.found("/forslag/2026-03-02-battre-namn").links(t)
	if len(links) < 8 {
		t.Errorf("only %d links on the proposal's page", len(links))
	}
	for _, to := range links {
		r.found(to)
	}
	if r.log.Len() > 0 {
		t.Errorf("mishaps: %s", r.log)
	}
}

// What the validator says stands at its field and at the top.
func TestErrorsStandAtTheirField(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "title", "", "words", "Prov", "do", "save")
	p := r.send("/fil/"+initiative, form)
	if p.status != http.StatusUnprocessableEntity {
		t.Errorf("%d", p.status)
	}
	p.says(t, "Det här behöver rättas", "Titel", "Spara ändå")
	if !strings.Contains(p.text, `href="#f-title"`) || !strings.Contains(p.text, `id="f-title-problem"`) || !strings.Contains(p.text, `aria-invalid="true"`) || !strings.Contains(p.text, "<title>Fel: ") {
		t.Error("the error is not at its field")
	}
	if got := git(t, r.dir, "branch", "--list", "forslag/*"); got != "" {
		t.Errorf("a proposal was begun: %s", got)
	}
	r.send("/fil/"+initiative, set(form, "do", "anyway")).says(t, "Det här behöver rättas")
}

// A row is added without script by a button, and nothing is saved by that.
func TestRows(t *testing.T) {
	r := open(t, nil)
	form := r.found("/fil/" + initiative).form(t)
	p := r.send("/fil/"+initiative, set(form, "do", "add:reports", "title", "Osparat namn"))
	if p.status != http.StatusOK || !strings.Contains(p.text, `name="reports[n0].date"`) || !strings.Contains(p.text, "Osparat namn") {
		t.Errorf("%d: no row was added\n%s", p.status, p.words())
	}
	if got := git(t, r.dir, "branch", "--list", "forslag/*"); got != "" {
		t.Errorf("a proposal was begun: %s", got)
	}
}

func TestTwoCollide(t *testing.T) {
	r := open(t, nil)
	path := "/forslag/2026-03-02-gemensamt/fil/" + initiative
	r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "title", "Början", "words", "Gemensamt", "do", "save"))
	mine, theirs := r.found(path).form(t), r.found(path).form(t)
	r.send(path, set(theirs, "title", "Bos namn", "do", "save"))
	p := r.send(path, set(mine, "title", "Annas namn", "do", "save"))
	if p.status != http.StatusConflict {
		t.Errorf("%d", p.status)
	}
	p.says(t, "Välj vad som ska gälla", "Annas namn", "Bos namn", "Titel")
	for _, c := range [][2]string{{"theirs", "Bos namn"}, {"mine", "Annas namn"}} {
		choice, want := c[0], c[1]
		form := p.form(t)
		for name := range form {
			if strings.HasPrefix(name, "choose:") {
				form.Set(name, choice)
			}
		}
		r.send(path, set(form, "do", "anyway")).says(t, "Det du valde är sparat") // not that both are there
		if got := git(t, r.dir, "show", "forslag/2026-03-02-gemensamt:"+initiative); !strings.Contains(got, "title: "+want+"\n") {
			t.Errorf("%s was chosen and there is\n%s", choice, got)
		}
	}
	// Different fields are put together.
	mine, theirs = r.found(path).form(t), r.found(path).form(t)
	r.send(path, set(theirs, "target_group", "Alla", "do", "save"))
	r.send(path, set(mine, "title", "Till slut", "do", "save")).says(t, "båda ändringarna finns med")
	if got := git(t, r.dir, "show", "forslag/2026-03-02-gemensamt:"+initiative); !strings.Contains(got, "title: Till slut\n") || !strings.Contains(got, "target_group: Alla\n") {
		t.Errorf("not both changes:\n%s", got)
	}
}

func TestUndoAndDrop(t *testing.T) {
	r := open(t, nil)
	at := "/forslag/2026-03-02-prov"
	r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "title", "Nytt", "words", "Prov", "do", "save"))
	old := r.found(at).form(t)
	r.send(at, set(r.found(at).form(t), "do", "undo")).says(t, "ångrad", "Ingenting ändras i sak")
	if p := r.send(at, set(old, "do", "drop")); p.status != http.StatusConflict {
		t.Errorf("a page of yesterday drops the proposal: %d", p.status)
	}
	p := r.send(at, set(r.found(at).form(t), "do", "drop"))
	p.says(t, "Ta bort förslaget?")
	r.send(at, set(p.form(t), "do", "drop")).says(t, "borttaget")
	if got := r.get(at).status; got != http.StatusNotFound {
		t.Errorf("it is still there: %d", got)
	}
}

func TestNextYearsPlan(t *testing.T) {
	r := open(t, nil)
	form := r.found("/ny/plan").form(t)
	if form.Get("year") == "" || len(form["carry"]) == 0 {
		t.Fatalf("nothing to carry: %v", form)
	}
	year := form.Get("year")
	r.send("/ny/plan", set(form, "do", "save", "words", "Nästa år", "year", "26")).says(t, "fyra siffror")
	p := r.send("/ny/plan", set(form, "year", year))
	if want := "/forslag/2026-03-02-nasta-ar?klart=sparat"; p.address != want {
		t.Fatalf("%d %s, want %s: %s", p.status, p.address, want, p.words())
	}
	if got := git(t, r.dir, "ls-tree", "-r", "--name-only", "forslag/2026-03-02-nasta-ar", "plans/"+year); strings.Count(got, "\n") != len(form["carry"]) {
		t.Errorf("carried %v, and there is\n%s", form["carry"], got)
	}
}

// A new thing without a title is told what it lacks, and begins no proposal.
func TestNewThing(t *testing.T) {
	r := open(t, nil)
	at := "/ny/initiative?i=2026"
	form := set(r.found(at).form(t), "words", "Ny insats", "do", "save")
	for _, do := range []string{"save", "anyway"} {
		p := r.send(at, set(form, "do", do))
		if p.status != http.StatusUnprocessableEntity || !strings.Contains(p.text, `href="#f-title"`) || strings.Contains(p.text, "utan-namn") || !strings.Contains(p.text, `action="`+at+`"`) {
			t.Errorf("%s: %d %s", do, p.status, p.words())
		}
	}
	if got := git(t, r.dir, "branch", "--list", "forslag/*"); got != "" {
		t.Errorf("a proposal was begun: %s", got)
	}
	p := r.send(at, set(form, "do", "save", "title", "Språkcafé i Ängsvik", "cooperation_area", "arbete-1", "owner", "alvesta", "status", "planned",
		"follow_up.method", "Enkät.", "follow_up.responsible", "forum"))
	p.says(t, "Språkcafé i Ängsvik")
	if got := git(t, r.dir, "show", "forslag/2026-03-02-ny-insats:plans/2026/sprakcafe-i-angsvik.md"); !strings.Contains(got, "title: Språkcafé i Ängsvik\n") {
		t.Errorf("%d: there is\n%s", p.status, got)
	}
}

// A text in Markdown is shown as the site would draw it, and never as a page's own code.
func TestHostileMarkdown(t *testing.T) {
	r := open(t, nil)
	form := r.found("/fil/" + initiative).form(t)
	hostile := "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://evil.example/p.png \"t\") <img src=x onerror=alert(1)>\n\n# Rubrik\n"
	for _, bare := range []string{"", "yes"} {
		p := r.send("/markdown/"+initiative, set(form, "_text", hostile, "bare", bare))
		if p.status != http.StatusOK || !strings.Contains(p.text, "Rubrik</h") {
			t.Errorf("%d: %s", p.status, p.text)
		}
		if strings.Contains(p.text, "<script>") || strings.Contains(p.text, "javascript:") || strings.Contains(p.text, "<img") || strings.Contains(p.text, "onerror=alert(1)>") {
			t.Errorf("hostile text became code: %s", p.text)
		}
	}
	if p := r.send("/markdown/"+initiative, set(form, "_text", strings.Repeat("> ", 5000)+"x")); p.status != http.StatusOK {
		t.Errorf("a deep text: %d", p.status)
	}
}

// What a stranger sends changes nothing.
func TestStrangers(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "title", "Hackat", "words", "x", "do", "save")
	for name, f := range map[string]func() page{
		"no token":      func() page { return r.send("/fil/"+initiative, set(clone(form), guard.TokenField, "")) },
		"by address":    func() page { return r.get("/fil/" + initiative + "?" + form.Encode()) },
		"no commit":     func() page { return r.send("/fil/"+initiative, set(clone(form), "from", "main; rm -rf /")) },
		"another place": func() page { return r.send("/fil/.git/hooks/post-commit", clone(form)) },
		"a proposal":    func() page { return r.send("/fil/"+initiative, set(clone(form), "into", "../../heads/main")) },
		"a button":      func() page { return r.send("/forslag/main", set(clone(form), "do", "drop")) },
		"a folder":      func() page { return r.send("/ny/plan", set(clone(form), "year", "../x", "plan", "2026")) },
		"rows": func() page {
			return r.send("/fil/"+initiative, set(clone(form), "do", "add:reports[0].date.x[9999999999]"))
		},
		"without the secret": func() page {
			stranger := *r
			stranger.Client = http.Client{}
			return stranger.get("/innehall")
		},
	} {
		if p := f(); p.status >= 500 {
			t.Errorf("%s: %d %s", name, p.status, r.log)
		}
	}
	if got := git(t, r.dir, "branch", "--list", "--format=%(refname)"); got != "refs/heads/main" {
		t.Errorf("there are branches: %s", got)
	}
	if got := git(t, r.dir, "status", "--porcelain"); got != "" {
		t.Errorf("the folder was written to: %s", got)
	}
	if r.log.Len() > 0 {
		t.Errorf("mishaps: %s", r.log)
	}
}

func clone(v url.Values) url.Values {
	c := url.Values{}
	for name, all := range v {
		c[name] = append([]string{}, all...)
	}
	return c
}

// Whoever may only read gets no button that changes anything, and cannot send it either.
func TestRolesAreHeld(t *testing.T) {
	r := open(t, nil)
	party := serve(t, r.dir, access.Person{ID: "bo", Name: "Bo", Role: access.Party, Actors: []string{"nobody"}})
	p := party.found("/fil/samsyn.yaml")
	if strings.Contains(p.text, `value="save">Spara i`) {
		t.Error("a party is offered the settings to save")
	}
	form := set(p.form(t), "title", "Bos län", "words", "x", "do", "save")
	if got := party.send("/fil/samsyn.yaml", form).status; got != http.StatusForbidden {
		t.Errorf("a party saves the settings: %d", got)
	}
	if got := git(t, r.dir, "branch", "--list", "forslag/*"); got != "" {
		t.Errorf("there are proposals: %s", got)
	}
	// What others have written is neither undone nor sent by somebody of a party.
	r.send("/fil/samsyn.yaml", set(r.found("/fil/samsyn.yaml").form(t), "title", "Annas län", "words", "Annas", "do", "save"))
	name := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(git(t, r.dir, "branch", "--list", "forslag/*")), "forslag/"))
	tip := git(t, r.dir, "rev-parse", "forslag/"+name)
	for _, do := range []string{"undo", "update", "join", "send", "drop"} {
		if got := party.send("/forslag/"+name, set(form, "do", do, "tip", strings.TrimSpace(tip), "sure", "1")).status; got != http.StatusForbidden {
			t.Errorf("a party does %s with another's proposal: %d", do, got)
		}
	}
	if after := git(t, r.dir, "rev-parse", "forslag/"+name); after != tip {
		t.Errorf("the proposal was changed")
	}
}

// An initiative that was given to others since its form was drawn is theirs.
func TestAnOwnerThatWas(t *testing.T) {
	r := open(t, nil)
	r.send("/fil/samsyn.yaml", set(r.found("/fil/samsyn.yaml").form(t), "title", "Annas län", "words", "Annas", "do", "save"))
	at := "/forslag/2026-03-02-annas/fil/" + initiative
	party := serve(t, r.dir, access.Person{ID: "bo", Name: "Bo", Email: "bo@alvesta.example", Role: access.Party, Actors: []string{"alvesta"}})
	mine := set(party.found(at).form(t), "title", "Bos språk", "do", "save")
	if got := party.send(at, mine); got.status != http.StatusOK || !strings.Contains(git(t, r.dir, "show", "forslag/2026-03-02-annas:"+initiative), "title: Bos språk") {
		t.Fatalf("the owner cannot change its initiative: %d %s", got.status, got.text)
	}
	old := set(party.found(at).form(t), "title", "Bos egna språk", "do", "save")
	if got := r.send(at, set(r.found(at).form(t), "owner", "lansstyrelsen", "do", "save")); got.status != http.StatusOK {
		t.Fatalf("%d", got.status)
	}
	if now := git(t, r.dir, "show", "forslag/2026-03-02-annas:"+initiative); strings.Contains(now, "owner: alvesta") {
		t.Fatalf("the owner is the same:\n%s", now)
	}
	if got := party.send(at, old); got.status != http.StatusForbidden {
		t.Errorf("%d", got.status)
	}
	// Nor is what is in force still theirs in a proposal that gives it away.
	into := set(party.found("/fil/"+initiative).form(t), "title", "Bos", "into", "2026-03-02-annas", "do", "save")
	if got := party.send("/fil/"+initiative, into); got.status != http.StatusForbidden {
		t.Errorf("into the proposal: %d", got.status)
	}
}

func TestMain(m *testing.M) {
	// No test looks at what a power cut leaves, and waiting for the disk is most of its time.
	for name, value := range map[string]string{"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_SYSTEM": os.DevNull, "GIT_TEST_FSYNC": "0"} {
		if err := os.Setenv(name, value); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}
