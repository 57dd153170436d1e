package typeset

import (
	"strconv"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
)

// noteBody is a footnote, laid out.
type noteBody struct {
	number int
	pieces []*piece
	elem   *tagged.Elem
}

// id is the note's destination; identifiers of content have no colon.
func (n *noteBody) id() string { return "note:" + strconv.Itoa(n.number) }

// note is the body of n and whether this is the first reference to it.
func (l *layout) note(n *Note) (*noteBody, bool) {
	body, known := l.notes[n]
	if !known {
		body = &noteBody{number: len(l.notes) + 1}
		l.notes[n] = body
	}
	return body, !known
}

// layNote lays out a note whose element stands under parent, after the
// paragraph that refers to it.
func (l *layout) layNote(n *Note, parent *tagged.Elem) {
	body := l.notes[n]
	body.elem = parent.Add("Note")
	body.elem.ID = body.id()
	indent := noteStyle.size * 1.5
	mark := body.elem.Add("Lbl")
	pieces := l.collected(n.Blocks, frame{width: min(l.width, measure) - indent, elem: body.elem, style: noteStyle, inCell: true})
	if len(pieces) == 0 {
		pieces = []*piece{{height: noteStyle.leading}}
	}
	label := noteStyle
	label.font = fonts.Style{Family: fonts.Sans}
	label.size, label.color = 7, accent
	lines := l.lines(l.compose(Text(strconv.Itoa(body.number)), label), indent)
	for _, p := range pieces {
		p.x += indent
	}
	pieces[0].ids = append(pieces[0].ids, body.id())
	pieces[0].under(func(at spot) { drawLine(at.moved(-indent, -0.5), lines[0], label, indent, mark) })
	body.pieces = pieces
}
