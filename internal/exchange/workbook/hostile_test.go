package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/workbook"
)

const (
	ours   = "xl/worksheets/sheet2.xml"
	listed = "xl/workbook.xml"
	shared = "xl/sharedStrings.xml"
)

// first is the first cell below the headings.
var first = regexp.MustCompile(`<c r="B3".*?</c>`)

// instead is a book in which another cell stands in the place of the first.
func instead(t *testing.T, data []byte, cell string) []byte {
	return changed(t, data, ours, func(s string) string {
		at := first.FindString(s)
		if at == "" {
			t.Fatal("there is no first cell")
		}
		return strings.Replace(s, at, cell, 1)
	})
}

// What others than Samsyn write into a cell is read as what it is, or as what cannot be taken.
func TestCellsOfOthers(t *testing.T) {
	good := write(t, book())
	for cell, want := range map[string]grid.Cell{
		`<c r="B3" t="str"><f>A1&amp;"x"</f><v>summa</v></c>`: {Text: "summa", Typed: grid.AsFormula},
		`<c r="B3"><f t="shared" si="0"/><v>3</v></c>`:        {Text: "3", Typed: grid.AsFormula},
		`<c r="B3"><f t="array" ref="B3:B9">SUM(1)</f></c>`:   {Typed: grid.AsFormula},
		`<c r="B3" t="e"><v>#N/A</v></c>`:                     {Text: "#N/A", Typed: grid.AsError},
		`<c r="B3" t="e"><f>NA()</f><v>#N/A</v></c>`:          {Text: "#N/A", Typed: grid.AsFormula},
		`<c r="B3"><v>6.5E1</v></c>`:                          {Text: "65", Typed: grid.AsNumber},
		`<c r="B3"><v>1.0000000000000001E-5</v></c>`:          {Text: "0.00001", Typed: grid.AsNumber},
		`<c r="B3"><v>-2E+3</v></c>`:                          {Text: "-2000", Typed: grid.AsNumber},
		`<c r="B3" t="d"><v>2026-09-01T00:00:00</v></c>`:      {Text: "2026-09-01", Typed: grid.AsDate},
		`<c r="B3" t="inlineStr"><is><r><rPr><b/><sz val="11"/></rPr><t>fet</t></r><r><t xml:space="preserve"> och mager</t></r><rPh sb="0" eb="1"><t>uttal</t></rPh></is></c>`: {Text: "fet och mager"},
	} {
		in, err := workbook.Read(instead(t, good, cell))
		if err != nil {
			t.Errorf("%s: %v", cell, err)
			continue
		}
		want.Line, want.Column = 3, 2
		if got := in.Sheets[1].Cell(0, 0); got != want {
			t.Errorf("%s: %+v, want %+v", cell, got, want)
		}
	}
}

