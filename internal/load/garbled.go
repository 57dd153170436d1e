package load

import (
	"math"
	"regexp"
	"slices"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// garbled finds what no writer wrote: letters that were decoded as Windows-1252 where
// they were UTF-8 (Ã¤ for ä), the sign for a character that was lost, and invisible ones
// between letters. Between letters that are not Latin they may belong to the script.
var garbled = regexp.MustCompile(
	`Ã[\x{80}-\x{bf}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\x{a0}-\x{bf}]|â€[\x{80}-\x{bf}“”™˜œ¦¢–—]|â€\x{9d}` +
		`|\x{fffd}|\p{Latin}[\x{200b}-\x{200d}\x{2060}\x{feff}]+\p{Latin}`)

// garbledText tells of it once a file, with the first place and how many there are: a
// file that was saved wrongly is wrong throughout. told is where errors and references
// stand, in their order: what is garbled there is told there.
func (t text) garbledText(told []diag.Place) []diag.Finding {
	var at diag.Place
	shown, count := "", 0
	for n, line := range t.Lines {
		for _, m := range garbled.FindAllStringIndex(line, -1) {
			here := t.Span(n, m[0], m[1])
			begun := here // by its start alone: what holds it may begin where it does, and reaches further
			begun.Range.End.Line = math.MaxInt32
			if i, _ := slices.BinarySearchFunc(told, begun, diag.Place.Compare); i > 0 && told[i-1].Holds(here) {
				continue
			}
			if count++; count == 1 {
				at, shown = here, line[m[0]:m[1]]
			}
		}
	}
	if count == 0 {
		return nil
	}
	return []diag.Finding{diag.New(diag.GarbledText, at, advice.Garbled(shown, count))}
}

// told is where errors and references stand in a file, in their order.
func (f *file) told() []diag.Place {
	var all []diag.Place
	for _, finding := range f.findings {
		if finding.Severity() == diag.Error {
			all = append(all, finding.Place)
		}
	}
	for _, r := range f.refs {
		all = append(all, r.At)
	}
	slices.SortFunc(all, diag.Place.Compare)
	return all
}

// reordered leaves out what is wrong with a name or value for the character in it that
// reorders text: that is told, and a reference with one leads nowhere. What a mapping or a
// list lacks stands at its first line and is told all the same.
func (f *file) reordered(w *validator) {
	var marks []diag.Place
	for _, finding := range f.findings {
		if finding.Rule == diag.BidirectionalControl {
			marks = append(marks, finding.Place)
		}
	}
	if len(marks) == 0 {
		return
	}
	marked := func(at diag.Place) bool { return slices.ContainsFunc(marks, at.Holds) }
	follows := []diag.Rule{diag.UnknownField, diag.InvalidValue, diag.InvalidID, diag.InvalidDate}
	w.findings = slices.DeleteFunc(w.findings, func(f diag.Finding) bool { return slices.Contains(follows, f.Rule) && marked(f.Place) })
	w.refs = slices.DeleteFunc(w.refs, func(r model.Reference) bool { return marked(r.At) })
}
