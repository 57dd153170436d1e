package report

import (
	"bytes"
	"strings"
	"testing"

	"samsyn/internal/diag"
)

// Where the place would mislead, the text shows the line that helps, and what is
// missing below it; the place itself stays.
func TestLook(t *testing.T) {
	lines := []string{"---", "title: Språk", "owner: 19811218-9876", "---"}
	for name, tt := range map[string]struct {
		look   int32
		add    string
		secret bool
		want   string
	}{
		"a line and what is missing": {2, "  status: …", false, "      2 | title: Språk\n      + |   status: …\n"},
		"another line alone":         {3, "", false, "      3 | owner: 19811218-****\n"},
		"at the top of the file":     {0, "title: …", false, "      + | title: …\n"},
		"past the end":               {9, "", false, ""},
		"what must not spread":       {3, "x", true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := diag.New("missing-field", at("a.md", 2, 1, 2, 6), diag.Tell("Saknas.", "Missing.")).With(
				diag.Rarities{Look: tt.look, Add: tt.add, Secret: tt.secret})
			var b bytes.Buffer
			if err := Write(&b, "text", diag.ListOf(f), Options{Lang: "sv", Files: 1, Lines: func(string) []string { return lines }}); err != nil {
				t.Fatal(err)
			}
			want := "a.md:2:1: error missing-field: Saknas.\n" + tt.want + "    Läs mer:"
			if !strings.HasPrefix(b.String(), want) {
				t.Errorf("got\n%s\nwant\n%s", b.String(), want)
			}
		})
	}
}
