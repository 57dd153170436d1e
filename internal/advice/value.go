package advice

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// Empty says that a field is empty.
func Empty(name string) diag.Text {
	return diag.Say("Fältet %s är tomt. Fyll i det.", "The field %s is empty. Fill it in.", name)
}

// EmptyItem says that a list has an item that says nothing.
func EmptyItem(list string) diag.Text {
	return diag.Say("Listan %s har en tom rad. Fyll i den eller ta bort den.",
		"The list %s has an empty item. Fill it in or remove it.", list)
}

// Emptied says that a field is empty. line is the one it stands on. What stands after a # is no value.
func Emptied(line string, v *yaml.Node, name string, t *schema.Type) diag.Text {
	if block := t.For("object"); block != nil && doc.IsNull(v) && t.Scalar() == nil {
		return diag.Say("Fältet %s är tomt. Skriv under det, indraget två mellanslag: %s.",
			"The field %s is empty. Write below it, indented by two spaces: %s.", name, within(block))
	}
	hidden := Hidden(line, v)
	if hidden == "" {
		return Empty(name)
	}
	if text := t.For("string"); text != nil && text.FreeText() {
		return diag.Say(
			"Fältet %[1]s är tomt: det som står efter # läses inte. Sätt raka citattecken runt hela texten: %[1]s: \"#%[2]s\"",
			"The field %[1]s is empty: what follows a # is not read. Put straight quotation marks around all of the text: %[1]s: \"#%[2]s\"", name, hidden)
	}
	return diag.Say(
		"Fältet %[1]s är tomt: det som står efter # läses inte. Ta bort tecknet #: %[1]s: %[2]s",
		"The field %[1]s is empty: what follows a # is not read. Remove the #: %[1]s: %[2]s", name, hidden)
}

// Hidden is what stands behind a value that was left out in what YAML takes for a
// comment, where no space follows the sign: it may have been meant as the value. line is
// the one that the value stands on. It is "" where there is none.
func Hidden(line string, v *yaml.Node) string {
	if !doc.IsNull(v) || v.Value != "" {
		return ""
	}
	behind := []rune(line)
	m := comment.FindStringSubmatch(string(behind[min(max(v.Column-1, 0), len(behind)):]))
	if m == nil {
		return ""
	}
	return Clip(strings.TrimSpace(m[1]))
}

// comment is one with nothing before it but an anchor or a tag.
var comment = regexp.MustCompile(`^(?:[&!]\S*)?[ \t]+#(\S.*)`)

// Tag says that a value cannot have a tag of its own.
func Tag(tag string) diag.Text {
	return diag.Say("Märket %s framför värdet går inte att använda. Ta bort det, eller sätt raka citattecken runt hela texten.",
		"The tag %s before the value cannot be used. Remove it, or put straight quotation marks around all of the text.", tag)
}

// NotText says how something that YAML takes for a number or a truth value is written
// as text, and suggests that.
func NotText(name, value string, t *schema.Type) (words diag.Text, suggestion string) {
	suggestion = `"` + value + `"`
	if t.Reference != nil {
		return diag.Say("Fältet %[1]s ska vara en beteckning. Sätt raka citattecken runt beteckningen: \"%[2]s\"",
			"The field %[1]s must be an identifier. Put straight quotation marks around the identifier: \"%[2]s\"", name, Clip(value)), suggestion
	}
	return diag.Say("Fältet %[1]s ska vara text. Sätt raka citattecken runt värdet: \"%[2]s\"",
		"The field %[1]s must be text. Put straight quotation marks around the value: \"%[2]s\"", name, Clip(value)), suggestion
}

// Boolean says how yes and no are written, and suggests that.
func Boolean(name, value string) (words diag.Text, suggestion string) {
	switch strings.ToLower(strings.Trim(Visible(value), curly)) {
	case "ja", "yes", "j", "y", "sant", "true", "on", "x":
		return diag.Say("Ja skrivs true här, utan citattecken: %s: true", "Yes is written true here, without quotation marks: %s: true", name), "true"
	case "nej", "no", "n", "falskt", "false", "off":
		return diag.Say("Nej skrivs false här, utan citattecken: %s: false", "No is written false here, without quotation marks: %s: false", name), "false"
	}
	return diag.Say("Fältet %s ska vara true (ja) eller false (nej), utan citattecken.",
		"The field %s must be true or false, without quotation marks.", name), ""
}

// Refused says that the schema does not take a value, for the keyword of JSON Schema that
// it breaks.
func Refused(keyword string) diag.Text {
	if words, known := refusals[keyword]; known {
		return words
	}
	return diag.Say("Värdet har inte den form som fältet ska ha. Kommandot samsyn schema visar hur det ska se ut.",
		"The value has not the form that the field asks for. The command samsyn schema shows what it is.")
}

// refusals are the words for the keywords of JSON Schema that say most.
var refusals = map[string]diag.Text{
	"required":             diag.Say("Här saknas ett fält som måste finnas. Kommandot samsyn schema visar vilka fält som är obligatoriska.", "A field is missing here that must be there. The command samsyn schema shows which ones must."),
	"additionalProperties": diag.Say("Här står ett fält som inte finns. Kommandot samsyn schema visar vilka fält som finns.", "There is a field here that is none. The command samsyn schema shows which ones there are."),
	"enum":                 diag.Say("Värdet är inget av dem som fältet kan ha. Kommandot samsyn schema visar vilka som finns.", "The value is none of those that the field can have. The command samsyn schema shows which ones there are."),
	"minItems":             diag.Say("Listan är för kort. Lägg till det som saknas.", "The list is too short. Add what is missing."),
	"maxItems":             diag.Say("Listan är för lång. Ta bort det som inte behövs, eller dela den.", "The list is too long. Remove what is not needed, or split it."),
	"uniqueItems":          diag.Say("Samma sak står två gånger i listan. Ta bort den ena.", "The list has the same thing twice. Remove one of them."),
}
