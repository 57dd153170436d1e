package pdfobj

import (
	"fmt"
	"regexp"
)

// entry is what a cross-reference table says of an object.
type entry struct {
	ref  Ref
	free bool
}

const (
	entryLen      = 20    // bytes (ISO 32000-2, 7.5.4)
	maxGeneration = 65535 // of the object 0, which is never in use
)

var subsection = regexp.MustCompile(`^(0|[1-9][0-9]{0,6}) ([1-9][0-9]{0,6}) ?(\r\n|\r|\n)`)

// table reads a cross-reference table (7.5.4). It names exactly the objects that
// were found, each once, in the order of their numbers.
func (r *reader) table(objects map[Ref]found) ([]entry, error) {
	if !r.has("xref") {
		return nil, r.fail("something stands here that is neither an object nor a table")
	}
	r.p += len("xref")
	if err := r.line(); err != nil {
		return nil, err
	}
	var out []entry
	next, used := 0, 0
	for first := true; first || !r.has("trailer"); first = false {
		m := subsection.FindSubmatch(r.s[r.p:min(len(r.s), r.p+32)])
		if m == nil {
			return nil, r.fail("no part of a cross-reference table begins here")
		}
		begin, _ := parseNatural(string(m[1]))
		n, _ := parseNatural(string(m[2]))
		if begin < next || begin+n > maxObject+1 {
			return nil, r.fail("the cross-reference table is out of order")
		}
		if len(r.f.revs) == 0 && begin != next {
			return nil, r.fail("the first cross-reference table has a gap")
		}
		r.p += len(m[0])
		for ref := begin; ref < begin+n; ref++ {
			e, err := r.entry(Ref(ref), objects)
			if err != nil {
				return nil, err
			}
			if !e.free {
				used++
			}
			if ref > 0 {
				out = append(out, e)
			}
		}
		next = begin + n
	}
	if used != len(objects) {
		return nil, r.fail("the cross-reference table leaves objects out")
	}
	r.size = max(r.size, next)
	return out, nil
}

// entry reads what the table says of one object, and holds it to where the object
// is.
func (r *reader) entry(ref Ref, objects map[Ref]found) (entry, error) {
	e := entry{ref: ref}
	if len(r.s)-r.p < entryLen {
		return e, r.fail("the cross-reference table does not fit in the file")
	}
	b := r.s[r.p : r.p+entryLen]
	at, ok := parseNatural(string(b[:10]))
	gen, ok2 := parseNatural(string(b[11:16]))
	end := string(b[18:])
	if !ok || !ok2 || b[10] != ' ' || b[16] != ' ' || (end != " \n" && end != " \r" && end != "\r\n") {
		return e, r.fail("a broken cross-reference entry")
	}
	o, is := objects[ref]
	switch b[17] {
	case 'f':
		if is {
			return e, r.fail("object %d is there and freed", ref)
		}
		e.free = true
	case 'n':
		if gen != 0 && is {
			return e, fmt.Errorf("%w: an object of generation %d", ErrUnsupported, gen)
		}
		if !is || o.at != at {
			return e, r.fail("object %d is not where the table says", ref)
		}
	default:
		return e, r.fail("a broken cross-reference entry")
	}
	r.p += entryLen
	return e, nil
}

func (r *reader) trailer() (Dict, error) {
	r.p += len("trailer")
	r.space()
	if !r.has("<<") {
		return nil, r.fail("the trailer is no dictionary")
	}
	v, err := r.object(0)
	if err != nil {
		return nil, err
	}
	d, _ := v.(Dict)
	for _, k := range []Name{"Encrypt", "XRefStm"} {
		if d[k] != nil {
			return nil, fmt.Errorf("%w: /%s in the trailer", ErrUnsupported, k)
		}
	}
	return d, nil
}

// checkTrailer holds a trailer to what was read: how many objects there are, where
// the table before is, and where to begin.
func (r *reader) checkTrailer(d Dict, objects map[Ref]found) error {
	// pyHanko counts one too many where an update adds no object; a number that nothing
	// has means nothing to anybody.
	if len(r.f.revs) > 0 && d["Size"] == Int(r.size+1) {
		r.size++
	}
	if d["Size"] != Int(r.size) {
		return r.fail("/Size is not %d, one above the highest object", r.size)
	}
	if n := len(r.f.revs); n == 0 {
		if d["Prev"] != nil {
			return fmt.Errorf("%w: /Prev in the first trailer (linearized?)", ErrUnsupported)
		}
	} else if d["Prev"] != Int(int(r.f.revs[n-1].Xref)) {
		return r.fail("/Prev does not point to the table before")
	}
	root, ok := d["Root"].(Ref)
	if !ok {
		return r.fail("/Root is not a reference")
	}
	v := r.f.objs[root]
	if o, is := objects[root]; is {
		v = o.v
	}
	if _, ok := v.(Dict); !ok {
		return r.fail("no catalog")
	}
	return nil
}
