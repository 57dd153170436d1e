package exchange

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/blank"
	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
	"samsyn/internal/model"
)

// twin is a row that has come into the content since the file left: it may be one that the
// file had as new when it was taken before.
type twin struct {
	entry *sheets.Entry
	items [][]sheets.Item
}

// twins are rows by what they are called: there may be as many as a file has.
type twins map[string][]*twin

// called is what a row is called, whichever its plan.
func (m *merging) called(row [][]sheets.Item) string {
	var name strings.Builder
	for c, column := range m.columns {
		if !m.kind.Tells(column) || column.Key == sheets.InPlan {
			continue
		}
		for _, i := range row[c] {
			fmt.Fprintf(&name, "%q %t,", i.Value, i.Outside)
		}
		name.WriteByte(';')
	}
	return name.String()
}

// add puts a row of a book among others, with all that it says, or with what tells it from
// others alone.
func (m *merging) add(to twins, b *sheets.Book, e *sheets.Entry, whole bool) {
	t := &twin{e, make([][]sheets.Item, len(m.columns))}
	for c, column := range m.columns {
		if whole || m.kind.Tells(column) {
			t.items[c] = b.Items(e, column)
		}
	}
	name := m.called(t.items)
	to[name] = append(to[name], t)
}

// newer finds the rows that have come since.
func (m *merging) newer() {
	m.twins = twins{}
	for n := range m.now.Entries(m.kind) {
		if e := &m.now.Entries(m.kind)[n]; m.base.Entry(m.kind, e.ID) == nil {
			m.add(m.twins, m.now, e, true)
		}
	}
}

// parse finds what a cell means. A share is taken only where shares are counted.
func (m *merging) parse(n int, column *sheets.Column, cell grid.Cell, was []sheets.Item) ([]sheets.Item, *diag.Text) {
	items, why := m.base.Parse(column, cell, was)
	if why == nil && column.Kind == grid.Number && strings.Contains(cell.Text, "%") && m.unit(n) != "percent" {
		t := diag.Say("”%[1]s” är en andel, men här räknas inte i procent", "“%[1]s” is a share, but nothing is counted in percent here", diag.Visible(cell.Text))
		return nil, &t
	}
	return items, why
}

// unit is what a row's numbers count, "" where the row does not say.
func (m *merging) unit(n int) string {
	for c, column := range m.columns {
		cell, there := m.cell(n, c)
		if !there || column.Key != "unit" && column.Key != sheets.Whose {
			continue
		}
		items, why := m.base.Parse(column, cell, nil)
		if why != nil || len(items) == 0 {
			continue
		}
		if column.Key == "unit" {
			return items[0].Value
		}
		for _, i := range m.Now.Content.Indicators {
			if i.ID.V == items[0].Value {
				return i.Unit.V
			}
		}
	}
	return ""
}

// parsed is what a row says, cell by cell. What cannot be taken goes to why.
func (m *merging) parsed(n int, why func(c int, cell grid.Cell, text diag.Text)) [][]sheets.Item {
	row := make([][]sheets.Item, len(m.columns))
	for c, column := range m.columns {
		cell, there := m.cell(n, c)
		if !there {
			continue
		}
		items, problem := m.parse(n, column, cell, nil)
		if id := m.begun[strings.ToLower(sheets.Clean(cell.Text))]; problem != nil && column.Key == sheets.Whose && id != "" {
			items, problem = []sheets.Item{{Value: id}}, nil
		}
		if problem != nil {
			if why != nil {
				why(c, cell, *problem)
			}
			continue
		}
		row[c] = items
	}
	return row
}

// twin finds the row that has come since and is the same as one of the file.
func (m *merging) twin(row [][]sheets.Item) *twin {
	for _, t := range m.twins[m.called(row)] {
		if m.same(row, t) {
			return t
		}
	}
	return nil
}

// mostAdded is how many new rows of a file are taken: each makes a file or a part of one,
// and somebody has to look through them.
const mostAdded = 2000

