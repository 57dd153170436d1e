package wordplan

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/worddoc"
)

// document goes through the document from its beginning.
func (m *maker) document() error {
	blocks := m.o.Document.Blocks
	for n := 0; n < len(blocks); n++ {
		if t, lines := tabbed(blocks[n:]); lines > 0 {
			if err := m.table(t); err != nil {
				return err
			}
			n += lines - 1
			continue
		}
		if t := blocks[n].Table; t != nil {
			if err := m.table(*t); err != nil {
				return err
			}
			continue
		}
		m.paragraph(*blocks[n].Paragraph)
	}
	for _, a := range m.o.Document.Asides {
		m.aside(a, nil)
	}
	return nil
}

// paragraph reads a paragraph between the tables: it names the area of what follows, or
// is left.
func (m *maker) paragraph(p worddoc.Paragraph) {
	where := diag.Say("mellan tabellerna", "between the tables")
	if p.Heading > 0 {
		where = diag.Say("rubrik", "heading")
	}
	use := Left
	if m.heading(p.Text, p.Heading) {
		use = Read
	}
	m.said(where, use, nil, p)
}

// heading takes the area that a heading names. A heading that names none ends the one
// above it, where it is no lower.
func (m *maker) heading(said string, level int) bool {
	if said == "" {
		return false
	}
	if a, near := m.areaCalled(said); a != nil {
		m.places.area, m.places.level = a, level
		m.nearArea(said, near)
		return true
	}
	if level > 0 && level <= m.places.level {
		m.places.area = nil
	}
	return false
}

// nearArea tells of a heading that was read as the name of an area.
func (m *maker) nearArea(said, near string) {
	if near != "" {
		m.Remarks = append(m.Remarks, Remark{"", diag.Say("rubriken ”%[1]s” lästes som %[2]s", "the heading “%[1]s” was read as %[2]s", oneLine(said), near)})
	}
}

