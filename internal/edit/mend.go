package edit

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/check"
	"samsyn/internal/check/meaning"
	"samsyn/internal/check/writing"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/index"
	"samsyn/internal/layout"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// mostRounds is how often Mend looks again at what it has mended: a field whose
// name was wrong may hold a value that is.
const mostRounds = 8

// Mended is what could be mended of a tree. Nothing has been written.
type Mended struct {
	Corrections []Correction      // in the order in which they were made
	LaidOut     []string          // the files that Format changes, in byte order
	Files       map[string][]byte // the new content of each file that changes
	Result      *project.Result   // of the content with all changes
}

// Mend finds what is wrong and can only be meant in one way, and lays the files
// out. Everything is tried on the content as it would become, as of today; a
// correction that would make a file worse is not made.
func Mend(tree *source.Tree, today model.Date) (*Mended, error) {
	m := &mending{tree: tree, project: project.Of(tree), day: today, files: map[string]layout.File{}, changed: map[string][]byte{}, rejected: map[string]bool{}, single: map[string]bool{}}
	files, err := load.Files(tree)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		m.files[f.Path] = f
	}
	if m.result, err = m.inspect(nil); err != nil {
		return nil, err
	}
	if err := m.run(); err != nil {
		return nil, err
	}
	return &Mended{Corrections: m.made, LaidOut: m.laidOut, Files: m.changed, Result: m.result}, nil
}

// mending is a run of Mend.
type mending struct {
	tree     *source.Tree
	project  *project.Project
	day      model.Date
	files    map[string]layout.File
	changed  map[string][]byte
	result   *project.Result // of the content with the changes
	made     []Correction
	laidOut  []string
	rejected map[string]bool // corrections that made it worse
	single   map[string]bool // files whose corrections are tried one by one
}

func (m *mending) run() error {
	for range mostRounds {
		corrections, err := m.corrections()
		if err != nil {
			return err
		}
		if len(corrections) == 0 {
			break
		}
		if err := m.try(corrections); err != nil {
			return err
		}
	}
	return m.layOut()
}

// inspect holds the content with further changes.
func (m *mending) inspect(further map[string][]byte) (*project.Result, error) {
	files := maps.Clone(m.changed)
	maps.Copy(files, further)
	return m.project.With(files).Inspect(m.day)
}

func (m *mending) read(name string) ([]byte, error) {
	if data, is := m.changed[name]; is {
		return data, nil
	}
	return m.tree.Read(name)
}

// correctable are the rules whose suggestion can stand in the place of the value.
var correctable = []diag.Rule{check.UnknownReference, diag.UnknownField, diag.InvalidValue, diag.WrongType, diag.InvalidDate, writing.BrokenLink}

// correction is what a finding's suggestion does to its file, if anything can be done.
func (m *mending) correction(f diag.Finding, data []byte) (Correction, bool) {
	if f.Rule == meaning.ListedTwice {
		return again(m.result.Lines(f.File), f)
	}
	if f.Suggestion == "" || !slices.Contains(correctable, f.Rule) {
		return Correction{}, false
	}
	place := f.Place
	if f.Rule == writing.BrokenLink {
		place.Range = linkTarget(m.result.Lines(f.File), f.Range.Start)
	}
	old, err := doc.Cut(data, place.Range)
	return Correction{Rule: f.Rule, Place: place, Old: old, New: f.Suggestion}, err == nil && old != ""
}

// again is the removal of a line that says what another line of its list says, where
// it is no more than that line.
func again(lines []string, f diag.Finding) (c Correction, ok bool) {
	row := f.Range.Start.Line - 1
	if row < 0 || row >= len(lines) {
		return c, false
	}
	indent, value := item(lines[row])
	for i := row - 1; i >= 0 && value != ""; i-- {
		inside, above := item(lines[i])
		if inside != indent || above == "" {
			break
		}
		if above == value {
			f.Range = diag.Range{Start: diag.Pos{Line: row + 1, Column: 1}, End: diag.Pos{Line: row + 1, Column: 1 + utf8.RuneCountInString(lines[row])}}
			return Correction{Rule: f.Rule, Place: f.Place, Old: lines[row]}, true
		}
	}
	return c, false
}

// item takes a line apart that is an item of a list, a single word and no more; value
// is "" for others.
func item(line string) (indent int, value string) {
	rest := strings.TrimLeft(line, " ")
	word, is := strings.CutPrefix(rest, "- ")
	if word = strings.TrimSpace(word); !is || strings.ContainsAny(word, " \t:#&*\"'[{") {
		return 0, ""
	}
	return len(line) - len(rest), word
}

