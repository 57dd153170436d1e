package load

import (
	"regexp"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
)

// garbled finds what no writer wrote: letters that were decoded as Windows-1252 where
// they were UTF-8 (Ã¤ for ä), the sign for a character that was lost, and invisible ones
// between letters. Between letters that are not Latin they may belong to the script.
var garbled = regexp.MustCompile(
	`Ã[\x{80}-\x{bf}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\x{a0}-\x{bf}]|â€[\x{80}-\x{bf}“”™˜œ¦¢–—]|â€\x{9d}` +
		`|\x{fffd}|\p{Latin}[\x{200b}-\x{200d}\x{2060}\x{feff}]+\p{Latin}`)

// garbledText tells of it once a file, with the first place and how many there are: a
// file that was saved wrongly is wrong throughout.
func (t text) garbledText() []diag.Finding {
	if !mayBeGarbled(t.Src) {
		return nil
	}
	var at diag.Place
	shown, count := "", 0
	for n, line := range t.Lines {
		for _, m := range garbled.FindAllStringIndex(line, -1) {
			if count++; count == 1 {
				at, shown = t.Span(n, m[0], m[1]), line[m[0]:m[1]]
			}
		}
	}
	if count == 0 {
		return nil
	}
	return []diag.Finding{diag.New(diag.GarbledText, at, advice.Garbled(shown, count))}
}

// mayBeGarbled tells whether a text has a character that everything garbled holds: few
// texts do.
func mayBeGarbled(text string) bool {
	for _, c := range text {
		switch c {
		case 'Ã', 'Â', 'â', '\ufffd', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
			return true
		}
	}
	return false
}
