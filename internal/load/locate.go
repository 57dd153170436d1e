package load

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
)

// locator finds the range of a YAML node in its file. The parser tells where a
// node begins; where it ends is read from the text.
type locator struct {
	text  text
	shift int // lines of the file before the YAML
}

// place is the range of a value: a scalar with its quotes, an alias, what stands in
// brackets, else a list's first hyphen, a mapping's first key.
func (l locator) place(n *yaml.Node) diag.Place {
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0 {
		return l.place(n.Content[0])
	}
	start := diag.Pos{Line: n.Line + l.shift, Column: n.Column}
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 {
		return diag.Place{File: l.text.path, Range: diag.Range{Start: start, End: start}} // an empty file
	}
	return diag.Place{File: l.text.path, Range: diag.Range{Start: start, End: l.end(n, start)}}
}

// lacking is the place of a mapping in which a key is absent: its first key, in
// brackets too.
func (l locator) lacking(n *yaml.Node) diag.Place {
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 {
		return l.place(n.Content[0])
	}
	return l.place(n)
}

func (l locator) end(n *yaml.Node, start diag.Pos) diag.Pos {
	if start.Line < 1 || start.Line > len(l.text.lines) {
		return start
	}
	rest, skipped := skipProperties(fromColumn(l.text.lines[start.Line-1], start.Column))
	from := advance(start, skipped)
	switch {
	case strings.HasPrefix(rest, `"`), strings.HasPrefix(rest, "'"):
		return l.endOfQuoted(from, rest)
	case n.Kind == yaml.SequenceNode && !strings.HasPrefix(rest, "["):
		return advance(from, min(1, utf8.RuneCountInString(rest))) // the hyphen, if it is on this line
	case n.Kind == yaml.SequenceNode, n.Kind == yaml.MappingNode:
		return l.endOfFlow(from, rest)
	case n.Kind == yaml.AliasNode:
		return advance(from, 1+utf8.RuneCountInString(n.Value))
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0:
		return l.endOfPlain(from, rest, n.Value)
	}
	return advance(from, utf8.RuneCountInString(uncommented(rest)))
}

// uncommented is a line without the comment and the white space at its end.
func uncommented(line string) string {
	if i := strings.Index(line, " #"); i >= 0 {
		line = line[:i]
	}
	return strings.TrimRight(line, " \t")
}

// endOfPlain walks to the end of a text without quotation marks, over lines if need be.
func (l locator) endOfPlain(from diag.Pos, rest, value string) diag.Pos {
	for {
		if strings.HasPrefix(rest, value) {
			return advance(from, utf8.RuneCountInString(value))
		}
		part := uncommented(rest)
		value = strings.TrimLeft(strings.TrimPrefix(value, part), " \n")
		end, next := advance(from, utf8.RuneCountInString(part)), from.Line
		for next < len(l.text.lines) && isBlank(l.text.lines[next]) {
			next++
		}
		if next >= len(l.text.lines) {
			return end
		}
		line := l.text.lines[next]
		rest = strings.TrimLeft(line, " \t")
		if !strings.HasPrefix(value, uncommented(rest)) && !strings.HasPrefix(rest, value) {
			return end // not as it was thought to go on
		}
		from = diag.Pos{Line: next + 1, Column: 1 + len(line) - len(rest)}
	}
}

// endOfFlow walks to the bracket that closes a list or mapping, over lines if need be.
func (l locator) endOfFlow(from diag.Pos, rest string) diag.Pos {
	depth, quote, at := 0, rune(0), from
	for {
		before := ' '
		for _, c := range rest {
			at.Column++
			switch {
			case quote != 0:
				if c == quote && (quote == '\'' || before != '\\') {
					quote = 0
				}
			case (c == '"' || c == '\'') && strings.ContainsRune(" \t[{,:", before):
				quote = c
			case c == '[' || c == '{':
				depth++
			case c == ']' || c == '}':
				if depth--; depth == 0 {
					return at
				}
			}
			if c == '#' && quote == 0 && before == ' ' {
				break // a comment
			}
			before = c
		}
		if at.Line >= len(l.text.lines) {
			return at
		}
		rest = l.text.lines[at.Line]
		at = diag.Pos{Line: at.Line + 1, Column: 1}
	}
}

// endOfQuoted walks to the closing quotation mark, over lines if need be.
func (l locator) endOfQuoted(from diag.Pos, rest string) diag.Pos {
	quote, line, column := rest[0], from.Line, from.Column+1
	rest = rest[1:]
	for {
		for i := 0; i < len(rest); i++ {
			switch {
			case rest[i] == '\\' && quote == '"':
				i++
			case rest[i] == quote && quote == '\'' && i+1 < len(rest) && rest[i+1] == quote:
				i++
			case rest[i] == quote:
				return advance(diag.Pos{Line: line, Column: column}, utf8.RuneCountInString(rest[:i+1]))
			}
		}
		if line >= len(l.text.lines) {
			return advance(diag.Pos{Line: line, Column: column}, utf8.RuneCountInString(rest))
		}
		rest, column = l.text.lines[line], 1
		line++
	}
}

func advance(p diag.Pos, columns int) diag.Pos {
	return diag.Pos{Line: p.Line, Column: p.Column + columns}
}

// fromColumn is what stands on a line from a column on.
func fromColumn(line string, column int) string {
	for i := range line {
		if column--; column == 0 {
			return line[i:]
		}
	}
	return ""
}

// skipProperties passes over an anchor and a tag before a value.
func skipProperties(s string) (rest string, skipped int) {
	for len(s) > 0 && (s[0] == '&' || s[0] == '!') {
		i := strings.IndexAny(s, " \t")
		if i < 0 {
			break
		}
		next := strings.TrimLeft(s[i:], " \t")
		skipped += utf8.RuneCountInString(s[:len(s)-len(next)])
		s = next
	}
	return s, skipped
}
