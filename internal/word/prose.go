package word

import (
	"cmp"
	"strconv"

	"samsyn/internal/prose"
	"samsyn/internal/view/block"
)

// deepest is the deepest level of lists within lists, counted from 0.
const deepest = 8

// prose writes a text in Markdown. Its headings stand below level; its footnotes stand at
// its end, numbered.
func (w *writer) prose(p block.Prose, level int) {
	if p.Doc.Empty() {
		return
	}
	base := deepestHeading
	for _, h := range p.Doc.Headings() {
		base = min(base, h.Level)
	}
	t := &text{w, p, max(p.First, level) - base, nil}
	t.blocks(p.Doc.Blocks, "Normal", 0)
	for _, f := range p.Doc.Footnotes {
		before := run("["+strconv.Itoa(f.Number)+"] ", "")
		t.before = &before
		t.blocks(f.Blocks, "Quiet", 0)
	}
}

type text struct {
	*writer
	block.Prose
	deeper int     // how many levels its headings are below what they say
	before *string // what the next paragraph begins with
}

func (t *text) para(style, more, runs string) {
	if t.before != nil {
		runs, t.before = *t.before+runs, nil
	}
	t.styled(style, more, runs)
}

func (t *text) blocks(list []prose.Block, style string, depth int) {
	for _, b := range list {
		switch b := b.(type) {
		case *prose.Heading:
			t.heading(b.Level+t.deeper, "", t.runs(b.Inlines, look{}))
		case *prose.Paragraph:
			t.para(style, "", t.runs(b.Inlines, look{}))
		case *prose.List:
			t.list(b, depth)
		case *prose.Quote:
			t.blocks(b.Blocks, "Quote", depth)
		case *prose.Code:
			t.para("Code", "", run(b.Text, ""))
		case *prose.Table:
			t.grid(b)
		}
	}
}

func (t *text) list(l *prose.List, depth int) {
	style, number := "ListBullet", 1
	if l.Ordered {
		style, number = "ListNumber", t.numberAnew()
	}
	at := item(min(depth, deepest), number)
	for _, item := range l.Items {
		first := true
		for _, b := range item {
			p, is := b.(*prose.Paragraph)
			switch {
			case is && first:
				t.para(style, at, t.runs(p.Inlines, look{}))
			case is:
				t.para("Normal", `<w:ind w:left="`+strconv.Itoa(284*(depth+1))+`"/>`, t.runs(p.Inlines, look{}))
			default:
				t.blocks([]prose.Block{b}, "Normal", depth+1)
			}
			first = false
		}
	}
}

// grid is a table of the text; its first row is a header.
func (t *text) grid(g *prose.Table) {
	out := block.Table{}
	for n, a := range g.Align {
		c := block.Column{Numeric: a == prose.AlignRight}
		if n < len(g.Head) {
			c.Label = block.Text{S: plain(g.Head[n])}
		}
		out.Columns = append(out.Columns, c)
	}
	for _, r := range g.Rows {
		var row block.Row
		for _, c := range r {
			row.Cells = append(row.Cells, block.CellOf(t.spans(c)))
		}
		out.Rows = append(out.Rows, row)
	}
	t.table(out)
}

// spans are inlines as a line of a cell, with their links.
func (t *text) spans(in []prose.Inline) block.Line {
	var line block.Line
	for _, i := range in {
		switch i := i.(type) {
		case *prose.Link:
			line = append(line, block.Span{Text: block.Text{S: plain(i.Inlines)}, Ref: t.Links[i.Target]})
		case *prose.Emphasis:
			line = append(line, block.Span{Text: block.Text{S: plain(i.Inlines)}, Strong: i.Strong, Em: !i.Strong})
		default:
			line = append(line, block.Run(plain([]prose.Inline{i})))
		}
	}
	return line
}

// plain is the words of inlines.
func plain(in []prose.Inline) string {
	s := ""
	for _, i := range in {
		switch i := i.(type) {
		case *prose.Text:
			s += i.Value
		case *prose.CodeSpan:
			s += i.Value
		case *prose.LineBreak:
			s += " "
		case *prose.Image:
			s += i.Alt
		case *prose.Emphasis:
			s += plain(i.Inlines)
		case *prose.Link:
			s += plain(i.Inlines)
		case *prose.FootnoteRef:
			s += "[" + strconv.Itoa(i.Number) + "]"
		}
	}
	return s
}

// runs are inlines in the look that surrounds them.
func (t *text) runs(in []prose.Inline, l look) string {
	s := ""
	for _, i := range in {
		switch i := i.(type) {
		case *prose.Text:
			s += run(i.Value, l.properties(t.Lang))
		case *prose.CodeSpan:
			code := l
			code.code = true
			s += run(i.Value, code.properties(t.Lang))
		case *prose.LineBreak:
			s += lineBreak
		case *prose.FootnoteRef:
			s += run("["+strconv.Itoa(i.Number)+"]", l.properties(""))
		case *prose.Image:
			s += t.shown(i)
		case *prose.Emphasis:
			inner := l
			inner.bold, inner.italic = l.bold || i.Strong, l.italic || !i.Strong
			s += t.runs(i.Inlines, inner)
		case *prose.Link:
			s += t.linked(plain(i.Inlines), t.Lang, l, t.Links[i.Target])
		}
	}
	return s
}

// shown is a picture of the text, or its alternative text where it cannot be had.
func (t *text) shown(i *prose.Image) string {
	file := t.Images[i.Target].File
	if file == "" || t.opt.File == nil {
		return t.linked(i.Alt, t.Lang, look{}, t.Links[i.Target])
	}
	data, err := t.opt.File(file)
	if err != nil {
		return run(i.Alt, "")
	}
	return cmp.Or(t.picture(data, i.Alt, 0), run(i.Alt, ""))
}
