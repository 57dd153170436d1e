package advice

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// WrongType says what a field wants in the place of the value that stands in it,
// as far as it can with that very value, and suggests another where only that can be
// meant.
func WrongType(name string, t *schema.Type, n *yaml.Node) (words diag.Text, suggestion string) {
	v := doc.Target(n)
	if v.Kind == yaml.ScalarNode && v.Tag == "!!str" && t.Items == nil && !t.Allows("string") && (t.Allows("number") || t.Allows("integer")) {
		return notNumber(name, t, v)
	}
	return wrongType(name, t, v), ""
}

func wrongType(name string, t *schema.Type, v *yaml.Node) diag.Text {
	switch {
	case t.Items != nil && v.Kind == yaml.ScalarNode:
		return notList(name, t, v.Value)
	case v.Kind == yaml.SequenceNode && v.Style&yaml.FlowStyle == 0 && t.Scalar() != nil && len(v.Content) > 0 && doc.Target(v.Content[0]).Kind == yaml.ScalarNode:
		return notOne(name, v)
	case v.Kind != yaml.ScalarNode && v.Style&yaml.FlowStyle != 0 && t.Allows("string"):
		return diag.Say("Fältet %[1]s ska vara en text. Börjar texten med en parentes ([ eller {): sätt raka citattecken runt hela texten.",
			"The field %[1]s must be text. If the text begins with a bracket ([ or {), put straight quotation marks around all of it.", name)
	case t.For("object") != nil && t.Scalar() == nil && v.Kind == yaml.ScalarNode:
		return diag.Say("Fältet %s ska ha egna fält under sig, vart och ett på sin rad och indraget med två mellanslag: %s.",
			"The field %s must have fields of its own below it, each on its line and indented by two spaces: %s.", name, within(t.For("object")))
	}
	return Wanted(name, t)
}

// notOne says how the first of a list is written where there is room for one.
func notOne(name string, list *yaml.Node) diag.Text {
	rest := diag.Text{}
	switch {
	case len(list.Content) == 1:
	case name == "owner":
		rest = diag.Say(" Ta bort de andra raderna, och skriv dem som är där under co_owners.", " Remove the other lines, and write those who are there below co_owners.")
	default:
		rest = diag.Say(" Ta bort de andra raderna i listan.", " Remove the other lines of the list.")
	}
	return diag.Say("Fältet %[1]s har plats för en sak, ingen lista.%[3]s Skriv utan bindestreck, på samma rad: %[1]s: %[2]s",
		"The field %[1]s holds one thing, not a list.%[3]s Write without a hyphen, on the same line: %[1]s: %[2]s", name, Clip(doc.Target(list.Content[0]).Value), rest)
}

// notList says how what stands in a list's place is written as one.
func notList(name string, t *schema.Type, value string) diag.Text {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, "-–—•·*"))
	value = Visible(strings.TrimLeft(Visible(value), "-–—•·* "))
	items := []string{value}
	if of := t.Items.Scalar(); of != nil && of.Reference != nil { // an identifier holds no comma
		items = strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == ';' })
	}
	for i := range items {
		items[i] = "- " + Clip(Visible(items[i]))
	}
	if isUnseen(first) {
		return diag.Say(
			"Efter bindestrecket i listan %[1]s står ett hårt mellanslag, som ofta följer med inklistrad text. Ta bort det och skriv ett vanligt: %[2]s",
			"After the hyphen in the list %[1]s stands a no-break space, which often comes with pasted text. Remove it and type a space: %[2]s", name, items[0])
	}
	if len(items) > 1 {
		return diag.Say(
			"Fältet %[1]s ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck och mellanslag: ”%[2]s” på en rad, ”%[3]s” på nästa.",
			"The field %[1]s must be a list. Write each item on a line of its own that begins with a hyphen and a space: “%[2]s” on one, “%[3]s” on the next.", name, items[0], items[1])
	}
	return diag.Say(
		"Fältet %[1]s ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck och mellanslag: %[2]s",
		"The field %[1]s must be a list. Write each item on a line of its own that begins with a hyphen and a space: %[2]s", name, strings.Join(items, ""))
}

// Wanted says what a field holds, where nothing can be said of what stands in it.
func Wanted(name string, t *schema.Type) diag.Text {
	switch {
	case t.Items != nil:
		return diag.Say(
			"Fältet %s ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck.",
			"The field %s must be a list. Write each item on a line of its own that begins with a hyphen.", name)
	case t.For("object") != nil && t.Scalar() == nil:
		return diag.Say(
			"Fältet %s ska ha egna fält under sig, indragna med två mellanslag.",
			"The field %s must have fields of its own below it, indented by two spaces.", name)
	case t.Allows("string"):
		return diag.Say("Fältet %s ska vara en text, inte en lista eller flera fält.",
			"The field %s must be text, not a list or several fields.", name)
	case t.Allows("number"):
		return diag.Say("Fältet %s ska vara ett tal, utan citattecken.", "The field %s must be a number, without quotation marks.", name)
	case t.Allows("integer"):
		return diag.Say("Fältet %s ska vara ett heltal, utan citattecken.", "The field %s must be a whole number, without quotation marks.", name)
	}
	return diag.Say("Fältet %s ska vara true (ja) eller false (nej).", "The field %s must be true or false.", name)
}
