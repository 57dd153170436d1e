package sign

import (
	"errors"
	"fmt"

	"samsyn/internal/drawn"
	"samsyn/internal/pdfobj"
)

// prepared allows that one of the fields that stood there empty gets a signature.
func (u *update) prepared() error {
	for _, ref := range u.f.Revisions()[u.now.rev].Objects {
		if !u.left[ref] || !u.fields[ref] {
			continue
		}
		if err := u.fill(ref); err != nil {
			return err
		}
	}
	return nil
}

// fill checks that a field was empty, that it got a new signature and at most a new
// appearance, and that nothing else of it is changed.
func (u *update) fill(ref pdfobj.Ref) error {
	before, now := u.before.Dict(ref), u.now.Dict(ref)
	if u.before.Resolve(before["V"]) != nil {
		return fmt.Errorf("object %d is changed, a field that was signed", ref)
	}
	for _, k := range keysOf(before, now) {
		switch k {
		case "V", "AP":
		case "F":
			if !equal(before[k], now[k]) && !locks(before[k], now[k]) {
				return fmt.Errorf("the field in object %d is shown otherwise", ref)
			}
		case "MK", "DA": // what a border or a text would look like, if there were any
			if !equal(before[k], now[k]) && (before[k] != nil || !plain(now[k])) {
				return fmt.Errorf("the field in object %d is changed otherwise", ref)
			}
		default:
			if !equalText(before[k], now[k]) {
				return fmt.Errorf("the field in object %d is changed otherwise (/%s)", ref, k)
			}
		}
	}
	delete(u.left, ref)
	if err := u.signature(ref, now["V"]); err != nil {
		return err
	}
	if equal(before["AP"], now["AP"]) {
		return nil
	}
	return u.appearance(now["AP"])
}

// Flags of an annotation (12.5.3): it is printed, and it is locked.
const flagPrint, flagLocked = 1 << 2, 1 << 7

// locks tells whether only the lock is put on.
func locks(before, now any) bool {
	x, _ := before.(pdfobj.Num)
	y, _ := now.(pdfobj.Num)
	m, _ := x.Int()
	n, ok := y.Int()
	return ok && n == m|flagLocked|flagPrint&m
}

// signature accounts for the value of a field, which is new, and the only one of
// the revision.
func (u *update) signature(field pdfobj.Ref, v any) error {
	ref, ok := v.(pdfobj.Ref)
	if !ok || !u.fresh[ref] {
		return fmt.Errorf("the field in object %d has no new signature", field)
	}
	if u.filled != 0 {
		return errors.New("more than one field is filled in")
	}
	u.filled = field
	if u.now.Dict(ref)["Type"] == pdfobj.Name("DocTimeStamp") {
		u.did(Stamped)
	} else {
		u.did(Signed)
	}
	return u.claim(ref)
}

// appearance allows a drawing of its own for a field, and no other states of it. A
// reader fits it into the field's rectangle (12.5.5).
func (u *update) appearance(v any) error {
	ap := u.now.Dict(v)
	ref, ok := ap["N"].(pdfobj.Ref)
	if len(ap) != 1 || !ok || !u.fresh[ref] {
		return errors.New("the field's appearance is replaced by another kind")
	}
	s := u.now.Stream(ref)
	if s == nil || u.now.Resolve(s.D["Subtype"]) != pdfobj.Name("Form") || drawn.Rect(u.now.Objects, s.D["BBox"]).Empty() {
		return errors.New("the field's appearance is no drawing")
	}
	return u.claim(v)
}

// newField allows a field for a time stamp that is nowhere to be seen.
func (u *update) newField(v any) error {
	ref, ok := v.(pdfobj.Ref)
	if !ok || !u.fresh[ref] {
		return errors.New("a field is added that was there before")
	}
	d := u.now.Dict(ref)
	if !drawn.Rect(u.now.Objects, d["Rect"]).Empty() {
		return errors.New("a field is added that can be seen")
	}
	if d["A"] != nil || d["AA"] != nil || d["Kids"] != nil || d["Parent"] != nil || u.now.Resolve(d["FT"]) != pdfobj.Name("Sig") {
		return errors.New("a field is added that is more than a signature's")
	}
	delete(u.left, ref)
	u.added[ref] = true
	value := u.now.Dict(d["V"])
	switch {
	case value == nil:
		u.doubt("an empty field is added")
	case value["Type"] != pdfobj.Name("DocTimeStamp"):
		u.doubt("a signature is added in a field that the document did not have")
	}
	if value != nil {
		if err := u.signature(ref, d["V"]); err != nil {
			return err
		}
	}
	return u.claim(d)
}

// annotations allows pages to list the widgets of new fields that cannot be seen.
func (u *update) annotations() error {
	if len(u.left) == 0 {
		return nil
	}
	for ref := range u.pages {
		before, now := u.before.Dict(ref), u.now.Dict(ref)
		list, isRef := now["Annots"].(pdfobj.Ref)
		if !u.left[ref] && (!isRef || !u.left[list]) {
			continue
		}
		for _, k := range keysOf(before, now) {
			if k != "Annots" && !equal(before[k], now[k]) {
				return fmt.Errorf("the page in object %d is changed (/%s)", ref, k)
			}
		}
		x, y := u.before.Array(before["Annots"]), u.now.Array(now["Annots"])
		if len(y) < len(x) || !equal(x, y[:len(x)]) {
			return fmt.Errorf("the annotations of the page in object %d are others", ref)
		}
		for _, added := range y[len(x):] {
			if r, ok := added.(pdfobj.Ref); !ok || !u.added[r] {
				return fmt.Errorf("an annotation is added to the page in object %d", ref)
			}
		}
		delete(u.left, ref)
		if err := u.account(now["Annots"], 1); err != nil {
			return err
		}
	}
	return nil
}
