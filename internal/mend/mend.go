// Package mend mends what can be mended safely: a content goes in, and the corrections that
// can only be meant in one way come out, with the content as they would make it.
package mend

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/check"
	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/layout"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// mostRounds is how often Content looks again at what it has mended: a field whose name was
// wrong may hold a value that is. mostLooks is how often it looks in all, also at ever
// fewer corrections where some make it worse.
const mostRounds, mostLooks = 8, 40

// Mended is what could be mended of a tree. Nothing has been written.
type Mended struct {
	Corrections []Correction      // in the order in which they were made
	LaidOut     []string          // the files that edit.Format changes, in byte order
	Files       map[string][]byte // the new content of each file that changes
	Was         map[string][]byte // what each file that was read held then
	Result      *project.Result   // of the content with all changes
}

// Content finds what is wrong and can only be meant in one way, and lays the files
// out. Everything is tried on the content as it would become, as of today; a
// correction that would make a file worse is not made.
func Content(tree *source.Tree, today model.Date) (*Mended, error) {
	m, err := newMending(tree)
	if err != nil {
		return nil, err
	}
	m.day = today
	if m.Result, err = m.inspect(nil); err != nil {
		return nil, err
	}
	if err := m.run(); err != nil {
		return nil, err
	}
	return &m.Mended, nil
}

// newMending is a run that has looked at nothing yet.
func newMending(tree *source.Tree) (*mending, error) {
	m := &mending{Mended: Mended{Files: map[string][]byte{}, Was: map[string][]byte{}}, tree: tree, project: project.Of(tree), files: map[string]layout.File{}, rejected: map[string]bool{}}
	files, err := load.Files(tree)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		m.files[f.Path] = f
	}
	return m, nil
}

// mending is a run of Content.
type mending struct {
	Mended   // so far
	tree     *source.Tree
	project  *project.Project
	day      model.Date
	files    map[string]layout.File
	rejected map[string]bool // corrections that made it worse
	looks    int             // at the content as it would become
}

func (m *mending) run() error {
	for range mostRounds {
		list, err := m.corrections()
		if err != nil {
			return err
		}
		if len(list) == 0 {
			break
		}
		r := &round{before: maps.Clone(m.Files)}
		if err := m.try(r, list); err != nil {
			return err
		}
		m.Corrections = append(m.Corrections, r.kept...)
	}
	return m.layOut()
}

// inspect holds the content with further changes.
func (m *mending) inspect(further map[string][]byte) (*project.Result, error) {
	m.looks++
	files := maps.Clone(m.Files)
	maps.Copy(files, further)
	return m.project.With(files).Inspect(m.day)
}

func (m *mending) read(name string) ([]byte, error) {
	if data, is := m.Files[name]; is {
		return data, nil
	}
	return m.original(name)
}

// original reads a file of the tree, once: what it becomes is made of what it was then.
func (m *mending) original(name string) ([]byte, error) {
	if data, is := m.Was[name]; is {
		return data, nil
	}
	data, err := m.tree.Read(name)
	if err == nil {
		m.Was[name] = data
	}
	return data, err
}

// round is what is made of the corrections that one look at the content gave: their
// places are those of the files as they were before.
type round struct {
	before map[string][]byte
	kept   []Correction
}

// with makes those kept and further corrections, in the files as they were before.
func (m *mending) with(r *round, further []Correction) (map[string][]byte, error) {
	lists := map[string][]Correction{}
	for _, c := range slices.Concat(r.kept, further) {
		lists[c.File] = append(lists[c.File], c)
	}
	mended := map[string][]byte{}
	for name, list := range lists {
		data, is := r.before[name]
		if !is {
			var err error
			if data, err = m.original(name); err != nil {
				return nil, err
			}
		}
		data, err := correct(data, list)
		if err != nil {
			return nil, errNotTogether
		}
		mended[name] = data
	}
	return mended, nil
}

// errNotTogether says that corrections are in each other's way.
var errNotTogether = errors.New("corrections that cannot be made together")

// try makes corrections and keeps them where the content gets better. Where it gets
// worse, or they are in each other's way, each half is tried for itself.
func (m *mending) try(r *round, list []Correction) error {
	if len(list) == 0 || m.looks >= mostLooks {
		return nil
	}
	mended, err := m.with(r, list)
	if err != nil && !errors.Is(err, errNotTogether) {
		return err
	}
	if err == nil {
		after, err := m.inspect(mended)
		if err != nil {
			return err
		}
		if !worse(m.Result, after, list) {
			maps.Copy(m.Files, mended)
			m.Result = after
			r.kept = append(r.kept, list...)
			return nil
		}
	}
	if len(list) == 1 {
		m.rejected[key(list[0])] = true
		return nil
	}
	if err := m.try(r, list[:len(list)/2]); err != nil {
		return err
	}
	return m.try(r, list[len(list)/2:])
}

// key knows a correction again after its line has moved.
func key(c Correction) string {
	return strings.Join([]string{c.File, c.Rule.Name, c.Old, c.New}, "\x00")
}

// ruinous are mistakes that no correction may bring about.
var ruinous = []diag.Rule{diag.YAMLSyntax, diag.DuplicateKey, check.DuplicateID, check.CircularReference, diag.FrontMatter, diag.WrongType, diag.TooLarge}

// worse tells whether a file that was corrected has more errors than before, or worse
// ones, or the content as a whole has.
func worse(before, after *project.Result, list []Correction) bool {
	if after.Errors() > before.Errors() {
		return true
	}
	was, is := count(before), count(after)
	return slices.ContainsFunc(list, func(c Correction) bool {
		return is[c.File].errors > was[c.File].errors || is[c.File].ruin > was[c.File].ruin
	})
}

// mistakes are how many errors a file has, and how many of them are ruinous.
type mistakes struct{ errors, ruin int }

func count(r *project.Result) map[string]mistakes {
	files := map[string]mistakes{}
	for _, f := range r.Findings {
		if f.Severity() != diag.Error {
			continue
		}
		in := files[f.File]
		in.errors++
		if slices.Contains(ruinous, f.Rule) {
			in.ruin++
		}
		files[f.File] = in
	}
	return files
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
		laid, err := edit.Format(f.Schema, f.Markdown, data)
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
	if after.Errors() > m.Result.Errors() {
		return nil
	}
	maps.Copy(m.Files, further)
	m.Result, m.LaidOut = after, slices.Sorted(maps.Keys(further))
	return nil
}
