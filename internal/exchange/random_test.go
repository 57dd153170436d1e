package exchange_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"samsyn/internal/exchange"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
)

// names are the columns by which a row of a list is found again; a row whose name changes
// is another row afterwards.
var names = []string{"date", "source", "year", "month", "place", "category"}

// typed is something that somebody may type into a cell, as it must come back.
func typed(r *rand.Rand, b *grid.Book, c grid.Column) string {
	text := []string{"Ny text", "=1+1", "a: b # c", "\"citat\" och 'apostrof'", "- streck", "Ja", "null", "2025", "flera ord; med semikolon", "räksmörgås", "{a} [b] & *c*"}
	switch c.Kind {
	case grid.Choice, grid.YesNo, grid.Open:
		return c.Options[r.IntN(len(c.Options))].Label
	case grid.Many, grid.ManyOpen:
		s := c.Options[r.IntN(len(c.Options))].Label
		if other := c.Options[r.IntN(len(c.Options))].Label; other != s && r.IntN(2) == 0 {
			s += "\n" + other
		}
		return s
	case grid.Number:
		if r.IntN(2) == 0 && c.Key != "amount_sek" && c.Key != "baseline.year" && c.Key != "target.year" {
			return "1234,5"
		}
		return fmt.Sprint(2000 + r.IntN(90))
	case grid.Date:
		return fmt.Sprintf("20%02d-%02d-%02d", 10+r.IntN(80), 1+r.IntN(12), 1+r.IntN(28))
	case grid.Dates:
		return "2026-01-31\n2027-01-31"
	case grid.Prose:
		return text[r.IntN(len(text))] + "\n\n" + text[r.IntN(len(text))]
	}
	return text[r.IntN(len(text))]
}

// Whatever is typed into a workbook is in the content afterwards or told of, and nothing
// else is changed.
func TestRandomEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 9))
	p := open(t, "../../examples/storsjo")
	s := source(t, p)
	clean := book(t, s, "")
	all := 0
	for round := range 25 {
		in := back(t, clean)
		want := map[string]string{} // by sheet, row and column
		edits := map[string]bool{}  // the places
		for range 1 + r.IntN(12) {
			sheet := &clean.Sheets[r.IntN(len(clean.Sheets))]
			if len(sheet.Rows) == 0 {
				continue
			}
			row, column := r.IntN(len(sheet.Rows)), r.IntN(len(sheet.Columns))
			c := sheet.Columns[column]
			if c.Key[0] == '@' && c.Key != sheets.Body || slices.Contains(names, c.Key) || c.Kind != grid.Text && c.Kind != grid.Prose && c.Kind != grid.Date && c.Kind != grid.Dates && c.Kind != grid.Number && len(c.Options) == 0 {
				continue
			}
			value := typed(r, clean, c)
			table := in.Sheets[slices.IndexFunc(in.Sheets, func(t grid.Table) bool { return t.Key == sheet.Key })]
			table.Rows[row][column].Text = value
			where := sheet.Title + "!" + table.Rows[row][column].Ref
			delete(want, sheet.Key+"\x00"+sheet.Rows[row].ID+"\x00"+c.Key)
			delete(edits, where)
			if value != sheet.Rows[row].Cells[column] {
				want[sheet.Key+"\x00"+sheet.Rows[row].ID+"\x00"+c.Key] = value
				edits[where] = true
			}
		}
		all += len(edits)
		shuffle(r, in)
		out := merge(t, in, exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists})
		for _, told := range out.Told {
			if told.Outcome != exchange.Changed || !edits[told.Sheet+"!"+told.Ref] {
				t.Errorf("round %d: %s: %s", round, told.Where(), told.Sentence().SV)
			}
			delete(edits, told.Sheet+"!"+told.Ref)
		}
		for where := range edits {
			t.Errorf("round %d: nothing is told of %s", round, where)
		}
		after := book(t, source(t, p.With(out.Files)), "")
		for n, sheet := range after.Sheets {
			if len(sheet.Rows) != len(clean.Sheets[n].Rows) {
				t.Fatalf("round %d: %s has %d rows", round, sheet.Title, len(sheet.Rows))
			}
			for _, row := range sheet.Rows {
				old := clean.Sheets[n].Rows[slices.IndexFunc(clean.Sheets[n].Rows, func(o grid.Row) bool { return o.ID == row.ID })]
				for c, cell := range row.Cells {
					key := sheet.Key + "\x00" + row.ID + "\x00" + sheet.Columns[c].Key
					expected, edited := want[key]
					if !edited {
						expected = old.Cells[c]
					}
					if cell != expected && !renamed(want, sheet.Columns[c]) {
						t.Errorf("round %d: %s %s is %q, want %q", round, row.ID, sheet.Columns[c].Key, cell, expected)
					}
				}
			}
		}
	}
	if all < 60 {
		t.Errorf("only %d cells were edited", all)
	}
}

// renamed tells whether a column shows names, and a name was changed.
func renamed(want map[string]string, c grid.Column) bool {
	if c.Key[0] != '@' && len(c.Options) == 0 {
		return false
	}
	for key := range want {
		for _, name := range []string{"title", "name", "short_name", "unit"} {
			if len(key) > len(name) && key[len(key)-len(name):] == name {
				return true
			}
		}
	}
	return false
}

// shuffle sorts the rows of every sheet anew, moves the sheets and renames one.
func shuffle(r *rand.Rand, in *grid.Incoming) {
	for n := range in.Sheets {
		t := &in.Sheets[n]
		r.Shuffle(len(t.Rows), func(a, b int) {
			t.Rows[a], t.Rows[b] = t.Rows[b], t.Rows[a]
			t.IDs[a], t.IDs[b] = t.IDs[b], t.IDs[a]
			t.Lines[a], t.Lines[b] = t.Lines[b], t.Lines[a]
		})
	}
	r.Shuffle(len(in.Sheets), func(a, b int) { in.Sheets[a], in.Sheets[b] = in.Sheets[b], in.Sheets[a] })
}
