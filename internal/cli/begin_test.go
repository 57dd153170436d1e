package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samsyn/internal/console"
)

// Who sits at a terminal is asked for what no flag tells; an empty name of the county
// gives the example.
func TestInitAsks(t *testing.T) {
	for _, c := range []struct {
		args            []string
		answers, exists string
		asked           int
	}{
		{nil, "Fjäll län\nRegion Fjäll, Karlshamns kommun\nArbete, Bostad\n", "agreement/areas/bostad.md", 3},
		{nil, "Fjäll län\nRegion Fjäll\n", "agreement/areas/omrade-1.md", 3},
		{[]string{"--county", "Fjäll", "--areas", "2"}, "Region Fjäll\n", "agreement/areas/omrade-2.md", 1},
		{nil, "\n", "plans/2026/exempelinsats.md", 1},
		{[]string{"--example"}, "Fjäll\n", "plans/2026/exempelinsats.md", 0},
	} {
		dir := t.TempDir()
		var said bytes.Buffer
		status := Main(append([]string{"init", "ny"}, c.args...), console.World{
			Dir: dir, Stdin: strings.NewReader(c.answers), Stdout: io.Discard, Stderr: &said,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) },
		})
		if status != ok {
			t.Errorf("%v: status %d: %s", c.args, status, &said)
		}
		if _, err := os.Stat(filepath.Join(dir, "ny", c.exists)); err != nil {
			t.Errorf("%v, answered %q: %v", c.args, c.answers, err)
		}
		if asked := strings.Count(said.String(), "): ") + strings.Count(said.String(), "kommun: "); asked != c.asked {
			t.Errorf("%v: asked %d times: %s", c.args, asked, &said)
		}
	}
}
