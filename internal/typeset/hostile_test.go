package typeset

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"samsyn/internal/figure"
)

// Whatever a document holds, it becomes pages or an error.
func TestHostile(t *testing.T) {
	deep := Block(Para("botten"))
	for range 60 {
		deep = List{Items: []Item{{Blocks: []Block{Quote{Blocks: []Block{deep}}}}}}
	}
	var cells []Cell
	for i := range 60 {
		cells = append(cells, TextCell(fmt.Sprintf("kolumn%d", i)))
	}
	headings := make([]Block, 300)
	for i := range headings {
		headings[i] = Heading{Level: 2, Text: Text("Rubrik utan text")}
	}
	for name, blocks := range map[string][]Block{
		"nothing":          nil,
		"empty":            {Para(""), Heading{}, List{}, List{Items: []Item{{}}}, Quote{}, Code{}, Facts{}, Facts{Items: []Fact{{}}}, Table{}, Drawing{}, PageBreak{}, PageBreak{}},
		"only spaces":      {Para("  \t \n "), Heading{Level: 1, Text: Text("   ")}, TextBlock(" "), Table{Rows: []Row{{Cells: []Cell{TextCell(" ")}}}}},
		"only a page":      {PageBreak{}},
		"empty cells":      {Table{Header: []Cell{{}}, Rows: []Row{{}, {Cells: []Cell{{}, {}, {}}}, {Cells: []Cell{{Span: 99}}}, {Cells: []Cell{{Span: -1}}}}}},
		"a long word":      {Para(strings.Repeat("ordutanslut", 3000)), Table{Rows: []Row{{Cells: []Cell{TextCell(strings.Repeat("x", 5000)), TextCell("y")}}}}},
		"a long address":   {Para("https://" + strings.Repeat("a/", 20000))},
		"marks":            {Para("a" + strings.Repeat("\u0301", 3000)), Para(strings.Repeat("\u200B\u00AD\u2060", 3000))},
		"dashes":           {Para(strings.Repeat("å-✓a-", 20000))},
		"many columns":     {Table{Rows: []Row{{Cells: cells}}}},
		"deep lists":       {deep},
		"only headings":    headings,
		"a long heading":   {Heading{Level: 1, Text: Text(strings.Repeat("Rubrik ", 2000))}},
		"a huge figure":    {Drawing{Figure: figure.Figure{Width: 1e6, Height: 1e7, Shapes: []figure.Shape{figure.Circle{X: 5e5, Y: 5e6, R: 1e5, Fill: figure.Ink}, figure.Polygon{}, figure.Polyline{}}}, Caption: Text("Stor")}},
		"a broken figure":  {Drawing{Figure: figure.Figure{Width: -1, Height: 1}}},
		"signature fields": {SignatureField{Name: "a", Label: "A", Height: 9999}, SignatureField{Name: "b", Label: "B", Height: -1}},
		"direction":        {Para("a\u200Eb\u200Fc\u2066d\u2069")},
		"negative shares":  {Table{Columns: []Column{{Share: -1}, {Share: 99}}, Rows: []Row{{Cells: []Cell{TextCell("a"), TextCell("b")}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Render(document(blocks...))
			if len(blocks) == 0 || name == "only a page" || name == "a broken figure" {
				return // no pages may be an error
			}
			if err != nil || len(b) == 0 {
				t.Errorf("%d bytes, %v", len(b), err)
			}
		})
	}
}

// What would make a document that no screen reader can read is an error.
func TestRefused(t *testing.T) {
	for want, block := range map[string]Block{
		"neither title":         Drawing{Figure: figure.Figure{Width: 9, Height: 9, Title: " "}},
		"needs a name":          SignatureField{Name: "del.namn", Label: "Namn"},
		`"part", ""`:            SignatureField{Name: "part"},
		"two signature fields":  List{Items: []Item{{Blocks: []Block{SignatureField{Name: "a", Label: "A"}, SignatureField{Name: "a", Label: "B"}}}}},
		"which is not in the d": Paragraph{Text: []Span{{Text: "x", To: "ingenstans"}}},
	} {
		if _, err := Render(document(block)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v", want, err)
		}
	}
}

// TextBlock is a paragraph in small.
func TextBlock(s string) Block { return Paragraph{Tone: Small, Text: Text(s)} }

func TestTableInCell(t *testing.T) {
	inner := Table{Rows: []Row{{Cells: []Cell{TextCell("a")}}}}
	if _, err := Render(document(Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{inner}}}}}})); err == nil {
		t.Error("a table in a cell is set")
	}
}

// Ten thousand rows take a memory that grows no faster than they do.
func TestLongTable(t *testing.T) {
	table := Table{Columns: []Column{{Header: true}, {}, {Align: Right}}, Header: []Cell{TextCell("Nr"), TextCell("Text"), TextCell("Tal")}}
	for i := range 10_000 {
		table.Rows = append(table.Rows, Row{Cells: []Cell{TextCell(fmt.Sprint(i)), TextCell("Kompetensförsörjning i länets kommuner, rad " + fmt.Sprint(i)), TextCell(fmt.Sprint(i * 7))}})
	}
	b, err := Render(document(table))
	if err != nil {
		t.Fatal(err)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if len(b) < 100_000 || m.Sys > 600<<20 {
		t.Errorf("%d bytes, %d MiB", len(b), m.Sys>>20)
	}
}

func FuzzParagraph(f *testing.F) {
	f.Add("Kommunstyrelsen beslutar – och så vidare.", 200.0)
	f.Add("\u00AD\u200B a-b/c", 1.0)
	f.Fuzz(func(t *testing.T, text string, share float64) {
		if len(text) > 2000 {
			return
		}
		note := &Note{Blocks: []Block{Para(text)}}
		// An error is fine; a panic or a hang is not.
		_, _ = Render(document(Paragraph{Text: []Span{{Text: text, Bold: true}, {Text: text, Note: note, URI: text}}},
			Table{Columns: []Column{{Share: share}}, Rows: []Row{{Cells: []Cell{TextCell(text), TextCell(text)}}}}, Code{Text: text},
			List{Ordered: true, Start: -5, Items: []Item{{Blocks: []Block{Para(text)}}}}))
	})
}
