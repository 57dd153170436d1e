package form

import (
	"regexp"
	"strings"

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
func helpOf(t *schema.Type) string {
	var kept []string
	for _, s := range sentences(t.Description) {
		if ofFiles.MatchString(s) || t.Choices() != nil && strings.HasPrefix(s, "Välj ") {
			continue
		}
		kept = append(kept, spelling.ReplaceAllString(ofForms.Replace(s), "$1"))
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
