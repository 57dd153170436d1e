package mend

import (
	"bytes"
	"errors"
	"slices"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// Correction puts another text in a place of a file.
type Correction struct {
	Rule diag.Rule // of the finding that it answers
	diag.Place
	Old, New string
	Line     bool // Old is a whole line, which goes
}

// correct makes corrections, which may not overlap, and changes no other byte.
func correct(data []byte, list []Correction) ([]byte, error) {
	splices := make([]doc.Splice, len(list))
	gone := map[int]bool{} // lines, from 0
	for i, c := range list {
		splices[i] = doc.Splice{Range: c.Range, Old: c.Old, New: c.New}
		if c.Line {
			gone[int(c.Range.Start.Line)-1] = true
		}
	}
	mended, err := doc.Replace(data, splices)
	if err != nil || len(gone) == 0 {
		return mended, err
	}
	var kept []byte
	for i, line := range bytes.SplitAfter(mended, []byte("\n")) {
		switch {
		case !gone[i]:
			kept = append(kept, line...)
		case len(bytes.TrimSpace(line)) > 0:
			return nil, errGone
		}
	}
	return kept, nil
}

// errGone says that what is to go is not a whole line.
var errGone = errors.New("not a whole line")

// meant tells whether it is plain that old was meant to be guess: nothing else
// that may stand there is as near, and no figure differs, since a slip of the
// hand in a number is not one that can be seen.
func meant(old, guess string, candidates []string) bool {
	return guess != "" && diag.Meant(old, candidates) == guess
}

// alternatives lists the sets of words, of fields or of values, that a schema
// knows and that hold word.
func alternatives(kind, word string) [][]string {
	t, err := schema.TypeOf(kind)
	if err != nil {
		return nil
	}
	var sets [][]string
	for _, t := range t.All() {
		for _, set := range [][]string{t.Enum, t.FieldNames()} {
			if slices.Contains(set, word) {
				sets = append(sets, set)
			}
		}
	}
	return sets
}
