package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// FuzzJSONReport prints findings that quote any content: the JSON is JSON, tells
// all there is, and no format lets a number or a terminal's commands through.
func FuzzJSONReport(f *testing.F) {
	f.Add("plans/2025/a.md", "”x” finns inte", "ekby", "owner: ekbu", 1, 8, 12)
	f.Add("811218-9876.md", "\x1b[31m\u202e", "811218-9876", "a 811218-9876 \x1b]0;x\a", 1, 1, 400)
	f.Add("a\nb:c,d%.md", "a\r\n::error::b", "%0A", strings.Repeat("å", 300), 1, 200, 201)
	f.Fuzz(func(t *testing.T, file, message, suggestion, line string, row, column, end int) {
		finding := diag.New(rule("unknown-reference"), diag.Place{}, diag.Text{SV: message, EN: message})
		finding.Suggestion = suggestion
		finding.File = file
		finding.Range = diag.Range{
			Start: diag.At(max(row, 1), max(column, 1)),
			End:   diag.At(max(row, 1), max(column, end, 1)),
		}
		opt := Options{Lang: "sv", Files: 1, Lines: func(string) []string { return strings.Split(line, "\n") }}
		for _, format := range Formats() {
			var b bytes.Buffer
			if err := Write(&b, format, []diag.Finding{finding}, opt); err != nil {
				t.Fatal(format, err)
			}
			if format == "json" {
				holdJSON(t, b.Bytes(), file)
			}
			if format == "text" && strings.ContainsAny(b.String(), "\x1b\u202e\u2066") {
				t.Fatalf("a terminal would obey %q", b.String())
			}
			if format == "github" && strings.Count(b.String(), "\n") != 1 {
				t.Fatalf("more than one command: %q", b.String())
			}
			if utf8.ValidString(b.String()) && len(identity.Find(b.String())) > 0 && len(identity.Find(message+file+suggestion+line)) > 0 {
				t.Fatalf("%s lets a number through: %q", format, b.String())
			}
		}
	})
}

func holdJSON(t *testing.T, data []byte, file string) {
	var out struct {
		Findings []map[string]any
		Summary  map[string]int
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	if len(out.Findings) != 1 || out.Summary["errors"] != 1 {
		t.Fatalf("told %s", data)
	}
	for _, key := range []string{"rule", "severity", "file", "line", "column", "end_line", "end_column", "message"} {
		if _, told := out.Findings[0][key]; !told {
			t.Fatalf("%s is not told: %s", key, data)
		}
	}
	if utf8.ValidString(file) && out.Findings[0]["file"] != identity.Mask(file) {
		t.Fatalf("%v for %q", out.Findings[0]["file"], file)
	}
}
