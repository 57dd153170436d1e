package rewrite

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/schema"
)

// ErrForm says that a file is written in a form of YAML in which nothing can be changed
// without touching the rest.
var ErrForm = errors.New("a form of YAML in which nothing can be changed alone")

// File is a content file that has been read.
type File struct {
	// Root has the fields. It is nil where there are none: in a text without fields, in a
	// file that says nothing.
	Root *yaml.Node
	At   doc.Locator // of the nodes
	// Body is the text below the fields, with line feeds alone; it begins on BodyLine.
	Body     string
	BodyLine int

	kind     string
	markdown bool
	bom      string
	lines    []string // with their ends
	end      string   // of a line
	first    int      // the line, from 0, on which the fields begin
	last     int      // the one that they end before
	body     int      // the one on which the text begins
}

// Read reads a file. kind is its schema, "" for a text without fields; markdown says that
// the fields are a front matter. An error says why it cannot be read.
func Read(kind string, markdown bool, data []byte) (*File, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%w: not UTF-8", ErrForm)
	}
	f := &File{kind: kind, markdown: markdown, end: "\n"}
	text := doc.NewText("", data)
	src, marked := strings.CutPrefix(string(data), "\ufeff")
	if marked {
		f.bom = "\ufeff"
	}
	f.lines = doc.SplitLines(src)
	if len(f.lines) > 0 {
		if end := f.lines[0][len(strings.TrimRight(f.lines[0], "\r\n")):]; end != "" {
			f.end = end
		}
	}
	f.last, f.body = len(f.lines), len(f.lines)
	f.At = doc.Locator{Text: text}
	if kind == "" {
		f.Body, f.BodyLine, f.last, f.body = text.Src, 1, 0, 0
		return f, nil
	}
	fields := text.Src
	if markdown {
		front, err := text.Front()
		if err != nil {
			return nil, err
		}
		fields, f.first, f.last, f.body = front.Fields, 1, front.BodyLine-2, min(front.BodyLine-1, len(f.lines))
		f.Body, f.BodyLine = front.Body, front.BodyLine
		f.At.Above = 1
	}
	return f, f.parse(fields)
}

func (f *File) parse(fields string) error {
	root, err := doc.Parse(fields)
	switch {
	case err != nil:
		return err
	case root == nil || root.Kind == yaml.ScalarNode && doc.IsEmpty(root):
		return nil
	case root.Kind != yaml.MappingNode:
		return fmt.Errorf("%w: not a mapping", ErrForm)
	}
	f.Root = root
	return nil
}

// With is the file with other fields, or another text below them; nil is for what stays.
// Without a change it is what was read, byte for byte.
func (f *File) With(fields *Value, body *string) ([]byte, error) {
	head, tail := f.lines[:f.body], f.lines[f.body:]
	if fields != nil && fields.Changed() {
		var err error
		if head, err = f.fields(fields); err != nil {
			return nil, err
		}
	}
	if body != nil && *body != f.Body {
		tail = doc.SplitLines(strings.ReplaceAll(*body, "\n", f.end))
	}
	return []byte(f.bom + strings.Join(head, "") + strings.Join(tail, "")), nil
}

// fields gives the lines above the text with other fields in them. What has been written
// is read again, and must say what it is to say; where values repeat each other by an
// alias they may have to be written out first.
func (f *File) fields(v *Value) ([]string, error) {
	t, err := schema.TypeOf(f.kind)
	if err != nil {
		return nil, err
	}
	v.inOrder(t)
	lines, err := f.put(v, t)
	if err != nil && f.Root != nil && repeats(f.Root) {
		lines, err = f.put(v.spelled(), t)
	}
	return lines, err
}

func (f *File) put(v *Value, of *schema.Type) ([]string, error) {
	w := &writer{File: f}
	inner, err := w.document(v, of)
	if err != nil {
		return nil, err
	}
	lines := slices.Concat(f.lines[:f.first], inner, f.lines[f.last:f.body])
	again, err := Read(f.kind, f.markdown, []byte(f.bom+strings.Join(lines, "")))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrForm, err)
	case again.Root == nil && len(v.Fields) == 0:
	case again.Root == nil || !v.says(again.Root):
		return nil, ErrForm
	}
	return lines, nil
}
