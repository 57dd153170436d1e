package partyform

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/proposal"
)

const begun = "---\ntitle: Språk på jobbet\ncooperation_area: a-1\nowner: by\nperiod: {from: 2025-01-01, to: 2025-12-31}\nstatus: ongoing\n" +
	"follow_up:\n  method: Byn redovisar.\n  responsible: by\n  due: [2025-06-30]\n  measures:\n" +
	"    - {id: deltagare, title: Deltagare, unit: count, counts_people: true, target: 30}\n    - {id: andel, title: Andel i arbete, unit: percent, target: 65}\n" +
	"reports:\n  - {date: 2025-02-01, assessment: at_risk, text: Få har anmält sig., values: {deltagare: {total: 32, women: 20, men: 12}, andel: 40.5}}\n---\n\nText.\n"

var files = map[string]string{
	"samsyn.yaml":                 "title: Liten\npublisher: by\nbase_url: https://liten.example\nlanguage: sv\n",
	"agreement/agreement.yaml":    "title: Överenskommelsen\nshort_title: L\nperiod: {from: 2020, to: 2026}\nstatus: adopted\nadopted: {date: 2020-01-01}\nchapters:\n  - part: areas\n",
	"agreement/parties.yaml":      "parties:\n  - {id: by, name: Byn, kind: municipality}\n  - {id: stad, name: Staden, kind: municipality}\n  - {id: by-2, name: Andra byn, kind: municipality}\n",
	"agreement/organisation.yaml": "bodies:\n  - {id: g, name: Gruppen, role: responsible, members: [by]}\n",
	"agreement/areas/a.md":        "---\ntitle: A\norder: 1\nresponsible: [g]\ncooperation_areas:\n  - {id: a-1, text: Ett.}\n---\n",
	"plans/2025/plan.yaml":        "title: P\nscope: regional\nyear: 2025\nstatus: adopted\nadopted: {date: 2024-12-01, body: g}\n",
	"plans/2025/sprak.md":         begun,
	"plans/2025/annan.md":         strings.NewReplacer("Språk på jobbet", "Stadens egen", "owner: by", "owner: stad", "responsible: by", "responsible: stad").Replace(begun),
	"plans/2025/granne.md":        strings.NewReplacer("Språk på jobbet", "Andra byns egen", "responsible: by", "responsible: by-2").Replace(begun),
	"plans/2025/borta.md":         strings.Replace(begun, "title: Språk på jobbet", "title: Borttagen\nwithdrawn: {date: 2025-02-02, reason: Nej.}", 1),
	"plans/2026/plan.yaml":        "title: P\nscope: regional\nyear: 2026\nstatus: draft\n",
	"plans/2026/utkast.md":        strings.ReplaceAll(strings.Replace(begun, "Språk på jobbet", "Utkast", 1), "2025-", "2026-"),
}

// room is a bare repository with a county, and the form in front of it.
type room struct {
	t       *testing.T
	git     string
	store   *proposal.Store
	web     *httptest.Server
	links   *access.Links
	file    string // the server's
	lines   []access.Line
	clock   time.Time
	browser *http.Client
}

func (r *room) run(dir string, args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Kansli", "-c", "user.email=k@example.org", "-c", "init.templateDir=", "-c", "maintenance.auto=false"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

const settings = "address: https://redigera.example\nsign_in: {issuer: \"https://login.example\", client_id: samsyn}\nlinks: {key_file: key}\n"

func newRoom(t *testing.T) *room {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	dir := t.TempDir()
	r := &room{t: t, git: filepath.Join(dir, "lan.git"), file: filepath.Join(dir, "server.yaml"), clock: time.Date(2025, 6, 20, 9, 0, 0, 0, time.Local)}
	work := filepath.Join(dir, "work")
	for name, text := range files {
		r.put(filepath.Join(work, name), text)
	}
	r.put(r.file, settings)
	r.put(filepath.Join(dir, "key"), strings.Repeat("k", 40))
	r.run(dir, "init", "-q", "-b", "main", work)
	r.run(work, "add", "-A")
	r.run(work, "commit", "-q", "-m", "Början")
	r.run(dir, "clone", "-q", "--bare", work, r.git)
	var err error
	if r.store, err = proposal.Open(r.git, proposal.Options{Now: func() time.Time { return r.clock }}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.store.Close() })
	if r.links, err = access.ReadLinks(r.file); err != nil {
		t.Fatal(err)
	}
	r.web = httptest.NewServer(New(Options{
		Store: r.store, Note: func(l access.Line) { r.lines = append(r.lines, l) }, Now: func() time.Time { return r.clock }, Host: "redigera.example",
		Link: func(token string) (access.Person, bool) {
			now, err := access.ReadLinks(r.file) // as the server's file is at the request
			if err != nil {
				return access.Person{}, false
			}
			return now.Read(token, r.clock)
		},
	}))
	t.Cleanup(r.web.Close)
	r.browser = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return r
}

