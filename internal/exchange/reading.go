package exchange

import (
	"slices"

	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
)

// chosen gives the columns of a sheet the keys that somebody has chosen for them.
func (v Versions) chosen(t *grid.Table) {
	i := slices.IndexFunc(v.Columns, func(c Chosen) bool { return c.Sheet == t.Title && len(c.Keys) == len(t.Keys) })
	if i < 0 {
		return
	}
	if t.Keys = slices.Clone(v.Columns[i].Keys); t.Key == "" {
		t.Key = v.Columns[i].Kind
	}
}

// read notes what each column of the sheet at hand is read as.
func (m *merging) read() {
	s := Sheet{Title: m.table.Title, Kind: m.kind.Key}
	for i, heading := range m.table.Headings {
		r := Reading{Heading: heading, Key: Unread, Empty: !m.filled(i)}
		if n := slices.Index(m.at, i); n >= 0 {
			r.Field, r.Key = m.columns[n].Heading, m.columns[n].Key
		}
		s.Columns = append(s.Columns, r)
	}
	for _, c := range m.columns {
		s.Fields = append(s.Fields, Reading{Field: c.Heading, Key: c.Key})
	}
	m.out.Read = append(m.out.Read, s)
}

// unknown notes the columns of the first sheet of a file in which none is known, as those of
// initiatives, which people most often have in a list of their own.
func (m *merging) unknown(in *grid.Incoming) (err error) {
	n := slices.IndexFunc(in.Sheets, func(t grid.Table) bool { return len(t.Headings) > 0 && len(t.Rows) > 0 })
	if n < 0 {
		return nil
	}
	m.kind, m.table = sheets.Kinds[0], &in.Sheets[n]
	m.columns, err = m.base.Columns(m.kind)
	m.at = nil // none is read
	m.read()
	m.table = nil
	return err
}
