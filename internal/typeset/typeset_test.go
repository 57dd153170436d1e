package typeset

import (
	"bytes"
	"compress/zlib"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"samsyn/internal/figure"
	"samsyn/internal/fonts"
	"samsyn/internal/pdfobj"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/manuscript"
)

var update = flag.Bool("update", false, "write the golden files anew")

func document(blocks ...manuscript.Block) manuscript.Document {
	return manuscript.Document{Meta: tagged.Meta{Title: "Prov", Language: "sv-SE"}, Sections: []manuscript.Section{{Blocks: blocks}}}
}

func laid(t *testing.T, d manuscript.Document) *tagged.Doc {
	t.Helper()
	out, err := Layout(d)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func parsed(t *testing.T, d manuscript.Document) *pdfobj.File {
	t.Helper()
	b, err := Render(d)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfobj.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// What a screen reader meets in the sample, word for word.
func TestStructureOfSample(t *testing.T) {
	const golden = "testdata/sample.structure.txt"
	got := laid(t, sample()).Structure()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("line %d is\n%s\nnot\n%s\n(-update writes it anew)", i+1, g[i], w[i])
			}
		}
		t.Fatalf("%d lines, not %d", len(g), len(w))
	}
}

// Another place, time zone and number of processors give the same bytes.
func TestSameBytes(t *testing.T) {
	first, err := Render(sample())
	if err != nil {
		t.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	defer func(zone *time.Location) { time.Local = zone }(time.Local)
	time.Local = time.FixedZone("NZST", 12*60*60)
	t.Chdir(t.TempDir())
	again, err := Render(sample())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, again) {
		t.Error("the same document gives other bytes")
	}
}

// The contents name the page on which the heading stands, and lead there.
func TestContentsNumbers(t *testing.T) {
	d := sample()
	for i := range 90 { // contents of more than one page
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, manuscript.Heading{Level: 2, ID: fmt.Sprintf("mer-%d", i), Text: manuscript.Text(fmt.Sprintf("Mer om %d", i))}, manuscript.Para(long))
	}
	out := laid(t, d)
	structure := out.Structure()
	b, err := out.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfobj.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	pageOf := map[pdfobj.Ref]int{}
	for i, ref := range f.Pages() {
		pageOf[ref] = i + 1
	}
	dests := map[string]int{}
	names := f.Array(f.Dict(f.Dict(f.Root()["Names"])["Dests"])["Names"])
	for i := 0; i+1 < len(names); i += 2 {
		dests[f.Resolve(names[i]).(pdfobj.Str).Text()] = pageOf[f.Array(names[i+1])[0].(pdfobj.Ref)]
	}
	entries := regexp.MustCompile(`"(\d+)"\n +-> (\S+) "Gå till`).FindAllStringSubmatch(structure, -1)
	if len(entries) < 100 {
		t.Fatalf("%d entries", len(entries))
	}
	for _, e := range entries {
		if n, _ := strconv.Atoi(e[1]); dests[e[2]] != n {
			t.Errorf("%s is on page %d, the contents say %d", e[2], dests[e[2]], n)
		}
	}
}

// words are those that belong to structure, in order.
func words(t *testing.T, structure string) []string {
	t.Helper()
	var b strings.Builder
	for _, line := range strings.Split(structure, "\n") {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, `"`) {
			b.WriteByte(' ')
			continue
		}
		s, err := strconv.Unquote(line)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(strings.ReplaceAll(s, "\u00AD", ""))
	}
	return strings.Fields(b.String())
}