func (r *room) put(file, text string) {
	r.t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
}

// link is the path of a fresh link for an actor.
func (r *room) link(actor string) string {
	address, _ := r.links.New(actor, r.links.Until(r.clock))
	return strings.TrimPrefix(address, "https://redigera.example")
}

func (r *room) ask(method, path string, form url.Values) (int, string, http.Header) {
	r.t.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	q, err := http.NewRequest(method, r.web.URL+path, body)
	if err != nil {
		r.t.Fatal(err)
	}
	if form != nil {
		q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	a, err := r.browser.Do(q)
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = a.Body.Close() }()
	said, err := io.ReadAll(a.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return a.StatusCode, string(said), a.Header
}

var hidden = regexp.MustCompile(`name="(sett|stammer)" value="([^"]*)"`)

// fill is what a browser sends of a page's form, with what somebody has filled in.
func fill(page string, pairs ...string) url.Values {
	form := url.Values{}
	for _, m := range hidden.FindAllStringSubmatch(page, -1) {
		if m[1] == "sett" {
			form.Set(m[1], m[2])
		}
	}
	for n := 0; n < len(pairs); n += 2 {
		form.Set(pairs[n], pairs[n+1])
	}
	return form
}

// proposals are the names of the proposals, and what they change.
func (r *room) proposals() []proposal.Info {
	r.t.Helper()
	now, err := r.store.Look()
	if err != nil {
		r.t.Fatal(err)
	}
	all, err := now.All()
	if err != nil {
		r.t.Fatal(err)
	}
	return all
}

func (r *room) changed(in proposal.Info) string {
	return r.run(r.git, "diff", string(in.Base), string(in.Tip))
}

const sprak = "/2025/sprak"

func TestAPartyReports(t *testing.T) {
	r := newRoom(t)
	link := r.link("by")
	status, page, head := r.ask("GET", link, nil)
	if status != 200 || !strings.Contains(page, "Redovisa för Byn") || !strings.Contains(page, "Språk på jobbet") || !strings.Contains(page, "senast 30\u00a0juni") && !strings.Contains(page, "senast 30 juni") {
		t.Fatalf("%d\n%s", status, page)
	}
	for _, other := range []string{"Stadens", "Andra byns", "Utkast", "Borttagen"} {
		if strings.Contains(page, other) {
			t.Errorf("the list shows %s", other)
		}
	}
	if head.Get("Referrer-Policy") != "no-referrer" || head.Get("Cache-Control") != "no-store" || !strings.Contains(head.Get("Content-Security-Policy"), "default-src 'none'") || head.Get("Set-Cookie") != "" {
		t.Errorf("%v", head)
	}
	status, page, _ = r.ask("GET", link+sprak, nil)
	for _, want := range []string{"Mål: 30", "Mål: 65", "Senast: 32 (kvinnor 20, män 12) den 1 februari 2025", "Få har anmält sig.", "Enligt plan"} {
		if !strings.Contains(strings.ReplaceAll(page, "\u00a0", " "), want) {
			t.Errorf("%d: the form lacks %q\n%s", status, want, page)
		}
	}
	status, said, head := r.ask("POST", link+sprak, fill(page, "bedomning", "on_track", "text", "Det går bättre.\r\n\r\nTvå till.", "matt.deltagare.total", "58", "matt.deltagare.women", "41", "matt.deltagare.men", "17", "matt.andel.total", "62,5 %"))
	if status != 303 || head.Get("Location") != link+sprak {
		t.Fatalf("%d %s\n%s", status, head.Get("Location"), said)
	}
	all := r.proposals()
	if len(all) != 1 || all[0].Title != "Rapport från Byn" || all[0].By[0].Name != "Byn (länk)" {
		t.Fatalf("%+v", all)
	}
	want := "+  - date: 2025-06-20\n+    by: by\n+    assessment: on_track\n+    text: |-\n+      Det går bättre.\n+\n+      Två till.\n+    values:\n+      deltagare:\n+        total: 58\n+        women: 41\n+        men: 17\n+      andel: 62.5\n"
	diff := r.changed(all[0])
	if !strings.Contains(diff, want) || strings.Count(diff, "\n-") != 1 || strings.Count(diff, "diff --git") != 1 {
		t.Errorf("%s", diff)
	}
	if len(r.lines) != 1 || r.lines[0].Proposal != all[0].Name || r.lines[0].File != "plans/2025/sprak.md" || strings.Contains(r.lines[0].Who.ID, strings.Split(link, ".")[3]) {
		t.Errorf("%+v", r.lines)
	}
	status, page, _ = r.ask("GET", link+sprak, nil)
	if status != 200 || !strings.Contains(page, "Rapporten är sparad") || !strings.Contains(page, "58 (kvinnor 41, män 17)") {
		t.Errorf("%d %s", status, page)
	}
}

// What was sent can be changed until somebody takes it up, and is one report all the same.
func TestAReportIsChanged(t *testing.T) {
	r := newRoom(t)
	link := r.link("by")
	_, page, _ := r.ask("GET", link+sprak, nil)
	first := fill(page, "bedomning", "on_track", "text", "Ett.", "matt.deltagare.total", "58")
	r.ask("POST", link+sprak, first)
	_, page, _ = r.ask("GET", link+sprak+"?andra", nil)
	if !strings.Contains(page, "Ett.</textarea>") || !strings.Contains(page, `value="58"`) || !strings.Contains(page, `value="on_track" required checked`) {
		t.Fatalf("%s", page)
	}
	if status, said, _ := r.ask("POST", link+sprak, fill(page, "bedomning", "off_track", "text", "Två.")); status != 303 {
		t.Fatalf("%d %s", status, said)
	}
	all := r.proposals()
	diff := r.changed(all[0])
	if len(all) != 1 || strings.Contains(diff, "Ett.") || strings.Count(diff, "+  - date:") != 1 || !strings.Contains(diff, "text: Två.") {
		t.Errorf("%s", diff)
	}
	// The first form once more, as it was: it was made of what is there no more.
	if status, said, _ := r.ask("POST", link+sprak, first); status != 409 || !strings.Contains(said, "Ett.</textarea>") {
		t.Errorf("%d %s", status, said)
	}
	// The last form once more changes nothing.
	tip := r.proposals()[0].Tip
	if status, _, _ := r.ask("POST", link+sprak, fill(page, "bedomning", "off_track", "text", "Två.")); status != 303 || r.proposals()[0].Tip != tip {
		t.Errorf("%d", status)
	}
	// Two links of one actor lead to one proposal.
	if _, page, _ := r.ask("GET", r.link("by")+sprak, nil); !strings.Contains(page, "Två.") {
		t.Errorf("%s", page)
	}
}

// What the secretariat has changed in the proposal is not lost to the next report.
func TestTheSecretariatsWordsStay(t *testing.T) {
	r := newRoom(t)
	link := r.link("by")
	_, page, _ := r.ask("GET", link+sprak, nil)
	r.ask("POST", link+sprak, fill(page, "bedomning", "on_track", "text", "Ett."))
	_, open, _ := r.ask("GET", link+sprak+"?andra", nil)
	p, err := r.store.Get(r.proposals()[0].Name)
	if err != nil {
		t.Fatal(err)
	}
	there, err := p.Project()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = there.Close() })
	data, err := there.Tree.Read("plans/2025/sprak.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Apply(proposal.Edit{Who: proposal.Person{Name: "Kim", Email: "kim@lan.example"}, From: p.Tip, Files: map[string][]byte{"plans/2025/sprak.md": []byte(strings.Replace(string(data), "title: Språk på jobbet", "title: Språket på jobbet", 1))}}); err != nil {
		t.Fatal(err)
	}
	status, page, _ := r.ask("POST", link+sprak, fill(open, "bedomning", "on_track", "text", "Två."))
	if status != 409 {
		t.Fatalf("%d %s", status, page)
	}
	if status, page, _ = r.ask("POST", link+sprak, fill(page, "bedomning", "on_track", "text", "Två.")); status != 303 {
		t.Fatalf("%d %s", status, page)
	}
	diff := r.changed(r.proposals()[0])
	for _, want := range []string{"+title: Språket på jobbet", "text: Ett.", "text: Två."} {
		if !strings.Contains(diff, want) {
			t.Errorf("%s is lost:\n%s", want, diff)
		}
	}
}

