package load

import (
	"testing"

	"samsyn/internal/doc"
)

// Joiners belong to some scripts; between Latin letters they are slips.
func TestGarbledText(t *testing.T) {
	for line, want := range map[string]int{
		"SprÃ¥kvÃ¤n": 1, "MÃ–TE": 1, "â€“ ja": 1, "20Â°C": 1, "f\ufffdr": 1, "par\u200bter": 1,
		"می\u200cخواهم": 0, "👩\u200d💻": 0, "par\u00adter": 0, "NÃO": 0, "Âge": 0, "20\u00a0°C": 0,
	} {
		if got := len(text{doc.NewText("a.md", []byte(line))}.garbledText()); got != want {
			t.Errorf("%q: %d findings, want %d", line, got, want)
		}
	}
}
