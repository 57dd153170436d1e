package exchange_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/exchange"
	"samsyn/internal/exchange/csvfile"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
	"samsyn/internal/project"
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

// key is where a value stands in a content: its sheet, row and column.
func key(sheet, row, column string) string { return sheet + "\x00" + row + "\x00" + column }

// meeting is a workbook, or a CSV file, that several people have edited at random.
type meeting struct {
	*testing.T
	r     *rand.Rand
	clean *grid.Book
	file  []byte                // that it is written as
	rows  map[string][]grid.Row // of its sheets, by their keys
	in    *grid.Incoming
	want  map[string]string // what cells must hold afterwards, where it is not what they held
	told  map[string]int    // what must be told: an outcome and a place, or an outcome and a thing
	added map[string][]string
}

// leave is a book as it comes back from its file; as CSV it is the initiatives alone.
func leave(t *testing.T, r *rand.Rand, b *grid.Book, file []byte) *grid.Incoming {
	if r.IntN(4) > 0 {
		return incomingOf(t, file)
	}
	in, err := csvfile.Read(bytes.NewReader(asCSV(t, b)), b.Sheets[0].Key, b.Sheets[0].Title)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// table is the sheet of the file that a sheet of the book has become, nil where there is none.
func (m *meeting) table(s *grid.Sheet) *grid.Table {
	for n := range m.in.Sheets {
		if m.in.Sheets[n].Key == s.Key {
			return &m.in.Sheets[n]
		}
	}
	return nil
}

// cell types into a cell. It says where, "" where nothing was changed.
func (m *meeting) cell() {
	sheet := &m.clean.Sheets[m.r.IntN(len(m.clean.Sheets))]
	table := m.table(sheet)
	if table == nil || len(m.rows[sheet.Key]) == 0 {
		return
	}
	row, column := m.rows[sheet.Key][m.r.IntN(len(m.rows[sheet.Key]))], m.r.IntN(len(sheet.Columns))
	c := sheet.Columns[column]
	if !free(c) {
		return
	}
	at, value := slices.Index(table.IDs, row.ID), typed(m.r, m.clean, c)
	if at < 0 {
		return // the row is gone
	}
	cellOf(table, at, column).Text = value
	where, k := fmt.Sprint(exchange.Changed, sheet.Title+"!"+table.Cell(at, column).Ref()), key(sheet.Key, row.ID, c.Key)
	delete(m.want, k)
	delete(m.told, where)
	if value != row.Cells[column] {
		m.want[k], m.told[where] = value, 1
	}
}

// free tells whether a column may hold anything without its row becoming another one.
func free(c grid.Column) bool {
	chosen := c.Kind != grid.Text && c.Kind != grid.Prose && c.Kind != grid.Date && c.Kind != grid.Dates && c.Kind != grid.Number
	return (c.Key[0] != '@' || c.Key == sheets.Body) && !slices.Contains(names, c.Key) && !slices.Contains(strict, c.Key) && !(chosen && len(c.Options) == 0)
}

// strict are the fields of text that do not take any text: with another one in them the
// content has errors, and is not exported.
var strict = []string{"code", "url", "contact.url", "contact.email", "source.url"}

// remove takes a row out of the file: it has to stay in the content.
func (m *meeting) remove() {
	sheet := &m.clean.Sheets[m.r.IntN(len(m.clean.Sheets))]
	table := m.table(sheet)
	if table == nil || len(table.IDs) == 0 {
		return
	}
	at := m.r.IntN(len(table.IDs))
	if table.IDs[at] == "" || slices.ContainsFunc(slices.Collect(maps.Keys(m.want)), func(k string) bool { return strings.HasPrefix(k, key(sheet.Key, table.IDs[at], "")) }) {
		return
	}
	table.IDs, table.Rows, table.Lines = slices.Delete(table.IDs, at, at+1), slices.Delete(table.Rows, at, at+1), slices.Delete(table.Lines, at, at+1)
	if table.Off != nil {
		table.Off = slices.Delete(table.Off, at, at+1)
	}
	m.told[fmt.Sprint(exchange.Missing, sheet.Title+"!")]++
}

// add writes an initiative below the others: with what it needs alone, or as a copy of
// another one under its own name.
func (m *meeting) add(n int) {
	sheet := &m.clean.Sheets[0]
	table := m.table(sheet)
	if len(m.rows[sheet.Key]) == 0 {
		return
	}
	of := m.rows[sheet.Key][m.r.IntN(len(m.rows[sheet.Key]))]
	copied := m.r.IntN(2) == 0 && slices.Contains(table.IDs, of.ID)
	cells, title := make([]string, len(sheet.Columns)), fmt.Sprintf("Ny insats %d", n)
	at := len(table.Rows)
	table.Rows, table.Lines = append(table.Rows, nil), append(table.Lines, 1000+n)
	for c, column := range sheet.Columns {
		if copied || slices.Contains([]string{"@plan", "cooperation_area", "follow_up.method", "follow_up.responsible", "owner"}, column.Key) {
			cells[c] = of.Cells[c]
		}
		if column.Key == "title" {
			cells[c] = title
		}
		cellOf(table, at, c).Text = cells[c]
	}
	id := ""
	if copied {
		id = of.ID
		m.told[fmt.Sprint(exchange.Noted, sheet.Title+"!")]++
	}
	table.IDs = append(table.IDs, id)
	if table.Off != nil {
		table.Off = append(table.Off, 0)
	}
	m.told[fmt.Sprint(exchange.Added, sheet.Title+"!"+table.Cell(at, 0).Ref())] = 1
	m.added[title] = cells
}

// tells holds that everything that was done is told, and nothing else.
func (m *meeting) tells(out *exchange.Import) {
	m.Helper()
	for _, t := range out.Told {
		where := fmt.Sprint(t.Outcome, t.Sheet+"!"+t.Ref)
		if m.told[where]--; m.told[where] < 0 {
			m.Errorf("%s: %s", t.Where(), t.Sentence().SV)
		}
	}
	for where, n := range m.told {
		if n > 0 {
			m.Errorf("nothing is told of %q", where)
		}
	}
}

// holds holds that a content has what was typed, what was added, and all else as it was.
func (m *meeting) holds(after *grid.Book) {
	m.Helper()
	for n, sheet := range after.Sheets {
		old, now, more := m.rows[sheet.Key], rows(m.T, &after.Sheets[n]), 0
		for _, row := range now {
			at := slices.IndexFunc(old, func(o grid.Row) bool { return o.ID == row.ID })
			var was []string
			if at >= 0 {
				was = old[at].Cells
			} else if was, more = m.added[row.Cells[0]], more+1; was == nil && sheet.Key == "initiatives" {
				m.Errorf("%s was invented", row.ID)
				continue
			}
			for c, cell := range row.Cells {
				want, edited := m.want[key(sheet.Key, row.ID, sheet.Columns[c].Key)]
				if !edited && was != nil {
					want = was[c]
				}
				if fill := at < 0 && (was == nil || want == ""); cell != want && !fill && !renamed(m.want, sheet.Columns[c]) {
					m.Errorf("%s %s is %q, want %q", row.ID, sheet.Columns[c].Key, cell, want)
				}
			}
		}
		if sheet.Key == "initiatives" && more != len(m.added) || sheet.Key != "initiatives" && more > 0 || len(now) != len(old)+more {
			m.Errorf("%s has %d rows, of which %d are new; it had %d", sheet.Title, len(now), more, len(old))
		}
	}
}

// Whatever is typed into a file of any county is in the content afterwards, or told of,
// and nothing else is changed: not what somebody else has changed meanwhile either.
func TestRandomEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 9))
	edited := 0
	for _, dir := range counties {
		p := open(t, dir)
		s := source(t, p)
		clean := book(t, s, "")
		file := written(t, clean)
		all := map[string][]grid.Row{}
		for n := range clean.Sheets {
			all[clean.Sheets[n].Key] = rows(t, &clean.Sheets[n])
		}
		for round := range 20 {
			m := &meeting{t, r, clean, file, all, leave(t, r, clean, file), map[string]string{}, map[string]int{}, map[string][]string{}}
			for range 1 + r.IntN(14) {
				m.cell()
			}
			for range r.IntN(3) {
				m.remove()
			}
			for n := range r.IntN(3) {
				m.add(n)
			}
			edited += len(m.want)
			now := s
			tree := p
			if r.IntN(2) == 0 {
				tree = m.meanwhile(p, s)
				now = source(t, tree)
			}
			shuffle(r, m.in)
			out := merge(t, m.in, exchange.Versions{Base: s, Now: now, Exists: tree.Tree.Exists})
			m.tells(out)
			m.holds(book(t, source(t, tree.With(out.Files)), ""))
			if t.Failed() {
				t.Fatalf("%s, round %d", dir, round)
			}
		}
	}
	if edited < 150 {
		t.Errorf("only %d cells were edited", edited)
	}
}

