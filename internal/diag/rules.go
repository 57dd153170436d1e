package diag

import "slices"

// Rule is a name that stands for ever, and what breaking it does.
type Rule struct {
	Name     string
	Severity Severity
}

// Rules are the rules below, in the order in which they are documented. Those between
// things are package check's.
var Rules []Rule

// ofFile makes a rule of single files.
func ofFile(name string, severity Severity) Rule {
	r := Rule{name, severity}
	Rules = append(Rules, r)
	return r
}

// The rules of single files, and of the repository's layout, which the loading tells of.
var (
	YAMLSyntax             = ofFile("yaml-syntax", Error)
	DuplicateKey           = ofFile("duplicate-key", Error)
	InvalidUTF8            = ofFile("invalid-utf8", Error)
	MergeConflict          = ofFile("merge-conflict", Error)
	FrontMatter            = ofFile("front-matter", Error)
	TooLarge               = ofFile("too-large", Error)
	MissingField           = ofFile("missing-field", Error)
	UnknownField           = ofFile("unknown-field", Error)
	WrongType              = ofFile("wrong-type", Error)
	InvalidValue           = ofFile("invalid-value", Error)
	InvalidDate            = ofFile("invalid-date", Error)
	InvalidID              = ofFile("invalid-id", Error)
	PersonalIdentityNumber = ofFile("personal-identity-number", Error)
	PathEscapes            = ofFile("path-escapes", Error)
	BidirectionalControl   = ofFile("bidirectional-control", Error)
	MissingGlyph           = ofFile("missing-glyph", Error)
	GarbledText            = ofFile("garbled-text", Warning)
	TextCutOff             = ofFile("text-cut-off", Warning)
	UnexpectedFile         = ofFile("unexpected-file", Warning)
)

// String is the rule's name.
func (r Rule) String() string { return r.Name }

// Closes tells whether a file that breaks the rule cannot be read further, so that what
// else is wrong with it is not known.
func (r Rule) Closes() bool {
	return slices.Contains([]Rule{YAMLSyntax, InvalidUTF8, MergeConflict, FrontMatter, TooLarge}, r)
}
