package table

import (
	"strconv"
	"strings"
)

// mark is the byte order mark, by which Excel knows that a file is in UTF-8.
const mark = "\ufeff"

// CSV writes the table as RFC 4180 has it, behind a byte order mark. No cell of it is
// run as a formula, however a spreadsheet parts the lines: see Inert.
func (t *Table) CSV() []byte {
	b := []byte(mark)
	for n, c := range t.Columns {
		if n > 0 {
			b = append(b, ',')
		}
		b = append(b, c.Name...)
	}
	b = append(b, "\r\n"...)
	for row := range t.Rows {
		for n, value := range row {
			if n > 0 {
				b = append(b, ',')
			}
			b = appendCell(b, value)
		}
		b = append(b, "\r\n"...)
	}
	return b
}

func appendCell(b []byte, value any) []byte {
	switch v := value.(type) {
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case string:
		s := Inert(v, "") // a comma is within quotation marks
		if strings.ContainsAny(s, "\",\r\n") || strings.TrimSpace(s) != s {
			s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
		return append(b, s...)
	}
	return b
}

// Inert puts an apostrophe before what a spreadsheet would run as a formula. A
// spreadsheet in Swedish parts lines at semicolons and not at commas; it then takes no
// notice of quotation marks inside a cell, so that a semicolon, a tab or a new line in
// a text begins a cell of its own; also are marks that do so where the file has others
// between its cells. Spaces and quotation marks before a formula do not keep it from being
// run.
func Inert(s, also string) string {
	if !strings.ContainsAny(s, "=+-@\t\r") {
		return s
	}
	var b strings.Builder
	from := 0         // what has not been written yet begins here
	begin := 0        // the cell that we are in begins here
	beginning := true // of a cell: nothing has been seen of it but what may stand before
	protect := func() {
		b.WriteString(s[from:begin] + "'")
		from, beginning = begin, false
	}
	if blankFirst(s) {
		protect()
	}
	for n, c := range s {
		switch {
		case parts(c, also):
			begin, beginning = n+1, true
		case strings.ContainsRune("=+-@", c):
			if beginning {
				protect()
			}
		case strings.ContainsRune(before, c):
		default:
			beginning = false
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// parts tells whether a spreadsheet may begin another cell behind a character.
func parts(c rune, also string) bool {
	return strings.ContainsRune(";\t\r\n", c) || strings.ContainsRune(also, c)
}

// before are the characters that do not keep a formula behind them from being run, and the
// apostrophe, which somebody may have written: one more then tells that one was put in.
const before = " \u00a0\"'"

// Meant takes away what Inert put in.
func Meant(s, also string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	var b strings.Builder
	begins := true // a cell does, right here
	for n, c := range s {
		if !(begins && c == '\'' && guards(s[n+1:], n == 0)) {
			b.WriteRune(c)
		}
		begins = parts(c, also)
	}
	if Inert(b.String(), also) != s {
		return s // somebody wrote the apostrophes
	}
	return b.String()
}

// guards tells whether an apostrophe before a text keeps it from being run; first that the
// two are all of a value.
func guards(s string, first bool) bool {
	if first && blankFirst(s) {
		return true
	}
	s = strings.TrimLeft(s, before)
	return s != "" && strings.ContainsRune("=+-@", rune(s[0]))
}

// blankFirst tells whether a value begins with a tab or a line break, which some
// spreadsheets skip before a formula.
func blankFirst(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && (s[0] == '\t' || s[0] == '\r')
}
