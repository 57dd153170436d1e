package diag

import "strings"

// NearestAlone is Nearest where no other candidate is as near: only then is it
// plain which one was meant.
func NearestAlone(word string, candidates []string) string {
	best, bestDistance, alone := "", nearEnough+1, false
	for _, c := range candidates {
		if c == word {
			continue
		}
		switch d := apart(word, c); {
		case d < bestDistance:
			best, bestDistance, alone = c, d, true
		case d == bestDistance && c != best:
			alone = false
		}
	}
	if !alone {
		return ""
	}
	return best
}

// Meant is NearestAlone where no figure differs either, since a slip of the hand in
// a number is not one that can be seen.
func Meant(word string, candidates []string) string {
	if best := NearestAlone(word, candidates); Figures(best) == Figures(word) {
		return best
	}
	return ""
}

// Figures are the figures of a word alone.
func Figures(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}
