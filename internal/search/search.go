// Package search makes an index of the site when it is built, in small files, so
// that a script can search without a server: it fetches the file that a word of
// the query falls into, and the titles of the pages that it finds.
package search

import (
	"slices"
	"strings"
	"sync"

	"samsyn/internal/view/block"
	pages "samsyn/internal/view/page"
	"samsyn/internal/view/site"
)

const (
	maxShard  = 48_000 // bytes
	perShard  = 40     // pages whose titles stand in one file
	mostPages = 150    // for one word; the best are kept
)

// How much a word counts by where it stands.
const (
	inTitle = 40
	inAlso  = 40 // another name of the thing
	inLead  = 8
	inBody  = 2
	inPart  = 1 // as a part of a compound
)

// Index collects what is found of pages. It may be added to from several
// goroutines.
type Index struct {
	mu    sync.Mutex
	pages []page
}

// Found is what Of gave of a page, and the key of what the page was made from. Of
// the same key comes the same.
type Found struct {
	Key   site.Key
	Words string
}

// page is what the index shows of a page, and the words that lead to it.
type page struct {
	path, title, about, lang string
	favour                   int32  // what it is worth more than others
	words                    string // as record writes them
	key                      mark
	was                      *Found // in an earlier run, where it has been made anew
}

// Of takes down what a page says, for Add: now, or in a later run while the page
// is the same. It is empty for pages that are left out.
func Of(p *pages.Page) []byte {
	if p.Unsearched {
		return nil
	}
	return record(p, weights(p))
}

// Add takes in what Of gave, and of a page that was made anew what it gave in an
// earlier run, if that is known. It tells whether it was that.
func (x *Index) Add(found, was Found) bool {
	if found.Words == "" {
		return true
	}
	p, ok := readRecord(found.Words)
	if ok {
		p.key = markOf(found.Key)
		if was.Words != "" {
			p.was = &was
		}
		x.mu.Lock()
		defer x.mu.Unlock()
		x.pages = append(x.pages, p)
	}
	return ok
}

// counted is a word of a page and how much it counts.
type counted struct {
	word   string
	weight int
	field  int // the last one that it stood in
	there  int // what it has come to there
}

// weights are how much each word counts, as it is written.
func weights(p *pages.Page) []counted {
	lead, body := p.Words()
	titled, telling := map[string]bool{}, 0
	for word := range split(p.Title.S) {
		titled[fold(word)] = true
		if !tooCommon[word] {
			telling++
		}
	}
	// A word says more of a page the fewer others stand beside it in the title.
	title := inTitle + inTitle/max(1, telling)
	var list []counted
	at := map[string]int{}
	for field, f := range []struct {
		text   string
		weight int
		most   int
	}{{p.Title.S, title, title}, {others(p, titled), inAlso, inAlso}, {lead, inLead, 2 * inLead}, {body, inBody, 5 * inBody}} {
		for word := range split(f.text) {
			if len(word) > 60 || tooCommon[word] {
				continue
			}
			n, known := at[word]
			if !known {
				n = len(list)
				at[word] = n
				list = append(list, counted{word: word})
			}
			c := &list[n]
			if c.field != field {
				c.field, c.there = field, 0
			}
			if c.there < f.most {
				c.there += f.weight
				c.weight += f.weight
			}
		}
	}
	if isOver(p) {
		for n := range list {
			list[n].weight = max(1, list[n].weight*9/10)
		}
	}
	return list
}

// isOver tells whether a page begins by saying that its thing is of the past. What
// applies now comes before it.
func isOver(p *pages.Page) bool {
	if len(p.Blocks) == 0 {
		return false
	}
	n, ok := p.Blocks[0].(block.Notice)
	return ok && n.Tone == block.Off
}

// others are the words of a thing's other names that its title has not.
func others(p *pages.Page, titled map[string]bool) string {
	return strings.Join(slices.DeleteFunc(slices.Collect(split(p.Also)), func(w string) bool { return titled[fold(w)] }), " ")
}

// about says in a few words what kind of thing a page tells of.
func about(p *pages.Page) string {
	s := ""
	for _, span := range p.Kicker {
		s += span.S
	}
	if n := len(p.Crumbs); n > 1 { // the first is a list of things of its kind
		s += ", " + p.Crumbs[n-1].Label.S
	}
	return strings.TrimPrefix(s, ", ")
}
