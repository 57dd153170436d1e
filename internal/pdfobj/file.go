package pdfobj

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"slices"
	"sort"
)

// File is a PDF's objects in memory.
type File struct {
	Objects // as they are now

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
	f := &File{Trailer: Dict{}, objs: map[Ref]any{}, versions: map[Ref][]version{}, dirty: map[Ref]bool{}}
	f.Objects = func(r Ref) any { return f.objs[r] }
	return f
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
func (f *File) Refs() []Ref { return slices.Sorted(maps.Keys(f.objs)) }

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

// Pages lists the pages in reading order.
func (f *File) Pages() []Ref { return f.Objects.Pages(f.Root()) }

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

// In are the objects as they were in a revision, counted from 0.
func (f *File) In(rev int) Objects {
	return func(r Ref) any {
		v, _ := f.At(rev, r)
		return v
	}
}
