// Package drawn tells where on a page something stands that is to be read. In goes a
// page of a PDF, out come the boxes of its words and pictures, in the page's own
// units. It draws nothing, and lines and fills count for nothing.
package drawn

import (
	"samsyn/internal/pdfobj"
)

// Box is a rectangle: left, bottom, right, top.
type Box [4]float64

// Meets tells whether two boxes share more than an edge.
func (b Box) Meets(o Box) bool {
	const edge = 0.5
	return b[0] < o[2]-edge && o[0] < b[2]-edge && b[1] < o[3]-edge && o[1] < b[3]-edge
}

// Holds tells whether o lies within b.
func (b Box) Holds(o Box) bool {
	const edge = 0.5
	return o[0] >= b[0]-edge && o[1] >= b[1]-edge && o[2] <= b[2]+edge && o[3] <= b[3]+edge
}

// Empty tells whether a box has no area.
func (b Box) Empty() bool { return b[2] <= b[0] || b[3] <= b[1] }

// Bounds of what is looked at.
const (
	mostBytes    = 8 << 20 // of a page's content, decoded, with the forms in it
	mostBoxes    = 100000
	deepestForm  = 8
	deepestState = 64
)

// Page lists the boxes of what is written and pictured on a page.
func Page(f pdfobj.Objects, page pdfobj.Dict) ([]Box, error) {
	d := &drawing{f: f, left: mostBytes, fonts: map[pdfobj.Ref]*font{}}
	resources := f.Dict(inherited(f, page, "Resources"))
	content, err := d.contents(page["Contents"])
	if err != nil {
		return nil, err
	}
	if err := d.run(content, resources, state{ctm: identity}, 0); err != nil {
		return nil, err
	}
	return d.boxes, nil
}

// inherited looks for a page's entry in the nodes above it too (7.7.3.4).
func inherited(f pdfobj.Objects, page pdfobj.Dict, key pdfobj.Name) any {
	for range deepestState {
		if v := page[key]; v != nil {
			return v
		}
		page = f.Dict(page["Parent"])
	}
	return nil
}

// Visible is the part of a page that is shown.
func Visible(f pdfobj.Objects, page pdfobj.Dict) Box {
	out := Rect(f, inherited(f, page, "MediaBox"))
	if crop := Rect(f, inherited(f, page, "CropBox")); !crop.Empty() {
		for i := range 2 {
			out[i] = max(out[i], crop[i])
			out[i+2] = min(out[i+2], crop[i+2])
		}
	}
	return out
}

// Rect reads a rectangle, whichever corners it names (7.9.5). What is none is empty.
func Rect(f pdfobj.Objects, v any) (out Box) {
	a := f.Array(v)
	if len(a) != len(out) {
		return Box{}
	}
	for i, e := range a {
		out[i] = number(f.Resolve(e))
	}
	for i := range 2 {
		if out[i] > out[i+2] {
			out[i], out[i+2] = out[i+2], out[i]
		}
	}
	return out
}

func number(v any) float64 {
	n, _ := v.(pdfobj.Num)
	x, _ := n.Float()
	return x
}

// drawing is a page that is being looked at.
type drawing struct {
	f     pdfobj.Objects
	left  int // bytes that may still be read
	boxes []Box
	fonts map[pdfobj.Ref]*font
}

func (d *drawing) add(b Box) error {
	if len(d.boxes) == mostBoxes {
		return pdfobj.ErrTooMuch
	}
	d.boxes = append(d.boxes, b)
	return nil
}

// contents joins a page's streams (7.8.2).
func (d *drawing) contents(v any) ([]byte, error) {
	var out []byte
	for _, p := range d.f.List(v) {
		s := d.f.Stream(p)
		if s == nil {
			continue
		}
		b, err := d.data(s)
		if err != nil {
			return nil, err
		}
		out = append(append(out, b...), '\n')
	}
	return out, nil
}

// data decodes a stream, of which the filter may stand elsewhere.
func (d *drawing) data(s *pdfobj.Stream) ([]byte, error) {
	direct := pdfobj.Stream{D: pdfobj.Dict{"Filter": d.f.Resolve(s.D["Filter"]), "DecodeParms": s.D["DecodeParms"]}, Data: s.Data}
	out, err := direct.Decoded(d.left)
	d.left -= len(out)
	return out, err
}
