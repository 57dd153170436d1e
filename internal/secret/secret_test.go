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

func TestASecretThatCameWithTheContentIsNone(t *testing.T) {
	clone := t.TempDir()
	content := filepath.Join(clone, "content")
	for _, folder := range []string{filepath.Join(clone, ".git"), content} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if got := Name(filepath.Join(clone, ".config"), content, "output"); got != "" {
		t.Errorf("the name %q is made of what came with the content", got)
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
