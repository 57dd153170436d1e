// Package diag holds findings: a place in the content, the rule that is broken there,
// and what to say about it in both languages. They are data: package report prints them.
package diag

import (
	"cmp"
	"strings"
)

// Pos is a place in a text file. Line and Column count from 1; a column is a
// code point of the file as it is stored. The zero Pos is no place. A country's content has
// a million of them.
type Pos struct{ Line, Column int32 }

// At is the position in a column of a line.
func At(line, column int) Pos { return Pos{int32(line), int32(column)} }

// Range reaches from Start to End, End not included.
type Range struct{ Start, End Pos }

// Place is a range in a file. File is relative to the content repository, with
// forward slashes.
type Place struct {
	File  string
	Range Range
}

// Whole is the place of a thing that concerns the whole of file.
func Whole(file string) Place {
	start := Pos{1, 1}
	return Place{File: file, Range: Range{start, start}}
}

// Compare puts places in the order of files, lines and columns, those that begin
// together by their ends.
func (p Place) Compare(to Place) int {
	return cmp.Or(strings.Compare(p.File, to.File), p.Range.Start.compare(to.Range.Start), p.Range.End.compare(to.Range.End))
}

// Holds tells whether another place lies in this one.
func (p Place) Holds(other Place) bool {
	return p.File == other.File && p.Range.Start.compare(other.Range.Start) <= 0 && other.Range.End.compare(p.Range.End) <= 0
}

func (p Pos) compare(to Pos) int {
	return cmp.Or(cmp.Compare(p.Line, to.Line), cmp.Compare(p.Column, to.Column))
}

// IsZero tells whether the place is nowhere: the value it belongs to is absent.
func (p Place) IsZero() bool { return p.File == "" }

// Severity says what a finding does to a change.
type Severity string

const (
	// Error rejects the change.
	Error Severity = "error"
	// Warning never rejects a change, unless the reader asks for it.
	Warning Severity = "warning"
)

// Name is what people call it; formats for machines keep the English word.
func (s Severity) Name() Text {
	if s == Warning {
		return Text{SV: "varning", EN: "warning"}
	}
	return Text{SV: "fel", EN: "error"}
}

// Finding is one thing that is wrong, or may be.
type Finding struct {
	Place
	Rule    Rule
	Message Text
	// Suggestion is the bare text that would replace the value, or "".
	Suggestion string
	// Sure tells that nothing but the suggestion can be meant: a command may take it.
	Sure bool
	// About is the identifier of the thing that a warning is about, or "".
	About string
	// Accepted is the reason that the secretariat gives for living with a warning, or "".
	Accepted string
	// Look is the line to look at where the place alone would mislead: the one after
	// which something is missing, or the one that made the reading stop further on. It
	// is 0 where the place says it.
	Look int
	// Add is the line that is missing below Look, or "".
	Add string
	// Related are the other places of a finding that has several, in their order.
	Related []Related
	// Secret forbids to print the source line: it holds what must not spread.
	Secret bool
}

// Related is another place of a finding, and what stands there.
type Related struct {
	Place
	Message Text
}

// New makes a finding of a rule.
func New(rule Rule, at Place, message Text) Finding {
	return Finding{Place: at, Rule: rule, Message: message}
}

// Severity is that of the finding's rule.
func (f Finding) Severity() Severity { return f.Rule.Severity }

// Same tells whether two findings say the same of the same place.
func (f Finding) Same(as Finding) bool {
	return f.Place == as.Place && f.Rule == as.Rule && f.Message == as.Message
}
