package cli_test

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"samsyn/internal/cli"
	"samsyn/internal/console"
	"samsyn/internal/outfit"
	"samsyn/internal/safewrite"
)

// expansion is what the steps add where there is something to compare with.
var expansion = regexp.MustCompile(`\$\{BASE:\+[^}]*\}`)

// The checks that a new repository comes with call commands that there are, with
// flags that they take, and pass on the repository as it begins. What needs git
// or the network is left to those who run the steps as they stand.
func TestStarterChecksPass(t *testing.T) {
	dir := t.TempDir()
	files, err := outfit.Repository(outfit.New{Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	if err := safewrite.Create(dir, files); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if path.Base(f.Path) != "granska.yml" && f.Path != ".gitlab-ci.yml" {
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

// job is what a job of a CI file may do, on any of the forges.
type job struct {
	If          string
	Permissions map[string]string
	Steps       []struct {
		Name, Run string
		Env       map[string]string
	}
	Rules []struct{ If string }
}

// What runs for anybody's proposal may read and no more, and has no secret but the one that
// fetches the program, which no forge gives to copies. What may write is for proposals of
// the repository itself, or for what is in it already.
func TestStarterGivesForksNoKey(t *testing.T) {
	files, err := outfit.Repository(outfit.New{Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	open, guarded := 0, 0
	for _, f := range files {
		if !strings.HasPrefix(f.Path, ".github/workflows/") && !strings.HasPrefix(f.Path, ".forgejo/workflows/") {
			continue
		}
		var flow struct {
			On          map[string]any
			Permissions map[string]string
			Jobs        map[string]job
		}
		if err := yaml.Unmarshal(f.Data, &flow); err != nil {
			t.Fatal(err)
		}
		if flow.Permissions == nil || len(flow.Permissions) > 0 {
			t.Errorf("%s: a job that does not say what it may do may do %v", f.Path, flow.Permissions)
		}
		for trigger := range flow.On {
			if !slices.Contains([]string{"pull_request", "push", "schedule", "workflow_dispatch"}, trigger) {
				t.Errorf("%s: runs on %s", f.Path, trigger)
			}
		}
		if _, proposals := flow.On["pull_request"]; !proposals {
			continue
		}
		for name, j := range flow.Jobs {
			if strings.Contains(j.If, "github.event.pull_request.head.repo.full_name == github.repository") {
				guarded++
				continue
			}
			open++
			if len(j.Permissions) != 1 || j.Permissions["contents"] != "read" {
				t.Errorf("%s: %s runs for everybody and may %v", f.Path, name, j.Permissions)
			}
			for _, s := range j.Steps {
				for key, value := range s.Env {
					if strings.Contains(value, "secrets.") && key != "SAMSYN_TOOL_TOKEN" {
						t.Errorf("%s: %s runs for everybody and has %s", f.Path, name, key)
					}
				}
			}
		}
	}
	if open != 2 || guarded != 4 {
		t.Errorf("%d jobs are for everybody, %d for the repository's own proposals", open, guarded)
	}
}

// On GitLab a secret is there for every job of the project's own pipelines, and no job of
// others' copies: the jobs that use one ask whose the proposal is.
func TestStarterGivesForksNoKeyOnGitLab(t *testing.T) {
	files, err := outfit.Repository(outfit.New{Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(files, func(f safewrite.File) bool { return f.Path == ".gitlab-ci.yml" })
	var jobs map[string]yaml.Node
	if err := yaml.Unmarshal(files[at].Data, &jobs); err != nil {
		t.Fatal(err)
	}
	found := 0
	for name, node := range jobs {
		var j job
		if slices.Contains([]string{"stages", "default", "variables"}, name) {
			continue
		}
		if err := node.Decode(&j); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range j.Rules {
			if !strings.Contains(r.If, "merge_request_event") || name == "granska" {
				continue
			}
			found++
			if !strings.Contains(r.If, "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID") {
				t.Errorf("%s is for anybody's proposals: %s", name, r.If)
			}
		}
	}
	if found != 1 {
		t.Errorf("%d jobs comment", found)
	}
}
