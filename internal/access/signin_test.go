package access

import (
	"crypto/tls"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/oauth2-proxy/mockoidc"
)

// place is a server behind https, a provider that people sign in at, and a browser.
type place struct {
	t        *testing.T
	provider *mockoidc.MockOIDC
	server   *Server
	web      *httptest.Server
	file     string
	log      string
	mu       sync.Mutex
	clock    time.Time
}

const people = `people:
  - {id: Kim@lan.example, role: editor}
  - {id: bo@by.example, role: party, actors: [by]}
  - {id: chef@lan.example, role: reviewer}
  - {group: kansli, role: editor}
`

// somebody tells of themselves what a test wants, also what no provider would let them.
type somebody struct {
	*mockoidc.MockUser
	claims map[string]any
	forge  func(map[string]any)
}

func (s somebody) Claims(_ []string, base *mockoidc.IDTokenClaims) (jwt.Claims, error) {
	data, err := json.Marshal(base)
	if err != nil {
		return nil, err
	}
	all := jwt.MapClaims{}
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	for name, v := range s.claims {
		all[name] = v
	}
	if s.forge != nil {
		s.forge(all)
	}
	return all, nil
}

func (p *place) comes(claims map[string]any, forge func(map[string]any)) {
	p.provider.QueueUser(somebody{mockoidc.DefaultUser(), claims, forge})
}

func by(mail string) map[string]any {
	return map[string]any{"email": mail, "email_verified": true, "name": "Namn <x>\nRad"}
}

func newPlace(t *testing.T, settings string) *place {
	t.Helper()
	p := &place{t: t, clock: time.Now()}
	var err error
	if p.provider, err = mockoidc.Run(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.provider.Shutdown() })
	mux := http.NewServeMux()
	p.web = httptest.NewTLSServer(mux)
	t.Cleanup(p.web.Close)
	dir := t.TempDir()
	p.file, p.log = filepath.Join(dir, "server.yaml"), filepath.Join(dir, "acts.log")
	if err := os.WriteFile(filepath.Join(dir, "secret"), []byte(p.provider.ClientSecret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "key"), []byte(strings.Repeat("k", 40)), 0o600); err != nil {
		t.Fatal(err)
	}
	p.settle("address: " + p.web.URL + "\nsign_in: {issuer: \"" + p.provider.Issuer() + "\", client_id: \"" + p.provider.ClientID + "\", client_secret_file: secret}\n" +
		"links: {key_file: key}\nlog: acts.log\n" + settings)
	if p.server, err = Open(p.file); err != nil {
		t.Fatal(err)
	}
	p.server.now = func() time.Time {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.clock
	}
	p.server.Handle(mux)
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		who, is := p.server.Who(r)
		if !is {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_, _ = io.WriteString(w, r.URL.Path+" "+who.ID+" "+who.Name+" "+string(who.Role)+" "+strings.Join(who.Actors, ","))
	})
	return p
}

// settle writes the server's file, whose time always changes.
func (p *place) settle(settings string) {
	p.t.Helper()
	if err := os.WriteFile(p.file, []byte(settings), 0o600); err != nil {
		p.t.Fatal(err)
	}
	if err := os.Chtimes(p.file, time.Time{}, time.Unix(time.Now().Unix(), int64(len(settings)))); err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) later(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clock = p.clock.Add(d)
}

// browser is one that trusts the server's certificate and keeps cookies.
func (p *place) browser() *http.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		p.t.Fatal(err)
	}
	return &http.Client{Jar: jar, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} //nolint:gosec // a test's own certificate
}

