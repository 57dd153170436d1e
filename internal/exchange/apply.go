package exchange

import (
	"bytes"
	"cmp"
	"errors"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/blank"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
	"samsyn/internal/rewrite"
)

// edit is one thing that changes in a file: a cell, or a new entry of a list.
type edit struct {
	kind   *sheets.Kind
	place  sheets.Place
	column *sheets.Column
	values []sheets.Item

	columns []*sheets.Column // of a new entry
	row     [][]sheets.Item
	told    int // which of the things told it is
}

func (m *merging) put(file string, e edit) {
	if m.edits[file] == nil {
		m.order = append(m.order, file)
	}
	m.edits[file] = append(m.edits[file], e)
}

// apply makes the files.
func (m *merging) apply() error {
	for _, file := range m.order {
		if m.now.Broken(file) {
			for _, e := range m.edits[file] {
				m.refuse(e, diag.Say("%[1]s har fel som måste rättas först. Kör samsyn validate för att se dem", "%[1]s has errors that must be put right first. Run samsyn validate to see them", file))
			}
			continue
		}
		data, begun := m.fresh[file]
		if !begun {
			var err error
			if data, err = m.Now.Read(file); err != nil {
				return err
			}
		}
		after, err := m.changed(file, data)
		switch {
		case errors.Is(err, rewrite.ErrForm):
			for _, e := range m.edits[file] {
				m.refuse(e, diag.Say("%[1]s är skriven på ett sätt som gör att den inte kan ändras säkert. Kör samsyn fmt först, eller ändra för hand", "%[1]s is written so that nothing can safely be changed. Run samsyn fmt, or change it by hand", file))
			}
			continue
		case err != nil:
			return err
		case begun:
			m.out.Files[file] = after
		case !bytes.Equal(data, after):
			m.out.Files[file], m.out.Before[file] = after, data
		}
	}
	return nil
}

// refuse tells that something could not be taken after all.
func (m *merging) refuse(e edit, why diag.Text) {
	t := &m.out.Told[e.told]
	t.Outcome, t.Message = Untaken, why
}

// changed is a file with its edits made.
func (m *merging) changed(file string, data []byte) ([]byte, error) {
	edits := m.edits[file]
	f, err := rewrite.Read(edits[0].kind.Schema, strings.HasSuffix(file, ".md"), data)
	if err != nil {
		return nil, err
	}
	root := f.All()
	var body *string
	for _, e := range edits {
		switch {
		case e.columns != nil:
			m.entry(root, e)
		case e.column.Key == sheets.Body:
			text := around(f.Body, e.values)
			body = &text
		default:
			m.cellIn(f, root, e)
		}
	}
	return f.With(root, body)
}

// around is a text with the empty lines that stood around the one it replaces.
func around(was string, values []sheets.Item) string {
	above, below := "\n", "\n"
	if text := strings.Trim(was, "\n"); text != "" {
		above = was[:strings.Index(was, text)]
		below = was[len(above)+len(text):]
	}
	if len(values) == 0 {
		return ""
	}
	return above + values[0].Value + below
}

// cellIn changes what one cell says.
func (m *merging) cellIn(f *rewrite.File, root *rewrite.Value, e edit) {
	at := root
	if e.kind.List != "" {
		if at = standing(f, reach(root, e.kind.List), e.place.At); at == nil {
			m.refuse(e, diag.Say("raden finns inte längre", "the row is no longer there"))
			return
		}
		at.Open()
	}
	if e.kind.Counts == "" {
		set(at, strings.Split(e.column.Key, "."), e.column, e.values)
		return
	}
	counts := reach(at, e.kind.Counts)
	if counts == nil {
		return
	}
	count(counts, e.place.Under, map[string][]sheets.Item{e.column.Key: e.values})
	if len(counts.Fields) == 0 {
		at.Drop(e.kind.Counts)
	}
}

// standing is the item of a list that stands at a position of the file, nil where none does.
func standing(f *rewrite.File, list *rewrite.Value, at diag.Pos) *rewrite.Value {
	if list == nil {
		return nil
	}
	for _, i := range list.Items {
		if i.Was != nil && f.At.Place(i.Was).Range.Start == at {
			return i
		}
	}
	return nil
}

