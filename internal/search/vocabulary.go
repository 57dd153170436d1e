package search

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// word is one that pages have.
type word struct {
	text, stem string
	parts      []string // of a compound
	pages      []hit    // those that have it; their weights as scores
	term       int      // that its stem is of
}

// vocabulary is every word that pages have.
type vocabulary struct {
	words []word
	at    map[string]int // the number of each by its text
	terms []term
	extra []form // the parts of compounds that are no words by themselves
}

// postings are words with the pages that have them.
type postings struct {
	number map[string]int
	words  []string
	pages  [][]hit // their weights as scores
}

// add gives a word's number, which it is given now if it has none.
func (p *postings) add(word string) int {
	n, known := p.number[word]
	if !known {
		n = len(p.words)
		p.number[word] = n
		p.words, p.pages = append(p.words, word), append(p.pages, nil)
	}
	return n
}

// scan gathers the words of all pages, several ranges of pages at a time.
func (x *Index) scan() *postings {
	of := make([]*postings, runtime.GOMAXPROCS(0))
	size := (len(x.pages) + len(of) - 1) / len(of)
	parallel(len(of), func(part, _ int) {
		p := &postings{number: map[string]int{}}
		from := min(part*size, len(x.pages))
		for doc, page := range x.pages[from:min(from+size, len(x.pages))] {
			page.each(func(word string, weight int) {
				n := p.add(word)
				p.pages[n] = append(p.pages[n], hit{int32(from + doc), int32(weight)})
			})
		}
		of[part] = p
	})
	all := of[0]
	for _, p := range of[1:] {
		for i, word := range p.words {
			n := all.add(word)
			all.pages[n] = append(all.pages[n], p.pages[i]...)
		}
	}
	return all
}

// vocabulary finds the stems and the parts of all words.
func (x *Index) vocabulary() *vocabulary {
	p := x.scan()
	v := &vocabulary{words: make([]word, len(p.words)), at: p.number}
	parallel(len(v.words), func(n, _ int) {
		v.words[n] = word{text: p.words[n], stem: stem(p.words[n]), pages: p.pages[n]}
	})
	stems := v.stems()
	parallel(len(v.words), func(n, _ int) { v.words[n].parts = parts(v.words[n].text, stems) })
	v.part()
	return v
}

// stems are those that a compound can be made of.
func (v *vocabulary) stems() map[string]bool {
	known := make(map[string]bool, len(v.words))
	for s := range fieldStems() {
		known[s] = true
	}
	for _, w := range v.words {
		known[w.stem] = true
	}
	return known
}

// parallel calls do for each number below n, from one worker for each processor.
func parallel(n int, do func(n, worker int)) {
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
