package search

import (
	"cmp"
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

// number is a word's, which it is given now if it has none.
func (v *vocabulary) number(word string) int {
	n, known := v.words[word]
	if !known {
		n = len(v.forms)
		v.words[word] = n
		v.forms, v.pages = append(v.forms, word), append(v.pages, nil)
	}
	return n
}

// vocabulary reads the records, several ranges of pages at a time.
func (x *Index) vocabulary() *vocabulary {
	of := make([]*vocabulary, runtime.GOMAXPROCS(0))
	size := (len(x.pages) + len(of) - 1) / len(of)
	abreast(len(of), func(part, _ int) {
		v := &vocabulary{words: map[string]int{}}
		from := min(part*size, len(x.pages))
		for doc, p := range x.pages[from:min(from+size, len(x.pages))] {
			p.each(func(word string, weight int) {
				n := v.number(word)
				v.pages[n] = append(v.pages[n], hit{int32(from + doc), int32(weight)})
			})
		}
		of[part] = v
	})
	all := of[0]
	for _, v := range of[1:] {
		for i, word := range v.forms {
			n := all.number(word)
			all.pages[n] = append(all.pages[n], v.pages[i]...)
		}
	}
	return all
}

// abreast calls do for each number below n, from one worker for each processor.
func abreast(n int, do func(n, worker int)) {
	const step = 64 // a worker takes so many at once, where there are more
	var next atomic.Int64
	var wg sync.WaitGroup
	count := max(1, min(step, n/(4*runtime.GOMAXPROCS(0))))
	for worker := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				to := int(next.Add(int64(count)))
				for i := to - count; i < min(to, n); i++ {
					do(i, worker)
				}
				if to >= n {
					return
				}
			}
		})
	}
	wg.Wait()
}

// term is all that one stem leads to: the pages with their scores, best first.
type term struct {
	stem  string
	forms []string // as it is written, with the parts of compounds; some twice
	whole []int    // the words that have the stem
	parts []int    // the compounds that have it in them, once for each time
	hits  []hit
}

// terms are all stems with what they lead to.
func (x *Index) terms() []*term {
	v := x.vocabulary()
	stems := make([]string, len(v.forms))
	abreast(len(stems), func(n, _ int) { stems[n] = stem(v.forms[n]) })
	known := fieldStems()
	for _, s := range stems {
		known[s] = true
	}
	compounds := make([][]string, len(v.forms))
	abreast(len(compounds), func(n, _ int) { compounds[n] = parts(v.forms[n], known) })

	var all []*term
	at := make(map[string]*term, len(known))
	of := func(s, form string) *term {
		t := at[s]
		if t == nil {
			t = &term{stem: s}
			at[s] = t
			all = append(all, t)
		}
		t.forms = append(t.forms, form)
		return t
	}
	for n, word := range v.forms {
		t := of(stems[n], word)
		t.whole = append(t.whole, n)
		for _, part := range compounds[n] {
			t := of(stem(part), part)
			t.parts = append(t.parts, n)
		}
	}
	x.rank(all, v)
	return all
}

// rank finds the pages of all terms.
func (x *Index) rank(all []*term, v *vocabulary) {
	scores := make([][]int32, runtime.GOMAXPROCS(0)) // zero between terms
	for worker := range scores {
		scores[worker] = make([]int32, len(x.pages))
	}
	abreast(len(all), func(n, worker int) { all[n].hits = x.best(all[n], v, scores[worker]) })
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
		hits[i].score = scores[page] + x.pages[page].favour
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
