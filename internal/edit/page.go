package edit

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
)

// lineKind says what a line of a YAML document is.
type lineKind byte

const (
	content lineKind = iota
	blank
	comment
)

// pos is a place in a page: line and column count from 0, in code points.
type pos struct{ line, column int }

// page is a YAML document with its text: which line is what, and where the
// values end whose ends are not plain to see.
type page struct {
	text  doc.Text
	lines []([]rune)
	kinds []lineKind
	ends  map[*yaml.Node]pos // of quoted and block scalars and flow collections
	bases map[*yaml.Node]int // the indentation of block scalars
}

// newPage reads the lines of a document whose nodes are known.
func newPage(src string, root *yaml.Node) (*page, error) {
	p := &page{text: doc.NewText("", []byte(strings.TrimSuffix(src, "\n"))), ends: map[*yaml.Node]pos{}, bases: map[*yaml.Node]int{}}
	for _, line := range p.text.Lines {
		p.lines = append(p.lines, []rune(line))
	}
	inside := make([]bool, len(p.lines))
	if root != nil {
		if err := p.measure(root, -1, inside); err != nil {
			return nil, err
		}
	}
	p.kinds = make([]lineKind, len(p.lines))
	for i, line := range p.lines {
		trimmed := strings.Trim(string(line), " \t")
		switch {
		case inside[i]:
		case trimmed == "":
			p.kinds[i] = blank
		case trimmed[0] == '#':
			p.kinds[i] = comment
		}
	}
	return p, nil
}

// in is the position as package doc counts, from 1.
func (p pos) in() diag.Pos { return diag.At(p.line+1, p.column+1) }

func posOf(p diag.Pos) pos { return pos{int(p.Line) - 1, int(p.Column) - 1} }

func at(n *yaml.Node) pos { return pos{n.Line - 1, n.Column - 1} }

// measure finds the ends of values, and marks the lines that lie inside one.
// outer is the indentation of the collection that holds the node, or -1.
func (p *page) measure(n *yaml.Node, outer int, inside []bool) error {
	if n.Kind == yaml.ScalarNode {
		return p.measureScalar(n, outer, inside)
	}
	if n.Kind == yaml.AliasNode {
		return nil
	}
	if n.Style&yaml.TaggedStyle != 0 || n.Line < 1 || n.Anchor != "" && !p.beginsBelow(n) {
		return ErrLeft // where such a collection begins is not told
	}
	if n.Style&yaml.FlowStyle != 0 {
		end, how := p.text.EndOfFlow(at(n).in())
		if how != doc.Closed {
			return ErrLeft
		}
		p.close(n, posOf(end), inside)
	}
	for _, c := range n.Content {
		if err := p.measure(c, n.Column-1, inside); err != nil {
			return err
		}
	}
	return nil
}

// beginsBelow puts a block collection that has an anchor where its first entry stands;
// the parser tells of the anchor's place. ok is false where that is not on a later line.
func (p *page) beginsBelow(n *yaml.Node) (ok bool) {
	if n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 {
		return false
	}
	first := n.Content[0]
	if first.Line <= n.Line && n.Column < first.Column && p.rune(at(n)) == '&' {
		return false
	}
	line, column := first.Line, first.Column
	if n.Kind == yaml.SequenceNode {
		if column = indentation(p.lines[line-1]) + 1; p.rune(pos{line - 1, column - 1}) != '-' {
			return false
		}
	}
	n.Line, n.Column = line, column
	return true
}

func (p *page) measureScalar(n *yaml.Node, outer int, inside []bool) error {
	if n.Line < 1 || n.Line > len(p.lines) {
		return ErrLeft
	}
	from := posOf(p.text.SkipProperties(at(n).in())) // behind anchors and tags
	switch {
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		end, ok := p.quoteEnd(from)
		if !ok {
			return ErrLeft
		}
		p.close(n, end, inside)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		last, base := p.text.EndOfBlock(from.in(), outer)
		p.bases[n] = base
		p.close(n, pos{last - 1, 0}, inside)
	}
	return nil
}

func (p *page) close(n *yaml.Node, end pos, inside []bool) {
	p.ends[n] = end
	for i := n.Line; i <= end.line; i++ { // the lines after the first
		inside[i] = true
	}
}

func (p *page) rune(at pos) rune {
	if at.line < len(p.lines) && at.column < len(p.lines[at.line]) {
		return p.lines[at.line][at.column]
	}
	return '\n'
}

func isSpace(c rune) bool { return c == ' ' || c == '\t' }

// quoteEnd finds the place after the mark that closes a quotation; ok is false where
// none begins, or it does not end.
func (p *page) quoteEnd(at pos) (end pos, ok bool) {
	if c := p.rune(at); c != '"' && c != '\'' {
		return at, false
	}
	to, how := p.text.EndOfQuoted(at.in())
	return posOf(to), how == doc.Closed
}

func indentation(line []rune) int {
	n := 0
	for n < len(line) && line[n] == ' ' {
		n++
	}
	return n
}

// comments lists the comments of the document, sorted: where they stand means nothing.
func (p *page) comments() []string {
	var found []string
	from := make([]int, len(p.lines)) // where on each line a comment may begin
	for n, end := range p.ends {
		for i := n.Line; i < end.line; i++ {
			from[i] = len(p.lines[i])
		}
		switch {
		case end.line == n.Line-1:
		case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
			from[end.line] = len(p.lines[end.line])
		default:
			from[end.line] = end.column
		}
	}
	for i := range p.lines {
		if c := p.commentOn(i, from[i]); c != "" {
			found = append(found, c)
		}
	}
	slices.Sort(found)
	return found
}

// commentOn finds the comment on a line from a column on.
func (p *page) commentOn(line, from int) string {
	for at := (pos{line, from}); p.rune(at) != '\n'; at.column++ {
		c := p.rune(at)
		startsToken := at.column == 0 || isSpace(p.lines[line][at.column-1])
		switch {
		case !startsToken:
		case c == '#':
			return strings.TrimRight(string(p.lines[line][at.column:]), " \t")
		case c == '"' || c == '\'':
			end, ok := p.quoteEnd(at)
			if !ok || end.line != line {
				return "" // the quotation goes on on the next line
			}
			at.column = end.column - 1
		}
	}
	return ""
}
