// Package exchange lets a content leave for a meeting and come home. A content goes in and
// a workbook comes out; a workbook that somebody has edited goes in with the content that
// it came from and the content as it is now, and out come the files that change, what was
// changed in words, and what could not be taken and why. Nothing is written here.
package exchange

import (
	"samsyn/internal/diag"
)

// Import is what comes of a file that somebody sent.
type Import struct {
	// Files are the whole new texts of those that change, by their paths; Before what they
	// were made of, without those that are new.
	Files, Before map[string][]byte
	Told          []Told // in the order of the sheets and their rows
	Read          []Sheet
}

// Sheet is a sheet of the file, with what its columns were read as.
type Sheet struct {
	Title   string // its name in the file
	Kind    string // what its rows are: a key of package sheets
	Columns []Reading
	Fields  []Reading // what a column may be read as, by Key and Field
}

// Reading is what a column of the file was read as.
type Reading struct {
	Heading string // the column's in the file; "" where it has none
	Field   string // the heading of the field that it was taken for; "" where it is not read
	Key     string // the field's; Unread where it is not read
	Empty   bool   // nothing stands in it
}

// Unread is the key of a column that is not read.
const Unread = "-"

// Chosen is what somebody has said that the columns of a sheet are.
type Chosen struct {
	Sheet string   // its name in the file
	Kind  string   // what its rows are, where the file does not say
	Keys  []string // of the columns, in the order of the file
}

// What is told of a cell or a row.
type Outcome int

// The outcomes.
const (
	Changed  Outcome = iota // a cell that was taken
	Added                   // a new row that was taken
	Conflict                // a cell that somebody else has changed meanwhile
	Untaken                 // a cell or row that cannot be taken as it stands
	Missing                 // a row that is no longer in the file: it is not taken away
	Noted                   // something about the file
)

// Told is one thing that is told of a file.
type Told struct {
	Outcome Outcome
	Sheet   string
	Ref     string // where: "D7"; "" where it is about a row or a sheet
	Thing   string // the row's thing, by its name
	Field   string // by its heading
	Was     string // what the cell held when it left
	New     string // what it holds now
	Now     string // of a conflict: what somebody else has put there
	// Open tells of a conflict that what the file says may stand: see Versions.Mine.
	Open    bool
	Message diag.Text
}

// Count tells how many of the things told have an outcome.
func (i *Import) Count(o Outcome) int {
	n := 0
	for _, t := range i.Told {
		if t.Outcome == o {
			n++
		}
	}
	return n
}

// Whole tells whether everything in the file was taken, or needed not be.
func (i *Import) Whole() bool { return i.Count(Conflict)+i.Count(Untaken) == 0 }
