package prose

import (
	"bytes"
	"regexp"
)

const (
	// maxIndent is the deepest indentation of a list item, in columns.
	maxIndent = 8 * MaxDepth
	// maxCost bounds the work of a parser whose time for a paragraph grows with
	// the square of the marks in it.
	maxCost = 4e7
	// maxCells is how many cells a table may have, those that its rows leave out
	// counted.
	maxCells = 1 << 18
	// maxParts is how many blocks, cells, lines of code, links and line breaks a text
	// may have: whatever draws it spends some tens of microseconds on each.
	maxParts = 50_000
	// headingParts is what a heading counts for beside itself: it stands in the table
	// of contents too, and in the outline.
	headingParts = 19
)

// guard finds texts that are made to stop a parser, before it gets to see them:
// goldmark recurses for each container, tries each opening mark of a paragraph
// against each that follows, and fills every row of a table with cells.
func guard(src []byte) error {
	cost, notes := 0, 0
	var m marks
	var t table
	for line := range bytes.Lines(src) {
		if deepPrefix(line) {
			return ErrTooDeep
		}
		notes += bytes.Count(line, []byte("[^"))
		if len(bytes.TrimSpace(line)) == 0 {
			cost += m.cost()
			m, t = marks{}, table{}
			continue
		}
		m.count(line)
		if t.add(line) > maxCells {
			return ErrTooCostly
		}
	}
	if cost+m.cost()+notes*notes/2 > maxCost {
		return ErrTooCostly
	}
	return nil
}

// deepPrefix tells whether a line opens more containers than MaxDepth, or stands
// deeper than so many would.
func deepPrefix(line []byte) bool {
	opened, i := 0, 0
	for ; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
		case c == '>':
			opened++
		case bytes.IndexByte([]byte("*+-"), c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			opened++
		case '0' <= c && c <= '9':
			// A number opens a list only with its stop, which counts.
		case (c == '.' || c == ')') && i > 0 && '0' <= line[i-1] && line[i-1] <= '9':
			opened++
		default:
			return opened > 2*MaxDepth || i > maxIndent && opened > 0
		}
	}
	return opened > 2*MaxDepth || i > maxIndent && opened > 0
}

// marks counts, in one paragraph, what may open something that never closes.
type marks struct{ brackets, unclosed, stars, underscores int }

// closedLink is a link that the parser is done with at once.
var closedLink = regexp.MustCompile(`\]\([^()<>\s]*\)`)

func (m *marks) count(line []byte) {
	m.brackets += bytes.Count(line, []byte("["))
	if n := bytes.Count(line, []byte("](")); n > 0 {
		m.unclosed += n - len(closedLink.FindAllIndex(line, -1))
	}
	m.stars += bytes.Count(line, []byte("*"))
	m.underscores += bytes.Count(line, []byte("_"))
}

// cost weighs the marks as measured: what looks like a link and is none takes
// the parser longest, then emphasis of both kinds in one paragraph.
func (m *marks) cost() int {
	emphasis := m.stars + m.underscores
	return m.brackets*m.brackets/16 + emphasis*emphasis/8 + 2*m.stars*m.underscores + 3*m.unclosed*m.unclosed
}

// table counts the cells of what may be a table.
type table struct{ columns, rows int }

// add takes a line and gives the cells so far.
func (t *table) add(line []byte) int {
	if t.columns > 0 {
		t.rows++
	} else if len(bytes.Trim(line, "|:- \t\r\n>")) == 0 {
		t.columns = bytes.Count(line, []byte("|"))
	}
	return t.columns * t.rows
}
