package search

import (
	"slices"
	"strconv"
	"strings"
)

// part is a file of the index, and what it is made of.
type part struct {
	name  string
	forms []form
}

func (p part) path() string { return "search/w-" + p.name + ".json" }

// form is one way to write a term.
type form struct {
	text, folded string
	term         int
}

// before is the order of forms.
func before(a, b form) int {
	if c := strings.Compare(a.folded, b.folded); c != 0 {
		return c
	}
	return strings.Compare(a.text, b.text)
}

// forms are all ways to write the terms, in their order.
func (v *vocabulary) forms() []form {
	list := make([]form, 0, len(v.words)+len(v.extra))
	for _, w := range v.words {
		list = append(list, form{w.text, fold(w.text), w.term})
	}
	list = append(list, v.extra...)
	slices.SortFunc(list, before)
	return list
}

// files parts the forms by the folded letters that they begin with, into files that
// are small enough.
func (v *vocabulary) files() []part {
	c := cutter{v.terms, make([]int, len(v.terms)), 0}
	return c.cut(v.forms(), 1)
}

// cutter knows which terms it has seen in a round.
type cutter struct {
	terms []term
	seen  []int
	round int
}

// cut makes files of forms in their order: one for each beginning of so many letters,
// or several where it would be too large.
func (c *cutter) cut(list []form, letters int) []part {
	var files []part
	for len(list) > 0 {
		begins, n := head(list[0].folded, letters), 1
		for n < len(list) && head(list[n].folded, letters) == begins {
			n++
		}
		if n > 1 && letters < 8 && c.size(list[:n]) > maxShard {
			files = append(files, c.cut(list[:n], letters+1)...)
		} else {
			files = append(files, part{fileName(begins, letters), list[:n]})
		}
		list = list[n:]
	}
	return files
}

// size is about how many bytes a file of forms takes, at most.
func (c *cutter) size(list []form) int {
	n := 0
	c.round++
	for _, f := range list {
		n += len(f.text) + 8
		if c.seen[f.term] != c.round {
			c.seen[f.term] = c.round
			n += 10 * c.terms[f.term].most
		}
	}
	return n
}

// words is one file of the index: for each form the number of its entry, for
// each entry its pages and scores in turn.
type words struct {
	Forms map[string]int `json:"f"`
	Pages [][]int        `json:"p"`
}

// fill makes a file of forms.
func (r *ranker) fill(list []form, worker int) words {
	w := words{Forms: make(map[string]int, len(list))}
	at := make(map[int]int, len(list))
	for _, f := range list {
		n, have := at[f.term]
		if !have {
			n = len(w.Pages)
			at[f.term] = n
			hits := r.best(&r.terms[f.term], worker)
			flat := make([]int, 0, 2*len(hits))
			for _, h := range hits {
				flat = append(flat, int(h.page), int(h.score))
			}
			w.Pages = append(w.Pages, flat)
		}
		w.Forms[f.text] = n
	}
	return w
}

// head is a word's first n letters; the word where it has no more.
func head(word string, n int) string {
	for i := range word {
		if n == 0 {
			return word[:i]
		}
		n--
	}
	return word
}

// fileName is what the file is called for words that begin so, with n letters: in
// those that an address takes. A shorter word is padded, so that no name is the
// beginning of another.
func fileName(begins string, n int) string {
	var b strings.Builder
	for _, c := range begins {
		n--
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			b.WriteRune(c)
		} else {
			b.WriteString("-" + strconv.FormatInt(int64(c), 16))
		}
	}
	return b.String() + strings.Repeat("_", n)
}
