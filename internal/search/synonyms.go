package search

import (
	"maps"
	"slices"
)

// found are pages with how much a word counts on each.
type found map[int32]int32

// widen lets each of some words that mean the same lead to the pages that have another of
// them, and counts for as much there as that one does.
func (x *Index) widen() {
	if len(x.Synonyms) == 0 {
		return
	}
	pages := x.pagesOf()
	for _, same := range x.Synonyms {
		var entries [][]string
		var each []found
		all := found{}
		for _, entry := range same {
			telling := telling(entry)
			if telling == nil {
				continue
			}
			of := together(telling, pages)
			for page, score := range of {
				all[page] = max(all[page], score)
			}
			entries, each = append(entries, telling), append(each, of)
		}
		for n, entry := range entries {
			for _, page := range slices.Sorted(maps.Keys(all)) {
				if each[n][page] > 0 {
					continue
				}
				for _, text := range entry {
					x.find(text, hit{page, all[page]})
				}
			}
		}
	}
}

// telling are the words of a synonym that tell something: for is none.
func telling(synonym string) []string {
	var list []string
	for text := range split(synonym) {
		if !tooCommon[text] && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

// together are the pages that have all of some words.
func together(texts []string, pages map[string]found) found {
	all := maps.Clone(pages[stem(texts[0])])
	for _, text := range texts[1:] {
		of := pages[stem(text)]
		for page, score := range all {
			if of[page] == 0 {
				delete(all, page)
			} else {
				all[page] = min(score, of[page])
			}
		}
	}
	return all
}

// pagesOf finds the pages that have the words of synonyms, by their stems, also as parts of
// compounds.
func (x *Index) pagesOf() map[string]found {
	wanted := map[string]bool{}
	for _, same := range x.Synonyms {
		for _, entry := range same {
			for _, text := range telling(entry) {
				wanted[stem(text)] = true
			}
		}
	}
	pages := map[string]found{}
	for text, w := range x.words {
		add := func(stem string, score func(int32) int32) {
			if pages[stem] == nil {
				pages[stem] = found{}
			}
			for _, h := range w.pages {
				pages[stem][h.page] = max(pages[stem][h.page], score(h.score))
			}
		}
		if s := stem(text); wanted[s] {
			add(s, func(n int32) int32 { return n })
		}
		for _, part := range parts(text, wanted) {
			add(stem(part), func(int32) int32 { return inPart })
		}
	}
	return pages
}
