package model

import (
	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// Content is everything in a content repository. What is missing or cannot be
// read is nil; the lists hold what could be taken.
type Content struct {
	Config       *Config
	Agreement    *Agreement
	Chapters     []*Chapter // as agreement.yaml orders them
	Areas        []*Area    // in their order
	Parties      *Parties
	Organisation *Organisation
	Strategies   *Strategies
	Indicators   []*Indicator
	Reviews      []*Review
	Calendar     *Calendar
	Resources    []*Resource
	Signatures   *Signatures
	Plans        []*Plan

	// Identifiers and References are what the files declare and refer to, as
	// their schemas mark it.
	Identifiers []Identifier
	References  [][]Reference // by file
	// Unread names the kinds of identifiers that stand in files that could not
	// be read: what refers to them is not told as a mistake.
	Unread map[string]bool
	// Refused are the fields that are there but could not be taken, wholly or in
	// part: that they lack something is told already.
	Refused map[Field]bool
	// Outside are the links that leave the repository: that nothing is there to be
	// read is told already.
	Outside map[string]bool
	// Texts are all documents in Markdown, translations included.
	Texts []Prose
	// Translations are the files that give the content in another language.
	Translations []*Translation
}

// Field is a field of the mapping that stands at a place (the At of a thing).
type Field struct {
	Of   diag.Place
	Name string
}

// Prose is a Markdown text and the level that its headings begin on.
type Prose struct {
	Doc   *prose.Doc
	First int
}

// Identifier is a name that a file gives to a thing.
type Identifier struct {
	Kind  string // party, body, area, sub-goal, …
	Scope string // within which the name is unique
	ID    string
	At    diag.Place
}

// Reference is a name that a file uses for a thing of one of the kinds.
type Reference struct {
	Kinds *[]string // shared with all references of the field
	Scope string    // for kinds that are unique only within it
	ID    string
	At    diag.Place
}

// Translation is a file beside another, with its text in another language.
type Translation struct {
	File
	Of       string // the path of the file that it translates
	Language string
	Fields   map[string]string // by path: "title", "parties/alvesta/name"
	Body     *prose.Doc
}

// ScopeOf tells within what an identifier of the kind must be unique: parties
// and bodies share one scope; areas, sub-goals and cooperation areas another.
func ScopeOf(kind string) string {
	switch kind {
	case "party", "body":
		return "actor"
	case "area", "sub-goal", "cooperation-area":
		return "area"
	}
	return kind
}
