package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"samsyn/internal/console"
)

// at runs init with answers, from a terminal or from a program, and gives its status and
// what it said.
func at(t *testing.T, dir, answers string, terminal bool, args ...string) (status int, said string) {
	t.Helper()
	var stderr bytes.Buffer
	w := console.World{
		Dir: dir, Input: strings.NewReader(answers), Stdout: io.Discard, Stderr: &stderr,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) },
	}
	if terminal {
		w.Stdin = w.Input
	}
	status = Main(append([]string{"--lang", "en", "init", "ny"}, args...), w)
	return status, stderr.String()
}

// Who sits at a terminal is asked for what no flag tells; an empty name of the county
// gives the example. Answers that end are empty ones.
func TestInitAsks(t *testing.T) {
	place := []string{"--forge", "none", "--base-url", "https://x.example/"}
	for _, c := range []struct {
		args            []string
		answers, exists string
		asked           []string
	}{
		{place, "Fjäll län\nRegion Fjäll, Karlshamns kommun\nArbete, Bostad\n", "agreement/areas/bostad.md", []string{"name", "parties", "areas"}},
		{place, "Fjäll län\nRegion Fjäll\n", "agreement/areas/omrade-1.md", []string{"name", "parties", "areas"}},
		{append([]string{"--county", "Fjäll", "--areas", "2"}, place...), "Region Fjäll\n", "agreement/areas/omrade-2.md", []string{"parties"}},
		{nil, "\n", "plans/2026/exempelinsats.md", []string{"name"}},
		{[]string{"--example"}, "Fjäll\n", "plans/2026/exempelinsats.md", nil},
		{nil, "Fjäll\nRegion Fjäll\n2\ngithub\nhttps://fjall.example\nhttps://git.example/samsyn.git\nv1.0.0\nn\ny\n", ".github/workflows/granska.yml", []string{"name", "parties", "areas", "forge", "address", "tool", "version", "token"}},
		{nil, "Fjäll\nRegion Fjäll\n\nnone\n\n\n", "agreement/areas/omrade-1.md", []string{"name", "parties", "areas", "forge", "address"}},
	} {
		dir := t.TempDir()
		status, said := at(t, dir, c.answers, true, c.args...)
		if status != console.OK {
			t.Errorf("%v: status %d: %s", c.args, status, said)
		}
		if _, err := os.Stat(filepath.Join(dir, "ny", c.exists)); err != nil {
			t.Errorf("%v, answered %q: %v", c.args, c.answers, err)
		}
		for name, words := range map[string]string{
			"name": "The county's name", "parties": "The parties with commas", "areas": "The areas with commas", "forge": "Where will the repository be",
			"address": "The site's address", "tool": "Where the checks are to get samsyn", "version": "The version, a tag", "token": "Is a token needed",
		} {
			want := 0
			for _, a := range c.asked {
				if a == name {
					want = 1
				}
			}
			if n := strings.Count(said, words); n != want {
				t.Errorf("%v: asked for the %s %d times, want %d: %s", c.args, name, n, want, said)
			}
		}
	}
}

// An answer that cannot be taken is asked for again, with the reason; what was told at
// last is what is written.
func TestInitAsksAgain(t *testing.T) {
	dir := t.TempDir()
	answers := strings.Join([]string{
		"Fjäll län", "", "Region Fjäll=ministry", "Region Fjäll", "0", "2", "sourcehut", "gitlab", "http://fjall.se", "https://fjall.se",
		"ftp://x/samsyn-1.0.0-linux-amd64.tar.gz", "https://x.example/samsyn-1.0.0-linux-amd64.tar.gz", "12", strings.Repeat("ab", 32), "y", "y", "",
	}, "\n")
	status, said := at(t, dir, answers, true)
	if status != console.OK {
		t.Fatalf("status %d: %s", status, said)
	}
	for _, why := range []string{"at least one party", "is no kind of party", "between 1 and 50", "must be one of: github", "begins with https://", "must be a folder that is there", "64 hexadecimal digits", "SAMSYN_TOOL_TOKEN", "This is going to be created"} {
		if !strings.Contains(said, why) {
			t.Errorf("it does not say %q: %s", why, said)
		}
	}
	env, err := os.ReadFile(filepath.Join(dir, "ny/.samsyn/tool.env"))
	if err != nil || !strings.Contains(string(env), "SAMSYN_URL='https://x.example/samsyn-1.0.0-linux-amd64.tar.gz'\nSAMSYN_SHA256='"+strings.Repeat("ab", 32)+"'") {
		t.Errorf("%v, %s", err, env)
	}
	config, err := os.ReadFile(filepath.Join(dir, "ny/samsyn.yaml"))
	if err != nil || !regexp.MustCompile(`(?m)^base_url: https://fjall\.se/$`).Match(config) {
		t.Errorf("%v, %s", err, config)
	}
}

// Without a terminal nobody is asked and nothing is read, unless --ask says that answers
// come; answers that end in the middle of what is needed are told of, and nothing is made.
func TestInitPiped(t *testing.T) {
	all := "Fjäll\nRegion Fjäll\n1\nnone\n\n"
	dir := t.TempDir()
	if status, said := at(t, dir, all, false); status != console.OK || strings.Contains(said, "The county's name") || !exists(dir, "ny/plans/2026/exempelinsats.md") {
		t.Errorf("without --ask: status %d: %s", status, said)
	}
	dir = t.TempDir()
	if status, said := at(t, dir, all, false, "--ask"); status != console.OK || !strings.Contains(said, "The county's name") || !exists(dir, "ny/agreement/areas/omrade-1.md") {
		t.Errorf("with --ask: status %d: %s", status, said)
	}
	for _, answers := range []string{"Fjäll\n", "Fjäll\nRegion Fjäll\n1\nsourcehut", "Fjäll\nRegion Fjäll\n1\nnone\n\nno\n"} {
		dir = t.TempDir()
		if status, said := at(t, dir, answers, false, "--ask"); status != console.Failed || exists(dir, "ny") {
			t.Errorf("%q: status %d: %s", answers, status, said)
		}
	}
}

func exists(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}
