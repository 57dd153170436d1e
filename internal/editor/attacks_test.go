package editor

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samsyn/internal/editor/files"
	"samsyn/internal/form"
	"samsyn/internal/guard"
	"samsyn/internal/proposal"
)

// raw sends bytes as they are, with the browser's cookies, and gives the answer's.
func (r *room) raw(request string, body io.Reader) string {
	r.Helper()
	home, err := url.Parse(r.home)
	if err != nil {
		r.Fatal(err)
	}
	c, err := net.Dial("tcp", home.Host)
	if err != nil {
		r.Fatal(err)
	}
	defer c.Close()
	var cookies []string
	for _, k := range r.Jar.Cookies(home) {
		cookies = append(cookies, k.Name+"="+k.Value)
	}
	request = strings.NewReplacer("HOST", home.Host, "COOKIE", strings.Join(cookies, "; "), "\n", "\r\n").Replace(request)
	if _, err := io.WriteString(c, request+"\r\nConnection: close\r\n\r\n"); err != nil {
		r.Fatal(err)
	}
	_, _ = io.Copy(c, body) // the server may have hung up
	answer, _ := io.ReadAll(c)
	return string(answer)
}

// untouched holds that nothing has been saved, and nothing gone wrong.
func (r *room) untouched() {
	r.Helper()
	if got := git(r.TB, r.dir, "for-each-ref", "--format=%(refname)"); got != "refs/heads/main" {
		r.Errorf("there are references: %s", got)
	}
	if got := git(r.TB, r.dir, "status", "--porcelain"); got != "" {
		r.Errorf("the folder was written to: %s", got)
	}
	if r.log.Len() > 0 {
		r.Errorf("mishaps: %s", r.log)
	}
}

// No address leads out of the content, however it is written.
func TestPathsLeadNowhereElse(t *testing.T) {
	r := open(t, nil)
	secret := filepath.Join(t.TempDir(), "hemligt.md")
	if err := os.WriteFile(secret, []byte("---\ntitle: HEMLIGT\n---\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(r.dir, "plans/2026/lank.md")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Dir(secret), filepath.Join(r.dir, "plans/2099")); err != nil {
		t.Fatal(err)
	}
	git(t, r.dir, "add", "-A")
	git(t, r.dir, "commit", "-q", "-m", "Länkar")
	outside := strings.TrimPrefix(secret, "/")
	for _, place := range []string{"/fil/", "/bilaga/", "/visa/", "/forslag/", "/ny/", "/ny/initiative?i=", "/assets/", "/markdown/"} {
		for _, path := range []string{
			"../../../../../../../../" + outside, strings.Repeat("%2e%2e/", 12) + outside, strings.Repeat("..%2f", 12) + strings.ReplaceAll(outside, "/", "%2f"),
			"/" + outside, "%2f" + outside, strings.Repeat("..%5c", 9) + outside, "plans/2026/lank.md", "plans/2099/hemligt.md", "plans/2026/../../.git/config",
			".git/config", "%2egit/config", ".GIT/config", ".git%2fHEAD", "HEAD", "plans%00/2026", "samsyn.yaml%00", "samsyn.yaml/", "con", strings.Repeat("a/", 2000), "%ff%fe", "-x", "--help", "$(id)", "`id`",
		} {
			answer := r.raw("GET "+place+path+" HTTP/1.1\nHost: HOST\nCookie: COOKIE", http.NoBody)
			if strings.Contains(answer, "HEMLIGT") || strings.Contains(answer, "repositoryformatversion") || strings.Contains(answer, "ref: refs/") {
				t.Errorf("%s%s leads out of the content:\n%s", place, path, answer)
			}
			if strings.HasPrefix(answer, "HTTP/1.1 5") || answer == "" {
				t.Errorf("%s%s: %.200s", place, path, answer)
			}
		}
	}
	r.untouched()
}

// What a request says of itself in headers changes nothing.
func TestHeadersChangeNothing(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "title", "Hackat", "words", "x", "do", "save", "_method", "DELETE")
	body := form.Encode()
	post := func(more string) string {
		return r.raw(fmt.Sprintf("POST /fil/%s HTTP/1.1\nCookie: COOKIE\nContent-Type: application/x-www-form-urlencoded\nContent-Length: %d\n%s", initiative, len(body), more), strings.NewReader(body))
	}
	for name, c := range map[string]struct{ answer, want string }{
		"another host":           {post("Host: evil.example"), "421"},
		"an address in the line": {r.raw("GET http://evil.example/innehall HTTP/1.1\nHost: HOST\nCookie: COOKIE", http.NoBody), "421"},
		"two hosts":              {post("Host: HOST\nHost: evil.example"), "400"},
		"no host":                {post("X: y"), "400"},
		"no origin":              {post("Host: HOST\nOrigin: null"), "403"},
		"another origin":         {post("Host: HOST\nOrigin: https://evil.example"), "403"},
		"another site":           {post("Host: HOST\nSec-Fetch-Site: cross-site"), "403"},
		"a method over another":  {r.raw("GET /fil/"+initiative+"?"+body+" HTTP/1.1\nHost: HOST\nCookie: COOKIE\nX-HTTP-Method-Override: POST", http.NoBody), "200"},
		"a body with GET":        {r.raw(fmt.Sprintf("GET /fil/%s HTTP/1.1\nHost: HOST\nCookie: COOKIE\nContent-Type: application/x-www-form-urlencoded\nContent-Length: %d", initiative, len(body)), strings.NewReader(body)), "200"},
		"DELETE":                 {r.raw("DELETE /fil/"+initiative+" HTTP/1.1\nHost: HOST\nCookie: COOKIE", http.NoBody), "400"},
		"TRACE":                  {r.raw("TRACE / HTTP/1.1\nHost: HOST\nCookie: COOKIE", http.NoBody), "400"},
		"two lengths":            {post("Host: HOST\nContent-Length: 5"), "400"},
		"a long header":          {r.raw("GET / HTTP/1.1\nHost: HOST\nX: "+strings.Repeat("x", 2<<20), http.NoBody), "431"},
	} {
		if !strings.HasPrefix(c.answer, "HTTP/1.1 "+c.want) {
			t.Errorf("%s: %.300s", name, c.answer)
		}
		if strings.Contains(c.answer, `value="Hackat"`) || strings.Contains(c.answer, "<h1>Hackat") {
			t.Errorf("%s: it was taken", name)
		}
	}
	for _, more := range []string{"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Original-URL: /forslag", "X-Rewrite-URL: /forslag", "Forwarded: host=evil.example"} {
		answer := r.raw("GET /innehall HTTP/1.1\nHost: HOST\nCookie: COOKIE\n"+more, http.NoBody)
		if strings.Contains(answer, "evil.example") || !strings.Contains(answer, "<title>Innehåll") {
			t.Errorf("%s: %.200s", more, answer)
		}
	}
	r.untouched()
}

