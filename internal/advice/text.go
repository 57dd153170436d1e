package advice

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/identity"
)

// Encoding says in which other encoding a file seems to be saved: two bytes
// a character (UTF-16), or one (ISO 8859-1, Windows-1252).
func Encoding(first byte, wide bool) diag.Text {
	what := diag.Say("Filen är inte sparad som UTF-8: här står tecken som inte går att läsa.", "The file is not UTF-8: there are bytes here that cannot be read.")
	letter := map[byte]string{0xe5: "å", 0xe4: "ä", 0xf6: "ö", 0xc5: "Å", 0xc4: "Ä", 0xd6: "Ö", 0xe9: "é", 0x96: "–", 0x94: "”"}[first]
	switch {
	case wide:
		what = diag.Say("Filen är sparad som UTF-16 (som ibland kallas Unicode), inte som UTF-8.", "The file is saved as UTF-16 (sometimes called Unicode), not as UTF-8.")
	case letter != "":
		what = diag.Say("Filen är inte sparad som UTF-8: här står nog %s i en äldre teckenkodning.", "The file is not UTF-8: this is probably %s in an older encoding.", letter)
	}
	return diag.Say("%s Öppna filen i en textredigerare, välj Spara som, och spara den som UTF-8.",
		"%s Open it in a text editor, choose Save as, and save it as UTF-8.", what)
}

