package pdfobj

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"regexp"
)

// ErrUnsupported tells a PDF that uses what this package does not read
// (cross-reference streams, encryption, indirect lengths …). Such a file may
// be perfectly good; it is not of our making.
var ErrUnsupported = errors.New("a kind of PDF that is not read here")

// ErrTooMuch says that there is more in a file than is looked at.
var ErrTooMuch = errors.New("there is more in it than is looked at")

// Revision is one writing of a file: the first, or an incremental update.
type Revision struct {
	Begin   int64 // where its first object may begin
	Xref    int64 // where its cross-reference table begins
	Mark    int64 // the first byte after its %%EOF
	End     int64 // the same, and after the end of that line
	Objects []Ref // what its table names, in order
	Trailer Dict
}

// Parse reads a file whole. The result keeps a view of src, which must not be
// changed afterwards.
//
// There is one way to read it (ISO 32000-2, 7.5). Each revision is its objects one
// after the other, a table that names exactly these in their places, a trailer and
// the table's own place; the next revision begins where it ends. So a reader that
// follows the tables and one that looks through the file for objects see the same,
// and nobody has a reason to mend it. Anything else is an error.
func Parse(src []byte) (*File, error) {
	f, rest := ParseStart(src)
	if rest != nil {
		return nil, rest
	}
	return f, nil
}

// ParseStart reads as many revisions as stand whole at the beginning of src. Where
// something else follows, rest says what is wrong with it. f is nil where not even
// the first revision is whole.
func ParseStart(src []byte) (f *File, rest error) {
	r := reader{lexer: lexer{s: src}, f: New()}
	r.f.src = src
	if err := r.header(); err != nil {
		return nil, err
	}
	for len(r.f.revs) == 0 || r.p < len(src) {
		if err := r.revision(); err != nil {
			rest = err
			break
		}
	}
	if len(r.f.revs) == 0 {
		return nil, rest
	}
	return r.f, rest
}

// reader reads revision after revision, each where the one before ends.
type reader struct {
	lexer
	f    *File
	size int // of the revisions so far: one above the highest object number
}

var header = regexp.MustCompile(`^%PDF-(1\.[0-7]|2\.0)`)

// mostBinary is how many bytes the line may have that tells that a file is binary.
const mostBinary = 16

// header passes the first line, and the second where it tells that the file is
// binary (7.5.2).
func (r *reader) header() error {
	m := header.Find(r.s[:min(len(r.s), 16)])
	if m == nil {
		return r.fail("no PDF header")
	}
	r.p = len(m)
	if err := r.line(); err != nil || !r.has("%") {
		return err
	}
	r.p++
	for n := 0; n < mostBinary && r.p < len(r.s) && r.s[r.p] >= 0x80; n++ {
		r.p++
	}
	return r.line()
}

// found is an object of a revision that is being read.
type found struct {
	at int
	v  any
}

func (r *reader) revision() error {
	begin := r.p
	r.space()
	objects := map[Ref]found{}
	for r.p < len(r.s) && isDigit(r.s[r.p]) {
		at := r.p
		ref, v, err := r.indirect()
		if err != nil {
			return err
		}
		if _, twice := objects[ref]; twice {
			r.p = at
			return r.fail("object %d stands twice in one revision", ref)
		}
		objects[ref] = found{at, v}
		r.space()
	}
	rev := Revision{Begin: int64(begin), Xref: int64(r.p)}
	entries, err := r.table(objects)
	if err != nil {
		return err
	}
	if rev.Trailer, err = r.trailer(); err != nil {
		return err
	}
	if err := r.checkTrailer(rev.Trailer, objects); err != nil {
		return err
	}
	if err := r.finish(&rev); err != nil {
		return err
	}
	for _, e := range entries {
		rev.Objects = append(rev.Objects, e.ref)
	}
	r.take(rev, objects)
	return nil
}

