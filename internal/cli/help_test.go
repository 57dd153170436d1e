package cli

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"samsyn/internal/console"
)

func helpOf(t *testing.T, lang, command string) []string {
	t.Helper()
	var out bytes.Buffer
	status := Main([]string{"--lang", lang, command, "--help"}, console.World{Stdout: &out, Stderr: io.Discard, Getenv: func(string) string { return "" }})
	if status != console.OK {
		t.Errorf("samsyn %s --help: status %d", command, status)
	}
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
}

// Every command tells how it is called, what it does and what each flag means, in
// both languages.
func TestHelpIsInBothLanguages(t *testing.T) {
	for _, c := range commands() {
		sv, en := helpOf(t, "sv", c.name), helpOf(t, "en", c.name)
		if len(sv) != len(en) {
			t.Errorf("%s: %d lines in Swedish, %d in English", c.name, len(sv), len(en))
			continue
		}
		if !strings.HasSuffix(sv[0], strings.TrimSpace("[FLAGGA...] "+c.args.SV)) || !strings.HasSuffix(en[0], strings.TrimSpace("[FLAG...] "+c.args.EN)) {
			t.Errorf("%s: its arguments are missing: %q, %q", c.name, sv[0], en[0])
		}
		if sv[2] != "  "+c.short.SV || en[2] != "  "+c.short.EN {
			t.Errorf("%s: what it does is missing: %q, %q", c.name, sv[2], en[2])
		}
		described := 0
		for i := range sv {
			text, is := strings.CutPrefix(sv[i], "        ")
			if !is {
				continue
			}
			described++
			if strings.TrimSpace(text) == "" || strings.TrimSpace(en[i]) == "" || text == strings.TrimSpace(en[i]) {
				t.Errorf("%s: the flag %s is not described in both languages: %q, %q", c.name, strings.TrimSpace(sv[i-1]), text, en[i])
			}
		}
		if described == 0 {
			t.Errorf("%s describes no flag", c.name)
		}
	}
}
