package wordplan

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/blank"
	"samsyn/internal/diag"
	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/model"
)

// rows reads the rows of a table into initiatives.
type rows struct {
	*maker
	table   *Table
	now     *Initiative    // the last one, which a row without a name goes on with
	area    string         // what the column of areas said last
	areaUse Use            // and what became of that
	held    []worddoc.Cell // what each column said last, for cells merged with the one above
}

// mostCopied is how much text may hold for several initiatives, since its cell is merged
// over their rows: bytes, counted once for each.
const mostCopied = 4 << 20

// above reads a row above the headings: it names the area of the whole table, or is left.
func (r *rows) above(row worddoc.Row) {
	if said, alone := onlyText(row); alone && r.heading(said, 0) {
		r.maker.row(row, Read)
		return
	}
	r.maker.row(row, Left)
}

// onlyText is what the only cell says that says anything.
func onlyText(row worddoc.Row) (said string, alone bool) {
	for _, c := range row.Cells {
		if c.Text() == "" {
			continue
		}
		if said != "" {
			return "", false
		}
		said = c.Text()
	}
	return said, said != "" && !slices.ContainsFunc(row.Cells, func(c worddoc.Cell) bool { return c.Above })
}

// row reads a row below the headings.
func (r *rows) row(row worddoc.Row) error {
	if columns, ok := headOf(row); ok && sameHeadings(columns, r.table.Columns) {
		r.maker.row(row, Heading) // the headings again, on the next page
		return nil
	}
	if said, alone := onlyText(row); alone && r.between(row, said) {
		return nil
	}
	cells := r.cells(row)
	title := cells.of(r.table, Title)
	if a := cells.of(r.table, Area); a.Text() != "" {
		if oneLine(a.Text()) != r.area {
			r.now = nil
		}
		r.area = oneLine(a.Text())
	}
	switch {
	case title.Text() != "":
		if len(r.Initiatives) >= mostInitiatives {
			return diag.Refuse("dokumentet har fler än %[1]d rader med insatser", "the document has more than %[1]d rows of initiatives", mostInitiatives)
		}
		r.begin(title)
	case r.now == nil:
		r.maker.row(row, Left)
		return nil
	case !title.Above && slices.ContainsFunc(row.Cells, func(c worddoc.Cell) bool { return c.Text() != "" }):
		r.now.remark("", "nästa rad saknar namn och lästes som en fortsättning på {the_initiative}. Stämmer det?", "the next row has no name and was read as going on with the {initiative}. Is that right?")
	}
	for n := range r.table.Columns {
		r.cell(n, cells[n], title.Text() != "")
	}
	if r.copied > mostCopied {
		return diag.Refuse("sammanfogade celler upprepar mer än %[1]d MB text", "merged cells repeat more than %[1]d MB of text", mostCopied>>20)
	}
	return nil
}

func sameHeadings(a, b []Column) bool {
	return slices.EqualFunc(a, b, func(a, b Column) bool { return a.Heading == b.Heading })
}

// between reads a row with one text alone, across the table: it names the area of the
// rows below, or parts them in another way.
func (r *rows) between(row worddoc.Row, said string) bool {
	c := row.Cells[slices.IndexFunc(row.Cells, func(c worddoc.Cell) bool { return c.Text() != "" })]
	a, near := r.areaCalled(said)
	across := len(row.Cells) == 1 && len(r.table.Columns) > 1 || c.Span >= len(r.table.Columns) && len(r.table.Columns) > 1
	if a == nil && !across {
		return false
	}
	r.now, r.area = nil, ""
	if a != nil {
		r.places.area, r.places.level = a, 0
		r.nearArea(said, near)
		r.maker.row(row, Read)
		return true
	}
	r.maker.row(row, Left)
	return true
}

// cells are a row's cells by their columns.
type cells map[int]worddoc.Cell

func (r *rows) cells(row worddoc.Row) cells {
	is := cells{}
	for at, c := range row.Cells {
		n := columnOf(r.table.Columns, c)
		if len(row.Cells) == len(r.table.Columns) {
			n = at // as many cells as columns: their order is surer than their places
		}
		if had, twice := is[n]; twice {
			c.Above = c.Above && had.Above
			c.Paragraphs = append(slices.Clone(had.Paragraphs), c.Paragraphs...)
		}
		is[n] = c
	}
	return is
}

// of is the cell of a kind of column.
func (c cells) of(t *Table, k Kind) worddoc.Cell {
	for n, col := range t.Columns {
		if col.Kind == k {
			return c[n]
		}
	}
	return worddoc.Cell{}
}

// begin begins the initiative that a cell names.
func (r *rows) begin(title worddoc.Cell) {
	i := &Initiative{words: r.words}
	r.Initiatives = append(r.Initiatives, i)
	r.now = i
	r.table.Rows++
	r.title(i, title)
	i.ID = r.free(i.Title)
	i.There = slices.ContainsFunc(r.plan.Initiatives, func(old *model.Initiative) bool { return slices.Equal(wordsOf(old.Title.V), wordsOf(i.Title)) })
	r.cooperate(i)
}