func TestWhatIsWrongIsToldAndNotSaved(t *testing.T) {
	r := newRoom(t)
	link := r.link("by")
	_, page, _ := r.ask("GET", link+sprak, nil)
	for _, c := range []struct {
		name   string
		fields []string
		says   string
		asks   bool
	}{
		{"nothing", nil, `href="#bedomning-on_track"`, false},
		{"no text", []string{"bedomning", "on_track", "text", " \n"}, `href="#text"`, false},
		{"another assessment", []string{"bedomning", "great", "text", "A."}, `href="#bedomning-on_track"`, false},
		{"no number", []string{"bedomning", "on_track", "text", "A.", "matt.andel.total", "många"}, `href="#matt.andel.total"`, false},
		{"a range", []string{"bedomning", "on_track", "text", "A.", "matt.andel.total", "1/2/3"}, `href="#matt.andel.total"`, false},
		{"a very long number", []string{"bedomning", "on_track", "text", "A.", "matt.andel.total", strings.Repeat("9", 400)}, `href="#matt.andel.total"`, false},
		{"too long", []string{"bedomning", "on_track", "text", strings.Repeat("å", 5001)}, `href="#text"`, false},
		{"a personal number", []string{"bedomning", "on_track", "text", "Kim 121212-1212 är med."}, `Inte sparat`, false},
		{"more than all", []string{"bedomning", "on_track", "text", "A.", "matt.andel.total", "650"}, `href="#matt.andel.total">Andel i arbete: `, true},
		{"a sum that is none", []string{"bedomning", "on_track", "text", "A.", "matt.deltagare.total", "58", "matt.deltagare.women", "50", "matt.deltagare.men", "17"}, `>Deltagare: `, true},
		{"far more than the target", []string{"bedomning", "on_track", "text", "A.", "matt.deltagare.total", "58000"}, `href="#matt.deltagare.total"`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, said, _ := r.ask("POST", link+sprak, fill(page, c.fields...))
			if status != 422 || !strings.Contains(said, c.says) || strings.Contains(said, "121212-1212</p>") {
				t.Errorf("%d, want %q\n%s", status, c.says, said)
			}
			if asks := strings.Contains(said, `name="stammer"`); asks != c.asks {
				t.Errorf("asks: %v", asks)
			}
			if n := len(r.proposals()); n != 0 {
				t.Errorf("%d proposals", n)
			}
		})
	}
	// What is odd is saved once somebody says that it is right, and only that.
	odd := []string{"bedomning", "on_track", "text", "A.", "matt.andel.total", "650"}
	_, said, _ := r.ask("POST", link+sprak, fill(page, odd...))
	yes := hidden.FindStringSubmatch(said[strings.Index(said, `name="stammer"`)-5:])[2]
	if status, _, _ := r.ask("POST", link+sprak, fill(page, "bedomning", "on_track", "text", "A.", "matt.deltagare.total", "58000", "stammer", yes)); status != 422 {
		t.Errorf("another question is answered: %d", status)
	}
	if status, said, _ := r.ask("POST", link+sprak, fill(page, append(odd, "stammer", yes)...)); status != 303 {
		t.Errorf("%d %s", status, said)
	}
}