// Whatever a form says is a proposal, a version or a row is none but where it is one.
func TestNamesOfAForm(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "title", "Hackat", "do", "anyway")
	for _, bad := range []string{"main", "../main", "../../heads/main", "refs/heads/main", "-f", "--upload-pack=id", "2026-03-02-x;id", "2026-03-02-x\nid", "2026-03-02-x/../main", "2026-03-02-å", strings.Repeat("a", 5000), "HEAD", "@{u}", "\x00"} {
		if p := r.send("/fil/"+initiative, set(clone(form), "into", bad)); p.status != http.StatusNotFound {
			t.Errorf("into %q: %d", bad, p.status)
		}
		if p := r.get("/forslag/" + url.PathEscape(bad)); p.status != http.StatusNotFound {
			t.Errorf("the address of %q: %d", bad, p.status)
		}
		if p := r.send("/fil/"+initiative, set(clone(form), "words", "x", "from", bad)); p.status != http.StatusBadRequest {
			t.Errorf("from %q: %d", bad, p.status)
		}
	}
	for _, from := range []string{strings.Repeat("0", 40), git(t, r.dir, "rev-parse", "HEAD^{tree}"), git(t, r.dir, "rev-parse", "HEAD")[:8], ""} {
		if p := r.send("/fil/"+initiative, set(clone(form), "words", "x", "from", from)); p.status != http.StatusBadRequest {
			t.Errorf("from %q: %d", from, p.status)
		}
	}
	r.untouched()
}

// A form that is nothing but large is refused before it is held in memory.
func TestLargeForms(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()) // nobody else leaves anything there
	r := open(t, nil)
	for name, c := range map[string]struct{ kind, body, want string }{
		"a long text":   {"application/x-www-form-urlencoded", "title=" + strings.Repeat("x", guard.MostForm+1), "413"},
		"many fields":   {"application/x-www-form-urlencoded", strings.Repeat("a=1&", guard.MostForm/4+1), "413"},
		"many parts":    {"multipart/form-data; boundary=x", strings.Repeat("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n", 30_000) + "--x--", "413"},
		"parts in part": {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n" + strings.Repeat("--y\r\n\r\n", 1000) + "\r\n--x--", "403"},
		"a long head":   {"multipart/form-data; boundary=x", "--x\r\nX: " + strings.Repeat("y", 11<<20) + "\r\n\r\n\r\n--x--", "413"},
		"no end":        {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1", "400"},
		"another kind":  {"application/json", "{}", "400"},
	} {
		answer := r.raw(fmt.Sprintf("POST /fil/%s HTTP/1.1\nHost: HOST\nCookie: COOKIE\nContent-Type: %s\nContent-Length: %d", initiative, c.kind, len(c.body)), strings.NewReader(c.body))
		if answer != "" && !strings.HasPrefix(answer, "HTTP/1.1 "+c.want) { // it may have hung up
			t.Errorf("%s: %.120s", name, answer)
		}
	}
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "multipart-*")); err != nil || len(left) > 0 {
		t.Errorf("files are left: %v, %v", left, err)
	}
	r.untouched()
}

