package load

import (
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/model"
)

// plainYAML reads the plain form of YAML that nearly every content file is
// written in: mappings and lists in blocks, values on one line, without
// comments, anchors, tags and escapes. It gives the nodes that yaml.v3 would
// give, in a tenth of the time; ok is false for whatever it does not know, which
// is then yaml.v3's to read, and to complain of. A fuzz test holds them together.
// The nodes come out of the supply.
func plainYAML(src string, from *supply) (root *yaml.Node, ok bool) {
	if strings.ContainsAny(src, "\t#&*\r") || hasOddRune(src) {
		return nil, false
	}
	p := plainReader{rest: src, supply: from}
	p.next()
	if p.end || p.indent != 0 {
		return nil, false
	}
	root = p.mapping(0, 1)
	return root, p.end && !p.odd
}

// hasOddRune tells of the other line ends that yaml.v3 knows (NEL, LS and PS), and
// of what UTF-8 begins with 0xEF: a byte order mark and characters that are none.
func hasOddRune(src string) bool {
	return strings.IndexByte(src, 0xEF) >= 0 ||
		strings.Contains(src, "\u0085") || strings.Contains(src, "\u2028") || strings.Contains(src, "\u2029")
}

// plainReader stands on a line that has text.
type plainReader struct {
	rest   string // the lines after this one
	text   string // of this line, without its indentation
	line   int    // from 1
	indent int
	end    bool // there are no more lines
	odd    bool // there is something that is not plain
	*supply
}

// supply gives out nodes, all of which are taken back before the next file is read:
// making a country's worth anew takes longer than reading it.
type supply struct {
	nodes []yaml.Node
	used  int
}

// takeBack takes back all nodes that were given out. Nobody may hold on to one.
func (s *supply) takeBack() {
	clear(s.nodes[:s.used])
	s.used = 0
	if len(s.nodes) > mostSpare {
		s.nodes = nil
	}
}

// mostSpare is how many nodes are kept for the next file.
const mostSpare = 4096

func (s *supply) node(n yaml.Node) *yaml.Node {
	if s.used == len(s.nodes) {
		s.nodes, s.used = make([]yaml.Node, max(256, 2*s.used)), 0 // those given out stay where they are
	}
	s.used++
	s.nodes[s.used-1] = n
	return &s.nodes[s.used-1]
}

// next goes to the next line that has text.
func (p *plainReader) next() {
	for p.rest != "" {
		p.text, p.rest, _ = strings.Cut(p.rest, "\n")
		p.line++
		if p.text == "" {
			continue
		}
		trimmed := strings.TrimLeft(p.text, " ")
		p.indent = len(p.text) - len(trimmed)
		p.text = trimmed
		if trimmed == "" || trimmed[len(trimmed)-1] == ' ' {
			p.odd = true
		}
		return
	}
	p.end = true
}

func (p *plainReader) stop() bool { return p.end || p.odd }

// stray gives up on what is not plain.
func (p *plainReader) stray() *yaml.Node {
	p.odd = true
	return nil
}

// mapping reads the keys that stand in the column after indent spaces.
func (p *plainReader) mapping(indent, depth int) *yaml.Node {
	if depth > maxDepth/2 {
		return p.stray()
	}
	m := p.node(yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: p.line, Column: indent + 1})
	for !p.stop() && p.indent == indent {
		key, value, found := strings.Cut(p.text, ":")
		if !found || !plainKey(key) || value != "" && value[0] != ' ' {
			return p.stray()
		}
		k := p.node(yaml.Node{Kind: yaml.ScalarNode, Tag: plainTagOf(key), Value: key, Line: p.line, Column: indent + 1})
		var v *yaml.Node
		if value == "" {
			p.next()
			v = p.nested(indent, depth)
		} else {
			v = p.value(value[1:], indent+len(key)+3)
			p.next()
		}
		if v == nil {
			return p.stray()
		}
		m.Content = append(m.Content, k, v)
	}
	if !p.end && p.indent > indent {
		return p.stray() // a value that goes on, or indentation that is off
	}
	return m
}

