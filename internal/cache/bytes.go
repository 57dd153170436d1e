package cache

import (
	"encoding/binary"
	"reflect"

	"samsyn/internal/diag"
)

const (
	// mostGrowth is how many bytes of a list's things one stored byte may become.
	mostGrowth = 128
	// mostDepth is more than any value nests.
	mostDepth = 1000
	// supplied is how many things are made at once.
	supplied = 64
	// mostSpare is how many texts a map may hold to be used again.
	mostSpare = 4096
	// shortest is how long a text must be to be worth naming by its number.
	shortest = 4
)

// writer appends a value to data.
type writer struct {
	data   []byte
	file   string
	line   int32           // of the place before
	texts  map[string]int  // those written already, by their number
	lists  map[string]int  // the same of lists of texts
	shared []reflect.Value // pointers that fields have led to
	failed bool
}

func (w *writer) uint(n uint64) { w.data = binary.AppendUvarint(w.data, n) }
func (w *writer) int(n int64)   { w.data = binary.AppendVarint(w.data, n) }

// text writes twice a text's length and the text, or, for one that has been written
// before, twice its number and one.
func (w *writer) text(s string) {
	if n, known := w.texts[s]; known {
		w.uint(uint64(n)<<1 | 1)
		return
	}
	if len(s) >= shortest {
		w.texts[s] = len(w.texts)
	}
	w.uint(uint64(len(s)) << 1)
	w.data = append(w.data, s...)
}

// list writes 0 for no list, 1 and the list, or for one that has been written before
// its number and two.
func (w *writer) list(list []string) {
	if list == nil {
		w.uint(0)
		return
	}
	raw := binary.AppendUvarint(nil, uint64(len(list))+1)
	for _, s := range list {
		raw = append(binary.AppendUvarint(raw, uint64(len(s))), s...)
	}
	if n, known := w.lists[string(raw)]; known {
		w.uint(uint64(n) + 2)
		return
	}
	w.lists[string(raw)] = len(w.lists)
	w.uint(1)
	w.data = append(w.data, raw...)
}

// place writes a number: the step from the line of the place before in zigzag
// order, times four, two more where the range ends on another line, one more where
// it is in another file. The file's name follows if so, then the column, the step
// to the last line if so, and the step to the last column.
func (w *writer) place(p diag.Place) {
	step := int64(p.Range.Start.Line) - int64(w.line)
	w.line = p.Range.Start.Line
	n := (uint64(step<<1) ^ uint64(step>>63)) << 2
	if p.Range.End.Line != p.Range.Start.Line {
		n |= 2
	}
	if p.File != w.file {
		n |= 1
	}
	w.uint(n)
	if n&1 != 0 {
		w.text(p.File)
	}
	w.int(int64(p.Range.Start.Column))
	if n&2 != 0 {
		w.int(int64(p.Range.End.Line) - int64(p.Range.Start.Line))
	}
	w.int(int64(p.Range.End.Column) - int64(p.Range.Start.Column))
}

// reader takes a value from data. Once something is wrong, nothing is left of it.
type reader struct {
	data   string
	file   string
	line   int32
	texts  []string // those that have numbers
	met    []*[]string
	shared []reflect.Value
	room   int // bytes that may still be taken
	depth  int
	failed bool
	*Decoder
}

func (r *reader) fail() { r.failed, r.data = true, "" }

func (r *reader) uint() uint64 {
	if len(r.data) > 0 && r.data[0] < 0x80 {
		n := uint64(r.data[0])
		r.data = r.data[1:]
		return n
	}
	var n uint64
	for i := 0; i < len(r.data) && i < binary.MaxVarintLen64; i++ {
		b := r.data[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.data = r.data[i+1:]
			return n
		}
	}
	r.fail()
	return 0
}

func (r *reader) int() int64 { return unzigzag(r.uint()) }

func unzigzag(n uint64) int64 { return int64(n>>1) ^ -int64(n&1) }

// count reads how many things a list holds, each of which takes a byte at least;
// it gives -1 where there is no list.
func (r *reader) count() int {
	n := r.uint()
	if n > uint64(len(r.data))+1 {
		r.fail()
		return -1
	}
	return int(n) - 1
}

// text gives a part of the data: nothing is copied.
func (r *reader) text() string {
	n := r.uint()
	known := n&1 != 0
	n >>= 1
	switch {
	case known && n < uint64(len(r.texts)):
		return r.texts[n]
	case known:
		r.fail()
		return ""
	}
	s := r.raw(n)
	if n >= shortest && !r.failed {
		r.texts = append(r.texts, s)
	}
	return s
}

// list gives a list of texts. Equal ones, of all files, are one list: they are the
// kinds of references, which nobody changes.
func (r *reader) list() *[]string {
	switch n := r.uint(); {
	case n == 0:
		return nil
	case n > 1 && n-2 < uint64(len(r.met)):
		return r.met[n-2]
	case n > 1:
		r.fail()
		return nil
	}
	from := r.data
	n := r.count()
	if n < 0 || !r.take(n, ofInterface) {
		return nil
	}
	for range n {
		r.raw(r.uint())
	}
	if r.failed {
		return nil
	}
	name := from[:len(from)-len(r.data)]
	list, known := r.lists[name]
	if !known {
		made := make([]string, n)
		again := reader{data: name}
		again.uint()
		for i := range made {
			made[i] = again.raw(again.uint())
		}
		list = &made
		r.lists[name] = list
	}
	r.met = append(r.met, list)
	return list
}

// raw takes n bytes.
func (r *reader) raw(n uint64) string {
	if n > uint64(len(r.data)) {
		r.fail()
		return ""
	}
	s := r.data[:n]
	r.data = r.data[n:]
	return s
}

func (r *reader) place(p *diag.Place) {
	n := r.uint()
	p.File = r.file
	if n&1 != 0 {
		p.File = r.text()
	}
	r.line += int32(unzigzag(n >> 2))
	p.Range.Start = diag.Pos{Line: r.line, Column: int32(r.int())}
	p.Range.End.Line = r.line
	if n&2 != 0 {
		p.Range.End.Line += int32(r.int())
	}
	p.Range.End.Column = p.Range.Start.Column + int32(r.int())
}

// take gives room for n things of a size, if so many bytes may still be taken.
func (r *reader) take(n int, size uintptr) bool {
	if size > 0 && n > r.room/int(size) {
		r.fail()
		return false
	}
	r.room -= n * int(size)
	return true
}
