package pdfobj

import (
	"bytes"
	"errors"
	"fmt"
)

// ErrUnsupported tells a PDF that uses what this package does not read
// (cross-reference streams, encryption, indirect lengths …). Such a file may
// be perfectly good; it is not of our making.
var ErrUnsupported = errors.New("a kind of PDF that is not read here")

// Revision is one writing of a file: the first, or an incremental update.
type Revision struct {
	Xref    int64 // where its cross-reference section begins
	End     int64 // the first byte after its %%EOF and the end of that line
	Objects []Ref // what its section names, in the section's order
	Trailer Dict
}

// section is a cross-reference section with its trailer.
type section struct {
	pos, end int // of "xref", and behind the trailer dictionary
	entries  []entry
	trailer  Dict
}

type entry struct {
	ref  Ref
	off  int
	free bool
}

const entryLen = 20 // bytes, ISO 32000-1, 7.5.4

// sections reads the chain of cross-reference sections, newest first. Each
// must end before the newer one begins, which our own files keep and which
// makes loops and quadratic work impossible.
func sections(src []byte) ([]section, error) {
	at := bytes.LastIndex(src, []byte("startxref"))
	if at < 0 {
		return nil, &SyntaxError{len(src), "no startxref"}
	}
	l := &lexer{src, at + len("startxref")}
	pos, err := l.natural(at)
	if err != nil {
		return nil, err
	}
	limit := at
	var out []section
	for {
		s, err := readSection(src[:limit], pos)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
		v, ok := s.trailer["Prev"]
		if !ok {
			return out, nil
		}
		n, isNum := v.(Num)
		prev, isNat := parseNatural(string(n))
		if !isNum || !isNat {
			return nil, &SyntaxError{s.pos, "/Prev is not an offset"}
		}
		if prev >= s.pos {
			return nil, fmt.Errorf("%w: /Prev points forwards (linearized?)", ErrUnsupported)
		}
		pos, limit = prev, s.pos
	}
}

func readSection(src []byte, pos int) (section, error) {
	s := section{pos: pos}
	l := &lexer{src, pos}
	if pos >= len(src) {
		return s, l.fail("a cross-reference section outside the file")
	}
	if !l.has("xref") {
		if isDigit(src[pos]) {
			return s, fmt.Errorf("%w: a cross-reference stream", ErrUnsupported)
		}
		return s, l.fail("no cross-reference section")
	}
	l.p += len("xref")
	for {
		l.skip()
		if l.has("trailer") {
			l.p += len("trailer")
			break
		}
		if err := s.subsection(l); err != nil {
			return s, err
		}
	}
	v, err := l.object(0)
	if err != nil {
		return s, err
	}
	d, ok := v.(Dict)
	if !ok {
		return s, l.fail("the trailer is no dictionary")
	}
	for _, k := range []Name{"Encrypt", "XRefStm"} {
		if d[k] != nil {
			return s, fmt.Errorf("%w: /%s in the trailer", ErrUnsupported, k)
		}
	}
	s.trailer, s.end = d, l.p
	return s, nil
}

func (s *section) subsection(l *lexer) error {
	first, err := l.natural(maxObject)
	if err != nil {
		return err
	}
	n, err := l.natural(maxObject + 1 - first)
	if err != nil {
		return err
	}
	l.skip()
	if n > (len(l.s)-l.p)/entryLen {
		return l.fail("%d cross-reference entries do not fit in the file", n)
	}
	for k := range n {
		e := l.s[l.p : l.p+entryLen]
		off, ok := parseNatural(string(e[:10]))
		gen, ok2 := parseNatural(string(e[11:16]))
		if !ok || !ok2 || e[10] != ' ' || e[16] != ' ' || (e[17] != 'n' && e[17] != 'f') || !isSpace(e[18]) || !isSpace(e[19]) {
			return l.fail("a broken cross-reference entry")
		}
		free := e[17] == 'f'
		if !free && gen != 0 {
			return fmt.Errorf("%w: an object of generation %d", ErrUnsupported, gen)
		}
		if first+k > 0 {
			s.entries = append(s.entries, entry{Ref(first + k), off, free})
		} else if !free {
			return l.fail("object 0 is in use")
		}
		l.p += entryLen
	}
	return nil
}

// revision reads what follows a section: startxref with the section's own
// place, %%EOF and the end of that line.
func (s *section) revision(src []byte) (Revision, error) {
	l := &lexer{src, s.end}
	r := Revision{Xref: int64(s.pos), Trailer: s.trailer}
	if err := l.keyword("startxref"); err != nil {
		return r, err
	}
	if n, err := l.natural(len(src)); err != nil || n != s.pos {
		return r, l.fail("startxref does not point to the section before it")
	}
	for l.p < len(l.s) && isSpace(l.s[l.p]) {
		l.p++
	}
	if !l.has("%%EOF") {
		return r, l.fail("no %%%%EOF")
	}
	l.p += len("%%EOF")
	if l.has("\r\n") {
		l.p += 2
	} else if l.has("\n") || l.has("\r") {
		l.p++
	}
	r.End = int64(l.p)
	for _, e := range s.entries {
		r.Objects = append(r.Objects, e.ref)
	}
	return r, nil
}
