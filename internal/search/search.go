// Package search makes an index of the site when it is built, in small files, so
// that a script can search without a server: it fetches the file that a word of
// the query falls into, and the titles of the pages that it finds.
package search

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"samsyn/internal/view/block"
	pages "samsyn/internal/view/page"
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
	Synonyms [][]string // lists of words, or a few words in a row, that mean the same

	mu    sync.Mutex
	pages []Found // without their words
	words map[string]*word
}

// Found is what the index takes of a page. It may be kept, and added again in a later
// run while the page is the same. It is zero for pages that are left out.
type Found struct {
	Path, Title, About, Lang string
	Favour                   int    // what it is worth more than others
	Words                    string // each on a line, after how much it counts
}

// Of takes down what a page says.
func Of(p *pages.Page) Found {
	if p.Unsearched {
		return Found{}
	}
	var b strings.Builder
	for _, c := range weights(p) {
		b.WriteString(strconv.Itoa(c.weight) + " " + c.word + "\n")
	}
	return Found{p.Path, p.Title.S, about(p), p.Lang, p.Weight, b.String()}
}

// Add takes in what was found of a page.
func (x *Index) Add(f Found) {
	if f.Path == "" {
		return
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	n := int32(len(x.pages))
	for line := range strings.Lines(f.Words) {
		weight, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if counts, err := strconv.Atoi(weight); err == nil {
			x.find(text, hit{n, int32(counts)})
		}
	}
	f.Words = ""
	x.pages = append(x.pages, f)
}

// find lets a word lead to a page.
func (x *Index) find(text string, h hit) {
	w := x.words[text]
	if w == nil {
		if x.words == nil {
			x.words = map[string]*word{}
		}
		w = &word{}
		x.words[strings.Clone(text)] = w // text may be a piece of all that a page says
	}
	w.pages = append(w.pages, h)
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
	s := p.Kicker.Plain()
	if n := len(p.Crumbs); n > 1 { // the first is a list of things of its kind
		s += ", " + p.Crumbs[n-1].Label.S
	}
	return strings.TrimPrefix(s, ", ")
}
