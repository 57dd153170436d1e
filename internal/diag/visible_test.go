package diag

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"":                                   "",
		"Åsa Öberg – ”ja” مرحبا":             "Åsa Öberg – ”ja” مرحبا",
		"tab\tbed":                           "tab bed",
		"Alvesta (x)\n  Giltig.":             "Alvesta (x)\ufffd  Giltig.",
		"a\r\nb\u2028c\u2029d\u0085e":        "a\ufffd\ufffdb\ufffdc\ufffdd\ufffde",
		"\x1b[8mdold\x1b[0m \x9b8m \x00\x7f": "\ufffd[8mdold\ufffd[0m \ufffd8m \ufffd\ufffd",
		"fdp\u202e.exe \u2066x\u2069":        "fdp\ufffd.exe \ufffdx\ufffd",
		"\x1b]8;;https://x.example\x07länk":  "\ufffd]8;;https://x.example\ufffdlänk",
	} {
		if got := Visible(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

// What is put into a sentence may be printed, in whichever language it is said.
func TestShownInBothLanguages(t *testing.T) {
	for _, what := range []any{"a\x1b[2J", Text{SV: "a\x1b[2J", EN: "b\x1b[2J"}} {
		said := Say("Det är %s.", "It is %s.", Shown([]any{what})...)
		if strings.ContainsFunc(said.SV+said.EN, Steers) {
			t.Errorf("%q is said as %q", what, said)
		}
	}
}

func FuzzVisible(f *testing.F) {
	f.Add("a\x1b[2J\u202eb\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		out := Visible(s)
		if strings.ContainsFunc(out, Steers) || !utf8.ValidString(out) {
			t.Errorf("%q is shown as %q", s, out)
		}
		if Visible(out) != out {
			t.Errorf("%q is shown otherwise the second time", s)
		}
	})
}

func TestVisibleJSON(t *testing.T) {
	for _, said := range []string{"", "Åsa\tÖberg", "a\u202eb\u2066\u0085\x7f\u009b\u2028 \n\x1b[2J", "\\u202e"} {
		data, err := json.MarshalIndent(map[string]string{"a": said}, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		out := VisibleJSON(data)
		for line := range strings.Lines(string(out)) {
			if strings.ContainsFunc(strings.Trim(line, "\t\n"), Steers) {
				t.Errorf("%q is written as %q", said, line)
			}
		}
		var back map[string]string
		if err := json.Unmarshal(out, &back); err != nil || back["a"] != said {
			t.Errorf("%q came back as %q, %v", said, back["a"], err)
		}
	}
}
