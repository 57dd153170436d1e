package load

import (
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/schema"
)

// wrongType says what a field wants in the place of the value that stands in it,
// as far as it can with that very value.
func wrongType(name string, t *schema.Type, n *yaml.Node) diag.Text {
	v := target(n)
	switch {
	case t.Items != nil && v.Kind == yaml.ScalarNode:
		item := clip(strings.TrimSpace(strings.TrimLeft(v.Value, "-–—•* ")))
		return diag.Say(
			"Fältet %[1]s ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck och mellanslag: - %[2]s",
			"The field %[1]s must be a list. Write each item on a line of its own that begins with a hyphen and a space: - %[2]s", name, item)
	case t.For("object") != nil && scalarVariant(t) == nil && v.Kind == yaml.ScalarNode:
		fields := strings.Join(t.For("object").FieldNames(), ", ")
		return diag.Say(
			"Fältet %[1]s ska ha egna fält under sig, vart och ett på sin rad och indraget med två mellanslag. De kan vara: %[2]s.",
			"The field %[1]s must have fields of its own below it, each on its line and indented by two spaces. They can be: %[2]s.", name, fields)
	case v.Kind == yaml.ScalarNode && v.Tag == "!!str" && !t.Allows("string") && (t.Allows("number") || t.Allows("integer")):
		return notNumber(name, t, v)
	}
	return wrongTypeMessage(name, t)
}

var (
	spaced  = regexp.MustCompile(`^-?\d{1,3}([ \x{a0}\x{202f}]\d{3})+$`)
	decimal = regexp.MustCompile(`^-?\d+,\d+$`)
)

// notNumber says how a number that was written as people write it is written here.
func notNumber(name string, t *schema.Type, v *yaml.Node) diag.Text {
	s := strings.TrimSpace(v.Value)
	_, err := strconv.ParseFloat(s, 64)
	switch {
	case spaced.MatchString(s):
		s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(s)
	case decimal.MatchString(s) && t.Allows("number"):
		s = strings.Replace(s, ",", ".", 1)
	case err == nil && v.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return wrongTypeMessage(name, t) // "without quotation marks" is all
	default:
		return diag.Say("Fältet %s ska vara ett tal, skrivet med bara siffror: inga mellanslag, ingen enhet, och punkt som decimaltecken.",
			"The field %s must be a number, written in digits alone: no spaces, no unit, and a point before decimals.", name)
	}
	return diag.Say("Skriv talet i fältet %[1]s utan mellanslag och med punkt som decimaltecken: %[2]s.",
		"Write the number in the field %[1]s without spaces and with a decimal point: %[2]s.", name, s)
}

// months are the Swedish months by their first three letters.
var months = []string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

var (
	inWords  = regexp.MustCompile(`^(?:den )?(\d{1,2})(?::?e)? ([\pL]{3})[\pL]*\.? (\d{4})$`)
	byStroke = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[ /.-](\d{4})$`)
)

// spokenDate reads a date that is written in words, which can mean one day only:
// 2 september 2024, den 2 sept. 2024.
func spokenDate(s string) string {
	m := inWords.FindStringSubmatch(strings.ToLower(s))
	if m == nil {
		return ""
	}
	for i, month := range months {
		if m[2] == month {
			return existing(m[3], strconv.Itoa(i+1), m[1])
		}
	}
	return ""
}

// strokeDate reads a date as it is written in Swedish, the day first: 1/9 2025.
// Elsewhere the month is first, so that it is a guess for the editor to take.
func strokeDate(s string) string {
	if m := byStroke.FindStringSubmatch(s); m != nil {
		return existing(m[3], m[2], m[1])
	}
	return ""
}

// existing is the date of a year, a month and a day, "" where there is none.
func existing(year, month, day string) string {
	pad := func(d string) string { return strings.Repeat("0", max(0, 2-len(d))) + d }
	date := year + "-" + pad(month) + "-" + pad(day)
	if _, ok := model.ParseDate(date); !ok {
		return ""
	}
	return date
}

// titled finds the field whose Swedish title somebody wrote in the place of its
// name; nil where there is none.
func titled(t *schema.Type, key string) *schema.Field {
	for i, f := range t.Fields {
		if strings.EqualFold(f.Type.Title, key) {
			return &t.Fields[i]
		}
	}
	return nil
}
