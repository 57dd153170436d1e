package load

import (
	"fmt"
	"testing"
)

// Joiners belong to some scripts; between Latin letters they are slips.
func TestGarbledText(t *testing.T) {
	for line, want := range map[string]int{
		"SprÃ¥kvÃ¤n": 1, "MÃ–TE": 1, "â€“ ja": 1, "20Â°C": 1, "f\ufffdr": 1, "par\u200bter": 1,
		"می\u200cخواهم": 0, "👩\u200d💻": 0, "par\u00adter": 0, "NÃO": 0, "Âge": 0, "20\u00a0°C": 0,
	} {
		if got := len(newText("a.md", []byte(line)).garbledText(nil)); got != want {
			t.Errorf("%q: %d findings, want %d", line, got, want)
		}
	}
}

// What is pointed at is counted in characters, whatever it takes to write them.
func TestGarbledTextIsMarkedWhole(t *testing.T) {
	for line, want := range map[string]string{"SprÃ¥k": "1:4-1:6", "\ufffd": "1:1-1:2", "ö â€“ ja": "1:3-1:6", "8112189876": "1:1-1:11", "811218–9876": "1:1-1:12", "åå 811218\u00a09876": "1:4-1:15"} {
		held := newText("a.md", []byte(line))
		for _, f := range append(held.garbledText(nil), held.personal()...) {
			if r := f.Range; fmt.Sprintf("%d:%d-%d:%d", r.Start.Line, r.Start.Column, r.End.Line, r.End.Column) != want {
				t.Errorf("%q: %s at %v, want %s", line, f.Rule, r, want)
			}
			want = ""
		}
		if want != "" {
			t.Errorf("%q: nothing was found", line)
		}
	}
}
