package pdf

import (
	"cmp"
	"strings"

	"samsyn/internal/prose"
	"samsyn/internal/text"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/view/block"
)

// proseWriter draws one Markdown text.
type proseWriter struct {
	*writer
	block.Prose
	notes map[int]*manuscript.Note
	base  int // the level of the text's highest heading, which gets the level First
	// shown takes the pictures of the paragraph that is being drawn; nil where none
	// are drawn.
	shown *shown
	quotes
}

func (w *writer) prose(p block.Prose) []manuscript.Block {
	if p.Doc.Empty() {
		return nil
	}
	pw := &proseWriter{writer: w, Prose: p, notes: map[int]*manuscript.Note{}, base: highest(p.Doc)}
	for _, f := range p.Doc.Footnotes {
		pw.notes[f.Number] = &manuscript.Note{}
	}
	for _, f := range p.Doc.Footnotes {
		pw.notes[f.Number].Blocks = pw.all(f.Blocks)
	}
	return pw.all(p.Doc.Blocks)
}

func (w *proseWriter) all(in []prose.Block) []manuscript.Block {
	var out []manuscript.Block
	for _, b := range in {
		if p, is := b.(*prose.Paragraph); is {
			out = append(out, w.paragraph(p.Inlines)...)
		} else if drawn := w.one(b); drawn != nil {
			out = append(out, drawn)
		}
	}
	return out
}

func (w *proseWriter) one(b prose.Block) manuscript.Block {
	w.quotes = newQuotes(cmp.Or(w.Lang, w.lang))
	switch b := b.(type) {
	case *prose.Heading:
		level := w.First + b.Level - w.base
		return manuscript.Heading{Level: min(level, maxLevel), Look: min(level+w.smaller, maxLevel), ID: w.Prefix + b.ID, Text: w.spans(b.Inlines, manuscript.Span{})}
	case *prose.List:
		l := manuscript.List{Ordered: b.Ordered, Start: b.Start}
		for _, item := range b.Items {
			l.Items = append(l.Items, manuscript.Item{Blocks: w.all(item)})
		}
		return l
	case *prose.Quote:
		return manuscript.Quote{Blocks: w.all(b.Blocks)}
	case *prose.Code:
		return manuscript.Code{Text: b.Text}
	case *prose.Table:
		return w.grid(b)
	}
	return nil // a thematic break is white space here; HTML is never shown
}

// highest is the smallest level of a text's headings, 1 where it has none.
func highest(d *prose.Doc) int {
	level := 0
	for _, h := range d.Headings() {
		if level == 0 || h.Level < level {
			level = h.Level
		}
	}
	return max(level, 1)
}

func (w *proseWriter) grid(t *prose.Table) manuscript.Block {
	out := manuscript.Table{}
	for _, a := range t.Align {
		out.Columns = append(out.Columns, manuscript.Column{Align: map[prose.Align]manuscript.Align{
			prose.AlignRight: manuscript.Right, prose.AlignCenter: manuscript.Center}[a]})
	}
	cell := func(in []prose.Inline) manuscript.Cell { return manuscript.Cell{Blocks: w.paragraph(in)} }
	for _, c := range t.Head {
		out.Header = append(out.Header, cell(c))
	}
	for _, r := range t.Rows {
		row := manuscript.Row{}
		for _, c := range r {
			row.Cells = append(row.Cells, cell(c))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// spans draws inlines in the look that surrounds them.
func (w *proseWriter) spans(in []prose.Inline, look manuscript.Span) []manuscript.Span {
	var out []manuscript.Span
	look.Lang = w.Lang
	for _, i := range in {
		span := look
		switch i := i.(type) {
		case *prose.Text:
			span.Text = text.Tied(w.quotes.curl(i.Value))
		case *prose.CodeSpan:
			span.Text, span.Code = i.Value, true
			w.quotes.pass(i.Value)
		case *prose.LineBreak:
			span.Break = true
		case *prose.Image:
			if w.shows(i, look) {
				continue
			}
			span.Text = i.Alt
			w.lead(&span, w.Links[i.Target]) // pictures elsewhere are never loaded
		case *prose.FootnoteRef:
			span.Note = w.notes[i.Number]
		case *prose.Emphasis:
			span.Bold, span.Italic = look.Bold || i.Strong, look.Italic || !i.Strong
			out = append(out, w.spans(i.Inlines, span)...)
			continue
		case *prose.Link:
			w.lead(&span, w.Links[i.Target])
			out = append(out, w.spans(i.Inlines, span)...)
			continue
		default:
			continue
		}
		out = append(out, span)
		if w.shown != nil && (strings.TrimSpace(span.Text) != "" || span.Note != nil) {
			w.shown.begun = true
		}
	}
	return out
}
