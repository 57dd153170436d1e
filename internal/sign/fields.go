package sign

import (
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
	f, err := open(pdf)
	if err != nil {
		return nil, err
	}
	var out []Field
	for _, w := range formFields(f, lastRevision(f)) {
		box := rect(f, w.dict["Rect"])
		out = append(out, Field{
			Name:   w.name,
			Label:  text(f, w.dict["TU"]),
			Width:  box[2] - box[0],
			Height: box[3] - box[1],
			Signed: w.dict["V"] != nil,
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

// Bounds of a form: fields within fields, and all of them.
const (
	maxFieldDepth = 16
	maxFields     = 10000
)

// formFields walks the form of a revision (ISO 32000-1, 12.7.3).
func formFields(f *pdfobj.File, rev int) []widget {
	v := view{f, rev}
	root := v.dict(f.Revisions()[rev].Trailer["Root"])
	form := v.dict(root["AcroForm"])
	var out []widget
	seen := map[pdfobj.Ref]bool{}
	left := maxFields
	var walk func(kids any, prefix string, depth int)
	walk = func(kids any, prefix string, depth int) {
		if depth > maxFieldDepth {
			return
		}
		list, _ := v.resolve(kids).(pdfobj.Array)
		for _, k := range list {
			if left--; left < 0 {
				return
			}
			r, ok := k.(pdfobj.Ref)
			if !ok || seen[r] {
				continue
			}
			seen[r] = true
			d := v.dict(r)
			name := prefix
			if t, ok := v.resolve(d["T"]).(pdfobj.Str); ok {
				if name != "" {
					name += "."
				}
				name += t.Text()
			}
			if d["FT"] == pdfobj.Name("Sig") {
				out = append(out, widget{r, name, d})
				continue
			}
			walk(d["Kids"], name, depth+1)
		}
	}
	walk(form["Fields"], "", 0)
	return out
}

// view is a file as it was in a revision.
type view struct {
	f   *pdfobj.File
	rev int
}

func (v view) resolve(x any) any {
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
	d, _ := v.resolve(x).(pdfobj.Dict)
	return d
}

func text(f *pdfobj.File, v any) string {
	s, _ := f.Resolve(v).(pdfobj.Str)
	return s.Text()
}

func rect(f *pdfobj.File, v any) (out [4]float64) {
	a := f.Array(v)
	if len(a) != len(out) {
		return out
	}
	for i, e := range a {
		n, _ := f.Resolve(e).(pdfobj.Num)
		out[i], _ = n.Float()
	}
	return out
}
