package pdfobj

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"sort"
)

// File is a PDF's objects in memory.
type File struct {
	// Trailer is the newest trailer. /Root and /Info are what matters to a
	// writer.
	Trailer Dict

	src      []byte
	xref     int // place of the newest cross-reference section in src
	objs     map[Ref]any
	versions map[Ref][]version // as read, oldest first
	revs     []Revision
	max      Ref
	dirty    map[Ref]bool
}

// version is what one revision says an object is; nil where it frees it.
type version struct {
	rev int
	v   any
}

// New makes a file without objects, to be filled with Add and written with
// WriteFull.
func New() *File {
	return &File{Trailer: Dict{}, objs: map[Ref]any{}, versions: map[Ref][]version{}, dirty: map[Ref]bool{}}
}

// Add gives v an object number of its own.
func (f *File) Add(v any) Ref {
	f.max++
	f.Set(f.max, v)
	return f.max
}

// Reserve takes an object number for what Set brings later.
func (f *File) Reserve() Ref { return f.Add(nil) }

// Set puts v in the place of an object. Only what was added or set is written
// by WriteIncremental; changing a dictionary in place is enough for WriteFull.
func (f *File) Set(r Ref, v any) {
	f.max = max(f.max, r)
	f.objs[r] = v
	f.dirty[r] = true
}

// Refs lists the numbers of all objects, in order.
func (f *File) Refs() []Ref {
	out := make([]Ref, 0, len(f.objs))
	for r := range f.objs {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}

// maxChain bounds references that point to references.
const maxChain = 32

// Resolve follows references to the object itself. A reference to nothing, or
// one that goes in a circle, is null.
func (f *File) Resolve(v any) any {
	for range maxChain {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.objs[r]
	}
	return nil
}

// Dict resolves v to a dictionary, or a stream's dictionary, or nil.
func (f *File) Dict(v any) Dict {
	switch d := f.Resolve(v).(type) {
	case Dict:
		return d
	case *Stream:
		return d.D
	}
	return nil
}

// Array resolves v to an array, or nil.
func (f *File) Array(v any) Array {
	a, _ := f.Resolve(v).(Array)
	return a
}

// Stream resolves v to a stream, or nil.
func (f *File) Stream(v any) *Stream {
	s, _ := f.Resolve(v).(*Stream)
	return s
}

// Decoded is what a stream says, if it is coded by deflate alone or not at all, and there
// is no more of it than the bound.
func (s *Stream) Decoded(most int) ([]byte, error) {
	data := s.Data
	switch {
	case s.D["Filter"] == nil:
	case s.D["Filter"] == Name("FlateDecode") && s.D["DecodeParms"] == nil:
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(io.LimitReader(r, int64(most)+1)); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("%w: a stream coded otherwise", ErrUnsupported)
	}
	if len(data) > most {
		return nil, ErrTooMuch
	}
	return data, nil
}

// Root is the catalog.
func (f *File) Root() Dict { return f.Dict(f.Trailer["Root"]) }

// Pages lists the pages in reading order, from the page tree (ISO 32000-1,
// 7.7.3). A node that was visited before is passed over, and so is what a tree
// has more of than the file has objects.
func (f *File) Pages() []Ref {
	var out []Ref
	seen := map[Ref]bool{}
	todo := []any{f.Root()["Pages"]}
	left := len(f.objs)
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		r, ok := v.(Ref)
		if !ok || seen[r] {
			continue
		}
		seen[r] = true
		d := f.Dict(r)
		if d["Type"] == Name("Page") {
			out = append(out, r)
			continue
		}
		for _, k := range slices.Backward(f.Array(d["Kids"])) {
			if left--; left < 0 {
				break
			}
			todo = append(todo, k)
		}
	}
	return out
}

// Revisions lists how the file came to be, oldest first. What was read up to
// the End of each is a file of its own.
func (f *File) Revisions() []Revision { return slices.Clone(f.revs) }

// At gives an object as it was in a revision, counted from 0, and in which
// revision it was written like that. Where there was none, that is -1.
func (f *File) At(rev int, r Ref) (v any, in int) {
	all := f.versions[r]
	n := sort.Search(len(all), func(i int) bool { return all[i].rev > rev })
	if n == 0 {
		return nil, -1
	}
	return all[n-1].v, all[n-1].rev
}
