package search

import (
	"strconv"
	"strings"
)

// part is a file of the index, and what it is made of.
type part struct {
	name  string
	forms []form
}

func (p part) path() string { return "search/w-" + p.name + ".json" }

// cut parts forms, in their order, by the folded letters that they begin with into files
// that are small enough: one for each beginning of so many letters, or several where it
// would be too large.
func cut(list []form, letters int) []part {
	var files []part
	for len(list) > 0 {
		begins, n := head(list[0].folded, letters), 1
		for n < len(list) && head(list[n].folded, letters) == begins {
			n++
		}
		if n > 1 && letters < 8 && size(list[:n]) > maxShard {
			files = append(files, cut(list[:n], letters+1)...)
		} else {
			files = append(files, part{fileName(begins, letters), list[:n]})
		}
		list = list[n:]
	}
	return files
}

// size is about how many bytes a file of forms takes, at most.
func size(list []form) int {
	n, counted := 0, map[*term]bool{}
	for _, f := range list {
		n += len(f.text) + 8
		if !counted[f.term] {
			counted[f.term] = true
			n += 10 * f.most
		}
	}
	return n
}

// words is one file of the index: for each form the number of its entry, for
// each entry its pages and scores in turn.
type words struct {
	Forms map[string]int `json:"f"`
	Pages [][]int32      `json:"p"`
}

// fill makes a file of forms. scores has room for every page, all zeros, as best wants it.
func (x *Index) fill(list []form, scores []int32) words {
	w := words{Forms: make(map[string]int, len(list))}
	at := make(map[*term]int, len(list))
	for _, f := range list {
		n, have := at[f.term]
		if !have {
			n = len(w.Pages)
			at[f.term] = n
			hits := x.best(f.term, scores)
			flat := make([]int32, 0, 2*len(hits))
			for _, h := range hits {
				flat = append(flat, h.page, h.score)
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