// nested reads what stands below a key: a mapping further in, or a list.
func (p *plainReader) nested(indent, depth int) *yaml.Node {
	switch {
	case p.stop():
		return nil
	case strings.HasPrefix(p.text, "- ") && p.indent >= indent:
		return p.list(p.indent, depth+1)
	case p.indent > indent:
		return p.mapping(p.indent, depth+1)
	}
	return nil
}

// list reads the items whose hyphens stand after indent spaces.
func (p *plainReader) list(indent, depth int) *yaml.Node {
	if depth > maxDepth/2 {
		return p.stray()
	}
	l := p.node(yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: p.line, Column: indent + 1})
	for !p.stop() && p.indent == indent && strings.HasPrefix(p.text, "- ") {
		item := p.text[2:]
		var v *yaml.Node
		if key, after, found := strings.Cut(item, ":"); found && plainKey(key) && (after == "" || after[0] == ' ') {
			p.text, p.indent = item, indent+2 // a mapping begins on the hyphen's line
			v = p.mapping(indent+2, depth+1)
		} else {
			v = p.value(item, indent+3)
			p.next()
		}
		if v == nil {
			return p.stray()
		}
		l.Content = append(l.Content, v)
	}
	if !p.end && p.indent > indent {
		return p.stray()
	}
	return l
}

// value reads a value that begins in a column and ends with its line.
func (p *plainReader) value(s string, column int) *yaml.Node {
	if s == "" {
		return p.stray()
	}
	n := yaml.Node{Kind: yaml.ScalarNode, Value: s, Line: p.line, Column: column}
	switch c := s[0]; {
	case c == '[':
		return p.words(s, column)
	case c == '"' || c == '\'':
		inner := s[1:]
		if len(inner) == 0 || strings.IndexByte(inner, c) != len(inner)-1 || strings.Contains(inner, `\`) {
			return p.stray()
		}
		n.Value, n.Tag, n.Style = inner[:len(inner)-1], "!!str", yaml.DoubleQuotedStyle
		if c == '\'' {
			n.Style = yaml.SingleQuotedStyle
		}
		return p.node(n)
	case !wordly(c), strings.Contains(s, ": "), s[len(s)-1] == ':':
		return p.stray()
	}
	n.Tag = plainTagOf(s)
	return p.node(n)
}

// words reads a list in brackets of words without anything odd in them.
func (p *plainReader) words(s string, column int) *yaml.Node {
	if len(s) < 3 || s[len(s)-1] != ']' {
		return p.stray()
	}
	l := yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle, Line: p.line, Column: column}
	at := 1
	for word := range strings.SplitSeq(s[1:len(s)-1], ", ") {
		if !plainKey(word) {
			return p.stray()
		}
		l.Content = append(l.Content, p.node(yaml.Node{Kind: yaml.ScalarNode, Tag: plainTagOf(word), Value: word, Line: p.line, Column: column + at}))
		at += len(word) + len(", ")
	}
	return p.node(l)
}

// plainKey tells whether s is letters, digits, hyphens and underscores, and
// begins with a letter or digit; not longer than a key may be.
func plainKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || !wordly(c) && (i == 0 || c != '-' && c != '_') {
			return false
		}
	}
	return s != "" && len(s) <= 128
}

// wordly tells whether a byte is an ASCII letter or digit, or of another letter.
func wordly(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// plainTagOf is the tag that yaml.v3 gives to a value without quotation marks.
func plainTagOf(s string) string {
	if len(s) == len("2025-04-03") && s[4] == '-' {
		if _, day := model.ParseDate(s); day {
			return "!!timestamp"
		}
	}
	// Nothing but a text begins with one of the other small letters.
	if s[0] >= 'a' && strings.IndexByte("yntfo", s[0]) < 0 {
		return "!!str"
	}
	n := yaml.Node{Kind: yaml.ScalarNode, Value: s}
	return n.ShortTag()
}
