package exchange

import (
	"samsyn/internal/diag"
	"samsyn/internal/exchange/sheets"
)

// original finds the rows that others are copies of. A sorted sheet has the copy first as
// often as not, so the original is the one that is still called what it was.
func (m *merging) original() {
	m.originals = map[string]int{}
	first := map[string]int{}
	for n, id := range m.table.IDs {
		if id == "" {
			continue
		}
		before, twice := first[id]
		if !twice {
			first[id] = n
			continue
		}
		if _, known := m.originals[id]; !known {
			m.originals[id] = before
		}
		if e := m.base.Entry(m.kind, id); e != nil && m.name(m.originals[id]) != m.named(e) && m.name(n) == m.named(e) {
			m.originals[id] = n
		}
	}
}

// copied takes a row whose identifier another row has: somebody copied that one. Where it
// has been given another name it is a new row.
func (m *merging) copied(n, first int) error {
	same := true
	for c := range m.columns {
		a, _ := m.cell(n, c)
		b, _ := m.cell(first, c)
		same = same && sheets.Clean(a.Text) == sheets.Clean(b.Text)
	}
	if same {
		m.note(diag.Say("Rad %[1]d är en kopia av rad %[2]d och läses inte in.", "Row %[1]d is a copy of row %[2]d and is not read.", m.table.Lines[n], m.table.Lines[first]))
		return nil
	}
	if m.name(n) == m.name(first) {
		m.tell(Told{Outcome: Untaken, Ref: m.ref(n), Thing: m.name(n), Message: diag.Say("raden är kopierad från rad %[1]d och heter likadant, så det går inte att veta vilken som gäller. Ta bort den ena, eller ge den nya ett annat namn.",
			"the row is copied from row %[1]d and has the same name, so it cannot be told which counts. Remove one of them, or give the new one another name.", m.table.Lines[first])})
		return nil
	}
	m.note(diag.Say("Rad %[1]d är kopierad från rad %[2]d och räknas som ny.", "Row %[1]d is copied from row %[2]d and counts as new.", m.table.Lines[n], m.table.Lines[first]))
	return m.added(n)
}
