package tagged

import (
	"cmp"
	"fmt"

	"samsyn/internal/fonts"
	"samsyn/internal/pdfobj"
)

// annot is a link or a form field on a page.
type annot struct {
	page     *Page
	rect     pdfobj.Array
	w, h     float64
	elem     *Elem
	contents string
	uri, to  string // of a link
	field    string // name of a signature field
	key      int    // in the parent tree
	ref      pdfobj.Ref
}

func (p *Page) annotate(e *Elem, x, y, w, h float64) *annot {
	a := &annot{page: p, elem: e, w: w, h: h, rect: pdfobj.Rect(x, p.Height-y-h, x+w, p.Height-y)}
	p.annots = append(p.annots, a)
	p.doc.annots = append(p.doc.annots, a)
	e.kids = append(e.kids, a)
	return a
}

// LinkURI makes a rectangle of the page lead to an address outside. e is the
// Link element, contents says in words where it leads.
func (p *Page) LinkURI(e *Elem, x, y, w, h float64, uri, contents string) {
	a := p.annotate(e, x, y, w, h)
	a.uri, a.contents = uri, contents
}

// LinkTo makes a rectangle of the page lead to the place that Dest has named,
// or will have named when the document is finished.
func (p *Page) LinkTo(e *Elem, x, y, w, h float64, id, contents string) {
	a := p.annotate(e, x, y, w, h)
	a.to, a.contents = id, contents
}

// SignatureField makes an empty signature field. e is the Form element, name
// identifies the field in the file, label tells a reader whose it is.
func (p *Page) SignatureField(e *Elem, x, y, w, h float64, name, label string) {
	for _, other := range p.doc.annots {
		if other.field == name {
			p.doc.fail(fmt.Errorf("two signature fields are called %q", name))
		}
	}
	a := p.annotate(e, x, y, w, h)
	a.field, a.contents = name, label
}

// PrepareSigning has every signature field keep a font with the glyphs of a run, so
// that who signs can have them shown: a signature may add no resources.
func (d *Doc) PrepareSigning(run fonts.Run) {
	d.signing = d.use(run.Face)
	for _, g := range run.Glyphs {
		d.signing.subset.Add(g)
	}
}

func (d *Doc) fail(err error) {
	d.err = cmp.Or(d.err, err)
}

// writeAnnots writes all annotations and lists each page's on it; keys count on from the
// pages' keys. It returns the fields.
func (d *Doc) writeAnnots() (pdfobj.Array, error) {
	var fields pdfobj.Array
	key := len(d.Pages)
	for _, p := range d.Pages {
		var all pdfobj.Array
		for _, a := range p.annots {
			a.key = key
			key++
			o := pdfobj.Dict{
				"Type": pdfobj.Name("Annot"), "Rect": a.rect, "P": p.ref,
				"F": pdfobj.Int(printed), "StructParent": pdfobj.Int(a.key), "Contents": pdfobj.Text(a.contents),
			}
			switch {
			case a.field != "":
				d.describeField(o, a)
			case a.uri != "":
				o["Subtype"], o["Border"] = pdfobj.Name("Link"), pdfobj.Rect(0, 0, 0)
				o["A"] = pdfobj.Dict{"S": pdfobj.Name("URI"), "URI": pdfobj.Str(asciiURI(a.uri))}
			default:
				if !d.HasDest(a.to) {
					return nil, fmt.Errorf("a link leads to %q, which is not in the document", a.to)
				}
				o["Subtype"], o["Border"] = pdfobj.Name("Link"), pdfobj.Rect(0, 0, 0)
				o["Dest"] = pdfobj.Str(a.to)
			}
			a.ref = d.file.Add(o)
			all = append(all, a.ref)
			if a.field != "" {
				fields = append(fields, a.ref)
			}
		}
		if len(all) > 0 {
			d.file.Dict(p.ref)["Annots"] = all
		}
	}
	return fields, nil
}

// Annotation flags (ISO 32000-1, 12.5.3).
const (
	printed = 1 << 2
	locked  = 1 << 7
)

// describeField makes o a signature field and its widget in one dictionary.
func (d *Doc) describeField(o pdfobj.Dict, a *annot) {
	o["Subtype"], o["FT"], o["F"] = pdfobj.Name("Widget"), pdfobj.Name("Sig"), pdfobj.Int(printed|locked)
	o["T"], o["TU"] = pdfobj.Text(a.field), pdfobj.Text(a.contents)
	resources := pdfobj.Dict{}
	if d.signing != nil {
		resources["Font"] = pdfobj.Dict{"F1": d.signing.ref}
	}
	o["AP"] = pdfobj.Dict{"N": d.file.Add(&pdfobj.Stream{D: pdfobj.Dict{
		"Type": pdfobj.Name("XObject"), "Subtype": pdfobj.Name("Form"),
		"BBox": pdfobj.Rect(0, 0, a.w, a.h), "Resources": resources,
	}})}
}

// asciiURI escapes what may not stand in an address (RFC 3986, 2.1).
func asciiURI(s string) string {
	var out []byte
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c > '~' {
			out = fmt.Appendf(out, "%%%02X", c)
		} else {
			out = append(out, c)
		}
	}
	return string(out)
}
