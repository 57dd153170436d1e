// Package workbook writes books as Excel workbooks and reads those that come back. A
// grid.Book goes in and the bytes of an .xlsx file come out; the bytes of a file that
// anybody may have made go in, and its cells come out with what the spreadsheet took
// them for. What the cells mean is not known here.
package workbook

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"samsyn/internal/exchange/grid"
)

// What a book is known by when it comes back.
const (
	layout      = "1"      // of the book: which form it has
	hidden      = "samsyn" // the sheet that holds where it came from, and the prefix of a sheet's key
	identifiers = "ID"     // the heading of the column that nobody sees
	choices     = "Val"    // the sheet of the drop-downs' choices
	firstRow    = 3        // below the keys, which are hidden, and the headings
	spareRows   = 500      // below the last row, with drop-downs too
	lineUnit    = 15.0     // the height of a line, in points
	mostLines   = 12       // a higher row would fill the screen
	guideWidth  = 96       // of the sheet that explains
	typeface    = "Calibri"
	paperA4     = 9     // ECMA-376 18.3.1.63
	asText      = 49    // the number format @
	printed     = 210.0 // characters that fit a page across, in small but readable letters
	ink, rule   = "1F2933", "C9D1D9"
)

// Write writes the workbook. The same book gives the same bytes.
func Write(to io.Writer, b *grid.Book) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	w := &writer{f: f, lists: map[string]string{}}
	if err := w.styles(); err != nil {
		return err
	}
	if err := w.book(b); err != nil {
		return err
	}
	f.SetZipWriter(func(to io.Writer) excelize.ZipWriter { return w.inOrder(to, b) })
	return f.Write(to)
}

type writer struct {
	f                             *excelize.File
	head, cell                    int // styles
	guideTitle, guideHead, guided int
	lists                         map[string]string // where the choices of a drop-down stand, by the choices
	listed                        int               // how many there are
}

func (w *writer) styles() (err error) {
	border := []excelize.Border{{Type: "bottom", Color: rule, Style: 1}, {Type: "right", Color: rule, Style: 1}}
	cell := excelize.Alignment{WrapText: true, Vertical: "top"}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&w.head, excelize.Style{NumFmt: asText, Border: border, Fill: fill("DCE8F2"), Alignment: &cell, Font: &excelize.Font{Family: typeface, Bold: true, Size: 11, Color: ink}}},
		{&w.cell, excelize.Style{NumFmt: asText, Border: border, Alignment: &cell, Font: &excelize.Font{Family: typeface, Size: 11, Color: ink}}},
		{&w.guideTitle, excelize.Style{NumFmt: asText, Font: &excelize.Font{Family: typeface, Bold: true, Size: 16, Color: ink}}},
		{&w.guideHead, excelize.Style{NumFmt: asText, Alignment: &cell, Font: &excelize.Font{Family: typeface, Bold: true, Size: 11, Color: ink}}},
		{&w.guided, excelize.Style{NumFmt: asText, Alignment: &cell, Font: &excelize.Font{Family: typeface, Size: 11, Color: ink}}},
	} {
		if *s.id, err = w.f.NewStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) book(b *grid.Book) error {
	if err := w.f.SetDocProps(&excelize.DocProperties{Title: b.Title, Creator: "Samsyn", LastModifiedBy: "Samsyn", Language: b.Language}); err != nil {
		return err
	}
	if err := w.stage(b); err != nil {
		return err
	}
	if err := w.guide(b); err != nil {
		return err
	}
	for n := range b.Sheets {
		if err := w.sheet(&b.Sheets[n]); err != nil {
			return fmt.Errorf("%s: %w", b.Sheets[n].Key, err)
		}
	}
	return w.origin(b)
}

