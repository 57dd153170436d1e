package edit

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/schema"
)

// Correction puts another text in a place of a file.
type Correction struct {
	Rule string // of the finding that it answers
	diag.Place
	Old, New string
}

// errNowhere says that a correction's place is not in the file.
var errNowhere = errors.New("no such place")

// Cut gives the text that stands in a range of a file, as it is stored.
func Cut(data []byte, r diag.Range) (string, error) {
	from, to, err := offsets(data, r)
	if err != nil {
		return "", err
	}
	return string(data[from:to]), nil
}

// Correct makes corrections, which may not overlap, and changes no other byte.
func Correct(data []byte, list []Correction) ([]byte, error) {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Correction) int { // the last one first: it moves no other
		return -comparePos(a.Range.Start, b.Range.Start)
	})
	out := slices.Clone(data)
	limit := len(out)
	for _, c := range list {
		from, to, err := offsets(data, c.Range)
		if err != nil || to > limit || string(data[from:to]) != c.Old {
			return nil, errNowhere
		}
		out = slices.Replace(out, from, to, []byte(c.New)...)
		limit = from
	}
	return out, nil
}

func comparePos(a, b diag.Pos) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// offsets finds the bytes of a range within one line. Lines end as package load
// has it, in LF, CRLF or CR; a byte order mark is no column.
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
	if from, err = column(data, at, int(r.Start.Column)); err != nil {
		return 0, 0, err
	}
	to, err = column(data, from, int(1+r.End.Column-r.Start.Column))
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

// Meant tells whether it is plain that old was meant to be guess: nothing else
// that may stand there is as near, and no figure differs, since a slip of the
// hand in a number is not one that can be seen.
func Meant(old, guess string, candidates []string) bool {
	return guess != "" && diag.Meant(old, candidates) == guess
}

// Alternatives lists the sets of words, of fields or of values, that a schema
// knows and that hold word.
func Alternatives(kind, word string) [][]string {
	t, err := schema.TypeOf(kind)
	if err != nil {
		return nil
	}
	var sets [][]string
	var walk func(t *schema.Type)
	walk = func(t *schema.Type) {
		if t == nil {
			return
		}
		for _, set := range [][]string{t.Enum, t.FieldNames()} {
			if slices.Contains(set, word) {
				sets = append(sets, set)
			}
		}
		for _, f := range t.Fields {
			walk(f.Type)
		}
		for _, v := range t.Variants {
			walk(v)
		}
		walk(t.Items)
		walk(t.Extra)
	}
	walk(t)
	return sets
}
