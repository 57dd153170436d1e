package form

import (
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
		if t.Choices() != nil && strings.HasPrefix(s, "Välj ") {
			continue
		}
		kept = append(kept, strings.Replace(s, "Sant (true) om", "Ja om", 1))
	}
	return strings.Join(kept, " ")
}

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
