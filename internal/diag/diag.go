// Package diag holds findings: what the validator has to say about a place in
// the content, as data. How they are printed is the business of package report.
package diag

import (
	"cmp"
	"fmt"
	"strings"
	"unique"
)

// Pos is a place in a text file. Line and Column count from 1; a column is a
// code point of the file as it is stored. The zero Pos is no place. (A file of at most
// 1 MiB needs no more than 32 bits, and a country has millions of places.)
type Pos struct{ Line, Column int32 }

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

// Text is one sentence in both languages that findings are told in.
type Text struct{ SV, EN string }

// Say formats the same arguments into a Swedish and an English sentence.
func Say(sv, en string, args ...any) Text {
	if len(args) == 0 {
		return Text{sv, en}
	}
	return Text{fmt.Sprintf(sv, args...), fmt.Sprintf(en, args...)}
}

// In gives the sentence in English for "en", else in Swedish.
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.SV
}

// Finding is one thing that is wrong, or may be.
type Finding struct {
	Place
	Message Message
	manner  unique.Handle[manner]
	cause   *cause // nil for none
}

// manner is what findings share with many: their rule, and a line to look at.
type manner struct {
	rule   *Rule
	add    string
	look   int32
	secret bool
}

// cause is what a warning may have.
type cause struct{ about, accepted string }

// Rarities are what few findings have.
type Rarities struct {
	// About is the identifier of the thing that a warning is about, or "".
	About string
	// Accepted is the reason that the secretariat gives for living with a
	// warning, or "".
	Accepted string
	// Add is the line that is missing below Look, or "".
	Add string
	// Look is the line to look at where the place alone would mislead: the one after
	// which something is missing, or the one that made the reading stop further on.
	// It is 0 where the place says it.
	Look int32
	// Secret forbids to print the source line: it holds what must not spread.
	Secret bool
}

// New makes a finding of a rule of the table.
func New(rule string, at Place, message Message) Finding {
	return Finding{manner: unique.Make(manner{rule: ruleOf(rule)}), Place: at, Message: message}
}

// Suggest returns the finding with a suggestion.
func (f Finding) Suggest(s string) Finding {
	if s != f.Suggestion() {
		f.Message = f.Message.suggesting(s)
	}
	return f
}

// Suggestion is the bare text that would replace the value, or "".
func (f *Finding) Suggestion() string { return f.Message.said.first() }

// With returns the finding with what few have.
func (f Finding) With(r Rarities) Finding {
	f.manner = unique.Make(manner{f.rule(), r.Add, r.Look, r.Secret})
	f.cause = nil
	if c := (cause{r.About, r.Accepted}); c != (cause{}) {
		f.cause = &c
	}
	return f
}

// Rare is what few findings have.
func (f *Finding) Rare() Rarities {
	m := f.manner.Value()
	r := Rarities{Add: m.add, Look: m.look, Secret: m.secret}
	if f.cause != nil {
		r.About, r.Accepted = f.cause.about, f.cause.accepted
	}
	return r
}

// Rule is the name of the rule that the finding is of.
func (f *Finding) Rule() string { return f.rule().Name }

func (f *Finding) rule() *Rule { return f.manner.Value().rule }

// Severity is that of the finding's rule.
func (f *Finding) Severity() Severity { return f.rule().Severity }

// Same tells whether two findings say the same of the same place.
func (f *Finding) Same(as *Finding) bool {
	return f.Place == as.Place && f.Rule() == as.Rule() && f.Message.same(as.Message)
}
