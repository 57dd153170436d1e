package search

import (
	"cmp"
	"runtime"
	"slices"
)

// hit is a page that a word leads to, and how well it fits.
type hit struct{ page, score int32 }

// better puts the hits that fit best first.
func better(a, b hit) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.page, b.page)) }

// term is all words that one stem leads to.
type term struct {
	stem  string
	whole []int32 // the words that have the stem
	parts []int32 // the compounds that have it in them, once for each time
	most  int     // it has no more hits than that
}

// part finds the terms of all words, and the parts of compounds that are no words.
func (v *vocabulary) part() {
	known := make(map[string]int, len(v.words))
	of := func(stem string) int {
		n, there := known[stem]
		if !there {
			n = len(v.terms)
			known[stem] = n
			v.terms = append(v.terms, term{stem: stem})
		}
		return n
	}
	extra := map[string]int{} // their terms
	v.terms = make([]term, 0, len(v.words))
	for n := range v.words {
		w := &v.words[n]
		w.term = of(w.stem)
		t := &v.terms[w.term]
		t.whole = append(t.whole, int32(n))
		t.most = min(mostPages, t.most+len(w.pages))
		for _, part := range w.parts {
			at := v.termOf(part, extra, of) // which may make it
			t := &v.terms[at]
			t.parts = append(t.parts, int32(n))
			t.most = min(mostPages, t.most+len(w.pages))
		}
	}
	for text, t := range extra {
		v.extra = append(v.extra, form{text, fold(text), t})
	}
}

// termOf is the term of a compound's part.
func (v *vocabulary) termOf(part string, extra map[string]int, of func(stem string) int) int {
	if n, known := v.at[part]; known {
		return of(v.words[n].stem)
	}
	t, known := extra[part]
	if !known {
		t = of(stem(part))
		extra[part] = t
	}
	return t
}

// ranker finds the pages of terms.
type ranker struct {
	*vocabulary
	pages  []Found
	scores [][]int32 // of each worker; zero between terms
}

func (x *Index) ranker(v *vocabulary) *ranker {
	r := &ranker{v, x.pages, make([][]int32, runtime.GOMAXPROCS(0))}
	for worker := range r.scores {
		r.scores[worker] = make([]int32, len(x.pages))
	}
	return r
}

// best are the pages that a term leads to, not more than mostPages of them.
func (r *ranker) best(t *term, worker int) []hit {
	var hits []hit
	scores := r.scores[worker]
	add := func(page, score int32) {
		if scores[page] == 0 {
			hits = append(hits, hit{page: page})
		}
		scores[page] += score
	}
	for _, n := range t.whole {
		for _, h := range r.words[n].pages {
			add(h.page, 10*h.score)
		}
	}
	for _, n := range t.parts {
		for _, h := range r.words[n].pages {
			add(h.page, max(h.score, inPart))
		}
	}
	for i := range hits {
		page := hits[i].page
		hits[i].score = scores[page] + int32(r.pages[page].Favour)
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
