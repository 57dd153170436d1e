package diag

import "strings"

// NearestAlone is Nearest where no other candidate is as near: only then is it
// plain which one was meant.
func NearestAlone(word string, candidates []string) string {
	if best, alone := nearest(word, candidates); alone {
		return best
	}
	return ""
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
