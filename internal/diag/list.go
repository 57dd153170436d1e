package diag

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// List is findings in the order in which they were found, or sorted. It grows without
// being copied, since there may be as many as there are files.
type List struct {
	chunks [][]Finding // all full but the last
	order  []uint32    // of what is told, once it is another than that of the finding
	other  bool
}

const chunk = 256

// ListOf makes a list.
func ListOf(fs ...Finding) *List {
	l := &List{}
	l.Add(fs...)
	return l
}

// Add puts findings at the end of a list that is not sorted yet.
func (l *List) Add(fs ...Finding) {
	for _, f := range fs {
		l.put(f)
	}
}

func (l *List) put(f Finding) {
	if n := len(l.chunks); n == 0 || len(l.chunks[n-1]) == chunk {
		l.chunks = append(l.chunks, make([]Finding, 0, chunk))
	}
	last := &l.chunks[len(l.chunks)-1]
	*last = append(*last, f)
}

// Len is how many findings there are.
func (l *List) Len() int {
	if l.other {
		return len(l.order)
	}
	if len(l.chunks) == 0 {
		return 0
	}
	return (len(l.chunks)-1)*chunk + len(l.chunks[len(l.chunks)-1])
}

// At is a finding by its number, from 0.
func (l *List) At(i int) *Finding {
	if l.other {
		i = int(l.order[i])
	}
	return l.found(i)
}

func (l *List) found(i int) *Finding { return &l.chunks[i/chunk][i%chunk] }

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
	l.reorder()
	l.order = slices.DeleteFunc(l.order, func(i uint32) bool { return !keep(l.found(int(i))) })
}

// Sort puts the findings in the order of files, lines and columns, and drops those
// that say the same thing of the same place twice.
func (l *List) Sort() {
	l.reorder()
	slices.SortFunc(l.order, func(i, j uint32) int {
		return cmp.Or(compare(l.found(int(i)), l.found(int(j))), cmp.Compare(i, j))
	})
	left := l.order[:0]
	for rest := l.order; len(rest) > 0; {
		n := 1
		for n < len(rest) && compare(l.found(int(rest[0])), l.found(int(rest[n]))) == 0 {
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
	for _, i := range order {
		words[i] = l.found(int(i)).Message.In("sv")
	}
	slices.SortStableFunc(order, func(i, j uint32) int { return strings.Compare(words[i], words[j]) })
	return slices.CompactFunc(order, func(i, j uint32) bool {
		return words[i] == words[j] && l.found(int(i)).Same(l.found(int(j)))
	})
}

func (l *List) reorder() {
	if l.other {
		return
	}
	l.order = make([]uint32, l.Len())
	for i := range l.order {
		l.order[i] = uint32(i)
	}
	l.other = true
}

// compare puts findings in order as far as their words do not matter.
func compare(a, b *Finding) int {
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
