package form

import (
	"regexp"
	"strings"
	"unicode"

	"samsyn/schema"
)

// roomy tells whether a text may need several lines.
func roomy(t *schema.Type) bool {
	if t.Reference != nil || t.Pattern == nil || t.Pattern.String() != `\S` {
		return false
	}
	for _, e := range t.Examples {
		if s, is := e.(string); is && len(s) < 60 {
			return false
		}
	}
	return true
}

// helpOf is what a field's description says to somebody who fills in a form: not how
// values are spelt in the file.
func (b *builder) helpOf(t *schema.Type) string {
	var kept []string
	for _, s := range sentences(t.Description) {
		if ofFiles.MatchString(s) || t.Choices() != nil && strings.HasPrefix(s, "Välj ") {
			continue
		}
		s = spelling.ReplaceAllString(ofForms.Replace(s), "$1")
		if own, ok := b.inOwnWords(s); ok {
			kept = append(kept, own)
		}
	}
	return strings.Join(kept, " ")
}

var (
	// ofFiles finds sentences that say how something is written in a file.
	ofFiles = regexp.MustCompile(`\.yaml|\.md\b|raden med ---|räknad från|citattecken|post med |^Filens namn |^Beteckningen på |^(Område|Samverkansområde)ts beteckning|anges områdets beteckning|partens beteckning|^Skriv all_parties|^Antingen file|^Ett tal med|Ange namnen på mapparna|^Ändra den inte när`)
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
		", eller all_parties när alla parter ska göra det", "",
		", skriven som planens mapp, snedstreck och insatsens namn", "",
		": måttets beteckning följd av ett tal, eller av en post med totalt, kvinnor och män", "",
	)
)

// sentences parts a description.
func sentences(s string) []string {
	var list []string
	for {
		i := strings.Index(s, ". ")
		if i < 0 {
			return append(list, s)
		}
		list, s = append(list, s[:i+1]), s[i+2:]
	}
}

// oneOfFields says which fields of a group exclude each other.
func oneOfFields(t *schema.Type) string {
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
func (b *builder) inOwnWords(s string) (said string, ok bool) {
	var out strings.Builder
	for s != "" {
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(s)
		}
		word, known := b.ownWord(s[:end])
		if known && word == "" {
			return "", false
		}
		out.WriteString(word)
		s = s[end:]
		begin := strings.IndexFunc(s, unicode.IsLetter)
		if begin < 0 {
			begin = len(s)
		}
		out.WriteString(s[:begin])
		s = s[begin:]
	}
	return out.String(), true
}

// ownWord is the county's word for a word, which may be a genitive; known is false where
// the word stays.
func (b *builder) ownWord(word string) (own string, known bool) {
	low := strings.ToLower(word)
	own, known = b.own[low]
	if base, genitive := strings.CutSuffix(low, "s"); !known && genitive {
		if own, known = b.own[base]; known && own != "" {
			own += "s"
		}
	}
	if !known {
		return word, false
	}
	if own != "" && low != word {
		own = schema.Capital(own)
	}
	return own, true
}
