// Package doc reads and rewrites documents. The bytes of a content file go in; its
// lines, its front matter, its YAML as nodes and the range of each value come out. Where
// a value ends, and where front matter ends, is decided here alone. What the values mean
// and what is wrong with them is not known here.
package doc

import (
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
}

// NewText makes a text of a file's bytes, which need not be UTF-8.
func NewText(path string, data []byte) Text {
	src := strings.TrimPrefix(string(data), "\ufeff")
	if strings.Contains(src, "\r") {
		src = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src)
	}
	return Text{Path: path, Src: src, Lines: strings.Split(src, "\n")}
}

// Place is a place of n code points that begins before byte i of a line (from 0).
func (t Text) Place(line, i, n int) diag.Place {
	start := diag.Pos{Line: line + 1, Column: 1 + utf8.RuneCountInString(t.Lines[line][:i])}
	return diag.Place{File: t.Path, Range: diag.Range{Start: start, End: advance(start, n)}}
}

// from is what stands on a line from a position on.
func (t Text) from(p diag.Pos) string {
	if p.Line < 1 || p.Line > len(t.Lines) {
		return ""
	}
	line, column := t.Lines[p.Line-1], p.Column
	for i := range line {
		if column--; column == 0 {
			return line[i:]
		}
	}
	return ""
}

func advance(p diag.Pos, columns int) diag.Pos {
	return diag.Pos{Line: p.Line, Column: p.Column + columns}
}

// past is the position behind a piece of a line that begins at p.
func past(p diag.Pos, piece string) diag.Pos { return advance(p, utf8.RuneCountInString(piece)) }

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
