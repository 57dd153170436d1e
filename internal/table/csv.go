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
	for _, row := range t.Rows {
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
		s := Inert(v)
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
// a text begins a cell of its own. Spaces and quotation marks before a formula do not
// keep it from being run.
func Inert(s string) string {
	if !strings.ContainsAny(s, "=+-@\t\r") {
		return s
	}
	var b strings.Builder
	from := 0         // what has not been written yet begins here
	begin := 0        // the cell that we are in begins here
	beginning := true // of a cell: nothing has been seen of it but spaces and quotation marks
	protect := func() {
		b.WriteString(s[from:begin] + "'")
		from, beginning = begin, false
	}
	if s[0] == '\t' || s[0] == '\r' {
		protect()
	}
	for n, c := range s {
		switch c {
		case ';', '\t', '\r', '\n':
			begin, beginning = n+1, true
		case '=', '+', '-', '@':
			if beginning {
				protect()
			}
		case ' ', '\u00a0', '"':
		default:
			beginning = false
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// Meant takes away what Inert put in.
func Meant(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	var b strings.Builder
	beginning := true
	for n, c := range s {
		if c == '\'' && beginning && guards(s[n+1:]) {
			beginning = false
			continue
		}
		switch c {
		case ';', '\t', '\r', '\n':
			beginning = true
		default:
			beginning = false
		}
		b.WriteRune(c)
	}
	if Inert(b.String()) != s {
		return s // the apostrophes are the text's own
	}
	return b.String()
}

// guards tells whether an apostrophe before a text keeps it from being run.
func guards(s string) bool {
	s = strings.TrimLeft(s, " \u00a0\"")
	return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0]))
}
