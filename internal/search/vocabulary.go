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
	pages      int      // how many have it
	print      uint64   // of which have it, and how much it counts there
	term       int      // that its stem is of
}

// vocabulary is every word that pages have. Those that no page has any more stay,
// with no pages.
type vocabulary struct {
	words  []word
	sorted int            // so many of them come in the order of forms
	at     map[string]int // the number of each by its text
	terms  []term
	extra  []form // the parts of compounds that are no words by themselves
}

// postings are words with the pages that have them.
type postings struct {
	number map[string]int
	words  []string
	pages  [][]hit // their weights as scores
}

// of gives the pages of a word.
func (p *postings) of(word string) []hit {
	if n, known := p.number[word]; known {
		return p.pages[n]
	}
	return nil
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

// sieve lets words through: those that were put in, and others that are alike.
type sieve [1 << 11]uint64

func place(word string) (n, bit uint64) {
	last := len(word) - 1
	if last < 0 {
		return 0, 1
	}
	h := uint64(last)<<32 | uint64(word[0])<<24 | uint64(word[last/3])<<16 | uint64(word[last-last/3])<<8 | uint64(word[last])
	h *= 0x9e3779b97f4a7c15
	return h >> 53, 1 << (h >> 47 & 63)
}

func (s *sieve) put(word string) {
	n, bit := place(word)
	s[n] |= bit
}

func (s *sieve) passes(word string) bool {
	n, bit := place(word)
	return s[n]&bit != 0
}

// scan reads the records, several ranges of pages at a time, for the words that
// are wanted at least; nil: for all.
func (x *Index) scan(wanted *sieve) *postings {
	of := make([]*postings, runtime.GOMAXPROCS(0))
	size := (len(x.pages) + len(of) - 1) / len(of)
	abreast(len(of), func(part, _ int) {
		p := &postings{number: map[string]int{}}
		from := min(part*size, len(x.pages))
		for doc, page := range x.pages[from:min(from+size, len(x.pages))] {
			page.each(func(word string, weight int) {
				if wanted != nil && !wanted.passes(word) {
					return
				}
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

// vocabularyOf makes a vocabulary of all words of all pages.
func (x *Index) vocabularyOf(p *postings) *vocabulary {
	v := &vocabulary{words: make([]word, len(p.words)), at: p.number}
	abreast(len(v.words), func(n, _ int) {
		w := word{text: p.words[n], stem: stem(p.words[n]), pages: len(p.pages[n])}
		for _, h := range p.pages[n] {
			w.print += share(int(h.page), x.pages[h.page].favour, int(h.score))
		}
		v.words[n] = w
	})
	stems := v.stems()
	abreast(len(v.words), func(n, _ int) { v.words[n].parts = parts(v.words[n].text, stems) })
	return v
}

// share is of one page in a word's print. It tells of all that the page's score comes
// of; sums of shares are as good as never the same for others.
func share(page int, favour int32, weight int) uint64 {
	return mix(mix(uint64(page)<<8|uint64(favour)) ^ uint64(weight))
}

// mix spreads a number over all bits (SplitMix64's finalizer, Steele, Lea and Flood
// 2014).
func mix(n uint64) uint64 {
	n += 0x9e3779b97f4a7c15
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}

// stems are those that a compound can be made of.
func (v *vocabulary) stems() map[string]bool {
	known := make(map[string]bool, len(v.words))
	for s := range fieldStems() {
		known[s] = true
	}
	for _, w := range v.words {
		if w.pages > 0 {
			known[w.stem] = true
		}
	}
	return known
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
