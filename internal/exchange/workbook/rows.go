package workbook

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"samsyn/internal/exchange/grid"
)

// rows writes the rows of a sheet as SpreadsheetML (ECMA-376 18.3.1.73), one after another as
// they are made: the library would hold them all.
func (w *writer) rows(to io.Writer, s *grid.Sheet) error {
	names := make([]string, len(s.Columns)+1) // of the columns: A, B
	for n := range names {
		var err error
		if names[n], err = excelize.ColumnNumberToName(n + 1); err != nil {
			return err
		}
	}
	out, n := bufio.NewWriter(to), firstRow
	for row, err := range s.Rows {
		if err != nil {
			return err
		}
		high := 1
		for i, text := range row.Cells {
			high = max(high, lines(text, s.Columns[i].Width-2))
		}
		line := strconv.Itoa(n)
		// A bufio.Writer keeps its first error for the end.
		_, _ = out.WriteString(`<row r="` + line + `" ht="` + strconv.FormatFloat(float64(min(high, mostLines))*lineUnit, 'f', -1, 64) + `" customHeight="1">`)
		cell(out, names[0]+line, w.cell, row.ID)
		for i, text := range row.Cells {
			cell(out, names[i+1]+line, w.cell, text)
		}
		_, _ = out.WriteString("</row>")
		n++
	}
	return out.Flush()
}

// cell writes a cell of text. One without has its style alone: a spreadsheet counts an empty
// text as something.
func cell(out *bufio.Writer, at string, style int, text string) {
	_, _ = out.WriteString(`<c r="` + at + `" s="` + strconv.Itoa(style) + `"`)
	if text == "" {
		_, _ = out.WriteString("/>")
		return
	}
	_, _ = out.WriteString(` t="inlineStr"><is><t`)
	if text != strings.TrimSpace(text) {
		_, _ = out.WriteString(` xml:space="preserve"`)
	}
	_ = out.WriteByte('>')
	for n, line := range strings.Split(escaped(text), "\n") {
		if n > 0 {
			_ = out.WriteByte('\n')
		}
		_ = xml.EscapeText(out, []byte(line))
	}
	_, _ = out.WriteString("</t></is></c>")
}

// escaped is a text in which nothing looks like a character that XML cannot hold, as such are
// written (ECMA-376 22.9.2.19): see unescaped.
func escaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for n := range len(s) {
		if character(s[n:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[n])
	}
	return b.String()
}

// character tells whether a text begins with a character by its number: _x0041_.
func character(s string) bool {
	if len(s) < 7 || s[:2] != "_x" || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

// lines is about how many lines a text takes in a cell of a width in characters.
func lines(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(line))/max(width, 1))
	}
	return n
}
