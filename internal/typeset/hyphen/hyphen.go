// Package hyphen divides Swedish words at the end of a line.
//
// It has no dictionary: TeX's patterns come under licences of their own and by
// no package manager that a Go build knows. The rules are those of Swedish
// spelling (Svenska skrivregler, "Avstavning"): a compound is divided at its
// joint; within a part, one consonant goes with the vowel that follows. Where
// the rules leave a choice that only meaning can make (bo-stad or bos-tad),
// the word is not divided there: a short line looks better than a wrong one.
package hyphen

import (
	"slices"
	"strings"
	"unicode"
)

// Shortest is the length in bytes of the shortest word that is divided.
const Shortest = 6

// longestPrefix is the length of för-, över- and such: after them a word may be
// divided, but it is not the best place.
const longestPrefix = 4

// Least letters before and after a hyphen.
const (
	leastBefore = 3
	leastAfter  = 3
)

// Break is a place to divide a word.
type Break struct {
	// At is the place in bytes from the beginning.
	At int
	// Joint says that two parts of a compound meet here: the best place.
	Joint bool
}

// Swedish gives the places where a word of letters alone may be divided with a
// hyphen. Words in capitals or with letters that Swedish does
// not know are left whole.
func Swedish(word string) []Break {
	letters := []rune(word)
	if len(letters) < Shortest || !swedish(letters) {
		return nil
	}
	for i, r := range letters {
		letters[i] = unicode.ToLower(r)
	}
	w := newWord(letters)
	w.findJoints()
	w.divideParts()
	return w.places(word)
}

// swedish reports whether all letters are common in Swedish and none but the
// first is a capital.
func swedish(letters []rune) bool {
	for i, r := range letters {
		if i > 0 && unicode.IsUpper(r) {
			return false
		}
		if l := unicode.ToLower(r); (l < 'a' || l > 'z') && !strings.ContainsRune("åäöéèüà", l) {
			return false
		}
	}
	return true
}

func vowel(r rune) bool { return strings.ContainsRune("aeiouyåäöéèüà", r) }

// word is a word in the making. Positions count letters.
type word struct {
	letters []rune
	joint   []bool // between compound's parts: a break before letter i
	inside  []bool // letter i stands within a known part: no other joint there
	soft    []bool // a break by the rule of consonants
}

func newWord(letters []rune) *word {
	n := len(letters) + 1
	return &word{letters, make([]bool, n), make([]bool, n), make([]bool, n)}
}

func (w *word) at(i int, part []rune) bool {
	return i+len(part) <= len(w.letters) && slices.Equal(w.letters[i:i+len(part)], part)
}

// whole reports whether the letters from i to j could be a word's part.
func (w *word) whole(i, j int) bool {
	return j-i >= 2 && slices.ContainsFunc(w.letters[i:j], vowel)
}

// opens reports whether a part may begin at i: with a vowel, one consonant, or
// consonants that Swedish words begin with.
func (w *word) opens(i int) bool {
	rest := w.letters[i:]
	return len(rest) < 2 || vowel(rest[0]) || vowel(rest[1]) || onsets[string(rest[:2])] || undivided[string(rest[:2])]
}

func (w *word) findJoints() {
	w.beginning()
	n := len(w.letters)
	// The longest part wins: "arbetsmarknad" before "marknad".
	for _, p := range parts {
		for i := 0; i+len(p.letters) <= n; i++ {
			if w.inside[i] || !w.at(i, p.letters) {
				continue
			}
			w.joint[i] = w.joint[i] || i >= leastBefore && w.whole(0, i)
			w.block(i, i+len(p.letters))
			if p.joint > 0 {
				w.joint[i+p.joint] = true
			}
		}
	}
	for _, p := range linked {
		for i := 2; i+len(p) < n-2; i++ {
			if end := i + len(p); w.at(i, p) && !w.inside[end] && w.whole(0, i+1) && w.whole(end, n) {
				w.joint[end] = true
			}
		}
	}
}

