package text_test

import (
	"strings"
	"testing"

	"samsyn/internal/model"
	"samsyn/internal/text"
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
		{6150.5, "6\u00a0150,5", "6,150.5", "sek", "6\u00a0150,5\u00a0kronor"},
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

func TestADateStaysOnItsLine(t *testing.T) {
	for in, want := range map[string]string{
		"den 3 april 2025, 12 maj.": "den 3\u00a0april 2025, 12\u00a0maj.", "13 marsvin": "13 marsvin", "år 2025 i mars": "år 2025 i mars",
		"3 majs": "3 majs", " april": " april", "3 ": "3 ", "": "", "5 juni": "5\u00a0juni", "\xff 5 \xffjuni": "\xff 5 \xffjuni",
	} {
		if got := text.Tied(in); got != want {
			t.Errorf("%q became %q, not %q", in, got, want)
		}
	}
}

// Every enumeration of the schemas that the catalogue names has its values in every
// language; a value that nobody knows is given back.
func TestValues(t *testing.T) {
	for name, values := range text.Enumerations() {
		if len(values) == 0 {
			t.Errorf("%s has %d values", name, len(values))
		}
		for v, l := range values {
			if l.SV == "" || l.EN == "" || l.AR == "" {
				t.Errorf("%s %s lacks a language: %+v", name, v, l)
			}
			if text.ValueOf(name, v) != l {
				t.Errorf("%s %s is called %+v", name, v, text.ValueOf(name, v))
			}
		}
	}
	if got := text.ValueOf("plan-status", "adopted").With(nil); got.SV != "Beslutad" || got.EN != "Adopted" {
		t.Errorf("an adopted plan is called %+v", got)
	}
	if got := text.ValueOf("unit", "apples"); got.SV != "apples" {
		t.Errorf("a value that nobody knows is called %+v", got)
	}
}

// One man is no men; a share of one per cent is of several.
func TestWomenAndMenAreCounted(t *testing.T) {
	for _, c := range []struct {
		value      float64
		unit, lang string
		want       string
	}{
		{1, "count", "sv", "kvinna, man"}, {2, "count", "sv", "kvinnor, män"}, {0, "count", "sv", "kvinnor, män"},
		{1, "percent", "sv", "kvinnor, män"}, {1, "count", "en", "woman, man"}, {3, "count", "en", "women, men"},
	} {
		women, _ := text.OfWomen(c.value, c.unit).In(c.lang)
		men, _ := text.OfMen(c.value, c.unit).In(c.lang)
		if got := strings.ReplaceAll(women+", "+men, "%s\u00a0", ""); got != c.want {
			t.Errorf("%v %s in %s: %q, want %q", c.value, c.unit, c.lang, got, c.want)
		}
	}
}
