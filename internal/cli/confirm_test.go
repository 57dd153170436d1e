package cli_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samsyn/internal/cli"
	"samsyn/internal/console"
)

// Where somebody is there to be asked, what is implausible is written only when they say so.
func TestReportAsks(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "examples", "storsjo"))); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "plans", "2025", "sprakvan.md")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		answer  string
		status  int
		written bool
	}{{"\n", 1, false}, {"n\n", 1, false}, {"", 1, false}, {"j\n", 0, true}} {
		var told bytes.Buffer
		status := cli.Main([]string{"report", "2025/sprakvan", "--date", "2026-03-01", "--text", "Tusen kom.", "--value", "deltagare=10000"}, console.World{
			Stdout: io.Discard, Stderr: &told, Stdin: strings.NewReader(test.answer), Dir: dir, ConfigDir: t.TempDir(),
			Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) },
		})
		after, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if status != test.status || bytes.Equal(before, after) == test.written || !strings.Contains(told.String(), "Skriva ändå?") {
			t.Errorf("answer %q: status %d, %s", test.answer, status, &told)
		}
	}
}
