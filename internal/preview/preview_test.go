package preview

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"samsyn/internal/project"
	"samsyn/internal/publish"
)

// newServer serves the small repository of the scripts from a folder of its own.
func newServer(t *testing.T) *Server {
	t.Helper()
	dir := t.TempDir()
	base, err := txtar.ParseFile("../cli/testdata/content.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range base.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := project.Open(dir, project.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	s := New(Options{
		Publish: publish.Options{Drafts: true, WithoutPDFs: true, OnDemand: true},
		Dir:     dir, Project: p, Lang: "sv", Log: io.Discard,
	})
	s.Rebuild(context.Background())
	return s
}

func get(s *Server, host, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = host
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestServeShowsPagesAndPDFs(t *testing.T) {
	s := newServer(t)
	if w := get(s, "127.0.0.1:8080", "/"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), scriptPath) {
		t.Errorf("start page: %d", w.Code)
	}
	if w := get(s, "localhost", "/overenskommelse.pdf"); w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "%PDF-") {
		t.Errorf("PDF: %d", w.Code)
	}
	// The page of the documents leads to the PDFs, which are made as one asks.
	if page := get(s, "localhost", "/documents.html").Body.String(); !strings.Contains(page, `href="overenskommelse.pdf"`) || strings.Contains(page, "har inte byggts") {
		t.Errorf("the page of documents does not lead to the PDFs:\n%s", page)
	}
	for _, path := range []string{"/no-such.html", "/no-such.pdf", "/../samsyn.yaml", "/samsyn.yaml"} {
		if w := get(s, "localhost", path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	// An address that leads nowhere shows what a web server will show there.
	for _, path := range []string{"/no-such.html", "/no-such"} {
		if w := get(s, "localhost", path); w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "finns inte") || !strings.Contains(w.Body.String(), scriptPath) {
			t.Errorf("%s: %d %s", path, w.Code, w.Body.String())
		}
	}
}

// The page for what is not there has its style, and its links lead on, also where the site will
// stand below a path of its web server.
func TestServeBelowAPath(t *testing.T) {
	s := newServer(t)
	file := filepath.Join(s.opt.Dir, "samsyn.yaml")
	settings, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, base := range []string{"https://samverkan.example/", "https://samverkan.example/lan/nord"} {
		if err := os.WriteFile(file, bytes.Replace(settings, []byte("https://samverkan.example/"), []byte(base), 1), 0o644); err != nil {
			t.Fatal(err)
		}
		s.Rebuild(context.Background())
		page := get(s, "localhost", "/a/b/no-such.html")
		if page.Code != http.StatusNotFound {
			t.Fatalf("%s: %d", base, page.Code)
		}
		style := regexp.MustCompile(`rel="stylesheet" href="([^"]*)"`).FindStringSubmatch(page.Body.String())
		links := regexp.MustCompile(`<a [^>]*href="(/[^"#]*)`).FindAllStringSubmatch(page.Body.String(), -1)
		if style == nil || len(links) < 3 {
			t.Fatalf("%s: %q %q", base, style, links)
		}
		for _, to := range append(links, style) {
			if w := get(s, "localhost", to[1]); w.Code != http.StatusOK || w.Body.Len() == 0 {
				t.Errorf("%s: %s: %d", base, to[1], w.Code)
			}
		}
		if w := get(s, "localhost", "/lan/nord/"+"overenskommelse.pdf"); (w.Code == http.StatusOK) != strings.HasSuffix(base, "/nord") {
			t.Errorf("%s: a PDF: %d", base, w.Code)
		}
	}
}

// Another site may point a name of its own at this machine.
func TestServeAnswersToItsOwnNameAlone(t *testing.T) {
	s := newServer(t)
	for host, want := range map[string]int{"127.0.0.1:8080": 200, "[::1]:8080": 200, "localhost:8080": 200, "evil.example": 403} {
		if w := get(s, host, "/index.html"); w.Code != want {
			t.Errorf("host %s: %d, want %d", host, w.Code, want)
		}
	}
}

func TestServeWatchesContentAlone(t *testing.T) {
	s := New(Options{Dir: filepath.FromSlash("/c")})
	for path, want := range map[string]bool{
		"samsyn.yaml": true, "samsyn.en.yaml": true, "agreement/areas/a.md": true, "plans/2026/bild.png": true,
		"public/index.html": false, ".public.samsyn-new-1/plans": false, "plans/.x.md.swp": false, "README.md": false, "../samsyn.yaml": false,
	} {
		if got := s.concerns(filepath.Join(s.opt.Dir, filepath.FromSlash(path))); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

func TestServeTellsErrorsAndKeepsTheLastSite(t *testing.T) {
	s := newServer(t)
	file := filepath.Join(s.opt.Dir, "plans", "2026", "sprak.md")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	hostile := strings.Replace(string(data), "owner: alvesta", `ownr: "</pre><script>alert(1)</script>"`, 1)
	if err := os.WriteFile(file, []byte(hostile), 0o644); err != nil {
		t.Fatal(err)
	}
	listening := s.changed
	s.Rebuild(context.Background())
	select {
	case <-listening:
	default:
		t.Error("the browsers were not told")
	}
	page := get(s, "localhost", "/index.html").Body.String()
	if !strings.Contains(page, "unknown-field") || !strings.Contains(page, "</html>") {
		t.Error("the page does not tell of the error, or is gone")
	}
	if strings.Contains(page, "<script>alert") {
		t.Error("content got into the page as markup")
	}
}
