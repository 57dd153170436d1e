package mend

import (
	"regexp"
	"unicode/utf8"

	"samsyn/internal/diag"
)

// simpleLink is a link or an image whose text holds no brackets; its target is on
// the same line and without spaces.
var simpleLink = regexp.MustCompile(`^!?\[[^\[\]]*\]\(([^()<>\s]+)[)\s]`)

// linkTarget is the range of the target of a link that begins at a place of a file;
// the zero range where it is not plain to see.
func linkTarget(lines []string, at diag.Pos) diag.Range {
	if at.Line < 1 || int(at.Line) > len(lines) {
		return diag.Range{}
	}
	line := lines[at.Line-1]
	begin := 0
	for range at.Column - 1 {
		_, size := utf8.DecodeRuneInString(line[begin:])
		begin += size
	}
	m := simpleLink.FindStringSubmatchIndex(line[begin:])
	if m == nil {
		return diag.Range{}
	}
	start := diag.At(int(at.Line), int(at.Column)+utf8.RuneCountInString(line[begin:begin+m[2]]))
	end := diag.At(int(at.Line), int(start.Column)+utf8.RuneCountInString(line[begin+m[2]:begin+m[3]]))
	return diag.Range{Start: start, End: end}
}
