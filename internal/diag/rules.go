package diag

// Rule is a name that stands for ever, and what breaking it does.
type Rule struct {
	Name     string
	Severity Severity
}

// The rules of single files, and of the repository's layout, which the loading tells of.
var (
	YAMLSyntax             = Rule{"yaml-syntax", Error}
	DuplicateKey           = Rule{"duplicate-key", Error}
	InvalidUTF8            = Rule{"invalid-utf8", Error}
	MergeConflict          = Rule{"merge-conflict", Error}
	FrontMatter            = Rule{"front-matter", Error}
	TooLarge               = Rule{"too-large", Error}
	MissingField           = Rule{"missing-field", Error}
	UnknownField           = Rule{"unknown-field", Error}
	WrongType              = Rule{"wrong-type", Error}
	InvalidValue           = Rule{"invalid-value", Error}
	InvalidDate            = Rule{"invalid-date", Error}
	InvalidID              = Rule{"invalid-id", Error}
	PersonalIdentityNumber = Rule{"personal-identity-number", Error}
	PathEscapes            = Rule{"path-escapes", Error}
	BidirectionalControl   = Rule{"bidirectional-control", Error}
	MissingGlyph           = Rule{"missing-glyph", Error}
	GarbledText            = Rule{"garbled-text", Warning}
	TextCutOff             = Rule{"text-cut-off", Warning}
	UnexpectedFile         = Rule{"unexpected-file", Warning}
)

// Rules are the rules above, in the order in which they are documented. Those between
// things are package check's.
var Rules = []Rule{
	YAMLSyntax,
	DuplicateKey,
	InvalidUTF8,
	MergeConflict,
	FrontMatter,
	TooLarge,
	MissingField,
	UnknownField,
	WrongType,
	InvalidValue,
	InvalidDate,
	InvalidID,
	PersonalIdentityNumber,
	PathEscapes,
	BidirectionalControl,
	MissingGlyph,
	GarbledText,
	TextCutOff,
	UnexpectedFile,
}

// String is the rule's name.
func (r Rule) String() string { return r.Name }

// Closes tells whether a file that breaks the rule cannot be read further, so that what
// else is wrong with it is not known.
func (r Rule) Closes() bool {
	switch r {
	case YAMLSyntax, InvalidUTF8, MergeConflict, FrontMatter, TooLarge:
		return true
	}
	return false
}
