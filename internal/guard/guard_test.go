package guard

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// page answers with its token, and says of a form that it has been read.
var page = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		_, _ = io.WriteString(w, "read "+r.PostForm.Get("text"))
		return
	}
	_, _ = io.WriteString(w, Token(r))
})

// browser keeps cookies, as one does.
type browser struct {
	t       *testing.T
	handler http.Handler
	cookies map[string]string
}

func open(t *testing.T, opt Options) browser {
	g := New(opt)
	return browser{t, g.Before(g.Forms(page)), map[string]string{}}
}

func (b browser) send(method, path string, body io.Reader, headers ...string) *httptest.ResponseRecorder {
	b.t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8081"+path, body)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for n := 0; n < len(headers); n += 2 {
		r.Header.Set(headers[n], headers[n+1])
		if headers[n] == "Host" {
			r.Host = headers[n+1]
		}
	}
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		b.cookies[c.Name] = c.Value
	}
	return w
}

func (b browser) post(values url.Values, headers ...string) int {
	b.t.Helper()
	return b.send(http.MethodPost, "/", strings.NewReader(values.Encode()), headers...).Code
}

func (b browser) token() string {
	b.t.Helper()
	return b.send(http.MethodGet, "/", nil).Body.String()
}

func form(token string) url.Values { return url.Values{TokenField: {token}, "text": {"hej"}} }

func TestAFormOfOursIsLetThrough(t *testing.T) {
	b := open(t, Options{})
	token := b.token()
	if len(token) < 40 {
		t.Fatalf("the token is %q", token)
	}
	for _, headers := range [][]string{nil, {"Sec-Fetch-Site", "same-origin"}, {"Origin", "http://127.0.0.1:8081"}, {"Sec-Fetch-Site", "none"}} {
		if got := b.send(http.MethodPost, "/", strings.NewReader(form(token).Encode()), headers...); got.Code != http.StatusOK || got.Body.String() != "read hej" {
			t.Errorf("%v: %d %q", headers, got.Code, got.Body)
		}
	}
}

