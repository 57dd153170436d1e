//go:build outside

package starter_test

import (
	"archive/tar"
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// program is what is fetched in the place of samsyn.
const program = "#!/bin/sh\necho the program\n"

// fetched runs fetch-tool.sh with settings and a token in a repository of its own, with
// more files in it, and gives what the program says that it left.
func fetched(t *testing.T, settings, token string, files map[string]string) (says string, err error) {
	t.Helper()
	dir := t.TempDir()
	script, err := os.ReadFile("files/.samsyn/fetch-tool.sh")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{".samsyn/fetch-tool.sh": string(script), ".samsyn/tool.env": settings}
	for name, data := range files {
		all[name] = data
	}
	for name, data := range all {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	shell := strings.Fields(cmp.Or(os.Getenv("SH_UNDER_TEST"), "sh"))
	cmd := exec.Command(shell[0], append(shell[1:], filepath.Join(dir, ".samsyn/fetch-tool.sh"))...)
	cmd.Env = append(os.Environ(), "SAMSYN_TOOL_TOKEN="+token)
	if said, err := cmd.CombinedOutput(); err != nil {
		if _, there := os.Stat(filepath.Join(dir, ".samsyn/bin/samsyn")); there == nil {
			t.Errorf("it failed and left a program: %s", said)
		}
		return string(said), err
	}
	left, err := os.ReadDir(filepath.Join(dir, ".samsyn/bin"))
	if err != nil || len(left) != 1 {
		t.Errorf("it left %v, %v", left, err)
	}
	out, err := exec.Command(filepath.Join(dir, ".samsyn/bin/samsyn")).CombinedOutput()
	return string(out), err
}

func sum(data string) string {
	is := sha256.Sum256([]byte(data))
	return hex.EncodeToString(is[:])
}

// archive is a release's: a folder with the program and more in it.
func archive(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	packed := gzip.NewWriter(&b)
	w := tar.NewWriter(packed)
	for name, data := range map[string]string{"samsyn-1.0.0-linux-amd64/samsyn": program, "samsyn-1.0.0-linux-amd64/LICENSES.txt": "free"} {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o755, Size: int64(len(data)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFetchesTheProgram(t *testing.T) {
	packed := archive(t)
	elsewhere := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t.Errorf("%s was asked for with %q", r.URL, r.Header.Get("Authorization"))
	}))
	defer elsewhere.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("Authorization")
		switch {
		case r.URL.Path == "/private.tar.gz" && token != "Bearer s3cret", r.URL.Path != "/private.tar.gz" && token != "":
			http.Error(w, "who are you?", http.StatusUnauthorized)
		case strings.HasSuffix(r.URL.Path, ".tar.gz"):
			fmt.Fprint(w, packed)
		case r.URL.Path == "/plain":
			http.Redirect(w, r, "/samsyn", http.StatusFound)
		case r.URL.Path == "/insecure":
			http.Redirect(w, r, strings.Replace(elsewhere.URL, "https", "http", 1), http.StatusFound)
		default:
			fmt.Fprint(w, program)
		}
	}))
	defer server.Close()
	for _, c := range []struct {
		what, settings, token string
		files                 map[string]string
		says                  string // "" where nothing is to be used
	}{
		{"a program", "SAMSYN_URL='" + server.URL + "/samsyn'\nSAMSYN_SHA256='" + sum(program) + "'", "", nil, "the program\n"},
		{"an archive", "SAMSYN_URL='" + server.URL + "/a.tar.gz'\nSAMSYN_SHA256='" + sum(packed) + "'", "", nil, "the program\n"},
		{"an archive with a token", "SAMSYN_URL='" + server.URL + "/private.tar.gz'\nSAMSYN_SHA256='" + sum(packed) + "'", "s3cret", nil, "the program\n"},
		{"the same without", "SAMSYN_URL='" + server.URL + "/private.tar.gz'\nSAMSYN_SHA256='" + sum(packed) + "'", "", nil, ""},
		{"another checksum", "SAMSYN_URL='" + server.URL + "/samsyn'\nSAMSYN_SHA256='" + sum("x") + "'", "", nil, ""},
		{"no checksum", "SAMSYN_URL='" + server.URL + "/samsyn'", "", nil, ""},
		{"a way that leads to http", "SAMSYN_URL='" + server.URL + "/insecure'\nSAMSYN_SHA256='" + sum("") + "'", "", nil, ""},
		{"an archive in the repository", "SAMSYN_FILE='.samsyn/tool/a.tar.gz'\nSAMSYN_SHA256='" + sum(packed) + "'", "", map[string]string{".samsyn/tool/a.tar.gz": packed}, "the program\n"},
		{"one that was changed there", "SAMSYN_FILE='.samsyn/tool/a.tar.gz'\nSAMSYN_SHA256='" + sum(packed) + "'", "", map[string]string{".samsyn/tool/a.tar.gz": packed + "x"}, ""},
		{"nothing told", "SAMSYN_URL=''\nSAMSYN_SHA256=''", "", nil, ""},
	} {
		says, err := fetched(t, c.settings, c.token, c.files)
		if c.says != "" && (err != nil || says != c.says) {
			t.Errorf("%s: %v, %s", c.what, err, says)
		}
		if c.says == "" && (err == nil || strings.TrimSpace(says) == "") {
			t.Errorf("%s: it passes, or says nothing: %v, %s", c.what, err, says)
		}
		if c.token != "" && strings.Contains(says, c.token) {
			t.Errorf("%s: the token is told: %s", c.what, says)
		}
	}
}

// A mirror is built at the commit that is told, and at no other.
func TestBuildsAMirror(t *testing.T) {
	mirror := t.TempDir()
	git := func(args ...string) string {
		cmd := exec.Command("git", append([]string{"-C", mirror, "-c", "user.name=A", "-c", "user.email=a@x.example"}, args...)...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %s", args, out)
		}
		return strings.TrimSpace(string(out))
	}
	version := func(says string) {
		for name, data := range map[string]string{"go.mod": "module samsyn\n\ngo 1.21\n", "cmd/samsyn/main.go": "package main\n\nfunc main() { println(\"" + says + "\") }\n"} {
			at := filepath.Join(mirror, name)
			if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(at, []byte(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		git("add", ".")
		git("commit", "-q", "-m", says)
	}
	git("init", "-q", "-b", "main")
	version("first")
	first := git("rev-parse", "HEAD")
	git("tag", "v1.0.0")
	version("second")
	for _, c := range []struct{ revision, says string }{{first, "first\n"}, {"v1.0.0", "first\n"}, {"main", "second\n"}, {strings.Repeat("0", 40), ""}} {
		says, err := fetched(t, "SAMSYN_GIT='file://"+mirror+"'\nSAMSYN_REVISION='"+c.revision+"'", "", nil)
		if c.says != "" && (err != nil || says != c.says) || c.says == "" && err == nil {
			t.Errorf("%s: %v, %s", c.revision, err, says)
		}
	}
}
