package sign

import (
	"errors"
	"fmt"

	"samsyn/internal/drawn"
	"samsyn/internal/pdfobj"
)

// errUnseen says that what stands below a field could not be told.
var errUnseen = errors.New("what stands below the signature fields is not judged")

func shadow(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrShadow, fmt.Sprintf(format, args...))
}

// mostCompared bounds how many boxes of words are held against fields.
const mostCompared = 20_000_000

// places checks that each signature field which can be seen has its place: on one
// page, within it, over no words or pictures and over no other field. What is filled
// in later covers what lies below, so a field as large as a page could show another
// page to whoever signs last.
func places(v view, fields []widget) error {
	on := map[pdfobj.Ref][]widget{} // by the page that lists it
	boxes := map[pdfobj.Ref]drawn.Box{}
	byRef := map[pdfobj.Ref]widget{}
	for _, w := range fields {
		if box := drawn.Rect(v.Objects, w.dict["Rect"]); !box.Empty() {
			boxes[w.ref], byRef[w.ref] = box, w
		}
	}
	if len(boxes) == 0 {
		return nil
	}
	listed := map[pdfobj.Ref]int{}
	for _, page := range v.pages() {
		for _, a := range v.Array(v.Dict(page)["Annots"]) {
			ref, _ := a.(pdfobj.Ref)
			w, is := byRef[ref]
			if !is {
				continue
			}
			listed[ref]++
			on[page] = append(on[page], w)
			if p, said := w.dict["P"].(pdfobj.Ref); said && p != page {
				return shadow("the field %s is on another page than it says", w.name)
			}
		}
	}
	for ref := range boxes {
		if listed[ref] != 1 {
			return shadow("the field %s is on %d pages", byRef[ref].name, listed[ref])
		}
	}
	budget := mostCompared
	for page, widgets := range on {
		if err := placed(v, v.Dict(page), widgets, boxes, &budget); err != nil {
			return err
		}
	}
	return nil
}

// placed looks at the fields of one page.
func placed(v view, page pdfobj.Dict, widgets []widget, boxes map[pdfobj.Ref]drawn.Box, budget *int) error {
	shown := drawn.Visible(v.Objects, page)
	for i, w := range widgets {
		box := boxes[w.ref]
		if !shown.Holds(box) {
			return shadow("the field %s is larger than its page", w.name)
		}
		for _, other := range widgets[:i] {
			if box.Meets(boxes[other.ref]) {
				return shadow("the fields %s and %s lie over each other", other.name, w.name)
			}
		}
	}
	written, err := drawn.Page(v.Objects, page)
	if err != nil {
		return fmt.Errorf("%w: %w", errUnseen, err)
	}
	if *budget -= len(written) * len(widgets); *budget < 0 {
		return fmt.Errorf("%w: %w", errUnseen, pdfobj.ErrTooMuch)
	}
	for _, w := range widgets {
		for _, b := range written {
			if boxes[w.ref].Meets(b) {
				return shadow("the field %s covers what the page says", w.name)
			}
		}
	}
	return nil
}
