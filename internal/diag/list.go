package diag

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"strings"
	"unique"
)

// List is findings in the order in which they were found, or sorted. There may be more
// of them than there are bytes of content, so each is written down in few: what many
// have in common stands once, in tables.
type List struct {
	order     []uint32 // where each is written down: the chunk, and the place in it; nil until it is asked for
	count     int      // how many are written down
	chunks    []written
	files     []string
	sentences table[unique.Handle[Text]]
	manners   table[unique.Handle[manner]]
	causes    []*cause
	accepted  map[uint32]string // reasons, by where the warning is written down
}

// A chunk's place is the upper bits of a number of 32, the place in it the lower.
const (
	placeBits = 15
	chunk     = 1 << placeBits
)

// written is what findings are written down in. Their files are counted from the one
// that it begins with, since small numbers take less.
type written struct {
	bytes []byte
	from  uint64
}

// table numbers things.
type table[T comparable] struct {
	all    []T
	number map[T]int
}

func (t *table[T]) add(x T) uint64 {
	n, known := t.number[x]
	if !known {
		if t.number == nil {
			t.number = map[T]int{}
		}
		n = len(t.all)
		t.number[x], t.all = n, append(t.all, x)
	}
	return uint64(n)
}

// ListOf makes a list.
func ListOf(fs ...Finding) *List {
	l := &List{}
	l.Add(fs...)
	return l
}

// Add puts findings at the end of a list that is not sorted yet.
func (l *List) Add(fs ...Finding) {
	var room []byte
	for i := range fs {
		room = l.record(room[:0], &fs[i])
		l.put(room)
	}
}

// record writes down all of a finding but its file, which is the last one: varints, and
// the packed texts of its message. That there is what few have is the lowest bit of
// the number before it.
func (l *List) record(b []byte, f *Finding) []byte {
	if n := len(l.files); n == 0 || l.files[n-1] != f.File { // findings come file by file
		l.files = append(l.files, f.File)
	}
	start, end := f.Range.Start, f.Range.End
	manner, sentence := l.manners.add(f.manner)<<1, l.sentences.add(f.Message.sentence)<<1
	if f.cause != nil {
		manner |= 1
	}
	if f.Message.said != "" {
		sentence |= 1
	}
	for _, n := range []uint64{uint64(start.Line), uint64(start.Column), uint64(end.Line), uint64(end.Column), manner} {
		b = binary.AppendUvarint(b, n)
	}
	if f.cause != nil {
		b = binary.AppendUvarint(b, uint64(len(l.causes)))
		l.causes = append(l.causes, f.cause)
	}
	b = binary.AppendUvarint(b, sentence)
	if f.Message.said != "" {
		b = binary.AppendUvarint(b, uint64(len(f.Message.said)))
	}
	return append(b, f.Message.said...)
}

func (l *List) put(record []byte) {
	file := uint64(len(l.files) - 1)
	if n := len(l.chunks); n == 0 || len(l.chunks[n-1].bytes)+binary.MaxVarintLen64+len(record) > cap(l.chunks[n-1].bytes) {
		l.chunks = append(l.chunks, written{make([]byte, 0, max(chunk, binary.MaxVarintLen64+len(record))), file})
	}
	at := len(l.chunks) - 1
	last := &l.chunks[at]
	if l.order != nil {
		l.order = append(l.order, uint32(at<<placeBits|len(last.bytes)))
	}
	l.count++
	last.bytes = append(binary.AppendUvarint(last.bytes, file-last.from), record...)
}

// places is where the findings are written down, in their order. It is made whole at
// once: what grows takes twice its room while it does.
func (l *List) places() []uint32 {
	if l.order == nil {
		l.order = make([]uint32, 0, l.count)
		for n, c := range l.chunks {
			for at := 0; at < len(c.bytes); {
				place := uint32(n<<placeBits | at)
				l.order = append(l.order, place)
				_, rest := l.read(place)
				_, rest = l.message(rest)
				at = len(c.bytes) - len(rest)
			}
		}
	}
	return l.order
}

// Len is how many findings there are.
func (l *List) Len() int { return len(l.places()) }

