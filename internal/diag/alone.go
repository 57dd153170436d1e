package diag

// NearestAlone is Nearest where no other candidate is as near: only then is it
// plain which one was meant.
func NearestAlone(word string, candidates []string) string {
	best := Nearest(word, candidates)
	if best == "" {
		return ""
	}
	w := []rune(word)
	for _, c := range candidates {
		if c != best && c != word && distance(w, []rune(c)) <= distance(w, []rune(best)) {
			return ""
		}
	}
	return best
}
