package prose

import (
	"bytes"
	"cmp"
	"errors"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"samsyn/internal/diag"
)

// MaxDepth is how deep lists and quotations may nest.
const MaxDepth = 64

var (
	// ErrTooDeep says that the text nests deeper than MaxDepth.
	ErrTooDeep = errors.New("nested too deeply")
	// ErrTooCostly says that the text is made so that reading it takes forever.
	ErrTooCostly = errors.New("too many marks")
)

// CommonMark with tables, footnotes and bare links. No attributes, no HTML: raw
// HTML is parsed only so that it can be told of.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, newBareLinks())).Parser()

// none is the text of all files without one: a country may have many.
var none = &Doc{}

// Parse reads Markdown (UTF-8, line feeds) that begins on firstLine of file. Where
// there is no text, what it gives is shared, and names no file.
func Parse(file string, firstLine int, src []byte) (*Doc, error) {
	if err := guard(src); err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(src)) == 0 {
		return none, nil
	}
	root := markdown.Parse(text.NewReader(src), parser.WithContext(parser.NewContext()))
	r := &reader{src: src, firstLine: firstLine, slugs: map[string]int{}}
	doc := &Doc{File: file}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if notes, ok := n.(*extast.FootnoteList); ok {
			doc.Footnotes = r.footnotes(notes)
			continue
		}
		if b := r.block(n, 1); b != nil {
			doc.Blocks = append(doc.Blocks, b)
		}
	}
	if r.tooDeep {
		return nil, ErrTooDeep
	}
	if r.parts > maxParts {
		return nil, ErrTooCostly
	}
	doc.Literals = r.literals
	if r.linked {
		doc.Links = doc.links()
	}
	return doc, nil
}

// reader turns goldmark's tree into ours.
type reader struct {
	src       []byte
	firstLine int
	lines     []int // offsets at which the lines begin, made on first use
	last      spot  // the place that was asked for last
	slugs     map[string]int
	literals  []Literal
	linked    bool // there is a link or an image
	tooDeep   bool
	parts     int // as maxParts counts them, so far
}

func (r *reader) pos(offset int) diag.Pos {
	if offset < 0 {
		return diag.At(r.firstLine, 1)
	}
	offset = min(offset, len(r.src)) // a tab after a container can lead past the end
	if r.lines == nil {
		r.lines = []int{0}
		for i, c := range r.src {
			if c == '\n' {
				r.lines = append(r.lines, i+1)
			}
		}
	}
	i, found := slices.BinarySearch(r.lines, offset)
	if !found {
		i--
	}
	// Places are asked for nearly in order: counting on from the last one keeps a
	// long line with many links from being counted from its start for each.
	from := spot{r.lines[i], 1}
	if r.last.offset > from.offset && r.last.offset <= offset {
		from = r.last
	}
	r.last = spot{offset, from.column + utf8.RuneCount(r.src[from.offset:offset])}
	return diag.At(r.firstLine+i, r.last.column)
}

// spot is an offset and the column that it stands in.
type spot struct{ offset, column int }

func (r *reader) footnotes(list *extast.FootnoteList) []Footnote {
	var notes []Footnote
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if f, ok := n.(*extast.Footnote); ok {
			notes = append(notes, Footnote{Number: f.Index, Blocks: r.blocks(f, 1)})
		}
	}
	return notes
}

func (r *reader) blocks(parent ast.Node, depth int) []Block {
	if depth > MaxDepth {
		r.tooDeep = true
		return nil
	}
	var blocks []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := r.block(n, depth); b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func (r *reader) block(n ast.Node, depth int) Block {
	r.parts++
	switch n := n.(type) {
	case *ast.Heading:
		r.parts += headingParts
		r.literal(n)
		inlines := r.inlines(n, depth)
		return &Heading{Level: n.Level, ID: r.slug(Plain(inlines)), Inlines: inlines, At: r.pos(n.Pos())}
	case *ast.Paragraph, *ast.TextBlock:
		r.literal(n)
		return &Paragraph{Inlines: r.inlines(n, depth), At: r.pos(n.Pos())}
	case *ast.Blockquote:
		return &Quote{Blocks: r.blocks(n, depth+1)}
	case *ast.List:
		return r.list(n, depth)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.parts += n.Lines().Len()
		return &Code{Text: Composed(string(n.Lines().Value(r.src)))}
	case *ast.ThematicBreak:
		return &Rule{}
	case *extast.Table:
		return r.table(n, depth)
	case *ast.HTMLBlock:
		return &RawBlock{Tag: tagName(n.Lines().Value(r.src)), At: r.pos(n.Pos())}
	}
	return nil
}

func (r *reader) list(n *ast.List, depth int) Block {
	l := &List{Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		l.Items = append(l.Items, r.blocks(item, depth+1))
	}
	return l
}

func (r *reader) table(n *extast.Table, depth int) Block {
	t := &Table{}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[extast.Alignment]Align{
			extast.AlignLeft: AlignLeft, extast.AlignCenter: AlignCenter, extast.AlignRight: AlignRight,
		}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]Inline
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			r.parts++
			r.literal(cell)
			cells = append(cells, r.inlines(cell, depth))
		}
		r.cells(row, len(n.Alignments))
		if _, head := row.(*extast.TableHeader); head {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

func (r *reader) inlines(parent ast.Node, depth int) []Inline {
	if depth > MaxDepth {
		r.tooDeep = true
		return nil
	}
	var l line
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.inline(&l, n, depth)
	}
	l.flush()
	for _, in := range l.inlines {
		switch in.(type) {
		case *Link, *Image:
			r.linked = true
			r.parts++
		case *LineBreak, *FootnoteRef:
			r.parts++
		}
	}
	return l.inlines
}

