package advice

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
)

// oddValue says what is odd about what stands after a field's name.
func oddValue(name, value string) diag.Text {
	if value == "" {
		return diag.Text{}
	}
	if strings.ContainsAny(value[:1], "\"'") {
		return oddQuotes(value)
	}
	mark := []rune(value)[0]
	if message := oddMark(name, value, mark); !message.IsZero() {
		return message
	}
	switch {
	case strings.ContainsRune(curly, mark):
		return diag.Say("Citattecknen är böjda (%[1]s), som i Word, och räknas inte. Byt dem mot raka (\"): %[2]s: \"%[3]s\"",
			"The quotation marks are curly (%[1]s), as Word makes them, and do not count. Use straight ones (\"): %[2]s: \"%[3]s\"",
			string(mark), name, Clip(strings.Trim(value, curly)))
	case strings.HasPrefix(value, "- "):
		return diag.Say("En lista kan inte börja på samma rad som fältets namn. Flytta bindestrecket till nästa rad, indraget två mellanslag. Hör det till texten: sätt raka citattecken runt hela texten.",
			"A list cannot begin on the line of the field's name. Move the hyphen to the next line, indented by two spaces. If it belongs to the text, put straight quotation marks around all of it.")
	case (mark == '|' || mark == '>') && len(strings.TrimRight(value, "+-")) > 1:
		return diag.Say("Efter %[1]s ska texten börja på nästa rad, indragen två mellanslag. Hör %[1]s till texten: sätt raka citattecken runt hela texten.",
			"After %[1]s the text must begin on the next line, indented by two spaces. If the %[1]s belongs to the text, put straight quotation marks around all of it.", string(mark))
	case strings.ContainsRune("[{|>", mark):
		return diag.Text{}
	case colonInside.MatchString(value) && begins(value, blocks()[name]):
		return diag.Say("Skriv %[1]s: ensamt på raden. Varje fält under %[1]s ska stå på en egen rad nedanför, indragen två mellanslag.",
			"Write %[1]s: alone on the line. Each field of %[1]s stands on a line of its own below, indented by two spaces.", name)
	case colonInside.MatchString(value):
		quoted := `"` + Clip(value) + `"`
		if strings.Contains(value, `"`) {
			quoted = "'" + Clip(strings.ReplaceAll(value, "'", "''")) + "'"
		}
		return diag.Say("Texten innehåller ett kolon. Sätt raka citattecken runt hela texten: %s: %s",
			"The text holds a colon. Put straight quotation marks around all of it: %s: %s", name, quoted)
	}
	return diag.Text{}
}

// oddMark says what is odd about a text that begins with a mark which means something
// to YAML.
func oddMark(name, value string, mark rune) diag.Text {
	switch {
	case mark == '[' && !strings.Contains(value, "]") && strings.Contains(value, ","):
		return diag.Say("Parentesen [ stängs aldrig. Skriv ] där listan slutar: %[1]s: %[2]s]", "The bracket [ never closes. Write ] where the list ends: %[1]s: %[2]s]",
			name, Clip(strings.TrimRight(value, ", ")))
	case strings.ContainsRune("@`%*&!", mark) && enumerated()[name] != nil:
		words, _ := Enum(name, value, enumerated()[name])
		return words
	case mark == '[' && !strings.Contains(value, "]"), mark == '{' && !strings.Contains(value, "}"):
		return diag.Say("Texten börjar med %[1]s. Ta bort tecknet. Hör det till texten: sätt raka citattecken runt hela texten: %[2]s: '%[3]s'",
			"The text begins with %[1]s. Remove the mark. If it belongs to the text, put straight quotation marks around all of it: %[2]s: '%[3]s'", string(mark), name, Clip(strings.ReplaceAll(value, "'", "''")))
	case strings.ContainsRune("@`%*&!", mark), mark == '[' && !strings.HasSuffix(value, "]"), mark == '{' && !strings.HasSuffix(value, "}"):
		return diag.Say("En text som börjar med %[1]s måste stå inom raka citattecken: %[2]s: '%[3]s'",
			"A text that begins with %[1]s must stand in straight quotation marks: %[2]s: '%[3]s'", string(mark), name, Clip(strings.ReplaceAll(value, "'", "''")))
	}
	return diag.Text{}
}

// begins tells whether a text begins with one of some fields and its colon.
func begins(text string, fields []string) bool {
	first, _, is := strings.Cut(text, ":")
	return is && slices.Contains(fields, first)
}

// oddQuotes says what is odd about a text in quotation marks.
func oddQuotes(value string) diag.Text {
	mark := value[:1]
	inside, rest, closed := strings.Cut(value[1:], mark)
	rest = strings.TrimSpace(rest)
	switch {
	case !closed && strings.ContainsAny(inside, curly):
		return diag.Say("Texten börjar med ett rakt citattecken (%[1]s) men slutar med ett böjt. Skriv ett rakt även där texten slutar.",
			"The text begins with a straight quotation mark (%[1]s) and ends with a curly one. Write a straight one where it ends too.", mark)
	case !closed:
		return diag.Say("Här öppnas ett citattecken som aldrig stängs. Sätt ett likadant (%[1]s) där texten slutar.",
			"A quotation mark opens here and never closes. Put the same (%[1]s) where the text ends.", mark)
	case rest != "" && rest[0] != '#' && mark == "'":
		return diag.Say("Det står mer text efter det citattecken (') som stänger. Skriv varje ' inne i texten två gånger (''), eller sätt \" runt hela texten i stället.",
			"More text follows the quotation mark (') that closes. Write each ' within the text twice (''), or put \" around all of it instead.")
	case rest != "" && rest[0] != '#':
		return diag.Say("Det står mer text efter det citattecken som stänger. Skriv citattecknen i texten som ”…”, eller sätt enkla citattecken ' runt hela texten.",
			"More text follows the quotation mark that closes. Write the marks within the text as “…”, or put single ones ' around all of it.")
	}
	return diag.Text{}
}
