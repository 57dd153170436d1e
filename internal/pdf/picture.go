package pdf

import (
	"cmp"
	"crypto/sha256"

	"samsyn/internal/picture"
	"samsyn/internal/prose"
	"samsyn/internal/typeset/manuscript"
)

// shown are the pictures of a paragraph. Those before its first word stand above
// it, the others below.
type shown struct {
	above, below []manuscript.Block
	begun        bool // words stand in it already
}

// paragraph draws a paragraph and, each for itself, the pictures in it.
func (w *proseWriter) paragraph(in []prose.Inline) []manuscript.Block {
	w.quotes = newQuotes(cmp.Or(w.Lang, w.lang))
	w.shown = &shown{}
	defer func() { w.shown = nil }()
	text := w.spans(in, manuscript.Span{})
	out := w.shown.above
	if len(out) == 0 || w.shown.begun {
		out = append(out, manuscript.Paragraph{Text: text})
	}
	if out = append(out, w.shown.below...); len(out) > 1 {
		return []manuscript.Block{manuscript.Group{Blocks: out}}
	}
	return out
}

// shows takes a picture out of its paragraph, a link if it stands in one. It tells
// whether the picture can be drawn.
func (w *proseWriter) shows(i *prose.Image, look manuscript.Span) bool {
	if w.shown == nil {
		return false
	}
	m := w.picture(w.Images[i.Target].File)
	if m == nil {
		return false
	}
	p := manuscript.Picture{Picture: m, Alt: i.Alt, Lang: w.Lang, URI: look.URI, To: look.To}
	if i.Title != "" {
		curled := newQuotes(cmp.Or(w.Lang, w.lang))
		p.Caption = []manuscript.Span{{Text: curled.curl(i.Title), Lang: w.Lang}}
	}
	if w.shown.begun {
		w.shown.below = append(w.shown.below, p)
	} else {
		w.shown.above = append(w.shown.above, p)
	}
	return true
}

// picture reads one of the site's pictures, once for the document, also where it goes
// by several names; nil where it cannot be drawn.
func (w *writer) picture(file string) *picture.Picture {
	if file == "" || w.opt.File == nil {
		return nil
	}
	m, known := w.pictures[file]
	if known {
		return m
	}
	data, err := w.opt.File(file)
	if err == nil {
		m, err = w.decoded(data)
	}
	if err != nil && w.opt.Undrawn != nil {
		w.opt.Undrawn(file, err)
	}
	w.pictures[file] = m
	return m
}

// decoded decodes a picture, once where several files have the same bytes.
func (w *writer) decoded(data []byte) (*picture.Picture, error) {
	sum := sha256.Sum256(data)
	if m := w.decodedBefore[sum]; m != nil {
		return m, nil
	}
	m, err := w.budget.Read(data)
	w.decodedBefore[sum] = m
	return m, err
}
