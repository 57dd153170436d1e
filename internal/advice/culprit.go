package advice

import (
	"strings"

	"samsyn/internal/doc"
)

// The YAML parser names the line where it gave up, which may be far from the
// mistake, or none at all. The finding keeps that line; its words lead to the line
// from which the text can no longer be read, and say what is odd about it.

const (
	// searched is the size in bytes of the longest text in which it is looked for.
	searched = 64 << 10
	// openFor is how many lines a text in quotation marks is taken to run at most.
	openFor = 20
)

// culprit is the number, from 1, of the first line with which the lines above it
// can no longer be read as YAML; 0 where it cannot be told.
func culprit(lines []string) int {
	reads := func(n int) bool {
		return doc.Reads(strings.Join(lines[:n], "\n") + "\n")
	}
	sound, broken := 0, len(lines)
	if broken == 0 || reads(broken) {
		return 0
	}
	for {
		for broken-sound > 1 {
			if middle := (sound + broken) / 2; reads(middle) {
				sound = middle
			} else {
				broken = middle
			}
		}
		// In the middle of a text over several lines all is well again further down.
		again := 0
		for n := broken + 1; n < len(lines) && n <= broken+openFor; n++ {
			if reads(n) {
				again = n
			}
		}
		if again == 0 {
			return broken
		}
		sound, broken = again, len(lines)
	}
}
