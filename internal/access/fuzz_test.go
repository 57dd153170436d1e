package access

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"
)

const reported = "---\ntitle: Språkvän\nreports:\n  - date: 2026-01-01\n    text: |\n      Bra.\nowner: by\n---\n\nText.\n"

// FuzzOnlyReports holds that a change that passes for a report has left all else as another
// reader of YAML sees it.
func FuzzOnlyReports(f *testing.F) {
	for _, s := range []string{
		reported, strings.Replace(reported, "Bra.", "Dåligt.", 1), strings.Replace(reported, "Bra.\n", "Bra.\n---\n", 1),
		strings.Replace(reported, "reports:", "reports: &a", 1), strings.Replace(reported, "owner: by", "reports: []\nowner: by", 1),
		strings.Replace(reported, "reports:\n", "reports: [\n", 1), strings.Replace(reported, "Bra.", "Bra.\nowner: vi", 1), strings.Replace(reported, "reports:", "? reports\n:", 1),
		strings.ReplaceAll(reported, "\n", "\r\n"), strings.Replace(reported, "Bra.", "Bra.\u2028owner: vi", 1), strings.Replace(reported, "reports:", "\"reports\":", 1),
	} {
		f.Add([]byte(s))
	}
	front := func(data []byte) (fields map[string]any, body []byte) {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		parts := bytes.SplitN(data, []byte("\n---\n"), 2)
		if len(parts) != 2 || yaml.Unmarshal(bytes.TrimPrefix(parts[0], []byte("---\n")), &fields) != nil {
			return nil, nil
		}
		delete(fields, "reports")
		return fields, parts[1]
	}
	before, text := front([]byte(reported))
	f.Fuzz(func(t *testing.T, after []byte) {
		if !OnlyReports([]byte(reported), after) {
			return
		}
		if now, body := front(after); now != nil && (!reflect.DeepEqual(now, before) || !bytes.Equal(body, text)) {
			t.Errorf("%q passes for a report", after)
		}
	})
}

func TestOnlyReports(t *testing.T) {
	for text, want := range map[string]bool{
		"Dåligt.":                 true,
		"Bra.\n      Mycket bra.": true,
		"Bra.\r\n      Nytt.":     true,
		"Bra.\nbudget: 5":         false,
		// What is no line's end to us is one to other readers of YAML, and to YAML 1.1.
		"Bra.\rbudget: 5":     false,
		"Bra.\u0085budget: 5": false,
		"Bra.\u2028budget: 5": false,
		"Bra.\u2029budget: 5": false,
	} {
		if got := OnlyReports([]byte(reported), []byte(strings.Replace(reported, "Bra.", text, 1))); got != want {
			t.Errorf("%q passes for a report: %v", text, got)
		}
	}
}

// FuzzLink holds that no token is good but the one that was made.
func FuzzLink(f *testing.F) {
	now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	l := &Links{address: "https://redigera.example", key: []byte(strings.Repeat("k", 32)), days: 30}
	const said = "by.20260701.ABCDEFGHIJKL"
	made := said + "." + l.sign(said)
	for _, s := range []string{made, made + ".", "." + made, strings.ToUpper(made), strings.Replace(made, "by", "by2", 1), "", "...", "a.20260101.b.c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, token string) {
		if _, good := l.Read(token, now); good && token != made {
			t.Errorf("%q is good", token)
		}
	})
}
