package view

import (
	"regexp"

	"samsyn/internal/diff"
	"samsyn/internal/diff/reword"
	"samsyn/internal/model"
	"samsyn/internal/view/block"
)

// Happening is one change with its day.
type Happening struct {
	Day    model.Date
	Change diff.Change
	First  bool // it came with all the rest
}

// KindOf is the scope that a changed thing's identifier belongs to.
func KindOf(thing string) string {
	switch thing {
	case "party", "body":
		return "actor"
	case "sub-goal", "cooperation-area":
		return "area"
	}
	return thing
}

// Past is what has happened to a thing, newest first.
func (v *View) Past(kind, id string) []Happening { return v.past[[2]string{kind, id}] }

// pastOf finds what has happened to each thing, by its kind and identifier, newest
// first as it is given.
func pastOf(history []diff.Occasion) map[[2]string][]Happening {
	past := map[[2]string][]Happening{}
	for _, p := range history {
		for _, c := range p.Changes {
			key := [2]string{KindOf(c.Thing), c.ID}
			past[key] = append(past[key], Happening{Day: p.Day, Change: c, First: p.Beginning()})
		}
	}
	return past
}

// Brief is a change in words, without those of a text that was reworded.
func (t *Language) Brief(c diff.Change) block.Line {
	said, lang := t.told()
	return block.Line{{Text: block.Text{S: digests.ReplaceAllString(c.Brief(said), "$1…"), Lang: lang}}}
}

// told is the language that changes are told in, and how it is marked on the page.
func (t *Language) told() (said, marked string) {
	if t.Lang == "en" || t.Lang == "sv" {
		return t.Lang, ""
	}
	return "sv", "sv"
}

// Said is a change in words, in Swedish or English. What a rewording took away
// and what it put there are marked as such.
func (t *Language) Said(c diff.Change) block.Line {
	said, lang := t.told()
	var line block.Line
	for _, piece := range c.Pieces(said) {
		line = append(line, block.Span{
			Text: block.Text{S: digests.ReplaceAllString(piece.Text, "$1…"), Lang: lang},
			Gone: piece.Op == reword.Gone, Come: piece.Op == reword.Come})
	}
	return line
}

// digests are cut to what one compares by eye; the whole stands where it belongs.
var digests = regexp.MustCompile(`(sha256:[0-9a-f]{8})[0-9a-f]{56}`)