// stage makes the sheets, before anything is in them: afterwards each would be read again.
func (w *writer) stage(b *grid.Book) error {
	if err := w.f.SetSheetName("Sheet1", b.GuideTab); err != nil {
		return err
	}
	for _, s := range b.Sheets {
		if _, err := w.f.NewSheet(s.Title); err != nil {
			return err
		}
	}
	for _, name := range []string{choices, hidden} {
		if _, err := w.f.NewSheet(name); err != nil {
			return err
		}
	}
	w.f.SetActiveSheet(min(1, len(b.Sheets)))
	if err := w.f.SetSheetVisible(choices, false); err != nil {
		return err
	}
	return w.f.SetSheetVisible(hidden, false, true)
}

// origin says where the book came from, in a sheet that nobody sees.
func (w *writer) origin(b *grid.Book) error {
	for n, pair := range [][2]string{{"layout", layout}, {"commit", b.Commit}, {"plan", b.Plan}} {
		if err := w.f.SetSheetRow(hidden, fmt.Sprintf("A%d", n+1), &[]string{pair[0], pair[1]}); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) guide(b *grid.Book) error {
	if err := w.f.SetColWidth(b.GuideTab, "A", "A", 34); err != nil {
		return err
	}
	if err := w.f.SetColWidth(b.GuideTab, "B", "B", guideWidth); err != nil {
		return err
	}
	if err := w.put(b.GuideTab, "A1", b.Title, w.guideTitle); err != nil {
		return err
	}
	for n, line := range b.Guide {
		if err := w.put(b.GuideTab, fmt.Sprintf("A%d", n+3), line.Head, w.guideHead); err != nil {
			return err
		}
		if err := w.put(b.GuideTab, fmt.Sprintf("B%d", n+3), line.Text, w.guided); err != nil {
			return err
		}
		if err := w.f.SetRowHeight(b.GuideTab, n+3, float64(lines(line.Text, guideWidth-4))*lineUnit); err != nil {
			return err
		}
	}
	return w.paper(b.GuideTab, 1)
}

func (w *writer) put(sheet, at, text string, style int) error {
	if err := w.f.SetCellStr(sheet, at, text); err != nil {
		return err
	}
	return w.f.SetCellStyle(sheet, at, at, style)
}

// paper sets a sheet up for printing: A4 across, so many pages wide.
func (w *writer) paper(sheet string, wide int) error {
	size, across, high, fit := paperA4, "landscape", 0, true
	if err := w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	side, top := 0.4, 0.6 // inches
	if err := w.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top}); err != nil {
		return err
	}
	return w.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P (&N)"})
}

func (w *writer) sheet(s *grid.Sheet) error {
	width := 0.0
	for _, c := range s.Columns {
		width += c.Width
	}
	if err := w.paper(s.Title, 1+int(width/printed)); err != nil { // it stands above the cells, which are written as they come
		return err
	}
	sw, err := w.f.NewStreamWriter(s.Title)
	if err != nil {
		return err
	}
	if err := w.columns(sw, s); err != nil {
		return err
	}
	if err := w.heads(sw, s); err != nil {
		return err
	}
	// What is set after Flush is not written, and nothing says so.
	if err := w.around(s); err != nil {
		return err
	}
	return sw.Flush()
}

// columns sets widths and styles, and hides the identifiers.
func (w *writer) columns(sw *excelize.StreamWriter, s *grid.Sheet) error {
	if err := sw.SetColWidth(1, 1, 12); err != nil {
		return err
	}
	if err := sw.SetColVisible(1, 1, false); err != nil {
		return err
	}
	for n, c := range s.Columns {
		if err := sw.SetColWidth(n+2, n+2, c.Width); err != nil {
			return err
		}
		if err := sw.SetColStyle(n+2, n+2, w.cell); err != nil {
			return err
		}
	}
	return sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: 2, YSplit: firstRow - 1, TopLeftCell: fmt.Sprintf("C%d", firstRow), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: fmt.Sprintf("C%d", firstRow), ActiveCell: fmt.Sprintf("C%d", firstRow), Pane: "bottomRight"}}})
}

