package search

import (
	"encoding/binary"

	pages "samsyn/internal/view/page"
)

// record writes down a page and its words: four texts, what it is worth, then each
// word and its weight. A text begins with its length; numbers are varints.
func record(p *pages.Page, weights []counted) []byte {
	var b []byte
	for _, s := range []string{p.Path, p.Title.S, about(p), p.Lang} {
		b = appendText(b, s)
	}
	b = binary.AppendUvarint(b, uint64(p.Weight))
	for _, c := range weights {
		b = appendText(b, c.word)
		b = binary.AppendUvarint(b, uint64(c.weight))
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// readRecord reads what record wrote. Its texts are parts of s.
func readRecord(s string) (p page, ok bool) {
	r := reader{s, true}
	p = page{path: r.text(), title: r.text(), about: r.text(), lang: r.text(), favour: int32(r.number())}
	p.words = r.rest
	for r.rest != "" && r.ok {
		r.word()
	}
	return p, r.ok
}

// each calls f with every word of a page and its weight.
func (p page) each(f func(word string, weight int)) {
	for r := (reader{p.words, true}); r.rest != ""; {
		f(r.word())
	}
}

// reader reads what was written down from its beginning; ok tells whether all was as it should.
type reader struct {
	rest string
	ok   bool
}

// word reads a word and its weight.
func (r *reader) word() (word string, weight int) {
	// Nearly always both numbers are of one byte, and there are millions.
	if n := int(r.rest[0]); n < 0x80 && n+1 < len(r.rest) && r.rest[n+1] < 0x80 {
		word, weight = r.rest[1:n+1], int(r.rest[n+1])
		r.rest = r.rest[n+2:]
		return word, weight
	}
	return r.text(), r.number()
}

func (r *reader) number() int {
	n, shift := uint64(0), 0
	for i := range len(r.rest) {
		c := r.rest[i]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			return int(n & 0x7fffffff)
		}
		if shift += 7; shift > 28 {
			break
		}
	}
	r.rest, r.ok = "", false
	return 0
}

func (r *reader) text() string { return r.raw(r.number()) }

// raw takes n bytes.
func (r *reader) raw(n int) string {
	if n > len(r.rest) {
		r.rest, r.ok = "", false
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}
