package edit

import (
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/schema"
)

const anyQuotes = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle

// scalar writes a single value. inner is where the lines of its entry end.
func (r *renderer) scalar(p *piece, n *yaml.Node, t *schema.Type, lead string, after pos, inner, indent int) {
	pad := strings.Repeat(" ", indent)
	if n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 && n.Anchor == "" {
		p.body = []string{pad + spaced(lead, r.commentOn(after.line, after.column))}
		return
	}
	start := at(n)
	p.noteBetween(r, after, start)
	from := posOf(r.text.SkipProperties(start.in()))
	properties := strings.TrimSpace(string(r.lines[start.line][start.column:from.column]))
	var first, note string
	var rest []string
	switch {
	case n.Kind == yaml.AliasNode:
		first = "*" + n.Value
		note = r.commentOn(start.line, start.column+len([]rune(first)))
	case n.Style&anyQuotes != 0:
		end := r.ends[n]
		note = r.commentOn(end.line, end.column)
		first, rest = r.quotation(from, end)
		if rest == nil && properties == "" {
			first = requoted(n.Value, first, t)
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		first, note, rest = r.blockScalar(n, from, indent)
		p.body = append([]string{pad + spaced(lead, properties, first, note)}, rest...)
		return
	default:
		first, rest, note = r.plain(from, inner)
	}
	if len(rest) > 0 && note != "" {
		rest[len(rest)-1] += " " + note
		note = ""
	}
	p.body = append([]string{pad + spaced(lead, properties, first, note)}, indented(rest, indent+2)...)
}

// quotation takes the lines of a quoted text. Where it goes over several lines
// they stay as they are, but for their indentation, which says nothing.
func (r *renderer) quotation(from, end pos) (first string, rest []string) {
	if from.line == end.line {
		return string(r.lines[from.line][from.column:end.column]), nil
	}
	first = trimEnd(string(r.lines[from.line][from.column:]))
	for l := from.line + 1; l <= end.line; l++ {
		line := r.lines[l]
		if l == end.line {
			line = line[:end.column]
		}
		rest = append(rest, trimEnd(strings.TrimLeft(string(line), " \t")))
	}
	return first, rest
}

// trimEnd takes away white space at the end of a line, but for what a backslash
// keeps.
func trimEnd(s string) string {
	trimmed := strings.TrimRight(s, " \t")
	if strings.HasSuffix(trimmed, `\`) && len(trimmed) < len(s) {
		return s
	}
	return trimmed
}

// oldForm finds texts that YAML 1.1 takes for something else: truth values and
// numbers to the base of sixty.
var oldForm = regexp.MustCompile(`^(?i:y|n|yes|no|on|off)$|^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`)

// requoted writes a quoted text as plainly as it can stand. A date needs no
// quotation marks where the schema knows that it is one.
func requoted(value, raw string, t *schema.Type) string {
	if strings.ContainsFunc(value, unplain) {
		return raw
	}
	tag := plainTag(value)
	if tag == "!!timestamp" && t != nil && t.IsDate() {
		return value
	}
	return Scalar(value)
}

// plain takes the lines of an unquoted text, and the comment behind it.
func (r *renderer) plain(from pos, inner int) (first string, rest []string, note string) {
	last := from.line
	for l := from.line; l < inner; l++ {
		if r.kinds[l] == content {
			last = l
		}
	}
	for l := from.line; l <= last; l++ {
		line := r.lines[l]
		if l == from.line {
			line = line[from.column:]
		}
		if r.kinds[l] == comment {
			r.fail()
			return "", nil, ""
		}
		words := strings.Trim(string(line), " \t")
		if i := commentAfter(words); i >= 0 {
			words, note = strings.TrimRight(words[:i], " \t"), words[i:]
			if l != last {
				r.fail()
			}
		}
		if l == from.line {
			first = words
		} else {
			rest = append(rest, words)
		}
	}
	return first, rest, note
}

// commentAfter finds where a comment begins behind an unquoted text.
func commentAfter(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] == '#' && (s[i-1] == ' ' || s[i-1] == '\t') {
			return i
		}
	}
	return -1
}

// blockScalar takes a literal or folded text, line by line, onto its new level.
func (r *renderer) blockScalar(n *yaml.Node, from pos, indent int) (header, note string, lines []string) {
	line := string(r.lines[from.line][from.column:])
	header, note = line, ""
	if i := commentAfter(line); i >= 0 {
		header, note = line[:i], strings.TrimRight(line[i:], " \t")
	}
	header = strings.Map(func(c rune) rune {
		if c >= '1' && c <= '9' {
			return '2' // the level, told because the text begins with spaces
		}
		return c
	}, strings.TrimSpace(header))
	base := r.bases[n]
	pad := strings.Repeat(" ", indent+2)
	for l := from.line + 1; l <= r.ends[n].line; l++ {
		words := r.lines[l]
		switch {
		case indentation(words) == len(words) && len(words) <= base:
			lines = append(lines, "")
		case indentation(words) < base:
			r.fail()
			return
		default:
			lines = append(lines, pad+string(words[base:]))
		}
	}
	return header, note, lines
}

// flow writes a flow collection as a block.
func (r *renderer) flow(p *piece, n *yaml.Node, t *schema.Type, lead, note string, indent int) {
	pad := strings.Repeat(" ", indent)
	if len(n.Content) == 0 {
		empty := "[]"
		if n.Kind == yaml.MappingNode {
			empty = "{}"
		}
		p.body = []string{pad + spaced(lead, empty, note)}
		return
	}
	if lines := r.fromFlow(n, t, indent+2); r.err == nil {
		p.below(n, lead, note, piece{body: lines}, indent)
	}
}

func (r *renderer) fromFlow(n *yaml.Node, t *schema.Type, indent int) []string {
	var lines []string
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			var of *schema.Type
			if t != nil {
				of = t.Items
			}
			lines = append(lines, r.fromFlowValue("-", item, of, indent)...)
		}
		return lines
	}
	fields := slices.Collect(doc.Pairs(n))
	o := objectOf(t)
	if r.sorted && o != nil {
		sortFields(fields, o, func(p doc.Pair) string { return p.Key.Value })
	}
	for _, p := range fields {
		key := p.Key
		if key.Kind != yaml.ScalarNode || key.Value == "" {
			r.fail()
			return nil
		}
		var of *schema.Type
		if o != nil {
			if f := o.Field(key.Value); f != nil {
				of = f.Type
			}
		}
		lines = append(lines, r.fromFlowValue(Scalar(key.Value)+":", p.Value, of, indent)...)
	}
	return lines
}

func (r *renderer) fromFlowValue(lead string, n *yaml.Node, t *schema.Type, indent int) []string {
	pad := strings.Repeat(" ", indent)
	if n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode {
		var p piece
		r.flow(&p, n, t, lead, "", indent)
		return p.body
	}
	value := n.Value
	switch {
	case n.Kind == yaml.AliasNode:
		value = "*" + n.Value
	case n.Style&anyQuotes != 0:
		end := r.ends[n]
		if end.line != n.Line-1 {
			r.fail()
			return nil
		}
		value = requoted(n.Value, string(r.lines[end.line][n.Column-1:end.column]), t)
	case n.Value != "" && plainTag(n.Value) != n.Tag:
		r.fail()
		return nil
	}
	return []string{pad + spaced(lead, value)}
}
