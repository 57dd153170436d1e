package line

import (
	"cmp"

	"samsyn/internal/fonts"
	"samsyn/internal/typeset/hyphen"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// Setter sets text of one document in lines. It remembers what it has shaped and
// divided, and which footnotes there are.
type Setter struct {
	Words      manuscript.Words
	Err        error // the first one; the setting goes on to nowhere then
	shaped     map[shapeKey][]fonts.Run
	hyphenated map[string][]hyphen.Break
	Notes      map[*manuscript.Note]*page.Note
}

// NewSetter is a setter for a document whose links are described with words.
func NewSetter(words manuscript.Words) *Setter {
	return &Setter{Words: words, shaped: map[shapeKey][]fonts.Run{}, hyphenated: map[string][]hyphen.Break{}, Notes: map[*manuscript.Note]*page.Note{}}
}

// Fail keeps the first error.
func (l *Setter) Fail(err error) {
	l.Err = cmp.Or(l.Err, err)
}

// noteOf is the body of n and whether this is the first reference to it.
func (l *Setter) noteOf(n *manuscript.Note) (*page.Note, bool) {
	body, known := l.Notes[n]
	if !known {
		body = &page.Note{Number: len(l.Notes) + 1}
		l.Notes[n] = body
	}
	return body, !known
}
