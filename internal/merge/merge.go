// Package merge puts two people's changes of a file together. In go the text that both
// started from and the two that they made of it; out comes one text with both changes,
// field for field, and the fields that both changed to different values.
package merge

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/rewrite"
	"samsyn/schema"
)

// Body is the name of the text below a file's fields, as forms have it.
const Body = "_text"

// Clash is something that two have changed to different values.
type Clash struct {
	// Field is where: in dots, with the numbers of entries, as forms have it
	// (follow_up.due[0]); Body; "" for all of the file.
	Field string
	// Part is which passage of a text it is, from 1; 0 for a whole value.
	Part int
	// Before is what both started from, Mine and Theirs what they made of it; "" for
	// what is not there.
	Before, Mine, Theirs string
}

// Choice is what is to become of a clash.
type Choice int

const (
	Undecided Choice = iota
	Mine
	Theirs
)

// File is what is to be known of a file to merge it.
type File struct {
	Schema   string // of its fields; "" for a text without fields, or what is no text
	Markdown bool   // there is text below the fields, or it is all text
}

// Texts merges a file, nil for one that is not there. Theirs is what it is made on: what
// stands there of comments and layout stays. choose decides on clashes, and may be nil;
// those that it leaves undecided come out, and then the text is none.
func Texts(f File, before, mine, theirs []byte, choose func(Clash) Choice) ([]byte, []Clash) {
	m := &merger{choose: choose}
	switch {
	case same(mine, theirs), same(before, mine):
		return theirs, nil
	case same(before, theirs):
		return mine, nil
	}
	if mine != nil && theirs != nil && (f.Schema != "" || f.Markdown) {
		if text, ok := m.file(f, before, mine, theirs); ok {
			if len(m.clashes) > 0 {
				return nil, m.clashes
			}
			return text, nil
		}
	}
	m.clashes = nil
	if m.decide(Clash{Before: readable(before), Mine: readable(mine), Theirs: readable(theirs)}) == Mine {
		return mine, nil
	}
	return theirs, m.clashes
}

// readable is a text that a person can be shown, "" for what is none.
func readable(data []byte) string {
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return ""
	}
	return string(data)
}

func same(a, b []byte) bool { return bytes.Equal(a, b) && (a == nil) == (b == nil) }

type merger struct {
	choose  func(Clash) Choice
	clashes []Clash
}

// decide asks what is to become of a clash. What nobody has decided on stays theirs for
// the while.
func (m *merger) decide(c Clash) Choice {
	choice := Undecided
	if m.choose != nil {
		choice = m.choose(c)
	}
	if choice == Undecided {
		m.clashes = append(m.clashes, c)
		return Theirs
	}
	return choice
}

// file merges by fields and paragraphs; ok is false where a version cannot be read so.
func (m *merger) file(f File, before, mine, theirs []byte) (text []byte, ok bool) {
	if before == nil { // both have made the file
		before = []byte{}
		if f.Schema != "" && f.Markdown {
			before = []byte("---\n---\n")
		}
	}
	var read [3]*rewrite.File
	for i, data := range [][]byte{before, mine, theirs} {
		var err error
		if read[i], err = rewrite.Read(f.Schema, f.Markdown, data); err != nil {
			return nil, false
		}
	}
	var fields *rewrite.Value
	if f.Schema != "" {
		t, err := schema.TypeOf(f.Schema)
		if err != nil || read[2].Root == nil {
			return nil, false
		}
		fields = m.value("", t, read[0].Root, read[1].Root, read[2].Root)
	}
	body := m.text(Body, read[0].Body, read[1].Body, read[2].Body)
	text, err := read[2].With(fields, &body)
	return text, err == nil
}

// value merges the values of a field: nil for one that is not there. It gives what is to
// stand in the place of theirs, nil for nothing.
func (m *merger) value(at string, t *schema.Type, before, mine, theirs *yaml.Node) *rewrite.Value {
	switch {
	case equal(mine, theirs), equal(before, mine):
		return keep(theirs)
	case isKind(yaml.MappingNode, mine, theirs) && (before == nil || isKind(yaml.MappingNode, before)):
		return m.mapping(at, t, before, mine, theirs)
	case isKind(yaml.SequenceNode, mine, theirs) && (before == nil || isKind(yaml.SequenceNode, before)):
		if v, ok := m.list(at, t, before, mine, theirs); ok {
			return v
		}
	}
	switch {
	case equal(before, theirs):
		return copied(theirs, mine)
	case isText(before) && isText(mine) && isText(theirs):
		return rewrite.Text(theirs, m.text(at, scalar(before), scalar(mine), scalar(theirs)))
	}
	if m.decide(Clash{Field: at, Before: written(before), Mine: written(mine), Theirs: written(theirs)}) == Mine {
		return copied(theirs, mine)
	}
	return keep(theirs)
}

// mapping merges field by field.
func (m *merger) mapping(at string, t *schema.Type, before, mine, theirs *yaml.Node) *rewrite.Value {
	v := &rewrite.Value{Was: theirs, Kind: yaml.MappingNode}
	seen := map[string]bool{}
	for _, side := range []*yaml.Node{theirs, mine} {
		for name := range names(side) {
			if seen[name] {
				continue
			}
			seen[name] = true
			if merged := m.value(join(at, name), t.Under(name), doc.Value(before, name), doc.Value(mine, name), doc.Value(theirs, name)); merged != nil {
				v.Fields = append(v.Fields, rewrite.Field{Name: name, Value: merged})
			}
		}
	}
	return v
}

func join(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}

// copied is their value of mine, nil where mine is none.
func copied(theirs, mine *yaml.Node) *rewrite.Value {
	if mine == nil {
		return nil
	}
	return rewrite.Copy(theirs, mine)
}

func keep(n *yaml.Node) *rewrite.Value {
	if n == nil {
		return nil
	}
	return rewrite.Keep(n)
}
