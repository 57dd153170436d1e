package search

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// part is a file of the index, and what it is made of.
type part struct {
	name  string
	forms []form
}

// form is one way to write a term.
type form struct {
	word, folded string
	*term
}

// shard parts the terms by the folded letters that their forms begin with, into
// files that are small enough.
func shard(terms []*term) []part {
	at := map[string]int{}
	var groups [][]form
	for _, t := range terms {
		slices.Sort(t.forms)
		for _, word := range slices.Compact(t.forms) {
			f := form{word, fold(word), t}
			first := head(f.folded, 1)
			n, known := at[first]
			if !known {
				n = len(groups)
				at[first], groups = n, append(groups, nil)
			}
			groups[n] = append(groups[n], f)
		}
	}
	files := make([][]part, len(groups))
	abreast(len(groups), func(n, _ int) {
		slices.SortFunc(groups[n], func(a, b form) int {
			return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(a.word, b.word), strings.Compare(a.stem, b.stem))
		})
		files[n] = cut(groups[n], 1)
	})
	return slices.Concat(files...)
}

// cut makes files of forms in their order: one for each beginning of so many letters,
// or several where it would be too large.
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

// size is about how many bytes a file of forms takes.
func size(list []form) int {
	n := 0
	terms := make(map[*term]bool, len(list))
	for _, f := range list {
		n += len(f.word) + 8
		if !terms[f.term] {
			terms[f.term] = true
			n += 10 * len(f.hits)
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
func fill(list []form) ([]byte, error) {
	w := words{Forms: make(map[string]int, len(list))}
	at := make(map[*term]int, len(list))
	for _, f := range list {
		n, have := at[f.term]
		if !have {
			n = len(w.Pages)
			at[f.term] = n
			flat := make([]int, 0, 2*len(f.hits))
			for _, h := range f.hits {
				flat = append(flat, int(h.page), int(h.score))
			}
			w.Pages = append(w.Pages, flat)
		}
		w.Forms[f.word] = n
	}
	return json.Marshal(w)
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
