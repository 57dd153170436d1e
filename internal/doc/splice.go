package doc

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"unicode/utf8"

	"samsyn/internal/diag"
)

// Splice puts a text in the place of another. Old is what stands there.
type Splice struct {
	Range    diag.Range
	Old, New string
}

// errNowhere says that a place is not in the file.
var errNowhere = errors.New("no such place")

// Cut gives the text that stands in a range of a file, as it is stored.
func Cut(data []byte, r diag.Range) (string, error) {
	from, to, err := offsets(data, r)
	if err != nil {
		return "", err
	}
	return string(data[from:to]), nil
}

// Replace makes splices, which may not overlap, and changes no other byte of a file.
func Replace(data []byte, splices []Splice) ([]byte, error) {
	splices = slices.Clone(splices)
	slices.SortFunc(splices, func(a, b Splice) int { // the last one first: it moves no other
		return cmp.Or(cmp.Compare(b.Range.Start.Line, a.Range.Start.Line), cmp.Compare(b.Range.Start.Column, a.Range.Start.Column))
	})
	out := slices.Clone(data)
	limit := len(out)
	for _, s := range splices {
		from, to, err := offsets(data, s.Range)
		if err != nil || to > limit || string(data[from:to]) != s.Old {
			return nil, errNowhere
		}
		out = slices.Replace(out, from, to, []byte(s.New)...)
		limit = from
	}
	return out, nil
}

// offsets finds the bytes of a range within one line, of the file as it is stored: lines
// end in LF, CRLF or CR, and a byte order mark is no column.
func offsets(data []byte, r diag.Range) (from, to int, err error) {
	if r.Start.Line != r.End.Line || r.Start.Line < 1 || r.Start.Column < 1 || r.End.Column < r.Start.Column {
		return 0, 0, errNowhere
	}
	at := 0
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		at = len("\ufeff")
	}
	for line := 1; line < r.Start.Line; line++ {
		end := bytes.IndexAny(data[at:], "\r\n")
		if end < 0 {
			return 0, 0, errNowhere
		}
		at += end + 1
		if data[at-1] == '\r' && at < len(data) && data[at] == '\n' {
			at++
		}
	}
	if from, err = column(data, at, r.Start.Column); err != nil {
		return 0, 0, err
	}
	to, err = column(data, from, 1+r.End.Column-r.Start.Column)
	return from, to, err
}

// column goes forward on a line.
func column(data []byte, at, column int) (int, error) {
	for ; column > 1; column-- {
		if at >= len(data) || data[at] == '\n' || data[at] == '\r' {
			return 0, errNowhere
		}
		_, size := utf8.DecodeRune(data[at:])
		at += size
	}
	return at, nil
}