// line is inlines as they are read. Neighbouring text becomes one, so that nobody
// has to look for a word across a seam; it is put together once, since there may be
// as many pieces as there are backslashes.
type line struct {
	inlines []Inline
	text    []string // that has been read since the last of the inlines
}

func (l *line) flush() {
	if text := strings.Join(l.text, ""); text != "" {
		l.inlines = append(l.inlines, &Text{text})
	}
	l.text = l.text[:0]
}

func (l *line) add(in Inline) {
	l.flush()
	l.inlines = append(l.inlines, in)
}

func (r *reader) inline(l *line, n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Text:
		l.text = append(l.text, decode(string(n.Segment.Value(r.src))))
		switch {
		case n.HardLineBreak():
			l.add(&LineBreak{})
		case n.SoftLineBreak():
			l.text = append(l.text, " ")
		}
	case *ast.String:
		l.text = append(l.text, string(n.Value))
	case *ast.Emphasis:
		l.add(&Emphasis{Strong: n.Level == 2, Inlines: r.inlines(n, depth+1)})
	case *ast.CodeSpan:
		l.add(&CodeSpan{Value: r.code(n)})
	case *ast.Link:
		l.add(&Link{Target: decode(string(n.Destination)), Title: decode(string(n.Title)),
			Inlines: r.inlines(n, depth+1), At: r.pos(n.Pos())})
	case *ast.Image:
		l.add(&Image{Target: decode(string(n.Destination)), Title: decode(string(n.Title)),
			Alt: strings.TrimSpace(Plain(r.inlines(n, depth+1))), At: r.pos(n.Pos())})
	case *ast.AutoLink:
		l.add(r.autoLink(n))
	case *ast.RawHTML:
		l.add(&RawInline{Tag: tagName(n.Segments.Value(r.src)), At: r.pos(n.Segments.At(0).Start)})
	case *extast.FootnoteLink:
		l.add(&FootnoteRef{Number: n.Index})
	}
}

func (r *reader) autoLink(n *ast.AutoLink) Inline {
	target := string(n.URL(r.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	at, label := n.Pos(), n.Label(r.src)
	if at >= 0 && at+1 < len(r.src) && r.src[at] != '<' && !bytes.HasPrefix(r.src[at:], label) {
		at++ // a bare link is said to begin at the character before it
	}
	return &Link{Target: target, Inlines: []Inline{&Text{Composed(string(label))}}, At: r.pos(at)}
}

func (r *reader) code(n *ast.CodeSpan) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(r.src))
		}
	}
	return Composed(strings.ReplaceAll(b.String(), "\n", " "))
}

var tag = regexp.MustCompile(`^<(/?[A-Za-z][A-Za-z0-9-]*)`)

func tagName(html []byte) string {
	m := tag.FindSubmatch(bytes.TrimLeft(html, " \t"))
	if m == nil {
		return ""
	}
	return strings.ToLower(string(m[1]))
}

// decode resolves backslash escapes and character references in one pass
// (CommonMark 0.31 §2.4, §2.5), so that an escaped ampersand stays one.
func decode(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return Composed(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			n := strings.IndexByte(s[i:min(i+33, len(s))], ';')
			if n < 2 {
				b.WriteByte('&')
				i++
				continue
			}
			b.WriteString(html.UnescapeString(s[i : i+n+1]))
			i += n + 1
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return Composed(b.String())
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z')
}

// slug makes a heading's anchor as the forges do: lower case, letters and digits
// and hyphens kept, spaces to hyphens, a number where it stood before.
func (r *reader) slug(title string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(strings.TrimSpace(title)) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-' || c == '_':
			b.WriteRune(c)
		case unicode.IsSpace(c):
			b.WriteByte('-')
		}
	}
	s := cmp.Or(b.String(), "avsnitt")
	n := r.slugs[s]
	r.slugs[s]++
	if n > 0 {
		return s + "-" + strconv.Itoa(n)
	}
	return s
}
