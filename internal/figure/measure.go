package figure

import "strings"

// TextWidth is about how wide s is when set at size in a sans face, in units.
// It knows no font: a browser chooses its own, so the classes below are those
// of common sans faces (Arial, Helvetica, Liberation Sans), a little generous.
func TextWidth(s string, size float64, bold bool) float64 {
	w := 0.0
	for _, r := range s {
		w += runeWidth(r)
	}
	if bold {
		w *= 1.07
	}
	return w * size
}

// runeWidth is the advance of r in parts of the type size.
func runeWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("ijl'|", r):
		return 0.23
	case strings.ContainsRune(" .,:;!/ftIr()[]-\u00a0", r):
		return 0.31
	case strings.ContainsRune("mwMW%@—", r):
		return 0.86
	case r >= '0' && r <= '9', strings.ContainsRune("cksvxyzJ–", r):
		return 0.55
	case r >= 'a' && r <= 'z', r == 'å', r == 'ä', r == 'ö', r == 'é':
		return 0.56
	case r >= 'A' && r <= 'Z', r == 'Å', r == 'Ä', r == 'Ö':
		return 0.7
	case r < 0x20, r == '\u00ad', r == '\u200b':
		return 0
	case r >= 0x1100: // ideographs and symbols are as wide as high
		return 1
	}
	return 0.6
}

// Wrap breaks s between words into lines of at most width, as TextWidth
// measures. A word that is wider than width stands on a line of its own.
func Wrap(s string, size float64, bold bool, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && TextWidth(longer, size, bold) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
