package rewrite

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/edit"
	"samsyn/schema"
)

// spans takes a block apart. The lines of tail stand below its last entry.
func (w *writer) spans(n *yaml.Node, from, to int) (list []span, tail []string, err error) {
	if n.Kind == yaml.MappingNode {
		for p := range doc.Pairs(n) {
			list = append(list, span{key: p.Key, value: p.Value, from: w.line(p.Key)})
		}
	} else {
		for _, item := range n.Content {
			list = append(list, span{value: item, from: w.hyphen(n, item)})
		}
	}
	last := from
	for i := range list {
		next := to
		if i+1 < len(list) {
			next = list[i+1].from
		}
		if list[i].from < last || next <= list[i].from || next > to {
			return nil, nil, ErrForm // two on a line, or not where they seem to be
		}
		list[i].head = w.lines[last:list[i].from]
		list[i].to = w.reach(list[i].from, next, n.Column-1)
		last = list[i].to
	}
	return list, w.lines[last:to], nil
}

// line is the line, from 0, on which a node begins.
func (w *writer) line(n *yaml.Node) int { return w.At.Line(n) - 1 }

// hyphen is the line of the hyphen before an item.
func (w *writer) hyphen(list, item *yaml.Node) int {
	for l := w.line(item); l >= w.line(list) && l < len(w.lines); l-- {
		line := w.lines[l]
		if column := list.Column - 1; column < len(line) && line[column] == '-' && strings.Trim(line[:column], " -?:") == "" {
			return l
		}
	}
	return w.line(item)
}

// reach is the line that an entry ends before: behind what it says, and the comments that
// are indented more than what holds it.
func (w *writer) reach(from, next, outer int) int {
	end := from + 1
	for l := from + 1; l < next; l++ {
		if words := strings.TrimSpace(w.lines[l]); words != "" && words[0] != '#' {
			end = l + 1
		}
	}
	for l := end; l < next; l++ {
		words := strings.TrimLeft(w.lines[l], " ")
		if strings.TrimSpace(words) == "" {
			continue
		}
		if len(w.lines[l])-len(words) <= outer {
			break
		}
		end = l + 1
	}
	return end
}

// entry writes a field or an item that stays, with what it is to say. indent is that of
// what holds it.
func (w *writer) entry(s span, v *Value, of *schema.Type, indent int) ([]string, error) {
	n := s.value
	switch {
	case !v.Changed():
		return w.lines[s.from:s.to], nil
	case v.Kind == yaml.ScalarNode && n.Kind == yaml.ScalarNode:
		if line, ok := w.splice(s, v); ok {
			return append([]string{line}, w.lines[s.from+1:s.to]...), nil
		}
	case v.Kind == n.Kind && doc.IsBlock(n) && len(v.Items)+len(v.Fields) > 0 && n.Anchor == "":
		if s.key == nil && n.Kind == yaml.MappingNode && w.line(n) == s.from {
			return w.item(s, v, of, indent)
		}
		begins := w.line(n.Content[0])
		if n.Kind == yaml.SequenceNode {
			begins = w.hyphen(n, n.Content[0])
		}
		if begins > s.from {
			rest, err := w.block(n, v, of, s.from+1, s.to)
			return append([]string{w.lines[s.from]}, rest...), err
		}
	}
	return w.anew(s, v, indent)
}

// item writes a mapping that begins behind a hyphen: it is written as if there were none,
// and the hyphen put back before its first field.
func (w *writer) item(s span, v *Value, of *schema.Type, indent int) ([]string, error) {
	line := w.lines[s.from]
	if indent >= len(line) || line[indent] != '-' {
		return nil, ErrForm
	}
	before := w.lines
	w.lines = slices.Clone(w.lines)
	w.lines[s.from] = line[:indent] + " " + line[indent+1:]
	lines, err := w.block(s.value, v, of, s.from, s.to)
	w.lines = before
	if err != nil {
		return nil, err
	}
	lines = slices.Clone(lines)
	for i, l := range lines {
		if words := strings.TrimSpace(l); words == "" || words[0] == '#' {
			continue
		}
		if indent >= len(l) || strings.TrimSpace(l[:indent+1]) != "" {
			return nil, ErrForm
		}
		lines[i] = l[:indent] + "-" + l[indent+1:]
		return lines, nil
	}
	return nil, ErrForm
}

// splice writes a single value in the place of another on its line.
func (w *writer) splice(s span, v *Value) (line string, ok bool) {
	first, more := v.scalar()
	n := s.value
	if more != nil || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle|yaml.TaggedStyle) != 0 || n.Anchor != "" || w.line(n) != s.from {
		return "", false
	}
	at := w.At.Place(n).Range
	if at.Start.Line != at.End.Line || at.Start == at.End {
		return "", false
	}
	row := diag.Range{Start: diag.Pos{Line: 1, Column: at.Start.Column}, End: diag.Pos{Line: 1, Column: at.End.Column}}
	old, there := w.At.Text.Cut(at)
	if !there {
		return "", false
	}
	data, err := doc.Replace([]byte(w.lines[s.from]), []doc.Splice{{Range: row, Old: old, New: first}})
	return string(data), err == nil
}

// anew writes a value behind its key or hyphen, with the comment that stands on the line.
func (w *writer) anew(s span, v *Value, indent int) ([]string, error) {
	line := strings.TrimRight(w.lines[s.from], "\r\n")
	lead := "-"
	if s.key != nil {
		lead = edit.Scalar(s.key.Value) + ":"
	}
	prefix := len(line) - len(strings.TrimLeft(line, " "))
	if s.key != nil {
		if prefix = s.key.Column - 1; prefix != indent || s.key.Kind != yaml.ScalarNode || s.key.Anchor != "" {
			return nil, ErrForm
		}
	} else if prefix > indent || strings.Trim(line[:min(indent, len(line))], " -") != "" {
		return nil, ErrForm
	}
	note, more := w.notes(s)
	lines := v.behind(lead, indent)
	if note != "" && (v.Kind != yaml.MappingNode || s.key != nil) {
		lines[0] += " " + note
	} else if note != "" {
		more = append([]string{note}, more...)
	}
	for i := range more {
		more[i] = strings.Repeat(" ", indent) + more[i]
	}
	lines[0] = line[:min(indent, len(line))] + lines[0][indent:]
	return w.with(append(more, lines...)), nil
}

// notes are the comments of a value that is written anew: the one on its first line, and
// those below it.
func (w *writer) notes(s span) (first string, more []string) {
	first = comment(s.value.LineComment)
	if s.value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return first, nil
	}
	if s.key != nil && first == "" {
		first = comment(s.key.LineComment)
	}
	gather(s.value, &more)
	return first, more
}

// gather lists the comments within a value.
func gather(n *yaml.Node, into *[]string) {
	for _, c := range n.Content {
		for _, block := range []string{c.HeadComment, c.LineComment, c.FootComment} {
			for line := range strings.SplitSeq(block, "\n") {
				if line != "" {
					*into = append(*into, line)
				}
			}
		}
		gather(c, into)
	}
}

// comment is a comment of one line, none where it has several.
func comment(s string) string {
	if strings.Contains(s, "\n") {
		return ""
	}
	return s
}