// tabbed is the table that paragraphs with tabs make, such as one that was pasted as
// text: the first line has headings, and the lines after it tabs too.
func tabbed(blocks []worddoc.Block) (t worddoc.Table, lines int) {
	for n, b := range blocks {
		p := b.Paragraph
		if p == nil || !strings.Contains(p.Text, "\t") {
			break
		}
		row := tabbedRow(*p)
		if _, ok := headOf(row); n == 0 && !ok {
			return t, 0
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) < 2 {
		return t, 0
	}
	return t, len(t.Rows)
}

func tabbedRow(p worddoc.Paragraph) (row worddoc.Row) {
	for at, said := range strings.Split(p.Text, "\t") {
		row.Cells = append(row.Cells, worddoc.Cell{From: at, Span: 1, Paragraphs: lines(said)})
	}
	if len(p.Asides) > 0 {
		last := &row.Cells[len(row.Cells)-1]
		last.Paragraphs = append(last.Paragraphs, worddoc.Paragraph{Asides: p.Asides})
	}
	return row
}

// lookFor is how many rows there may be above the headings.
const lookFor = 4

// table reads a table.
func (m *maker) table(t worddoc.Table) error {
	is := &Table{Number: len(m.Tables) + 1}
	m.Tables = append(m.Tables, is)
	m.places.table = is
	head := m.columns(t, is)
	if !is.Used {
		is.First = make([]string, widest(t))
		if len(t.Rows) > 0 {
			for n, c := range t.Rows[0].Cells {
				is.First[n] = oneLine(c.Text())
			}
		}
		for _, r := range t.Rows {
			m.row(r, Left)
		}
		return nil
	}
	m.last = is.Columns
	outer := m.places
	defer func() { m.places.area, m.places.level = outer.area, outer.level }() // a heading in the table ends with it
	rows := &rows{maker: m, table: is, held: make([]worddoc.Cell, len(is.Columns))}
	for n, r := range t.Rows {
		switch {
		case n == head:
			m.row(r, Heading)
		case n < head:
			rows.above(r)
		default:
			if err := rows.row(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// columns finds what the columns of a table are, and the row with their headings, -1
// where it has none.
func (m *maker) columns(t worddoc.Table, is *Table) (head int) {
	head = -1
	for n, r := range t.Rows[:min(len(t.Rows), lookFor)] {
		if columns, ok := headOf(r); ok {
			head, is.Columns, is.Used = n, columns, true
			break
		}
	}
	width := widest(t)
	if at := slices.IndexFunc(m.o.Columns, func(list []Kind) bool { return len(list) == width }); at >= 0 {
		told := m.o.Columns[at]
		if head < 0 && len(t.Rows) > 0 && (t.Rows[0].Head || allBold(t.Rows[0])) && len(t.Rows[0].Cells) == width {
			head = 0
		}
		columns := make([]Column, width)
		for n := range columns {
			columns[n] = Column{Kind: told[n], Sure: true, from: n, span: 1}
			if head >= 0 && len(t.Rows[head].Cells) == width {
				c := t.Rows[head].Cells[n]
				columns[n].Heading, columns[n].from, columns[n].span = oneLine(c.Text()), c.From, c.Span
			}
		}
		is.Columns, is.Used = columns, slices.Contains(told, Title)
		return head
	}
	if !is.Used && m.last != nil && width == len(m.last) {
		is.Columns, is.Used, is.Like = slices.Clone(m.last), true, true
		for n := range is.Columns { // each covers one place of the grid
			is.Columns[n].from, is.Columns[n].span = n, 1
		}
	}
	return head
}

// widest is how many cells the widest row has.
func widest(t worddoc.Table) int {
	most := 0
	for _, r := range t.Rows {
		most = max(most, len(r.Cells))
	}
	return most
}

func allBold(r worddoc.Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c worddoc.Cell) bool {
		return slices.ContainsFunc(c.Paragraphs, func(p worddoc.Paragraph) bool { return p.Bold < len(p.Text) })
	})
}

// row says what became of a row that went to no initiative.
func (m *maker) row(r worddoc.Row, use Use) {
	for _, c := range r.Cells {
		m.said(m.inTable(), use, nil, c.Paragraphs...)
	}
}

// said says what became of paragraphs, and of what stands beside them.
func (m *maker) said(where diag.Text, use Use, i *Initiative, paragraphs ...worddoc.Paragraph) {
	for _, p := range paragraphs {
		m.piece(p.Text, where, use, i)
		for _, a := range p.Asides {
			m.aside(a, i)
		}
	}
}

// inTable is the table that is read.
func (m *maker) inTable() diag.Text {
	return diag.Say("tabell %[1]d", "table %[1]d", m.places.table.Number)
}

// aside lists what stands beside the text; notes and text boxes go to the initiative that
// they belong to. A comment is somebody's word to somebody, and hidden text is hidden.
func (m *maker) aside(a worddoc.Aside, i *Initiative) {
	said := map[worddoc.AsideKind]diag.Text{
		worddoc.Footnote: diag.Say("fotnot", "footnote"), worddoc.Comment: diag.Say("kommentar", "comment"),
		worddoc.TextBox: diag.Say("textruta", "text box"), worddoc.Hidden: diag.Say("dold text", "hidden text"),
		worddoc.Alt: diag.Say("bild i ord", "picture in words"), worddoc.Header: diag.Say("sidhuvud", "header"),
		worddoc.Footer: diag.Say("sidfot", "footer"), worddoc.Diagram: diag.Say("diagram", "diagram"),
	}[a.Kind]
	heading := map[worddoc.AsideKind]string{worddoc.Footnote: "Fotnoter", worddoc.TextBox: "Textruta"}[a.Kind]
	if i == nil || heading == "" {
		m.piece(a.Text, said, Left, i)
		return
	}
	m.piece(a.Text, said, Kept, i)
	i.keep(heading, lines(a.Text)...)
}

// lines are the lines of a text as paragraphs.
func lines(s string) []worddoc.Paragraph {
	var list []worddoc.Paragraph
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, worddoc.Paragraph{Text: line})
		}
	}
	return list
}

// keep puts paragraphs below a heading in the initiative's text; "" is before all
// headings.
func (i *Initiative) keep(heading string, paragraphs ...worddoc.Paragraph) {
	if len(paragraphs) == 0 {
		return
	}
	for n := range i.body {
		if i.body[n].heading == heading {
			i.body[n].paragraphs = append(i.body[n].paragraphs, paragraphs...)
			return
		}
	}
	i.body = append(i.body, section{heading, slices.Clone(paragraphs)}) // a merged cell's are other initiatives' too
}
