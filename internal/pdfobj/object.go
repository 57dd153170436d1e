// Package pdfobj holds PDF objects (ISO 32000-1, 7.3): it reads the files that
// this product makes, writes them whole with the same bytes every time, and
// appends to them without touching what stands there already (7.5.6).
//
// It reads one kind of file on purpose: classic cross-reference tables, direct
// stream lengths, generation 0, no encryption, no object streams, no comments, and
// not a byte that no table accounts for. What the standard allows beyond that gives
// ErrUnsupported; what is damaged, or could be read in two ways, a *SyntaxError.
package pdfobj

import (
	"math"
	"strconv"
	"strings"
)

// A PDF object is one of: nil (null), bool, int (written as a number), Num,
// Name, Str, Array, Dict, *Stream, Ref, and, for writing only, Raw.
type (
	// Name is a name object without its solidus and with #xx decoded.
	Name string
	// Ref points to an indirect object. The generation is always 0.
	Ref int
	// Num is a number as it was written, so that it survives a rewrite.
	Num string
	// Str is a string object, decoded.
	Str []byte
	// Array is an array object.
	Array []any
	// Dict is a dictionary object. An entry that is nil counts as absent.
	Dict map[Name]any
	// Stream is a stream object. Data is kept encoded as /Filter says; the
	// writer sets /Length.
	Stream struct {
		D    Dict
		Data []byte
	}
	// Raw is written as it stands. Parse never returns it.
	Raw string
	// Later is an object that is made each time it is asked for, so that many of
	// them need not be held at once. It has to be the same every time. It is for
	// writing only: Parse never returns it, and nothing resolves to it.
	Later func() any
)

// Int makes an integer.
func Int(i int) Num { return Num(strconv.Itoa(i)) }

// Flt makes a real number with at most two decimals, which is 1/7200 inch in
// default user space. What is no number becomes 0.
func Flt(f float64) Num {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "0"
	}
	s := strconv.FormatFloat(f, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return Num(s)
}

// Rect makes an array of real numbers, such as a rectangle.
func Rect(v ...float64) Array {
	a := make(Array, len(v))
	for i, f := range v {
		a[i] = Flt(f)
	}
	return a
}

// Int gives the number as an integer, and whether it is one.
func (n Num) Int() (int, bool) {
	i, err := strconv.Atoi(string(n))
	return i, err == nil
}

// Float gives the number's value, and whether it is one.
func (n Num) Float() (float64, bool) {
	f, err := strconv.ParseFloat(string(n), 64)
	return f, err == nil
}
