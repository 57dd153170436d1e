package workbook

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
)

// row is the cells of a line that say something.
type row struct {
	line  int
	cells []grid.Cell
}

// text is what stands in a column, from 1.
func (r row) text(column int) string {
	for _, c := range r.cells {
		if int(c.Column) == column {
			return c.Text
		}
	}
	return ""
}

// rows reads the cells of a sheet that say something.
func (b *book) rows(part string) (rows []row, merged bool, err error) {
	r := sheetReader{book: b}
	err = b.each(part, func(e element) error {
		if e.name == "mergeCell" {
			merged = true
		}
		return r.take(e)
	})
	return r.rows, merged, err
}

// sheetReader takes a sheet's elements in their order.
type sheetReader struct {
	*book
	rows         []row
	line, column int
	now          row // its cells are those of one row after another

	in            string // the element whose text counts: v, t or f
	aside         int
	kind, style   string
	formula, cell bool
	text, formed  []byte // what it holds, and its formula
}

func (r *sheetReader) take(e element) error {
	switch {
	case e.name == "row" && !e.ends:
		r.line++
		if n, err := strconv.Atoi(e.get("r")); err == nil && n > 0 {
			r.line = n
		}
		r.now, r.column = row{r.line, r.now.cells[:0]}, 0
	case e.name == "row":
		if cells := inColumns(r.now.cells); len(cells) > 0 {
			r.rows = append(r.rows, row{r.now.line, slices.Clone(cells)})
		}
		if len(r.rows) > mostRows {
			return tooLarge()
		}
	case e.name == "c" && !e.ends:
		return r.begin(e)
	case e.name == "c" && r.cell:
		return r.end()
	case r.cell:
		r.inside(e)
	}
	return nil
}

// inside takes what stands in a cell.
func (r *sheetReader) inside(e element) {
	switch {
	case e.name == "rPh":
		if r.aside++; e.ends {
			r.aside -= 2
		}
	case e.name == "v" || e.name == "t" || e.name == "f":
		r.formula = r.formula || e.name == "f"
		if r.in = e.name; e.ends {
			r.in = ""
		}
	case e.text != nil && r.in == "f" && len(r.formed) < mostFormula:
		r.formed = append(r.formed, e.text...)
	case e.text != nil && r.in == "f":
	case e.text != nil && r.in != "" && r.aside == 0:
		r.text = append(r.text, e.text...)
	}
}

func (r *sheetReader) begin(e element) error {
	r.column++
	if ref := e.get("r"); ref != "" {
		column, line, err := excelize.CellNameToCoordinates(ref)
		if err != nil {
			return broken()
		}
		r.column = column
		r.now.line = cmp.Or(r.now.line, line)
	}
	r.cell, r.formula, r.kind, r.style = true, false, e.get("t"), e.get("s")
	r.text, r.formed = r.text[:0], r.formed[:0]
	return nil
}

// mostFormula is how much of a formula is read: enough to know TRUE() and FALSE(), as which
// LibreOffice saves what somebody types as true and false.
const mostFormula = 32

func (r *sheetReader) end() error {
	r.cell = false
	c, err := r.value()
	if err != nil || c.Typed == grid.AsText && strings.TrimSpace(c.Text) == "" {
		return err
	}
	if r.column > mostColumns || len(r.now.cells) == mostColumns { // several may name one column
		return diag.Refuse("ett blad har för många kolumner (fler än %[1]d). Ta bort dem som inte behövs", "a sheet has too many columns (more than %[1]d). Remove those that are not needed", mostColumns)
	}
	r.cells, r.written = r.cells+1, r.written+int64(len(c.Text))
	if r.cells > mostCells || r.written > mostText {
		return tooLarge()
	}
	c.Line, c.Column = int32(max(r.now.line, 1)), int16(r.column)
	r.now.cells = append(r.now.cells, c)
	return nil
}

// inColumns puts the cells of a row in the order of their columns. Where two stand in one,
// the last one counts.
func inColumns(cells []grid.Cell) []grid.Cell {
	byColumn := func(a, b grid.Cell) int { return int(a.Column) - int(b.Column) }
	slices.SortStableFunc(cells, byColumn)
	single := cells[:0]
	for n, c := range cells {
		if n+1 == len(cells) || cells[n+1].Column != c.Column {
			single = append(single, c)
		}
	}
	return single
}

