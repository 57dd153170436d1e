package typeset

import (
	"strconv"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// layNote lays out a note whose element stands under parent, after the
// paragraph that refers to it.
func (l *layout) layNote(n *manuscript.Note, parent *tagged.Elem) {
	body := l.Notes[n]
	body.Elem = parent.Add("Note")
	body.Elem.ID = body.ID()
	indent := design.NoteStyle.Size * 1.5
	mark := body.Elem.Add("Lbl")
	pieces := l.collected(n.Blocks, frame{width: min(l.width, design.Measure) - indent, elem: body.Elem, style: design.NoteStyle, inCell: true})
	if len(pieces) == 0 {
		pieces = []*page.Piece{{Height: design.NoteStyle.Leading}}
	}
	label := design.NoteStyle
	label.Font = fonts.Style{Family: fonts.Sans}
	label.Size, label.Color = 7, design.Accent
	lines := l.Lines(l.Compose(manuscript.Text(strconv.Itoa(body.Number)), label), indent)
	for _, p := range pieces {
		p.X += indent
	}
	pieces[0].IDs = append(pieces[0].IDs, body.ID())
	pieces[0].Under(func(at page.Spot) { line.DrawLine(at.Moved(-indent, -0.5), lines[0], label, indent, mark) })
	body.Pieces = pieces
}