// take adds a revision that was read whole to the file.
func (r *reader) take(rev Revision, objects map[Ref]found) {
	n := len(r.f.revs)
	r.f.revs = append(r.f.revs, rev)
	for _, ref := range rev.Objects {
		v := objects[ref].v // nil where the table frees it
		r.f.versions[ref] = append(r.f.versions[ref], version{n, v})
		if v != nil {
			r.f.objs[ref] = v
		} else {
			delete(r.f.objs, ref)
		}
	}
	r.f.max = Ref(r.size - 1)
	r.f.xref = int(rev.Xref)
	r.f.Trailer = maps.Clone(rev.Trailer)
}

// space passes at most two spaces and ends of line.
func (r *reader) space() {
	for n := 2; n > 0 && r.p < len(r.s) && isSpace(r.s[r.p]); n-- {
		r.p++
	}
}

// line passes an end of line.
func (r *reader) line() error {
	switch {
	case r.has("\r\n"):
		r.p += 2
	case r.has("\n"), r.has("\r"):
		r.p++
	default:
		return r.fail("expected the end of a line")
	}
	return nil
}

func (r *reader) indirect() (Ref, any, error) {
	n, err := r.natural(maxObject)
	if err != nil {
		return 0, nil, err
	}
	if n == 0 {
		return 0, nil, r.fail("object 0 is in use")
	}
	gen, err := r.natural(maxGeneration)
	if err != nil {
		return 0, nil, err
	}
	if gen != 0 {
		return 0, nil, fmt.Errorf("%w: an object of generation %d", ErrUnsupported, gen)
	}
	if err := r.keyword("obj"); err != nil {
		return 0, nil, err
	}
	v, err := r.object(0)
	if err != nil {
		return 0, nil, err
	}
	if d, ok := v.(Dict); ok {
		if err := r.skip(); err != nil {
			return 0, nil, err
		}
		if r.has("stream") {
			if v, err = r.stream(d); err != nil {
				return 0, nil, err
			}
		}
	}
	return Ref(n), v, r.keyword("endobj")
}

// stream reads the data of a stream (7.3.8.1).
func (r *reader) stream(d Dict) (*Stream, error) {
	if t := d["Type"]; t == Name("XRef") || t == Name("ObjStm") {
		return nil, fmt.Errorf("%w: a stream of objects", ErrUnsupported)
	}
	if d["F"] != nil && d["Type"] != Name("EmbeddedFile") {
		return nil, fmt.Errorf("%w: stream data in another file", ErrUnsupported)
	}
	r.p += len("stream")
	if !r.has("\r\n") && !r.has("\n") {
		return nil, r.fail("no end of line after stream")
	}
	if err := r.line(); err != nil {
		return nil, err
	}
	if _, ok := d["Length"].(Ref); ok {
		return nil, fmt.Errorf("%w: an indirect stream length", ErrUnsupported)
	}
	length, _ := d["Length"].(Num)
	n, ok := parseNatural(string(length))
	if !ok || n > len(r.s)-r.p {
		return nil, r.fail("a stream whose length does not fit in the file")
	}
	data := r.s[r.p : r.p+n : r.p+n]
	r.p += n
	r.space()
	if !r.has("endstream") {
		return nil, r.fail("a stream that does not end where its length says")
	}
	return &Stream{d, data}, r.keyword("endstream")
}

// finish reads the place of the table, the mark of the end and the end of that
// line.
func (r *reader) finish(rev *Revision) error {
	r.space()
	if err := r.keyword("startxref"); err != nil {
		return err
	}
	if err := r.line(); err != nil {
		return err
	}
	want := fmt.Sprint(rev.Xref)
	if r.regular() != want {
		return r.fail("startxref does not point to the table before it")
	}
	if err := r.line(); err != nil {
		return err
	}
	if !bytes.HasPrefix(r.s[r.p:], []byte("%%EOF")) {
		return r.fail("no %%%%EOF")
	}
	r.p += len("%%EOF")
	rev.Mark = int64(r.p)
	if r.has("\n") || r.has("\r") {
		if err := r.line(); err != nil {
			return err
		}
	}
	rev.End = int64(r.p)
	return nil
}
