// Package doc reads and rewrites documents. The bytes of a content file go in; its
// lines, its front matter, its YAML as nodes and the range of each value come out. Where
// a value ends, and where front matter ends, is decided here alone. What the values mean
// and what is wrong with them is not known here.
package doc

import (
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/diag"
)

// Text is what a file holds, with line feeds alone and without a byte order mark. Its
// lines and columns are those of the file.
type Text struct {
	Path  string
	Src   string
	Lines []string
	marks map[int][]int // of long lines, if any: the byte at which each stretch of code points begins
}

// stretch is how many code points of a long line lie between its marks: a list in
// brackets may hold thousands of values on one line, and each has its column.
const stretch = 256

// Source is what a file holds, with line feeds alone and without a byte order mark.
func Source(data []byte) string {
	src := strings.TrimPrefix(string(data), "\ufeff")
	if strings.Contains(src, "\r") {
		src = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src)
	}
	return src
}

// NewText makes a text of a file's bytes, which need not be UTF-8.
func NewText(path string, data []byte) Text {
	src := Source(data)
	t := Text{Path: path, Src: src, Lines: strings.Split(src, "\n")}
	for n, line := range t.Lines {
		if len(line) > 2*stretch {
			if t.marks == nil {
				t.marks = map[int][]int{}
			}
			t.marks[n] = stretches(line)
		}
	}
	return t
}

// stretches are the bytes at which the stretches of a line begin.
func stretches(line string) []int {
	var marks []int
	n := 0
	for i := range line {
		if n%stretch == 0 {
			marks = append(marks, i)
		}
		n++
	}
	return marks
}

// Place is a place of n code points that begins before byte i of a line (from 0).
func (t Text) Place(line, i, n int) diag.Place {
	start := diag.At(line+1, t.column(line, i))
	return diag.Place{File: t.Path, Range: diag.Range{Start: start, End: advance(start, n)}}
}

// Span is the place from byte from to byte to of a line (from 0).
func (t Text) Span(line, from, to int) diag.Place {
	return t.Place(line, from, utf8.RuneCountInString(t.Lines[line][from:to]))
}

// column is that, from 1, of byte i of a line (from 0).
func (t Text) column(line, i int) int {
	marks, from, before := t.marks[line], 0, 0
	if marks != nil {
		at, is := slices.BinarySearch(marks, i)
		if !is {
			at--
		}
		from, before = marks[at], at*stretch
	}
	return 1 + before + utf8.RuneCountInString(t.Lines[line][from:i])
}

// from is what stands on a line from a position on.
func (t Text) from(p diag.Pos) string {
	if p.Line < 1 || int(p.Line) > len(t.Lines) || p.Column < 1 {
		return ""
	}
	line, column := t.Lines[p.Line-1], int(p.Column)
	if marks := t.marks[int(p.Line)-1]; marks != nil {
		at := (column - 1) / stretch
		if at >= len(marks) {
			return ""
		}
		line, column = line[marks[at]:], column-at*stretch
	}
	for i := range line {
		if column--; column == 0 {
			return line[i:]
		}
	}
	return ""
}

func advance(p diag.Pos, columns int) diag.Pos {
	return diag.At(int(p.Line), int(p.Column)+columns)
}

// past is the position behind a piece of a line that begins at p.
func past(p diag.Pos, piece string) diag.Pos { return advance(p, utf8.RuneCountInString(piece)) }

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
