package search

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// hit is a page that a word leads to, and how well it fits.
type hit struct{ page, score int32 }

// better puts the hits that fit best first.
func better(a, b hit) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.page, b.page)) }

// vocabulary is every word that pages have, with the pages that have it.
type vocabulary struct {
	words map[string]int
	forms []string
	pages [][]hit // their weights as scores
}

func (x *Index) vocabulary() *vocabulary {
	v := &vocabulary{words: map[string]int{}}
	for doc, p := range x.pages {
		p.each(func(word string, weight int) {
			n, known := v.words[word]
			if !known {
				n = len(v.forms)
				v.words[word] = n
				v.forms, v.pages = append(v.forms, word), append(v.pages, nil)
			}
			v.pages[n] = append(v.pages[n], hit{int32(doc), int32(weight)})
		})
	}
	return v
}

// term is all that one stem leads to.
type term struct {
	forms map[string]bool // as it is written, with the parts of compounds
	whole []int           // the words that have the stem
	parts []int           // the compounds that have it in them, once for each time
	hits  []hit
}

// terms are, by stem, the pages with their scores (best first), and the forms in
// which each stem is written.
func (x *Index) terms() (terms map[string][]hit, forms map[string]map[string]bool) {
	v := x.vocabulary()
	stems := make([]string, len(v.forms))
	known := fieldStems()
	for n, word := range v.forms {
		stems[n] = stem(word)
		known[stems[n]] = true
	}
	all := map[string]*term{}
	of := func(s, form string) *term {
		t := all[s]
		if t == nil {
			t = &term{forms: map[string]bool{}}
			all[s] = t
		}
		t.forms[form] = true
		return t
	}
	for n, word := range v.forms {
		t := of(stems[n], word)
		t.whole = append(t.whole, n)
		for _, part := range parts(word, known) {
			t := of(stem(part), part)
			t.parts = append(t.parts, n)
		}
	}
	x.rank(slices.Collect(maps.Values(all)), v)
	terms, forms = make(map[string][]hit, len(all)), make(map[string]map[string]bool, len(all))
	for s, t := range all {
		terms[s], forms[s] = t.hits, t.forms
	}
	return terms, forms
}

// rank finds the pages of all terms, several at a time.
func (x *Index) rank(all []*term, v *vocabulary) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			scores := make([]int32, len(x.pages)) // zero between terms
			for n := next.Add(1) - 1; n < int64(len(all)); n = next.Add(1) - 1 {
				all[n].hits = x.best(all[n], v, scores)
			}
		})
	}
	wg.Wait()
}

// best are the pages that a term leads to, not more than mostPages of them.
func (x *Index) best(t *term, v *vocabulary, scores []int32) []hit {
	var hits []hit
	add := func(page, score int32) {
		if scores[page] == 0 {
			hits = append(hits, hit{page: page})
		}
		scores[page] += score
	}
	for _, n := range t.whole {
		for _, h := range v.pages[n] {
			add(h.page, 10*h.score)
		}
	}
	for _, n := range t.parts {
		for _, h := range v.pages[n] {
			add(h.page, max(h.score, inPart))
		}
	}
	for i := range hits {
		page := hits[i].page
		hits[i].score = scores[page] + int32(favour[x.pages[page].kind])
		scores[page] = 0
	}
	return first(hits, mostPages)
}

// first sorts hits and gives the n best. Of a long list it sorts few.
func first(hits []hit, n int) []hit {
	if len(hits) <= 4*n {
		slices.SortFunc(hits, better)
		return hits[:min(n, len(hits))]
	}
	kept := slices.Clone(hits[:2*n])
	slices.SortFunc(kept, better)
	kept = kept[:n]
	for _, h := range hits[2*n:] {
		if better(h, kept[n-1]) > 0 {
			continue
		}
		if kept = append(kept, h); len(kept) == 2*n {
			slices.SortFunc(kept, better)
			kept = kept[:n]
		}
	}
	slices.SortFunc(kept, better)
	return kept[:n]
}
