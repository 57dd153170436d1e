package exchange

import (
	"slices"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/sheets"
)

// unmarked finds the rows that left with the file and whose identifiers are no longer in
// it. Where somebody has emptied or removed the hidden column or line, their rows are still
// there, and must not come in a second time as new ones.
func (m *merging) unmarked() {
	m.lost = twins{}
	if !slices.Contains(m.table.IDs, "") {
		return
	}
	there := map[string]bool{}
	for _, id := range m.table.IDs {
		there[id] = true
	}
	for n := range m.base.Entries(m.kind) {
		if e := &m.base.Entries(m.kind)[n]; !there[e.ID] {
			m.add(m.lost, m.base, e, false)
		}
	}
}

// again is the identifier of the row that left with the file and is called what a row
// without an identifier is called, "" where there is none, or more than one.
func (m *merging) again(n int) string {
	if len(m.lost) == 0 {
		return ""
	}
	row, id := m.parsed(n, nil), ""
	for _, t := range m.lost[m.called(row)] {
		if !m.same(row, t) {
			continue
		}
		if id != "" {
			return ""
		}
		id = t.entry.ID
	}
	if id != "" && !m.toldUnmarked {
		m.toldUnmarked = true
		m.note(diag.Say("Några rader saknar sin dolda beteckning och känns igen på namnet i stället. Tomma celler i dem tar inte bort något.",
			"Some rows lack their hidden identifier and are known by their name instead. Empty cells in them remove nothing."))
	}
	return id
}

// same tells whether a row of the file is about what another row is about.
func (m *merging) same(row [][]sheets.Item, t *twin) bool {
	for c, column := range m.columns {
		if m.kind.Tells(column) && !(len(row[c]) == 0 && column.Key == sheets.InPlan) && !sheets.Same(row[c], t.items[c]) {
			return false
		}
	}
	return true
}
