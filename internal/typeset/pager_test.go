package typeset

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"

	"samsyn/internal/pdfobj"
	"samsyn/internal/tagged"
)

// pages lays pieces and tells on which page each is drawn.
func pages(t *testing.T, pieces []*piece) []int {
	t.Helper()
	d := document()
	l := &layout{doc: &d, out: tagged.New(d.Meta), chapters: map[*tagged.Page]string{}, notes: map[*Note]*noteBody{}}
	g := l.pager(false)
	at := make([]int, len(pieces))
	for i, p := range pieces {
		p.draw = func(spot) { at[i] = len(g.pages) }
		g.add(p)
	}
	g.end()
	return at
}

func TestKeepTogether(t *testing.T) {
	for before := range 60 {
		var pieces []*piece
		for range before {
			pieces = append(pieces, &piece{height: 15})
		}
		heading := len(pieces)
		pieces = append(pieces, &piece{height: 20, before: 30, keep: true}, &piece{height: 15, keep: true}, &piece{height: 15})
		at := pages(t, pieces)
		if at[heading] != at[heading+1] || at[heading] != at[heading+2] {
			t.Errorf("after %d lines a heading stands on page %d, its text on %d and %d", before, at[heading], at[heading+1], at[heading+2])
		}
		for i, p := range at {
			if p == 0 || i > 0 && p < at[i-1] {
				t.Fatalf("pages %v", at)
			}
		}
	}
}

// Never a first or a last line alone.
func TestNoWidows(t *testing.T) {
	for n := 1; n <= 8; n++ {
		for before := range 50 {
			var pieces []*piece
			for range before {
				pieces = append(pieces, &piece{height: 15})
			}
			for i := range n {
				pieces = append(pieces, &piece{height: 15, keep: keepsLine(i, n)})
			}
			at := pages(t, pieces)[before:]
			on := map[int]int{}
			for _, p := range at {
				on[p]++
			}
			if n == 1 || len(on) == 1 {
				continue
			}
			for p, lines := range on {
				if lines < 2 {
					t.Errorf("%d lines after %d others: %d alone on page %d", n, before, lines, p)
				}
			}
		}
	}
}

func TestTooTallForAnyPage(t *testing.T) {
	var pieces []*piece
	for range 100 { // one chunk of more than two pages
		pieces = append(pieces, &piece{height: 15, keep: true})
	}
	pieces = append(pieces, &piece{height: 15}, &piece{height: 5000}, &piece{height: 15})
	at := pages(t, pieces)
	for i, p := range at {
		if p == 0 {
			t.Fatalf("piece %d is lost", i)
		}
	}
	if last := at[len(at)-1]; last != 5 {
		t.Errorf("ends on page %d", last)
	}
}

// What may not stand alone on a page brings the end of what it follows, whether
// that is text or a table.
func TestKeptSectionBringsCompany(t *testing.T) {
	seal := Section{Follows: true, Blocks: []Block{Group{Blocks: []Block{
		Heading{Level: 1, Text: Text("Sigill")}, Para("Så kontrolleras det."), SignatureField{Name: "sigill", Label: "Sigill"},
	}}}}
	const own = 2 // marks of the seal: a heading and a line
	alone := map[bool]int{}
	for n := 20; n < 50; n++ {
		table := Table{Columns: []Column{{Header: true}}, Header: []Cell{TextCell("Rubrik")}}
		text := []Block{}
		for range n {
			table.Rows = append(table.Rows, Row{Cells: []Cell{TextCell("Rad i en tabell")}})
			text = append(text, Para("En rad."))
		}
		for _, before := range [][]Block{{table}, text} {
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