// With a link one reports, and nothing else: every other try is answered with nothing.
func TestALinkOpensNothingElse(t *testing.T) {
	r := newRoom(t)
	link, other := r.link("by"), r.link("stad")
	_, page, _ := r.ask("GET", link+sprak, nil)
	good := fill(page, "bedomning", "on_track", "text", "A.")
	before := r.run(r.git, "for-each-ref")
	token := strings.TrimPrefix(link, access.ReportPath)
	parts, others := strings.Split(token, "."), strings.Split(strings.TrimPrefix(other, access.ReportPath), ".")
	mixed := access.ReportPath + strings.Join([]string{"by", others[1], others[2], others[3]}, ".")
	longer := access.ReportPath + strings.Join([]string{parts[0], "20991231", parts[2], parts[3]}, ".")
	foreign := access.ReportPath + strings.Join([]string{"by-2", parts[1], parts[2], parts[3]}, ".")
	for _, path := range []string{
		link + "/2025/annan", link + "/2025/granne", link + "/2025/borta", link + "/2026/utkast", link + "/2025/finns-inte",
		link + "/2025/plan", link + "/2025/plan.yaml", link + "/2025/sprak.md", link + "/2025/..", link + "/../2025", link + "/..%2f..%2fsamsyn.yaml/x",
		link + "/2025/..%2f2025%2fsprak", link + "/2025/sprak%00", link + "/2025/sprak/", link + "/2025/SPRAK", link + "/.git/config", link + "/agreement/parties",
		link + "/2025", link + "/", link + "/2025/sprak/reports", other + sprak, mixed + sprak, longer + sprak, foreign + sprak, foreign + "/2025/granne",
		access.ReportPath, access.ReportPath + "by" + sprak, access.ReportPath + "stil.css" + sprak, access.ReportPath + strings.Repeat("a", 8000),
		access.ReportPath + token + "x" + sprak, access.ReportPath + token[:len(token)-1] + sprak, access.ReportPath + strings.ToLower(token) + sprak,
	} {
		for _, method := range []string{"GET", "POST"} {
			form := url.Values(nil)
			if method == "POST" {
				form = good
			}
			status, said, _ := r.ask(method, path, form)
			if status == 200 || status == 303 || status >= 500 || strings.Contains(said, "Stadens") || strings.Contains(said, "Andra byns") {
				t.Errorf("%s %.90s: %d\n%.300s", method, path, status, said)
			}
		}
	}
	for _, method := range []string{"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"} {
		if status, _, _ := r.ask(method, link+sprak, good); status != 405 {
			t.Errorf("%s: %d", method, status)
		}
	}
	if status, _, _ := r.ask("POST", link, good); status != 405 {
		t.Errorf("POST to the list: %d", status)
	}
	// Large, odd and foreign bodies.
	large := fill(page, "bedomning", "on_track", "text", strings.Repeat("a", mostForm))
	if status, _, _ := r.ask("POST", link+sprak, large); status != 413 {
		t.Errorf("a large form: %d", status)
	}
	many := fill(page, "bedomning", "on_track")
	for n := range 2000 {
		many.Set("f"+strings.Repeat("x", n%9)+string(rune('a'+n%26)), "1")
	}
	if status, _, _ := r.ask("POST", link+sprak, many); status != 422 {
		t.Errorf("many fields: %d", status)
	}
	if after := r.run(r.git, "for-each-ref"); after != before {
		t.Errorf("the repository changed:\n%s", after)
	}
	// Fields that the form has not, and words that would be YAML, stay words of the report.
	hostile := fill(page, "bedomning", "on_track", "text", "A\"\nreports: []\n---\ntitle: Mitt\n- date: 1\n\u202e<script>alert(1)</script>\x00", "title", "Mitt", "owner", "stad",
		"matt.annat.total", "5", "matt.deltagare.antal", "5", "date", "2020-01-01", "by", "stad", "file", "samsyn.yaml", "reports[0].text", "Mitt")
	status, said, _ := r.ask("POST", link+sprak, hostile)
	if status != 303 {
		t.Fatalf("%d %s", status, said)
	}
	diff := r.changed(r.proposals()[0])
	if strings.Count(diff, "diff --git") != 1 || strings.Contains(diff, "\n+title") || strings.Contains(diff, "stad") || strings.Contains(diff, "annat") || strings.Contains(diff, "2020") || !strings.Contains(diff, "+    by: by\n") {
		t.Errorf("%s", diff)
	}
	if _, page, _ := r.ask("GET", link+sprak, nil); strings.Contains(page, "<script>") || !strings.Contains(page, "&lt;script&gt;") {
		t.Errorf("%s", page)
	}
}

