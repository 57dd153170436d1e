package csvfile_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"samsyn/internal/exchange/csvfile"
	"samsyn/internal/exchange/grid"
)

var rows = []grid.Row{
	{ID: "2025/a", Cells: []string{"Kör för alla", "=1+1"}},
	{ID: "2025/b", Cells: []string{"x;=2+2", "rad ett\nrad två"}},
	{ID: "2025/c", Cells: []string{"'egen'", "\"citat\", komma"}},
	{ID: "2025/d", Cells: []string{"'=1+1", "a,=1+1, -2"}},
}

var sheet = grid.Sheet{Key: "initiatives", Columns: []grid.Column{{Heading: "Titel"}, {Heading: "Anmärkning"}}, Rows: func(yield func(grid.Row, error) bool) {
	for _, row := range rows {
		if !yield(row, nil) {
			return
		}
	}
}}

const commit = "0123456789abcdef0123456789abcdef01234567"

// What is written is read, also where Excel has saved it in its own way.
func TestWhatIsWrittenIsRead(t *testing.T) {
	var out bytes.Buffer
	if err := csvfile.Write(&out, &sheet, commit, "2025"); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	if !bytes.HasPrefix(data, []byte("\ufeffID (plan 2025 version "+commit+");Titel;")) {
		t.Errorf("%q", data[:80])
	}
	for _, run := range []string{";=", "\n=", ";\"=", "x;=", "a,=", ", -"} {
		if bytes.Contains(data, []byte(run)) {
			t.Errorf("%q would be run: %q", run, data)
		}
	}
	bare := bytes.TrimPrefix(data, []byte("\ufeff"))
	ansi, err := charmap.Windows1252.NewEncoder().Bytes(bare)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(bare)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"as written": data, "without a mark": bare, "Windows-1252": ansi, "UTF-16": wide} {
		in, err := csvfile.Read(bytes.NewReader(data), sheet.Key, "plan.csv")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if in.Commit != commit || in.Plan != "2025" || len(in.Sheets[0].Rows) != len(rows) || in.Sheets[0].Headings[1] != "Anmärkning" {
			t.Fatalf("%s: %+v", name, in)
		}
		for n, row := range rows {
			for c, want := range row.Cells {
				if got := in.Sheets[0].Cell(n, c); got.Text != want || in.Sheets[0].IDs[n] != row.ID {
					t.Errorf("%s: %q became %q", name, want, got.Text)
				}
			}
		}
		if ref := in.Sheets[0].Cell(0, 0).Ref(); ref != "B2" {
			t.Errorf("%s: the first title stands in %s", name, ref)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, data := range []string{"", "\ufeff"} {
		if _, err := csvfile.Read(strings.NewReader(data), "", "x.csv"); err == nil {
			t.Errorf("%q was read", data)
		}
	}
}

// A file that was cut off would take away what its last line no longer says.
func TestCutOff(t *testing.T) {
	for text, whole := range map[string]bool{
		"ID;Titel;Not\r\na;A;N\r\nb;B;\r\n": true,
		"ID;Titel;Not\r\na;A;N\r\nb;B\r\n":  true,
		"ID;Titel;Not\r\na;A;N\r\nb;B;N":    true,
		"ID;Titel;Not\r\na;A;N\r\nb;B":      false,
	} {
		if _, err := csvfile.Read(strings.NewReader(text), "initiatives", "x"); (err == nil) != whole {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// What a short line lacks stands in the columns of its headings, wherever the identifiers do.
func TestPlacesOfWhatIsMissing(t *testing.T) {
	for text, want := range map[string][]string{
		"ID;Titel;Not\na;A\n": {"B2", "C2"},
		"Titel;ID;Not\nA;a\n": {"A2", "C2"},
		"Titel;Not;ID\nA\n":   {"A2", "B2"},
		"Titel;Not\nA\n":      {"A2", "B2"},
	} {
		in, err := csvfile.Read(strings.NewReader(text), "initiatives", "x")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for n := range in.Sheets[0].Headings {
			got = append(got, in.Sheets[0].Cell(0, n).Ref())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// What the text is written in may not show until far into the file, and letters of several
// bytes stand wherever the reading parts it.
func TestLongFile(t *testing.T) {
	for name, first := range map[string]string{"plain": "a", "å": "å"} {
		text := "ID;Titel\n" + strings.Repeat("x;"+strings.Repeat(first, 1001)+"\n", 300) + "y;Färdigställd\n"
		ansi, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		for coding, data := range map[string][]byte{"UTF-8": []byte(text), "Windows-1252": ansi} {
			in, err := csvfile.Read(bytes.NewReader(data), "initiatives", "x")
			if err != nil {
				t.Fatal(err)
			}
			last := len(in.Sheets[0].Rows) - 1
			if got := in.Sheets[0].Cell(last, 0).Text; last != 300 || got != "Färdigställd" {
				t.Errorf("%s in %s: the last of %d rows is %q", name, coding, last+1, got)
			}
			for n := range last {
				if got := in.Sheets[0].Cell(n, 0).Text; got != strings.Repeat(first, 1001) {
					t.Fatalf("%s in %s: row %d is %q", name, coding, n, got)
				}
			}
		}
	}
}
