package amend

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
)

// Set is what becomes of the fields of a mapping: those with a value get it, as it
// stands in YAML, those with "" go. Other fields stay.
type Set map[string]string

// Mapping names a mapping of a file: an entry of the list that is a field at the top,
// or (Entry -1) the field itself.
type Mapping struct {
	Field string
	Entry int
}

// Rewrite changes single fields of mappings. order is the order of the fields of such a
// mapping, so that one that is not there yet gets its place.
func Rewrite(data []byte, markdown bool, order []string, changes map[Mapping]Set) ([]byte, error) {
	d, err := read(data, markdown)
	if err != nil {
		return nil, err
	}
	w := &rewriting{document: d, data: data, order: order, put: map[int][]string{}, gone: map[int]string{}}
	for m, set := range changes {
		n := d.mapping(m)
		if n == nil {
			return nil, ErrForm
		}
		if err := w.mapping(n, set); err != nil {
			return nil, err
		}
	}
	out, err := w.bytes()
	if err != nil {
		return nil, err
	}
	if err := d.became(out, markdown, changes); err != nil {
		return nil, err
	}
	return out, nil
}

// mapping finds what is to be changed, nil where it is not there.
func (d *document) mapping(m Mapping) *yaml.Node {
	p, there := d.field(m.Field)
	if !there {
		return nil
	}
	n := p.Value
	if m.Entry >= 0 {
		if n.Kind != yaml.SequenceNode || m.Entry >= len(n.Content) {
			return nil
		}
		n = n.Content[m.Entry]
	}
	if n.Kind != yaml.MappingNode || n.Anchor != "" || len(n.Content) == 0 {
		return nil
	}
	return n
}

// rewriting gathers what changes where.
type rewriting struct {
	*document
	data    []byte
	order   []string
	splices []doc.Splice
	put     map[int][]string // lines, by the line (from 1) that they follow
	gone    map[int]string   // lines, from 1, with the comment that is left of them
}

