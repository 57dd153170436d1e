package exchange

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/exchange/sheets"
)

// Versions are the contents that a file is held against.
type Versions struct {
	Base sheets.Source // that the file came from
	Now  sheets.Source
	// Exists tells whether a file is there now.
	Exists func(path string) bool
	Plan   string // the only one that was in the file; "" where all were
	Into   string // the plan that new initiatives go into where the file does not say
	Blind  bool   // nobody knows what the file came from: Base is Now
	// Mine tells of a conflict that what the file says is to stand; nil is of none.
	Mine func(*Told) bool
	// Columns are what somebody has said that columns are, rather than their headings.
	Columns []Chosen
}

// Merge takes a file three ways: what it held when it left, what it holds, and what the
// content holds now. A file that cannot be recognised is an error, beside which Import.Read
// has its first sheet's columns, so that somebody can tell what they are.
func Merge(in *grid.Incoming, v Versions) (*Import, error) {
	in = in.Copy()
	base := sheets.Of(v.Base, v.Plan)
	now := base
	if v.Now.Content != v.Base.Content {
		now = sheets.Of(v.Now, v.Plan)
	}
	m := &merging{Versions: v, base: base, now: now, out: &Import{Files: map[string][]byte{}, Before: map[string][]byte{}}, edits: map[string][]edit{}, fresh: map[string][]byte{}, begun: map[string]string{}}
	m.about(in)
	used := map[int]bool{}
	for _, k := range sheets.Kinds {
		n, err := m.find(in, k, used)
		if err != nil {
			return nil, err
		}
		if n < 0 {
			continue
		}
		used[n] = true
		if err := m.sheet(k, &in.Sheets[n]); err != nil {
			return nil, err
		}
	}
	m.alike(in, used)
	if len(used) == 0 {
		if err := m.unknown(in); err != nil {
			return nil, err
		}
		return m.out, diag.Refuse("filen går inte att känna igen. Ingen rubrik i den är någon av dem som samsyn export skriver, till exempel ”Titel”", "the file cannot be recognised. No heading in it is one of those that samsyn export writes, such as “Title”")
	}
	if err := cmp.Or(base.Err(), now.Err()); err != nil {
		return nil, err
	}
	return m.out, m.apply()
}

// merging is a merge under way.
type merging struct {
	Versions
	base, now *sheets.Book
	out       *Import
	edits     map[string][]edit // by file
	order     []string          // of the files
	fresh     map[string][]byte // new files
	begun     map[string]string // new initiatives, by their names in small letters
	rows      int               // that are new

	// of the sheet at hand
	kind    *sheets.Kind
	columns []*sheets.Column
	table   *grid.Table
	at      []int // of each column, its place in the file; -1 where it is not there
	twins   twins
	// originals are, of identifiers that several rows have, the row that has kept its name.
	originals map[string]int

	outside      map[string]bool // the names of those who are no parties, that the file left with or that were told
	toldUnmarked bool            // that rows lack their identifiers
	lost         twins           // rows that left with the file, and whose identifiers it no longer has
}

func (m *merging) tell(t Told) {
	if t.Sheet == "" && m.table != nil {
		t.Sheet = m.table.Title
	}
	m.out.Told = append(m.out.Told, t)
}

func (m *merging) note(t diag.Text) { m.tell(Told{Outcome: Noted, Message: t}) }

// about tells what is odd about the file.
func (m *merging) about(in *grid.Incoming) {
	if m.Blind {
		m.note(diag.Say("Det framgår inte vilken version filen kommer från. Den jämförs därför med innehållet som det är nu, och det som någon har ändrat sedan filen skapades ser ut som ändringar i filen.",
			"The file does not say which version it came from. It is compared with the content as it is now, so that what somebody has changed since looks like changes in the file."))
	}
	for _, o := range in.Notes {
		switch o {
		case grid.HasMacros:
			m.note(diag.Say("Filen innehåller makron. De läses inte och körs inte.", "The file holds macros. They are not read and not run."))
		case grid.HasLinks:
			m.note(diag.Say("Filen länkar till andra filer. Länkarna följs inte.", "The file links to other files. The links are not followed."))
		case grid.HasMerged:
			m.note(diag.Say("Ett blad har sammanfogade celler. Bara den första cellen av dem har ett värde.", "A sheet has merged cells. Only the first of them has a value."))
		}
	}
}

// find finds the sheet of a kind, wherever it has been moved and whatever it is called: by
// its key, else by its name, else by its headings. -1 is none. One without a known heading
// is none of ours.
func (m *merging) find(in *grid.Incoming, k *sheets.Kind, used map[int]bool) (int, error) {
	columns, err := m.base.Columns(k)
	if err != nil {
		return -1, err
	}
	best, most := -1, enough
	for n := range in.Sheets {
		t := &in.Sheets[n]
		keyed(columns, t)
		m.chosen(t)
		part := headed(columns, t)
		switch {
		case used[n]:
		case t.Key == k.Key && (part > 0 || slices.ContainsFunc(t.Keys, func(key string) bool { return key != "" })):
			return n, nil
		case t.Key == "" && part > 0 && strings.EqualFold(t.Title, m.base.Title(k)):
			best, most = n, 2
		case t.Key == "" && part >= most:
			best, most = n, part
		}
	}
	return best, nil
}

