package diag

import "unicode/utf8"

// nearEnough is how many letters a slip of the hand may differ by.
const nearEnough = 2

// Nearest finds the candidate that differs from word by the fewest letters
// (Levenshtein), at most two; of equals the first in byte order. It returns ""
// where none is near.
func Nearest(word string, candidates []string) string {
	best, _ := nearest(word, candidates)
	return best
}

// nearest is Nearest, and whether no other candidate is as near.
func nearest(word string, candidates []string) (best string, alone bool) {
	bestDistance := nearEnough + 1
	for _, c := range candidates {
		if c == word || c == best {
			continue
		}
		switch d := apart(word, c); {
		case d < bestDistance:
			best, bestDistance, alone = c, d, true
		case d == bestDistance && d <= nearEnough:
			best, alone = min(best, c), false
		}
	}
	return best, alone
}

// ByNearness puts those candidates first, nearest first, that word may be a slip
// of; the others keep their order.
func ByNearness(word string, candidates []string) []string {
	far := make([]int, len(candidates))
	for i, c := range candidates {
		far[i] = apart(word, c)
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

// apart is the distance of two words in letters. Most are identifiers, whose letters
// are bytes, and begin and end alike.
func apart(a, b string) int {
	if ascii(a) && ascii(b) {
		for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
			a, b = a[1:], b[1:]
		}
		for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
			a, b = a[:len(a)-1], b[:len(b)-1]
		}
		return distance([]byte(a), []byte(b))
	}
	return distance([]rune(a), []rune(b))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// distance is Levenshtein's, as far as it is near enough: the fewest insertions,
// deletions and replacements that make one word of the other, nearEnough+1 where it
// takes more. Only what lies that near the diagonal is looked at, and no further than
// it can matter, so that long words cost little and hostile ones no more.
func distance[T byte | rune](a, b []T) int {
	const far = nearEnough + 1
	if max(len(a)-len(b), len(b)-len(a)) > nearEnough {
		return far
	}
	// row[k] is the distance of a's first i letters to b's first i+k-nearEnough.
	var row [2*nearEnough + 3]int // and one that is far beyond each end
	for k := range row {
		row[k] = far
	}
	for k := 0; k <= nearEnough && k <= len(b); k++ {
		row[1+nearEnough+k] = k
	}
	for i := range a {
		nearest := far
		for k := 1; k <= 2*nearEnough+1; k++ {
			j := i + k - nearEnough // how many of b's letters
			if j < 0 || j > len(b) {
				row[k] = far
				continue
			}
			d := min(row[k+1]+1, row[k-1]+1) // a letter of a left out, one of b put in
			if j > 0 {
				same := row[k]
				if a[i] != b[j-1] {
					same++
				}
				d = min(d, same)
			}
			row[k] = min(d, far)
			nearest = min(nearest, row[k])
		}
		if nearest == far {
			return far
		}
	}
	return row[1+nearEnough+len(b)-len(a)]
}
