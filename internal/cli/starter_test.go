package cli_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"samsyn/internal/cli"
	"samsyn/internal/console"
	"samsyn/internal/edit"
	"samsyn/internal/safewrite"
)

// expansion is what the steps add where there is something to compare with.
var expansion = regexp.MustCompile(`\$\{BASE:\+[^}]*\}`)

// The checks that a new repository comes with call commands that there are, with
// flags that they take, and pass on the repository as it begins. What needs git
// or the network is left to those who run the steps as they stand.
func TestStarterChecksPass(t *testing.T) {
	dir := t.TempDir()
	files, err := edit.Repository(edit.New{Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	if err := safewrite.Create(dir, files); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Path, ".yml") || strings.HasSuffix(f.Path, "/paminn.yml") {
			continue
		}
		calls := 0
		for _, line := range steps(t, f.Data) {
			args, is := strings.CutPrefix(line, ".samsyn/bin/samsyn ")
			if !is || strings.HasPrefix(args, "diff") {
				continue
			}
			calls++
			args, _, _ = strings.Cut(expansion.ReplaceAllString(args, ""), ">")
			var out, told bytes.Buffer
			status := cli.Main(strings.Fields(args), console.World{
				Stdout: &out, Stderr: &told, Getenv: func(string) string { return "" }, Dir: dir, ConfigDir: t.TempDir(),
				Now: func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) },
			})
			if status != 0 {
				t.Errorf("%s: samsyn %s: status %d\n%s%s", f.Path, args, status, &out, &told)
			}
		}
		if calls < 2 {
			t.Errorf("%s calls samsyn %d times", f.Path, calls)
		}
	}
}

// steps lists the command lines of a CI file.
func steps(t *testing.T, data []byte) []string {
	t.Helper()
	var file map[string]struct {
		Granska struct {
			Steps []struct{ Run string }
		}
		Script []string
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	top := root.Content[0]
	for i := 0; i < len(top.Content); i += 2 {
		if name := top.Content[i].Value; name != "jobs" && name != "granska" {
			top.Content[i+1] = &yaml.Node{Kind: yaml.MappingNode}
		}
	}
	if err := root.Decode(&file); err != nil {
		t.Fatal(err)
	}
	lines := file["granska"].Script
	for _, s := range file["jobs"].Granska.Steps {
		lines = append(lines, s.Run)
	}
	return lines
}

// What comments on a pull request has a key, so it never runs for other people's
// copies; what runs for them has none.
func TestStarterGivesForksNoKey(t *testing.T) {
	files, err := edit.Repository(edit.New{Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, f := range files {
		guard := "github.event.pull_request.head.repo.full_name == github.repository"
		if f.Path == ".gitlab-ci.yml" {
			guard = "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID"
		}
		if strings.HasSuffix(f.Path, "/paminn.yml") && strings.Contains(string(f.Data), "pull_request") {
			t.Errorf("%s: what writes issues runs for pull requests", f.Path)
		}
		if !strings.HasSuffix(f.Path, ".yml") || strings.HasSuffix(f.Path, "/paminn.yml") {
			continue
		}
		jobs, comments, cut := strings.Cut(string(f.Data), "kommentera:\n")
		if !cut {
			t.Errorf("%s does not comment", f.Path)
			continue
		}
		found++
		if !strings.Contains(comments, guard) || !strings.Contains(comments, "sh .samsyn/comment.sh") {
			t.Errorf("%s: the job that comments is for anybody", f.Path)
		}
		for line := range strings.Lines(jobs) {
			if code, _, _ := strings.Cut(line, "#"); strings.Contains(code, "TOKEN") || strings.Contains(code, "write") {
				t.Errorf("%s: what runs for everybody has a key: %s", f.Path, line)
			}
		}
		// The key is given to the step that comments, not to those before it.
		if before, _, _ := strings.Cut(comments, "Skriv kommentaren"); f.Path != ".gitlab-ci.yml" && strings.Contains(before, "GITHUB_TOKEN") {
			t.Errorf("%s: the whole job has the key", f.Path)
		}
	}
	if found != 3 {
		t.Errorf("%d forges comment", found)
	}
}
