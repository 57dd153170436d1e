package typeset

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"

	"samsyn/internal/pdfobj"
	"samsyn/internal/typeset/manuscript"
)

// What may not stand alone on a page brings the end of what it follows, whether
// that is text or a table.
func TestKeptSectionBringsCompany(t *testing.T) {
	seal := manuscript.Section{Follows: true, Blocks: []manuscript.Block{manuscript.Group{Blocks: []manuscript.Block{
		manuscript.Heading{Level: 1, Text: manuscript.Text("Sigill")}, manuscript.Para("Så kontrolleras det."), manuscript.SignatureField{Name: "sigill", Label: "Sigill"},
	}}}}
	const own = 2 // marks of the seal: a heading and a line
	alone := map[bool]int{}
	for n := 20; n < 50; n++ {
		table := manuscript.Table{Columns: []manuscript.Column{{Header: true}}, Header: []manuscript.Cell{manuscript.TextCell("Rubrik")}}
		text := []manuscript.Block{}
		for range n {
			table.Rows = append(table.Rows, manuscript.Row{Cells: []manuscript.Cell{manuscript.TextCell("Rad i en tabell")}})
			text = append(text, manuscript.Para("En rad."))
		}
		for _, before := range [][]manuscript.Block{{table}, text} {
			for _, seal.Kept = range []bool{false, true} {
				d := document(before...)
				d.Sections = append(d.Sections, seal)
				if pages := contents(t, parsed(t, d)); strings.Count(pages[len(pages)-1], "/MCID") <= own {
					alone[seal.Kept]++
				}
			}
		}
	}
	if alone[true] > 0 || alone[false] == 0 {
		t.Errorf("alone on its page: %d times where it may not be, %d where it may", alone[true], alone[false])
	}
}

// contents are the operators of each page.
func contents(t *testing.T, f *pdfobj.File) (out []string) {
	t.Helper()
	for _, ref := range f.Pages() {
		r, err := zlib.NewReader(bytes.NewReader(f.Stream(f.Dict(ref)["Contents"]).Data))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(content))
	}
	return out
}

// No page begins with a list's last few items, or ends with its first.
func TestFewItemsDoNotStandAlone(t *testing.T) {
	items := manuscript.List{}
	facts := manuscript.Facts{}
	for range 12 {
		items.Items = append(items.Items, manuscript.Item{Blocks: []manuscript.Block{manuscript.Para("En punkt.")}})
		facts.Items = append(facts.Items, manuscript.Fact{Label: "Uppgift", Value: []manuscript.Block{manuscript.Para("En punkt.")}})
	}
	divided := 0
	for _, list := range []manuscript.Block{items, facts} {
		for n := range 45 {
			var blocks []manuscript.Block
			for range n {
				blocks = append(blocks, manuscript.Para("En rad."))
			}
			pages := contents(t, parsed(t, document(append(blocks, list)...)))
			at := strings.Count(pages[len(pages)-1], "/Lbl <<")
			if 0 < at && at < 4 || 8 < at && at < 12 {
				t.Errorf("%d items stand on the last page after %d lines", at, n)
			}
			if 4 <= at && at <= 8 {
				divided++
			}
		}
	}
	if divided == 0 {
		t.Error("no list was divided")
	}
}
