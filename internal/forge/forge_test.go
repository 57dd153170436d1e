package forge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		remote string
		o      Options
		kind   Kind
		opens  string // where a person opens the request; "-" for no forge
	}{
		{remote: "https://github.com/region/avtal.git", kind: GitHub, opens: "https://github.com/region/avtal/compare/main...forslag/x?expand=1&title=Ny+insats"},
		{remote: "git@github.com:region/avtal.git", kind: GitHub, opens: "https://github.com/region/avtal/compare/main...forslag/x?expand=1&title=Ny+insats"},
		{remote: "ssh://git@gitlab.com:22/grupp/inne/avtal.git", kind: GitLab, opens: "https://gitlab.com/grupp/inne/avtal/-/merge_requests/new?merge_request%5Bsource_branch%5D=forslag%2Fx&merge_request%5Btarget_branch%5D=main&merge_request%5Btitle%5D=Ny+insats"},
		{remote: "https://user:secret@codeberg.org/region/avtal", kind: Gitea, opens: "https://codeberg.org/region/avtal/compare/main...forslag/x?expand=1&title=Ny+insats"},
		{remote: "http://127.0.0.1:3000/a/b", o: Options{Kind: Gitea}, kind: Gitea, opens: "http://127.0.0.1:3000/a/b/compare/main...forslag/x?expand=1&title=Ny+insats"},
		{remote: "git@git.example.org:a/b.git", o: Options{Kind: Gitea, Address: "https://git.example.org:8443/kod/"}, kind: Gitea, opens: "https://git.example.org:8443/kod/a/b/compare/main...forslag/x?expand=1&title=Ny+insats"},
		{remote: "https://git.example.org/a/b.git", opens: ""},
		{remote: "https://evil.example/a/b.git", o: Options{Kind: Gitea, Address: "https://git.example.org"}, opens: "-"},
		{remote: "/srv/git/avtal.git", opens: "-"}, {remote: "../avtal.git", opens: "-"}, {remote: `C:\avtal`, opens: "-"}, {remote: "file:///srv/a/b", opens: "-"}, {remote: "", opens: "-"},
		{remote: "ext::sh -c x", opens: "-"}, {remote: "https://github.com/a/../b", opens: "-"}, {remote: "https://github.com/a/b?c=d#e", kind: GitHub, opens: "https://github.com/a/b/compare/main...forslag/x?expand=1&title=Ny+insats"},
		{remote: "https://github.com/a", opens: "-"}, {remote: "https://github.com/a/b/c", opens: "-"},
	} {
		r, ok, err := Of(c.remote, c.o)
		if err != nil || ok != (c.opens != "-") {
			t.Errorf("%s: %v, %v", c.remote, ok, err)
			continue
		}
		if !ok {
			continue
		}
		if got := r.Compose(Request{Branch: "forslag/x", Into: "main", Title: "Ny insats"}); got != c.opens || r.Kind != c.kind {
			t.Errorf("%s: %s, %s", c.remote, r.Kind, got)
		}
	}
}

