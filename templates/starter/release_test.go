//go:build outside

package starter_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shelf plays what the forges say about releases: what was put up, by its name, and what
// was said of it.
type shelf struct {
	key   string // what authorizes, as "Header: value"
	files map[string][]byte
	hosts []string // where files were sent to
	told  map[string]any
}

func (s *shelf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header, value, _ := strings.Cut(s.key, ": ")
	if r.Header.Get(header) != value {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	name := r.URL.Query().Get("name")
	switch {
	case r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/releases"):
		if err := json.NewDecoder(r.Body).Decode(&s.told); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
		fmt.Fprint(w, `{"id": 41}`)
		return
	case r.Method == http.MethodPut && strings.Contains(r.URL.Path, "/packages/generic/version/antagen-2027/"):
		name = r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:]
	case r.Method != http.MethodPost || !strings.HasSuffix(r.URL.Path, "/repos/o/r/releases/41/assets"):
		http.NotFound(w, r)
		return
	}
	body := io.Reader(r.Body)
	if f, _, err := r.FormFile("attachment"); err == nil {
		body = f
	}
	data, err := io.ReadAll(body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.files[name], s.hosts = data, append(s.hosts, r.Host)
}

// adopted is a repository with a tagged version, and what a build of it left in public.
// Beside what parties have signed lies what only looks so.
func adopted(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"samsyn.yaml": "title: x\n", "signed/överens kommelse&.pdf": "%PDF signed", "public/overenskommelse.pdf": "%PDF built", "secret": "hemligt",
	} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../secret", filepath.Join(dir, "signed", "lank.pdf")); err != nil {
		t.Fatal(err)
	}
	gitIn(t, dir, "init", "-q", "-b", "main")
	gitIn(t, dir, "add", "samsyn.yaml", "signed")
	gitIn(t, dir, "commit", "-q", "-m", "Antagen")
	gitIn(t, dir, "tag", "-a", "-m", "antagen-2027\n\nNy plan: \"Handlingsplan\" $(touch x).", "antagen-2027")
	return dir
}

func gitIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Ada", "-c", "user.email=ada@example.org"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v: %s", args, err, out)
	}
	return string(out)
}

// A version is put up whole, on each forge: what was built, what was signed, the repository.
func TestRelease(t *testing.T) {
	for _, command := range []string{"jq", "git", "curl"} {
		if _, err := exec.LookPath(command); err != nil {
			t.Skip(command + " is not installed")
		}
	}
	for _, forge := range []string{"GitHub", "Forgejo", "GitLab"} {
		t.Run(forge, func(t *testing.T) { releasedOn(t, forge) })
	}
}

func releasedOn(t *testing.T, forge string) {
	s := &shelf{key: "Authorization: token t0ken", files: map[string][]byte{}}
	server := httptest.NewTLSServer(s)
	defer server.Close()
	at := strings.TrimPrefix(server.URL, "https://")
	// Whatever curl asks for, it is answered here.
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, ".curlrc"), []byte("insecure\nconnect-to = \"::"+at+"\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env := map[string][]string{
		"GitHub":  {"GITHUB_API_URL=https://api.github.com", "GITHUB_REPOSITORY=o/r", "GITHUB_TOKEN=t0ken"},
		"Forgejo": {"GITHUB_API_URL=https://git.example.se/api/v1", "GITHUB_REPOSITORY=o/r", "GITHUB_TOKEN=t0ken"},
		"GitLab":  {"CI_API_V4_URL=https://gitlab.example.se/api/v4", "CI_PROJECT_ID=7", "CI_JOB_TOKEN=t0ken"},
	}[forge]
	host := map[string]string{"GitHub": "uploads.github.com", "Forgejo": "git.example.se", "GitLab": "gitlab.example.se"}[forge]
	if forge == "GitLab" {
		s.key = "JOB-TOKEN: t0ken"
	}
	script, err := filepath.Abs("files/.samsyn/release.sh")
	if err != nil {
		t.Fatal(err)
	}
	dir := adopted(t)
	cmd := exec.Command("sh", script, "antagen-2027")
	cmd.Dir = dir
	cmd.Env = append(env, "PATH="+os.Getenv("PATH"), "HOME="+home, "TMPDIR="+t.TempDir())
	if out, err := cmd.CombinedOutput(); err != nil || strings.Contains(string(out), "t0ken") {
		t.Fatalf("%v: %s", err, out)
	}
	var names []string
	for name := range s.files {
		names = append(names, name)
	}
	slices.Sort(names)
	want := []string{"SHA256SUMS", "antagen-2027.bundle", "overenskommelse.pdf", "undertecknad-överens kommelse&.pdf"}
	if !slices.Equal(names, want) || string(s.files[want[3]]) != "%PDF signed" || string(s.files[want[2]]) != "%PDF built" {
		t.Errorf("put up %q, want %q", names, want)
	}
	for _, h := range s.hosts {
		if h != host {
			t.Errorf("a file was sent to %s, not %s", h, host)
		}
	}
	said := fmt.Sprint(s.told["body"], s.told["description"])
	if s.told["tag_name"] != "antagen-2027" || !strings.Contains(said, "Ny plan: \"Handlingsplan\" $(touch x).") {
		t.Errorf("told %v", s.told)
	}
	if links := fmt.Sprint(s.told["assets"]); forge == "GitLab" && strings.Count(links, "/packages/generic/version/antagen-2027/") != len(want) {
		t.Errorf("the release leads to %s", links)
	}
	// Out of the bundle comes the version, with its tag as it was made.
	bundle := filepath.Join(t.TempDir(), "b.bundle")
	if err := os.WriteFile(bundle, s.files[want[1]], 0o600); err != nil {
		t.Fatal(err)
	}
	clone := filepath.Join(t.TempDir(), "clone")
	gitIn(t, dir, "clone", "-q", "-b", "antagen-2027", bundle, clone)
	if got, want := gitIn(t, clone, "rev-parse", "antagen-2027"), gitIn(t, dir, "rev-parse", "antagen-2027"); got != want {
		t.Errorf("the tag is %s, was %s", got, want)
	}
}
