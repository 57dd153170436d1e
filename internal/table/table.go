// Package table writes tables of data. Rows of values under columns that have a name,
// a label and a unit go in; CSV and JSON come out. What it writes for programs has the
// names, and what is said of it to people has the labels.
package table

import (
	"iter"

	"samsyn/internal/text"
)

// Column is what stands in one place of every row.
type Column struct {
	Name  string     // in files, stable for ever
	Label text.Label // for people
	Unit  string     // what its numbers count, as the content has it: "percent"; "" where a row tells, or nothing is counted
}

// Table is rows of values under columns. A value is a text, a whole number (int), a
// number (float64) or nil for none. Rows are made while they are read, in one
// slice that the next row overwrites: all the rows of a whole country take much memory.
type Table struct {
	Columns []Column
	Rows    iter.Seq[[]any]
}

// Field is a column with the value that it takes from a row's thing.
type Field[T any] struct {
	Column
	Value func(T) any
}

// Of makes a table of things: a row for each, a column for each field.
func Of[T any](fields []Field[T], things []T) *Table {
	t := &Table{}
	for _, f := range fields {
		t.Columns = append(t.Columns, f.Column)
	}
	t.Rows = func(yield func([]any) bool) {
		row := make([]any, len(fields))
		for _, thing := range things {
			for n, f := range fields {
				row[n] = f.Value(thing)
			}
			if !yield(row) {
				return
			}
		}
	}
	return t
}
