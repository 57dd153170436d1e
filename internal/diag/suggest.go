package diag

import "slices"

// nearEnough is how many letters a slip of the hand may differ by.
const nearEnough = 2

// Nearest finds the candidate that differs from word by the fewest letters
// (Levenshtein), at most two; of equals the first in byte order. It returns ""
// where none is near.
func Nearest(word string, candidates []string) string {
	best, bestDistance := "", nearEnough+1
	for _, c := range candidates {
		if c == word {
			continue
		}
		d := distance([]rune(word), []rune(c))
		if d < bestDistance || d == bestDistance && d <= nearEnough && c < best {
			best, bestDistance = c, d
		}
	}
	return best
}

// ByNearness puts those candidates first, nearest first, that word may be a slip
// of; the others keep their order.
func ByNearness(word string, candidates []string) []string {
	sorted := slices.Clone(candidates)
	w := []rune(word)
	far := func(c string) int { return min(distance(w, []rune(c)), nearEnough+1) }
	slices.SortStableFunc(sorted, func(a, b string) int { return far(a) - far(b) })
	return sorted
}

// distance is Levenshtein's: the fewest insertions, deletions and replacements
// that make one word of the other. Words whose lengths alone put them apart are
// not compared letter by letter, so that a hostile word costs nothing.
func distance(a, b []rune) int {
	if gap := max(len(a)-len(b), len(b)-len(a)); gap > nearEnough {
		return gap
	}
	previous := make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := range a {
		current := make([]int, len(b)+1)
		current[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			current[j+1] = min(previous[j+1]+1, current[j]+1, previous[j]+cost)
		}
		previous = current
	}
	return previous[len(b)]
}
