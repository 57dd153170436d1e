package reword

import (
	"strings"

	"samsyn/internal/diag"
)

// Rewording is how a text was reworded.
type Rewording struct {
	What    diag.Text // ”Insatsen Språkvän: beskrivning omformulerad”
	excerpt []Span    // the changed places, with a few words around them
	left    int       // how many changes it leaves out
}

// Of compares two texts; what says which text was reworded, without a full stop.
func Of(what diag.Text, old, new string) Rewording {
	r := Rewording{What: what}
	r.excerpt, r.left = Excerpt(Words(old, new))
	return r
}

// Told tells whether there is anything to tell.
func (r Rewording) Told() bool { return r.excerpt != nil }

// Sentence tells it in words alone, for where nothing can be struck or underlined.
func (r Rewording) Sentence() diag.Text {
	was, is := Versions(r.excerpt)
	more := r.more()
	return diag.Text{
		SV: r.What.SV + ". Tidigare: " + quoted("”", was) + " Nu: " + quoted("”", is) + more.SV,
		EN: r.What.EN + ". Before: " + quoted("“", was) + " Now: " + quoted("“", is) + more.EN}
}

// Pieces tells it once, with what went and what came.
func (r Rewording) Pieces(lang string) []Span {
	pieces := []Span{{Kept, r.What.In(lang) + ": "}}
	for i, s := range r.excerpt {
		if i > 0 {
			pieces = append(pieces, Span{Kept, " "})
		}
		pieces = append(pieces, s)
	}
	if more := r.more().In(lang); more != "" {
		pieces = append(pieces, Span{Kept, more})
	}
	return pieces
}

// quoted is a passage in quotation marks, as a sentence.
func quoted(mark, passage string) string {
	for _, stop := range []string{".", "!", "?", "…"} {
		if strings.HasSuffix(passage, stop) {
			return mark + passage + "”"
		}
	}
	return mark + passage + "”."
}

// more says how many changes are left out.
func (r Rewording) more() diag.Text {
	switch r.left {
	case 0:
		return diag.Text{}
	case 1:
		return diag.Say(" En ändring till finns i texten.", " There is one more change in the text.")
	}
	return diag.Say(" %[1]d ändringar till finns i texten.", " There are %[1]d more changes in the text.", r.left)
}
