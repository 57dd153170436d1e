package search

import (
	"encoding/binary"

	"samsyn/internal/view"
)

// record writes down a page and its words: five texts, then each word and its
// weight. A text begins with its length; numbers are varints.
func record(p *view.Page, weights []counted) []byte {
	var b []byte
	put := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	for _, s := range []string{p.Path, p.Title.S, p.Kind, about(p), p.Lang} {
		put(s)
	}
	for _, c := range weights {
		put(c.word)
		b = binary.AppendUvarint(b, uint64(c.weight))
	}
	return b
}

// readRecord reads what record wrote. Its texts are parts of s.
func readRecord(s string) (p page, ok bool) {
	r := reader{s, true}
	p = page{path: r.text(), title: r.text(), favour: favour[r.text()], about: r.text(), lang: r.text()}
	p.words = r.rest
	for r.rest != "" && r.ok {
		r.text()
		r.number()
	}
	return p, r.ok
}

// each calls f with every word of a page and its weight.
func (p page) each(f func(word string, weight int)) {
	for r := (reader{p.words, true}); r.rest != ""; {
		word := r.text()
		f(word, r.number())
	}
}

// reader reads a record from its beginning; ok tells whether all was as it should.
type reader struct {
	rest string
	ok   bool
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

func (r *reader) text() string {
	n := r.number()
	if n > len(r.rest) {
		r.rest, r.ok = "", false
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}
