// Package amend adds to a content file what is reported or what a source tells. In go a
// file's bytes and what is to be added; out come the bytes with it in place and every
// other byte as it was, or an error and nothing.
package amend

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
)

// ErrForm says that a file is written in a form of YAML into which nothing can be put
// without touching the rest.
var ErrForm = errors.New("a form of YAML that nothing can be put into")

// document is the fields of a file, as lines of the file with their ends.
type document struct {
	lines []string // of the file, with their ends
	end   string   // of a line
	text  doc.Text
	above int // lines before the YAML
	last  int // the line, from 0, that the fields end before
	root  *yaml.Node
	at    doc.Locator
}

// read reads a file; markdown says that its fields are a front matter.
func read(data []byte, markdown bool) (*document, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%w: not UTF-8", ErrForm)
	}
	d := &document{lines: doc.SplitLines(string(data)), end: "\n", text: doc.NewText("", data)}
	if len(d.lines) > 0 && strings.HasSuffix(d.lines[0], "\r\n") {
		d.end = "\r\n"
	} else if len(d.lines) > 0 && strings.HasSuffix(d.lines[0], "\r") {
		d.end = "\r"
	}
	fields := d.text.Src
	d.last = len(d.lines)
	if markdown {
		front, err := d.text.Front()
		if err != nil {
			return nil, err
		}
		fields, d.above, d.last = front.Fields, 1, front.BodyLine-2
	}
	var err error
	if d.root, err = doc.Parse(fields); err != nil {
		return nil, err
	}
	if d.root == nil { // it says nothing yet
		d.root = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	}
	if d.root.Kind != yaml.MappingNode || d.root.Style&yaml.FlowStyle != 0 {
		return nil, ErrForm
	}
	d.at = doc.Locator{Text: d.text, Above: d.above}
	return d, nil
}

// field is a field at the top with its value.
func (d *document) field(name string) (doc.Pair, bool) {
	for p := range doc.Pairs(d.root) {
		if p.Key.Value == name {
			return p, true
		}
	}
	return doc.Pair{}, false
}

// Append adds entries to the list that is a field at the top of a file. order is the
// fields of such a file in their order, so that a list that is not there yet gets its
// place.
func Append(data []byte, markdown bool, field string, order []string, entries ...Entry) ([]byte, error) {
	d, err := read(data, markdown)
	if err != nil || len(entries) == 0 {
		return data, err
	}
	out, err := d.append(field, order, entries)
	if err != nil {
		return nil, err
	}
	if err := d.grew(out, markdown, field, len(entries)); err != nil {
		return nil, err
	}
	return out, nil
}

func (d *document) append(field string, order []string, entries []Entry) ([]byte, error) {
	p, there := d.field(field)
	switch {
	case !there:
		return d.insert(d.place(field, order), append([]string{field + ":"}, block(entries, 2)...)), nil
	case p.Value.Kind == yaml.AliasNode || p.Value.Anchor != "":
		return nil, ErrForm
	case doc.IsEmpty(p.Value):
		return d.fill(p, entries)
	case p.Value.Kind != yaml.SequenceNode:
		return nil, ErrForm
	case p.Value.Style&yaml.FlowStyle != 0:
		return d.inBrackets(p.Value, entries)
	}
	at := d.at.LastLine(p.Key)
	for at < d.last && strings.HasPrefix(d.lines[at], strings.Repeat(" ", p.Value.Column)) && strings.HasPrefix(strings.TrimSpace(d.lines[at]), "#") {
		at++ // comments that belong to the entry before
	}
	return d.insert(at, block(entries, p.Value.Column-1)), nil
}

// place is behind which line a field goes that is not there yet: behind the example of
// it that a new file has as a comment, else behind the last field that comes before it.
func (d *document) place(field string, order []string) int {
	for n := d.above; n < d.last; n++ {
		if !strings.HasPrefix(d.lines[n], "#"+field+":") {
			continue
		}
		for n+1 < d.last && strings.HasPrefix(d.lines[n+1], "#") {
			n++
		}
		return n + 1
	}
	if len(d.root.Content) == 0 {
		return d.last // behind what is remarked
	}
	at := d.above
	for _, name := range order {
		if name == field {
			break
		}
		if p, there := d.field(name); there {
			at = max(at, d.at.LastLine(p.Key))
		}
	}
	for at > d.above && at < d.last && strings.HasPrefix(d.lines[at], " ") && strings.HasPrefix(strings.TrimSpace(d.lines[at]), "#") {
		at++ // comments that belong to the field before
	}
	return at
}

