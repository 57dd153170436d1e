package load

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"samsyn/internal/diag"
	"samsyn/schema"
)

// isHyphen tells whether a line begins an item of a list as YAML has it, or parts
// the file.
func isHyphen(line string) bool {
	rest := strings.TrimSpace(line)
	return rest == "-" || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "---")
}

// bulletHint says how an item of a list begins.
func bulletHint(line string) diag.Text {
	rest := strings.TrimSpace(line)
	item := clip(strings.TrimSpace(strings.TrimLeft(rest, "•·‣*–—−-")))
	if rest[0] == '-' {
		return diag.Say("Skriv ett mellanslag efter bindestrecket: - %s", "Write a space after the hyphen: - %s", item)
	}
	return diag.Say("Listor skrivs här med bindestreck och mellanslag, inte med andra punkter eller streck: - %s",
		"Lists are written here with a hyphen and a space, not with other bullets or dashes: - %s", item)
}

// fieldNames are all names that a schema gives to a field.
var fieldNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	var walk func(t *schema.Type)
	walk = func(t *schema.Type) {
		if t == nil {
			return
		}
		for _, f := range t.Fields {
			names[f.Name] = true
			walk(f.Type)
		}
		for _, v := range t.Variants {
			walk(v)
		}
		walk(t.Items)
		walk(t.Extra)
	}
	for _, n := range schema.Names() {
		if t, err := schema.TypeOf(n); err == nil {
			walk(t)
		}
	}
	return names
})

// noField says what is wrong with a line that is no field.
func noField(line string) diag.Text {
	if m := nameFirst.FindStringSubmatch(line); m != nil && fieldNames()[m[1]] {
		return diag.Say("Ett kolon saknas efter fältets namn. Skriv: %s: %s", "A colon is missing after the field's name. Write: %s: %s", m[1], clip(m[2]))
	}
	return diag.Text{}
}

// goesOn says of a line that is no field how the text above it, which it may continue,
// is written over several lines.
func goesOn(lines []string, n, first int) diag.Text {
	for i := n - 2; i >= 0; i-- {
		m := field.FindStringSubmatch(strings.TrimSuffix(lines[i], "\r"))
		if m == nil {
			continue
		}
		if value := strings.TrimSpace(m[3]); value == "" || strings.ContainsAny(value[:1], "|>[{\"'") {
			return diag.Text{}
		}
		return diag.Say("Raden är inget fält. Fortsätter den texten i %[1]s (rad %[2]s): skriv bara ”%[3]s” på den raden, och hela texten på raderna under, indragen med %[4]s. Hör den till brödtexten: flytta den till under raden med tre bindestreck (---) som avslutar fälten.",
			"The line is no field. If it continues the text of %[1]s (line %[2]s), write “%[3]s” alone on that line, and all of the text on the lines below, indented by %[5]s. If it belongs to the body, move it below the line of three hyphens (---) that ends the fields.",
			m[2], itoa(i+first), strings.TrimSpace(m[1]+m[2])+": |", spacesText(len(m[1])+2, "mellanslag"), spacesText(len(m[1])+2, "spaces"))
	}
	return diag.Text{}
}

// lostAbove says which lines above have lost their indentation: those between a
// field without a value and a line that is indented more than they are.
func lostAbove(lines []string, n, first int) diag.Text {
	indent := indentOf(lines[n-1])
	lost := 0
	for i := n - 2; i >= 0; i-- {
		m := field.FindStringSubmatch(strings.TrimSuffix(lines[i], "\r"))
		if m == nil || len(m[1]) >= indent || i < n-2 && len(m[1]) != indentOf(lines[n-2]) {
			return diag.Text{}
		}
		if strings.TrimSpace(m[3]) != "" {
			lost++
			continue
		}
		if lost == 0 {
			return diag.Text{}
		}
		sv, en := "Raden ovanför (rad "+strconv.Itoa(n+first-2)+") har", "The line above (line "+strconv.Itoa(n+first-2)+") has"
		if lost > 1 {
			sv, en = "Raderna "+strconv.Itoa(n+first-1-lost)+"–"+strconv.Itoa(n+first-2)+" har", "Lines "+strconv.Itoa(n+first-1-lost)+" to "+strconv.Itoa(n+first-2)+" have"
		}
		return diag.Text{
			SV: sv + " nog tappat sitt indrag och hör till " + m[2] + ". Skriv " + spacesText(indent, "mellanslag") + " först, som på den här raden. Hör den här raden inte till " + m[2] + ": ta bort dess indrag.",
			EN: en + " probably lost the indentation and belong to " + m[2] + ". Write " + spacesText(indent, "spaces") + " first, as on this line. If this line does not belong to " + m[2] + ", take its indentation away.",
		}
	}
	return diag.Text{}
}

