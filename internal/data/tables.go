package data

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/site"
)

// table is rows under names, written as CSV and as JSON. A cell is a string, a
// number or nil for none.
type table struct {
	columns []string
	rows    [][]any
}

func (t *table) add(cells ...any) { t.rows = append(t.rows, cells) }

// csv writes the table as RFC 4180 has it. A text that a spreadsheet would take
// for a formula gets an apostrophe before it.
func (t *table) csv() []byte {
	var b []byte
	for n, c := range t.columns {
		if n > 0 {
			b = append(b, ',')
		}
		b = append(b, c...)
	}
	b = append(b, "\r\n"...)
	for n, row := range t.rows {
		b = ahead(b, n, len(t.rows))
		for n, cell := range row {
			if n > 0 {
				b = append(b, ',')
			}
			b = appendQuoted(b, cell)
		}
		b = append(b, "\r\n"...)
	}
	return b
}

// ahead makes room for all rows when the first ones have told how much they take: a
// country's are too many to be moved each time that room runs out.
func ahead(b []byte, done, all int) []byte {
	const enough = 64
	if done != enough {
		return b
	}
	return slices.Grow(b, len(b)/enough*(all-enough)*9/8)
}

func appendQuoted(b []byte, cell any) []byte {
	s := ""
	switch c := cell.(type) {
	case string:
		s = c
		if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
			s = "'" + s
		}
	case int:
		s = strconv.Itoa(c)
	case float64:
		s = strconv.FormatFloat(c, 'f', -1, 64)
	}
	if strings.ContainsAny(s, "\",\r\n") || strings.TrimSpace(s) != s {
		return append(append(append(b, '"'), strings.ReplaceAll(s, `"`, `""`)...), '"')
	}
	return append(b, s...)
}

// objects gives each row as an object with its members in the order of the
// columns, empty ones left out.
func (t *table) objects() []object {
	list := make([]object, 0, len(t.rows))
	for _, row := range t.rows {
		var o object
		for n, cell := range row {
			if cell != nil && cell != "" {
				o = append(o, member{t.columns[n], cell})
			}
		}
		list = append(list, o)
	}
	return list
}

type member struct {
	key   string
	value any
}

// object is a JSON object that keeps the order of its members.
type object []member

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for n, m := range o {
		if n > 0 {
			b = append(b, ',')
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, key...), ':'), value...)
	}
	return append(b, '}'), nil
}

// json writes each row as an object with its members in the order of the columns,
// empty ones left out, as marshal lays it out.
func (t *table) json() ([]byte, error) {
	keys := make([][]byte, len(t.columns))
	for n, c := range t.columns {
		keys[n] = append(strconv.AppendQuote([]byte("\n    "), c), ": "...)
	}
	b := []byte{'['}
	for n, row := range t.rows {
		b = ahead(b, n, len(t.rows))
		if n > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n  {"...)
		first := true
		for n, cell := range row {
			if cell == nil || cell == "" {
				continue
			}
			if !first {
				b = append(b, ',')
			}
			first = false
			var err error
			if b, err = appendJSON(append(b, keys[n]...), cell); err != nil {
				return nil, err
			}
		}
		if !first {
			b = append(b, "\n  "...)
		}
		b = append(b, '}')
	}
	if len(t.rows) > 0 {
		b = append(b, '\n')
	}
	return append(b, "]\n"...), nil
}

// appendJSON adds a cell. Most texts need no escape.
func appendJSON(b []byte, cell any) ([]byte, error) {
	if s, ok := cell.(string); ok && plainJSON(s) {
		return append(append(append(b, '"'), s...), '"'), nil
	}
	data, err := json.Marshal(cell)
	return append(b, data...), err
}

// plainJSON tells whether marshal writes a text as it is.
func plainJSON(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == 0xE2 || c == 0x7f {
			return false // U+2028 and U+2029 begin with E2
		}
	}
	return utf8.ValidString(s)
}

func (w *writer) tables() {
	for name, rows := range map[string]func(*site.Site) *table{"areas": areas, "parties": parties, "initiatives": initiatives} {
		t := sync.OnceValue(func() *table { return rows(w.site) })
		w.ofAll("data/"+name+".csv", func() ([]byte, error) { return t().csv(), nil })
		w.ofAll("data/"+name+".json", func() ([]byte, error) { return t().json() })
	}
	all := w.site.Content.Indicators
	if len(all) == 0 {
		return
	}
	together := &table{columns: observationColumns}
	for _, i := range all {
		own := &table{columns: observationColumns}
		observations(own, i)
		together.rows = append(together.rows, own.rows...)
		w.file(view.IndicatorCSV(i.ID.V), own.csv())
	}
	w.file("data/indicators.csv", together.csv())
	data, err := together.json()
	w.err = cmp.Or(w.err, err)
	w.file("data/indicators.json", data)
}

