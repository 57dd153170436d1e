package advice

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
)

// NoFront says why a file has no front matter, as doc.Text.Front tells.
func NoFront(t doc.Text, err error) diag.Text {
	if errors.Is(err, doc.ErrNotClosed) {
		return unclosed(t)
	}
	return unopened(t)
}

// unopened says why a front matter does not begin as it should.
func unopened(t doc.Text) diag.Text {
	if n := fieldsBegin(t); n > 0 && !blank(strings.Join(t.Lines[:n], "")) {
		return diag.Say("Filen ska börja med raden ---, som nu är rad %[1]s. Ta bort det som står ovanför den, eller flytta det till texten under nästa rad med ---.",
			"The file must begin with the line ---, which is line %[1]s now. Remove what stands above it, or move it to the text below the next line of ---.", strconv.Itoa(n+1))
	}
	for n, line := range t.Lines {
		switch {
		case blank(line):
			continue
		case strings.TrimSpace(line) == doc.Fence:
			return diag.Say("Raden med tre bindestreck (---) måste vara filens första, utan något före. Den står på rad %s: ta bort det som står före den.",
				"The line of three hyphens (---) must be the file's first, with nothing before it. It is line %s: remove what stands before it.", strconv.Itoa(n+1))
		case strings.HasPrefix(line, "```"):
			return diag.Say("Uppgifterna står mellan ``` i stället för mellan rader med tre bindestreck. Byt rad %s, och raden med ``` efter uppgifterna, mot ---.",
				"The fields stand between ``` rather than between lines of three hyphens. Replace line %s, and the line of ``` after the fields, by ---.", strconv.Itoa(n+1))
		case dashes(line):
			return diag.Say("Rad %s ska vara exakt tre bindestreck (---). Där står i stället ”%s”.",
				"Line %s must be three hyphens (---) and nothing else. It is “%s”.", strconv.Itoa(n+1), Clip(strings.TrimSpace(line)))
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
func unclosed(t doc.Text) diag.Text {
	for n, line := range t.Lines[1:] {
		if strings.TrimSpace(line) == doc.Fence {
			return diag.Say("Uppgifterna överst i filen tar aldrig slut. Ta bort mellanslagen före --- på rad %s.",
				"The fields at the top of the file never end. Remove the spaces before --- on line %s.", strconv.Itoa(n+2))
		}
		if dashes(line) && !strings.HasPrefix(line, " ") {
			return diag.Say("Uppgifterna överst i filen tar aldrig slut. Rad %s ska vara exakt tre bindestreck (---); där står i stället ”%s”.",
				"The fields at the top of the file never end. Line %s must be three hyphens (---) and nothing else; it is “%s”.", strconv.Itoa(n+2), Clip(strings.TrimSpace(line)))
		}
	}
	return diag.Say(
		"Uppgifterna överst i filen tar aldrig slut. Lägg till en rad med tre bindestreck (---) efter den sista uppgiften, rad %s.",
		"The fields at the top of the file never end. Add a line of three hyphens (---) after the last field, line %s.", strconv.Itoa(lastField(t)+1))
}

// fieldsBegin is the line, from 0, of the three hyphens that have the first field right
// below; 0 where there is none.
func fieldsBegin(t doc.Text) int {
	isField := func(line string) bool {
		m := field.FindStringSubmatch(line)
		return m != nil && fieldNames()[m[2]]
	}
	first := slices.IndexFunc(t.Lines, isField)
	if first < 1 || strings.TrimSpace(t.Lines[first-1]) != doc.Fence {
		return 0
	}
	return first - 1
}

// lastField is the line, from 0, that seems to be the last one of the fields at the
// top of a file: what follows is no field, nor indented, nor an item of a list.
func lastField(t doc.Text) int {
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

// dashes tells whether a line is of hyphens, or what is taken for them, alone.
func dashes(line string) bool {
	rest := strings.TrimSpace(line)
	return rest != "" && strings.Trim(rest, "-–—‐‑−_* ") == ""
}

// Again is the line of a text, from 1, on which the fields above it begin once more, as
// where a whole file was pasted twice; 0 where they do not.
func Again(body, fields string) int {
	first, _, _ := strings.Cut(fields, "\n")
	if !strings.Contains(body, doc.Fence+"\n"+first) || !field.MatchString(first) {
		return 0
	}
	before, _, _ := strings.Cut("\n"+body, "\n"+doc.Fence+"\n"+first+"\n")
	if len(before) > len(body) {
		return 0
	}
	return strings.Count(before, "\n") + 1
}

// Twice says that a file holds its fields twice, the second time from a line on.
func Twice(line int) diag.Text {
	return diag.Say(
		"Filens uppgifter står två gånger: en gång till från rad %d. Ta bort det som har kommit med två gånger.",
		"The file holds its fields twice: once more from line %d. Remove what came in twice.", line)
}
