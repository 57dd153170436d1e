package advice

import (
	"strings"
	"unicode"

	"samsyn/internal/diag"
)

// Garbled says of text that was decoded wrongly, or has invisible characters between
// its letters, what it looks like and how often the file has it.
func Garbled(shown string, count int) diag.Text {
	more := diag.Text{}
	if count > 1 {
		more = diag.Say(" Det finns %d ställen i filen.", " There are %d places in the file.", count)
	}
	if strings.ContainsFunc(shown, func(c rune) bool { return unicode.Is(unicode.Cf, c) }) {
		return diag.Say("Här står ett osynligt tecken mitt i ett ord, så att ordet inte går att söka efter.%s Skriv om ordet för hand.",
			"There is an invisible character inside a word, so that the word cannot be searched for.%s Write the word anew by hand.", more)
	}
	return diag.Say("”%s” är bokstäver som har blivit fel när texten kopierades eller sparades.%s Skriv rätt bokstäver (ofta å, ä eller ö), eller kopiera texten på nytt.",
		"“%s” is letters that were garbled when the text was copied or saved.%s Write the right letters, or copy the text again.", shown, more)
}

// CutOff says of a text that ends at a number sign what was not read.
func CutOff(read, comment string) diag.Text {
	return diag.Say(
		"Texten slutar vid ”%[1]s”: det som följer, ”%[2]s”, läses som en kommentar. Sätt citattecken runt hela texten: \"%[1]s %[2]s\"",
		"The text ends at “%[1]s”: what follows, “%[2]s”, is read as a comment. Put quotation marks around all of the text: \"%[1]s %[2]s\"",
		Clip(read), Clip(comment))
}
