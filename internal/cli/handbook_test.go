package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samsyn/docs"
	"samsyn/internal/cli"
	"samsyn/internal/console"
)

// What the handbook shows of a finding is what the program says, so that who compares
// the two is not led astray. The mistake is made in Kronoberg's content, as told there.
func TestHandbookShowsWhatIsSaid(t *testing.T) {
	const file, right, wrong = "plans/2025/handslaget-kronoberg.md", "to: 2026-08-31", "to: 31 augusti 2026"
	_, shown, _ := strings.Cut(docs.Handbook, "En anmärkning ser ut så här:\n\n```\n")
	shown, _, _ = strings.Cut(shown, "```")
	if !strings.HasPrefix(shown, file+":") {
		t.Fatalf("the handbook shows %q", shown)
	}
	dir := t.TempDir()
	for _, part := range []string{"agreement", "plans"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join("..", "..", part))); err != nil {
			t.Fatal(err)
		}
	}
	for name, change := range map[string][2]string{"samsyn.yaml": {}, file: {right, wrong}} {
		data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(data), change[0], change[1], 1)
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, told bytes.Buffer
	status := cli.Main([]string{"validate"}, console.World{
		Stdout: &out, Stderr: &told, Getenv: func(string) string { return "" }, Dir: dir, ConfigDir: t.TempDir(),
		Now: func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) },
	})
	if status != 1 || !strings.Contains(out.String(), shown) {
		t.Errorf("status %d, the handbook shows\n%s\nand it says\n%s%s", status, shown, &out, &told)
	}
}
