package prose

import "strings"

// Walk calls block for every block and inline for every inline of the document,
// footnotes last, outer things before inner ones. Either may be nil.
func (d *Doc) Walk(block func(Block), inline func(Inline)) {
	if d == nil {
		return
	}
	w := walker{block, inline}
	w.blocks(d.Blocks)
	for _, f := range d.Footnotes {
		w.blocks(f.Blocks)
	}
}

type walker struct {
	block  func(Block)
	inline func(Inline)
}

func (w walker) blocks(blocks []Block) {
	for _, b := range blocks {
		if w.block != nil {
			w.block(b)
		}
		switch b := b.(type) {
		case *Heading:
			w.inlines(b.Inlines)
		case *Paragraph:
			w.inlines(b.Inlines)
		case *Quote:
			w.blocks(b.Blocks)
		case *List:
			for _, item := range b.Items {
				w.blocks(item)
			}
		case *Table:
			for _, cell := range b.Head {
				w.inlines(cell)
			}
			for _, row := range b.Rows {
				for _, cell := range row {
					w.inlines(cell)
				}
			}
		}
	}
}

func (w walker) inlines(inlines []Inline) {
	if w.inline == nil {
		return
	}
	for _, in := range inlines {
		w.inline(in)
		switch in := in.(type) {
		case *Emphasis:
			w.inlines(in.Inlines)
		case *Link:
			w.inlines(in.Inlines)
		}
	}
}

// Plain is the text of inlines without their form.
func Plain(inlines []Inline) string {
	if len(inlines) == 1 {
		if only, is := inlines[0].(*Text); is {
			return only.Value
		}
	}
	var b strings.Builder
	plain(&b, inlines)
	return b.String()
}

func plain(b *strings.Builder, inlines []Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.Value)
		case *CodeSpan:
			b.WriteString(in.Value)
		case *Emphasis:
			plain(b, in.Inlines)
		case *Link:
			plain(b, in.Inlines)
		case *Image:
			b.WriteString(in.Alt)
		case *LineBreak:
			b.WriteByte(' ')
		}
	}
}

// Headings lists the document's headings in order.
func (d *Doc) Headings() []*Heading {
	var hs []*Heading
	d.Walk(func(b Block) {
		if h, ok := b.(*Heading); ok {
			hs = append(hs, h)
		}
	}, nil)
	return hs
}

// links lists the document's links and images.
func (d *Doc) links() []Inline {
	var links []Inline
	d.Walk(nil, func(in Inline) {
		switch in.(type) {
		case *Link, *Image:
			links = append(links, in)
		}
	})
	return links
}

// Empty tells whether there is nothing to show.
func (d *Doc) Empty() bool { return d == nil || len(d.Blocks) == 0 }
