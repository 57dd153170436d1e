package advice

import (
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// Unknown says what to do about a field that the schema does not know: guess is the one
// that it is a slip of, stray where it belongs, where either can be told.
func Unknown(l doc.Locator, key, guess string, stray *Stray, t *schema.Type) diag.Text {
	switch f := titled(t, key); {
	case Visible(key) != key && (stray != nil || t.Field(Visible(key)) != nil):
		return diag.Say(
			"Vid %s står ett hårt eller osynligt mellanslag, som följer med när man klistrar in text. Det räknas inte som indrag. Ta bort det, och skriv vanliga mellanslag om raden ska vara indragen.",
			"There is a no-break or invisible space at %s, which comes with pasted text. It does not indent. Remove it, and type plain spaces if the line is to be indented.", Clip(Visible(key)))
	case guess != "":
		return diag.Say("Fältet %s finns inte. Menade du %s?", "There is no field %s. Did you mean %s?", Clip(key), guess)
	case stray != nil:
		return stray.words(l)
	case f != nil:
		return diag.Say("Fältet %[1]s finns inte. Byt namnet %[1]s mot %[3]s (%[2]s).",
			"There is no field %[1]s. Replace the name %[1]s by %[3]s (%[2]s in Swedish).", Clip(key), f.Type.Name.SV, f.Name)
	}
	return diag.Say("Fältet %s finns inte här. Möjliga fält: "+strings.Join(t.Titled(), ", ")+".",
		"There is no field %s here. The fields are: "+strings.Join(t.FieldNames(), ", ")+".", Clip(key))
}

// NotFields says that a file does not consist of fields.
var NotFields = diag.Say("Filen ska bestå av fält: ett namn, ett kolon och ett värde på varje rad.",
	"The file must consist of fields: a name, a colon and a value on each line.")

// NotTranslated says that a field does not belong in a translation.
func NotTranslated(name string) diag.Text {
	return diag.Say("Fältet %s hör inte hemma i en översättning, som bara har beteckningar och översatt text. Ta bort det.",
		"The field %s does not belong in a translation, which has identifiers and translated text alone. Remove it.", name)
}

// Merged says that fields cannot be merged in.
var Merged = diag.Say("Det går inte att hämta in fält med <<. Skriv ut fälten i stället.",
	"Fields cannot be merged in with <<. Write them out instead.")

// NoName says that a field's name is a list or fields.
var NoName = diag.Say("Här ska det stå ett fältnamn. Ta bort parenteserna.", "A field's name belongs here. Remove the brackets.")

// Repeated says that a field stands further up already.
func Repeated(name string) diag.Text {
	return diag.Say("Fältet %s står redan högre upp. Behåll det ena.",
		"The field %s stands further up already. Keep one of them.", Clip(name))
}

// OneOf says that one of some fields is missing.
func OneOf(names []string) diag.Text {
	return diag.Say("Här saknas ett fält. Lägg till det som passar: %s.", "A field is missing here. Add the one that fits: %s.", choice(names))
}

// OnlyOneOf says that two fields stand where one can.
func OnlyOneOf(names []string) diag.Text {
	return diag.Say("Här kan bara ett av fälten stå: %s. Behåll det som passar, och ta bort det andra.",
		"Only one of the fields can stand here: %s. Keep the one that fits, and remove the other.", choice(names))
}

// choice lists words of which one is to be taken.
func choice(words []string) diag.Text {
	last := len(words) - 1
	if last < 1 {
		return diag.Say("%s", "%s", strings.Join(words, ""))
	}
	return diag.Say("%s eller %s", "%s or %s", strings.Join(words[:last], ", "), words[last])
}
