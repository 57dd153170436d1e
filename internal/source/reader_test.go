package source

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A reader gives what the tree gives, whichever folder came before.
func TestReaderReadsAsTheTreeDoes(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"samsyn.yaml": "title: Prov\n", "agreement/a.md": "a\n", "plans/2025/x.md": "x\n", "plans/2025/y.md": strings.Repeat("y", 5000),
		"plans/2026/large.md": strings.Repeat("z", MaxSize+1),
	} {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte("hemligt\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"plans/2025/in.md": "../../agreement/a.md", "plans/2025/out.md": outside, "plans/2027": "2025"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	tree, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := tree.Reader()
	defer r.Close()
	for _, name := range []string{"plans/2025/x.md", "plans/2025/y.md", "samsyn.yaml", "agreement/a.md", "plans/2025/in.md", "plans/2025/out.md",
		"plans/2025/none.md", "plans/none/x.md", "plans/2027/x.md", "plans/2025", "plans/2026/large.md", "../x", "plans/2025/../2025/x.md", "plans/2025/x.md"} {
		want, wanted := tree.Read(name)
		got, err := r.Read(name)
		if string(got) != string(want) || (err == nil) != (wanted == nil) || errors.Is(err, ErrTooLarge) != errors.Is(wanted, ErrTooLarge) {
			t.Errorf("%s: %d bytes, %v; the tree gives %d, %v", name, len(got), err, len(want), wanted)
		}
	}
}