// added takes a row that the file did not have when it left.
func (m *merging) added(n int) error {
	var refused []Told
	row := m.parsed(n, func(c int, cell grid.Cell, why diag.Text) {
		refused = append(refused, Told{Outcome: Untaken, Ref: cell.Ref(), Field: m.columns[c].Heading, New: cell.Text, Message: why})
	})
	name := m.name(n)
	defer func() {
		for _, t := range refused {
			t.Thing = name
			m.tell(t)
		}
	}()
	m.whosePlan(row)
	if t := m.twin(row); t != nil {
		return m.beside(n, t, row)
	}
	if lacks := m.lacks(row); lacks != nil {
		why := diag.Say("den nya raden tas inte in, eftersom den saknar %[1]s", "the new row is not taken, since it lacks %[1]s", strings.Join(lacks, ", "))
		if !slices.ContainsFunc(lacks, func(heading string) bool {
			return !slices.ContainsFunc(refused, func(t Told) bool { return strings.ToLower(t.Field) == heading })
		}) {
			why = diag.Say("den nya raden tas inte in, eftersom det inte går att förstå vad som står under %[1]s", "the new row is not taken, since what stands under %[1]s cannot be understood", strings.Join(lacks, ", "))
		}
		m.tell(Told{Outcome: Untaken, Ref: m.ref(n), Thing: name, Message: why})
		return nil
	}
	if m.rows++; m.rows > mostAdded {
		return diag.Refuse("den har fler än %[1]d nya rader. Dela upp den i flera filer", "it has more than %[1]d new rows. Split it into several files", mostAdded)
	}
	for _, items := range row {
		m.outsiders(items)
	}
	t := Told{Outcome: Added, Ref: m.ref(n), Thing: name}
	file, err := m.begin(row)
	if err != nil {
		return err
	}
	if file == "" {
		t.Outcome, t.Message = Untaken, diag.Say("den nya raden hör till något som inte finns", "the new row belongs to something that is not there")
		m.tell(t)
		return nil
	}
	if m.kind.List == "" {
		for c, column := range m.columns {
			if len(row[c]) > 0 && !column.Own() {
				m.put(file, edit{kind: m.kind, place: sheets.Place{File: file}, column: column, values: row[c], told: len(m.out.Told)})
			}
		}
	} else {
		m.put(file, edit{kind: m.kind, columns: m.columns, row: row, told: len(m.out.Told)})
	}
	m.tell(t)
	return nil
}

// beside takes what a row says about something that has come into the content already.
func (m *merging) beside(n int, t *twin, row [][]sheets.Item) error {
	for c, column := range m.columns {
		if len(row[c]) == 0 || sheets.Same(row[c], t.items[c]) || column.Own() {
			continue
		}
		cell, _ := m.cell(n, c)
		told := Told{Ref: cell.Ref(), Thing: m.name(n), Field: column.Heading, New: cell.Text}
		if len(t.items[c]) == 0 {
			told.Outcome = Changed
			m.put(t.entry.File, edit{kind: m.kind, place: t.entry.Place, column: column, values: row[c], told: len(m.out.Told)})
		} else {
			told.Outcome, told.Now = Conflict, m.now.Show(column, t.items[c])
			told.Message = diag.Say("det finns redan en sådan, och där står något annat", "there is one already, which says something else")
		}
		m.tell(told)
	}
	return nil
}

// whosePlan gives a new initiative its plan where the row does not say.
func (m *merging) whosePlan(row [][]sheets.Item) {
	for c, column := range m.columns {
		if column.Key == sheets.InPlan && len(row[c]) == 0 && m.into() != "" {
			row[c] = []sheets.Item{{Value: m.into()}}
		}
	}
}

// into is the plan that new initiatives go into where a row does not say: the one that was
// named, the file's only one, or the content's.
func (m *merging) into() string {
	if m.Into != "" || m.Plan != "" {
		return cmp.Or(m.Into, m.Plan)
	}
	only := ""
	for _, p := range m.Now.Content.Plans {
		switch {
		case p.Known():
		case only != "":
			return ""
		default:
			only = p.ID.V
		}
	}
	return only
}

