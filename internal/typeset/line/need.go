package line

import (
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/linebreak"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// Need is how wide content is: at least, so that no word must be divided, and
// at most, on one line.
type Need struct{ Least, Most float64 }

// With is what both need beside each other in a column.
func (n Need) With(o Need) Need { return Need{max(n.Least, o.Least), max(n.Most, o.Most)} }

// NeedOfText measures whole words, as if they could not be divided.
func (l *Setter) NeedOfText(spans []manuscript.Span, style design.Text) Need {
	saved := l.Notes // measuring gives no footnote its number
	l.Notes = map[*manuscript.Note]*page.Note{}
	para := l.Compose(spans, style)
	l.Notes = saved
	var n Need
	word, total := 0.0, 0.0
	for i, it := range para.items {
		switch {
		case it.Kind == linebreak.Box:
			word += it.Width
			total += it.Width
		case it.Kind == linebreak.Glue:
			n.Least, word = max(n.Least, word), 0
			total += it.Width
		case it.Cost <= linebreak.Must:
			n.Least, word = max(n.Least, word), 0
			n.Most, total = max(n.Most, total), 0
		case !it.Hyphen && para.Parts[i].Width == 0:
			n.Least, word = max(n.Least, word), 0
		}
	}
	n.Least, n.Most = max(n.Least, word), max(n.Most, total)
	return n
}

// Whole reports that no word of a text must be divided to fit in a width.
func (l *Setter) Whole(spans []manuscript.Span, style design.Text, width float64) bool {
	style.NoHyphens = true
	return l.NeedOfText(spans, style).Least <= width
}
