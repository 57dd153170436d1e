package exchange

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
)

// broken tells whether a row is no whole one: its line has more cells than the headings',
// or it ends before a cell that said something when the file left. Spreadsheets leave out
// the empty cells at the end of a line, so fewer cells alone are nothing. e is the row as
// it was then, nil of a row that was not there.
func (m *merging) broken(n int, e *sheets.Entry) bool {
	if m.table.Off == nil || m.table.Off[n] == 0 {
		return false
	}
	if m.table.Off[n] > 0 {
		return true
	}
	there := len(m.table.Headings) + m.table.Off[n]
	for c, column := range m.columns {
		if e != nil && m.at[c] >= there && m.base.Cell(e, column) != "" {
			return true
		}
	}
	return false
}

// tellBroken tells of a row that is not taken since it is no whole one.
func (m *merging) tellBroken(n int) {
	wide := len(m.table.Headings) + 1
	m.tell(Told{Outcome: Untaken, Ref: m.ref(n), Thing: m.name(n), Message: diag.Say("raden har %[1]d celler och rubrikraden %[2]d, så ingenting i den tas in. Kanske står det ett semikolon eller en radbrytning i en text som saknar citattecken",
		"the row has %[1]d cells and the headings' row %[2]d, so nothing in it is taken. Perhaps a text without quotes holds a semicolon or a line break", wide+m.table.Off[n], wide)})
}

// keyless tells of a sheet that has lost the line with the columns' keys. Its columns are
// known by their headings.
func (m *merging) keyless() {
	if m.table.Key == "" && !slices.ContainsFunc(m.table.Keys, func(key string) bool { return key != "" }) {
		m.note(diag.Say("Den dolda raden överst i bladet är borta. Kolumnerna känns igen på sina rubriker.", "The hidden line at the top of the sheet is gone. The columns are known by their headings."))
	}
}

// alike tells of sheets that are not read since another is: somebody has copied that one,
// perhaps to change the copy.
func (m *merging) alike(in *grid.Incoming, used map[int]bool) {
	for n, t := range in.Sheets {
		for other, read := range in.Sheets {
			if !used[n] && used[other] && (t.Key != "" && t.Key == read.Key || strings.EqualFold(t.Title, read.Title)) {
				m.tell(Told{Outcome: Noted, Sheet: t.Title, Message: diag.Say("Bladet läses inte in, eftersom det är en kopia av bladet ”%[1]s”. Flytta dit det som har ändrats.", "The sheet is not read, since it is a copy of the sheet “%[1]s”. Move there what has been changed.", diag.Visible(read.Title))})
			}
		}
	}
}

// enough is how large a part of a sheet's columns must be known by their headings for the
// sheet to be known by them.
const enough = 0.5

// headed tells how large a part of a sheet's columns a table has headings of.
func headed(columns []*sheets.Column, t *grid.Table) float64 {
	return part(columns, func(c *sheets.Column) bool {
		return slices.ContainsFunc(t.Headings, func(heading string) bool { return sameName(heading, c.Heading) })
	})
}

// part is how large a part of a sheet's columns are known.
func part(columns []*sheets.Column, known func(*sheets.Column) bool) float64 {
	n := 0
	for _, c := range columns {
		if known(c) {
			n++
		}
	}
	return float64(n) / float64(max(len(columns), 1))
}

// keyed gives a table its keys back where they were taken for headings: somebody took the
// hidden column away, which says what sheet it is.
func keyed(columns []*sheets.Column, t *grid.Table) {
	asKeys := func(c *sheets.Column) bool { return slices.Contains(t.Headings, c.Key) }
	if t.Key != "" || len(t.Rows) == 0 || part(columns, asKeys) < enough {
		return
	}
	t.Keys = t.Headings
	t.Headings = make([]string, len(t.Keys))
	for n := range t.Headings {
		t.Headings[n] = t.Cell(0, n).Text
	}
	t.IDs, t.Rows, t.Lines = t.IDs[1:], t.Rows[1:], t.Lines[1:]
}

// outsiders tells of names that are none of a party or body: they are taken as they stand,
// which somebody who has misspelt one should know.
func (m *merging) outsiders(items []sheets.Item) {
	if m.outside == nil {
		m.outside = map[string]bool{}
		columns, _ := m.base.Columns(sheets.Kinds[0]) // they have been made before, without an error
		for n := range m.base.Entries(sheets.Kinds[0]) {
			for _, column := range columns {
				if column.Kind == grid.Open || column.Kind == grid.ManyOpen {
					for _, i := range m.base.Items(&m.base.Entries(sheets.Kinds[0])[n], column) {
						m.outside[i.Value] = m.outside[i.Value] || i.Outside
					}
				}
			}
		}
	}
	for _, i := range items {
		if i.Outside && !m.outside[i.Value] {
			m.outside[i.Value] = true
			m.note(diag.Say("”%[1]s” är varken part eller grupp här, och står därför med sitt namn.", "“%[1]s” is no party and no body here, and so stands by name.", diag.Visible(i.Value)))
		}
	}
}