// lacks lists what a new row must have and has not, by its headings. What a new initiative
// can begin without is filled in with what the plan says, or stands to be written.
func (m *merging) lacks(row [][]sheets.Item) []string {
	var lacks []string
	for c, column := range m.columns {
		must := column.Required
		if m.kind.Key == "initiatives" {
			must = slices.Contains([]string{"title", "cooperation_area", "owner", sheets.InPlan}, column.Key)
		}
		if must && len(row[c]) == 0 {
			lacks = append(lacks, strings.ToLower(column.Heading))
		}
	}
	if m.value(row, "owner").Outside && m.value(row, "follow_up.responsible").Value == "" {
		for _, column := range m.columns {
			if column.Key == "follow_up.responsible" { // which the owner would be
				lacks = append(lacks, strings.ToLower(column.Heading))
			}
		}
	}
	if m.kind.Counts != "" && len(row[3])+len(row[4])+len(row[5]) == 0 {
		lacks = append(lacks, strings.ToLower(m.columns[3].Heading))
	}
	return lacks
}

// value is what a row says in a column, by the column's key.
func (m *merging) value(row [][]sheets.Item, key string) sheets.Item {
	for c, column := range m.columns {
		if column.Key == key && len(row[c]) > 0 {
			return row[c][0]
		}
	}
	return sheets.Item{}
}

// begin finds the file that a new row goes into, or begins it. "" is none.
func (m *merging) begin(row [][]sheets.Item) (string, error) {
	switch m.kind.Key {
	case "initiatives":
		return m.initiative(row)
	case "indicators":
		title := m.value(row, "title").Value
		file := m.vacant("agreement/indicators", title, ".yaml")
		data, err := blank.Indicator(title)
		m.fresh[file] = data
		return file, err
	case "parties":
		if p := m.Now.Content.Parties; p != nil {
			return p.Path, nil
		}
		return "", nil
	}
	whose := m.value(row, sheets.Whose).Value
	if m.kind.Schema == "initiative" {
		file := "plans/" + whose + ".md"
		if m.now.Entry(sheets.Kinds[0], whose) == nil && m.fresh[file] == nil {
			return "", nil
		}
		return file, nil
	}
	for _, i := range m.Now.Content.Indicators {
		if i.ID.V == whose {
			return i.Path, nil
		}
	}
	return "", nil
}

func (m *merging) initiative(row [][]sheets.Item) (string, error) {
	plan := cmp.Or(m.value(row, sheets.InPlan).Value, m.into())
	var of *model.Plan
	for _, p := range m.Now.Content.Plans {
		if p.ID.V == plan && !p.Known() {
			of = p
		}
	}
	if of == nil {
		return "", nil
	}
	title, owner := m.value(row, "title").Value, m.value(row, "owner")
	file := m.vacant("plans/"+plan, title, ".md")
	stand := owner.Value
	if owner.Outside {
		stand = m.value(row, "follow_up.responsible").Value // the owner's name is put in its place
	}
	data, err := blank.Initiative(of, title, m.value(row, "cooperation_area").Value, stand, m.value(row, "follow_up.method").Value)
	if err != nil {
		return "", err
	}
	m.fresh[file] = data
	m.begun[strings.ToLower(title)] = plan + "/" + strings.TrimSuffix(path.Base(file), ".md")
	return file, nil
}

// vacant is the name of a new file.
func (m *merging) vacant(folder, title, ending string) string {
	slug := advice.Free(cmp.Or(blank.Slug(title), "ny"), func(slug string) bool {
		name := folder + "/" + slug + ending
		return m.fresh[name] != nil || m.Exists(name)
	})
	return folder + "/" + slug + ending
}

// actor tells whether a party, a body or a place has an identifier.
func (m *merging) actor(id string) bool {
	return slices.ContainsFunc(m.Now.Content.Identifiers, func(of model.Identifier) bool { return of.ID == id && model.ScopeOf(of.Kind) == "actor" })
}
