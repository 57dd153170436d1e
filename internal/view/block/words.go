package block

import (
	"strings"

	"samsyn/internal/prose"
)

// WordsOf are the words of blocks, for finding what says them. Marks and figures are left
// out: they say what stands in words too.
func WordsOf(blocks ...Block) string {
	w := &wordList{}
	w.blocks(blocks)
	return w.b.String()
}

type wordList struct{ b strings.Builder }

func (w *wordList) put(s string) {
	if s != "" {
		w.b.WriteString(s)
		w.b.WriteByte('\n')
	}
}

func (w *wordList) line(l Line) {
	for _, s := range l {
		if !s.Marked {
			w.b.WriteString(s.S)
		}
	}
	w.b.WriteByte('\n')
}

func (w *wordList) lines(list []Line) {
	for _, l := range list {
		w.line(l)
	}
}

func (w *wordList) blocks(list []Block) {
	for _, b := range list {
		switch b := b.(type) {
		case Section:
			w.put(b.Title.S)
			w.blocks(b.Blocks)
		case Para:
			w.line(b.Line)
		case Facts:
			for _, f := range b.Items {
				w.lines(f.Value)
			}
		case List:
			w.lines(b.Items)
		case Cards:
			for _, c := range b.Items {
				w.put(c.Title.S)
				w.lines(c.Lines)
			}
		case Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					w.blocks(c.Blocks)
				}
			}
		case Notice:
			w.put(b.Title.S)
			w.blocks(b.Blocks)
		case Fold:
			w.blocks(b.Blocks)
		case Prose:
			w.prose(b.Doc)
		}
	}
}

func (w *wordList) prose(d *prose.Doc) {
	d.Walk(func(prose.Block) { w.b.WriteByte('\n') }, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Text:
			w.b.WriteString(in.Value)
		case *prose.CodeSpan:
			w.b.WriteString(in.Value)
		case *prose.LineBreak:
			w.b.WriteByte(' ')
		}
	})
}
