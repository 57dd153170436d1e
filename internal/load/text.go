package load

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
)

// text is a file's content, and what can be said of it as text.
type text struct{ doc.Text }

// unfit holds a text to what any text must keep. On a finding of the kind that ends the
// reading, ok is false.
func (t text) unfit() (found []diag.Finding, ok bool) {
	if f, bad := t.badByte(); bad {
		return []diag.Finding{f}, false
	}
	if f, bad := t.conflict(); bad {
		return []diag.Finding{f}, false
	}
	return t.bidi(), true
}

func (t text) badByte() (diag.Finding, bool) {
	if utf8.ValidString(t.Src) && !mayControl(t.Src) {
		return diag.Finding{}, false
	}
	wide := strings.HasPrefix(t.Src, "\xff\xfe") || strings.HasPrefix(t.Src, "\xfe\xff") || strings.Count(t.Src, "\x00") > len(t.Src)/3
	for n, line := range t.Lines {
		for i, c := range line {
			if c == utf8.RuneError {
				if _, size := utf8.DecodeRuneInString(line[i:]); size == 1 {
					return diag.New("invalid-utf8", t.Place(n, i, 1), encodingMessage(line[i], wide)), true
				}
			}
			if unicode.IsControl(c) && c != '\t' {
				message := controlMessage(c)
				if wide {
					message = encodingMessage(line[i], wide)
				}
				return diag.New("invalid-utf8", t.Place(n, i, 1), message), true
			}
		}
	}
	return diag.Finding{}, false
}

// encodingMessage says in which other encoding a file seems to be saved: two bytes
// a character (UTF-16), or one (ISO 8859-1, Windows-1252).
func encodingMessage(first byte, wide bool) diag.Text {
	how := diag.Text{SV: " Öppna filen i en textredigerare, välj Spara som, och spara den som UTF-8.", EN: " Open it in a text editor, choose Save as, and save it as UTF-8."}
	what := diag.Text{SV: "Filen är inte sparad som UTF-8: här står tecken som inte går att läsa.", EN: "The file is not UTF-8: there are bytes here that cannot be read."}
	letter := map[byte]string{0xe5: "å", 0xe4: "ä", 0xf6: "ö", 0xc5: "Å", 0xc4: "Ä", 0xd6: "Ö", 0xe9: "é", 0x96: "–", 0x94: "”"}[first]
	switch {
	case wide:
		what = diag.Text{SV: "Filen är sparad som UTF-16 (som ibland kallas Unicode), inte som UTF-8.", EN: "The file is saved as UTF-16 (sometimes called Unicode), not as UTF-8."}
	case letter != "":
		what = diag.Say("Filen är inte sparad som UTF-8: här står nog %s i en äldre teckenkodning.", "The file is not UTF-8: this is probably %s in an older encoding.", letter)
	}
	return diag.Text{SV: what.SV + how.SV, EN: what.EN + how.EN}
}

// mayControl tells whether a text may hold a control character other than TAB
// and LF: of UTF-8, the byte 0xC2 begins those over U+007F, and others.
func mayControl(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0 {
			return true
		}
	}
	return false
}

func controlMessage(c rune) diag.Text {
	return diag.Say(
		"Här står ett osynligt styrtecken (%s) som inte får finnas i filen. Ta bort det.",
		"There is an invisible control character (%s) here that the file may not hold. Remove it.", codePoint(c))
}

// conflict finds what git leaves of a merge: the first opening mark, or else the
// first of the others that cannot be anything else. (A line of equals signs can:
// it underlines a heading.)
func (t text) conflict() (diag.Finding, bool) {
	for _, mark := range []string{"<<<<<<<", "|||||||", ">>>>>>>"} {
		if !strings.Contains(t.Src, mark) {
			continue
		}
		for n, line := range t.Lines {
			rest, found := strings.CutPrefix(line, mark)
			if found && (rest == "" && mark == "<<<<<<<" || strings.HasPrefix(rest, " ")) {
				return diag.New("merge-conflict", t.Place(n, 0, len(mark)), t.mixed(n)), true
			}
		}
	}
	return diag.Finding{}, false
}