// At is a finding by its number, from 0.
func (l *List) At(i int) *Finding { return l.found(l.places()[i]) }

func (l *List) found(at uint32) *Finding {
	f, rest := l.read(at)
	f.Message, _ = l.message(rest)
	return &f
}

// read gives the finding that is written down somewhere, but for its message, which
// the rest tells.
func (l *List) read(at uint32) (f Finding, rest []byte) {
	from := l.chunks[at>>placeBits]
	rest = from.bytes[at&(chunk-1):]
	f.File = l.files[from.from+next(&rest)]
	f.Range = Range{Pos{int32(next(&rest)), int32(next(&rest))}, Pos{int32(next(&rest)), int32(next(&rest))}}
	manner := next(&rest)
	f.manner = l.manners.all[manner>>1]
	if manner&1 != 0 {
		f.cause = l.causes[next(&rest)]
	}
	if reason := l.accepted[at]; reason != "" {
		f.cause = &cause{f.Rare().About, reason}
	}
	return f, rest
}

func (l *List) message(b []byte) (m Message, rest []byte) {
	sentence := next(&b)
	m.sentence = l.sentences.all[sentence>>1]
	if sentence&1 != 0 {
		n := next(&b)
		m.said, b = packed(b[:n]), b[n:]
	}
	return m, b
}

// next takes a number off the front of what was written down.
func next(b *[]byte) uint64 {
	n, size := binary.Uvarint(*b)
	*b = (*b)[size:]
	return n
}

// Accept sets the reason that the secretariat gives for living with a warning.
func (l *List) Accept(i int, reason string) {
	if l.accepted == nil {
		l.accepted = map[uint32]string{}
	}
	l.accepted[l.places()[i]] = reason
}

// All gives one after another.
func (l *List) All() iter.Seq[*Finding] {
	return func(yield func(*Finding) bool) {
		for i := range l.Len() {
			if !yield(l.At(i)) {
				return
			}
		}
	}
}

// Keep drops the findings that are not to be kept.
func (l *List) Keep(keep func(*Finding) bool) {
	left := l.places()[:0]
	for i := range l.order {
		if keep(l.At(i)) {
			left = append(left, l.order[i])
		}
	}
	l.order = left
}

// Sort puts the findings in the order of files, lines and columns, and drops those
// that say the same thing of the same place twice.
func (l *List) Sort() {
	slices.SortFunc(l.places(), func(i, j uint32) int { return cmp.Or(l.compare(i, j), cmp.Compare(i, j)) })
	left := l.order[:0]
	for rest := l.order; len(rest) > 0; {
		n := 1
		for n < len(rest) && l.compare(rest[0], rest[n]) == 0 {
			n++
		}
		left, rest = append(left, l.apart(rest[:n])...), rest[n:]
	}
	l.order = left
}

// apart puts findings of one rule that begin together in the order of their words,
// and drops those that say what another has said.
func (l *List) apart(order []uint32) []uint32 {
	if len(order) == 1 {
		return order
	}
	words := make(map[uint32]string, len(order))
	for _, at := range order {
		words[at] = l.found(at).Message.In("sv")
	}
	slices.SortStableFunc(order, func(i, j uint32) int { return strings.Compare(words[i], words[j]) })
	return slices.CompactFunc(order, func(i, j uint32) bool { return words[i] == words[j] && l.found(i).Same(l.found(j)) })
}

// compare puts findings in order as far as their words do not matter.
func (l *List) compare(i, j uint32) int {
	a, _ := l.read(i)
	b, _ := l.read(j)
	if c := strings.Compare(a.File, b.File); c != 0 {
		return c
	}
	return cmp.Or(a.Range.Start.compare(b.Range.Start), strings.Compare(a.Rule(), b.Rule()))
}

// Count tells how many errors and warnings there are; accepted warnings are
// counted as neither.
func (l *List) Count() (errors, warnings, accepted int) {
	for f := range l.All() {
		switch {
		case f.Severity() == Error:
			errors++
		case f.Rare().Accepted != "":
			accepted++
		default:
			warnings++
		}
	}
	return errors, warnings, accepted
}
