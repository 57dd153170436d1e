package block

import (
	"samsyn/internal/figure"
)

// The widths that figures are drawn for: a page of the site, a telephone, and
// the page of a document, whose letters must not grow too small.
const (
	WideFigure   = 720
	narrowFigure = 320
	PaperFigure  = 640
)

// Drawn is a figure for wide and narrow pages with its text alternative; none where it
// shows nothing.
func Drawn(id string, title, desc Text, draw func(width float64) figure.Figure) []Block {
	return DrawnAt(WideFigure, id, title, desc, draw)
}

// DrawnAt is Drawn for a figure whose wide form has a width of its own.
func DrawnAt(width float64, id string, title, desc Text, draw func(width float64) figure.Figure) []Block {
	d := Drawing{ID: id, Figure: draw(width), Narrow: draw(narrowFigure), Caption: title}
	if len(d.Figure.Shapes) == 0 {
		return nil
	}
	d.Figure.Title, d.Figure.Desc = title.S, desc.S
	d.Narrow.Title, d.Narrow.Desc = title.S, desc.S
	return []Block{d}
}