// insert puts lines behind a line, which is counted from 1; 0 is the beginning.
func (d *document) insert(at int, lines []string) []byte {
	var b strings.Builder
	for _, line := range d.lines[:at] {
		b.WriteString(line)
	}
	if at > 0 && !strings.HasSuffix(d.lines[at-1], "\n") && !strings.HasSuffix(d.lines[at-1], "\r") {
		b.WriteString(d.end)
	}
	for _, line := range lines {
		b.WriteString(line + d.end)
	}
	for _, line := range d.lines[at:] {
		b.WriteString(line)
	}
	return []byte(b.String())
}

// fill puts the first entries into a list that is there and empty.
func (d *document) fill(p doc.Pair, entries []Entry) ([]byte, error) {
	if written := d.at.Place(p.Value).Range; p.Value.Line > 0 && written.Start.Line == written.End.Line && written.Start != written.End {
		old, ok := d.text.Cut(written)
		if !ok {
			return nil, ErrForm
		}
		data, err := doc.Replace([]byte(strings.Join(d.lines, "")), []doc.Splice{{Range: written, Old: old}})
		if err != nil {
			return nil, err
		}
		d.lines = doc.SplitLines(string(data))
		d.lines[p.Key.Line+d.above-1] = trimmed(d.lines[p.Key.Line+d.above-1])
	}
	return d.insert(p.Key.Line+d.above, block(entries, 2)), nil
}

// trimmed is a line without white space before its end.
func trimmed(line string) string {
	words := strings.TrimRight(line, " \t\r\n")
	return words + line[len(strings.TrimRight(line, "\r\n")):]
}

// inBrackets puts entries at the end of a list in brackets.
func (d *document) inBrackets(list *yaml.Node, entries []Entry) ([]byte, error) {
	end, how := d.text.EndOfFlow(d.at.Place(list).Range.Start)
	if how != doc.Closed {
		return nil, ErrForm
	}
	closing := end
	closing.Column--
	at := d.at.Place(list).Range
	at.Start, at.End = closing, closing
	written := make([]string, len(entries))
	for i, e := range entries {
		written[i] = e.flow()
	}
	return doc.Replace([]byte(strings.Join(d.lines, "")), []doc.Splice{{Range: at, New: ", " + strings.Join(written, ", ")}})
}

// grew holds that a file says what it said, but for a list that has so many more entries.
func (d *document) grew(out []byte, markdown bool, field string, more int) error {
	after, err := read(out, markdown)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrForm, err)
	}
	was, is := map[string]*yaml.Node{}, map[string]*yaml.Node{}
	for p := range doc.Pairs(d.root) {
		was[p.Key.Value] = p.Value
	}
	for p := range doc.Pairs(after.root) {
		is[p.Key.Value] = p.Value
	}
	list := is[field]
	if list == nil || list.Kind != yaml.SequenceNode {
		return ErrForm
	}
	var before []*yaml.Node
	if w := was[field]; w != nil && w.Kind == yaml.SequenceNode {
		before = w.Content
	}
	if len(list.Content) != len(before)+more || !sameAll(before, list.Content[:len(before)]) {
		return ErrForm
	}
	delete(is, field)
	delete(was, field)
	for name, w := range was {
		if is[name] == nil || !same(w, is[name]) {
			return ErrForm
		}
	}
	if len(was) != len(is) {
		return ErrForm
	}
	return nil
}

func same(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && a.Tag == b.Tag && a.Value == b.Value && sameAll(a.Content, b.Content)
}

func sameAll(a, b []*yaml.Node) bool {
	for i := range a {
		if i >= len(b) || !same(a[i], b[i]) {
			return false
		}
	}
	return len(a) == len(b)
}