// A table over many pages keeps every word in its order, and none is drawn
// outside the text's part of the page.
func TestTableKeepsWords(t *testing.T) {
	var want []string
	table := manuscript.Table{Columns: []manuscript.Column{{Header: true}, {}, {}}, Header: []manuscript.Cell{manuscript.TextCell("Första"), manuscript.TextCell("Andra"), manuscript.TextCell("Tredje")}}
	want = append(want, "Första", "Andra", "Tredje")
	n := 0
	text := func(count int) string {
		var s []string
		for range count {
			n++
			s = append(s, fmt.Sprintf("ord%d", n))
		}
		want = append(want, s...)
		return strings.Join(s, " ")
	}
	for i := range 120 {
		table.Rows = append(table.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell(text(2)), {Blocks: []manuscript.Block{manuscript.Para(text(5 + i%60)), manuscript.Para(text(3))}}, manuscript.TextCell(text(i % 30))}})
	}
	// One row is taller than three pages.
	table.Rows = append(table.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell(text(1)), manuscript.TextCell(text(2500)), manuscript.TextCell(text(700))}})
	table.Rows = append(table.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell(text(1)), {}, manuscript.TextCell(text(1))}})

	d := document(manuscript.Heading{Level: 1, Text: manuscript.Text("Tabell")}, table)
	out := laid(t, d)
	got := words(t, out.Structure())[1:]
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("%d words, %d were given", len(got), len(want))
	}
	if len(out.Pages) < 8 {
		t.Errorf("%d pages", len(out.Pages))
	}
	checkMargins(t, parsed(t, d))
}

// checkMargins checks that text stands within the margins and between head and foot.
func checkMargins(t *testing.T, f *pdfobj.File) {
	t.Helper()
	place := regexp.MustCompile(`([-\d.]+) ([-\d.]+) Td`)
	for i, ref := range f.Pages() {
		p := f.Dict(ref)
		var box [4]float64
		for k, v := range f.Array(p["MediaBox"]) {
			box[k], _ = strconv.ParseFloat(string(v.(pdfobj.Num)), 64)
		}
		r, err := zlib.NewReader(bytes.NewReader(f.Stream(p["Contents"]).Data))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		room := design.MarginsOf(box[2] > box[3])
		for _, m := range place.FindAllSubmatch(content, -1) {
			x, _ := strconv.ParseFloat(string(m[1]), 64)
			y, _ := strconv.ParseFloat(string(m[2]), 64)
			if x < room.Left-1 || x > box[2]-room.Right+1 || y < room.Foot-1 || y > box[3]-room.Head+1 {
				t.Errorf("page %d: text at %v, %v", i+1, x, y)
			}
			if y < room.Bottom-1 && y > room.Foot+1 {
				t.Errorf("page %d: text at %v, below the last line", i+1, y)
			}
		}
	}
}

func TestSampleInsideMargins(t *testing.T) {
	d := sample()
	d.Cover = nil // which has margins of its own
	checkMargins(t, parsed(t, d))
}

// A table's header is tagged once and repeated as an artifact.
func TestHeaderRepeated(t *testing.T) {
	table := manuscript.Table{Header: []manuscript.Cell{manuscript.TextCell("Unikrubrik")}}
	for range 100 {
		table.Rows = append(table.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell("rad")}})
	}
	out := laid(t, document(table))
	if n := strings.Count(out.Structure(), "Unikrubrik"); n != 1 {
		t.Errorf("tagged %d times", n)
	}
	repeated := 0
	for _, content := range contents(t, parsed(t, document(table))) {
		repeated += strings.Count(content, "/Artifact <</Type /Pagination>> BDC")
	}
	if repeated != len(out.Pages)-1 || repeated < 2 {
		t.Errorf("repeated on %d of %d pages", repeated, len(out.Pages))
	}
}

// A map belongs to the site: a document that has one is no document with a part left out.
func TestMapIsNotLeftOut(t *testing.T) {
	area := figure.Area{Rings: [][]figure.Point{{{X: 1, Y: 1}, {X: 9, Y: 1}, {X: 1, Y: 9}}}, Fill: figure.Most}
	if _, err := Render(document(manuscript.Drawing{Figure: figure.Figure{Width: 9, Height: 9, Title: "Karta", Shapes: []figure.Shape{area}}})); err == nil {
		t.Error("a map is left out without a word")
	}
}

