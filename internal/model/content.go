package model

import (
	"iter"
	"slices"

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
	Places       *Places
	Strategies   *Strategies
	Indicators   []*Indicator
	Reviews      []*Review
	Calendar     *Calendar
	Resources    []*Resource
	Results      []*Results
	Signatures   *Signatures
	Plans        []*Plan

	// Identifiers are what the files declare: in fields, as their schemas mark them, and
	// by their names.
	Identifiers []Identifier
	// Referring are the references of each file that has any.
	Referring [][]Reference
	// Unread names the kinds of identifiers that stand in files that could not
	// be read: what refers to them is not told as a mistake.
	Unread map[string]bool
	// Refused are the fields that are there but could not be taken, wholly or in
	// part: that they lack something is told already.
	Refused Fields
	// Outside are the links that leave the repository: that nothing is there to be
	// read is told already.
	Outside map[string]bool
	// Slips are the files of chapters that are not there, each with the one that may be
	// meant.
	Slips map[string]string
	// Texts are all documents in Markdown, translations included.
	Texts []Prose
	// Translations are the files that give the content in another language.
	Translations []*Translation
}

// References are what the files refer to, whether it is there or not.
func (c *Content) References() iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		for _, file := range c.Referring {
			for _, r := range file {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// InitiativeIn is the initiative that a file holds, nil where it holds none.
func (c *Content) InitiativeIn(file string) *Initiative {
	if c == nil {
		return nil
	}
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			if i.Path == file {
				return i
			}
		}
	}
	return nil
}

// Field is a field of the mapping that stands at a place (the At of a thing).
type Field struct {
	Of   diag.Place
	Name string
}

// Fields are fields in the order of their mappings' places.
type Fields []Field

// Has tells whether a field is among them.
func (l Fields) Has(of diag.Place, name string) bool {
	i, _ := slices.BinarySearchFunc(l, of, func(f Field, of diag.Place) int { return f.Of.Compare(of) })
	for ; i < len(l) && l[i].Of == of; i++ {
		if l[i].Name == name {
			return true
		}
	}
	return false
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
	Field string // in dots, as in the files: follow_up.responsible
	Kinds []string
	Scope string // within which a kind is unique that is so only there (a measure, in its initiative)
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

// ScopeOf tells within what an identifier of the kind must be unique: parties,
// bodies and places share one scope; areas, sub-goals and cooperation areas another.
func ScopeOf(kind string) string {
	switch kind {
	case "party", "body", "place", "municipality":
		return "actor"
	case "area", "sub-goal", "cooperation-area":
		return "area"
	}
	return kind
}
