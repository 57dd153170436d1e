package workbook_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/workbook"
)

// odd are texts that spreadsheets make something else of, or that XML cannot hold.
var odd = []string{"=HYPERLINK(\"http://x\")", "+46 470 12 34", "@a", "-3", "0123", "1/9", "65 %", "6,5", "62.5", "SANT", "2026-06", "a\nb\n\nc",
	" a ", "_x0041_", "a_x005F_b_x", "_x0041_x0042_", "<b>&amp;", "'x", "räksmörgås", "\U0001F600", "1E5", "a;b", "\"q\""}

func book() *grid.Book {
	s := grid.Sheet{Key: "initiatives", Title: "Insatser", Columns: []grid.Column{
		{Key: "title", Heading: "Titel", Width: 30},
		{Key: "status", Heading: "Status", Width: 12, Kind: grid.Choice, Help: "Välj ett av värdena.", Options: []grid.Option{{Value: "planned", Label: "Planerad"}, {Value: "ongoing", Label: "Pågår"}}},
		{Key: "", Heading: "Bara att läsa", Width: 12},
	}}
	s.Len = len(odd)
	s.Rows = func(yield func(grid.Row, error) bool) {
		for n, text := range odd {
			if !yield(grid.Row{ID: "2025/i" + string(rune('a'+n)), Cells: []string{text, "Pågår", ""}}, nil) {
				return
			}
		}
	}
	return &grid.Book{Title: "Länets överenskommelse", Language: "sv", Commit: "0123456789abcdef", Plan: "2025", GuideTab: "Läs detta",
		Guide: []grid.Line{{Head: "Så här", Text: "Skriv."}}, Sheets: []grid.Sheet{s, {Key: "empty", Title: "Tomt", Columns: s.Columns[:1], Rows: func(func(grid.Row, error) bool) {}}}}
}

func write(t testing.TB, b *grid.Book) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := workbook.Write(&data, b); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	data := write(t, book())
	if !bytes.Equal(data, write(t, book())) {
		t.Error("the same book gives other bytes")
	}
	in, err := workbook.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if in.Commit != "0123456789abcdef" || in.Plan != "2025" || in.Layout != "1" || in.Notes != nil {
		t.Errorf("%+v", in)
	}
	s := in.Sheets[1] // behind the one that explains
	if s.Key != "initiatives" || strings.Join(s.Keys, ",") != "title,status," || s.Headings[0] != "Titel" || len(s.Rows) != len(odd) || s.Lines[0] != 3 {
		t.Fatalf("%+v", s)
	}
	for n, want := range odd {
		if c := s.Cell(n, 0); c.Text != want || c.Typed != grid.AsText {
			t.Errorf("%q became %q (%d)", want, c.Text, c.Typed)
		}
	}
	if s.IDs[0] != "2025/ia" || s.Cell(0, 0).Ref() != "B3" {
		t.Errorf("%q at %s", s.IDs[0], s.Cell(0, 0).Ref())
	}
}

// Nothing in what is written can be run, also where another program looks.
func TestNoFormulas(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, book())))
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
					t.Errorf("%s!%s is a formula: %s", sheet, at, formula)
				}
				if sheet == "Insatser" && r > 1 && c > 0 {
					if style, _ := f.GetCellStyle(sheet, at); style == 0 {
						t.Errorf("%s has no style, and so is no cell of text", at)
					}
				}
			}
		}
	}
	if visible, _ := f.GetSheetVisible("samsyn"); visible {
		t.Error("the sheet that says where the book came from is seen")
	}
	if dv, _ := f.GetDataValidations("Insatser"); len(dv) != 1 || dv[0].Formula1 != "Val!$A$1:$A$2" {
		t.Errorf("drop-downs: %+v", dv)
	}
}

// What a spreadsheet makes of what is typed into cells that are not of text.
func TestTyped(t *testing.T) {
	f := excelize.NewFile()
	style := func(format int, own string) int {
		s := excelize.Style{NumFmt: format}
		if own != "" {
			s.CustomNumFmt = &own
		}
		id, err := f.NewStyle(&s)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	for n, c := range []struct {
		value any
		style int
		text  string
		typed grid.Typed
	}{
		{46266, style(14, ""), "2026-09-01", grid.AsDate},
		{46266, style(0, `[$-41D]d/mmm`), "2026-09-01", grid.AsDate},
		{46266.5, style(22, ""), "2026-09-01 12:00", grid.AsTime},
		{59, style(14, ""), "1900-02-28", grid.AsDate},
		{61, style(14, ""), "1900-03-01", grid.AsDate},
		{0.65, style(9, ""), "65 %", grid.AsPercent},
		{0.125, style(0, `0.0" % d"%`), "12.5 %", grid.AsPercent},
		{6.4000000000000004, style(2, ""), "6.4", grid.AsNumber},
		{123, style(0, ""), "123", grid.AsNumber},
		{123, style(0, `#,##0" kr d"`), "123", grid.AsNumber},
		{true, style(0, ""), "1", grid.AsTruth},
	} {
		at, _ := excelize.CoordinatesToCellName(2, n+1)
		if err := f.SetCellValue("Sheet1", at, c.value); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", at, at, c.style); err != nil {
			t.Fatal(err)
		}
		defer func() {
			in, err := workbook.Read(saved(t, f))
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range in.Sheets[0].Lines {
				if got := in.Sheets[0].Cell(i, 1); line == n+1 && (got.Text != c.text || got.Typed != c.typed) {
					t.Errorf("%v: %q (%d), want %q (%d)", c.value, got.Text, got.Typed, c.text, c.typed)
				}
			}
		}()
	}
	_ = f.SetCellValue("Sheet1", "A1", "a") // a line of headings above
	_ = f.SetCellFormula("Sheet1", "C3", "1+1")
	_ = f.SetCellFormula("Sheet1", "C4", "FALSE()") // as LibreOffice saves what is typed so
	_ = f.SetCellFormula("Sheet1", "C5", "TRUE()+"+strings.Repeat("1+", 99)+"1")
	in, err := workbook.Read(saved(t, f))
	if err != nil {
		t.Fatal(err)
	}
	if c := in.Sheets[0].Cell(1, 2); c.Typed != grid.AsFormula {
		t.Errorf("a formula is read as %+v", c)
	}
	if no, sum := in.Sheets[0].Cell(2, 2), in.Sheets[0].Cell(3, 2); no.Typed != grid.AsTruth || no.Text != "0" || sum.Typed != grid.AsFormula {
		t.Errorf("false is read as %+v, a formula with it as %+v", no, sum)
	}
}