// meanwhile is the content after somebody else has edited it: other cells, and one that was
// typed into as well, which is a clash.
func (m *meeting) meanwhile(p *project.Project, s sheets.Source) *project.Project {
	other := &meeting{m.T, m.r, m.clean, m.file, m.rows, incomingOf(m.T, m.file), map[string]string{}, map[string]int{}, map[string][]string{}}
	for range 1 + m.r.IntN(6) {
		other.cell()
	}
	out := merge(m.T, other.in, exchange.Versions{Base: s, Now: s, Exists: p.Tree.Exists})
	for k, theirs := range other.want {
		mine, both := m.want[k]
		m.want[k] = theirs
		if !both {
			continue
		}
		where := m.place(k)
		delete(m.told, fmt.Sprint(exchange.Changed, where))
		if mine != theirs {
			m.told[fmt.Sprint(exchange.Conflict, where)] = 1
		}
	}
	return p.With(out.Files)
}

// place is the sheet and cell of a value in the file.
func (m *meeting) place(k string) string {
	part := strings.Split(k, "\x00")
	for n := range m.clean.Sheets {
		if sheet := &m.clean.Sheets[n]; sheet.Key == part[0] {
			table := m.table(sheet)
			column := slices.IndexFunc(sheet.Columns, func(c grid.Column) bool { return c.Key == part[2] })
			return sheet.Title + "!" + table.Cell(slices.Index(table.IDs, part[1]), column).Ref()
		}
	}
	return ""
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
			if t.Off != nil {
				t.Off[a], t.Off[b] = t.Off[b], t.Off[a]
			}
		})
	}
	r.Shuffle(len(in.Sheets), func(a, b int) { in.Sheets[a], in.Sheets[b] = in.Sheets[b], in.Sheets[a] })
}
