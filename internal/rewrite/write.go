package rewrite

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/edit"
	"samsyn/schema"
)

// writer writes the fields of a file, entry for entry: the lines of those that stay, and
// new lines for the others.
type writer struct{ *File }

// span is an entry of a block as it stands: a field or an item, with its lines.
type span struct {
	key, value *yaml.Node // key is nil for an item
	head       []string   // the comments and empty lines above it
	from, to   int        // its lines, from 0; of a first field that shares its line with a hyphen, that line
}

// document writes all fields.
func (w *writer) document(v *Value, of *schema.Type) ([]string, error) {
	switch {
	case w.Root == nil:
		return append(w.ended(w.lines[w.first:w.last]), w.with(v.below(0))...), nil
	case w.Root.Style&yaml.FlowStyle != 0 || len(w.Root.Content) == 0:
		from, to := w.first+w.Root.Line-1, w.last
		return append(slices.Clone(w.lines[w.first:from]), append(w.with(v.below(0)), w.after(w.Root, from, to)...)...), nil
	case len(v.Fields) == 0:
		return nil, nil
	}
	return w.block(w.Root, v, of, w.first, w.last)
}

// after is what stands below a value in brackets.
func (w *writer) after(n *yaml.Node, from, to int) []string {
	end, how := w.At.Text.EndOfFlow(w.At.Place(n).Range.Start)
	if how == doc.Open || int(end.Line) > to {
		return nil
	}
	return w.lines[max(from, int(end.Line)):to]
}

// with gives lines their ends.
func (w *writer) with(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = line + w.end
	}
	return out
}

// ended gives the last of some lines its end, if it has none.
func (w *writer) ended(lines []string) []string {
	lines = slices.Clone(lines)
	if last := len(lines) - 1; last >= 0 && !strings.HasSuffix(lines[last], "\n") && !strings.HasSuffix(lines[last], "\r") {
		lines[last] += w.end
	}
	return lines
}

// block writes a mapping or list that stands on lines of its own, from one to the one it
// ends before.
func (w *writer) block(n *yaml.Node, v *Value, of *schema.Type, from, to int) ([]string, error) {
	spans, tail, err := w.spans(n, from, to)
	if err != nil {
		return nil, err
	}
	indent := n.Column - 1
	if n.Kind == yaml.SequenceNode {
		return w.list(spans, tail, v, of, indent)
	}
	return w.mapping(spans, tail, v, of, indent)
}

// list writes a list: its items in their new order, each with what stands above it.
func (w *writer) list(spans []span, tail []string, v *Value, of *schema.Type, indent int) ([]string, error) {
	var out []string
	at := map[*yaml.Node]span{}
	for _, s := range spans {
		at[s.value] = s
	}
	for _, i := range v.Items {
		s, there := at[i.Was]
		if i.Was == nil || !there {
			out = append(w.ended(out), w.with(i.behind("-", indent))...)
			continue
		}
		lines, err := w.entry(s, i, of.Entry(), indent)
		if err != nil {
			return nil, err
		}
		out = append(append(w.ended(out), s.head...), lines...)
		delete(at, i.Was)
	}
	if len(v.Items) == 0 {
		return nil, ErrForm // what holds it says that it is empty
	}
	return append(w.ended(out), tail...), nil
}

// mapping writes a mapping: its fields in the order in which they stand, new ones where
// the schema has them. A field that goes leaves what stands above it, since that may be
// about more than the field.
func (w *writer) mapping(spans []span, tail []string, v *Value, of *schema.Type, indent int) ([]string, error) {
	wanted := map[*yaml.Node]*Value{}
	var added []Field
	for _, f := range v.Fields {
		if f.Value.Was != nil && slices.ContainsFunc(spans, func(s span) bool { return s.value == f.Value.Was }) {
			wanted[f.Value.Was] = f.Value
		} else {
			added = append(added, f)
		}
	}
	slices.SortStableFunc(added, func(a, b Field) int { return rank(of, a.Name) - rank(of, b.Name) })
	behind := w.places(spans, added, of)
	var out []string
	add := func(i int, head []string) {
		for _, f := range behind[i] {
			at := exampleOf(head, f.Name, indent)
			out = append(append(w.ended(out), head[:at]...), w.with(f.Value.behind(edit.Scalar(f.Name)+":", indent))...)
			head = head[at:]
		}
		out = append(w.ended(out), head...)
	}
	for i, s := range spans {
		add(i-1, s.head)
		f, stays := wanted[s.value]
		if !stays {
			continue
		}
		lines, err := w.entry(s, f, of.Under(s.key.Value), indent)
		if err != nil {
			return nil, err
		}
		out = append(w.ended(out), lines...)
	}
	add(len(spans)-1, tail)
	return out, nil
}

// places says behind which field (-1 before the first) each new one goes.
func (w *writer) places(spans []span, added []Field, of *schema.Type) map[int][]Field {
	behind := map[int][]Field{}
	for _, f := range added {
		at := -1
		for i, s := range spans {
			if rank(of, s.key.Value) <= rank(of, f.Name) {
				at = i
			}
		}
		behind[at] = append(behind[at], f)
	}
	return behind
}

// exampleOf is how many of the lines above a field end with the example of another that a
// new file has as a comment; 0 where there is none.
func exampleOf(head []string, name string, indent int) int {
	lead := "#" + strings.Repeat(" ", indent)
	for i, line := range head {
		if !strings.HasPrefix(line, lead+name+":") {
			continue
		}
		for i++; i < len(head) && strings.HasPrefix(head[i], lead+"  "); i++ {
		}
		return i
	}
	return 0
}

// rank is the place of a field in its type's order; those that the schema does not know come
// last, and where there is no type all are alike.
func rank(t *schema.Type, name string) int {
	if t = t.For("object"); t == nil {
		return 0
	}
	for i := range t.Fields {
		if t.Fields[i].Name == name {
			return i
		}
	}
	return len(t.Fields)
}
