package load

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	catalogue "samsyn/internal/text"
	"samsyn/schema"
)

// inWords puts the words that things are called by into messages, which are written with
// the schemas' marks: what is read of one file does not know yet what a county calls
// them.
func inWords(findings []diag.Finding, c *model.Content) {
	words := catalogue.WordsOf(c)
	for i := range findings {
		f := &findings[i]
		f.Message = called(words, f.Message)
		f.Related = slices.Clone(f.Related) // that of the file stays as it is
		for n := range f.Related {
			f.Related[n].Message = called(words, f.Related[n].Message)
		}
	}
}

func called(words *schema.Words, said diag.Text) diag.Text {
	return diag.Text{SV: outsideQuotes(said.SV, "”", "”", func(s string) string { return words.Expand(s, "sv") }),
		EN: outsideQuotes(said.EN, "“", "”", func(s string) string { return words.Expand(s, "en") })}
}

// outsideQuotes changes a message but for what it quotes of the content.
func outsideQuotes(s, opening, closing string, change func(string) string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		before, quote, quotes := strings.Cut(s, opening)
		b.WriteString(change(before))
		if !quotes {
			return b.String()
		}
		inside, after, closed := strings.Cut(quote, closing)
		b.WriteString(opening + inside)
		if !closed {
			return b.String()
		}
		b.WriteString(closing)
		s = after
	}
}
