package diag

// nearEnough is how many letters a slip of the hand may differ by.
const nearEnough = 2

// Nearest finds the candidate that differs from word by the fewest letters
// (Levenshtein), at most two; of equals the first in byte order. It returns ""
// where none is near.
func Nearest(word string, candidates []string) string {
	best, bestDistance := "", nearEnough+1
	w := []rune(word)
	for _, c := range candidates {
		if c == word {
			continue
		}
		d := distance(w, []rune(c))
		if d < bestDistance || d == bestDistance && d <= nearEnough && c < best {
			best, bestDistance = c, d
		}
	}
	return best
}

// ByNearness puts those candidates first, nearest first, that word may be a slip
// of; the others keep their order.
func ByNearness(word string, candidates []string) []string {
	w := []rune(word)
	far := make([]int, len(candidates))
	for i, c := range candidates {
		far[i] = min(distance(w, []rune(c)), nearEnough+1)
	}
	sorted := make([]string, 0, len(candidates))
	for d := range nearEnough + 2 {
		for i, c := range candidates {
			if far[i] == d {
				sorted = append(sorted, c)
			}
		}
	}
	return sorted
}

// distance is Levenshtein's: the fewest insertions, deletions and replacements
// that make one word of the other. Words whose lengths alone put them apart are
// not compared letter by letter, so that a hostile word costs nothing.
func distance(a, b []rune) int {
	if gap := max(len(a)-len(b), len(b)-len(a)); gap > nearEnough {
		return gap
	}
	var room [2][48]int // that words of content seldom outgrow
	previous, current := room[0][:], room[1][:]
	if len(b) >= len(previous) {
		previous, current = make([]int, len(b)+1), make([]int, len(b)+1)
	}
	for j := range len(b) + 1 {
		previous[j] = j
	}
	for i := range a {
		current[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			current[j+1] = min(previous[j+1]+1, current[j]+1, previous[j]+cost)
		}
		previous, current = current, previous
	}
	return previous[len(b)]
}
