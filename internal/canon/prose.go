package canon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/prose"
)

// Prose is a Markdown text's canonical form, a JSON array of blocks; nil where
// there is none. A block is an array that begins with its kind:
//
//	["heading", level, …inlines]  ["paragraph", …]  ["quote", …blocks]
//	["list", [blocks], …]  ["ordered", start, [blocks], …]
//	["code", text]  ["table", [[inlines], …], …]  ["rule"]  ["html"]
//	["note", number, …blocks]
//
// An inline is a text or such an array: ["em", …], ["strong", …], ["code", text],
// ["link", target, title, …], ["image", target, title, alternative], ["break"],
// ["ref", number], ["html"]. Which marks the author used (a star or a dash, a
// tight or a loose list, the alignment of a table's columns) does not show.
func Prose(d *prose.Doc) any {
	if d == nil {
		return nil
	}
	all := blocks(d.Blocks)
	for _, note := range d.Footnotes {
		all = append(all, append([]any{"note", note.Number}, blocks(note.Blocks)...))
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

func blocks(list []prose.Block) []any {
	all := []any{}
	for _, b := range list {
		all = append(all, block(b))
	}
	return all
}

func block(b prose.Block) any {
	switch b := b.(type) {
	case *prose.Heading:
		return append([]any{"heading", b.Level}, line(b.Inlines)...)
	case *prose.Paragraph:
		return append([]any{"paragraph"}, line(b.Inlines)...)
	case *prose.Quote:
		return append([]any{"quote"}, blocks(b.Blocks)...)
	case *prose.List:
		l := []any{"list"}
		if b.Ordered {
			l = []any{"ordered", b.Start}
		}
		for _, item := range b.Items {
			l = append(l, blocks(item))
		}
		return l
	case *prose.Code:
		return []any{"code", strings.TrimRight(norm.NFC.String(b.Text), "\n")}
	case *prose.Table:
		t := []any{"table", row(b.Head)}
		for _, r := range b.Rows {
			t = append(t, row(r))
		}
		return t
	case *prose.Rule:
		return []any{"rule"}
	}
	return []any{"html"}
}

func row(cells [][]prose.Inline) any {
	r := []any{}
	for _, cell := range cells {
		r = append(r, line(cell))
	}
	return r
}

// line folds the white space of a run of inlines, which may stand on either side
// of a seam between them. A space that waits at the end is never written.
func line(list []prose.Inline) []any {
	f := folder{space: true}
	return f.inlines(list)
}

// folder writes text with its white space folded: a space is held back until
// something follows it.
type folder struct {
	space   bool // nothing stands before, or a space has been written
	waiting bool // a space is held back
}

func (f *folder) inlines(list []prose.Inline) []any {
	all := []any{}
	for _, in := range list {
		switch in := in.(type) {
		case *prose.Text:
			f.text(&all, in.Value)
		case *prose.Emphasis:
			f.release(&all)
			kind := "em"
			if in.Strong {
				kind = "strong"
			}
			all = append(all, append([]any{kind}, f.inlines(in.Inlines)...))
		case *prose.CodeSpan:
			f.release(&all)
			all = append(all, []any{"code", Text(in.Value)})
			f.space = false
		case *prose.Link:
			f.release(&all)
			head := []any{"link", norm.NFC.String(in.Target), Text(in.Title)}
			all = append(all, append(head, f.inlines(in.Inlines)...))
		case *prose.Image:
			f.release(&all)
			all = append(all, []any{"image", norm.NFC.String(in.Target), Text(in.Title), Text(in.Alt)})
			f.space = false
		case *prose.LineBreak:
			f.waiting, f.space = false, true
			all = append(all, []any{"break"})
		case *prose.FootnoteRef:
			all = append(all, []any{"ref", in.Number})
			f.space = f.space && !f.waiting
		case *prose.RawInline:
			f.release(&all)
			all = append(all, []any{"html"})
			f.space = false
		}
	}
	return all
}

// release writes the space that was held back.
func (f *folder) release(all *[]any) {
	if f.waiting {
		f.add(all, " ")
		f.waiting, f.space = false, true
	}
}

func (f *folder) text(all *[]any, s string) {
	words := strings.FieldsFunc(norm.NFC.String(s), unicode.IsSpace)
	if len(words) == 0 {
		f.waiting = f.waiting || s != "" && !f.space
		return
	}
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) && !f.space {
		f.waiting = true
	}
	f.release(all)
	f.add(all, strings.Join(words, " "))
	last, _ := utf8.DecodeLastRuneInString(s)
	f.space, f.waiting = false, unicode.IsSpace(last)
}

// add joins neighbouring texts into one.
func (f *folder) add(all *[]any, s string) {
	if n := len(*all); n > 0 {
		if before, ok := (*all)[n-1].(string); ok {
			(*all)[n-1] = before + s
			return
		}
	}
	*all = append(*all, s)
}
