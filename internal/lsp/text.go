package lsp

import (
	"errors"
	"strings"
	"unicode/utf16"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
)

// page is a document's text, to go between its places as findings tell them (code points,
// from 1) and as editors do (UTF-16, from 0).
type page struct {
	doc.Text
	mark     bool // a byte order mark stands before the first line
	markdown bool
}

func newPage(file string, data []byte, markdown bool) page {
	return page{doc.NewText(file, data), strings.HasPrefix(string(data), "\ufeff"), markdown}
}

// span is a range as an editor counts it.
func (p page) span(r diag.Range) span { return span{p.position(r.Start), p.position(r.End)} }

func (p page) position(at diag.Pos) position {
	line := int(at.Line) - 1
	if line < 0 {
		return position{}
	}
	if line >= len(p.Lines) {
		return position{Line: len(p.Lines)}
	}
	units := 0
	if p.mark && line == 0 {
		units = 1
	}
	left := at.Column - 1
	for _, c := range p.Lines[line] {
		if left <= 0 {
			break
		}
		units += utf16.RuneLen(c)
		left--
	}
	return position{line, units}
}

// pos is the place of an editor's position; one beyond its line is at the line's end.
func (p page) pos(at position) diag.Pos {
	if at.Line < 0 || at.Line >= len(p.Lines) {
		return diag.At(len(p.Lines)+1, 1)
	}
	left, column := at.Character, 1
	if p.mark && at.Line == 0 {
		left--
	}
	for _, c := range p.Lines[at.Line] {
		if left -= utf16.RuneLen(c); left < 0 {
			break
		}
		column++
	}
	return diag.At(at.Line+1, column)
}

// whole is all of the document.
func (p page) whole() span {
	last := len(p.Lines) - 1
	return span{End: p.position(diag.At(last+1, 1+len(p.Lines[last])))}
}

// fields are the lines of the YAML, and how many lines stand above it; ok is false where
// the document has none.
func (p page) fields() (lines []string, above int, ok bool) {
	if !p.markdown {
		return p.Lines, 0, true
	}
	switch front, err := p.Front(); {
	case errors.Is(err, doc.ErrNotOpened):
		return nil, 0, false
	case err != nil:
		return p.Lines[1:], 1, true // it is still being written
	default:
		return p.Lines[1 : front.BodyLine-2], 1, true
	}
}

// spot is what stands at a place of the fields.
func (p page) spot(at diag.Pos) spot {
	lines, above, ok := p.fields()
	n := int(at.Line) - 1 - above
	if !ok || n < 0 || n >= len(lines) {
		return spot{}
	}
	return find(lines, n, int(at.Column)-1)
}

// word is the range of a spot's word on a line (from 1).
func word(s spot, line int32) diag.Range {
	return diag.Range{Start: diag.At(int(line), s.from+1), End: diag.At(int(line), s.to+1)}
}

// holds tells whether a place is in a range, or at its end, where a cursor stands behind
// what it has written.
func holds(r diag.Range, at diag.Pos) bool {
	after := at.Line > r.Start.Line || at.Line == r.Start.Line && at.Column >= r.Start.Column
	before := at.Line < r.End.Line || at.Line == r.End.Line && at.Column <= r.End.Column
	return after && before
}
