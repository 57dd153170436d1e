package table_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"samsyn/internal/table"
)

func of(values ...any) *table.Table {
	t := &table.Table{Columns: []table.Column{{Name: "first"}, {Name: "value"}}}
	t.Rows = func(yield func([]any) bool) {
		for _, v := range values {
			if !yield([]any{"x", v}) {
				return
			}
		}
	}
	return t
}

func TestCSVComesBack(t *testing.T) {
	values := []any{"Rad\nett, \"två\"", " mellanslag ", "å;ä", "", nil, 12, -3, 6.5, -0.25}
	data := of(values...).CSV()
	if !bytes.HasPrefix(data, []byte("\ufefffirst,value\r\n")) {
		t.Errorf("it begins with %q", data[:20])
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range []string{"Rad\nett, \"två\"", " mellanslag ", "å;ä", "", "", "12", "-3", "6.5", "-0.25"} {
		if got := rows[n+1][1]; got != want {
			t.Errorf("%v came back as %q", values[n], got)
		}
	}
}

// cells are what a spreadsheet that parts lines at separators makes of a file: it
// minds quotation marks only where a cell begins with one.
func cells(data, separators string) []string {
	var list []string
	var cell strings.Builder
	quoted, begun := false, false
	for _, c := range data {
		switch {
		case c == '"' && (quoted || !begun):
			quoted, begun = !quoted, true
		case !quoted && strings.ContainsRune(separators+"\r\n", c):
			list = append(list, cell.String())
			cell.Reset()
			begun = false
		default:
			cell.WriteRune(c)
			begun = begun || c != ' '
		}
	}
	return append(list, cell.String())
}

func TestNoCellIsRunAsAFormula(t *testing.T) {
	for _, s := range []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a;=1", "a\t=1", "a\n=1", "a\r\n-1", "a; =1", "a;\"=1", "a;\"\"=1\"", "a, b;+1;-1;@x",
		" =1", "\"=1", "a;b;\u00a0=1", ";=1", "=1;=1\t=1", "'a;=1", "a\";\"=cmd|' /C calc'!A0",
	} {
		data := strings.TrimPrefix(string(of(s).CSV()), "\ufeff")
		for _, separators := range []string{",", ";", "\t", ",;\t"} {
			for _, cell := range cells(data, separators) {
				if bare := strings.TrimLeft(cell, " \u00a0\""); bare != "" && strings.ContainsRune("=+-@", rune(bare[0])) {
					t.Errorf("%q, parted at %q, is run: %q", s, separators, cell)
				}
			}
		}
	}
}

func TestOtherTextIsLeftAlone(t *testing.T) {
	for _, s := range []string{"a-b", "2025-01-01 2026-01-01", "a@b.se", "1+1=2", "'citat'", "'ord' = x", "a;b", "a; b - c", "65 % – mer", "a\nb"} {
		rows, _ := csv.NewReader(bytes.NewReader(of(s).CSV())).ReadAll()
		if rows[1][1] != s {
			t.Errorf("%q is written as %q", s, rows[1][1])
		}
	}
}

// Whatever a text is, nothing in it is run where cells may be parted, and what was put in
// is taken out again.
func TestInertAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 19))
	letters := []rune("=+-@;,\t\r\n '\"\u00a0ax1")
	for range 200_000 {
		text := make([]rune, r.IntN(9))
		for n := range text {
			text[n] = letters[r.IntN(len(letters))]
		}
		for _, also := range []string{"", ","} {
			inert := table.Inert(string(text), also)
			if got := table.Meant(inert, also); got != string(text) {
				t.Fatalf("%q became %q and came back as %q", string(text), inert, got)
			}
			for _, cell := range strings.FieldsFunc(inert, func(c rune) bool { return strings.ContainsRune(";\t\r\n"+also, c) }) {
				if bare := strings.TrimLeft(cell, " \u00a0\""); bare != "" && strings.ContainsRune("=+-@", rune(bare[0])) {
					t.Fatalf("%q is run: %q", string(text), inert)
				}
			}
		}
	}
}

func TestJSONHasTextAsItIs(t *testing.T) {
	data, err := of("=1;=2</script>", nil, 6.5).JSON()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]any
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	if rows[0]["value"] != "=1;=2</script>" || rows[2]["value"] != 6.5 || bytes.Contains(data, []byte("</")) {
		t.Errorf("got %s", data)
	}
	if _, has := rows[1]["value"]; has {
		t.Error("an empty value has a member")
	}
	if bytes.Index(data, []byte(`"first"`)) > bytes.Index(data, []byte(`"value"`)) {
		t.Error("the members are in another order than the columns")
	}
}

func TestOf(t *testing.T) {
	made := table.Of([]table.Field[string]{
		{Column: table.Column{Name: "text"}, Value: func(s string) any { return s }},
		{Column: table.Column{Name: "length"}, Value: func(s string) any { return len(s) }},
	}, []string{"a", "bcd"})
	if got := string(made.CSV()); got != "\ufefftext,length\r\na,1\r\nbcd,3\r\n" {
		t.Errorf("got %q", got)
	}
}

// What is written row by row is what the whole would be.
func TestJSONIsThatOfTheObjects(t *testing.T) {
	for _, made := range []*table.Table{of(), of(nil), of(1, nil, "<b>\n", 0.5, "")} {
		got, err := made.JSON()
		if err != nil {
			t.Fatal(err)
		}
		want, err := table.Marshal(made.Objects())
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("wrote %s, not %s", got, want)
		}
	}
}
