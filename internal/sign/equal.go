package sign

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/pdfobj"
)

// equal compares two objects, however their numbers are written.
func equal(a, b any) bool {
	switch a := a.(type) {
	case pdfobj.Num:
		b, ok := b.(pdfobj.Num)
		if !ok || a == b {
			return ok
		}
		x, ok1 := a.Float()
		y, ok2 := b.Float()
		return ok1 && ok2 && x == y
	case pdfobj.Str:
		b, ok := b.(pdfobj.Str)
		return ok && bytes.Equal(a, b)
	case pdfobj.Array:
		b, ok := b.(pdfobj.Array)
		return ok && slices.EqualFunc(a, b, func(x, y any) bool { return equal(x, y) })
	case pdfobj.Dict:
		b, ok := b.(pdfobj.Dict)
		return ok && maps.EqualFunc(a, b, func(x, y any) bool { return equal(x, y) })
	case *pdfobj.Stream:
		b, ok := b.(*pdfobj.Stream)
		return ok && bytes.Equal(a.Data, b.Data) && equal(a.D, b.D)
	}
	return a == b
}

// equalText compares two objects, and texts by what they say, however they are
// coded.
func equalText(a, b any) bool {
	x, ok1 := a.(pdfobj.Str)
	y, ok2 := b.(pdfobj.Str)
	if !ok1 || !ok2 {
		return equal(a, b)
	}
	s, t := x.Text(), y.Text()
	return bytes.Equal(x, y) || s == t && !strings.ContainsRune(s, utf8.RuneError)
}

// keysOf lists the keys of both dictionaries, in order.
func keysOf(a, b pdfobj.Dict) []pdfobj.Name {
	names := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(names)
	return slices.Compact(names)
}
