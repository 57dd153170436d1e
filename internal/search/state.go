package search

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"

	"samsyn/internal/view/site"
)

// The state is what a run keeps of the whole index for the next: which pages it
// was of, and their words. With the words that the pages have changed since, it
// becomes the vocabulary of today without a look at the other pages.

// mark is the beginning of a page's key.
type mark [8]byte

func markOf(k site.Key) mark { return mark(k[:8]) }

// state writes down the marks of the pages, and each word in the order of forms: its
// text, its stem, how many parts it has, where they begin and how long they are, how
// many pages have it, and its print. Before all stands a checksum (CRC-32C, RFC 3720
// §B.4).
func (x *Index) state(v *vocabulary) []byte {
	b := make([]byte, 4, 4+8*len(x.pages)+32*len(v.words))
	b = binary.AppendUvarint(b, uint64(len(x.pages)))
	for _, p := range x.pages {
		b = append(b, p.key[:]...)
	}
	for _, f := range v.forms() {
		n, known := v.at[f.text]
		if !known || v.words[n].pages == 0 {
			continue // a part of compounds alone
		}
		w := v.words[n]
		b = appendText(b, w.text)
		if w.stem != "" && strings.HasPrefix(w.text, w.stem) {
			b = binary.AppendUvarint(b, uint64(len(w.stem)))
		} else {
			b = appendText(binary.AppendUvarint(b, 0), w.stem)
		}
		b = binary.AppendUvarint(b, uint64(len(w.parts)))
		for _, part := range w.parts {
			b = binary.AppendUvarint(b, uint64(strings.Index(w.text, part)))
			b = binary.AppendUvarint(b, uint64(len(part)))
		}
		b = binary.AppendUvarint(b, uint64(w.pages))
		b = binary.LittleEndian.AppendUint64(b, w.print)
	}
	binary.LittleEndian.PutUint32(b, crc32.Checksum(b[4:], castagnoli))
	return b
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// readState reads what state wrote.
func readState(s string) (marks string, v *vocabulary, ok bool) {
	if len(s) < 4 || binary.LittleEndian.Uint32([]byte(s[:4])) != crc32.Checksum([]byte(s[4:]), castagnoli) {
		return "", nil, false
	}
	r := reader{s[4:], true}
	marks = r.raw(8 * r.number())
	v = &vocabulary{}
	for r.rest != "" {
		w := word{text: r.text()}
		if n := r.number(); n == 0 {
			w.stem = r.text()
		} else {
			w.stem = w.text[:min(n, len(w.text))]
		}
		if n := min(r.number(), len(w.text)*2); n > 0 {
			w.parts = make([]string, n)
			for i := range w.parts {
				from := min(r.number(), len(w.text))
				w.parts[i] = w.text[from:min(from+r.number(), len(w.text))]
			}
		}
		w.pages = r.number()
		print := r.raw(8)
		if !r.ok {
			return "", nil, false
		}
		w.print = binary.LittleEndian.Uint64([]byte(print))
		v.words = append(v.words, w)
	}
	v.sorted = len(v.words)
	v.at = make(map[string]int, len(v.words))
	for n, w := range v.words {
		v.at[w.text] = n
	}
	return marks, v, r.ok
}

// fromState makes the vocabulary of what an earlier run has kept, and tells how many
// pages have changed since. It is nil, and all have, where that was of other pages.
func (x *Index) fromState(m Memory) (v *vocabulary, changed int) {
	if m == nil {
		return nil, len(x.pages)
	}
	_, kept, ok := m.Before(listFile)
	if !ok {
		return nil, len(x.pages)
	}
	marks, v, ok := readState(kept)
	if !ok || len(marks) != len(mark{})*len(x.pages) {
		return nil, len(x.pages)
	}
	had := len(v.words)
	for n, p := range x.pages {
		before := mark([]byte(marks[n*len(mark{}):][:len(mark{})]))
		if p.key == before {
			continue
		}
		changed++
		if p.was == nil || markOf(p.was.Key) != before || !x.change(v, n) {
			return nil, len(x.pages)
		}
	}
	if !v.settle(had) {
		return nil, len(x.pages)
	}
	return v, changed
}

// change takes away from the vocabulary what a page had and gives it what it has.
func (x *Index) change(v *vocabulary, n int) bool {
	p := x.pages[n]
	was, ok := readRecord(p.was.Words)
	if !ok {
		return false
	}
	was.each(func(text string, weight int) {
		at, known := v.at[text]
		if ok = ok && known; ok {
			v.words[at].pages--
			v.words[at].print -= share(n, was.favour, weight)
		}
	})
	p.each(func(text string, weight int) {
		at, known := v.at[text]
		if !known {
			at = len(v.words)
			v.at[text] = at
			v.words = append(v.words, word{text: text})
		}
		v.words[at].pages++
		v.words[at].print += share(n, p.favour, weight)
	})
	return ok
}

// mostNew is how many stems may come or go before it takes less to begin anew.
const mostNew = 100

// settle finds the stems and parts of the words that have come, and the parts of
// others where stems have come or gone. The first had words were there before.
func (v *vocabulary) settle(had int) bool {
	touched := map[string]bool{}
	for n := range v.words {
		w := &v.words[n]
		if w.pages < 0 {
			return false
		}
		if n >= had {
			w.stem = stem(w.text)
		}
		if n >= had || w.pages == 0 {
			touched[w.stem] = true
		}
	}
	if len(touched) == 0 {
		return true
	}
	moved := v.moved(touched, had)
	if len(moved) > mostNew {
		return false
	}
	stems := v.stems()
	abreast(len(v.words), func(n, _ int) {
		if w := &v.words[n]; n >= had || slices.ContainsFunc(moved, func(s string) bool { return strings.Contains(w.text, s) }) {
			w.parts = parts(w.text, stems)
		}
	})
	return true
}

// moved are those of some stems that no word had before, or that none has any more.
// A word that has none of them in it has no part with such a stem: the stem is the
// beginning of the part, but for the exceptions, which are given too.
func (v *vocabulary) moved(touched map[string]bool, had int) []string {
	was, is := fieldStems(), fieldStems()
	for n, w := range v.words {
		if touched[w.stem] {
			was[w.stem] = was[w.stem] || n < had
			is[w.stem] = is[w.stem] || w.pages > 0
		}
	}
	var list []string
	for s := range touched {
		if was[s] != is[s] {
			list = append(list, s)
		}
	}
	for form, s := range exceptions {
		if was[s] != is[s] && !strings.HasPrefix(form, s) {
			list = append(list, form)
		}
	}
	return list
}
