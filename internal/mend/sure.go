package mend

import (
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/advice"
	"samsyn/internal/check"
	"samsyn/internal/check/meaning"
	"samsyn/internal/check/pass"
	"samsyn/internal/check/writing"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/index"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// correctable are the rules whose findings can be mended: their suggestion can stand in the
// place of the value, or the value can go.
var correctable = []diag.Rule{check.UnknownReference, diag.UnknownField, diag.InvalidValue, diag.WrongType, diag.InvalidDate, writing.BrokenLink, meaning.ListedTwice}

// Offered is what a finding's suggestion would do to its file, whether or not something
// else can be meant: for who is asked. t is the file's text.
func Offered(f diag.Finding, t doc.Text) (c Correction, ok bool) {
	if f.Secret || !slices.Contains(correctable, f.Rule) {
		return c, false
	}
	return correction(f, t)
}

// Sure lists the corrections of what is found in a tree that can only be meant in one way,
// in the order of the findings. None has been tried.
func Sure(tree *source.Tree, found *project.Result) ([]Correction, error) {
	m, err := newMending(tree)
	if err != nil {
		return nil, err
	}
	m.Result = found
	return m.corrections()
}

// corrections lists what can only be meant in one way, in the order of the findings.
func (m *mending) corrections() ([]Correction, error) {
	var found []Correction
	l := m.look()
	for _, f := range m.Result.Findings {
		file, ours := m.files[f.File]
		if f.Secret || !ours || f.Accepted != "" || !slices.Contains(correctable, f.Rule) {
			continue
		}
		list, err := l.answers(m, f, file.Schema)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			if !m.rejected[key(c)] {
				found = append(found, c)
			}
		}
	}
	return found, nil
}

// answers are what a finding's suggestion does to its place, and to others that refer to
// the same, where nothing else can be meant.
func (l *look) answers(m *mending, f diag.Finding, kind string) ([]Correction, error) {
	places := []diag.Place{f.Place}
	if f.Rule == check.UnknownReference {
		for _, r := range f.Related {
			places = append(places, r.Place)
		}
	}
	var list []Correction
	for _, at := range places {
		text, err := l.of(m, at.File)
		if errors.Is(err, source.ErrTooLarge) {
			continue
		}
		if err != nil {
			return nil, err
		}
		f.Place = at
		if c, can := correction(f, text); can && (f.Sure || l.plain(c, kind)) {
			list = append(list, c)
		}
	}
	return list, nil
}

// look is what is known of the content at one look, to tell what can be meant.
type look struct {
	index *index.Index
	text  doc.Text                         // of the file that was asked for last
	refs  map[diag.Place][]model.Reference // by where they stand
	among map[string][]string              // the identifiers of some kinds
}

func (m *mending) look() *look {
	l := &look{index: index.New(m.Result.Content), refs: map[diag.Place][]model.Reference{}, among: map[string][]string{}}
	for r := range m.Result.Content.References() {
		l.refs[r.At] = append(l.refs[r.At], r)
	}
	return l
}

// of is the text of a file. Findings come in the order of their files.
func (l *look) of(m *mending, name string) (doc.Text, error) {
	if l.text.Path != name {
		data, err := m.read(name)
		if err != nil {
			return doc.Text{}, err
		}
		l.text = doc.NewText(name, data)
	}
	return l.text, nil
}

// correction is what a finding's suggestion does to its file, if anything can be done.
func correction(f diag.Finding, t doc.Text) (c Correction, ok bool) {
	if f.Rule == meaning.ListedTwice {
		return again(t, f)
	}
	if f.Suggestion == "" {
		return c, false
	}
	place := f.Place
	if f.Rule == writing.BrokenLink {
		place.Range = linkTarget(t.Lines, f.Range.Start)
	}
	old, ok := t.Cut(place.Range)
	return Correction{Rule: f.Rule, Place: place, Old: old, New: f.Suggestion}, ok
}