func saved(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// changed is a workbook with another text in one of its parts; nil takes it away.
func changed(t testing.TB, data []byte, part string, change func(string) string) []byte {
	t.Helper()
	return rewritten(t, data, part, func(out io.Writer, text string) { _, _ = io.WriteString(out, change(text)) })
}

// rewritten is a workbook with one part written anew.
func rewritten(t testing.TB, data []byte, part string, write func(out io.Writer, text string)) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	quick(w)
	for _, f := range z.File {
		if f.Name != part {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		write(out, string(text))
	}
	_ = w.Close()
	return b.Bytes()
}

// quick has what is written compressed a little: some of it is a hundred MiB.
func quick(w *zip.Writer) {
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestSpeed) })
}

func TestHostile(t *testing.T) {
	good := write(t, book())
	const sheet = "xl/worksheets/sheet2.xml"
	with := func(change func(string) string) []byte { return changed(t, good, sheet, change) }
	for name, data := range map[string][]byte{
		"nothing":       nil,
		"no archive":    []byte("a;b\n1;2\n"),
		"old or locked": append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 600)...),
		"cut off":       good[:len(good)/2],
		"a bomb": rewritten(t, good, sheet, func(out io.Writer, s string) {
			before, after, _ := strings.Cut(s, "<sheetData>")
			_, _ = io.WriteString(out, before+"<sheetData>")
			spaces := bytes.Repeat([]byte(" "), 1<<20)
			for range 130 {
				_, _ = out.Write(spaces)
			}
			_, _ = io.WriteString(out, after)
		}),
		"deep":            with(func(s string) string { return strings.Repeat("<a>", 100000) }),
		"half of the XML": with(func(s string) string { return s[:len(s)/2] }),
		"an entity":       with(func(s string) string { return `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>` }),
		"far to the right": with(func(s string) string {
			return strings.Replace(s, `r="B3"`, `r="XFD3"`, 1)
		}),
		"a column again and again": with(func(s string) string {
			return strings.Replace(s, "<sheetData>", `<sheetData><row r="1">`+strings.Repeat(`<c r="A1"><v>1</v></c>`, 301)+"</row>", 1)
		}),
		"a cell that is none": with(func(s string) string { return strings.Replace(s, `r="B3"`, `r="3B"`, 1) }),
		"a shared text that is not there": with(func(s string) string {
			return strings.Replace(s, `<c r="B3"`, `<c r="B3" t="s"><v>7777777</v></c><c r="C3"`, 1)
		}),
		"sheets without end": changed(t, good, "xl/workbook.xml", func(s string) string {
			return strings.Replace(s, "<sheets>", "<sheets>"+strings.Repeat(`<sheet name="a" sheetId="1" r:id="rId1"/>`, 101), 1)
		}),
		"a long text in all cells": changed(t, with(func(s string) string {
			return strings.Replace(s, "<sheetData>", `<sheetData><row r="1">`+strings.Repeat(`<c t="s"><v>0</v></c>`, 200)+"</row>", 1)
		}), "xl/sharedStrings.xml", func(s string) string {
			return strings.Replace(s, "<si>", "<si><t>"+strings.Repeat("a", 1<<20)+"</t></si><si>", 1)
		}),
	} {
		_, err := workbook.Read(data)
		var why *diag.Refused
		if !errors.As(err, &why) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A row far down costs nothing.
	in, err := workbook.Read(with(func(s string) string { return strings.Replace(s, `<row r="3"`, `<row r="1048576"`, 1) }))
	if err != nil || len(in.Sheets[1].Rows) != len(odd) {
		t.Errorf("a row far down: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(write(f, book()))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := workbook.Read(data)
		var why *diag.Refused
		if err != nil && !errors.As(err, &why) {
			t.Errorf("%v", err)
		}
	})
}