// get is the status and the body of a page.
func (p *place) get(b *http.Client, path string) (int, string) {
	p.t.Helper()
	r, err := b.Get(p.web.URL + path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return r.StatusCode, string(body)
}

func TestSignIn(t *testing.T) {
	p := newPlace(t, people)
	for _, c := range []struct {
		name   string
		claims map[string]any
		forge  func(map[string]any)
		status int
		says   string
	}{
		{"an editor, whose address is written in other capitals", by("KIM@lan.example"), nil, 200, "/forslag KIM@lan.example Namn xRad editor "},
		{"somebody of a party", by("bo@by.example"), nil, 200, "/forslag bo@by.example Namn xRad party by"},
		{"somebody of a group", map[string]any{"email": "ny@lan.example", "email_verified": true, "groups": []string{"a", "kansli"}}, nil, 200, "/forslag ny@lan.example ny@lan.example editor "},
		{"somebody who is not listed", by("eve@evil.example"), nil, 403, "eve@evil.example"},
		{"a letter that looks like K", by("\u212aim@lan.example"), nil, 403, ""},
		{"an address that is not verified", map[string]any{"email": "kim@lan.example", "email_verified": false}, nil, 400, ""},
		{"an address of which nothing is said", map[string]any{"email": "kim@lan.example"}, nil, 400, ""},
		{"no address", map[string]any{}, nil, 400, ""},
		{"a list for an address", map[string]any{"email": []string{"kim@lan.example"}, "email_verified": true}, nil, 400, ""},
		{"another's nonce", by("kim@lan.example"), func(c map[string]any) { c["nonce"] = "x" }, 400, ""},
		{"no nonce", by("kim@lan.example"), func(c map[string]any) { delete(c, "nonce") }, 400, ""},
		{"for another client", by("kim@lan.example"), func(c map[string]any) { c["aud"] = []string{"other"} }, 400, ""},
		{"of another provider", by("kim@lan.example"), func(c map[string]any) { c["iss"] = "https://evil.example" }, 400, ""},
		{"too old", by("kim@lan.example"), func(c map[string]any) { c["exp"] = 1 }, 400, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p.comes(c.claims, c.forge)
			b := p.browser()
			status, said := p.get(b, "/logga-in?till=/forslag")
			if status != c.status || !strings.Contains(said, c.says) {
				t.Errorf("%d %q, want %d with %q", status, said, c.status, c.says)
			}
			if status, _ := p.get(b, "/forslag"); (status == 200) != (c.status == 200) {
				t.Errorf("%d afterwards", status)
			}
		})
	}
	log, err := os.ReadFile(p.log)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"who":"KIM@lan.example","role":"editor","act":"sign-in"}`, `"who":"eve@evil.example","role":"","act":"sign-in","refused":true}`} {
		if !strings.Contains(string(log), want) {
			t.Errorf("the log lacks %s:\n%s", want, log)
		}
	}
}

// What is brought back from the provider is good in the browser that was sent there, once.
func TestAnswersOfOthers(t *testing.T) {
	p := newPlace(t, people)
	mine := p.browser()
	mine.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if r.URL.Path == answerPath {
			return http.ErrUseLastResponse
		}
		return nil
	}
	answer := func() string {
		p.comes(by("kim@lan.example"), nil)
		r, err := mine.Get(p.web.URL + "/logga-in")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = r.Body.Close() }()
		u, err := url.Parse(r.Header.Get("Location"))
		if err != nil || u.Query().Get("code") == "" {
			t.Fatalf("%v %s", err, u)
		}
		return u.RequestURI()
	}
	first := answer()
	if status, _ := p.get(p.browser(), first); status != 400 {
		t.Errorf("another browser takes the answer: %d", status)
	}
	if status, _ := p.get(mine, strings.Replace(first, "state=", "state=x", 1)); status != 400 {
		t.Errorf("another state is taken: %d", status)
	}
	if status, _ := p.get(mine, first); status != 400 {
		t.Errorf("the answer is taken after one that did not hold: %d", status)
	}
	second := answer()
	mine.CheckRedirect = nil
	if status, _ := p.get(mine, second); status != 200 {
		t.Errorf("the true answer is not taken: %d", status)
	}
	if status, _ := p.get(mine, second); status != 400 {
		t.Errorf("an answer is taken twice: %d", status)
	}
	if status, _ := p.get(mine, answerPath+"?error=access_denied&state=x"); status != 400 {
		t.Errorf("a refusal: %d", status)
	}
}

func TestTheProviderHoldsTheCodeToTheBrowser(t *testing.T) {
	p := newPlace(t, people)
	var asked url.Values
	b := p.browser()
	b.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if r.URL.Query().Has("code_challenge") {
			asked = r.URL.Query()
			return http.ErrUseLastResponse
		}
		return nil
	}
	p.get(b, "/logga-in")
	if asked.Get("code_challenge_method") != "S256" || len(asked.Get("code_challenge")) != 43 || asked.Get("response_type") != "code" || asked.Get("nonce") == "" || asked.Get("state") == "" || asked.Get("redirect_uri") != p.web.URL+answerPath {
		t.Errorf("asked %v", asked)
	}
}

func TestSessionsEnd(t *testing.T) {
	p := newPlace(t, "sessions: {idle: 30m, longest: 2h}\n"+people)
	enter := func() *http.Client {
		b := p.browser()
		p.comes(by("kim@lan.example"), nil)
		if status, said := p.get(b, "/logga-in"); status != 200 {
			t.Fatalf("%d %s", status, said)
		}
		return b
	}
	in := func(b *http.Client) bool { status, _ := p.get(b, "/x"); return status == 200 }

	b := enter()
	for range 4 {
		p.later(29 * time.Minute)
		if !in(b) {
			t.Fatal("a session ends while it is used")
		}
	}
	p.later(5 * time.Minute)
	if in(b) {
		t.Error("a session is longer than the longest")
	}
	p.clock = time.Now()
	b = enter()
	p.later(31 * time.Minute)
	if in(b) {
		t.Error("a session that rests does not end")
	}
	p.clock = time.Now()
	b = enter()
	u, _ := url.Parse(p.web.URL)
	old := b.Jar.Cookies(u)
	r, err := b.Post(p.web.URL+"/logga-ut", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Body.Close()
	if in(b) {
		t.Error("who signed out is in")
	}
	b.Jar.SetCookies(u, old)
	if in(b) {
		t.Error("a cookie is good after signing out")
	}
	// Signing in again makes a session anew, whatever cookie was there, and ends the old.
	b = enter()
	before := b.Jar.Cookies(u)
	p.comes(by("kim@lan.example"), nil)
	p.get(b, "/logga-in")
	after := b.Jar.Cookies(u)
	if len(before) != 1 || len(after) != 1 || before[0].Value == after[0].Value {
		t.Fatalf("%v, then %v", before, after)
	}
	b.Jar.SetCookies(u, before)
	if in(b) {
		t.Error("the session before is still good")
	}
}

func TestCookies(t *testing.T) {
	p := newPlace(t, people)
	w := httptest.NewRecorder()
	p.server.start(w, httptest.NewRequest(http.MethodGet, p.web.URL+"/logga-in", nil))
	c := w.Result().Cookies()[0]
	if c.Name != "__Host-samsyn-start" || !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
		t.Errorf("%+v", c)
	}
}

// What somebody may do is what the server's file says at the request.
func TestTheFileCountsAtOnce(t *testing.T) {
	p := newPlace(t, people)
	b := p.browser()
	p.comes(by("kim@lan.example"), nil)
	p.get(b, "/logga-in")
	data, err := os.ReadFile(p.file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, file string
		status     int
		says       string
	}{
		{"another role", strings.Replace(string(data), "role: editor", "role: reviewer", 1), 200, "reviewer"},
		{"no longer listed", strings.Replace(string(data), "Kim@lan", "Kim2@lan", 1), 401, ""},
		{"a file with a mistake", string(data) + "x: 1\n", 401, ""},
		{"mended", string(data), 200, "editor"},
	} {
		p.settle(c.file)
		if status, said := p.get(b, "/x"); status != c.status || !strings.Contains(said, c.says) {
			t.Errorf("%s: %d %s", c.name, status, said)
		}
	}
	if err := os.Remove(p.file); err != nil {
		t.Fatal(err)
	}
	if status, _ := p.get(b, "/x"); status != 401 {
		t.Errorf("without the file: %d", status)
	}
	if status, _ := p.get(b, "/logga-in"); status != 503 {
		t.Errorf("signing in without the file: %d", status)
	}
}

func TestBackWithin(t *testing.T) {
	for path, want := range map[string]string{
		"/forslag?x=1": "/forslag?x=1", "": "/", "//evil.example": "/", "/\\evil.example": "/", "https://evil.example": "/",
		"/\t/evil.example": "/", "/a\r\nSet-Cookie: x": "/", "/å": "/", "/" + strings.Repeat("a", 600): "/",
	} {
		if got := within(path); got != want {
			t.Errorf("%q: %q", path, got)
		}
	}
}

func TestTheProviderIsAway(t *testing.T) {
	p := newPlace(t, people)
	if err := p.provider.Shutdown(); err != nil {
		t.Fatal(err)
	}
	if status, said := p.get(p.browser(), "/logga-in"); status != 502 || strings.Contains(said, p.provider.ClientSecret) {
		t.Errorf("%d %s", status, said)
	}
}

// Where people are named by something else than their address of mail, one that nobody has
// verified makes nobody's proposals theirs, and capitals count.
func TestAddressesThatNobodyHasVerified(t *testing.T) {
	s := &Server{address: "https://redigera.example:8443"}
	how := &Settings{SignIn: SignInSettings{Claim: "oid", GroupsClaim: "groups"}, People: []Entry{{ID: "Ab-1", Role: Party, Actors: []string{"by"}}}}
	seen := map[string]bool{}
	for _, c := range []struct {
		claims map[string]any
		email  string
	}{
		{map[string]any{"oid": "ab-1", "email": "bo@by.example"}, ""},
		{map[string]any{"oid": "Ab-1", "email": "kim@lan.example"}, ""},
		{map[string]any{"oid": "Ab-2", "email": "kim@lan.example", "email_verified": false}, ""},
		{map[string]any{"oid": "Ab-3", "email": "kim@lan.example", "email_verified": "nej"}, ""},
		{map[string]any{"oid": "a@b c\n<d>", "email": "kim@lan.example"}, ""},
		{map[string]any{"oid": "Ab-4", "email": "bo@by.example", "email_verified": true}, "bo@by.example"},
	} {
		one, err := known(how.SignIn, c.claims)
		if err != nil || one.email != c.email {
			t.Errorf("%v: %q, %v", c.claims, one.email, err)
		}
		mine := s.account(one.id)
		if seen[mine] || !regexp.MustCompile(`^konto\.[a-z0-9._-]+@redigera\.example$`).MatchString(mine) {
			t.Errorf("%v: called %q", c.claims, mine)
		}
		seen[mine] = true
		if _, listed := how.person(one.id, nil); listed != (one.id == "Ab-1") {
			t.Errorf("%q is listed: %v", one.id, listed)
		}
		p := Person{ID: one.id, Role: Party, Email: mine}
		if p.MayWhole(Send, []string{"kim@lan.example"}) || !p.MayWhole(Send, []string{mine}) {
			t.Errorf("%v: what is theirs is told by %q", c.claims, mine)
		}
	}
}

// Two servers on one computer, without https, do not take each other's cookies.
func TestCookiesOfAnotherPort(t *testing.T) {
	one, other := &Server{address: "http://127.0.0.1:8081"}, &Server{address: "http://127.0.0.1:8082"}
	if a, b := one.cookieName(sessionCookie), other.cookieName(sessionCookie); a == b {
		t.Errorf("both are called %q", a)
	}
}
