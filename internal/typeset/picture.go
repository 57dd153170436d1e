package typeset

import (
	"fmt"
	"strings"

	"samsyn/internal/picture"
	"samsyn/internal/tagged"
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
func (l *layout) picture(b Picture, f frame) {
	if b.Picture == nil || b.Picture.Width < 1 || b.Picture.Height < 1 {
		return
	}
	width, tallest := min(f.width, measure), tallestPicture
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
	p := &piece{height: h, before: 15, after: 15, keep: len(b.Caption) > 0}
	if f.inCell {
		p.before, p.after = f.style.before, f.style.after
	}
	p.draw = func(at spot) {
		switch {
		case at.artifact != "":
			at.page.Decorate(at.artifact)
		case e == nil:
			at.page.Decorate(tagged.Layout)
		default:
			foot := at.page.Height - at.y - h
			e.Set("Layout", "Placement", tagged.Name("Block"))
			e.Set("Layout", "BBox", tagged.RectValue(at.x, foot, at.x+w, foot+h))
			at.page.Own(e)
		}
		at.page.Picture(b.Picture, at.x, at.y, w, h)
		l.linkPicture(b, at, outer, w, h)
	}
	f.emit(p)
	if len(b.Caption) > 0 {
		l.text(b.Caption, captionStyle, f.elem.Add("P"), f, "", false)
	}
}

// linkPicture makes a picture the link that it is.
func (l *layout) linkPicture(b Picture, at spot, e *tagged.Elem, w, h float64) {
	what := b.Alt
	if what == "" {
		what = b.URI
	}
	switch {
	case at.artifact != "":
	case b.URI != "":
		at.page.LinkURI(e, at.x, at.y, w, h, b.URI, fmt.Sprintf(l.doc.Words.ToAddress, abridged(what, 300)))
	case b.To != "":
		at.page.LinkTo(e, at.x, at.y, w, h, b.To, fmt.Sprintf(l.doc.Words.ToPage, abridged(what, 300)))
	}
}
