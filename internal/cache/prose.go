package cache

import (
	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// Texts are most of what is kept, so their trees are written and read without
// reflection. A block or inline is the number of its kind and its fields, in the
// order in which package prose has them; 0 is none.
const (
	aHeading = iota + 1
	aParagraph
	aList
	aQuote
	aCode
	aTable
	aRule
	aRawBlock
	aText
	anEmphasis
	aCodeSpan
	aLink
	anImage
	aLineBreak
	aFootnoteRef
	aRawInline
)

func (w *writer) pos(p diag.Pos) {
	w.int(int64(p.Line) - int64(w.line))
	w.int(int64(p.Column))
	w.line = p.Line
}

func (r *reader) pos() diag.Pos {
	r.line += int32(r.int())
	return diag.Pos{Line: r.line, Column: int32(r.int())}
}

func (w *writer) flag(b bool) {
	if b {
		w.uint(1)
	} else {
		w.uint(0)
	}
}

func (r *reader) flag() bool { return r.uint() == 1 }

// listed writes a list, each of its things by put.
func listed[T any](w *writer, list []T, put func(T)) {
	if list == nil {
		w.uint(0)
		return
	}
	w.uint(uint64(len(list)) + 1)
	for _, item := range list {
		put(item)
	}
}

// many reads a list, each of its things by get.
func many[T any](r *reader, size uintptr, get func(*T)) []T {
	n := r.count()
	if n < 0 || !r.take(n, size) {
		return nil
	}
	list := make([]T, n)
	for i := 0; i < n && !r.failed; i++ {
		get(&list[i])
	}
	return list
}

// one gives a new thing out of a supply: making many at once takes less time.
func one[T any](supply *[]T) *T {
	if len(*supply) == 0 {
		*supply = make([]T, supplied)
	}
	made := &(*supply)[0]
	*supply = (*supply)[1:]
	return made
}

// Sizes in bytes, for what a reader may take: at least those of what is read.
const (
	ofInterface = 16
	ofSlice     = 24
	ofNode      = 96
)

func (w *writer) doc(d *prose.Doc) {
	w.text(d.File)
	w.blocks(d.Blocks)
	listed(w, d.Footnotes, func(f prose.Footnote) {
		w.int(int64(f.Number))
		w.blocks(f.Blocks)
	})
}

func (r *reader) doc(d *prose.Doc) {
	d.File = r.text()
	d.Blocks = r.blocks()
	d.Footnotes = many(r, ofNode, func(f *prose.Footnote) {
		f.Number = int(r.int())
		f.Blocks = r.blocks()
	})
}

func (w *writer) blocks(list []prose.Block)   { listed(w, list, w.block) }
func (w *writer) inlines(list []prose.Inline) { listed(w, list, w.inline) }

func (r *reader) blocks() []prose.Block {
	return many(r, ofInterface, func(b *prose.Block) { *b = r.block() })
}

func (r *reader) inlines() []prose.Inline {
	return many(r, ofInterface, func(in *prose.Inline) { *in = r.inline() })
}

func (w *writer) block(b prose.Block) {
	switch b := b.(type) {
	case nil:
		w.uint(0)
	case *prose.Heading:
		w.uint(aHeading)
		w.int(int64(b.Level))
		w.text(b.ID)
		w.inlines(b.Inlines)
		w.pos(b.At)
	case *prose.Paragraph:
		w.uint(aParagraph)
		w.inlines(b.Inlines)
	case *prose.List:
		w.uint(aList)
		w.flag(b.Ordered)
		w.int(int64(b.Start))
		w.flag(b.Tight)
		listed(w, b.Items, w.blocks)
	case *prose.Quote:
		w.uint(aQuote)
		w.blocks(b.Blocks)
	case *prose.Code:
		w.uint(aCode)
		w.text(b.Text)
	case *prose.Table:
		w.uint(aTable)
		listed(w, b.Align, func(a prose.Align) { w.int(int64(a)) })
		listed(w, b.Head, w.inlines)
		listed(w, b.Rows, func(row [][]prose.Inline) { listed(w, row, w.inlines) })
	case *prose.Rule:
		w.uint(aRule)
	case *prose.RawBlock:
		w.uint(aRawBlock)
		w.text(b.Tag)
		w.pos(b.At)
	default:
		w.failed = true
	}
}

func (r *reader) block() prose.Block {
	if !r.deeper() {
		return nil
	}
	defer r.shallower()
	switch r.uint() {
	case aHeading:
		b := &prose.Heading{}
		b.Level = int(r.int())
		b.ID = r.text()
		b.Inlines = r.inlines()
		b.At = r.pos()
		return b
	case aParagraph:
		b := one(&r.paragraphs)
		b.Inlines = r.inlines()
		return b
	case aList:
		b := &prose.List{Ordered: r.flag()}
		b.Start = int(r.int())
		b.Tight = r.flag()
		b.Items = many(r, ofSlice, func(item *[]prose.Block) { *item = r.blocks() })
		return b
	case aQuote:
		return &prose.Quote{Blocks: r.blocks()}
	case aCode:
		return &prose.Code{Text: r.text()}
	case aTable:
		cell := func(cell *[]prose.Inline) { *cell = r.inlines() }
		b := &prose.Table{}
		b.Align = many(r, ofInterface, func(a *prose.Align) { *a = prose.Align(r.int()) })
		b.Head = many(r, ofSlice, cell)
		b.Rows = many(r, ofSlice, func(row *[][]prose.Inline) { *row = many(r, ofSlice, cell) })
		return b
	case aRule:
		return &prose.Rule{}
	case aRawBlock:
		b := &prose.RawBlock{Tag: r.text()}
		b.At = r.pos()
		return b
	case 0:
		return nil
	}
	r.fail()
	return nil
}

func (w *writer) inline(in prose.Inline) {
	switch in := in.(type) {
	case nil:
		w.uint(0)
	case *prose.Text:
		w.uint(aText)
		w.text(in.Value)
	case *prose.Emphasis:
		w.uint(anEmphasis)
		w.flag(in.Strong)
		w.inlines(in.Inlines)
	case *prose.CodeSpan:
		w.uint(aCodeSpan)
		w.text(in.Value)
	case *prose.Link:
		w.uint(aLink)
		w.text(in.Target)
		w.text(in.Title)
		w.inlines(in.Inlines)
		w.pos(in.At)
	case *prose.Image:
		w.uint(anImage)
		w.text(in.Target)
		w.text(in.Title)
		w.text(in.Alt)
		w.pos(in.At)
	case *prose.LineBreak:
		w.uint(aLineBreak)
	case *prose.FootnoteRef:
		w.uint(aFootnoteRef)
		w.int(int64(in.Number))
	case *prose.RawInline:
		w.uint(aRawInline)
		w.text(in.Tag)
		w.pos(in.At)
	default:
		w.failed = true
	}
}

func (r *reader) inline() prose.Inline {
	if !r.deeper() {
		return nil
	}
	defer r.shallower()
	switch r.uint() {
	case aText:
		in := one(&r.runs)
		in.Value = r.text()
		return in
	case anEmphasis:
		in := &prose.Emphasis{Strong: r.flag()}
		in.Inlines = r.inlines()
		return in
	case aCodeSpan:
		return &prose.CodeSpan{Value: r.text()}
	case aLink:
		in := &prose.Link{Target: r.text()}
		in.Title = r.text()
		in.Inlines = r.inlines()
		in.At = r.pos()
		return in
	case anImage:
		in := &prose.Image{Target: r.text()}
		in.Title = r.text()
		in.Alt = r.text()
		in.At = r.pos()
		return in
	case aLineBreak:
		return &prose.LineBreak{}
	case aFootnoteRef:
		return &prose.FootnoteRef{Number: int(r.int())}
	case aRawInline:
		in := &prose.RawInline{Tag: r.text()}
		in.At = r.pos()
		return in
	case 0:
		return nil
	}
	r.fail()
	return nil
}

// deeper takes room for a node, and goes one step down.
func (r *reader) deeper() bool {
	if r.depth > mostDepth || !r.take(1, ofNode) {
		r.fail()
		return false
	}
	r.depth++
	return true
}

func (r *reader) shallower() { r.depth-- }
