package typeset

import (
	"cmp"
	"fmt"
	"strings"

	"samsyn/internal/picture"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// How tall a picture may be, in points: in running text half a page, in a cell or
// a footnote less.
const tallestPicture, cellPictures = 330.0, 160.0

// screenPixel is a pixel's side in points where a picture has its own size: that
// of a pixel in CSS.
const screenPixel = 0.75

// pictureSize is how large a picture is drawn within bounds.
func pictureSize(m *picture.Picture, width, height float64) (w, h float64) {
	w, h = float64(m.Width)*screenPixel, float64(m.Height)*screenPixel
	scale := min(1, width/w, height/h)
	return w * scale, h * scale
}

// picture emits a picture with its caption, which stays with it.
func (l *layout) picture(b manuscript.Picture, f frame) {
	if b.Picture == nil || b.Picture.Width < 1 || b.Picture.Height < 1 {
		return
	}
	width, tallest := min(f.width, design.Measure), tallestPicture
	if f.inCell {
		width, tallest = f.width, cellPictures
	}
	w, h := pictureSize(b.Picture, width, tallest)
	outer := f.elem
	if b.URI != "" || b.To != "" {
		outer = outer.Add("Link")
	}
	var e *tagged.Elem
	if strings.TrimSpace(b.Alt) != "" {
		e = outer.Add("Figure")
		e.Alt, e.Lang = b.Alt, b.Lang
	}
	p := &page.Piece{Height: h, Before: 15, After: 15, Keep: len(b.Caption) > 0}
	if f.inCell {
		p.Before, p.After = f.style.Before, f.style.After
	}
	p.Draw = func(at page.Spot) {
		switch {
		case at.Artifact != "":
			at.Page.Decorate(at.Artifact)
		case e == nil:
			at.Page.Decorate(tagged.Layout)
		default:
			foot := at.Page.Height - at.Y - h
			e.Set("Layout", "Placement", tagged.Name("Block"))
			e.Set("Layout", "BBox", tagged.RectValue(at.X, foot, at.X+w, foot+h))
			at.Page.Own(e)
		}
		at.Page.Picture(b.Picture, at.X, at.Y, w, h)
		l.linkPicture(b, at, outer, w, h)
	}
	f.emit(p)
	if len(b.Caption) > 0 {
		l.text(b.Caption, design.CaptionStyle, f.elem.Add("P"), f, "", false)
	}
}

// linkPicture makes a picture the link that it is.
func (l *layout) linkPicture(b manuscript.Picture, at page.Spot, e *tagged.Elem, w, h float64) {
	what := cmp.Or(b.Alt, b.URI)
	switch {
	case at.Artifact != "":
	case b.URI != "":
		at.Page.LinkURI(e, at.X, at.Y, w, h, b.URI, fmt.Sprintf(l.Words.ToAddress, line.Abridged(what, 300)))
	case b.To != "":
		at.Page.LinkTo(e, at.X, at.Y, w, h, b.To, fmt.Sprintf(l.Words.ToPage, line.Abridged(what, 300)))
	}
}
