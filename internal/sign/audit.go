package sign

import (
	"errors"
	"fmt"
	"slices"

	"samsyn/internal/pdfobj"
)

// Deed is something that an update may do to a signed file.
type Deed string

const (
	Signed     Deed = "signature"       // fills in a field that stood prepared
	Stamped    Deed = "time-stamp"      // adds a time stamp over the document
	Validation Deed = "validation-data" // adds certificates and what is said of them (DSS)
	Properties Deed = "properties"      // writes when it was last changed, and with what
	Declared   Deed = "extensions"      // declares which edition of PDF it needs
)

// finding is what became of one revision's look.
type finding struct {
	deeds   []Deed
	wrong   error      // it does what nobody may do to a signed file
	unseen  error      // what stands below the fields could not be told
	unclear string     // it does what is not judged here
	filled  pdfobj.Ref // the field that it signs; 0 for none
}

// audit looks at one revision after the other.
type audit struct {
	f      *pdfobj.File
	known  map[pdfobj.Ref]bool // numbers that earlier revisions use or point to
	points map[pdfobj.Ref]int  // from how many places the objects point to one, as the file is now
	fields map[pdfobj.Ref]bool // the signature fields before the first signature
	pages  map[pdfobj.Ref]bool // the pages before the first signature
	shadow error               // why a prepared field is not where it should be
}

// newAudit looks at what was there before the first signature.
func newAudit(f *pdfobj.File, first int) (*audit, error) {
	a := &audit{f, map[pdfobj.Ref]bool{}, map[pdfobj.Ref]int{}, map[pdfobj.Ref]bool{}, map[pdfobj.Ref]bool{}, nil}
	if first == 0 {
		return a, nil
	}
	before := in(f, first-1)
	fields, err := before.fields()
	if err != nil {
		return nil, err
	}
	for _, w := range fields {
		a.fields[w.ref] = true
	}
	for _, p := range before.pages() {
		a.pages[p] = true
	}
	a.shadow = places(before, fields)
	return a, nil
}

// auditFrom judges every revision from the first signed one on.
func auditFrom(f *pdfobj.File, first int) ([]finding, error) {
	a, err := newAudit(f, first)
	if err != nil {
		return nil, err
	}
	out := make([]finding, len(f.Revisions()))
	for rev := range out {
		switch {
		case rev < first:
		case rev == 0:
			out[rev].unclear = "there is no unsigned file before it"
		case errors.Is(a.shadow, ErrShadow):
			out[rev].wrong = a.shadow
		default:
			out[rev] = a.update(rev)
			out[rev].unseen = a.shadow
		}
		a.learn(rev)
	}
	return out, nil
}

// learn remembers a revision's objects and what they point to. An object that
// comes later may not take a number that an earlier one points to already: the
// document could have been prepared to show it.
func (a *audit) learn(rev int) {
	r := a.f.Revisions()[rev]
	references(r.Trailer, func(ref pdfobj.Ref) { a.known[ref] = true })
	for _, ref := range r.Objects {
		a.known[ref] = true
		now, _ := a.f.At(rev, ref)
		references(now, func(to pdfobj.Ref) {
			a.known[to] = true
			a.points[to]++
		})
		if rev > 0 {
			before, _ := a.f.At(rev-1, ref)
			references(before, func(to pdfobj.Ref) { a.points[to]-- })
		}
	}
}

// references calls do for each reference in an object.
func references(v any, do func(pdfobj.Ref)) {
	switch v := v.(type) {
	case pdfobj.Ref:
		do(v)
	case pdfobj.Array:
		for _, e := range v {
			references(e, do)
		}
	case pdfobj.Dict:
		for _, e := range v {
			references(e, do)
		}
	case *pdfobj.Stream:
		references(v.D, do)
	}
}

// update looks at revision rev, which is not the first, against the one before. It
// demands that those before were learnt.
func (a *audit) update(rev int) finding {
	u := &update{
		audit: a, now: in(a.f, rev), before: in(a.f, rev-1),
		left: map[pdfobj.Ref]bool{}, fresh: map[pdfobj.Ref]bool{}, added: map[pdfobj.Ref]bool{},
	}
	u.wrong = u.judge()
	return u.finding
}

// update is a revision that is being judged.
type update struct {
	*audit
	finding
	now, before view
	left        map[pdfobj.Ref]bool // what is new or changed, until it is accounted for
	fresh       map[pdfobj.Ref]bool // what is new of it
	added       map[pdfobj.Ref]bool // widgets of new fields that are nowhere to be seen
}

func (u *update) judge() error {
	if err := u.sort(); err != nil {
		return err
	}
	for _, step := range []func() error{u.trailer, u.properties, u.catalogue, u.prepared, u.annotations} {
		if err := step(); err != nil {
			return err
		}
	}
	if len(u.left) == 0 {
		return nil
	}
	for _, ref := range u.f.Revisions()[u.now.rev].Objects {
		if u.left[ref] && !u.fresh[ref] {
			return fmt.Errorf("object %d is changed", ref)
		}
	}
	return errors.New("objects are added that nothing allowed needs")
}

// sort finds what is new and what is changed. What is written again as it was is
// neither.
func (u *update) sort() error {
	for _, ref := range u.f.Revisions()[u.now.rev].Objects {
		now, _ := u.f.At(u.now.rev, ref)
		before, _ := u.f.At(u.before.rev, ref)
		switch {
		case now == nil && before == nil:
		case now == nil:
			return fmt.Errorf("object %d is taken away", ref)
		case before == nil && u.known[ref]:
			return fmt.Errorf("object %d comes where the document pointed to already", ref)
		case before == nil:
			u.fresh[ref], u.left[ref] = true, true
		case !equal(before, now):
			u.left[ref] = true
		}
	}
	return nil
}

// account takes an object off the list of what is left, if it may be changed: then
// nothing but what the rules know of points to it, so that a change does one thing.
func (u *update) account(v any, places int) error {
	ref, ok := v.(pdfobj.Ref)
	if !ok || !u.left[ref] {
		return nil
	}
	if !u.fresh[ref] && u.points[ref] > places {
		return fmt.Errorf("object %d is changed, which stands in several places", ref)
	}
	delete(u.left, ref)
	return nil
}

// claim accounts for all new objects that one leads to. None may look like another
// beginning of the document.
func (u *update) claim(v any) error {
	todo := []any{v}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		references(v, func(ref pdfobj.Ref) {
			if u.fresh[ref] && u.left[ref] {
				delete(u.left, ref)
				o, _ := u.f.At(u.now.rev, ref)
				todo = append(todo, o)
			}
		})
		var d pdfobj.Dict
		switch v := v.(type) {
		case pdfobj.Dict:
			d = v
		case *pdfobj.Stream:
			d = v.D
		}
		switch u.now.Resolve(d["Type"]) {
		case pdfobj.Name("Catalog"), pdfobj.Name("Pages"), pdfobj.Name("Page"), pdfobj.Name("ObjStm"), pdfobj.Name("XRef"):
			return errors.New("another document is added")
		}
	}
	return nil
}

func (u *update) did(d Deed) {
	if !slices.Contains(u.deeds, d) {
		u.deeds = append(u.deeds, d)
	}
}

// doubt notes the first thing that is not judged.
func (u *update) doubt(format string, args ...any) {
	if u.unclear == "" {
		u.unclear = fmt.Sprintf(format, args...)
	}
}
