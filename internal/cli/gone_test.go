package cli_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"samsyn/internal/cli"
	"samsyn/internal/console"
)

// A folder that was removed under the user's feet has no path: what is told names no empty
// one.
func TestWorkingFolderIsGone(t *testing.T) {
	for lang, want := range map[string]string{"sv": "mappen som du står i finns inte längre", "en": "the folder that you are in is no longer there"} {
		var told bytes.Buffer
		w := console.World{Stdout: &told, Stderr: &told, ConfigDir: t.TempDir(), Getenv: func(string) string { return "" }, Now: time.Now}
		if status := cli.Main([]string{"--lang", lang, "validate"}, w); status != 2 || !strings.Contains(told.String(), want) {
			t.Errorf("status %d: %s", status, told.String())
		}
	}
}
