package typeset

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"samsyn/internal/figure"
	"samsyn/internal/typeset/manuscript"
)

// Whatever a document holds, it becomes pages or an error.
func TestHostile(t *testing.T) {
	deep := manuscript.Block(manuscript.Para("botten"))
	for range 60 {
		deep = manuscript.List{Items: []manuscript.Item{{Blocks: []manuscript.Block{manuscript.Quote{Blocks: []manuscript.Block{deep}}}}}}
	}
	var cells []manuscript.Cell
	for i := range 60 {
		cells = append(cells, manuscript.TextCell(fmt.Sprintf("kolumn%d", i)))
	}
	headings := make([]manuscript.Block, 300)
	for i := range headings {
		headings[i] = manuscript.Heading{Level: 2, Text: manuscript.Text("Rubrik utan text")}
	}
	for name, blocks := range map[string][]manuscript.Block{
		"nothing":          nil,
		"empty":            {manuscript.Para(""), manuscript.Heading{}, manuscript.List{}, manuscript.List{Items: []manuscript.Item{{}}}, manuscript.Quote{}, manuscript.Code{}, manuscript.Facts{}, manuscript.Facts{Items: []manuscript.Fact{{}}}, manuscript.Table{}, manuscript.Drawing{}, manuscript.PageBreak{}, manuscript.PageBreak{}},
		"only spaces":      {manuscript.Para("  \t \n "), manuscript.Heading{Level: 1, Text: manuscript.Text("   ")}, TextBlock(" "), manuscript.Table{Rows: []manuscript.Row{{Cells: []manuscript.Cell{manuscript.TextCell(" ")}}}}},
		"only a page":      {manuscript.PageBreak{}},
		"empty cells":      {manuscript.Table{Header: []manuscript.Cell{{}}, Rows: []manuscript.Row{{}, {Cells: []manuscript.Cell{{}, {}, {}}}, {Cells: []manuscript.Cell{{Span: 99}}}, {Cells: []manuscript.Cell{{Span: -1}}}}}},
		"a long word":      {manuscript.Para(strings.Repeat("ordutanslut", 3000)), manuscript.Table{Rows: []manuscript.Row{{Cells: []manuscript.Cell{manuscript.TextCell(strings.Repeat("x", 5000)), manuscript.TextCell("y")}}}}},
		"a long address":   {manuscript.Para("https://" + strings.Repeat("a/", 20000))},
		"marks":            {manuscript.Para("a" + strings.Repeat("\u0301", 3000)), manuscript.Para(strings.Repeat("\u200B\u00AD\u2060", 3000))},
		"dashes":           {manuscript.Para(strings.Repeat("å-✓a-", 20000))},
		"many columns":     {manuscript.Table{Rows: []manuscript.Row{{Cells: cells}}}},
		"deep lists":       {deep},
		"only headings":    headings,
		"a long heading":   {manuscript.Heading{Level: 1, Text: manuscript.Text(strings.Repeat("Rubrik ", 2000))}},
		"a huge figure":    {manuscript.Drawing{Figure: figure.Figure{Width: 1e6, Height: 1e7, Shapes: []figure.Shape{figure.Circle{X: 5e5, Y: 5e6, R: 1e5, Fill: figure.Ink}, figure.Polygon{}, figure.Polyline{}}}, Caption: manuscript.Text("Stor")}},
		"a broken figure":  {manuscript.Drawing{Figure: figure.Figure{Width: -1, Height: 1}}},
		"signature fields": {manuscript.SignatureField{Name: "a", Label: "A", Height: 9999}, manuscript.SignatureField{Name: "b", Label: "B", Height: -1}},
		"direction":        {manuscript.Para("a\u200Eb\u200Fc\u2066d\u2069")},
		"negative shares":  {manuscript.Table{Columns: []manuscript.Column{{Share: -1}, {Share: 99}}, Rows: []manuscript.Row{{Cells: []manuscript.Cell{manuscript.TextCell("a"), manuscript.TextCell("b")}}}}},
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
	for want, block := range map[string]manuscript.Block{
		"neither title":         manuscript.Drawing{Figure: figure.Figure{Width: 9, Height: 9, Title: " "}},
		"needs a name":          manuscript.SignatureField{Name: "del.namn", Label: "Namn"},
		`"part", ""`:            manuscript.SignatureField{Name: "part"},
		"two signature fields":  manuscript.List{Items: []manuscript.Item{{Blocks: []manuscript.Block{manuscript.SignatureField{Name: "a", Label: "A"}, manuscript.SignatureField{Name: "a", Label: "B"}}}}},
		"which is not in the d": manuscript.Paragraph{Text: []manuscript.Span{{Text: "x", To: "ingenstans"}}},
	} {
		if _, err := Render(document(block)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v", want, err)
		}
	}
}

// TextBlock is a paragraph in small.
func TextBlock(s string) manuscript.Block {
	return manuscript.Paragraph{Tone: manuscript.Small, Text: manuscript.Text(s)}
}

func TestTableInCell(t *testing.T) {
	inner := manuscript.Table{Rows: []manuscript.Row{{Cells: []manuscript.Cell{manuscript.TextCell("a")}}}}
	if _, err := Render(document(manuscript.Table{Rows: []manuscript.Row{{Cells: []manuscript.Cell{{Blocks: []manuscript.Block{inner}}}}}})); err == nil {
		t.Error("a table in a cell is set")
	}
}

// Five thousand rows, on more pages than are drawn together, stay under 300 MiB.
func TestLongTable(t *testing.T) {
	table := manuscript.Table{Columns: []manuscript.Column{{Header: true}, {}, {Align: manuscript.Right}}, Header: []manuscript.Cell{manuscript.TextCell("Nr"), manuscript.TextCell("Text"), manuscript.TextCell("Tal")}}
	for i := range 5_000 {
		table.Rows = append(table.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell(fmt.Sprint(i)), manuscript.TextCell("Kompetensförsörjning i länets kommuner, rad " + fmt.Sprint(i)), manuscript.TextCell(fmt.Sprint(i * 7))}})
	}
	b, err := Render(document(table))
	if err != nil {
		t.Fatal(err)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if len(b) < 100_000 || m.Sys > 300<<20 {
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
		note := &manuscript.Note{Blocks: []manuscript.Block{manuscript.Para(text)}}
		// An error is fine; a panic or a hang is not.
		_, _ = Render(document(manuscript.Paragraph{Text: []manuscript.Span{{Text: text, Bold: true}, {Text: text, Note: note, URI: text}}},
			manuscript.Table{Columns: []manuscript.Column{{Share: share}}, Rows: []manuscript.Row{{Cells: []manuscript.Cell{manuscript.TextCell(text), manuscript.TextCell(text)}}}}, manuscript.Code{Text: text},
			manuscript.List{Ordered: true, Start: -5, Items: []manuscript.Item{{Blocks: []manuscript.Block{manuscript.Para(text)}}}}))
	})
}