// documents are the bytes with which files begin that are no text: of office programs
// (ZIP, the Compound File Binary Format), PDF, PNG and JPEG.
var documents = []struct{ begins, name string }{
	{"PK\x03\x04", "Word"}, {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"}, {"{\\rtf", "Word"}, {"%PDF-", "PDF"}, {"\x89PNG\r\n", ""}, {"\x89PNG\n", ""}, {"\xff\xd8\xff", ""},
}

// Document tells what a file is by how it begins: "" where it may be a text.
func Document(src string) (kind string) {
	for _, d := range documents {
		if strings.HasPrefix(src, d.begins) {
			return cmp.Or(d.name, "picture")
		}
	}
	return ""
}

// NoText says that a file is a document of another program, of a kind that Document
// gives, though it has a text's name.
func NoText(kind string) diag.Text {
	switch kind {
	case "picture":
		return diag.Say("Filen är en bild, fast namnet slutar som en textfils. Döp om den, till exempel till .png eller .jpg, och länka till den från en text.",
			"The file is a picture, though its name ends like a text's. Rename it, for example to .png or .jpg, and link to it from a text.")
	case "PDF":
		return diag.Say("Filen är en PDF, fast namnet slutar som en textfils. Öppna PDF-filen, kopiera texten, och klistra in den här i stället för allt som står i filen.",
			"The file is a PDF, though its name ends like a text's. Open the PDF, copy its text, and paste that here in place of all that the file holds.")
	}
	return diag.Say("Filen är ett dokument från Word eller ett liknande program, fast namnet slutar som en textfils. Det hjälper inte att döpa om den. Öppna dokumentet, kopiera texten, och klistra in den här i stället för allt som står i filen.",
		"The file is a document of Word or a like program, though its name ends like a text's. Renaming does not help. Open the document, copy its text, and paste that here in place of all that the file holds.")
}

// Control says that a control character stands where none may.
func Control(c rune) diag.Text {
	return diag.Say(
		"Här står ett osynligt styrtecken (%s) som inte får finnas i filen. Ta bort det.",
		"There is an invisible control character (%s) here that the file may not hold. Remove it.", codePoint(c))
}

// Reordering says that a character can show text in another order than it is written in.
func Reordering(c rune) diag.Text {
	return diag.Say(
		"Här står ett osynligt tecken (%s) som kan få texten att visas i en annan ordning än den är skriven. Ta bort det.",
		"There is an invisible character (%s) here that can show the text in another order than it is written in. Remove it.", codePoint(c))
}

// codePoint is how a character is named (The Unicode Standard, appendix A).
func codePoint(c rune) string { return fmt.Sprintf("U+%04X", c) }

// Glyph says that the PDF's fonts lack a character.
func Glyph(c rune) diag.Text {
	return diag.Say(
		"Tecknet %[1]s (%[2]s) finns inte i de typsnitt som PDF-filen använder. Byt ut det.",
		"The character %[1]s (%[2]s) is not in the fonts of the PDF. Replace it.", string(c), codePoint(c))
}

// Glyphs says that the PDF's fonts lack a number of letters of the script that one is of.
func Glyphs(first rune, count int) diag.Text {
	return diag.Say(
		"Filen har %[3]d bokstäver som inte finns i de typsnitt som PDF-filen använder. Den första är %[1]s (%[2]s). Skriv texten med andra bokstäver, eller flytta den till en översättning.",
		"The file has %[3]d letters that are not in the fonts of the PDF. The first is %[1]s (%[2]s). Write the text in other letters, or move it to a translation.", string(first), codePoint(first), count)
}

// merged are the marks that git leaves of a merge.
var merged = []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}

// Merge says what to do about two versions of a text that git left in one file, from
// a line (from 0) on.
func Merge(t doc.Text, from int) diag.Text {
	var rows []string
	for n, line := range t.Lines[from:] {
		if mark, _, _ := strings.Cut(line, " "); slices.Contains(merged, mark) {
			rows = append(rows, strconv.Itoa(from+n+1))
		}
		if strings.HasPrefix(line, ">>>>>>>") {
			break
		}
	}
	last := len(rows) - 1
	if last < 1 {
		return diag.Say("Här har två versioner av texten blandats vid en sammanslagning. Behåll den rätta, och ta bort den här raden.",
			"Two versions of the text were mixed here when they were to be merged. Keep the right one, and remove this line.")
	}
	return diag.Say("Här har två versioner av texten blandats vid en sammanslagning. Behåll den rätta, och ta bort raderna som märker ut dem: rad %s och %s.",
		"Two versions of the text were mixed here when they were to be merged. Keep the right one, and remove the lines that mark them: lines %s and %s.",
		strings.Join(rows[:last], ", "), rows[last])
}

// FileTooLarge says what to do about a file of more than source.MaxSize.
var FileTooLarge = diag.Say(
	"Filen är större än 1 MiB. Dela upp innehållet, eller lägg stora underlag på en annan plats och länka dit.",
	"The file is larger than 1 MiB. Split it, or keep large material elsewhere and link to it.")

// TextTooCostly says what to do about a text that takes too long to read.
var TextTooCostly = diag.Say(
	"Texten har så många stycken, tabellceller, länkar eller tecken som hakparenteser och stjärnor att den inte går att läsa i rimlig tid. Dela upp den i flera filer.",
	"The text has so many paragraphs, table cells, links or marks such as brackets and asterisks that it cannot be read in reasonable time. Split it into several files.")

// TextTooDeep says what to do about a text that nests lists and quotations too deeply.
func TextTooDeep(most int) diag.Text {
	return diag.Say(
		"Texten har fler än %d nivåer av listor och citat inuti varandra. Förenkla den.",
		"The text nests lists and quotations more than %d levels deep. Make it simpler.", most)
}

// PersonalNumber is the finding that a personal identity number stands somewhere. It
// shows no more of the number than may be shown.
func PersonalNumber(at diag.Place, number string) diag.Finding {
	f := diag.New(diag.PersonalIdentityNumber, at, diag.Say(
		"Här står ett personnummer eller samordningsnummer (%[1]s). Ta bort det. Säg också till den som sköter versionshistoriken, för numret finns kvar i äldre versioner.",
		"There is a personal identity number here (%[1]s). Remove it, and tell whoever looks after the history, since older versions still hold it.", identity.Mask(number)))
	f.Secret = true
	return f
}
