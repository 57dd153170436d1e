package advice

import (
	"errors"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
)

// TooMuch says that a document is too large or too deep to be read. ok is false where
// err (of doc.Parse) says something else.
func TooMuch(err error) (words diag.Text, ok bool) {
	switch {
	case errors.Is(err, doc.ErrTooManyValues):
		return diag.Say("Filen har fler än %d värden. Dela upp den i flera filer.",
			"The file has more than %d values. Split it into several files.", doc.MaxValues), true
	case errors.Is(err, doc.ErrTooDeep):
		return diag.Say("Filen har fler än %d nivåer inuti varandra. Förenkla uppbyggnaden.",
			"The file nests more than %d levels deep. Make it simpler.", doc.MaxDepth), true
	case errors.Is(err, doc.ErrMuchTooDeep):
		return diag.Say("Filen har för många nivåer inuti varandra. Förenkla uppbyggnaden.",
			"The file nests too deeply. Make it simpler."), true
	case errors.Is(err, doc.ErrTooLong):
		return diag.Say("Upprepningarna med & och * blir tillsammans mer än %d gånger så stora som filen. Skriv ut texten i stället.",
			"What is repeated with & and * amounts to more than %d times the file. Write it out instead.", doc.MaxExpansion), true
	}
	return diag.Text{}, false
}

// Syntax says what is wrong with a document that is no YAML. It begins on firstLine of
// its file and, to the parser, goes wrong on line at of it. look is the line that the
// words are about, 0 where it is that one.
func Syntax(e *doc.SyntaxError, src string, firstLine, at int) (words diag.Text, look int) {
	if e.Second {
		return complaint(e), 0
	}
	return led(complaint(e), src, firstLine, at)
}

// led makes a message say what is odd where the text stops being readable, and on
// which line that is, if it is another than the one that the finding stands on.
func led(message diag.Text, src string, firstLine, named int) (words diag.Text, look int) {
	if len(src) > searched {
		return message, 0
	}
	lines := strings.Split(strings.TrimSuffix(src, "\n"), "\n")
	n := culprit(lines)
	if n == 0 {
		return message, 0
	}
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	odd, at := oddity(lines, n, firstLine)
	if !odd.IsZero() {
		message = odd
	}
	if at == named {
		return message, 0
	}
	return diag.Say("Felet är på rad %d. %s", "The mistake is on line %d. %s", at, message), at
}

// syntaxHints puts the parser's commonest complaints into an editor's words.
var syntaxHints = []struct {
	says    string
	message diag.Text
}{
	{"mapping values are not allowed", diag.Say(
		"Här står ett kolon där det inte kan stå. Hör det till texten: sätt citattecken runt texten. Är raden indragen mer än de andra: ta bort indraget.",
		"There is a colon where none can stand. If it belongs to the text, put quotation marks around the text. If the line is indented more than the others, take the indentation away.")},
	{"tab character", tabHint},
	{"found character that cannot start any token", diag.Say(
		"Raden börjar med ett tecken som inte går att tolka, ofta en tabb, @ eller `. Använd mellanslag för indrag och sätt citattecken runt texten.",
		"The line begins with a character that cannot be read, often a tab, @ or `. Indent with spaces and put quotation marks around the text.")},
	{"could not find expected ':'", diag.Say(
		"Raden är inget fält: ett sådant har ett namn, ett kolon och ett värde. Fortsätter raden texten ovanför: dra in den med två mellanslag mer än fältets namn. Hör den till brödtexten: den ska stå under den rad med tre bindestreck (---) som avslutar fälten.",
		"The line is no field, which has a name, a colon and a value. If it continues the text above, indent it by two spaces more than the field's name. If it belongs to the body, it must stand below the line of three hyphens (---) that ends the fields.")},
	{"unknown escape character", diag.Say(
		"Ett omvänt snedstreck (\\) betyder något särskilt inom \"…\". Byt de två citattecknen mot enkla: '…'.",
		"A backslash (\\) has a meaning of its own within \"…\". Use single quotation marks instead: '…'.")},
	{"did not find expected key", diag.Say(
		"Indraget stämmer inte här, eller så är ett citattecken fel. Jämför med raden ovanför.",
		"The indentation is off here, or a quotation mark is. Compare with the line above.")},
	{"did not find expected '-' indicator", diag.Say(
		"Raden hör inte till listan ovanför. Börja den med ett bindestreck, eller ändra indraget.",
		"The line does not belong to the list above. Begin it with a hyphen, or change its indentation.")},
	{"unexpected end of stream", diag.Say(
		"Ett citattecken öppnas men stängs aldrig. Lägg till det som saknas.",
		"A quotation mark opens and never closes. Add the one that is missing.")},
	{"did not find expected", diag.Say(
		"En parentes ([ eller {) eller en lista är inte avslutad som den ska.",
		"A bracket ([ or {) or a list does not end as it should.")},
	{"unknown anchor", diag.Say(
		"Här hänvisas med * till något som inte har märkts med &. Sätt citattecken om * hör till texten.",
		"This refers with * to something that & does not mark. Put quotation marks if the * belongs to the text.")},
}

var tabHint = diag.Say(
	"Raden är indragen med tabb. Ta bort tabben och skriv lika många mellanslag som raderna omkring har, inga om de inte är indragna.",
	"The line is indented with a tab. Remove it and write as many spaces as the lines around it have, none if they have none.")

func complaint(e *doc.SyntaxError) diag.Text {
	if e.Second {
		return diag.Say(
			"Filen innehåller mer än ett dokument: raden --- mitt i filen delar den. Ta bort den.",
			"The file holds more than one document: the line --- parts it. Remove it.")
	}
	for _, h := range syntaxHints {
		if strings.Contains(e.Detail, h.says) {
			return h.message
		}
	}
	return diag.Text{SV: "Raden går inte att läsa. Jämför indrag, kolon och citattecken med raderna runt omkring.",
		EN: "The line cannot be read (" + e.Detail + "). Compare its indentation, colon and quotation marks with the lines around it."}
}
