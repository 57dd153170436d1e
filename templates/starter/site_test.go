//go:build outside

package starter_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// run runs a command in a folder, with more in its environment.
func run(t *testing.T, dir string, environ []string, command ...string) string {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), environ...)
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", command, err, said)
	}
	return string(said)
}

// script is the address of one of the starter's scripts.
func script(t *testing.T, name string) string {
	t.Helper()
	at, err := filepath.Abs("files/.samsyn/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	at := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

var somebody = []string{"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.org", "GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=ada@example.org"}

// The site and the previews that have a number come; a branch without one is passed over.
func TestFetchSite(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	put(t, from, "index.html", "hej")
	run(t, from, somebody, "sh", "-c", "git init -q -b pages . && git add . && git commit -q -m x && for b in 12 '' x; do git branch forhandsvisning-$b; done")
	for range 2 {
		run(t, to, nil, "sh", script(t, "fetch-site.sh"), from, to)
	}
	for name, want := range map[string]string{"webbplats": "hej", "forslag/12": "hej", "forslag/x": "", "forslag": ""} {
		if got, _ := os.ReadFile(filepath.Join(to, name, "index.html")); string(got) != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	run(t, from, nil, "git", "branch", "-D", "forhandsvisning-12")
	run(t, to, nil, "sh", script(t, "fetch-site.sh"), from, to)
	if _, err := os.Stat(filepath.Join(to, "forslag/12")); err == nil {
		t.Error("the preview of what has been decided is still there")
	}
}

// What is put up is the content's own files, and not what a link leads to on the computer.
func TestReleaseFollowsNoLink(t *testing.T) {
	dir, bin := t.TempDir(), t.TempDir()
	put(t, bin, "curl", "#!/bin/sh\ncat >/dev/null\nfor a; do\n  case $a in\n    attachment=@*) echo \"up ${a##*/}\" >> \"$UP\" ;;\n  esac\n  [ \"${before:-}\" != --output ] || [ \"$a\" = /dev/null ] || echo '{\"id\":1}' > \"$a\"\n  before=$a\ndone\n")
	put(t, dir, "signed/part.pdf", "pdf")
	put(t, dir, "public/overenskommelse.pdf", "pdf")
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "signed/link.pdf")); err != nil {
		t.Fatal(err)
	}
	run(t, dir, somebody, "sh", "-c", "git init -q -b main . && git add signed && git commit -q -m x && git tag -a -m x antagen-2027")
	list := filepath.Join(t.TempDir(), "up")
	run(t, dir, []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "UP=" + list, "CI_API_V4_URL=", "GITHUB_TOKEN=t", "GITHUB_API_URL=https://forge.example/api", "GITHUB_REPOSITORY=a/b"}, "sh", script(t, "release.sh"), "antagen-2027")
	up, err := os.ReadFile(list)
	if err != nil || !strings.Contains(string(up), "up undertecknad-part.pdf\n") || !strings.Contains(string(up), "up antagen-2027.bundle\n") || strings.Contains(string(up), "link") {
		t.Errorf("put up: %s %v", up, err)
	}
}