func TestLinksEnd(t *testing.T) {
	r := newRoom(t)
	address, name := r.links.New("by", r.links.Until(r.clock))
	link := strings.TrimPrefix(address, "https://redigera.example")
	_, page, _ := r.ask("GET", link+sprak, nil)
	form := fill(page, "bedomning", "on_track", "text", "Sju <nya> kom.")
	began := r.clock
	r.clock = began.AddDate(0, 0, 61)
	for _, method := range []string{"GET", "POST"} {
		status, said, _ := r.ask(method, link+sprak, form)
		if status != 404 || !strings.Contains(said, "Länken gäller inte") {
			t.Errorf("%s after its last day: %d", method, status)
		}
		if kept := strings.Contains(said, "Sju &lt;nya&gt; kom."); kept != (method == "POST") {
			t.Errorf("%s after its last day: what was typed is there: %v", method, kept)
		}
	}
	r.clock = began
	r.put(r.file, strings.Replace(settings, "key_file: key", "key_file: key, revoked: ["+name+"]", 1))
	for _, method := range []string{"GET", "POST"} {
		if status, _, _ := r.ask(method, link+sprak, form); status != 404 {
			t.Errorf("%s when it is revoked: %d", method, status)
		}
	}
	if n := len(r.proposals()); n != 0 {
		t.Errorf("%d proposals", n)
	}
}