func TestMissingGlyph(t *testing.T) {
	for _, block := range []manuscript.Block{
		manuscript.Para("fel 漢 tecken"), manuscript.Heading{Level: 1, Text: manuscript.Text("漢")}, manuscript.Code{Text: "漢"}, manuscript.Facts{Items: []manuscript.Fact{{Label: "漢"}}},
		manuscript.Table{Header: []manuscript.Cell{manuscript.TextCell("漢")}}, manuscript.Drawing{Figure: figure.Figure{Width: 9, Height: 9, Title: "Tecken", Shapes: []figure.Shape{figure.Text{String: "漢"}}}},
		manuscript.Paragraph{Text: []manuscript.Span{{Text: "x", Note: &manuscript.Note{Blocks: []manuscript.Block{manuscript.Para("漢")}}}}},
	} {
		_, err := Render(document(block))
		var missing *fonts.MissingGlyph
		if !errors.As(err, &missing) || missing.Rune != '漢' || !strings.Contains(err.Error(), "漢") {
			t.Errorf("%T: error is %v", block, err)
		}
	}
	for _, s := range []string{"\xff", "ok\xc3", "a\x00b", "\u0007"} {
		if _, err := Render(document(manuscript.Para(s))); err == nil {
			t.Errorf("%q is set", s)
		}
	}
}

func TestHeadingsLeaveNoHole(t *testing.T) {
	structure := laid(t, document(manuscript.Heading{Level: 3, Text: manuscript.Text("a")}, manuscript.Heading{Level: 4, Text: manuscript.Text("b")}, manuscript.Heading{Level: 9, Text: manuscript.Text("c")}, manuscript.Heading{Level: -1, Text: manuscript.Text("d")})).Structure()
	got := regexp.MustCompile(`H\d`).FindAllString(structure, -1)
	if s := strings.Join(got, " "); s != "H1 H2 H3 H1" {
		t.Errorf("headings %s", s)
	}
}

func TestFootnotes(t *testing.T) {
	shared := &manuscript.Note{Blocks: []manuscript.Block{manuscript.Para("Delad.")}}
	nested := &manuscript.Note{Blocks: []manuscript.Block{manuscript.Paragraph{Text: []manuscript.Span{{Text: "Not i not", Note: shared}}}}}
	giant := &manuscript.Note{Blocks: []manuscript.Block{manuscript.Para(strings.Repeat(long, 40))}}
	d := document(
		manuscript.Paragraph{Text: []manuscript.Span{{Text: "a", Note: nested}, {Text: " b", Note: shared}, {Text: " c", Note: giant}}},
		manuscript.Table{Rows: []manuscript.Row{{Cells: []manuscript.Cell{{Blocks: []manuscript.Block{manuscript.Paragraph{Text: []manuscript.Span{{Text: "i cell", Note: &manuscript.Note{Blocks: []manuscript.Block{manuscript.Para("Cellens not.")}}}}}}}}}}},
		manuscript.Paragraph{Text: []manuscript.Span{{Text: "tom", Note: &manuscript.Note{}}}},
	)
	out := laid(t, d)
	s := out.Structure()
	for _, want := range []string{"Delad.", "Not i not", "Cellens not."} {
		if strings.Count(s, want) != 1 {
			t.Errorf("%q stands %d times", want, strings.Count(s, want))
		}
	}
	if n := strings.Count(s, "Note ID="); n != 5 {
		t.Errorf("%d notes", n)
	}
	if len(out.Pages) < 2 {
		t.Error("a note longer than a page takes one page")
	}
	if _, err := out.Bytes(); err != nil {
		t.Error(err)
	}
	checkMargins(t, parsed(t, d))
}

// A line that ends where no white space was reads on without one: an address or a
// checksum is copied whole.
func TestDividedWordsAreWhole(t *testing.T) {
	sum := strings.Repeat("0123456789abcdef", 8)
	url := "https://www.example.se/" + strings.Repeat("katalog-med-namn/", 9)
	out := laid(t, document(
		manuscript.Paragraph{Text: []manuscript.Span{{Text: sum, Code: true}}}, manuscript.Para(url), manuscript.Para(long),
		manuscript.Paragraph{Text: []manuscript.Span{{Text: "Första", Break: true}, {Text: "andra"}}},
	)).Structure()
	var said strings.Builder
	for line := range strings.Lines(out) {
		if s, err := strconv.Unquote(strings.TrimSpace(line)); err == nil {
			said.WriteString(strings.ReplaceAll(s, "\u00AD", ""))
		}
	}
	for _, want := range []string{sum, url, strings.TrimSpace(long), "Första andra"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("it does not say %q:\n%s", want, out)
		}
	}
}