// free is an identifier that no other initiative of the plan has.
func (r *rows) free(title string) string {
	return advice.Free(cmp.Or(blank.Slug(title), "insats"), func(id string) bool {
		return r.o.Taken(r.path(id)) || slices.ContainsFunc(r.Initiatives, func(i *Initiative) bool { return i.ID == id })
	})
}

// cooperate finds the cooperation area of an initiative that has begun.
func (r *rows) cooperate(i *Initiative) {
	r.areaUse = Read
	if kept := r.cooperation(i, r.area, r.places.area); kept {
		r.areaUse = Kept
		heading := "Samverkansområde"
		for _, c := range r.table.Columns {
			if c.Kind == Area && c.Heading != "" {
				heading = c.Heading
			}
		}
		r.copied += len(r.area)
		i.keep(heading, worddoc.Paragraph{Text: r.area})
	}
}

// title takes a name apart: its first line is the title, a line that says a time is the
// time, and the rest is text.
func (r *rows) title(i *Initiative, c worddoc.Cell) {
	var rest []worddoc.Paragraph
	for _, p := range split(c.Paragraphs) {
		t, isTime := timeOf(p.Text, r.plan.Time())
		switch {
		case p.Text == "":
		case i.Title == "":
			rest = append(rest, r.name(i, p)...)
		case isTime && i.from == "":
			i.when(p.Text, t)
			r.piece(p.Text, r.inTable(), Read, i)
		default:
			rest = append(rest, p)
			r.piece(p.Text, r.inTable(), Written, i)
		}
		for _, a := range p.Asides {
			r.aside(a, i)
		}
	}
	i.keep("", rest...)
}

// split parts paragraphs at their line breaks.
func split(list []worddoc.Paragraph) []worddoc.Paragraph {
	var out []worddoc.Paragraph
	for _, p := range list {
		rest, bold := p.Text, p.Bold
		for first := true; ; first = false {
			line, more, is := strings.Cut(rest, "\n")
			q := p
			q.Text, q.Bold = strings.TrimSpace(line), min(bold, len(line))
			if !first {
				q.Asides = nil
			}
			out = append(out, q)
			if !is {
				break
			}
			bold = max(bold-len(line)-1, 0)
			rest = more
		}
	}
	return out
}

// longTitle is how long a title may be, in letters.
const longTitle = 120

// name takes the title out of a line, with the time that may stand behind it. What the
// title leaves out of the line is text.
func (r *rows) name(i *Initiative, p worddoc.Paragraph) (rest []worddoc.Paragraph) {
	said := oneLine(p.Text)
	title, t, found := timeBehind(said, r.plan.Time())
	if found {
		i.when(strings.TrimSpace(strings.TrimPrefix(said, title)), t)
	}
	r.piece(p.Text, r.inTable(), Written, i)
	i.Title = title
	if p.Item > 0 {
		i.remark("title", "namnet står i en punktlista. Är det flera {initiatives}?", "the name stands in a list. Are they several {initiatives}?")
	}
	if len([]rune(title)) <= longTitle {
		return nil
	}
	var short string
	if bold := oneLine(p.Text[:p.Bold]); bold != "" && len([]rune(bold)) <= longTitle {
		short = strings.TrimRight(bold, " :.–-")
	} else if at := strings.IndexAny(title, ".:–"); at > 0 && len([]rune(title[:at])) <= longTitle {
		short = strings.TrimSpace(title[:at])
	} else {
		short = strings.Join(strings.Fields(title)[:min(8, len(strings.Fields(title)))], " ")
		short = string([]rune(short)[:min(len([]rune(short)), longTitle)])
	}
	i.Title = short
	i.remark("title", "namnet är långt, så bara början av det blev titel. Hela texten står i beskrivningen", "the name is long, so the title is only its beginning. All of it stands in the description")
	return []worddoc.Paragraph{{Text: title}}
}

// timeBehind finds a time at the end of a line: from a date or in parentheses it is taken
// off the line, while a season or a month stays a part of the name.
func timeBehind(line string, plan model.Period) (name string, t span, found bool) {
	words := strings.Split(line, " ")
	for n := max(1, len(words)-12); n < len(words); n++ {
		tail := strings.Join(words[n:], " ")
		s, ok := timeOf(tail, plan)
		if !ok || yearWord.MatchString(tail) && len(strings.Trim(tail, " .,")) == 4 {
			continue
		}
		head := strings.TrimRight(strings.Join(words[:n], " "), " ,:;–-")
		exact := s.doubt.IsZero() && strings.ContainsAny(tail, "0123456789")
		if exact && head != "" {
			return head, s, true
		}
		return line, s, true
	}
	return line, t, false
}

// when takes a time.
func (i *Initiative) when(said string, t span) {
	i.from, i.to = t.from, t.to
	i.time = value{is: oneLine(said)}
	if !t.doubt.IsZero() {
		i.time.doubt = "I dokumentet: ”" + oneLine(said) + "”"
		i.remark("period", "tiden ”%[1]s” blev %[2]s–%[3]s: %[4]s", "the time “%[1]s” became %[2]s–%[3]s: %[4]s", oneLine(said), t.from, t.to, t.doubt)
	}
}
