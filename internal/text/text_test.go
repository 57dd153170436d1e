package text_test

import (
	"testing"

	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/schema"
)

func date(t *testing.T, s string) model.Date {
	t.Helper()
	if s == "" {
		return model.Date{}
	}
	d, ok := model.ParseDate(s)
	if !ok {
		t.Fatalf("%s is no date", s)
	}
	return d
}

func TestFormatPeriod(t *testing.T) {
	for _, test := range []struct{ from, to, lang, want string }{
		{"2019", "2025", "sv", "2019–2025"},
		{"2025", "2025", "sv", "2025"},
		{"2025-01-01", "2025-12-31", "sv", "2025"},
		{"2024-09-02", "2026-08-31", "sv", "2\u00a0september\u00a02024 – 31\u00a0augusti\u00a02026"},
		{"2024-04", "2026-12", "sv", "april\u00a02024 – december\u00a02026"},
		{"2023", "", "sv", "från\u00a02023"},
		{"2025-05-21", "2025-05-21", "en", "21\u00a0May\u00a02025"},
		{"2025-02-01", "", "ar", "من\u00a01\u00a0فبراير\u00a02025"},
		{"", "", "sv", ""},
	} {
		p := model.Period{From: model.When{V: date(t, test.from)}, To: model.When{V: date(t, test.to)}}
		if got := text.FormatPeriod(p, test.lang); got != test.want {
			t.Errorf("%s–%s in %s: %q, not %q", test.from, test.to, test.lang, got, test.want)
		}
	}
}

func TestFormatNumber(t *testing.T) {
	for _, test := range []struct {
		v        float64
		sv, en   string
		unit, as string
	}{
		{0, "0", "0", "count", "0"},
		{54, "54", "54", "percent", "54\u00a0%"},
		{48.25, "48,25", "48.25", "percent", "48,25\u00a0%"},
		{6150.5, "6150,5", "6150.5", "sek", "6150,5\u00a0kronor"},
		{450000, "450\u00a0000", "450,000", "sek", "450\u00a0000\u00a0kronor"},
		{1234567.891, "1\u00a0234\u00a0567,89", "1,234,567.89", "index", "1\u00a0234\u00a0567,89"},
		{-3.5, "\u22123,5", "\u22123.5", "count", "\u22123,5"},
		{-0.001, "0", "0", "count", "0"},
	} {
		if got := text.FormatNumber(test.v, "sv"); got != test.sv {
			t.Errorf("%v: %q, not %q", test.v, got, test.sv)
		}
		if got := text.FormatNumber(test.v, "en"); got != test.en {
			t.Errorf("%v in English: %q, not %q", test.v, got, test.en)
		}
		if got := text.FormatValue(test.v, test.unit, "sv"); got != test.as {
			t.Errorf("%v %s: %q, not %q", test.v, test.unit, got, test.as)
		}
	}
}

func TestListAndCount(t *testing.T) {
	if got := text.List([]string{"a", "b", "c"}, "sv"); got != "a, b och c" {
		t.Error(got)
	}
	if got := text.Count(1, text.OneInitiative, text.ManyInitiatives, "sv"); got != "1\u00a0insats" {
		t.Error(got)
	}
	if got := text.Count(0, text.OneInitiative, text.ManyInitiatives, "en"); got != "0\u00a0initiatives" {
		t.Error(got)
	}
	if got := text.FormatSize(84_400, "sv"); got != "84\u00a0kB" {
		t.Error(got)
	}
	if got := text.FormatSize(1_234_567, "sv"); got != "1,2\u00a0MB" {
		t.Error(got)
	}
}

// The catalogue has a word for every value that the schemas allow.
func TestEveryValueHasAWord(t *testing.T) {
	seen := 0
	var walk func(where string, s *schema.Type)
	known := map[string]bool{}
	for _, values := range text.Values {
		for v := range values {
			known[v] = true
		}
	}
	walk = func(where string, s *schema.Type) {
		if s == nil {
			return
		}
		for _, v := range s.Enum {
			seen++
			if !known[v] && s.Labels != nil && where != "samsyn/language" && where != "agreement/plans" && where != "agreement/chapters/part" && where != "samsyn/accepted/rule" {
				t.Errorf("%s: no word for %s", where, v)
			}
		}
		for _, f := range s.Fields {
			walk(where+"/"+f.Name, f.Type)
		}
		walk(where, s.Items)
		walk(where, s.Extra)
		for _, v := range s.Variants {
			walk(where, v)
		}
	}
	for _, name := range []string{"agreement", "area", "parties", "organisation", "strategies", "indicator", "review", "calendar", "resource", "signatures", "plan", "initiative", "samsyn"} {
		s, err := schema.TypeOf(name)
		if err != nil {
			t.Fatal(err)
		}
		walk(name, s)
	}
	if seen < 60 {
		t.Errorf("only %d values seen", seen)
	}
}

func TestEveryValueIsInEveryLanguage(t *testing.T) {
	for field, values := range text.Values {
		for v, l := range values {
			if l.SV == "" || l.EN == "" || l.AR == "" {
				t.Errorf("%s %s lacks a language: %+v", field, v, l)
			}
		}
	}
}
