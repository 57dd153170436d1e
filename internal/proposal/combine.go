package proposal

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"samsyn/internal/layout"
	"samsyn/internal/merge"
	"samsyn/internal/source"
)

// Conflict says that somebody else has changed the same as oneself. Nothing was saved.
type Conflict struct {
	// Tip is the proposal's newest version. Whoever has made up their mind saves again
	// from where they started, and chooses.
	Tip Commit
	// Clashes are the fields that both changed, by their files.
	Clashes []Clash
}

// Clash is a field of a file that two have changed to different values.
type Clash struct {
	File string
	merge.Clash
}

// Choice is what is to become of a clash.
type Choice = merge.Choice

// What may become of a clash. What is undecided is told again.
const (
	Undecided = merge.Undecided
	Mine      = merge.Mine
	Theirs    = merge.Theirs
)

func (c *Conflict) Error() string {
	return fmt.Sprintf("somebody else has changed the same: %s %s", c.Clashes[0].File, c.Clashes[0].Field)
}

// merging puts the changes of two together, file by file.
type merging struct {
	layout  layout.Layout
	choose  func(Clash) Choice
	clashes []Clash
}

// merging begins to merge files of the content in a tree.
func (s *Store) merging(t *source.Tree, choose func(Clash) Choice) (*merging, error) {
	entries, err := t.Entries()
	return &merging{layout: layout.Layout{Entries: entries}, choose: choose}, err
}

// file merges a file's texts, nil for one that is not there.
func (m *merging) file(name string, before, mine, theirs []byte) []byte {
	role, _ := m.layout.Role(name)
	kind := merge.File{Schema: role.Schema, Markdown: strings.HasSuffix(name, ".md")}
	var choose func(merge.Clash) Choice
	if m.choose != nil {
		choose = func(c merge.Clash) Choice { return m.choose(Clash{name, c}) }
	}
	text, clashes := merge.Texts(kind, before, mine, theirs, choose)
	for _, c := range clashes {
		m.clashes = append(m.clashes, Clash{name, c})
	}
	return text
}

// done gives the conflict that is left.
func (m *merging) done(tip Commit) error {
	if len(m.clashes) == 0 {
		return nil
	}
	slices.SortStableFunc(m.clashes, func(a, b Clash) int { return strings.Compare(a.File, b.File) })
	return &Conflict{tip, m.clashes}
}

// combine puts what others have changed since a version into files that were made of
// it. It gives the files to be saved, and which of them have changes of both.
func (s *Store) combine(from, tip Commit, files map[string][]byte, choose func(Clash) Choice) (now map[string][]byte, merged []string, err error) {
	before, err := s.tree(from)
	if err != nil {
		return nil, nil, err
	}
	there, err := s.tree(tip)
	if err != nil {
		return nil, nil, err
	}
	m, err := s.merging(there, choose)
	if err != nil {
		return nil, nil, err
	}
	now = map[string][]byte{}
	for name, mine := range files {
		old, theirs := textOf(before, name), textOf(there, name)
		text := m.file(name, old, mine, theirs)
		if !same(text, theirs) {
			now[name] = text
			if !same(text, mine) {
				merged = append(merged, name)
			}
		}
	}
	slices.Sort(merged)
	return now, merged, m.done(tip)
}

// textOf is a file's text, nil where there is none.
func textOf(t *source.Tree, name string) []byte {
	data, err := fs.ReadFile(t.FS(), name)
	if err != nil {
		return nil
	}
	return append([]byte{}, data...)
}

func same(a, b []byte) bool { return string(a) == string(b) && (a == nil) == (b == nil) }