// blocks are the fields that have fields of their own below them, with those, over all
// schemas.
var blocks = sync.OnceValue(func() map[string][]string {
	found := map[string][]string{}
	var walk func(t *schema.Type)
	walk = func(t *schema.Type) {
		for _, f := range t.Fields {
			if inner := f.Type.For("object"); inner != nil {
				found[f.Name] = append(found[f.Name], inner.FieldNames()...)
				walk(inner)
			}
		}
	}
	for _, n := range schema.Names() {
		if t, err := schema.TypeOf(n); err == nil {
			walk(t)
		}
	}
	return found
})

// headless is the only block that may have the fields which stand from a line on with
// its indentation, "" where there is none or it is there.
func headless(lines []string, n int) string {
	indent := indentOf(lines[n-1])
	var names []string
	for _, line := range lines[n-1:] {
		m := field.FindStringSubmatch(strings.TrimSuffix(line, "\r"))
		if indentOf(line) < indent {
			break
		}
		if m != nil && len(m[1]) == indent {
			names = append(names, m[2])
		}
	}
	var fit []string
	for block, fields := range blocks() {
		lacks := func(name string) bool { return !slices.Contains(fields, name) }
		there := func(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), block+":") }
		if !slices.ContainsFunc(names, lacks) && !slices.ContainsFunc(lines, there) {
			fit = append(fit, block)
		}
	}
	if len(fit) != 1 {
		return ""
	}
	return fit[0]
}

// tabbed says how a line that a tab indents is written, as far as the lines around it
// tell.
func tabbed(lines []string, n int) diag.Text {
	line := strings.TrimSpace(lines[n-1])
	indent := -1
	if n > 1 {
		above := strings.TrimRight(lines[n-2], " \t\r")
		switch f := field.FindStringSubmatch(above); {
		case strings.Contains(above[:indentOf(above)], "\t"):
		case f != nil && f[3] == "":
			indent = len(f[1]) + 2
		case isHyphen(above) == isHyphen(line):
			indent = indentOf(above)
		}
	}
	if indent < 0 {
		return tabHint
	}
	return diag.Say("Raden är indragen med tabb, som inte räknas. Skriv mellanslag i stället: ”%s”",
		"The line is indented with a tab, which does not count. Write spaces instead: “%s”", strings.Repeat(" ", indent)+clip(line))
}

// besideList says of a field that it is indented as the list above it: it lacks its
// hyphen or its indentation, or the list's own field has lost its indentation.
func besideList(lines []string, n, first int) diag.Text {
	indent, i := indentOf(lines[n-1]), n-2
	item := 0 // the number of the last item's first line
	for ; i >= 0 && indentOf(lines[i]) >= indent; i-- {
		if indentOf(lines[i]) == indent {
			if !isHyphen(lines[i]) {
				return diag.Text{}
			}
			item = max(item, i+1)
		}
	}
	if item == 0 || i < 0 {
		return diag.Text{}
	}
	m := field.FindStringSubmatch(strings.TrimSuffix(lines[i], "\r"))
	if m == nil || strings.TrimSpace(m[3]) != "" {
		return diag.Text{}
	}
	if !mayHaveLost(lines[:i], len(m[1]), indent) {
		return besideItem(lines, item, n, m[2], itoa(i+first))
	}
	return diag.Say(
		"Raden är indragen som listan under %[1]s (rad %[2]s), men är ingen punkt i den. Har %[1]s tappat sitt indrag: skriv två mellanslag till först på raderna %[2]s–%[3]s. Annars: ge den här raden lika många mellanslag som %[1]s, eller börja den med ett bindestreck.",
		"The line is indented as the list under %[1]s (line %[2]s), but is no item of it. If %[1]s has lost its indentation, write two more spaces at the beginning of lines %[2]s to %[3]s. Otherwise give this line as many spaces as %[1]s, or begin it with a hyphen.",
		m[2], itoa(i+first), itoa(n+first-2))
}

// mayHaveLost tells whether a field that is indented so far may have stood further in
// under the lines above it: below a field that has others, or nothing yet.
func mayHaveLost(above []string, indent, further int) bool {
	for i := len(above) - 1; i >= 0; i-- {
		switch at := indentOf(above[i]); {
		case at > further:
		case at == further:
			return !isHyphen(above[i])
		default:
			f := field.FindStringSubmatch(strings.TrimSuffix(above[i], "\r"))
			return at == indent && f != nil && strings.TrimSpace(f[3]) == ""
		}
	}
	return false
}