// heads writes the keys, which are hidden, and the headings. The rows below them are put in
// when the file is made: see ordered.
func (w *writer) heads(sw *excelize.StreamWriter, s *grid.Sheet) error {
	keys := []any{hidden + ":" + s.Key}
	heads := []any{excelize.Cell{StyleID: w.head, Value: identifiers}}
	high := 1
	for _, c := range s.Columns {
		keys = append(keys, c.Key)
		heads = append(heads, excelize.Cell{StyleID: w.head, Value: c.Heading})
		high = max(high, lines(c.Heading, c.Width-2))
	}
	if err := sw.SetRow("A1", keys, excelize.RowOpts{Hidden: true}); err != nil {
		return err
	}
	return sw.SetRow("A2", heads, excelize.RowOpts{Height: float64(high)*lineUnit + 3})
}

// around sets what a sheet has beside its cells: drop-downs, the filter, the printing.
func (w *writer) around(s *grid.Sheet) error {
	last, err := excelize.ColumnNumberToName(len(s.Columns) + 1)
	if err != nil {
		return err
	}
	end := firstRow + s.Len - 1
	for n, c := range s.Columns {
		if err := w.dropDown(s, n, c, end+spareRows); err != nil {
			return err
		}
	}
	if err := w.f.AutoFilter(s.Title, fmt.Sprintf("A%d:%s%d", firstRow-1, last, max(end, firstRow)), nil); err != nil {
		return err
	}
	if err := w.f.AddIgnoredErrors(s.Title, fmt.Sprintf("A1:%s%d", last, end+spareRows), excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	return w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.Title,
		RefersTo: fmt.Sprintf("'%[1]s'!$A:$B,'%[1]s'!$1:$%[2]d", strings.ReplaceAll(s.Title, "'", "''"), firstRow-1)})
}

// dropDown offers a column's choices. Where a cell may hold several, or a text of one's
// own, nothing else is refused.
func (w *writer) dropDown(s *grid.Sheet, n int, c grid.Column, end int) error {
	if len(c.Options) == 0 {
		return nil
	}
	where, err := w.list(c.Options)
	if err != nil {
		return err
	}
	name, err := excelize.ColumnNumberToName(n + 2)
	if err != nil {
		return err
	}
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(fmt.Sprintf("%[1]s%[2]d:%[1]s%[3]d", name, firstRow, end))
	dv.SetSqrefDropList(where)
	dv.ShowErrorMessage = c.Kind == grid.Choice || c.Kind == grid.YesNo
	if dv.ShowErrorMessage {
		dv.SetError(excelize.DataValidationErrorStyleStop, cut(c.Heading, 32), cut(c.Help, 255))
	}
	return w.f.AddDataValidation(s.Title, dv)
}

// list writes choices into their sheet, once, and tells where they stand.
func (w *writer) list(options []grid.Option) (where string, err error) {
	var all strings.Builder
	for _, o := range options {
		all.WriteString(o.Value + "\x00" + o.Label + "\x00")
	}
	if where, there := w.lists[all.String()]; there {
		return where, nil
	}
	labels, err := excelize.ColumnNumberToName(2*w.listed + 1)
	if err != nil {
		return "", err
	}
	values, err := excelize.ColumnNumberToName(2*w.listed + 2)
	if err != nil {
		return "", err
	}
	w.listed++
	for n, o := range options {
		if err := w.put(choices, fmt.Sprintf("%s%d", labels, n+1), o.Label, w.guided); err != nil {
			return "", err
		}
		if err := w.put(choices, fmt.Sprintf("%s%d", values, n+1), o.Value, w.guided); err != nil {
			return "", err
		}
	}
	where = fmt.Sprintf("%[1]s!$%[2]s$1:$%[2]s$%[3]d", choices, labels, len(options))
	w.lists[all.String()] = where
	return where, nil
}

// cut shortens a text to what a message of a spreadsheet may hold, in UTF-16 units.
func cut(s string, most int) string {
	n := 0
	for i, c := range s {
		if c > 0xffff {
			n++
		}
		if n++; n > most-1 {
			return s[:i] + "…"
		}
	}
	return s
}
