package pdfobj

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Parse reads a file whole. The result keeps a view of src, which must not be
// changed afterwards.
func Parse(src []byte) (*File, error) {
	if !bytes.HasPrefix(src, []byte("%PDF-")) {
		return nil, &SyntaxError{0, "no PDF header"}
	}
	secs, err := sections(src)
	if err != nil {
		return nil, err
	}
	f := New()
	f.src, f.Trailer, f.xref = src, maps.Clone(secs[0].trailer), secs[0].pos
	for i := range secs {
		r, err := secs[i].revision(src)
		if err != nil {
			return nil, err
		}
		f.revs = append(f.revs, r)
	}
	slices.Reverse(f.revs)
	for i := 1; i < len(f.revs); i++ {
		if f.revs[i].Xref < f.revs[i-1].End {
			return nil, &SyntaxError{int(f.revs[i].Xref), "an update begins inside the one before"}
		}
	}
	if err := f.readObjects(secs); err != nil {
		return nil, err
	}
	if f.Root() == nil {
		return nil, &SyntaxError{f.xref, "no catalog"}
	}
	if _, ok := f.Trailer["Root"].(Ref); !ok {
		return nil, &SyntaxError{f.xref, "/Root is not a reference"}
	}
	return f, nil
}

// placed is an entry of the revision that it stands in.
type placed struct {
	entry
	rev int
}

// readObjects reads every object of every revision, in the order of their
// places. Each lies in the bytes of its own revision, and objects may not
// overlap: the next one's place is the limit.
func (f *File) readObjects(secs []section) error {
	var used []placed
	for i, s := range secs {
		rev := len(secs) - 1 - i
		named := map[Ref]bool{}
		for _, e := range s.entries {
			if named[e.ref] {
				return &SyntaxError{s.pos, fmt.Sprintf("object %d stands twice in one section", e.ref)}
			}
			named[e.ref] = true
			f.max = max(f.max, e.ref)
			if e.free {
				f.versions[e.ref] = append(f.versions[e.ref], version{rev: rev})
			} else {
				used = append(used, placed{e, rev})
			}
		}
	}
	slices.SortFunc(used, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.off, b.off), cmp.Compare(a.rev, b.rev))
	})
	for i, e := range used {
		begin, limit := 0, int(f.revs[e.rev].Xref)
		if e.rev > 0 {
			begin = int(f.revs[e.rev-1].End)
		}
		if e.off < begin || e.off >= limit {
			return &SyntaxError{limit, fmt.Sprintf("object %d lies outside its revision", e.ref)}
		}
		if i+1 < len(used) {
			limit = min(limit, used[i+1].off)
		}
		v, err := readIndirect(&lexer{f.src[:limit], e.off}, e.ref)
		if err != nil {
			return err
		}
		f.versions[e.ref] = append(f.versions[e.ref], version{e.rev, v})
	}
	for r, vs := range f.versions {
		slices.SortFunc(vs, func(a, b version) int { return cmp.Compare(a.rev, b.rev) })
		if v := vs[len(vs)-1].v; v != nil {
			f.objs[r] = v
		}
	}
	return nil
}

func readIndirect(l *lexer, ref Ref) (any, error) {
	if l.p >= len(l.s) || !isDigit(l.s[l.p]) {
		return nil, l.fail("object %d does not begin here", ref)
	}
	if n, err := l.natural(maxObject); err != nil || n != int(ref) {
		return nil, l.fail("object %d does not begin here", ref)
	}
	if _, err := l.natural(0); err != nil {
		return nil, err
	}
	if err := l.keyword("obj"); err != nil {
		return nil, err
	}
	v, err := l.object(0)
	if err != nil {
		return nil, err
	}
	if d, ok := v.(Dict); ok {
		l.skip()
		if l.has("stream") {
			if v, err = readStream(l, d); err != nil {
				return nil, err
			}
		}
	}
	return v, l.keyword("endobj")
}

// readStream reads the data of a stream (ISO 32000-1, 7.3.8.1).
func readStream(l *lexer, d Dict) (*Stream, error) {
	if t := d["Type"]; t == Name("XRef") || t == Name("ObjStm") {
		return nil, fmt.Errorf("%w: a stream of objects", ErrUnsupported)
	}
	if d["F"] != nil && d["Type"] != Name("EmbeddedFile") {
		return nil, fmt.Errorf("%w: stream data in another file", ErrUnsupported)
	}
	l.p += len("stream")
	if l.has("\r\n") {
		l.p += 2
	} else if l.has("\n") {
		l.p++
	} else {
		return nil, l.fail("no end of line after stream")
	}
	if _, ok := d["Length"].(Ref); ok {
		return nil, fmt.Errorf("%w: an indirect stream length", ErrUnsupported)
	}
	length, _ := d["Length"].(Num)
	n, ok := parseNatural(string(length))
	if !ok || n > len(l.s)-l.p {
		return nil, l.fail("a stream whose length does not fit in the file")
	}
	data := l.s[l.p : l.p+n : l.p+n]
	l.p += n
	return &Stream{d, data}, l.keyword("endstream")
}