// besideItem says of a line that is no item of the list it stands in how it is
// written as one, or as a part of the last one.
func besideItem(lines []string, item, n int, list, listAt string) diag.Text {
	line, last := strings.TrimSuffix(lines[n-1], "\r"), lines[item-1]
	indent := strings.Repeat(" ", indentOf(line))
	asItem := indent + "- " + clip(strings.TrimSpace(line))
	own := field.FindStringSubmatch(strings.TrimSuffix(last, "\r"))
	if own == nil || own[2] == field.FindStringSubmatch(line)[2] {
		return diag.Say("Raden står bland punkterna i listan under %[1]s (rad %[2]s), men saknar bindestreck. Skriv: ”%[3]s”",
			"The line stands among the items of the list under %[1]s (line %[2]s), but lacks its hyphen. Write: “%[3]s”", list, listAt, asItem)
	}
	return diag.Say("Raden står bland punkterna i listan under %[1]s (rad %[2]s), men saknar indrag eller bindestreck. Hör den till punkten ovanför: skriv ”%[3]s”. Är den en ny punkt: skriv ”%[4]s”.",
		"The line stands among the items of the list under %[1]s (line %[2]s), but lacks its indentation or its hyphen. If it belongs to the item above, write “%[3]s”. If it is a new item, write “%[4]s”.",
		list, listAt, indent+"  "+clip(strings.TrimSpace(line)), asItem)
}

// curly are the quotation marks that text programs make of straight ones.
const curly = "”“„’‘‚"

// oddValue says what is odd about what stands after a field's name.
func oddValue(name, value string) diag.Text {
	if value == "" {
		return diag.Text{}
	}
	if strings.ContainsAny(value[:1], "\"'") {
		return oddQuotes(value)
	}
	mark := []rune(value)[0]
	switch {
	case strings.ContainsRune(curly, mark):
		return diag.Say("Citattecknen är böjda (%[1]s), som i Word, och räknas inte. Byt dem mot raka (\"): %[2]s: \"%[3]s\"",
			"The quotation marks are curly (%[1]s), as Word makes them, and do not count. Use straight ones (\"): %[2]s: \"%[3]s\"",
			string(mark), name, clip(strings.Trim(value, curly)))
	case mark == '[' && !strings.Contains(value, "]") && strings.Contains(value, ","):
		return diag.Say("Parentesen [ stängs aldrig. Skriv ] där listan slutar: %[1]s: %[2]s]", "The bracket [ never closes. Write ] where the list ends: %[1]s: %[2]s]",
			name, clip(strings.TrimRight(value, ", ")))
	case strings.ContainsRune("@`%*&!", mark), mark == '[' && !strings.HasSuffix(value, "]"), mark == '{' && !strings.HasSuffix(value, "}"):
		return diag.Say("En text som börjar med %[1]s måste stå inom raka citattecken: %[2]s: '%[3]s'",
			"A text that begins with %[1]s must stand in straight quotation marks: %[2]s: '%[3]s'", string(mark), name, clip(strings.ReplaceAll(value, "'", "''")))
	case strings.HasPrefix(value, "- "):
		return diag.Say("En lista kan inte börja på samma rad som fältets namn. Flytta bindestrecket till nästa rad, indraget två mellanslag. Hör det till texten: sätt raka citattecken runt hela texten.",
			"A list cannot begin on the line of the field's name. Move the hyphen to the next line, indented by two spaces. If it belongs to the text, put straight quotation marks around all of it.")
	case (mark == '|' || mark == '>') && len(strings.TrimRight(value, "+-")) > 1:
		return diag.Say("Efter %[1]s ska texten börja på nästa rad, indragen två mellanslag. Hör %[1]s till texten: sätt raka citattecken runt hela texten.",
			"After %[1]s the text must begin on the next line, indented by two spaces. If the %[1]s belongs to the text, put straight quotation marks around all of it.", string(mark))
	case strings.ContainsRune("[{|>", mark):
		return diag.Text{}
	case colonInside.MatchString(value):
		quoted := `"` + clip(value) + `"`
		if strings.Contains(value, `"`) {
			quoted = "'" + clip(strings.ReplaceAll(value, "'", "''")) + "'"
		}
		return diag.Say("Texten innehåller ett kolon. Sätt raka citattecken runt hela texten: %s: %s",
			"The text holds a colon. Put straight quotation marks around all of it: %s: %s", name, quoted)
	}
	return diag.Text{}
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