// sheet takes a sheet's rows.
func (m *merging) sheet(k *sheets.Kind, t *grid.Table) error {
	m.kind, m.table, m.toldUnmarked = k, t, false
	var err error
	if m.columns, err = m.base.Columns(k); err != nil {
		return err
	}
	m.place()
	m.keyless()
	m.newer()
	m.unmarked()
	m.original()
	seen := map[string]int{}
	for n := range t.Rows {
		if err := m.row(n, seen); err != nil {
			return err
		}
		if _, twice := m.originals[t.IDs[n]]; !twice {
			t.Rows[n] = nil // nobody asks again, and a country's take much memory
		}
	}
	m.missing(seen)
	m.table = nil
	return nil
}

// place finds the columns, by their keys, else by their headings, and tells of those that
// are new or gone.
func (m *merging) place() {
	taken := make([]bool, len(m.table.Keys))
	m.at = make([]int, len(m.columns))
	find := func(n int, is func(i int) bool) {
		for i := range m.table.Keys {
			if m.at[n] < 0 && !taken[i] && is(i) {
				m.at[n], taken[i] = i, true
			}
		}
	}
	for n, c := range m.columns {
		m.at[n] = -1
		find(n, func(i int) bool { return m.table.Keys[i] == c.Key })
	}
	var gone []string
	for n, c := range m.columns {
		find(n, func(i int) bool { return m.table.Keys[i] == "" && sameName(m.table.Headings[i], c.Heading) })
		if m.at[n] < 0 {
			gone = append(gone, c.Heading)
		}
	}
	if gone != nil {
		m.note(diag.Say("Kolumner som saknas i filen: %[1]s. Det som innehållet har där ändras inte.", "Columns that the file lacks: %[1]s. What the content has in them does not change.", strings.Join(gone, ", ")))
	}
	m.read()
	for i, heading := range m.table.Headings {
		if !taken[i] && m.table.Keys[i] != Unread && m.filled(i) {
			m.note(diag.Say("Kolumnen ”%[1]s” är ny. Det finns inget fält för den, så den läses inte in.", "The column “%[1]s” is new. There is no field for it, so it is not read.", diag.Visible(heading)))
		}
	}
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// filled tells whether a column of the file says something.
func (m *merging) filled(column int) bool {
	for n := range m.table.Rows {
		if m.table.Cell(n, column).Text != "" {
			return true
		}
	}
	return false
}

// cell is what stands in a row under a column; there is false where the column is gone.
func (m *merging) cell(row, column int) (c grid.Cell, there bool) {
	if m.at[column] < 0 {
		return c, false
	}
	return m.table.Cell(row, m.at[column]), true
}

// row takes one row of the file.
func (m *merging) row(n int, seen map[string]int) error {
	id := m.table.IDs[n]
	marked := id != ""
	if !marked {
		id = m.again(n)
	}
	e := m.base.Entry(m.kind, id)
	switch {
	case m.broken(n, e), e == nil && id != "" && m.table.Off != nil && m.table.Off[n] < 0:
		if e != nil {
			seen[id] = n
		}
		m.tellBroken(n)
		return nil
	case id == "":
		return m.added(n)
	case e == nil:
		m.tell(Told{Outcome: Untaken, Ref: m.ref(n), Thing: m.name(n), Message: diag.Say("radens dolda beteckning ”%[1]s” fanns inte när filen skapades, så raden tas inte in. Är raden ny? Töm i så fall cellen i den dolda kolumnen.",
			"the row's hidden identifier “%[1]s” was not there when the file was made, so the row is not taken. If the row is new, empty the cell in the hidden column.", diag.Visible(id))})
		return nil
	}
	if first, twice := m.originals[id]; twice && first != n {
		return m.copied(n, first)
	}
	seen[id] = n
	return m.known(n, e, marked)
}

// name is what a row is about, in the words of the file.
func (m *merging) name(n int) string {
	var words []string
	for c, column := range m.columns {
		if m.names(column) {
			if cell, there := m.cell(n, c); there && cell.Text != "" {
				words = append(words, diag.Visible(strings.Join(strings.Fields(cell.Text), " ")))
			}
		}
	}
	return strings.Join(words, ", ")
}

// names tells whether a column is told where a row is told of.
func (m *merging) names(c *sheets.Column) bool {
	return m.kind.Tells(c) && c.Key != sheets.InPlan && c.Key != "text"
}

// ref is where a row stands: its first cell that says something.
func (m *merging) ref(n int) string {
	for _, c := range m.table.Rows[n] {
		if c.Text != "" {
			return c.Ref()
		}
	}
	return m.table.Cell(n, 0).Ref()
}

// known takes a row that was there when the file left. One that is not marked by its
// identifier, but known by its name alone, takes nothing away where it is empty.
func (m *merging) known(n int, e *sheets.Entry, marked bool) error {
	if m.now.Entry(m.kind, e.ID) == nil {
		if t := m.twin(m.parsed(n, nil)); t != nil {
			return nil // it has been taken before, and so is called something else now
		}
	}
	for c, column := range m.columns {
		cell, there := m.cell(n, c)
		if !there {
			continue
		}
		was := m.base.Items(e, column)
		shown := m.base.Show(column, was)
		if cell.Typed == grid.AsText && (cell.Text == shown || sheets.Clean(cell.Text) == sheets.Clean(shown)) {
			continue
		}
		t := Told{Ref: cell.Ref(), Thing: m.name(n), Field: column.Heading, Was: shown, New: cell.Text}
		mine, why := m.parse(n, column, cell, was)
		switch {
		case why != nil:
			t.Outcome, t.Message = Untaken, *why
		case sheets.Same(was, mine), !marked && len(mine) == 0:
			continue
		default:
			t.New = m.base.Show(column, mine) // as it was understood
			if m.change(e, column, was, mine, &t); t.Outcome == Noted {
				continue
			}
		}
		if t.Outcome == Changed {
			m.outsiders(mine)
		}
		if column.Kind.Listed() {
			t.Was, t.New, t.Now = listed(t.Was), listed(t.New), listed(t.Now)
		}
		m.tell(t)
	}
	return nil
}

// listed is a cell with several values on one line.
func listed(s string) string { return strings.ReplaceAll(s, "\n", "; ") }

// change takes a changed cell, or says why not. Noted says that there is nothing to tell.
func (m *merging) change(e *sheets.Entry, column *sheets.Column, was, mine []sheets.Item, t *Told) {
	switch {
	case column.Own():
		t.Outcome, t.Message = Untaken, diag.Say("det går inte att ändra vad en rad hör till. Skriv en ny rad i stället", "what a row belongs to cannot be changed. Write a new row instead")
		return
	case len(mine) == 0 && column.Required:
		t.Outcome, t.Message = Untaken, diag.Say("fältet måste ha ett värde", "the field must have a value")
		return
	}
	now := m.now.Entry(m.kind, e.ID)
	if now == nil {
		t.Outcome, t.Message = Conflict, diag.Say("någon annan har tagit bort eller bytt namn på det som raden handlar om", "somebody else has taken away or renamed what the row is about")
		return
	}
	theirs := m.now.Items(now, column)
	switch {
	case sheets.Same(theirs, mine):
		t.Outcome = Noted
	case !sheets.Same(theirs, was) && !m.now.Broken(now.File):
		t.Sheet, t.Outcome, t.Open, t.Now = m.table.Title, Conflict, true, m.now.Show(column, theirs)
		if m.Mine != nil && m.Mine(t) {
			t.Was = t.Now
			m.take(now, column, mine, t)
			return
		}
		t.Message = diag.Say("någon annan har ändrat samma uppgift sedan filen skapades", "somebody else has changed the same thing since the file was made")
	default:
		m.take(now, column, mine, t)
	}
}

// take takes a changed cell.
func (m *merging) take(now *sheets.Entry, column *sheets.Column, mine []sheets.Item, t *Told) {
	t.Outcome, t.Open = Changed, false
	m.put(now.File, edit{kind: m.kind, place: now.Place, column: column, values: mine, told: len(m.out.Told)})
}

// missing tells of rows that are no longer in the file.
func (m *merging) missing(seen map[string]int) {
	for n := range m.base.Entries(m.kind) {
		e := &m.base.Entries(m.kind)[n]
		if _, there := seen[e.ID]; there || m.now.Entry(m.kind, e.ID) == nil {
			continue
		}
		m.tell(Told{Outcome: Missing, Thing: m.named(e), Message: m.removal(e)})
	}
}

// named is what a row was about when the file left.
func (m *merging) named(e *sheets.Entry) string {
	var words []string
	for _, column := range m.columns {
		if !m.names(column) {
			continue
		}
		if cell := m.base.Cell(e, column); cell != "" {
			words = append(words, diag.Visible(strings.Join(strings.Fields(cell), " ")))
		}
	}
	return strings.Join(words, ", ")
}

// removal says how to take a row's thing away.
func (m *merging) removal(e *sheets.Entry) diag.Text {
	if m.kind.List != "" {
		return diag.Say("raden saknas i filen men är kvar i innehållet. Ska den bort, ta bort posten i %[1]s", "the row is not in the file, and is still in the content. To remove it, remove the entry in %[1]s", e.File)
	}
	return diag.Say("raden saknas i filen men är kvar i innehållet. Ett utkast tar du bort genom att radera %[1]s. Det som är beslutat markerar du i stället som utgånget, med withdrawn (Utgått) i samma fil", "the row is not in the file, and is still in the content. A draft you remove by deleting %[1]s. What has been adopted you mark instead, with withdrawn in that file", e.File)
}
