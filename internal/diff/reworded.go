package diff

import (
	"samsyn/internal/diag"
	"samsyn/internal/diff/reword"
)

// rewording is how a text was reworded.
type rewording struct {
	what    diag.Text     // ”Insatsen Språkvän: beskrivning omformulerad”
	excerpt []reword.Span // the changed places, with a few words around them
	left    int           // how many changes it leaves out
}

// isReworded tells whether a change of a field is one of the words of a longer text.
func isReworded(a, b field) bool {
	return (a.long || b.long) && !a.list && !b.list && a.given() && b.given() && a.text() != b.text()
}

// sentence tells it in words alone, for where nothing can be struck or underlined.
func (r rewording) sentence() diag.Text {
	was, is := reword.Versions(r.excerpt)
	more := r.more()
	return diag.Text{
		SV: end(r.what.SV) + " Tidigare: " + quoted("”", was) + " Nu: " + quoted("”", is) + more.SV,
		EN: end(r.what.EN) + " Before: " + quoted("“", was) + " Now: " + quoted("“", is) + more.EN}
}

// quoted is a passage in quotation marks, as a sentence.
func quoted(mark, passage string) string {
	if passage != "" && end(passage) == passage {
		return mark + passage + "”"
	}
	return mark + passage + "”."
}

// more says how many changes are left out.
func (r rewording) more() diag.Text {
	switch r.left {
	case 0:
		return diag.Text{}
	case 1:
		return diag.Say(" En ändring till finns i texten.", " There is one more change in the text.")
	}
	return diag.Say(" %[1]d ändringar till finns i texten.", " There are %[1]d more changes in the text.", r.left)
}

// Brief is the change's sentence without the words of a reworded text.
func (c Change) Brief(lang string) string {
	if c.reworded.excerpt != nil {
		return end(c.reworded.what.In(lang))
	}
	return c.Sentence.In(lang)
}

// Pieces are the change's sentence for where pieces can be struck and underlined: a
// reworded text is shown once, with what went and what came.
func (c Change) Pieces(lang string) []reword.Span {
	if c.reworded.excerpt == nil {
		return []reword.Span{{Op: reword.Kept, Text: c.Sentence.In(lang)}}
	}
	pieces := []reword.Span{{Op: reword.Kept, Text: c.reworded.what.In(lang) + ": "}}
	for i, s := range c.reworded.excerpt {
		if i > 0 {
			pieces = append(pieces, reword.Span{Op: reword.Kept, Text: " "})
		}
		pieces = append(pieces, s)
	}
	if more := c.reworded.more().In(lang); more != "" {
		pieces = append(pieces, reword.Span{Op: reword.Kept, Text: more})
	}
	return pieces
}
