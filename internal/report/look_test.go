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
		look   int
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
			f := diag.New(rule("missing-field"), at("a.md", 2, 1, 2, 6), diag.Say("Saknas.", "Missing."))
			f.Look, f.Add, f.Secret = tt.look, tt.add, tt.secret
			var b bytes.Buffer
			if err := Write(&b, "text", []diag.Finding{f}, Options{Lang: "sv", Files: 1, Lines: func(string) []string { return lines }}); err != nil {
				t.Fatal(err)
			}
			want := "a.md:2:1: fel missing-field: Saknas.\n" + tt.want + "    Läs mer:"
			if !strings.HasPrefix(b.String(), want) {
				t.Errorf("got\n%s\nwant\n%s", b.String(), want)
			}
		})
	}
}

// Who mends a file that could not be read is told that more may show, and is led to
// the line to look at, among warnings too.
func TestWhatCannotBeReadYet(t *testing.T) {
	broken := func(file string) diag.Finding {
		f := diag.New(rule("yaml-syntax"), at(file, 1, 1, 1, 1), diag.Say("Fel.", "Wrong."))
		f.Look = 7
		return f
	}
	other := diag.New(rule("missing-field"), at("c.md", 2, 1, 2, 6), diag.Say("Saknas.", "Missing."))
	warning := diag.New(rule("status-stale"), at("d.md", 3, 1, 3, 6), diag.Say("Slut.", "Over."))
	for name, tt := range map[string]struct {
		findings []diag.Finding
		want     string
	}{
		"none": {[]diag.Finding{other}, "explain missing-field\n\n1 fil, 1 fel, 0 varningar\n"},
		"one":  {[]diag.Finding{broken("a.md"), other}, "\n\nEn fil går inte att läsa än. När den är rättad kan fler fel visa sig.\n1 fil, 2 fel, 0 varningar\n"},
		"two":  {[]diag.Finding{broken("a.md"), broken("b.md"), other, warning}, "\n  b.md:1:1 yaml-syntax (se rad 7)\n  c.md:2:1 missing-field\n\n2 filer går inte att läsa än. När de är rättade kan fler fel visa sig.\n1 fil, 3 fel, 1 varning\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := Write(&b, "text", tt.findings, Options{Lang: "sv", Files: 1}); err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(b.String(), tt.want) {
				t.Errorf("got\n%s\nwant at the end\n%s", b.String(), tt.want)
			}
		})
	}
}
