package doc

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
)

// Locator finds the ranges of nodes in their file. The parser tells where a node
// begins; where it ends is read from the text.
type Locator struct {
	Text  Text
	Above int // lines of the file before the YAML
}

// Place is the range of a value: a scalar with its quotes, an alias, what stands in
// brackets, else a list's first hyphen, a mapping's first key. Of a text below its line
// (after | or >) it is what stands on the line.
func (l Locator) Place(n *yaml.Node) diag.Place {
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0 {
		return l.Place(n.Content[0])
	}
	start := diag.At(l.Line(n), n.Column)
	if last := len(l.Text.Lines); int(start.Line) > last { // a value left out at the end
		start = past(diag.At(last, 1), l.Text.Lines[last-1])
	}
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 {
		return diag.Place{File: l.Text.Path, Range: diag.Range{Start: start, End: start}} // an empty file
	}
	return diag.Place{File: l.Text.Path, Range: diag.Range{Start: start, End: l.end(n, start)}}
}

// Lacking is the place of a mapping in which a key is absent: its first key, in
// brackets too.
func (l Locator) Lacking(n *yaml.Node) diag.Place {
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 {
		return l.Place(n.Content[0])
	}
	return l.Place(n)
}

// Line is the line of the file on which a node begins, from 1.
func (l Locator) Line(n *yaml.Node) int { return n.Line + l.Above }

// LineOf is what stands on that line.
func (l Locator) LineOf(n *yaml.Node) string {
	if i := l.Line(n) - 1; i >= 0 && i < len(l.Text.Lines) {
		return l.Text.Lines[i]
	}
	return ""
}

// LastLine is the last line, in the file, of a key's value: those below it that are
// indented more, or are items of its list.
func (l Locator) LastLine(key *yaml.Node) int {
	last := l.Line(key)
	for i := last; i < len(l.Text.Lines); i++ {
		line := l.Text.Lines[i]
		indent, rest := len(line)-len(strings.TrimLeft(line, " \t")), strings.TrimSpace(line)
		switch {
		case rest == "" || rest[0] == '#':
		case indent >= key.Column, indent == key.Column-1 && strings.HasPrefix(rest, "- "):
			last = i + 1
		default:
			return last
		}
	}
	return last
}

func (l Locator) end(n *yaml.Node, start diag.Pos) diag.Pos {
	if start.Line < 1 || int(start.Line) > len(l.Text.Lines) {
		return start
	}
	from := l.Text.SkipProperties(start)
	rest := l.Text.from(from)
	switch {
	case strings.HasPrefix(rest, `"`), strings.HasPrefix(rest, "'"):
		end, _ := l.Text.EndOfQuoted(from)
		return end
	case n.Kind == yaml.SequenceNode && !strings.HasPrefix(rest, "["):
		return advance(from, min(1, utf8.RuneCountInString(rest))) // the hyphen, if it is on this line
	case n.Kind == yaml.SequenceNode, n.Kind == yaml.MappingNode:
		end, _ := l.Text.EndOfFlow(from)
		return end
	case n.Kind == yaml.AliasNode:
		return past(from, "*"+n.Value)
	case n.Kind == yaml.ScalarNode && n.Value == "" && from != start: // nothing but an anchor or a tag
		properties := strings.TrimSuffix(l.Text.from(start), rest)
		return past(start, strings.TrimRight(properties, " \t"))
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0:
		return l.Text.endOfPlain(from, n.Value)
	}
	return past(from, uncommented(rest))
}