func TestStrangersAreNotLetThrough(t *testing.T) {
	b := open(t, Options{})
	token := b.token()
	other := open(t, Options{}).token()
	for name, c := range map[string]struct {
		values  url.Values
		headers []string
		want    int
	}{
		"another host":               {form(token), []string{"Host", "evil.example"}, 421},
		"a host that begins alike":   {form(token), []string{"Host", "127.0.0.1.evil.example"}, 421},
		"a host that ends alike":     {form(token), []string{"Host", "evil-localhost"}, 421},
		"an address of a network":    {form(token), []string{"Host", "192.168.1.4:8081"}, 421},
		"no host":                    {form(token), []string{"Host", ""}, 421},
		"another origin":             {form(token), []string{"Origin", "https://evil.example"}, 403},
		"another port":               {form(token), []string{"Origin", "http://127.0.0.1:9999"}, 403},
		"no origin that can be told": {form(token), []string{"Origin", "null"}, 403},
		"another site":               {form(token), []string{"Sec-Fetch-Site", "cross-site"}, 403},
		"the same site":              {form(token), []string{"Sec-Fetch-Site", "same-site"}, 403},
		"no token":                   {url.Values{"text": {"hej"}}, nil, 403},
		"an empty token":             {form(""), nil, 403},
		"another's token":            {form(other), nil, 403},
		"JSON":                       {form(token), []string{"Content-Type", "application/json"}, 400},
		"text":                       {form(token), []string{"Content-Type", "text/plain"}, 400},
		"no kind":                    {form(token), []string{"Content-Type", ""}, 400},
	} {
		if got := b.post(c.values, c.headers...); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	if got := b.send(http.MethodPost, "/?"+TokenField+"="+token, strings.NewReader("text=hej")).Code; got != 403 {
		t.Errorf("a token in the address: %d", got)
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch, "PROPFIND"} {
		if got := b.send(method, "/", nil).Code; got != 400 {
			t.Errorf("%s: %d", method, got)
		}
	}
	clear(b.cookies)
	if got := b.post(form(token)); got != 403 {
		t.Errorf("a token without its cookie: %d", got)
	}
}

func TestLargeBodiesAreNotRead(t *testing.T) {
	b := open(t, Options{})
	values := form(b.token())
	values.Set("text", strings.Repeat("x", MostForm))
	if got := b.post(values); got != http.StatusRequestEntityTooLarge {
		t.Errorf("a form: %d", got)
	}
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	part, err := m.CreateFormFile("file", "a.png")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(make([]byte, MostUpload)); err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if got := b.send(http.MethodPost, "/", &body, "Content-Type", m.FormDataContentType()).Code; got != http.StatusRequestEntityTooLarge {
		t.Errorf("a file: %d", got)
	}
	if got := b.send(http.MethodPost, "/", strings.NewReader("--x\r\nrubbish"), "Content-Type", "multipart/form-data; boundary=x").Code; got != http.StatusBadRequest {
		t.Errorf("half a form: %d", got)
	}
}

// A page of a long list has thousands of fields: all of them come, or none.
func TestManyFields(t *testing.T) {
	b := open(t, Options{})
	token := b.token()
	for fields, want := range map[int]int{9000: http.StatusOK, 20_000: http.StatusRequestEntityTooLarge} {
		var body bytes.Buffer
		m := multipart.NewWriter(&body)
		if err := m.WriteField(TokenField, token); err != nil {
			t.Fatal(err)
		}
		for n := range fields {
			if err := m.WriteField("values["+strconv.Itoa(n)+"].women", "12"); err != nil {
				t.Fatal(err)
			}
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		if got := b.send(http.MethodPost, "/", &body, "Content-Type", m.FormDataContentType()).Code; got != want {
			t.Errorf("%d fields: %d, want %d", fields, got, want)
		}
	}
}

func TestManyRequestsAreTooMany(t *testing.T) {
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	b := open(t, Options{Now: func() time.Time { return now }})
	for n := range mostMinute + 1 {
		want := http.StatusOK
		if n == mostMinute {
			want = http.StatusTooManyRequests
		}
		if got := b.send(http.MethodGet, "/", nil).Code; got != want {
			t.Fatalf("request %d: %d", n+1, got)
		}
	}
	if got := b.send(http.MethodGet, "/", nil, "X-Forwarded-For", "198.51.100.7").Code; got != http.StatusTooManyRequests {
		t.Errorf("a header of the visitor's own is believed: %d", got)
	}
	now = now.Add(time.Minute)
	token := b.token()
	for n := range mostWrites + 1 {
		if got := b.post(form(token)); (got == http.StatusOK) != (n < mostWrites) {
			t.Fatalf("form %d: %d", n+1, got)
		}
	}
}

func TestEveryAnswerIsDressed(t *testing.T) {
	for _, https := range []bool{false, true} {
		b := open(t, Options{HTTPS: https, Hosts: []string{"samsyn.example"}, Port: "8081"})
		for host, code := range map[string]int{"samsyn.example": 200, "SAMSYN.example:443": 200, "127.0.0.1": 421} {
			w := b.send(http.MethodGet, "/", nil, "Host", host)
			h := w.Result().Header
			if w.Code != code || h.Get("Content-Security-Policy") != Policy || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" || (h.Get("Strict-Transport-Security") != "") != https {
				t.Errorf("%s, https %v: %d %v", host, https, w.Code, h)
			}
		}
		clear(b.cookies)
		w := b.send(http.MethodGet, "/", nil, "Host", "samsyn.example")
		set := w.Result().Header.Get("Set-Cookie")
		want := map[bool]string{false: `^samsyn-form8081=[A-Z2-7]{26}; Path=/; HttpOnly; SameSite=Strict$`, true: `^__Host-samsyn-form=[A-Z2-7]{26}; Path=/; HttpOnly; Secure; SameSite=Strict$`}[https]
		if !regexp.MustCompile(want).MatchString(set) {
			t.Errorf("https %v: the cookie is %q", https, set)
		}
	}
	if regexp.MustCompile(`unsafe|\*|data:|https?:`).MatchString(Policy) {
		t.Error("a lax policy:", Policy)
	}
}

func TestTheSecretLetsIn(t *testing.T) {
	g := New(Options{Port: "8081"})
	l := NewLocal(g)
	b := browser{t, g.Before(l.Before(g.Forms(page))), map[string]string{}}
	for _, path := range []string{"/", enter, enter + "x", l.Path() + "x", l.Path() + "/", strings.ToUpper(l.Path())} {
		if w := b.send(http.MethodGet, path, nil); w.Code != http.StatusForbidden || len(b.cookies) > 0 {
			t.Errorf("%s: %d %v", path, w.Code, b.cookies)
		}
	}
	b.cookies["samsyn-session8081"] = "chosen-by-somebody-else"
	if w := b.send(http.MethodGet, "/", nil); w.Code != http.StatusForbidden {
		t.Errorf("a session of one's own making: %d", w.Code)
	}
	w := b.send(http.MethodGet, l.Path(), nil)
	if w.Code != http.StatusSeeOther || w.Result().Header.Get("Location") != "/" || b.cookies["samsyn-session8081"] == "chosen-by-somebody-else" {
		t.Fatalf("the secret: %d %v", w.Code, w.Result().Header)
	}
	if token := b.token(); b.post(form(token)) != http.StatusOK {
		t.Error("who has been let in cannot send a form")
	}
	for range mostSessions {
		clear(b.cookies)
		w = b.send(http.MethodGet, l.Path(), nil)
	}
	if w.Code != http.StatusTooManyRequests {
		t.Errorf("sessions without an end: %d", w.Code)
	}
}

// A body that a stranger sends is not even read.
func TestStrangersBodiesAreNotRead(t *testing.T) {
	g := New(Options{})
	b := browser{t, g.Before(NewLocal(g).Before(g.Forms(page))), map[string]string{}}
	if got := b.send(http.MethodPost, "/", failing{t}).Code; got != http.StatusForbidden {
		t.Errorf("%d", got)
	}
}

type failing struct{ t *testing.T }

func (f failing) Read([]byte) (int, error) {
	f.t.Error("the body is read")
	return 0, io.EOF
}

// What is being answered when the server is told to stop is answered to its end.
func TestServeEndsInOrder(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(ctx, listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			stop()
			_, _ = io.WriteString(w, "saved")
		}))
	}()
	answer, err := http.Get("http://" + listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err := io.ReadAll(answer.Body); err != nil || string(body) != "saved" {
		t.Errorf("%q, %v", body, err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// A form of our own from before the server was started anew may be shown again, and sent
// once more; one that another page sent, or of which nobody tells whose it is, may not.
func TestAFormFromBeforeMayBeSentAgain(t *testing.T) {
	var again string
	refuse := func(w http.ResponseWriter, r *http.Request, why Why) {
		again = Token(r)
		w.WriteHeader(why.Status())
	}
	old := open(t, Options{}).token()
	g := New(Options{Refuse: refuse})
	local := NewLocal(g)
	for name, handler := range map[string]http.Handler{"a token": g.Before(g.Forms(page)), "the secret": g.Before(local.Before(g.Forms(page)))} {
		b := browser{t, handler, map[string]string{}}
		for headers, may := range map[[2]string]bool{
			{"Origin", "http://127.0.0.1:8081"}: true, {"Sec-Fetch-Site", "same-origin"}: true,
			{"Origin", "https://evil.example"}: false, {"Origin", "null"}: false, {"Sec-Fetch-Site", "cross-site"}: false, {"Sec-Fetch-Site", "none"}: false, {"X", ""}: false,
		} {
			if again = ""; b.post(form(old), headers[:]...) != http.StatusForbidden || (again != "") != may {
				t.Errorf("%s, %v: the token is %q", name, headers, again)
			}
		}
		b.post(form(old), "Origin", "http://127.0.0.1:8081")
		if name == "the secret" {
			b.send(http.MethodGet, local.Path(), nil)
		}
		if got := b.post(form(again), "Origin", "http://127.0.0.1:8081"); got != http.StatusOK {
			t.Errorf("%s: sent again: %d", name, got)
		}
		clear(b.cookies)
		if got := b.post(form(again), "Origin", "http://127.0.0.1:8081"); got != http.StatusForbidden {
			t.Errorf("%s: another's browser: %d", name, got)
		}
	}
}

// Requests are counted for people, and for addresses where nobody has signed in.
func TestWhomRequestsAreCountedFor(t *testing.T) {
	person := func(r *http.Request) string { return r.Header.Get("X-Test-Person") }
	lan := []netip.Prefix{netip.MustParsePrefix("10.1.0.0/16")}
	for _, c := range []struct {
		opt           Options
		from, headers string // name=value, by commas of their own
		want          string
	}{
		{Options{}, "192.0.2.1:9", "X-Forwarded-For=198.51.100.7", "192.0.2.1"},
		{Options{HTTPS: true}, "192.0.2.1:9", "X-Forwarded-For=198.51.100.7", "192.0.2.1"},
		{Options{HTTPS: true}, "127.0.0.1:9", "X-Forwarded-For=198.51.100.7", "198.51.100.7"},
		{Options{HTTPS: true}, "127.0.0.1:9", "X-Forwarded-For=6.6.6.6, 198.51.100.7", "198.51.100.7"},
		{Options{HTTPS: true}, "127.0.0.1:9", "X-Forwarded-For=6.6.6.6;X-Forwarded-For=198.51.100.7", "198.51.100.7"},
		{Options{HTTPS: true}, "[::1]:9", "X-Forwarded-For=198.51.100.7", "198.51.100.7"},
		{Options{HTTPS: true}, "127.0.0.1:9", "X-Forwarded-For=rubbish", "127.0.0.1"},
		{Options{HTTPS: true}, "127.0.0.1:9", "", "127.0.0.1"},
		{Options{HTTPS: true, Proxies: lan}, "127.0.0.1:9", "X-Forwarded-For=198.51.100.7", "127.0.0.1"},
		{Options{HTTPS: true, Proxies: lan}, "10.1.2.3:9", "X-Forwarded-For=198.51.100.7, 10.1.9.9", "198.51.100.7"},
		{Options{HTTPS: true, Proxies: lan}, "[::ffff:10.1.2.3]:9", "X-Forwarded-For=::ffff:198.51.100.7", "198.51.100.7"},
		{Options{HTTPS: true}, "127.0.0.1:9", "X-Forwarded-For=2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
		{Options{}, "[2001:db8:1:2::9%eth0]:9", "", "2001:db8:1:2::/64"},
		{Options{Person: person}, "192.0.2.1:9", "X-Test-Person=kim@lan.example", "person kim@lan.example"},
		{Options{Person: person}, "192.0.2.1:9", "", "192.0.2.1"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.from
		for h := range strings.SplitSeq(c.headers, ";") {
			if name, value, is := strings.Cut(h, "="); is {
				r.Header.Add(name, value)
			}
		}
		if got := New(c.opt).from(r); got != c.want {
			t.Errorf("%s %s: counted for %q, want %q", c.from, c.headers, got, c.want)
		}
	}
}

// A browser keeps no page where others may sit down at it.
func TestWhatBrowsersKeep(t *testing.T) {
	for want, opt := range map[string]Options{"no-cache": {}, "no-store": {Person: func(*http.Request) string { return "anna" }}} {
		if got := open(t, opt).send(http.MethodGet, "/", nil).Header().Get("Cache-Control"); got != want {
			t.Errorf("Cache-Control: %s, want %s", got, want)
		}
	}
}

// A hundred people behind one address do not stand in each other's way, and whoever comes
// from everywhere does not make the server forget.
func TestManyBehindOneAddress(t *testing.T) {
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	b := open(t, Options{Now: func() time.Time { return now }, Person: func(r *http.Request) string { return r.Header.Get("X-Test-Person") }})
	for n := range 3 * mostMinute {
		if got := b.send(http.MethodGet, "/", nil, "X-Test-Person", "p"+strconv.Itoa(n%100)).Code; got != http.StatusOK {
			t.Fatalf("request %d: %d", n, got)
		}
	}
	for range mostMinute {
		b.send(http.MethodGet, "/", nil, "X-Test-Person", "greedy")
	}
	rate := newRates(func() time.Time { return now })
	rate.allow("greedy", 1)
	allowed := 0
	for n := range 2 * mostVisitors {
		if rate.allow("x"+strconv.Itoa(n), 1) {
			allowed++
		}
	}
	if rate.allow("greedy", 1) || allowed > mostVisitors || len(rate.seen) > mostVisitors+1 {
		t.Errorf("%d were let through, %d are counted", allowed, len(rate.seen))
	}
}
