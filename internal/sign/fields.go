package sign

import (
	"fmt"
	"slices"

	"samsyn/internal/drawn"
	"samsyn/internal/pdfobj"
)

// Field is a signature field of a file.
type Field struct {
	Name   string
	Label  string  // what a screen reader says (TU)
	Width  float64 // of its place on the page, in points
	Height float64
	Signed bool
}

// Fields lists the signature fields of a PDF in the order of the form.
func Fields(pdf []byte) ([]Field, error) {
	f, rest, err := open(pdf)
	if err != nil {
		return nil, err
	}
	if rest != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, rest)
	}
	return FieldsOf(f)
}

// FieldsOf lists those of a PDF that has been read.
func FieldsOf(f *pdfobj.File) ([]Field, error) {
	v := in(f, lastRevision(f))
	all, err := v.fields()
	if err != nil {
		return nil, err
	}
	var out []Field
	for _, w := range all {
		box := drawn.Rect(v.Objects, w.dict["Rect"])
		out = append(out, Field{
			Name:   w.name,
			Label:  v.Text(w.dict["TU"]),
			Width:  box[2] - box[0],
			Height: box[3] - box[1],
			Signed: v.Resolve(w.dict["V"]) != nil,
		})
	}
	return out, nil
}

// Filled lists the names of the fields that are signed in any revision that can be read,
// whatever becomes of the signatures.
func Filled(pdf []byte) (names []string) {
	f, _, err := open(pdf)
	if err != nil {
		return nil
	}
	all, err := signedFields(f)
	if err != nil {
		return nil
	}
	for _, s := range all {
		names = append(names, s.name)
	}
	return names
}

func lastRevision(f *pdfobj.File) int { return len(f.Revisions()) - 1 }

// widget is a signature field as it was in a revision.
type widget struct {
	ref  pdfobj.Ref
	name string
	dict pdfobj.Dict
}

// Bounds of a form: fields within fields, and all of them. A form is walked anew for
// each revision that writes to it.
const (
	maxFieldDepth = 16
	maxFields     = 1000
)

// view is a file as it was in a revision.
type view struct {
	pdfobj.Objects
	f   *pdfobj.File
	rev int
}

func in(f *pdfobj.File, rev int) view { return view{f.In(rev), f, rev} }

func (v view) root() pdfobj.Dict { return v.Dict(v.f.Revisions()[v.rev].Trailer["Root"]) }

// fields lists the signature fields of the form (ISO 32000-2, 12.7.4).
func (v view) fields() ([]widget, error) {
	w, err := v.walkForm()
	return w.found, err
}

func (v view) walkForm() (*formWalk, error) {
	w := &formWalk{view: v, through: map[pdfobj.Ref]bool{}, seen: map[pdfobj.Ref]bool{}}
	w.Objects = func(r pdfobj.Ref) any {
		w.through[r] = true
		return v.Objects(r)
	}
	return w, w.kids(w.Dict(w.root()["AcroForm"])["Fields"], "", 0)
}

// formWalk is a walk through a form.
type formWalk struct {
	view
	found   []widget
	through map[pdfobj.Ref]bool // all objects that it looked at
	seen    map[pdfobj.Ref]bool // the fields among them
	steps   int
}

// unlike tells whether a revision wrote an object that the walk looked at, or has
// another catalogue.
func (w *formWalk) unlike(rev pdfobj.Revision) bool {
	return rev.Trailer["Root"] != w.f.Revisions()[w.rev].Trailer["Root"] ||
		slices.ContainsFunc(rev.Objects, func(r pdfobj.Ref) bool { return w.through[r] })
}

func (w *formWalk) kids(list any, prefix string, depth int) error {
	if depth > maxFieldDepth {
		return fmt.Errorf("%w: fields within fields, more than %d", ErrForeign, maxFieldDepth)
	}
	for _, k := range w.Array(list) {
		if w.steps++; w.steps > maxFields {
			return fmt.Errorf("%w: more than %d fields", ErrForeign, maxFields)
		}
		r, ok := k.(pdfobj.Ref)
		if !ok || w.seen[r] {
			continue
		}
		w.seen[r] = true
		d := w.Dict(r)
		name := prefix
		if t, ok := w.Resolve(d["T"]).(pdfobj.Str); ok {
			if name != "" {
				name += "."
			}
			name += t.Text()
		}
		if w.Resolve(d["FT"]) == pdfobj.Name("Sig") {
			w.found = append(w.found, widget{r, name, d})
			continue
		}
		if err := w.kids(d["Kids"], name, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// pages lists the pages.
func (v view) pages() []pdfobj.Ref { return v.Pages(v.root()) }