// merged are the marks that git leaves of a merge.
var merged = []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}

// mixed says what to do about two versions of a text that git left in one file, from
// a line (from 0) on.
func (t text) mixed(from int) diag.Text {
	var rows []string
	for n, line := range t.Lines[from:] {
		if mark, _, _ := strings.Cut(line, " "); slices.Contains(merged, mark) {
			rows = append(rows, itoa(from+n+1))
		}
		if strings.HasPrefix(line, ">>>>>>>") {
			break
		}
	}
	last := len(rows) - 1
	if last < 1 {
		return diag.Say("Här har två versioner av texten blandats när de skulle slås ihop. Behåll den rätta, och ta bort den här raden.",
			"Two versions of the text were mixed here when they were to be merged. Keep the right one, and remove this line.")
	}
	return diag.Say("Här har två versioner av texten blandats när de skulle slås ihop. Behåll den rätta, och ta bort raderna som märker ut dem: rad %s och %s.",
		"Two versions of the text were mixed here when they were to be merged. Keep the right one, and remove the lines that mark them: lines %s and %s.",
		strings.Join(rows[:last], ", "), rows[last])
}

// mostOfAKind is how many findings of one rule a file's characters give: nobody
// reads more, and a hostile file has a million.
const mostOfAKind = 500

func (t text) bidi() []diag.Finding {
	var found []diag.Finding
	if !mayReorder(t.Src) {
		return nil
	}
	for n, line := range t.Lines {
		for _, i := range reordering(line) {
			c, _ := utf8.DecodeRuneInString(line[i:])
			found = append(found, diag.New("bidirectional-control", t.Place(n, i, 1), bidiMessage(c)))
			if len(found) == mostOfAKind {
				return found
			}
		}
	}
	return found
}

func bidiMessage(c rune) diag.Text {
	return diag.Say(
		"Här står ett osynligt tecken (%s) som kan få texten att visas i en annan ordning än den är skriven. Ta bort det.",
		"There is an invisible character (%s) here that can show the text in another order than it is written in. Remove it.", codePoint(c))
}

