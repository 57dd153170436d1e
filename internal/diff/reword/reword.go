// Package reword tells how a text was reworded: two texts go in, and the pieces that
// stayed, went and came come out, or an excerpt that shows them.
package reword

import (
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// Op says what became of a piece of text.
type Op int

const (
	Kept Op = iota
	Gone
	Come
)

// Span is a piece of a text that was reworded.
type Span struct {
	Op   Op
	Text string
}

// maxWords is how many words both texts together may have to be compared word by
// word; comparing takes time by words times changes.
const maxWords = 20000

// Words compares two texts word by word. White space between words is one space.
func Words(old, new string) []Span {
	a, b := strings.Fields(old), strings.Fields(new)
	if len(a)+len(b) > maxWords {
		return joinSpans([]Span{{Gone, strings.Join(a, " ")}, {Come, strings.Join(b, " ")}})
	}
	dictionary := map[string]rune{}
	var words []string
	encode := func(list []string) []rune {
		runes := make([]rune, len(list))
		for i, w := range list {
			r, ok := dictionary[w]
			if !ok {
				r = wordRune(len(words))
				dictionary[w] = r
				words = append(words, w)
			}
			runes[i] = r
		}
		return runes
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the same texts always give the same pieces
	x, y := encode(a), encode(b)
	var spans []Span
	for _, piece := range d.DiffMainRunes(x, y, false) {
		op := map[diffmatchpatch.Operation]Op{diffmatchpatch.DiffEqual: Kept, diffmatchpatch.DiffDelete: Gone, diffmatchpatch.DiffInsert: Come}[piece.Type]
		var list []string
		for _, r := range piece.Text {
			list = append(list, words[runeWord(r)])
		}
		spans = append(spans, Span{op, strings.Join(list, " ")})
	}
	return joinSpans(bridge(spans))
}

// wordRune numbers words by runes; the surrogates (D800–DFFF) are no runes.
func wordRune(i int) rune {
	if i >= 0xD7FF {
		return rune(i + 0x801)
	}
	return rune(i + 1)
}

func runeWord(r rune) int {
	if r >= 0xE000 {
		return int(r) - 0x801
	}
	return int(r) - 1
}

// bridge takes a lone word that was kept between two changes into them: it reads
// better as one change.
func bridge(spans []Span) []Span {
	var out []Span
	for i, s := range spans {
		lone := s.Op == Kept && !strings.Contains(s.Text, " ") && i > 0 && i+1 < len(spans) && len([]rune(s.Text)) <= 3
		if lone {
			out = append(out, Span{Gone, s.Text}, Span{Come, s.Text})
			continue
		}
		out = append(out, s)
	}
	return out
}

// joinSpans puts what went before what came, and joins neighbours of a kind.
func joinSpans(spans []Span) []Span {
	var out []Span
	for i := 0; i < len(spans); {
		if spans[i].Op == Kept {
			out = append(out, spans[i])
			i++
			continue
		}
		var gone, come []string
		for ; i < len(spans) && spans[i].Op != Kept; i++ {
			if spans[i].Text == "" {
				continue
			}
			if spans[i].Op == Gone {
				gone = append(gone, spans[i].Text)
			} else {
				come = append(come, spans[i].Text)
			}
		}
		if len(gone) > 0 {
			out = append(out, Span{Gone, strings.Join(gone, " ")})
		}
		if len(come) > 0 {
			out = append(out, Span{Come, strings.Join(come, " ")})
		}
	}
	return slices.DeleteFunc(out, func(s Span) bool { return s.Text == "" })
}

// around is how many words are shown on each side of a change.
const around = 4

// A text that was rewritten is not told in full: so many of its changes are, and
// of each so many words.
const (
	mostChanges = 8
	mostWords   = 60
)

// Excerpt shows a reworded text: what changed, with a few words around it, and … where
// words are left out. left is how many changes are not shown.
func Excerpt(spans []Span) (excerpt []Span, left int) {
	shown := 0
	for i, span := range spans {
		follows := i > 0 && spans[i-1].Op == Gone && span.Op == Come // one change with the one before
		if span.Op != Kept && !follows {
			shown++
		}
		switch {
		case shown > mostChanges:
			if span.Op != Kept && !follows {
				left++
			}
		case span.Op != Kept:
			excerpt = append(excerpt, Span{span.Op, clipped(span.Text)})
		default:
			excerpt = append(excerpt, Span{Kept, Line(context(span.Text, i > 0, i+1 < len(spans)))})
		}
	}
	if left > 0 {
		excerpt = append(excerpt, Span{Kept, "…"})
	}
	return excerpt, left
}

// Versions are what an excerpt shows, as it was and as it is.
func Versions(excerpt []Span) (was, is string) {
	var before, after []string
	for _, s := range excerpt {
		if s.Op != Come {
			before = append(before, s.Text)
		}
		if s.Op != Gone {
			after = append(after, s.Text)
		}
	}
	return strings.Join(before, " "), strings.Join(after, " ")
}

// clipped is a piece that went or came, as it is told.
func clipped(s string) string {
	s = Line(s)
	if words := strings.Fields(s); len(words) > mostWords {
		return strings.Join(words[:mostWords], " ") + " …"
	}
	return s
}

// context keeps the words of a kept piece that stand next to a change.
func context(s string, before, after bool) string {
	words := strings.Fields(s)
	room := 0
	if before {
		room += around
	}
	if after {
		room += around
	}
	if len(words) <= room+1 && before && after || len(words) <= around {
		return s
	}
	var out []string
	if before {
		out = append(out, words[:around]...)
	}
	out = append(out, "…")
	if after {
		out = append(out, words[len(words)-around:]...)
	}
	return strings.Join(out, " ")
}

// Line folds a text to one line that steers no terminal and shows no identity number.
func Line(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if diag.Steers(r) {
			r = ' '
		}
		if r != ' ' || last != ' ' {
			b.WriteRune(r)
		}
		last = r
	}
	return identity.Mask(b.String())
}