func texts[T any](list []T, of func(T) string) string {
	var out []string
	for _, x := range list {
		if s := of(x); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

func refs(list []model.Ref) string { return texts(list, func(r model.Ref) string { return r.V }) }

// actors lists identifiers, and names with a semicolon between for those who
// have none.
func actors(list []model.Actor) (ids, names string) {
	var outside []string
	for _, a := range list {
		if !a.ID.Given() && a.Name.Given() {
			outside = append(outside, a.Name.V)
		}
	}
	return texts(list, func(a model.Actor) string { return a.ID.V }), strings.Join(outside, "; ")
}

func areas(s *site.Site) *table {
	t := &table{columns: []string{"id", "kind", "area", "text", "responsible", "indicators", "withdrawn", "url"}}
	for _, a := range s.Content.Areas {
		t.add(a.ID.V, "area", a.ID.V, a.Title.V, refs(a.Responsible), "", a.Withdrawn.Date.V.String(), s.Address("areas/"+a.ID.V))
		for _, g := range a.SubGoals {
			t.add(g.ID.V, "sub_goal", a.ID.V, g.Text.V, "", refs(g.Indicators), g.Withdrawn.Date.V.String(), s.Address("areas/"+g.ID.V))
		}
		for _, c := range a.CooperationAreas {
			responsible := c.Responsible
			if len(responsible) == 0 {
				responsible = a.Responsible
			}
			t.add(c.ID.V, "cooperation_area", a.ID.V, c.Text.V, refs(responsible), "", c.Withdrawn.Date.V.String(), s.Address("areas/"+c.ID.V))
		}
	}
	return t
}

func parties(s *site.Site) *table {
	t := &table{columns: []string{"id", "name", "short_name", "kind", "website", "withdrawn", "url"}}
	if s.Content.Parties == nil {
		return t
	}
	for _, p := range s.Content.Parties.Parties {
		t.add(p.ID.V, p.Name.V, p.ShortName.V, p.Kind.V, p.URL.V, p.Withdrawn.Date.V.String(), s.Address("parties/"+p.ID.V))
	}
	return t
}

func initiatives(s *site.Site) *table {
	t := &table{columns: []string{"id", "plan", "title", "cooperation_area", "related_cooperation_areas", "sub_goals", "owner",
		"co_owners", "co_owners_outside", "partners", "partners_outside", "places", "from", "to", "status", "target_group", "continues",
		"follow_up_method", "follow_up_responsible", "due", "latest_report", "latest_assessment", "withdrawn", "url"}}
	for _, p := range s.Facts.PlansIn(s.Options.Drafts) {
		for _, i := range p.Initiatives {
			owners, ownersOutside := actors(i.CoOwners)
			partners, partnersOutside := actors(i.Partners)
			reported, assessment := "", ""
			if r := facts.Latest(i); r != nil {
				reported, assessment = r.Date.V.String(), r.Assessment.V
			}
			t.add(i.FullID(), p.ID.V, i.Title.V, i.CooperationArea.V, refs(i.Related), refs(i.SubGoals), i.Owner.V,
				owners, ownersOutside, partners, partnersOutside, refs(i.Places), i.Period.From.V.String(), i.Period.To.V.String(), i.Status.V,
				i.TargetGroup.V, i.Continues.V, i.FollowUp.Method.V, i.FollowUp.Responsible.V,
				texts(i.FollowUp.Due, func(d model.When) string { return d.V.String() }), reported, assessment,
				i.Withdrawn.Date.V.String(), s.Address("plans/"+i.FullID()))
		}
	}
	return t
}

var observationColumns = []string{"indicator", "title", "unit", "population", "year", "place", "category", "total", "women", "men", "flag", "note", "source", "retrieved"}

func observations(t *table, i *model.Indicator) {
	for _, o := range i.Series {
		t.add(i.ID.V, i.Title.V, i.Unit.V, i.Population.V, o.Year.V, o.Place.V, o.Category.V, number(o.Total), number(o.Women), number(o.Men),
			o.Flag.V, o.Note.V, i.Source.Name.V, i.Source.Retrieved.V.String())
	}
}

func number(n model.Number) any {
	if !n.Given() {
		return nil
	}
	return n.V
}