// beginning finds the first part. The longest one that matches decides, even
// if only to say that there is no joint.
func (w *word) beginning() {
	n := len(w.letters)
	for _, p := range beginnings {
		i := len(p.letters)
		if i >= n || !w.at(0, p.letters) {
			continue
		}
		if w.whole(i, n) && w.opens(i) && (!vowel(w.letters[i]) || p.anything && !endings[string(w.letters[i:])]) {
			w.joint[i] = true
			w.block(0, i)
		}
		return
	}
}

// block keeps other joints out of a known part.
func (w *word) block(from, to int) {
	for k := from + 1; k < to; k++ {
		w.inside[k] = true
	}
}

// divideParts divides each part of the compound by the rule of one consonant.
func (w *word) divideParts() {
	from := 0
	for i := 1; i <= len(w.letters); i++ {
		if i == len(w.letters) || w.joint[i] {
			w.dividePart(from, i)
			from = i
		}
	}
}

func (w *word) dividePart(from, to int) {
	last := -1 // the vowel before
	for i := from; i < to; i++ {
		if !vowel(w.letters[i]) {
			continue
		}
		if last >= 0 && i > last+1 {
			if k, ok := divideCluster(w.letters[last+1 : i]); ok {
				w.soft[last+1+k] = true
			}
		}
		last = i
	}
}

// divideCluster says how many of the consonants between two vowels stay with
// the first.
func divideCluster(c []rune) (int, bool) {
	n := len(c)
	if n == 1 {
		return 0, c[0] != 'x' && c[0] != 'q'
	}
	pair := string(c[n-2:])
	switch {
	case strings.ContainsRune(string(c), 'x'), strings.ContainsRune(string(c), 'q'):
		return 0, false
	case n == 2 && c[0] == c[1]:
		return 1, true
	case undivided[pair] || onsets[pair]:
		return 0, false
	}
	return n - 1, true
}

// places turns positions into bytes of the word as it was written.
func (w *word) places(original string) []Break {
	var out []Break
	i := 0
	for at := range original {
		if i >= leastBefore && len(w.letters)-i >= leastAfter && (w.joint[i] || w.soft[i] && !w.nearJoint(i)) {
			out = append(out, Break{at, w.joint[i] && i > longestPrefix})
		}
		i++
	}
	return out
}

// nearJoint reports a joint so near that a break here would leave two letters
// alone beside it, as in "samverkan-sområ-de".
func (w *word) nearJoint(i int) bool {
	return slices.Contains(w.joint[max(1, i-2):min(len(w.letters), i+3)], true)
}

type beginning struct {
	letters  []rune
	anything bool // even a vowel may follow
}

// part is a part of compounds, with a joint within where that is not 0.
type part struct {
	letters []rune
	joint   int
}

var (
	parts      = partsOf(partList)
	linked     = longestFirst(words(linkedList))
	beginnings = beginningsOf(beginningList)
	onsets     = set(onsetList)
	undivided  = set(undividedList)
	endings    = set(endingList)
)

func words(list string) [][]rune {
	var out [][]rune
	for _, s := range strings.Fields(list) {
		out = append(out, []rune(s))
	}
	return out
}

func longestFirst(list [][]rune) [][]rune {
	slices.SortStableFunc(list, func(a, b []rune) int { return len(b) - len(a) })
	return list
}

func partsOf(list string) []part {
	var out []part
	for _, p := range longestFirst(words(list)) {
		joint := max(0, slices.Index(p, '-'))
		if joint > 0 {
			p = slices.Delete(p, joint, joint+1)
		}
		out = append(out, part{p, joint})
	}
	return out
}

func beginningsOf(list string) []beginning {
	var out []beginning
	for _, p := range longestFirst(words(list)) {
		b := beginning{letters: p}
		if p[len(p)-1] == '+' {
			b = beginning{p[:len(p)-1], true}
		}
		out = append(out, b)
	}
	return out
}

func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, s := range strings.Fields(list) {
		out[s] = true
	}
	return out
}