// entry adds an entry to a list.
func (m *merging) entry(root *rewrite.Value, e edit) {
	if e.kind.Counts != "" {
		m.reported(root, e)
		return
	}
	item := &rewrite.Value{Kind: yaml.MappingNode}
	if e.kind.Tells(&sheets.Column{Column: grid.Column{Key: "id"}}) {
		item.Fields = append(item.Fields, rewrite.Field{Name: "id", Value: rewrite.Text(nil, m.identifier(reach(root, e.kind.List), e))})
	}
	for c, column := range e.columns {
		if len(e.row[c]) > 0 && !column.Own() {
			set(item, strings.Split(column.Key, "."), column, e.row[c])
		}
	}
	list := made(root, e.kind.List, yaml.SequenceNode)
	list.Items = append(list.Items, item)
}

// identifier makes one for a new entry of its name.
func (m *merging) identifier(list *rewrite.Value, e edit) string {
	taken := map[string]bool{}
	if list != nil {
		for _, i := range list.Items {
			i.Open()
			taken[said(i.Field("id"))] = true
		}
	}
	slug := ""
	for c, column := range e.columns {
		if (column.Key == "title" || column.Key == "name") && len(e.row[c]) > 0 {
			slug = blank.Slug(e.row[c][0].Value)
		}
	}
	return advice.Free(cmp.Or(slug, "ny"), func(id string) bool { return taken[id] || e.kind.Key == "parties" && m.actor(id) })
}

// reported puts a measure's value into a report.
func (m *merging) reported(root *rewrite.Value, e edit) {
	row := map[string][]sheets.Item{}
	for c, column := range e.columns {
		row[column.Key] = e.row[c]
	}
	var report *rewrite.Value
	if list := reach(root, e.kind.List); list != nil {
		for _, i := range list.Items {
			if i.Open(); said(i.Field("date")) == row[sheets.On][0].Value {
				report = i
			}
		}
	}
	if report == nil {
		m.refuse(e, diag.Say("det finns ingen lägesrapport med datumet %[1]s. Lägg till den i bladet med lägesrapporter", "there is no report of the date %[1]s. Add it in the sheet of reports", diag.Visible(row[sheets.On][0].Value)))
		return
	}
	measure := ""
	if list := reach(root, "follow_up.measures"); list != nil {
		for _, i := range list.Items {
			i.Open()
			id, title := said(i.Field("id")), said(i.Field("title"))
			for _, name := range []string{id, title, title + " [" + id + "]"} {
				if strings.EqualFold(sheets.Clean(name), row[sheets.Measure][0].Value) {
					measure = id
				}
			}
		}
	}
	if measure == "" {
		m.refuse(e, diag.Say("måttet ”%[1]s” finns inte. Lägg till det i bladet med mått", "there is no measure “%[1]s”. Add it in the sheet of measures", diag.Visible(row[sheets.Measure][0].Value)))
		return
	}
	counts := made(report, e.kind.Counts, yaml.MappingNode)
	if counts.Field(measure) != nil {
		m.refuse(e, diag.Say("lägesrapporten har redan ett värde för måttet. Ändra det på den raden", "the report has a value of the measure already. Change it in its own row"))
		return
	}
	count(counts, measure, row)
}

// count gives a measure's value parts of it; the total alone stands as a number.
func count(counts *rewrite.Value, measure string, parts map[string][]sheets.Item) {
	was := counts.Field(measure)
	v := &rewrite.Value{Kind: yaml.MappingNode}
	if was != nil {
		if was.Kept && doc.Target(was.Was).Kind == yaml.ScalarNode || !was.Kept && was.Kind == yaml.ScalarNode {
			v.Was, v.Fields = was.Was, []rewrite.Field{{Name: "total", Value: rewrite.Plain(nil, said(was))}}
		} else {
			was.Open()
			v = was
		}
	}
	whole := v.Was != nil && doc.Target(v.Was).Kind == yaml.MappingNode
	for _, name := range []string{"total", "women", "men"} {
		if part, given := parts[name]; given {
			set(v, []string{name}, &sheets.Column{Column: grid.Column{Kind: grid.Number}}, part)
		}
	}
	switch {
	case len(v.Fields) == 0:
		counts.Drop(measure)
	case len(v.Fields) == 1 && v.Fields[0].Name == "total" && !whole:
		counts.Set(measure, rewrite.Plain(v.Was, said(v.Fields[0].Value)))
	default:
		counts.Set(measure, v)
	}
}
