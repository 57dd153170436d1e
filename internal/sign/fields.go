package sign

import (
	"fmt"

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
	v := view{f, lastRevision(f)}
	all, err := v.fields()
	if err != nil {
		return nil, err
	}
	var out []Field
	for _, w := range all {
		box := drawn.Rect(v, w.dict["Rect"])
		out = append(out, Field{
			Name:   w.name,
			Label:  v.text(w.dict["TU"]),
			Width:  box[2] - box[0],
			Height: box[3] - box[1],
			Signed: v.Resolve(w.dict["V"]) != nil,
		})
	}
	return out, nil
}

func lastRevision(f *pdfobj.File) int { return len(f.Revisions()) - 1 }

// widget is a signature field as it was in a revision.
type widget struct {
	ref  pdfobj.Ref
	name string
	dict pdfobj.Dict
}

// Bounds of a form: fields within fields, and all of them. A form is walked once
// for each revision.
const (
	maxFieldDepth = 16
	maxFields     = 1000
)

// view is a file as it was in a revision.
type view struct {
	f   *pdfobj.File
	rev int
}

// Resolve follows references to the object itself.
func (v view) Resolve(x any) any {
	for range 32 {
		r, ok := x.(pdfobj.Ref)
		if !ok {
			return x
		}
		x, _ = v.f.At(v.rev, r)
	}
	return nil
}

func (v view) dict(x any) pdfobj.Dict {
	d, _ := v.Resolve(x).(pdfobj.Dict)
	return d
}

func (v view) array(x any) pdfobj.Array {
	a, _ := v.Resolve(x).(pdfobj.Array)
	return a
}

func (v view) text(x any) string {
	s, _ := v.Resolve(x).(pdfobj.Str)
	return s.Text()
}

func (v view) root() pdfobj.Dict { return v.dict(v.f.Revisions()[v.rev].Trailer["Root"]) }

// fields walks the form (ISO 32000-2, 12.7.4).
func (v view) fields() ([]widget, error) {
	var out []widget
	seen := map[pdfobj.Ref]bool{}
	steps := 0
	var walk func(kids any, prefix string, depth int) error
	walk = func(kids any, prefix string, depth int) error {
		if depth > maxFieldDepth {
			return fmt.Errorf("%w: fields within fields, more than %d", ErrForeign, maxFieldDepth)
		}
		for _, k := range v.array(kids) {
			if steps++; steps > maxFields {
				return fmt.Errorf("%w: more than %d fields", ErrForeign, maxFields)
			}
			r, ok := k.(pdfobj.Ref)
			if !ok || seen[r] {
				continue
			}
			seen[r] = true
			d := v.dict(r)
			name := prefix
			if t, ok := v.Resolve(d["T"]).(pdfobj.Str); ok {
				if name != "" {
					name += "."
				}
				name += t.Text()
			}
			if v.Resolve(d["FT"]) == pdfobj.Name("Sig") {
				out = append(out, widget{r, name, d})
				continue
			}
			if err := walk(d["Kids"], name, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return out, walk(v.dict(v.root()["AcroForm"])["Fields"], "", 0)
}

// mostPages bounds how many nodes of a page tree are looked at.
const mostPages = 100000

// pages lists the pages, in no order.
func (v view) pages() []pdfobj.Ref {
	var out []pdfobj.Ref
	seen := map[pdfobj.Ref]bool{}
	todo := []any{v.root()["Pages"]}
	left := mostPages
	for len(todo) > 0 {
		last := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		r, ok := last.(pdfobj.Ref)
		if !ok || seen[r] {
			continue
		}
		seen[r] = true
		d := v.dict(r)
		if v.Resolve(d["Type"]) == pdfobj.Name("Page") {
			out = append(out, r)
			continue
		}
		kids := v.array(d["Kids"])
		kids = kids[:min(len(kids), left)]
		left -= len(kids)
		todo = append(todo, kids...)
	}
	return out
}