// corrections lists, for each file, what can only be meant in one way.
func (m *mending) corrections() (map[string][]Correction, error) {
	found := map[string][]Correction{}
	for _, f := range m.result.Findings {
		file, ours := m.files[f.File]
		if f.Secret || !ours || f.Accepted != "" {
			continue
		}
		if m.single[f.File] && len(found[f.File]) > 0 {
			continue
		}
		data, err := m.read(f.File)
		if err != nil {
			return nil, err
		}
		c, can := m.correction(f, data)
		if can && (f.Sure || m.plain(c, file.Schema)) && !m.rejected[key(c)] {
			found[f.File] = append(found[f.File], c)
		}
	}
	return found, nil
}

// key knows a correction again after its line has moved.
func key(c Correction) string {
	return strings.Join([]string{c.File, c.Rule.Name, c.Old, c.New}, "\x00")
}

// plain tells whether nothing else can be meant.
func (m *mending) plain(c Correction, kind string) bool {
	old := strings.Trim(c.Old, `"'`)
	switch c.Rule {
	case writing.BrokenLink:
		return true // a target is suggested only where no other is as near
	case meaning.ListedTwice:
		return true // the line that stays says the same
	case check.UnknownReference:
		x := index.New(m.result.Content)
		return !withdrawn(x, c.New) && (Meant(old, c.New, m.named(c.Place)) || m.called(x, c, old))
	case diag.WrongType, diag.InvalidDate:
		return false // unless nothing else can be meant
	}
	sets := Alternatives(kind, c.New)
	for _, set := range sets {
		if !Meant(old, c.New, set) {
			return false
		}
	}
	return len(sets) > 0
}

// called tells whether a reference calls what the correction names by its name.
func (m *mending) called(x *index.Index, c Correction, old string) bool {
	for _, r := range m.result.Content.References {
		if r.At == c.Place {
			return slices.ContainsFunc(r.Kinds, func(kind string) bool { return x.Called(kind, old) == c.New })
		}
	}
	return false
}

// named lists the identifiers among which a reference looks.
func (m *mending) named(at diag.Place) []string {
	var names []string
	for _, r := range m.result.Content.References {
		if r.At != at {
			continue
		}
		for _, id := range m.result.Content.Identifiers {
			if slices.ContainsFunc(r.Kinds, func(kind string) bool { return inScope(id, kind, r.Scope) }) {
				names = append(names, id.ID)
			}
		}
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

// try makes corrections and keeps them where the content gets better. Where a
// file gets worse nothing is kept: its corrections are tried one by one next.
func (m *mending) try(corrections map[string][]Correction) error {
	further := map[string][]byte{}
	for name, list := range corrections {
		data, err := m.read(name)
		if err != nil {
			return err
		}
		mended, err := Correct(data, list)
		if err != nil {
			m.doubt(name, list)
			return nil
		}
		further[name] = mended
	}
	after, err := m.inspect(further)
	if err != nil {
		return err
	}
	better := true
	for name, list := range corrections {
		if worse(m.result, after, name) {
			m.doubt(name, list)
			better = false
		}
	}
	if !better {
		return nil
	}
	maps.Copy(m.changed, further)
	m.result = after
	for _, name := range slices.Sorted(maps.Keys(corrections)) {
		m.made = append(m.made, corrections[name]...)
	}
	return nil
}

func (m *mending) doubt(name string, list []Correction) {
	m.single[name] = true
	if len(list) == 1 {
		m.rejected[key(list[0])] = true
	}
}

// ruinous are mistakes that no correction may bring about.
var ruinous = []diag.Rule{diag.YAMLSyntax, diag.DuplicateKey, check.DuplicateID, check.CircularReference, diag.FrontMatter, diag.WrongType, diag.TooLarge}

// worse tells whether a file has more errors than before, or worse ones, or the
// content as a whole has.
func worse(before, after *project.Result, file string) bool {
	errorsB, ruinB := count(before, file)
	errorsA, ruinA := count(after, file)
	return errorsA > errorsB || ruinA > ruinB || after.Errors() > before.Errors()
}

func count(r *project.Result, file string) (errors, ruin int) {
	for _, f := range r.Findings {
		if f.File == file && f.Severity() == diag.Error {
			errors++
			if slices.Contains(ruinous, f.Rule) {
				ruin++
			}
		}
	}
	return errors, ruin
}

// layOut formats the files, and keeps that where nothing new is found.
func (m *mending) layOut() error {
	further := map[string][]byte{}
	for name, f := range m.files {
		data, err := m.read(name)
		if errors.Is(err, source.ErrTooLarge) {
			continue
		}
		if err != nil {
			return err
		}
		laid, err := Format(f.Schema, f.Markdown, data)
		if err == nil && !bytes.Equal(laid, data) {
			further[name] = laid
		}
	}
	if len(further) == 0 {
		return nil
	}
	after, err := m.inspect(further)
	if err != nil {
		return err
	}
	if after.Errors() > m.result.Errors() {
		return nil
	}
	maps.Copy(m.changed, further)
	m.result, m.laidOut = after, slices.Sorted(maps.Keys(further))
	return nil
}
