//go:build outside

package starter_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// forge plays what the three forges say about comments: enough of their APIs to
// list, write and change them, with the pages and the refusals that they have.
type forge struct {
	mu       sync.Mutex
	comments []comment
	calls    []string // method and path of what changed something
	pages    bool     // it gives its comments a page at a time
	auth     [2]string
	escape   bool   // it writes < as \u003c
	ill      bool   // it changes nothing today
	name     string // of the one whose key it is
	mute     bool   // it does not tell whose key it is
	gitlab   bool
}

// by is an author as the forge tells of one.
func (f *forge) by(name string) (c comment) {
	if f.gitlab {
		c.Author = author{ID: 5, Body: "<!-- samsyn: andringar -->", Username: name}
	} else {
		c.User = author{ID: 5, Body: "<!-- samsyn: andringar -->", Login: name}
	}
	return c
}

type comment struct {
	ID     int    `json:"id"`
	Body   string `json:"body"`
	User   author `json:"user,omitzero"`   // GitHub, Gitea, Forgejo
	Author author `json:"author,omitzero"` // GitLab
}

type author struct {
	ID       int    `json:"id"`
	Body     string `json:"body"`
	Login    string `json:"login,omitempty"`
	Username string `json:"username,omitempty"`
}

func (f *forge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if r.Header.Get(f.auth[0]) != f.auth[1] {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if strings.HasSuffix(r.URL.Path, "/user") {
		f.whose(w)
		return
	}
	if r.Method == http.MethodGet {
		f.list(w, r)
		return
	}
	f.calls = append(f.calls, r.Method+" "+r.URL.Path)
	if f.ill {
		http.Error(w, "not today", http.StatusNotImplemented)
		return
	}
	var in struct{ Body string }
	data, err := io.ReadAll(r.Body)
	if err != nil || json.Unmarshal(data, &in) != nil || !utf8.Valid(data) {
		http.Error(w, "no JSON", http.StatusBadRequest)
		return
	}
	if r.Method == http.MethodPost {
		c := f.by(f.name)
		c.ID, c.Body = 1000+len(f.comments), in.Body
		f.comments = append(f.comments, c)
		w.WriteHeader(http.StatusCreated)
		return
	}
	for i := range f.comments {
		c := &f.comments[i]
		if strings.HasSuffix(r.URL.Path, fmt.Sprintf("/%d", c.ID)) {
			c.Body = in.Body
			return
		}
	}
	http.Error(w, "not yours", http.StatusForbidden)
}

// whose tells whose key it is.
func (f *forge) whose(w http.ResponseWriter) {
	if f.mute {
		http.Error(w, "not with this key", http.StatusForbidden)
		return
	}
	c := f.by(f.name)
	if err := json.NewEncoder(w).Encode(cmp.Or(c.User, c.Author)); err != nil {
		panic(err)
	}
}

func (f *forge) list(w http.ResponseWriter, r *http.Request) {
	shown := f.comments
	if f.pages {
		page := 0
		if _, err := fmt.Sscan(r.URL.Query().Get("page"), &page); err != nil || r.URL.Query().Get("per_page") != "100" {
			http.Error(w, "no page", http.StatusBadRequest)
			return
		}
		from := min((page-1)*100, len(shown))
		shown = shown[from:min(from+100, len(shown))]
	}
	if shown == nil {
		shown = []comment{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(f.escape)
	if err := e.Encode(shown); err != nil {
		panic(err)
	}
}

// others adds comments of other people's, some of them out to deceive. The key may
// change them all.
func (f *forge) others() {
	for i, body := range []string{
		"Bra!", `<!-- samsyn: andringar --> ett märke som jag har lånat`, `citat: <!-- samsyn: andringar -->`,
		`"id": 7, "body": "<!-- samsyn: andringar -->"`, `bakstreck \`, `\"},{"id":9,"body":"<!-- samsyn: andringar -->`, "",
	} {
		c := f.by([]string{"någon", f.name + `"`, `x\","login":"` + f.name}[i%3])
		c.ID, c.Body = 10+i, body
		f.comments = append(f.comments, c)
	}
}

func comments(t *testing.T, env []string, markdown string) (said string, err error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "andringar.md")
	if err := os.WriteFile(file, []byte(markdown), 0o600); err != nil {
		t.Fatal(err)
	}
	shell := os.Getenv("SH_UNDER_TEST") // such as "busybox sh"; sh where it is not given
	if shell == "" {
		shell = "sh"
	}
	words := append(strings.Fields(shell), "files/.samsyn/comment.sh", file)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "TMPDIR=" + t.TempDir()}, env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestComment(t *testing.T) {
	for _, f := range []struct {
		name, update string
		forge        *forge
		env          func(address string) []string
	}{
		{"GitHub", "PATCH /repos/o/r/issues/comments/", &forge{pages: true, name: "github-actions[bot]", mute: true, auth: [2]string{"Authorization", "token t0ken"}}, func(a string) []string {
			return []string{"GITHUB_API_URL=" + a, "GITHUB_REPOSITORY=o/r", "GITHUB_REF=refs/pull/12/merge", "GITHUB_TOKEN=t0ken"}
		}},
		{"Forgejo", "PATCH /api/v1/repos/o/r/issues/comments/", &forge{escape: true, name: "kansli", auth: [2]string{"Authorization", "token t0ken"}}, func(a string) []string {
			return []string{"GITHUB_API_URL=" + a + "/api/v1", "GITHUB_REPOSITORY=o/r", "GITHUB_REF=refs/pull/12/head", "GITHUB_TOKEN=t0ken", "FORGEJO_ACTIONS=true"}
		}},
		{"GitLab", "PUT /api/v4/projects/3/merge_requests/12/notes/", &forge{pages: true, escape: true, gitlab: true, name: "project_3_bot", auth: [2]string{"PRIVATE-TOKEN", "t0ken"}}, func(a string) []string {
			return []string{"CI_API_V4_URL=" + a + "/api/v4", "CI_PROJECT_ID=3", "CI_MERGE_REQUEST_IID=12", "SAMSYN_GITLAB_TOKEN=t0ken"}
		}},
	} {
		t.Run(f.name, func(t *testing.T) {
			server := httptest.NewServer(f.forge)
			defer server.Close()
			env := append(f.env(server.URL), "SAMSYN_PREVIEW_URL=https://forslag.example.org/{nummer}/")
			f.forge.others()
			for i := range 120 { // so that ours stands on the second page
				f.forge.comments = append(f.forge.comments, comment{ID: 100 + i, Body: "hej"})
			}
			others := len(f.forge.comments)

			const hostile = "- \"Låt\" $(touch /tmp/x) `touch y` 'a' \\n \\\\ %s ${HOME} \t\x01 å–ä”ö\n-- $& &amp; \\u0022}\n"
			const arrived = "- \"Låt\" $(touch /tmp/x) `touch y` 'a' \\n \\\\ %s ${HOME}    å–ä”ö\n-- $& &amp; \\u0022}\n"
			if said, err := comments(t, env, hostile); err != nil {
				t.Fatalf("%v: %s", err, said)
			}
			const head = "<!-- samsyn: andringar -->\n[Se hur det blir](https://forslag.example.org/12/)\n\n"
			if n := len(f.forge.comments); n != others+1 {
				t.Fatalf("%d comments were written", n-others)
			}
			ours := &f.forge.comments[others]
			if ours.Body != head+arrived {
				t.Errorf("got  %q\nwant %q", ours.Body, head+arrived)
			}

			f.forge.calls = nil
			if said, err := comments(t, env, "nytt\n"); err != nil {
				t.Fatalf("%v: %s", err, said)
			}
			if len(f.forge.comments) != others+1 || f.forge.comments[others].Body != head+"nytt\n" {
				t.Errorf("%d comments, ours: %q", len(f.forge.comments)-others, f.forge.comments[others].Body)
			}
			// The other one that bears the mark is somebody else's, and was left alone.
			if want := fmt.Sprint(f.update, ours.ID); len(f.forge.calls) != 1 || f.forge.calls[0] != want {
				t.Errorf("called %v, want %v", f.forge.calls, want)
			}

			// What is too long ends after a whole line, and says so.
			long := strings.Repeat("- å och ä och ö\n", 10_000)
			if said, err := comments(t, env, long); err != nil {
				t.Fatalf("%v: %s", err, said)
			}
			body := f.forge.comments[others].Body
			if utf8.RuneCountInString(body) > 65_536 || len(body) < 50_000 || !strings.HasSuffix(body, "- å och ä och ö\n\nDet är fler ändringar än som får plats här. Alla står i granskningens sammanfattning.\n") {
				t.Errorf("%d bytes, ending %q", len(body), body[max(0, len(body)-150):])
			}
		})
	}
}

func TestCommentRefuses(t *testing.T) {
	f := &forge{name: "kansli", auth: [2]string{"Authorization", "token t0ken"}}
	server := httptest.NewServer(f)
	defer server.Close()
	sound := []string{"GITHUB_API_URL=" + server.URL, "GITHUB_REPOSITORY=o/r", "GITHUB_REF=refs/pull/12/merge", "GITHUB_TOKEN=t0ken"}
	for _, c := range []struct{ name, env, said string }{
		{"no pull request", "GITHUB_REF=refs/heads/main", "inget att kommentera"},
		{"no token", "GITHUB_TOKEN=", "saknas"},
		{"wrong token", "GITHUB_TOKEN=other", "401"},
		{"a preview that is no address", "SAMSYN_PREVIEW_URL=javascript:alert", "https://"},
		{"a preview that breaks out", "SAMSYN_PREVIEW_URL=https://a) [b](https://c", "tecken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			said, err := comments(t, append(sound[:4:4], c.env), "text\n")
			if err == nil || !strings.Contains(said, c.said) || strings.Contains(said, "t0ken") {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
	if len(f.calls) > 0 {
		t.Errorf("called %v", f.calls)
	}
	// Without a preview there is no link to one, and an empty list has no comment.
	if said, err := comments(t, sound, "text\n"); err != nil || f.comments[0].Body != "<!-- samsyn: andringar -->\ntext\n" {
		t.Errorf("%v: %s: %+v", err, said, f.comments)
	} // A comment that is there and cannot be changed today is not written once more.
	f.ill, f.calls = true, nil
	if said, err := comments(t, sound, "text\n"); err == nil || !strings.Contains(said, "501") || len(f.calls) != 1 {
		t.Errorf("%v: %s: %v", err, said, f.calls)
	}
}
