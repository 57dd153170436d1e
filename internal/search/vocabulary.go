package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/parallel"
)

// hit is a page that a word leads to, by its number, and how well it fits. There are
// millions of them where a country is indexed.
type hit struct{ page, score int32 }

// word is the pages that have a word, with its weights as scores.
type word struct{ pages []hit }

// term is all words that one stem leads to.
type term struct {
	whole []*word // the words that have the stem
	parts []*word // the compounds that have it in them, once for each time
	most  int     // it has no more hits than that
}

// form is one way to write a term.
type form struct {
	text, folded string
	*term
}

// forms finds the words of all pages and the parts of compounds that are no words, in
// their order, with the terms that they are ways to write.
func (x *Index) forms() []form {
	x.widen()
	texts := slices.Collect(maps.Keys(x.words))
	stems := fieldStems()
	for _, text := range texts {
		stems[stem(text)] = true
	}
	within := make([][]string, len(texts)) // the parts of each word
	parallel.Each(len(texts), func(n int) { within[n] = parts(texts[n], stems) })

	terms := map[string]*term{} // by their stems
	of := func(text string) *term {
		s := stem(text)
		if terms[s] == nil {
			terms[s] = &term{}
		}
		return terms[s]
	}
	var list []form
	others := map[string]bool{} // parts that are listed
	for n, text := range texts {
		w, t := x.words[text], of(text)
		list = append(list, form{text, fold(text), t})
		t.whole = append(t.whole, w)
		t.most = min(mostPages, t.most+len(w.pages))
		for _, part := range within[n] {
			t := of(part)
			t.parts = append(t.parts, w)
			t.most = min(mostPages, t.most+len(w.pages))
			if x.words[part] == nil && !others[part] {
				others[part] = true
				list = append(list, form{part, fold(part), t})
			}
		}
	}
	slices.SortFunc(list, func(a, b form) int {
		return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(a.text, b.text))
	})
	return list
}

// sort puts the pages in the order of their paths, whenever each was added, and numbers
// them anew.
func (x *Index) sort() {
	order := make([]int, len(x.pages))
	for n := range order {
		order[n] = n
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x.pages[a].Path, x.pages[b].Path) })
	sorted, number := make([]Found, len(order)), make([]int32, len(order))
	for n, was := range order {
		sorted[n], number[was] = x.pages[was], int32(n)
	}
	x.pages = sorted
	for _, w := range x.words {
		for n := range w.pages {
			w.pages[n].page = number[w.pages[n].page]
		}
	}
}

// best are the pages that a term leads to, best first, not more than mostPages of them.
// scores has room for every page; it comes and goes full of zeros.
func (x *Index) best(t *term, scores []int32) []hit {
	var hits []hit
	add := func(page, score int32) {
		if scores[page] == 0 {
			hits = append(hits, hit{page: page})
		}
		scores[page] += score
	}
	for _, w := range t.whole {
		for _, h := range w.pages {
			add(h.page, 10*h.score)
		}
	}
	for _, w := range t.parts {
		for _, h := range w.pages {
			add(h.page, max(h.score, inPart))
		}
	}
	for i := range hits {
		h := &hits[i]
		h.score, scores[h.page] = scores[h.page]+int32(x.pages[h.page].Favour), 0
	}
	return first(hits, mostPages)
}

// better puts the hits that fit best first.
func better(a, b hit) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.page, b.page)) }

// first sorts hits and gives the n best. Of a long list it sorts few: on a large site it
// is a third of the work here.
func first(hits []hit, n int) []hit {
	kept := slices.Clone(hits[:min(2*n, len(hits))])
	for _, h := range hits[len(kept):] {
		if len(kept) == 2*n {
			slices.SortFunc(kept, better)
			kept = kept[:n]
		}
		if better(h, kept[n-1]) < 0 {
			kept = append(kept, h)
		}
	}
	slices.SortFunc(kept, better)
	return kept[:min(n, len(kept))]
}