// However a report is turned away, what was typed is in the page that comes.
func TestWhatWasTypedStays(t *testing.T) {
	r := newRoom(t)
	link := r.link("by")
	_, page, _ := r.ask("GET", link+sprak, nil)
	long := strings.Repeat("Ett långt ord. ", 9000)
	for at, want := range map[string]int{link + sprak: 422, link + "/2025/finns-inte": 404, link + "x" + sprak: 404} {
		status, said, _ := r.ask("POST", at, fill(page, "bedomning", "on_track", "text", long))
		if status != want || !strings.Contains(said, strings.TrimSpace(long)+"</textarea>") {
			t.Errorf("%s: %d, %d bytes", at, status, len(said))
		}
	}
}

// A report that cannot be saved is answered with all that was filled in, and that nothing is.
func TestUnsavedReportIsShown(t *testing.T) {
	r := newRoom(t)
	links := r.links
	d := &desk{Options: Options{Store: r.store, Now: func() time.Time { return r.clock }, Link: func(token string) (access.Person, bool) { return links.Read(token, r.clock) }}}
	form := url.Values{"bedomning": {"on_track"}, "text": {"Sju <nya> kom."}, "matt.deltagare.total": {"58"}, "matt.deltagare.women": {"41"}, "matt.andel.total": {"62,5 %"}}
	for _, c := range []struct {
		err    error
		status int
		says   string
	}{
		{errFull, http.StatusConflict, "Ingenting är sparat."},
		{errors.New("the disk is full"), http.StatusInternalServerError, "Rapporten är inte sparad"},
	} {
		mux := http.NewServeMux()
		mux.HandleFunc("POST "+access.ReportPath+"{token}/{plan}/{name}", d.entered(func(*visit) error { return c.err }))
		for _, form := range []url.Values{form, {"bedomning": form["bedomning"], "matt.deltagare.total": form["matt.deltagare.total"]}} {
			q := httptest.NewRequest(http.MethodPost, r.link("by")+sprak, strings.NewReader(form.Encode()))
			q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			w := httptest.NewRecorder()
			mux.ServeHTTP(w, q)
			want := "Enligt plan\nDeltagare, totalt: 58\n"
			if form.Has("text") {
				want += "Deltagare, kvinnor: 41\nAndel i arbete: 62,5 %\nSju &lt;nya&gt; kom."
			}
			if said := w.Body.String(); w.Code != c.status || !strings.Contains(said, c.says) || !strings.Contains(said, "\n"+strings.TrimSpace(want)+"</textarea>") {
				t.Errorf("%d\n%s", w.Code, said)
			}
		}
	}
}

func TestInEnglish(t *testing.T) {
	r := newRoom(t)
	link := r.link("by")
	_, page, _ := r.ask("GET", link+sprak+"?sprak=en", nil)
	if !strings.Contains(page, `<html lang="en">`) || !strings.Contains(page, "How is it going?") || strings.Contains(page, "Hur går det") {
		t.Errorf("%s", page)
	}
	_, said, head := r.ask("POST", link+sprak+"?sprak=en", fill(page, "bedomning", "on_track", "text", "Well."))
	if head.Get("Location") != link+sprak+"?sprak=en" {
		t.Errorf("%s %s", head.Get("Location"), said)
	}
}
