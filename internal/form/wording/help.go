// Package wording says for somebody who fills in a form what schemas and findings say about
// files: a description or a message goes in, and comes out in the county's words and with
// what fields are called in the place of how they are spelt.
package wording

import (
	"regexp"
	"slices"
	"strings"

	"samsyn/schema"
)

// Wording is the words of a county.
type Wording struct {
	words *schema.Words
	own   map[string]string // forms of built-in words that the county has others for
	help  map[*schema.Type]string
}

// New is the wording of a county with these words; nil for the built-in ones.
func New(words *schema.Words) *Wording {
	return &Wording{words, ownWords(words), map[*schema.Type]string{}}
}

// Help is what a field's description says to somebody who fills in a form: not how
// values are spelt in the file.
func (w *Wording) Help(t *schema.Type) string {
	if said, known := w.help[t]; known { // a list has the same fields in each entry
		return said
	}
	var kept []string
	for s := range strings.SplitAfterSeq(t.Description, ". ") {
		s = strings.TrimSuffix(s, " ")
		if ofFiles(s) || t.Choices() != nil && strings.HasPrefix(s, "Välj ") {
			continue
		}
		s = spelling.ReplaceAllString(ofForms.Replace(s), "$1")
		if own, ok := w.inOwnWords(s); ok {
			kept = append(kept, own)
		}
	}
	w.help[t] = strings.Join(kept, " ")
	return w.help[t]
}

var (
	// within and atStart are what sentences hold, or begin with, that say how something is
	// written in a file.
	within  = []string{".yaml", ".md", "raden med ---", "räknad från", "citattecken", "post med ", "anges områdets beteckning", "partens beteckning", "Ange namnen på mapparna", "Ange språkkoder", "mappens namn"}
	atStart = []string{"Filens namn ", "Beteckningen på ", "Områdets beteckning", "Samverkansområdets beteckning", "Skriv all_parties", "Antingen file", "Ett tal med", "Ändra den inte när", "Ange ett eller flera värden: ", "Ett av värdena "}
	// spelling finds names of fields and values in brackets, and the ends of sentences
	// that say how a number is written.
	spelling = regexp.MustCompile(`(?:,? som ett tal med decimalpunkt| \([a-z_.]+\))([.,: ]?)`)
	ofForms  = strings.NewReplacer(
		"Sant (true) om", "Ja om",
		", annars falskt (false)", "",
		"Utelämna fältet om", "Lämna fältet tomt om",
		"Utelämna fältet för", "Lämna fältet tomt för",
		"Utelämna slutet om", "Lämna slutet tomt om",
		", utan mellanslag och decimaler", "",
		"Ta inte bort filen", "Ta inte bort sidan",
		"en fil i mappen", "en fil",
		"varken finns i mappen", "varken finns här",
		", eller all_parties när alla parter ska göra det", "",
		", skriven som planens mapp, snedstreck och insatsens namn", "",
		": måttets beteckning följd av ett tal, eller av en post med totalt, kvinnor och män", "",
	)
)

// ofFiles tells whether a sentence says how something is written in a file.
func ofFiles(s string) bool {
	return slices.ContainsFunc(within, func(w string) bool { return strings.Contains(s, w) }) ||
		slices.ContainsFunc(atStart, func(w string) bool { return strings.HasPrefix(s, w) })
}

// OneOf says which fields of a group exclude each other.
func OneOf(t *schema.Type) string {
	if len(t.ExactlyOne) == 0 {
		return ""
	}
	var names []string
	for _, name := range t.ExactlyOne {
		names = append(names, t.Field(name).Type.Name.SV)
	}
	last := len(names) - 1
	return "Fyll i ett av fälten " + strings.Join(names[:last], ", ") + " och " + names[last] + ", inte flera."
}

// ownWords are the forms of built-in words with those of the county's in their place; ""
// where the words around would not go with one of another gender or of other forms.
func ownWords(words *schema.Words) map[string]string {
	own := map[string]string{}
	for _, kind := range []string{"agreement", "area", "sub_goal", "cooperation_area", "initiative", "plan"} {
		was, is := (*schema.Words)(nil).Noun(kind, "sv"), words.Noun(kind, "sv")
		if was == is {
			continue
		}
		forms := [][2]string{{was.One, is.One}, {was.TheOne, is.TheOne}, {was.Many, is.Many}, {was.TheMany, is.TheMany}}
		for _, f := range forms {
			if was.Gender != is.Gender || was.One == was.Many && is.One != is.Many {
				f[1] = ""
			}
			own[f[0]] = f[1]
		}
	}
	return own
}

// inOwnWords puts the words of a county in the place of the built-in ones; ok is false
// where the sentence would not go with them.
func (w *Wording) inOwnWords(s string) (said string, ok bool) {
	if len(w.own) == 0 {
		return s, true
	}
	ok = true
	said = word.ReplaceAllStringFunc(s, func(word string) string {
		own := w.ownWord(word)
		ok = ok && own != ""
		return own
	})
	return said, ok
}

var word = regexp.MustCompile(`\pL+`)

// ownWord is the county's word for a word, which may be a genitive: itself, where the county
// has no other, and "" where none would do.
func (w *Wording) ownWord(word string) string {
	low := strings.ToLower(word)
	own, known := w.own[low]
	if base, genitive := strings.CutSuffix(low, "s"); !known && genitive {
		if own, known = w.own[base]; own != "" {
			own += "s"
		}
	}
	switch {
	case !known:
		return word
	case low != word && own != "":
		return schema.Capital(own)
	}
	return own
}
