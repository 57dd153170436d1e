package source

import (
	"errors"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
)

// IsContent is true of exactly what is listed.
func TestIsContentIsWhatIsListed(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"samsyn.yaml", "samsyn.en.yaml", "samsyn.yml", "samsyn.en.yaml.md", "x/samsyn.yaml", "agreement/agreement.yaml", "agreement/a/b/c.png",
		"agreement/.hidden/x.md", "agreement/.x.md", "agreements/x.md", "plans/2025/x.md", "plans.md", "main.go", "docs/plans/x.md", ".git/config", "signed/x"} {
		files[name] = &fstest.MapFile{}
	}
	entries, err := FromFS(files).Entries()
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, e := range entries {
		listed[e.Path] = true
	}
	if len(listed) < 5 {
		t.Errorf("only %v is listed", listed)
	}
	for name := range files {
		if IsContent(name) != listed[name] {
			t.Errorf("%s is content: %v, and listed: %v", name, IsContent(name), listed[name])
		}
	}
	for _, name := range []string{"", "agreement/\xff.md", "agreement", "plans"} {
		if IsContent(name) {
			t.Errorf("%q is content", name)
		}
	}
}

// A folder that may not be looked into is told as that: a content may well lie there.
func TestFindTellsOfAClosedFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("everything is open to root")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	if _, err := Find(dir); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
}
