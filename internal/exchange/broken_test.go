package exchange_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"samsyn/internal/diag"
	"samsyn/internal/exchange"
	"samsyn/internal/exchange/csvfile"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/workbook"
)

// A line of a CSV file that is no whole one takes nothing away and brings nothing in.
func TestBrokenLines(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	b := book(t, s, "")
	v := exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists}
	whole := string(asCSV(t, b))
	lines := strings.Split(whole, "\r\n")
	at := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "2025/kor-for-alla;") })
	cells := strings.Split(lines[at], ";")
	for name, line := range map[string]string{
		"cut off":              strings.Join(cells[:6], ";"),
		"parted in two":        strings.Join(cells[:9], ";") + "\r\nresten av texten;" + strings.Join(cells[9:], ";"),
		"a semicolon too many": strings.Replace(lines[at], "Kör för alla", "Kör; för alla", 1),
	} {
		edited := slices.Clone(lines)
		edited[at] = line
		in, err := csvfile.Read(strings.NewReader(strings.Join(edited, "\r\n")), "initiatives", "x.csv")
		if err != nil {
			t.Fatal(err)
		}
		out := merge(t, in, v)
		if len(out.Files) > 0 || out.Count(exchange.Changed)+out.Count(exchange.Missing)+out.Count(exchange.Added) > 0 || !strings.Contains(told(out, exchange.Untaken), "celler och rubrikraden ") {
			t.Errorf("%s: %d files, told %+v", name, len(out.Files), out.Told)
		}
	}

	// Excel pads the lines of a stretch, and leaves out the empty cells at the end of others.
	in, err := csvfile.Read(strings.NewReader(strings.ReplaceAll(whole, "\r\n2025/", ";;\r\n2025/")), "initiatives", "x.csv")
	if err != nil {
		t.Fatal(err)
	}
	if out := merge(t, in, v); len(out.Told) > 0 {
		t.Errorf("padded: %+v", out.Told)
	}
	for n, line := range lines {
		lines[n] = strings.TrimRight(line, ";")
	}
	if in, err = csvfile.Read(strings.NewReader(strings.Join(lines, "\r\n")), "initiatives", "x.csv"); err != nil {
		t.Fatal(err)
	}
	if out := merge(t, in, v); len(out.Told) > 0 {
		t.Errorf("without the separators at the end: %+v", out.Told)
	}
}

// A file that has none of the headings is no file of ours.
func TestUnknownHeadings(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	for _, text := range []string{"a;b\r\nc;d\r\n", "id,plan,title\r\n2025/a,2025,A\r\n", "Kör för alla;Pågår\r\n"} {
		in, err := csvfile.Read(strings.NewReader(text), "initiatives", "x.csv")
		if err != nil {
			t.Fatal(err)
		}
		_, err = exchange.Merge(in, exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists})
		if why := (*diag.Refused)(nil); !errors.As(err, &why) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A file with thousands of new rows is refused before they are made.
func TestTooManyNewRows(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	clean := book(t, s, "")
	kind := clean.Sheet("parties").Columns[slices.IndexFunc(clean.Sheet("parties").Columns, func(c grid.Column) bool { return c.Key == "kind" })].Options[0].Label
	for n, refused := range map[int]bool{2000: false, 2001: true} {
		in := typing(t, clean, "parties")
		for i := range n {
			in.row(map[string]string{"name": fmt.Sprintf("Ny part %d", i), "kind": kind})
		}
		out, err := exchange.Merge(in.Incoming, exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists})
		why := (*diag.Refused)(nil)
		if errors.As(err, &why) != refused {
			t.Errorf("%d new rows: %v, %+v", n, err, out)
		}
	}
}

// A workbook that has lost what nobody sees is known by its headings.
func TestLostKeys(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	data := written(t, book(t, s, ""))
	empty := func(f *excelize.File, sheet string) (err error) {
		for n := range 60 {
			err = errors.Join(err, f.SetCellValue(sheet, fmt.Sprintf("A%d", n+1), nil))
		}
		return err
	}
	for name, spoil := range map[string]func(f *excelize.File, sheet string) error{
		"line":            func(f *excelize.File, sheet string) error { return f.RemoveRow(sheet, 1) },
		"column":          empty,
		"line and column": func(f *excelize.File, sheet string) error { return errors.Join(f.RemoveRow(sheet, 1), empty(f, sheet)) },
		"line and name": func(f *excelize.File, sheet string) error {
			return errors.Join(f.RemoveRow(sheet, 1), f.SetSheetName(sheet, "Blad1"))
		},
	} {
		f, err := excelize.OpenReader(strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		if err := spoil(f, "Insatser"); err != nil {
			t.Fatal(err)
		}
		buffer, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		in, err := workbook.Read(buffer.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		out := merge(t, in, exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists})
		if len(out.Files) > 0 || out.Count(exchange.Noted) != len(out.Told) || strings.Contains(told(out, exchange.Noted), "är ny") {
			t.Errorf("without its %s: %d files, told %+v", name, len(out.Files), out.Told)
		}
		if lost := strings.Contains(name, "line"); lost != strings.Contains(told(out, exchange.Noted), "dolda raden överst") {
			t.Errorf("without its %s: told %q", name, told(out, exchange.Noted))
		}
	}
}

// A copy of a sheet is told of, since it may be the copy that was changed; so is a sheet that
// is called like one that is read, but for the size of letters. A sheet of somebody's own is not.
func TestCopiedSheets(t *testing.T) {
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	v := exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists}
	for title, key := range map[string]string{"Insatser (2)": "initiatives", "INSATSER": "", "Anteckningar": ""} {
		in := back(t, book(t, s, ""))
		n := slices.IndexFunc(in.Sheets, func(t grid.Table) bool { return t.Key == "initiatives" })
		copied := in.Sheets[n]
		copied.Title, copied.Key = title, key
		if key == "" {
			copied = grid.Table{Title: title, Headings: []string{"Att göra"}, Keys: []string{""}, IDs: []string{""}, Rows: [][]grid.Cell{{{Text: "Ring kommunen", Line: 2, Column: 1}}}, Lines: []int{2}}
		}
		in.Sheets = append(in.Sheets, copied)
		out := merge(t, in, v)
		if got := strings.Contains(told(out, exchange.Noted), "en kopia av bladet ”Insatser”"); got != (title != "Anteckningar") || len(out.Files) > 0 || len(out.Told) > 1 {
			t.Errorf("%s: %d files, told %+v", title, len(out.Files), out.Told)
		}
	}
}
