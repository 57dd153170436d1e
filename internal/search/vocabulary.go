package search

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// hit is a page that a word leads to, and how well it fits.
type hit struct{ page, score int }

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
	words := x.words()
	x.widen(words)
	texts := slices.Collect(maps.Keys(words))
	stems := fieldStems()
	for _, text := range texts {
		stems[stem(text)] = true
	}
	within := make([][]string, len(texts)) // the parts of each word
	parallel(len(texts), func(n int) { within[n] = parts(texts[n], stems) })

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
		w, t := words[text], of(text)
		list = append(list, form{text, fold(text), t})
		t.whole = append(t.whole, w)
		t.most = min(mostPages, t.most+len(w.pages))
		for _, part := range within[n] {
			t := of(part)
			t.parts = append(t.parts, w)
			t.most = min(mostPages, t.most+len(w.pages))
			if words[part] == nil && !others[part] {
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

// words are all that pages have.
func (x *Index) words() map[string]*word {
	words := map[string]*word{}
	for n, page := range x.pages {
		page.each(func(text string, weight int) {
			if words[text] == nil {
				words[text] = &word{}
			}
			w := words[text]
			w.pages = append(w.pages, hit{n, weight})
		})
	}
	return words
}

// best are the pages that a term leads to, best first, not more than mostPages of them.
// scores has room for every page; it comes and goes full of zeros.
func (x *Index) best(t *term, scores []int) []hit {
	var hits []hit
	add := func(page, score int) {
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
		h.score, scores[h.page] = scores[h.page]+x.pages[h.page].Favour, 0
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

// parallel calls do for each number below n, on all processors.
func parallel(n int, do func(n int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
