package sign

import (
	"errors"
	"fmt"
	"reflect"

	"samsyn/internal/pdfobj"
)

// signed is a signature field in the revision that filled it.
type signed struct {
	widget
	rev int
	sig pdfobj.Dict
}

// signedFields lists every filling of a signature field in the history of the
// file, also one that a later revision took away again.
func signedFields(f *pdfobj.File) []signed {
	widgets := map[pdfobj.Ref]widget{}
	for rev := range f.Revisions() {
		for _, w := range formFields(f, rev) {
			widgets[w.ref] = w
		}
	}
	var out []signed
	for rev, r := range f.Revisions() {
		for _, ref := range r.Objects {
			w, ok := widgets[ref]
			if !ok {
				continue
			}
			now, before := view{f, rev}, view{f, rev - 1}
			w.dict = now.dict(ref)
			value := w.dict["V"]
			if value == nil || (reflect.DeepEqual(value, before.dict(ref)["V"]) && reflect.DeepEqual(now.dict(value), before.dict(value))) {
				continue // empty, or written again with the signature that it had
			}
			out = append(out, signed{w, rev, now.dict(value)})
		}
	}
	return out
}

// audit says of revision after revision whether it does nothing but fill one
// signature field.
type audit struct {
	f      *pdfobj.File
	known  map[pdfobj.Ref]bool // numbers that earlier revisions use or point to
	fields map[pdfobj.Ref]bool // the signature fields before the first signature
}

func newAudit(f *pdfobj.File, first int) *audit {
	a := &audit{f, map[pdfobj.Ref]bool{}, map[pdfobj.Ref]bool{}}
	if first > 0 {
		for _, w := range formFields(f, first-1) {
			a.fields[w.ref] = true
		}
	}
	return a
}

// learn remembers a revision's objects and what they point to. An object that
// comes later may not take a number that an earlier one points to already: the
// document could have been prepared to show it.
func (a *audit) learn(rev int) {
	r := a.f.Revisions()[rev]
	a.references(r.Trailer)
	for _, ref := range r.Objects {
		a.known[ref] = true
		v, _ := a.f.At(rev, ref)
		a.references(v)
	}
}

func (a *audit) references(v any) {
	switch v := v.(type) {
	case pdfobj.Ref:
		a.known[v] = true
	case pdfobj.Array:
		for _, e := range v {
			a.references(e)
		}
	case pdfobj.Dict:
		for _, e := range v {
			a.references(e)
		}
	case *pdfobj.Stream:
		a.references(v.D)
	}
}

// update checks revision rev, which is not the first, against the one before.
// It demands that those before were learnt.
func (a *audit) update(rev int) error {
	revs := a.f.Revisions()
	if err := sameTrailer(revs[rev-1].Trailer, revs[rev].Trailer); err != nil {
		return err
	}
	fresh := map[pdfobj.Ref]bool{}
	var changed []pdfobj.Ref
	for _, ref := range revs[rev].Objects {
		now, _ := a.f.At(rev, ref)
		before, _ := a.f.At(rev-1, ref)
		switch {
		case now == nil:
			return fmt.Errorf("object %d is taken away", ref)
		case before != nil:
			changed = append(changed, ref)
		case a.known[ref]:
			return fmt.Errorf("object %d comes where the document pointed to already", ref)
		default:
			fresh[ref] = true
		}
	}
	if len(changed) != 1 {
		return fmt.Errorf("%d objects are changed, not one signature field", len(changed))
	}
	return a.filled(rev, changed[0], fresh)
}

// sameTrailer compares all but what every update writes anew.
func sameTrailer(before, now pdfobj.Dict) error {
	stable := func(d pdfobj.Dict) pdfobj.Dict {
		out := pdfobj.Dict{}
		for k, v := range d {
			if k != "Size" && k != "Prev" && k != "ID" {
				out[k] = v
			}
		}
		if id, ok := d["ID"].(pdfobj.Array); ok && len(id) > 0 {
			out["ID"] = id[0]
		}
		return out
	}
	if !reflect.DeepEqual(stable(before), stable(now)) {
		return errors.New("the trailer is changed")
	}
	return nil
}

// filled checks that an object is a signature field which was empty, and that
// it got a signature and at most a new appearance, each a new object, and that
// there are no other new ones.
func (a *audit) filled(rev int, ref pdfobj.Ref, fresh map[pdfobj.Ref]bool) error {
	x, _ := a.f.At(rev-1, ref)
	y, _ := a.f.At(rev, ref)
	before, _ := x.(pdfobj.Dict)
	now, _ := y.(pdfobj.Dict)
	if !a.fields[ref] || before["V"] != nil {
		return fmt.Errorf("object %d is changed, which is no empty signature field", ref)
	}
	sig, ok := now["V"].(pdfobj.Ref)
	if !ok || !fresh[sig] {
		return fmt.Errorf("the field in object %d has no new signature", ref)
	}
	delete(fresh, sig)
	if !reflect.DeepEqual(before["AP"], now["AP"]) {
		if err := a.newAppearance(rev, before["AP"], now["AP"], fresh); err != nil {
			return err
		}
	}
	if len(fresh) > 0 {
		return errors.New("objects are added that the signature does not need")
	}
	rest := func(d pdfobj.Dict) pdfobj.Dict {
		out := pdfobj.Dict{}
		for k, v := range d {
			if k != "V" && k != "AP" {
				out[k] = v
			}
		}
		return out
	}
	if !reflect.DeepEqual(rest(before), rest(now)) {
		return fmt.Errorf("the field in object %d is changed otherwise", ref)
	}
	return nil
}

// newAppearance allows another drawing in the same frame with the same
// resources, and nothing else.
func (a *audit) newAppearance(rev int, before, now any, fresh map[pdfobj.Ref]bool) error {
	bad := errors.New("the field's appearance is replaced by another kind")
	x, _ := before.(pdfobj.Dict)
	y, _ := now.(pdfobj.Dict)
	ref, ok := y["N"].(pdfobj.Ref)
	if len(x) != 1 || len(y) != 1 || !ok || !fresh[ref] {
		return bad
	}
	delete(fresh, ref)
	old, ok1 := view{a.f, rev - 1}.resolve(x["N"]).(*pdfobj.Stream)
	new, ok2 := view{a.f, rev}.resolve(ref).(*pdfobj.Stream)
	if !ok1 || !ok2 || !reflect.DeepEqual(frame(old.D), frame(new.D)) {
		return bad
	}
	return nil
}

// frame is an appearance's dictionary without what belongs to its data.
func frame(d pdfobj.Dict) pdfobj.Dict {
	out := pdfobj.Dict{}
	for k, v := range d {
		if k != "Length" && k != "Filter" && k != "DecodeParms" {
			out[k] = v
		}
	}
	return out
}
