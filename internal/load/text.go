package load

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/identity"
)

// text is a file's content, and what can be said of it as text.
type text struct {
	doc.Text
	ordinary bool // nothing can be wrong with its characters
}

func newText(path string, data []byte) text {
	t := doc.NewText(path, data)
	return text{t, ordinary(t.Src)}
}

// ordinary tells whether a text is of the characters that nearly all texts are of. They
// are whole and composed, control nothing, reorder nothing, are no sign of a wrong
// encoding, and the PDF's fonts have them.
func ordinary(s string) bool {
	for _, c := range s {
		switch {
		case c >= ' ' && c <= '~', c == '\n', c == '\t':
		case c == 'Â', c == 'Ã', c == 'â':
			return false
		case c >= 'À' && c <= 'ÿ', c == '–', c == '’', c == '”':
		default:
			return false
		}
	}
	return true
}

// unfit holds a text to what any text must keep. On a finding of the kind that ends the
// reading, ok is false.
func (t text) unfit() (found []diag.Finding, ok bool) {
	if kind := advice.Document(t.Src); kind != "" {
		return []diag.Finding{diag.New(diag.InvalidUTF8, diag.Whole(t.Path), advice.NoText(kind))}, false
	}
	if f, bad := t.badByte(); bad {
		return []diag.Finding{f}, false
	}
	if f, bad := t.conflict(); bad {
		return []diag.Finding{f}, false
	}
	return t.bidi(), true
}

func (t text) badByte() (diag.Finding, bool) {
	if t.ordinary {
		return diag.Finding{}, false
	}
	wide := strings.HasPrefix(t.Src, "\xff\xfe") || strings.HasPrefix(t.Src, "\xfe\xff") || strings.Count(t.Src, "\x00") > len(t.Src)/3
	for n, line := range t.Lines {
		for i, c := range line {
			if c == utf8.RuneError {
				if _, size := utf8.DecodeRuneInString(line[i:]); size == 1 {
					return diag.New(diag.InvalidUTF8, t.Place(n, i, 1), advice.Encoding(line[i], wide)), true
				}
			}
			if unicode.IsControl(c) && c != '\t' {
				message := advice.Control(c)
				if wide {
					message = advice.Encoding(line[i], wide)
				}
				return diag.New(diag.InvalidUTF8, t.Place(n, i, 1), message), true
			}
		}
	}
	return diag.Finding{}, false
}

// conflict finds what git leaves of a merge: the first opening mark, or else the
// first of the others that cannot be anything else. (A line of equals signs can:
// it underlines a heading.)
func (t text) conflict() (diag.Finding, bool) {
	for _, mark := range []string{"<<<<<<<", "|||||||", ">>>>>>>"} {
		if !strings.Contains(t.Src, mark) {
			continue
		}
		for n, line := range t.Lines {
			rest, found := strings.CutPrefix(line, mark)
			if found && (rest == "" && mark == "<<<<<<<" || strings.HasPrefix(rest, " ")) {
				return diag.New(diag.MergeConflict, t.Place(n, 0, len(mark)), advice.Merge(t.Text, n)), true
			}
		}
	}
	return diag.Finding{}, false
}

// mostOfAKind is how many findings of one rule a file's characters give: nobody
// reads more, and a hostile file has a million.
const mostOfAKind = 500

func (t text) bidi() []diag.Finding {
	var found []diag.Finding
	if t.ordinary {
		return nil
	}
	for n, line := range t.Lines {
		for _, i := range reordering(line) {
			c, _ := utf8.DecodeRuneInString(line[i:])
			found = append(found, diag.New(diag.BidirectionalControl, t.Place(n, i, 1), advice.Reordering(c)))
			if len(found) == mostOfAKind {
				return found
			}
		}
	}
	return found
}

// reordering finds, as byte offsets, the characters in a line that change the
// order of what is shown (Unicode Standard Annex #9): embeddings and overrides,
// and isolates that the line does not close. Marks (LRM, RLM, ALM) are harmless.
func reordering(line string) []int {
	var found, open []int
	if !strings.Contains(line, "\xe2\x80") && !strings.Contains(line, "\xe2\x81") {
		return nil // all that reorders is of the blocks U+2000 and U+2040
	}
	for i, c := range line {
		switch c {
		case '\u202a', '\u202b', '\u202d', '\u202e':
			found = append(found, i)
		case '\u2066', '\u2067', '\u2068':
			open = append(open, i)
		case '\u2069':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	return append(found, open...)
}

func (t text) personal() []diag.Finding {
	var found []diag.Finding
	for n, line := range t.Lines {
		for _, m := range identity.Find(line) {
			found = append(found, advice.PersonalNumber(t.Span(n, m[0], m[1]), line[m[0]:m[1]]))
			if len(found) == mostOfAKind {
				return found
			}
		}
	}
	return found
}
