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
	Strategies   *Strategies
	Indicators   []*Indicator
	Reviews      []*Review
	Calendar     *Calendar
	Resources    []*Resource
	Signatures   *Signatures
	Plans        []*Plan

	// Identifiers are what the files declare, as their schemas mark it. Identified
	// gives those of the initiatives as well, which are as many as their files.
	Identifiers []Identifier
	// References are what the files refer to, by file, but for what had been declared
	// before they were read.
	References []References
	// Unread names the kinds of identifiers that stand in files that could not
	// be read: what refers to them is not told as a mistake.
	Unread map[string]bool
	// Refused are the fields that are there but could not be taken, wholly or in
	// part: that they lack something is told already.
	Refused Fields
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

// References are the names that a file uses for things.
type References struct {
	File  string
	Scope string // for kinds that are unique only within it, where one is referred to
	List  []Reference
}

// At is the place of a reference of the file.
func (r References) At(one Reference) diag.Place { return diag.Place{File: r.File, Range: one.Range} }

// Reference is a name that a file uses for a thing of one of the kinds.
type Reference struct {
	Kinds *[]string // shared with all references of the field
	ID    string
	Range diag.Range
}

// Identified gives all identifiers: those of the files' fields and names.
func (c *Content) Identified() iter.Seq[Identifier] {
	return func(yield func(Identifier) bool) {
		for _, id := range c.Identifiers {
			if !yield(id) {
				return
			}
		}
		for _, p := range c.Plans {
			for _, i := range p.Initiatives {
				if !yield(Identifier{Kind: "initiative", Scope: "initiative", ID: i.FullID(), At: diag.Whole(i.Path)}) {
					return
				}
			}
		}
	}
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
