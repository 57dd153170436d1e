package view

import (
	"regexp"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/view/block"
)

// Past is what was changed in substance on one occasion.
type Past struct {
	Day     model.Date
	Commit  string
	Tags    []string // the versions that were adopted as it was then
	Changes []diff.Change
}

// Beginning tells whether the content came to be then.
func (p Past) Beginning() bool { return diff.Begins(p.Changes) }

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
func pastOf(history []Past) map[[2]string][]Happening {
	past := map[[2]string][]Happening{}
	for _, p := range history {
		for _, c := range p.Changes {
			key := [2]string{KindOf(c.Thing), c.ID}
			past[key] = append(past[key], Happening{Day: p.Day, Change: c, First: p.Beginning()})
		}
	}
	return past
}

// Said is a change in words, in Swedish or English. What a rewording took away
// and what it put there are marked as such.
func (t *Language) Said(c diff.Change) block.Line {
	sentence, lang := c.Sentence.SV, ""
	switch t.Lang {
	case "en":
		sentence = c.Sentence.EN
	case "sv":
	default:
		lang = "sv"
	}
	sentence = digests.ReplaceAllString(sentence, "$1…")
	if c.Words == nil {
		return block.Line{{Text: block.Text{S: sentence, Lang: lang}}}
	}
	return reworded(sentence, lang)
}

// digests are cut to what one compares by eye; the whole stands where it belongs.
var digests = regexp.MustCompile(`(sha256:[0-9a-f]{8})[0-9a-f]{56}`)

// edits are the marks that a sentence has around reworded pieces.
var edits = regexp.MustCompile(`\[-(.*?)-\]|\{\+(.*?)\+\}`)

func reworded(sentence, lang string) block.Line {
	var line block.Line
	add := func(s string, gone, come bool) {
		if s != "" {
			line = append(line, block.Span{Text: block.Text{S: s, Lang: lang}, Gone: gone, Come: come})
		}
	}
	at := 0
	for _, m := range edits.FindAllStringSubmatchIndex(sentence, -1) {
		add(sentence[at:m[0]], false, false)
		if m[2] >= 0 {
			add(sentence[m[2]:m[3]], true, false)
		} else {
			add(sentence[m[4]:m[5]], false, true)
		}
		if at = m[1]; at < len(sentence) && sentence[at] == '{' {
			add(" ", false, false) // what came stands apart from what went
		}
	}
	add(sentence[at:], false, false)
	return line
}