// A token does not go over the open net, and not to another host than it is for.
func TestWhereATokenGoes(t *testing.T) {
	for remote, goes := range map[string]bool{"https://github.com/a/b": true, "git@github.com:a/b": true, "http://github.com/a/b": false, "http://127.0.0.1:1/a/b": true} {
		r, _, err := Of(remote, Options{Kind: GitHub, Token: "hemligt"})
		if err != nil || r.HasToken() != goes {
			t.Errorf("%s: %v, %v", remote, r.HasToken(), err)
		}
	}
	if _, ok, _ := Of("https://github.com/a/b", Options{Token: "hemligt", Address: "https://git.example.org"}); ok {
		t.Error("a token for another host is sent")
	}
	for _, address := range []string{"git.example.org", "ftp://git.example.org", "https://a:b@git.example.org", "https://git.example.org/?x"} {
		if _, _, err := Of("https://git.example.org/a/b", Options{Address: address}); !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestFromEnvironment(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte("abc\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := FromEnvironment([]string{"SAMSYN_FORGE=Forgejo", "SAMSYN_FORGE_TOKEN_FILE=" + file})
	if err != nil || o != (Options{Kind: Gitea, Token: "abc"}) {
		t.Errorf("%+v, %v", o, err)
	}
	for _, environ := range []string{"SAMSYN_FORGE=svn", "SAMSYN_FORGE_TOKEN=a b", "SAMSYN_FORGE_TOKEN=a\nb", "SAMSYN_FORGE_TOKEN_FILE=" + file + "x"} {
		if _, err := FromEnvironment([]string{environ}); err == nil {
			t.Errorf("%q is taken", environ)
		}
	}
}

// fake is a forge with one repository, as each kind answers.
type fake struct {
	t      *testing.T
	kind   Kind
	pages  []map[string]any
	misses int // how often it does not know the branch yet
	asked  []string
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.asked = append(f.asked, r.Method+" "+r.URL.EscapedPath())
	key := map[Kind]string{GitHub: r.Header.Get("Authorization"), GitLab: r.Header.Get("PRIVATE-TOKEN"), Gitea: r.Header.Get("Authorization")}[f.kind]
	if !strings.HasSuffix(key, "hemligt") {
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintf(w, `{"message": "bad key %s"}`, key)
		return
	}
	prefix := map[Kind]string{GitHub: "/api/v3/repos/a/b/pulls", GitLab: "/api/v4/projects/a%2Fb/merge_requests", Gitea: "/api/v1/repos/a/b/pulls"}[f.kind]
	rest, is := strings.CutPrefix(r.URL.EscapedPath(), prefix)
	if !is {
		f.t.Errorf("asked %s %s", r.Method, r.URL)
		return
	}
	var sent map[string]any
	if r.Body != nil {
		_ = json.NewDecoder(r.Body).Decode(&sent)
	}
	switch {
	case r.Method == http.MethodGet && rest == "":
		list := f.pages
		if r.URL.Query().Get("page") != "" || f.kind == GitHub && r.URL.Query().Get("head") != "a:forslag/x" || f.kind == GitLab && r.URL.Query().Get("source_branch") != "forslag/x" {
			list = nil
		}
		if list == nil {
			list = []map[string]any{}
		}
		_ = json.NewEncoder(w).Encode(list)
	case r.Method == http.MethodPost && rest == "" && f.misses > 0:
		f.misses--
		w.WriteHeader(http.StatusNotFound)
	case r.Method == http.MethodPost && rest == "":
		p := map[string]any{"number": 7, "html_url": "https://forge.example/a/b/pulls/7", "body": sent["body"], "head": map[string]any{"ref": sent["head"]}, "base": map[string]any{"ref": sent["base"]}}
		if f.kind == GitLab {
			p = map[string]any{"iid": 7, "web_url": "https://forge.example/a/b/pulls/7", "description": sent["description"]}
		}
		f.pages = append(f.pages, p)
		_ = json.NewEncoder(w).Encode(p)
	case rest == "/7" && r.Method == map[Kind]string{GitHub: http.MethodPatch, GitLab: http.MethodPut, Gitea: http.MethodPatch}[f.kind]:
		for k, v := range sent {
			f.pages[len(f.pages)-1][k] = v
		}
		_ = json.NewEncoder(w).Encode(f.pages[0])
	default:
		f.t.Errorf("asked %s %s", r.Method, r.URL)
	}
}

// A branch that is sent twice has one request, whose text is ours where nobody else has
// written.
func TestOneRequestForABranch(t *testing.T) {
	for _, kind := range []Kind{GitHub, GitLab, Gitea} {
		f := &fake{t: t, kind: kind}
		if kind == Gitea {
			f.misses = 2
			f.pages = []map[string]any{{"number": 3, "html_url": "https://forge.example/3", "head": map[string]any{"ref": "forslag/x", "label": "annan:forslag/x"}, "base": map[string]any{"ref": "main"}}}
		}
		server := httptest.NewServer(f)
		defer server.Close()
		r, ok, err := Of(server.URL+"/a/b.git", Options{Kind: kind, Token: "hemligt"})
		if err != nil || !ok {
			t.Fatal(err)
		}
		client := &Client{Rest: func(time.Duration) {}}
		q := Request{Branch: "forslag/x", Into: "main", Title: "Ny", Text: "Ett"}
		for i, want := range []Opened{{"https://forge.example/a/b/pulls/7", 7, true}, {"https://forge.example/a/b/pulls/7", 7, false}} {
			o, err := client.Open(context.Background(), r, q)
			if err != nil || o != want {
				t.Fatalf("%s, %d: %+v, %v", kind, i, o, err)
			}
			last := f.pages[len(f.pages)-1]
			field := "body"
			if kind == GitLab {
				field = "description"
			}
			if text := fmt.Sprint(last[field]); !strings.Contains(text, q.Text) || i == 1 && !strings.HasPrefix(text, "Läs detta.\n") {
				t.Errorf("%s: the text is %q", kind, text)
			}
			last[field] = "Läs detta.\n" + fmt.Sprint(last[field])
			q.Text = "Två"
		}
		if posts := strings.Count(strings.Join(f.asked, "\n"), "POST"); posts != 1 && kind != Gitea || posts != 3 && kind == Gitea {
			t.Errorf("%s: %v", kind, f.asked)
		}
	}
}

// What a forge refuses is told in its words, without the token; and where it leads to
// another place nobody follows it.
func TestRefusals(t *testing.T) {
	server := httptest.NewServer(&fake{t: t, kind: Gitea})
	defer server.Close()
	r, _, _ := Of(server.URL+"/a/b.git", Options{Kind: Gitea, Token: "fel"})
	_, err := (&Client{}).Open(context.Background(), r, Request{})
	if refused := (*Refused)(nil); !errors.As(err, &refused) || refused.Status != 401 || refused.Said != "bad key token …" {
		t.Errorf("%v", err)
	}
	away := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { t.Errorf("asked with %v", r.Header) }))
	defer away.Close()
	leads := httptest.NewServer(http.RedirectHandler(away.URL, http.StatusFound))
	defer leads.Close()
	for _, kind := range []Kind{GitHub, GitLab, Gitea} {
		r, _, _ := Of(leads.URL+"/a/b.git", Options{Kind: kind, Token: "hemligt"})
		if _, err := (&Client{}).Open(context.Background(), r, Request{}); !errors.Is(err, errElsewhere) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// A forge of which nothing is known is asked what it is, without the token.
func TestGuess(t *testing.T) {
	for want, answer := range map[Kind]http.HandlerFunc{
		Gitea: func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, `{"version": "1.22.0"}`) },
		GitLab: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/api/v4/version" {
				http.NotFound(w, r)
				return
			}
			w.WriteHeader(http.StatusUnauthorized)
			fmt.Fprint(w, `{"message": "401 Unauthorized"}`)
		},
		"": func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<html>") },
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization")+r.Header.Get("PRIVATE-TOKEN") != "" {
				t.Error("the token is sent")
			}
			answer(w, r)
		}))
		defer server.Close()
		r, _, _ := Of(server.URL+"/a/b.git", Options{Token: "hemligt"})
		if got := (&Client{}).Guess(context.Background(), r); got.Kind != want {
			t.Errorf("%q is taken for %q", want, got.Kind)
		}
	}
}
