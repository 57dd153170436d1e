package secret

import (
	"os"
	"path/filepath"
	"testing"
)

func TestNamesAreTheUsersOwn(t *testing.T) {
	config, other, content := t.TempDir(), t.TempDir(), t.TempDir()
	name := Name(config, content, "output", "a")
	if name == "" || name != Name(config, content, "output", "a") {
		t.Errorf("the name does not stay: %q", name)
	}
	if name == Name(config, content, "output", "b") || name == Name(config, content, "outputa") || name == Name(other, content, "output", "a") {
		t.Error("two things or two users have one name")
	}
	if got := Name("", content, "output", "a"); got != "" {
		t.Errorf("a user without a folder has the name %q", got)
	}
}

// Where the home folder is the clone, the content may bring a secret: it is never believed.
// The repository, which git brings nothing into, has one of its own; where there is no
// repository there is none.
func TestASecretThatCameWithTheContentIsNone(t *testing.T) {
	clone := t.TempDir()
	content, config := filepath.Join(clone, "content"), filepath.Join(clone, ".config")
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Join(clone, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(clone, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("content/samsyn.yaml", "")
	write(".config/samsyn/cache-secret", "planted")
	write(".git/description", "not a repository")
	planted := filepath.Join(t.TempDir(), "samsyn")
	if err := os.CopyFS(planted, os.DirFS(filepath.Join(config, "samsyn"))); err != nil {
		t.Fatal(err)
	}
	known := Name(filepath.Dir(planted), content, "output")
	if got := Name(config, content, "output"); got != "" || known == "" {
		t.Errorf("the name %q is made of what came with the content", got)
	}
	write(".git/HEAD", "ref: refs/heads/main\n")
	got := Name(config, content, "output")
	if got == "" || got == known || got != Name(config, content, "output") || got != Name("", content, "output") {
		t.Errorf("the name %q is not one of the repository", got)
	}
	if kept, err := os.ReadFile(filepath.Join(clone, ".git", "samsyn", "cache-secret")); err != nil || len(kept) < leastSecret {
		t.Errorf("the secret is %q, %v", kept, err)
	}
}

func TestASecretThatWasCutOffIsMadeAgain(t *testing.T) {
	config := t.TempDir()
	file := filepath.Join(config, "samsyn", "cache-secret")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	if Name(config, t.TempDir(), "output") == "" {
		t.Error("there is no name")
	}
	if kept, err := os.ReadFile(file); err != nil || len(kept) < leastSecret {
		t.Errorf("the secret is still %q, %v", kept, err)
	}
}