// What stands around the cells changes nothing in them, and is told where somebody should know.
func TestBooksOfOthers(t *testing.T) {
	good := write(t, book())
	in := func(part, old, with string) []byte {
		return changed(t, good, part, func(s string) string {
			if !strings.Contains(s, old) {
				t.Fatalf("%s has no %s", part, old)
			}
			return strings.Replace(s, old, with, 1)
		})
	}
	var names strings.Builder
	for n := range 20_000 {
		fmt.Fprintf(&names, `<definedName name="n%d">[1]Blad!$A$1</definedName>`, n)
	}
	for name, c := range map[string]struct {
		data  []byte
		title string
		notes []grid.Oddity
	}{
		"a whole sheet merged":     {in(ours, "</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`), "Insatser", []grid.Oddity{grid.HasMerged}},
		"links to other files":     {more(t, good, "xl/externalLinks/externalLink1.xml", `<externalLink><externalBook r:id="rId1"/></externalLink>`), "Insatser", []grid.Oddity{grid.HasLinks}},
		"macros":                   {more(t, good, "xl/vbaProject.bin", "\xd0\xcf\x11\xe0"), "Insatser", []grid.Oddity{grid.HasMacros}},
		"a hidden sheet":           {in(listed, `name="Insatser"`, `name="Insatser" state="hidden"`), "Insatser", nil},
		"a very hidden sheet":      {in(listed, `name="Insatser"`, `name="Insatser" state="veryHidden"`), "Insatser", nil},
		"a renamed sheet":          {in(listed, `name="Insatser"`, `name="Från mötet &lt;2&gt;"`), "Från mötet <2>", nil},
		"names that lead away":     {in(listed, "</sheets>", "</sheets><definedNames>"+names.String()+"</definedNames>"), "Insatser", nil},
		"two sheets of one name":   {in(listed, `name="Tomt"`, `name="INSATSER"`), "Insatser", nil},
		"a calendar from 1904":     {in(listed, "<sheets>", `<workbookPr date1904="1"/><sheets>`), "Insatser", nil},
		"a million empty rows":     {in(ours, "<sheetData>", "<sheetData>"+strings.Repeat(`<row spans="1:4"/>`, 1_000_000)), "Insatser", nil},
		"a million styled nothing": {in(ours, "<sheetData>", "<sheetData>"+strings.Repeat(`<row r="9"><c r="B9" s="1"/></row>`, 1_000_000)), "Insatser", nil},
	} {
		got, took, err := read(c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s := got.Sheets[1]
		if s.Title != c.title || s.Key != "initiatives" || len(s.Rows) != len(odd) || s.Cell(0, 0).Text != odd[0] || !slices.Equal(got.Notes, c.notes) {
			t.Errorf("%s: %s with %d rows from %q, notes %v", name, s.Title, len(s.Rows), s.Cell(0, 0).Text, got.Notes)
		}
		if took > 64<<20 {
			t.Errorf("%s takes %d MiB in all", name, took>>20)
		}
	}
}

// Days are counted from another one in books that began on an old Mac.
func TestDaysFrom1904(t *testing.T) {
	const day = 46266 - 1462 // 1 September 2026
	data := changed(t, write(t, book()), listed, func(s string) string {
		return strings.Replace(s, "<sheets>", `<workbookPr date1904="true"/><sheets>`, 1)
	})
	data = changed(t, data, "xl/styles.xml", func(s string) string { // what the style of the first cell shows
		return regexp.MustCompile(`(<cellXfs[^>]*>)<xf numFmtId="\d+"`).ReplaceAllString(s, `$1<xf numFmtId="14"`)
	})
	in, err := workbook.Read(instead(t, data, fmt.Sprintf(`<c r="B3" s="0"><v>%d</v></c>`, day)))
	if err != nil {
		t.Fatal(err)
	}
	if c := in.Sheets[1].Cell(0, 0); c.Text != "2026-09-01" || c.Typed != grid.AsDate {
		t.Errorf("%+v", c)
	}
}

// Hundreds of thousands of texts that cells might share are read, and cost what they are.
func TestManySharedTexts(t *testing.T) {
	const many = 200_000
	before := 0
	data := changed(t, write(t, book()), shared, func(s string) string {
		before = strings.Count(s, "<si>")
		var more strings.Builder
		for n := range many {
			more.WriteString("<si><r><t>text </t></r><r><t>" + strconv.Itoa(n) + "</t></r></si>")
		}
		return strings.Replace(s, "</sst>", more.String()+"</sst>", 1)
	})
	in, took, err := read(instead(t, data, fmt.Sprintf(`<c r="B3" t="s"><v>%d</v></c>`, before+many-1)))
	if err != nil {
		t.Fatal(err)
	}
	if c := in.Sheets[1].Cell(0, 0); c.Text != fmt.Sprint("text ", many-1) {
		t.Errorf("%+v", c)
	}
	if took > 44<<20 {
		t.Errorf("takes %d MiB in all", took>>20)
	}
}

// read reads a workbook and tells how many bytes that allocates in all.
func read(data []byte) (*grid.Incoming, uint64, error) {
	var from, to runtime.MemStats
	runtime.ReadMemStats(&from)
	in, err := workbook.Read(data)
	runtime.ReadMemStats(&to)
	return in, to.TotalAlloc - from.TotalAlloc, err
}

// more is a workbook with one more part.
func more(t *testing.T, data []byte, name, text string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	out, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(out, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
