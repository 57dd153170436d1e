package doc

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/diag"
)

// Splice puts a text in the place of another, on one line. Old is what stands there.
type Splice struct {
	Range    diag.Range
	Old, New string
}

// errNowhere says that a place is not in the file.
var errNowhere = errors.New("no such place")

// Cut gives the text that stands in a range of one line; ok is false where there is no
// such range, or nothing in it.
func (t Text) Cut(r diag.Range) (s string, ok bool) {
	if !onOneLine(r) {
		return "", false
	}
	rest := t.from(r.Start)
	end, err := forward(rest, 0, int(r.End.Column-r.Start.Column))
	return rest[:end], err == nil && end > 0
}

// Replace makes splices, which may not overlap, and changes no other byte of a file. It
// goes through the file once: lines end in LF, CRLF or CR, and a byte order mark is no
// column.
func Replace(data []byte, splices []Splice) ([]byte, error) {
	splices = slices.Clone(splices)
	slices.SortFunc(splices, func(a, b Splice) int {
		return cmp.Or(cmp.Compare(a.Range.Start.Line, b.Range.Start.Line), cmp.Compare(a.Range.Start.Column, b.Range.Start.Column))
	})
	var out []byte
	at, ended, kept := 0, diag.At(1, 1), 0 // where the last splice ended; up to where all is in out
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		at = len("\ufeff")
	}
	for _, s := range splices {
		if !onOneLine(s.Range) {
			return nil, errNowhere
		}
		for ; ended.Line < s.Range.Start.Line; ended = diag.At(int(ended.Line)+1, 1) {
			end := bytes.IndexAny(data[at:], "\r\n")
			if end < 0 {
				return nil, errNowhere
			}
			at += end + 1
			if data[at-1] == '\r' && at < len(data) && data[at] == '\n' {
				at++
			}
		}
		from, err := forward(data, at, int(s.Range.Start.Column-ended.Column))
		if err != nil {
			return nil, err
		}
		to, err := forward(data, from, int(s.Range.End.Column-s.Range.Start.Column))
		if err != nil || string(data[from:to]) != s.Old {
			return nil, errNowhere
		}
		out = append(append(out, data[kept:from]...), s.New...)
		at, ended, kept = to, s.Range.End, to
	}
	return append(out, data[kept:]...), nil
}

func onOneLine(r diag.Range) bool {
	return r.Start.Line == r.End.Line && r.Start.Line >= 1 && r.Start.Column >= 1 && r.End.Column >= r.Start.Column
}

// forward goes n columns on along a line.
func forward[T string | []byte](data T, at, n int) (int, error) {
	if n < 0 {
		return 0, errNowhere // it begins before the last one ended
	}
	for ; n > 0; n-- {
		if at >= len(data) || data[at] == '\n' || data[at] == '\r' {
			return 0, errNowhere
		}
		if data[at] < utf8.RuneSelf {
			at++
			continue
		}
		_, size := utf8.DecodeRuneInString(string(data[at:min(at+utf8.UTFMax, len(data))]))
		at += size
	}
	return at, nil
}

// SplitLines parts a text into lines with their ends: LF, CRLF or CR.
func SplitLines(s string) []string {
	var lines []string
	for s != "" {
		i := strings.IndexAny(s, "\r\n")
		if i < 0 {
			return append(lines, s)
		}
		if s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n' {
			i++
		}
		lines, s = append(lines, s[:i+1]), s[i+1:]
	}
	return lines
}