// A file lies beside the text that it was sent for, whatever it is called where it comes from.
func TestNamesOfFiles(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "words", "Filer", "do", "save")
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	for name, all := range form {
		for _, v := range all {
			if err := m.WriteField(name, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, name := range []string{"../../../.git/hooks/post-commit.txt", `..\..\samsyn.yaml.txt`, "/etc/cron.d/x.txt", "x.md", "x.yaml", ".git.txt", "con.txt", "a\r\nSet-Cookie: b.txt", "x.svg", "x.html"} {
		h := textproto.MIMEHeader{"Content-Disposition": {mime(name)}, "Content-Type": {"text/plain"}}
		part, err := m.CreatePart(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, "<script>alert(1)</script> "+name); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	q, err := http.NewRequestWithContext(t.Context(), http.MethodPost, r.home+"/fil/"+initiative, &body)
	if err != nil {
		t.Fatal(err)
	}
	q.Header.Set("Content-Type", m.FormDataContentType())
	if p := r.answer(q); p.status >= 500 {
		t.Errorf("%d %s", p.status, p.words())
	}
	for _, name := range strings.Fields(git(t, r.dir, "log", "--branches", "--not", "main", "--format=", "--name-only")) {
		if !strings.HasPrefix(name, "plans/2026/") || strings.ContainsAny(name, "\\\r\n") || !strings.HasSuffix(name, ".txt") && name != initiative {
			t.Errorf("%q was written", name)
		}
	}
	if got := git(t, r.dir, "status", "--porcelain"); got != "" {
		t.Errorf("the folder was written to: %s", got)
	}
}

func mime(name string) string {
	return `form-data; name="` + files.Sent + form.Body + `"; filename="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r\n", "%0d%0a").Replace(name) + `"`
}

// A line of the log is one line, whatever it tells of, and an answer's head has no line of
// a visitor's.
func TestNobodyWritesTheLog(t *testing.T) {
	r := open(t, nil)
	at := r.begun("Prov")
	r.server.Opt.Send = func(context.Context, *proposal.Proposal, proposal.Person) (*proposal.Sent, error) {
		return nil, errors.New("no\nsamsyn: GET /: allt är bra\x1b[2J\u202e")
	}
	r.send(at, set(r.found(at).form(t), "do", "send")).says(t, "kunde inte skickas")
	if got := r.log.String(); strings.Count(got, "\n") != 1 || strings.ContainsAny(got, "\x1b\u202e") {
		t.Errorf("the log is %q", got)
	}
	for _, path := range []string{"/innehall?sprak=sv%0d%0aSet-Cookie:%20a=b", "/%0d%0aSet-Cookie:%20a=b", "/fil/a%0d%0aSet-Cookie:%20a=b", "/logga-in?till=%0d%0aSet-Cookie:%20a=b"} {
		answer := r.raw("GET "+path+" HTTP/1.1\nHost: HOST\nCookie: COOKIE", http.NoBody)
		head, _, _ := strings.Cut(answer, "\r\n\r\n")
		if strings.Contains(head, "\nSet-Cookie: a=b") {
			t.Errorf("%s: %s", path, head)
		}
	}
}

// Every answer is dressed, also those that refuse.
func TestEveryRefusalIsDressed(t *testing.T) {
	r := open(t, nil)
	stranger := *r
	stranger.Client = http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, p := range []page{r.get("/"), r.get("/finns-inte"), r.get("/assets/finns-inte"), r.get("/visa/finns-inte"), r.send("/fil/"+initiative, nil), stranger.get("/"), stranger.get("//evil.example/%2f.."), stranger.get("/in/fel"), r.get("/visa/")} {
		if p.header.Get("Content-Security-Policy") != guard.Policy || p.header.Get("X-Content-Type-Options") != "nosniff" || strings.Contains(p.header.Get("Location"), "evil") && !strings.HasPrefix(p.header.Get("Location"), "/evil") {
			t.Errorf("%d %s: %v", p.status, p.address, p.header)
		}
	}
}