// reordering finds, as byte offsets, the characters in a line that change the
// order of what is shown (Unicode Standard Annex #9): embeddings and overrides,
// and isolates that the line does not close. Marks (LRM, RLM, ALM) are harmless.
func reordering(line string) []int {
	var found, open []int
	if !mayReorder(line) {
		return nil
	}
	for i, c := range line {
		switch c {
		case '\u202a', '\u202b', '\u202d', '\u202e':
			found = append(found, i)
		case '\u2066', '\u2067', '\u2068':
			open = append(open, i)
		case '\u2069':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	return append(found, open...)
}

// mayReorder tells whether a text holds something of the blocks U+2000 or U+2040,
// where all that reorders is found.
func mayReorder(s string) bool {
	return strings.Contains(s, "\xe2\x80") || strings.Contains(s, "\xe2\x81")
}

// fence is the line that opens and closes a front matter.
const fence = doc.Fence

// frontFinding tells why a front matter cannot be read.
func (t text) frontFinding(err error) diag.Finding {
	message := t.unopened()
	if errors.Is(err, doc.ErrNotClosed) {
		message = t.unclosed()
	}
	return diag.New("front-matter", diag.Whole(t.Path), message)
}

// again is the line of a text, from 1, on which the fields above it begin once more, as
// where a whole file was pasted twice; 0 where they do not.
func again(body, fields string) int {
	first, _, _ := strings.Cut(fields, "\n")
	if !strings.Contains(body, fence+"\n"+first) || !field.MatchString(first) {
		return 0
	}
	before, _, _ := strings.Cut("\n"+body, "\n"+fence+"\n"+first+"\n")
	if len(before) > len(body) {
		return 0
	}
	return strings.Count(before, "\n") + 1
}

// twice is the finding that a file holds its fields twice, the second time from a line on.
func (t text) twice(line int) diag.Finding {
	return diag.New("yaml-syntax", t.Place(line-1, 0, 0), diag.Say(
		"Filens uppgifter står två gånger: en gång till från rad %s. Ta bort det som har kommit med två gånger.",
		"The file holds its fields twice: once more from line %s. Remove what came in twice.", itoa(line)))
}

// dashes tells whether a line is of hyphens, or what is taken for them, alone.
func dashes(line string) bool {
	rest := strings.TrimSpace(line)
	return rest != "" && strings.Trim(rest, "-–—‐‑−_* ") == ""
}

// fieldsBegin is the line, from 0, of the three hyphens that have the first field right
// below; 0 where there is none.
func (t text) fieldsBegin() int {
	isField := func(line string) bool {
		m := field.FindStringSubmatch(line)
		return m != nil && fieldNames()[m[2]]
	}
	first := slices.IndexFunc(t.Lines, isField)
	if first < 1 || strings.TrimSpace(t.Lines[first-1]) != fence {
		return 0
	}
	return first - 1
}

// unopened says why a front matter does not begin as it should.
func (t text) unopened() diag.Text {
	if n := t.fieldsBegin(); n > 0 && !isBlank(strings.Join(t.Lines[:n], "")) {
		return diag.Say("Filen ska börja med raden ---, som nu är rad %[1]s. Ta bort det som står ovanför den, eller flytta det till texten under nästa rad med ---.",
			"The file must begin with the line ---, which is line %[1]s now. Remove what stands above it, or move it to the text below the next line of ---.", itoa(n+1))
	}
	for n, line := range t.Lines {
		switch {
		case isBlank(line):
			continue
		case strings.TrimSpace(line) == fence:
			return diag.Say("Raden med tre bindestreck (---) måste vara filens första, utan något före. Den står på rad %s: ta bort det som står före den.",
				"The line of three hyphens (---) must be the file's first, with nothing before it. It is line %s: remove what stands before it.", itoa(n+1))
		case dashes(line):
			return diag.Say("Rad %s ska vara exakt tre bindestreck (---). Där står i stället ”%s”.",
				"Line %s must be three hyphens (---) and nothing else. It is “%s”.", itoa(n+1), clip(strings.TrimSpace(line)))
		case field.MatchString(line):
			return diag.Say("Filens första rad ska vara tre bindestreck (---), före uppgifterna. Lägg till den överst.",
				"The file's first line must be three hyphens (---), before the fields. Add it at the top.")
		}
		break
	}
	return diag.Say(
		"Filen ska börja med en rad med tre bindestreck (---), sedan uppgifterna om innehållet och en ny rad med tre bindestreck. Lägg till dem överst.",
		"The file must begin with a line of three hyphens (---), then its fields and another line of three hyphens. Put them at the top.")
}

// unclosed says where a front matter is to end.
func (t text) unclosed() diag.Text {
	for n, line := range t.Lines[1:] {
		if strings.TrimSpace(line) == fence {
			return diag.Say("Uppgifterna överst i filen tar aldrig slut. Ta bort mellanslagen före --- på rad %s.",
				"The fields at the top of the file never end. Remove the spaces before --- on line %s.", itoa(n+2))
		}
		if dashes(line) && !strings.HasPrefix(line, " ") {
			return diag.Say("Uppgifterna överst i filen tar aldrig slut. Rad %s ska vara exakt tre bindestreck (---); där står i stället ”%s”.",
				"The fields at the top of the file never end. Line %s must be three hyphens (---) and nothing else; it is “%s”.", itoa(n+2), clip(strings.TrimSpace(line)))
		}
	}
	return diag.Say(
		"Uppgifterna överst i filen tar aldrig slut. Lägg till en rad med tre bindestreck (---) efter den sista uppgiften, rad %s.",
		"The fields at the top of the file never end. Add a line of three hyphens (---) after the last field, line %s.", itoa(t.lastField()+1))
}

// lastField is the line, from 0, that seems to be the last one of the fields at the
// top of a file: what follows is no field, nor indented, nor an item of a list.
func (t text) lastField() int {
	last := 0
	for n, line := range t.Lines[1:] {
		rest := strings.TrimSpace(line)
		switch {
		case rest == "" || rest[0] == '#':
		case field.MatchString(line), isHyphen(line), line[0] == ' ':
			last = n + 1
		default:
			return last
		}
	}
	return last
}

// isBlank tells whether there is nothing but white space.
func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
