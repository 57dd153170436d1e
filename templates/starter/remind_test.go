//go:build outside

package starter_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// tracker plays what the forges say about issues.
type tracker struct {
	issues []map[string]any
	calls  []string
	gitlab bool
	key    string
}

func (f *tracker) field() string {
	if f.gitlab {
		return "description"
	}
	return "body"
}

func (f *tracker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization")+r.Header.Get("PRIVATE-TOKEN") != f.key {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	answer := func(v any) { _ = json.NewEncoder(w).Encode(v) }
	switch {
	case strings.HasSuffix(r.URL.Path, "/user"):
		answer(map[string]any{"login": "samsyn-bot", "username": "samsyn-bot"})
		return
	case r.Method == http.MethodGet:
		page, _ := strconv.Atoi(r.URL.Query().Get("page"))
		newest := slices.Clone(f.issues)
		slices.Reverse(newest)
		from := min((page-1)*2, len(newest)) // pages of two
		answer(newest[from:min(from+2, len(newest))])
		return
	}
	f.calls = append(f.calls, r.Method+" "+r.URL.Path)
	var in map[string]any
	_ = json.NewDecoder(r.Body).Decode(&in)
	if r.Method == http.MethodPost {
		issue := map[string]any{"number": len(f.issues) + 1, "iid": len(f.issues) + 1, "state": "open", "user": map[string]any{"login": "samsyn-bot"}, "author": map[string]any{"username": "samsyn-bot"}}
		if f.gitlab {
			issue["state"] = "opened"
		}
		for k, v := range in {
			issue[k] = v
		}
		f.issues = append(f.issues, issue)
		answer(issue)
		return
	}
	n, _ := strconv.Atoi(r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:])
	issue := f.issues[n-1]
	for k, v := range in {
		switch {
		case k == "state_event", k == "state":
			issue["state"] = "closed"
		case k == f.field():
			issue[k] = strings.ReplaceAll(v.(string), "\n", "\r\n") // as some keep it
		default:
			issue[k] = v
		}
	}
	answer(issue)
}

func (f *tracker) states() string {
	var words []string
	for _, i := range f.issues {
		words = append(words, i["state"].(string))
	}
	return strings.Join(words, " ")
}

// One issue for each actor: made, renewed, closed; a second run changes nothing; one that
// a person closed stays closed until something new is due.
func TestRemind(t *testing.T) {
	if _, err := exec.LookPath("jq"); err != nil {
		t.Skip("jq is not installed; the runners of the forges have it, or install it")
	}
	for _, gitlab := range []bool{false, true} {
		t.Run(fmt.Sprintf("gitlab %v", gitlab), func(t *testing.T) { remindOn(t, &tracker{gitlab: gitlab}) })
	}
}

func remindOn(t *testing.T, f *tracker) {
	server := httptest.NewServer(f)
	defer server.Close()
	env := []string{"GITHUB_API_URL=" + server.URL, "GITHUB_REPOSITORY=lan/plan", "GITHUB_TOKEN=hemlig"}
	f.key = "token hemlig"
	opened := "open"
	if f.gitlab {
		env, f.key, opened = []string{"CI_API_V4_URL=" + server.URL, "CI_PROJECT_ID=7", "SAMSYN_GITLAB_TOKEN=hemlig"}, "hemlig", "opened"
	}
	// Somebody else's issue with the same mark, and an old one of ours in the way.
	f.issues = []map[string]any{{"number": 1, "iid": 1, "state": opened, f.field(): "<!-- samsyn: redovisning alvesta -->\nmin", "user": map[string]any{"login": "anna"}, "author": map[string]any{"username": "anna"}}}
	dir := t.TempDir()
	fake := filepath.Join(dir, "samsyn")
	script := "#!/bin/sh\ncase \"$*\" in *json*) cat \"" + dir + "/status.json\" ;; *) printf '## Läget\\n\\nLäget för %s\\n$(touch " + dir + "/run) `x` \"y\" \\\\n\\n' \"$5\"; cat \"" + dir + "/more\" ;; esac\n"
	if err := os.WriteFile(fake, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	status := func(items ...string) {
		var list []string
		for _, i := range items {
			list = append(list, `{"initiative":"2026/`+i+`","due":"2026-06-30","state":"overdue"}`)
		}
		write("status.json", `{"actors":[{"id":"alvesta","name":"Alvesta \"kommun\"","items":[`+strings.Join(list, ",")+`]},{"id":"vaxjo","name":"Växjö","items":[{"initiative":"2026/x","due":"2026-12-31","state":"upcoming"}]}],"duties":[{"id":"host","actor":"vaxjo","due":"2026-10","state":"reported"}]}`)
	}
	run := func(want string) {
		t.Helper()
		f.calls = nil
		words := strings.Fields(cmp.Or(os.Getenv("SH_UNDER_TEST"), "sh"))
		cmd := exec.Command(words[0], append(words[1:], "files/.samsyn/remind.sh")...)
		cmd.Env = append(append(os.Environ(), env...), "SAMSYN="+fake)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if got := strings.TrimSpace(strings.Join(f.calls, ",")); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Fatalf("calls %q, want %q; %s", got, want, out)
		}
	}
	write("more", "")
	update := "PATCH"
	if f.gitlab {
		update = "PUT"
	}
	status("a")
	run("POST")
	if text := f.issues[1][f.field()].(string); !strings.HasPrefix(text, "<!-- samsyn: redovisning alvesta -->\n<!-- samsyn: 2026/a@2026-06-30 -->") || !strings.Contains(text, "`x` \"y\" \\n") || f.issues[1]["title"] != `Att redovisa: Alvesta "kommun"` {
		t.Errorf("the issue is %q", f.issues[1])
	}
	run("")
	write("more", "Nytt")
	run(update)
	run("")
	f.issues[1]["state"] = "closed" // by a person
	run("")
	status("a", "b")
	run("POST")
	status()
	run(update)
	if got := f.states(); got != opened+" closed closed" {
		t.Errorf("the issues are %s", got)
	}
	run("")
	if _, err := os.Stat(filepath.Join(dir, "run")); err == nil {
		t.Error("what the content says was run")
	}
}