// again is the removal of what a list has already: of its line where it has that to
// itself, and of an item between brackets with the comma before it.
func again(t doc.Text, f diag.Finding) (c Correction, ok bool) {
	value, ok := t.Cut(f.Range)
	if !ok {
		return c, false
	}
	row := int(f.Range.Start.Line)
	line := t.Lines[row-1]
	before, _ := t.Cut(diag.Range{Start: diag.At(row, 1), End: f.Range.Start})
	behind := line[len(before)+len(value):]
	c = Correction{Rule: f.Rule, Place: f.Place}
	if isItem(before) && strings.TrimSpace(behind) == "" && !goesOn(t.Lines, row) {
		c.Old, c.Line = line, true
		c.Range = diag.Range{Start: diag.At(row, 1), End: diag.At(row, 1+utf8.RuneCountInString(line))}
		return c, true
	}
	kept := strings.TrimRight(before, " \t")
	behind = strings.TrimLeft(behind, " \t")
	if !strings.HasSuffix(kept, ",") || behind == "" || behind[0] != ',' && behind[0] != ']' {
		return c, false
	}
	c.Old = line[len(kept)-1 : len(before)+len(value)]
	c.Range.Start.Column -= int32(utf8.RuneCountInString(c.Old) - utf8.RuneCountInString(value))
	return c, true
}

// isItem tells whether what stands before a value is the hyphen of a list's item, with
// the value's field or without.
func isItem(before string) bool {
	rest, is := strings.CutPrefix(strings.TrimLeft(before, " "), "- ")
	rest = strings.TrimSpace(rest)
	field, named := strings.CutSuffix(rest, ":")
	return is && (rest == "" || named && !strings.ContainsAny(field, " \t:#&*!?\"'[]{}-"))
}

// goesOn tells whether lines below an item of a list, which stands on a line (from 1),
// belong to it.
func goesOn(lines []string, row int) bool {
	indent := func(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
	for _, line := range lines[row:] {
		if strings.TrimSpace(line) != "" {
			return indent(line) > indent(lines[row-1])
		}
	}
	return false
}

// plain tells whether nothing else can be meant.
func (l *look) plain(c Correction, kind string) bool {
	old := strings.Trim(c.Old, `"'`)
	switch c.Rule {
	case writing.BrokenLink: // a target is suggested only where no other is as near
		target, _, _ := strings.Cut(c.New, "#")
		return !l.index.AnyWithdrawn(pass.OwnID(path.Join(path.Dir(c.File), target)))
	case meaning.ListedTwice:
		return true // what stays says the same
	case check.UnknownReference:
		return !l.index.AnyWithdrawn(c.New) && (l.called(c, old) || meant(old, c.New, l.named(c.Place)))
	case diag.WrongType, diag.InvalidDate:
		return false // unless nothing else can be meant
	}
	sets := alternatives(kind, c.New)
	for _, set := range sets {
		if !meant(old, c.New, set) {
			return false
		}
	}
	return len(sets) > 0
}

// called tells whether a reference calls what the correction names by its name.
func (l *look) called(c Correction, old string) bool {
	for _, r := range l.refs[c.Place] {
		return slices.ContainsFunc(r.Kinds, func(kind string) bool {
			return l.index.Called(kind, old) == c.New || advice.Slugged(old) == c.New && l.index.Has(kind, c.New)
		})
	}
	return false
}

// named lists the identifiers among which a reference looks.
func (l *look) named(at diag.Place) []string {
	var names []string
	for _, r := range l.refs[at] {
		key := strings.Join(append(slices.Clone(r.Kinds), r.Scope), "\x00")
		if _, known := l.among[key]; !known {
			list := []string{}
			for _, id := range l.index.Content.Identifiers {
				if slices.ContainsFunc(r.Kinds, func(kind string) bool { return inScope(id, kind, r.Scope) }) {
					list = append(list, id.ID)
				}
			}
			l.among[key] = list
		}
		names = append(names, l.among[key]...)
	}
	return names
}

func inScope(id model.Identifier, kind, scope string) bool {
	switch kind {
	case "municipality":
		kind = "party"
	case "measure":
		return id.Scope == scope
	}
	return id.Scope == model.ScopeOf(kind)
}
