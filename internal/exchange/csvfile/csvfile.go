// Package csvfile writes a sheet as the CSV that a spreadsheet in Swedish opens with a
// double click, and reads one that comes back. A sheet goes in and bytes come out; bytes
// that anybody may have made go in and cells come out.
package csvfile

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/table"
)

// mark is the byte order mark, by which Excel knows that a file is in UTF-8.
const mark = "\ufeff"

// Write writes a sheet: behind a byte order mark, with semicolons, since a comma is a
// decimal sign in Swedish. The first column has the identifiers, and its heading the plan
// that they are of, if it is one alone, and the commit that they came from. No cell is run
// as a formula, wherever lines are parted.
func Write(to io.Writer, s *grid.Sheet, commit, plan string) error {
	if _, err := io.WriteString(to, mark); err != nil {
		return err
	}
	w := csv.NewWriter(to)
	w.Comma, w.UseCRLF = ';', true
	head := []string{identifier + origin(commit, plan)}
	for _, c := range s.Columns {
		head = append(head, table.Inert(c.Heading, comma))
	}
	if err := w.Write(head); err != nil {
		return err
	}
	for row, err := range s.Rows {
		if err != nil {
			return err
		}
		line := []string{table.Inert(row.ID, comma)}
		for _, cell := range row.Cells {
			line = append(line, table.Inert(cell, comma))
		}
		if err := w.Write(line); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

const (
	identifier = "ID"
	comma      = "," // parts cells too where a spreadsheet is not in Swedish
)

func origin(commit, plan string) string {
	var parts []string
	if plan != "" {
		parts = append(parts, "plan "+plan)
	}
	if commit != "" {
		parts = append(parts, "version "+commit)
	}
	if parts == nil {
		return ""
	}
	return " (" + strings.Join(parts, " ") + ")"
}

// comesFrom finds the plan and the commit in the heading of the identifiers.
var comesFrom = regexp.MustCompile(`^ID(?: \((?:plan ([a-z0-9-]+))? ?(?:version ([0-9a-f]{7,64}))?\))?$`)

// How much of a file is looked at.
const (
	mostBytes   = 64 << 20
	mostColumns = 300
)

// Read reads a file. What is wrong with it is a *diag.Refused. Excel saves CSV in Windows-1252
// unless it is told otherwise, and LibreOffice as one asks it to. The file is never held as a
// whole: a country's is large.
func Read(file io.ReadSeeker, key, title string) (*grid.Incoming, error) {
	text, err := decoded(file)
	if err != nil {
		return nil, err
	}
	end := &ending{Reader: text}
	r := csv.NewReader(end)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, true
	in := &grid.Incoming{}
	t, texts := grid.Table{Title: title, Key: key}, grid.Texts{}
	ids, wide, before := -1, 0, 0 // before is how many cells the line before has
	next, err := r.Read()
	for n := 1; err == nil; n++ { // a line at a time: a country's are many
		line := next
		next, err = r.Read()
		if len(line) > mostColumns {
			return nil, diag.Refuse("filen har för många kolumner", "the file has too many columns")
		}
		if n == 1 {
			ids, wide = headings(in, &t, line), len(line)
		} else {
			if errors.Is(err, io.EOF) && end.last != '\n' && len(line) < wide {
				return nil, diag.Refuse("filen slutar mitt i en rad. Hämta eller spara den på nytt", "the file ends in the middle of a line. Fetch or save it anew")
			}
			meant := line
			if padded(line, wide, before, len(next)) {
				meant = line[:wide]
			}
			take(&t, texts, meant, n, ids, wide)
		}
		before = len(line)
	}
	if !errors.Is(err, io.EOF) {
		return nil, broken()
	}
	if len(t.Headings) == 0 {
		return nil, diag.Refuse("filen är tom", "the file is empty")
	}
	t.IDColumn = ids + 1
	in.Sheets = []grid.Table{t}
	return in, nil
}

func broken() error {
	return diag.Refuse("filen går inte att läsa som CSV", "the file cannot be read as CSV")
}

// headings takes the first line. Out comes which of its cells is the identifiers', -1 where
// none is.
func headings(in *grid.Incoming, t *grid.Table, line []string) int {
	ids := -1
	for c, heading := range line {
		if m := comesFrom.FindStringSubmatch(strings.TrimSpace(heading)); m != nil && ids < 0 {
			ids, in.Plan, in.Commit = c, m[1], m[2]
			continue
		}
		t.Headings = append(t.Headings, table.Meant(heading, comma))
	}
	t.Keys = make([]string, len(t.Headings))
	return ids
}

// padded tells whether a line is longer than the headings' for nothing: Excel pads the
// lines of a stretch alike. One that is longer alone may have been shifted. before and
// next are how many cells the lines around it have.
func padded(line []string, wide, before, next int) bool {
	for c := wide; c < len(line); c++ {
		if strings.TrimSpace(line[c]) != "" {
			return false
		}
	}
	return len(line) > wide && (before == len(line) || next == len(line))
}

// take takes a line that says something. wide is how many cells the headings' line has.
func take(t *grid.Table, texts grid.Texts, line []string, number, ids, wide int) {
	id, said := "", false
	var cells []grid.Cell
	for c, value := range line {
		if c == ids {
			id = strings.Clone(strings.TrimSpace(table.Meant(value, comma))) // not a part of the whole line
			continue
		}
		if c >= wide {
			break
		}
		if value = table.Meant(value, comma); value != "" {
			said = said || strings.TrimSpace(value) != ""
			cells = append(cells, grid.Cell{Text: texts.Of([]byte(value)), Line: int32(number), Column: int16(c + 1)})
		}
	}
	if said {
		t.IDs, t.Rows, t.Lines, t.Off = append(t.IDs, id), append(t.Rows, slices.Clone(cells)), append(t.Lines, number), append(t.Off, len(line)-wide)
	}
}

// decoded gives a file's text in UTF-8, without a byte order mark.
func decoded(file io.ReadSeeker) (*bufio.Reader, error) {
	start, err := io.ReadAll(io.LimitReader(file, 2))
	if err != nil {
		return nil, err
	}
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	if size > mostBytes {
		return nil, diag.Refuse("filen är för stor för att läsas in", "the file is too large to be read")
	}
	in := unicode.UTF8BOM
	if bytes.Equal(start, []byte{0xff, 0xfe}) || bytes.Equal(start, []byte{0xfe, 0xff}) {
		in = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	} else if valid, err := inUTF8(file); err != nil {
		return nil, err
	} else if !valid {
		in = charmap.Windows1252
	}
	_, err = file.Seek(0, io.SeekStart)
	return bufio.NewReaderSize(in.NewDecoder().Reader(file), longestHead), err
}

// inUTF8 tells whether the whole of a file is UTF-8.
func inUTF8(file io.ReadSeeker) (bool, error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	_, err := io.Copy(io.Discard, transform.NewReader(file, encoding.UTF8Validator))
	if errors.Is(err, encoding.ErrInvalidUTF8) {
		return false, nil
	}
	return err == nil, err
}

// ending remembers the last byte that was read.
type ending struct {
	io.Reader
	last byte
}

func (e *ending) Read(p []byte) (int, error) {
	n, err := e.Reader.Read(p)
	if n > 0 {
		e.last = p[n-1]
	}
	return n, err
}

// longestHead is how much of the headings' line is looked at for what parts them.
const longestHead = 1 << 16

// separator is what stands between the headings.
func separator(text *bufio.Reader) rune {
	head, _ := text.Peek(longestHead) // less where the file is shorter; an error comes again when it is read
	first, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ';', 0
	for _, c := range ";\t," {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}