// value is what the cell holds (ECMA-376 18.3.1.4, 18.18.11).
func (r *sheetReader) value() (grid.Cell, error) {
	text := r.texts.Of(r.text)
	switch strings.ToUpper(strings.TrimSpace(string(r.formed))) {
	case "TRUE()":
		return grid.Cell{Text: "1", Typed: grid.AsTruth}, nil
	case "FALSE()":
		return grid.Cell{Text: "0", Typed: grid.AsTruth}, nil
	}
	if r.formula {
		return grid.Cell{Text: plain(text), Typed: grid.AsFormula}, nil
	}
	switch r.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 0 || n >= len(r.strings) {
			return grid.Cell{}, broken()
		}
		return grid.Cell{Text: r.strings[n]}, nil
	case "inlineStr", "str":
		return grid.Cell{Text: plain(text)}, nil
	case "b":
		return grid.Cell{Text: text, Typed: grid.AsTruth}, nil
	case "e":
		return grid.Cell{Text: text, Typed: grid.AsError}, nil
	case "d":
		day, time, _ := strings.Cut(text, "T")
		if strings.Trim(time, "0:.Z") != "" {
			return grid.Cell{Text: text, Typed: grid.AsTime}, nil
		}
		return grid.Cell{Text: day, Typed: grid.AsDate}, nil
	}
	if text = strings.TrimSpace(text); text == "" {
		return grid.Cell{}, nil
	}
	return r.number(text)
}

func (r *sheetReader) number(text string) (grid.Cell, error) {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return grid.Cell{}, broken()
	}
	c := grid.Cell{Typed: grid.AsNumber}
	if style, err := strconv.Atoi(r.style); err == nil && style >= 0 && style < len(r.formats) {
		c.Typed = r.formats[style]
	}
	switch c.Typed {
	case grid.AsPercent:
		c.Text = grid.Shortest(n*100) + " %"
	case grid.AsDate, grid.AsTime:
		c.Text, c.Typed = r.day(n)
	default:
		c.Text = grid.Shortest(n)
	}
	return c, nil
}

// day is a number as the day that it is shown as. Days are counted from the end of 1899,
// and 1900 had a 29 February that never was.
func (r *sheetReader) day(n float64) (string, grid.Typed) {
	days := math.Floor(n)
	if days+float64(r.from) < 1 || days > 2_958_465 { // the last of 9999
		return grid.Shortest(n), grid.AsNumber
	}
	day := int(days) + r.from
	if r.from == 0 && day < 60 {
		day++
	}
	at := time.Date(1899, 12, 30+day, 0, 0, int(math.Round((n-days)*86400)), 0, time.UTC)
	if n == days {
		return at.Format("2006-01-02"), grid.AsDate
	}
	return at.Format("2006-01-02 15:04"), grid.AsTime
}

// origin takes what the hidden sheet says.
func origin(in *grid.Incoming, rows []row) {
	for _, r := range rows {
		value := strings.TrimSpace(r.text(2))
		switch r.text(1) {
		case "layout":
			in.Layout = value
		case "commit":
			in.Commit = value
		case "plan":
			in.Plan = value
		}
	}
}

// seekHead is how far down the keys are looked for: somebody may have put lines above.
const seekHead = 30

// table finds the keys, the headings and the identifiers of a sheet.
func table(name string, rows []row) grid.Table {
	t := grid.Table{Title: name}
	head, ids := -1, 0
	for n := 0; n < len(rows) && n < seekHead && head < 0; n++ {
		for _, c := range rows[n].cells {
			if key, is := strings.CutPrefix(c.Text, hidden+":"); is {
				t.Key, head, ids = key, n, int(c.Column)
			}
		}
	}
	for n := 0; n < len(rows) && n < seekHead && ids == 0; n++ { // somebody took the keys away: the headings are left
		for _, c := range rows[n].cells {
			if strings.TrimSpace(c.Text) == identifiers {
				head, ids = n-1, int(c.Column)
			}
		}
	}
	wide := 0
	for _, r := range rows {
		for _, c := range r.cells {
			wide = max(wide, int(c.Column))
		}
	}
	below := rows[head+1:]
	var headings row
	if len(below) > 0 && (ids == 0 || strings.TrimSpace(below[0].text(ids)) == identifiers) {
		headings, below = below[0], below[1:]
	} // else somebody took the headings away
	t.IDColumn = ids
	for column := 1; column <= wide; column++ {
		if column == ids {
			continue
		}
		if t.Key != "" {
			t.Keys = append(t.Keys, rows[head].text(column))
		} else {
			t.Keys = append(t.Keys, "")
		}
		t.Headings = append(t.Headings, headings.text(column))
	}
	for _, r := range below {
		take(&t, r)
	}
	return t
}

// take takes a row that says something beside its identifier.
func take(t *grid.Table, r row) {
	id, cells := "", r.cells
	if n := slices.IndexFunc(cells, func(c grid.Cell) bool { return int(c.Column) == t.IDColumn }); n >= 0 {
		id, cells = strings.TrimSpace(cells[n].Text), slices.Delete(cells, n, n+1)
	}
	if len(cells) > 0 {
		t.IDs, t.Rows, t.Lines = append(t.IDs, id), append(t.Rows, cells), append(t.Lines, r.line)
	}
}