func (w *rewriting) mapping(n *yaml.Node, set Set) error {
	if n.Style&yaml.FlowStyle != 0 {
		return w.braces(n, set)
	}
	for _, name := range w.sorted(set) {
		value := set[name]
		key, now := find(n, name)
		switch {
		case key == nil && value == "":
		case key == nil:
			w.add(n, name, value)
		case now.Kind != yaml.ScalarNode || now.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
			return ErrForm
		case value == "" && key == n.Content[0]:
			return ErrForm // it shares its line with a hyphen
		case value == "":
			if err := w.drop(key, now); err != nil {
				return err
			}
		case now.Value == "" && now.Style == 0:
			return ErrForm
		default:
			if err := w.splice(now, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// drop takes the line of a field away. A comment at its end stays, on the line alone.
func (w *rewriting) drop(key, value *yaml.Node) error {
	line := w.at.Line(key)
	written := ""
	if value.Value != "" || value.Style != 0 {
		var err error
		if written, err = w.cut(w.at.Place(value).Range); err != nil {
			return err
		}
	}
	name := strings.TrimLeft(w.lines[line-1], " ")
	rest, is := strings.CutPrefix(name, key.Value+":")
	if !is {
		return ErrForm
	}
	if rest, is = strings.CutPrefix(strings.TrimLeft(rest, " \t"), written); !is {
		return ErrForm
	}
	comment := strings.TrimSpace(rest)
	if comment != "" && !strings.HasPrefix(comment, "#") {
		return ErrForm
	}
	if comment != "" {
		comment = strings.Repeat(" ", key.Column-1) + comment
	}
	w.gone[line] = comment
	return nil
}

func (w *rewriting) sorted(set Set) []string {
	var names []string
	for name := range set {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(slices.Index(w.order, a), slices.Index(w.order, b)) })
	return names
}

func find(n *yaml.Node, name string) (key, value *yaml.Node) {
	for p := range doc.Pairs(n) {
		if p.Key.Value == name {
			return p.Key, p.Value
		}
	}
	return nil, nil
}

// splice puts a value in the place of another on its line.
func (w *rewriting) splice(n *yaml.Node, value string) error {
	at := w.at.Place(n).Range
	old, err := w.cut(at)
	if err != nil {
		return err
	}
	w.splices = append(w.splices, doc.Splice{Range: at, Old: old, New: value})
	return nil
}

// cut gives what stands in a range of the file.
func (w *rewriting) cut(r diag.Range) (string, error) {
	s, ok := w.text.Cut(r)
	if !ok {
		return "", ErrForm
	}
	return s, nil
}

// add puts a field behind the last of those that come before it.
func (w *rewriting) add(n *yaml.Node, name, value string) {
	after := n.Content[0]
	for p := range doc.Pairs(n) {
		if slices.Index(w.order, p.Key.Value) < slices.Index(w.order, name) && p.Key.Line >= after.Line {
			after = p.Key
		}
	}
	line := w.at.LastLine(after)
	w.put[line] = append(w.put[line], strings.Repeat(" ", n.Content[0].Column-1)+name+": "+value)
}

// braces writes a mapping in braces anew.
func (w *rewriting) braces(n *yaml.Node, set Set) error {
	at := w.at.Place(n).Range
	end, how := w.text.EndOfFlow(at.Start)
	if how != doc.Closed || end.Line != at.Start.Line {
		return ErrForm
	}
	var words []string
	done := map[string]bool{}
	for p := range doc.Pairs(n) {
		value, changes := set[p.Key.Value]
		done[p.Key.Value] = true
		if !changes {
			old, err := w.cut(w.at.Place(p.Value).Range)
			if err != nil {
				return err
			}
			value = old
		}
		if value != "" {
			words = append(words, key(p.Key.Value)+": "+value)
		}
	}
	for _, name := range w.sorted(set) {
		if !done[name] && set[name] != "" {
			words = append(words, name+": "+set[name])
		}
	}
	whole := diag.Range{Start: at.Start, End: end}
	old, err := w.cut(whole)
	if err != nil {
		return err
	}
	w.splices = append(w.splices, doc.Splice{Range: whole, Old: old, New: "{" + strings.Join(words, ", ") + "}"})
	return nil
}

// bytes is the file with all changes made.
func (w *rewriting) bytes() ([]byte, error) {
	data, err := doc.Replace(w.data, w.splices)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for n, line := range doc.SplitLines(string(data)) {
		switch left, gone := w.gone[n+1]; {
		case !gone:
			b.WriteString(line)
		case left != "":
			b.WriteString(left + line[len(strings.TrimRight(line, "\r\n")):])
		}
		if w.put[n+1] != nil && !strings.HasSuffix(line, "\n") && !strings.HasSuffix(line, "\r") {
			b.WriteString(w.end)
		}
		for _, more := range w.put[n+1] {
			b.WriteString(more + w.end)
		}
	}
	return []byte(b.String()), nil
}

// became holds that a file says what it said, but for what was changed.
func (d *document) became(out []byte, markdown bool, changes map[Mapping]Set) error {
	after, err := read(out, markdown)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrForm, err)
	}
	for m, set := range changes {
		was, is := d.mapping(m), after.mapping(m)
		if is == nil {
			return ErrForm
		}
		for name, value := range set {
			_, v := find(is, name)
			if value == "" && v != nil || value != "" && (v == nil || v.Value != strings.Trim(value, `"'`)) {
				return ErrForm
			}
		}
		without(was, set)
		without(is, set)
	}
	if !same(d.root, after.root) {
		return ErrForm
	}
	return nil
}

// without takes fields out of a mapping.
func without(n *yaml.Node, set Set) {
	var kept []*yaml.Node
	for p := range doc.Pairs(n) {
		if _, changes := set[p.Key.Value]; !changes {
			kept = append(kept, p.Key, p.Value)
		}
	}
	n.Content = kept
}
