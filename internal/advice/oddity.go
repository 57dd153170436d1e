package advice

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"samsyn/internal/diag"
)

var (
	// field is a line with a field's name; what follows the colon is its value.
	field       = regexp.MustCompile(`^(\s*(?:- +)*)([\pL_][\pL\pN_-]*):(.*)$`)
	equals      = regexp.MustCompile(`^\s*(?:- +)*[\pL_][\pL\pN_-]* *=`)
	hardSpace   = regexp.MustCompile(`^\s*(?:-\s*)?` + unseenClass + `|:` + unseenClass)
	bullet      = regexp.MustCompile(`^\s*([•·‣*–—−]|-)([^\s-].*|\s.*)$`)
	strong      = regexp.MustCompile(`^\s*(\*\*|__).*(\*\*|__)\s*$`)
	otherColon  = regexp.MustCompile(`^\s*(?:- +)*[\pL_][\pL\pN_-]*\s*[：;︰]`)
	nameFirst   = regexp.MustCompile(`^\s*(?:- +)*([\pL_][\pL\pN_-]*)\s+(\S.*)$`)
	colonInside = regexp.MustCompile(`:(\s|$)`)
)

// oddity says what is wrong with a line in the midst of others, in an editor's
// words, and on which line that is; first is the number in the file of lines[0].
// It is empty where nothing odd can be seen.
func oddity(lines []string, n, first int) (message diag.Text, at int) {
	line, at := lines[n-1], n+first-1
	above := ""
	if n > 1 {
		above = lines[n-2]
	}
	switch {
	case mergeMark.MatchString(line):
		return leftOver, at
	case mergeMark.MatchString(above):
		return leftOver, at - 1
	case strings.HasPrefix(strings.TrimSpace(line), codeFence):
		return fenced(lines, n, first), at
	case hardSpace.MatchString(line):
		return hardSpaceHint, at
	case hardSpace.MatchString(above):
		return hardSpaceHint, at - 1
	case strings.Contains(line[:indentOf(line)], "\t"):
		return tabbed(lines, n), at
	case !isHyphen(above) && bullet.MatchString(above) && indentOf(line) > indentOf(above):
		return bulletHint(above), at - 1
	case !isHyphen(line) && strong.MatchString(line):
		return diag.Say("Fet stil går inte att skriva här, bland uppgifterna. Ta bort raden, eller flytta den till texten nedanför raden med ---.",
			"Bold type cannot stand here, among the fields. Remove the line, or move it to the text below the line of hyphens."), at
	case !isHyphen(line) && bullet.MatchString(line):
		return bulletHint(line), at
	case otherColon.MatchString(line):
		return diag.Say("Efter fältets namn ska stå ett vanligt kolon (:). Byt ut tecknet.", "A plain colon (:) must follow the field's name. Replace the character."), at
	case equals.MatchString(line):
		return diag.Say("Skriv ett kolon efter fältets namn i stället för ett likhetstecken.",
			"Write a colon after the field's name, not an equals sign."), at
	}
	if m := field.FindStringSubmatch(above); m != nil && unspaced(m[3]) && fieldNames()[m[2]] {
		return noSpace, at - 1
	}
	return oddField(lines, n, first, above), at
}

// oddField is oddity for a line that is to be a field; above is the line before it.
func oddField(lines []string, n, first int, above string) diag.Text {
	line := lines[n-1]
	m := field.FindStringSubmatch(line)
	if m == nil {
		if m := nameFirst.FindStringSubmatch(line); m != nil && fieldNames()[m[1]] {
			return diag.Say("Ett kolon saknas efter fältets namn. Skriv: %s: %s", "A colon is missing after the field's name. Write: %s: %s", m[1], Clip(m[2]))
		}
		if isHyphen(above) && indentOf(above) == indentOf(line) && !isHyphen(line) {
			return diag.Say("Raden står i en lista men saknar bindestreck. Skriv: ”%s”", "The line stands in a list but lacks its hyphen. Write: “%s”",
				line[:indentOf(line)]+"- "+Clip(strings.TrimSpace(line)))
		}
		return goesOn(lines, n, first)
	}
	if unspaced(m[3]) {
		return noSpace
	}
	if message := cmp.Or(oddValue(m[2], strings.TrimSpace(m[3])), lostAbove(lines, n, first), besideList(lines, n, first)); !message.IsZero() {
		return message
	}
	if f := field.FindStringSubmatch(above); f != nil && strings.TrimSpace(f[3]) != "" && len(m[1]) > len(f[1]) {
		if block := headless(lines, n); block != "" {
			return diag.Say("Raden hör nog till %[1]s, vars egen rad saknas. Skriv ”%[2]s” på en rad ovanför.",
				"The line probably belongs to %[1]s, whose own line is missing. Write “%[2]s” on a line above.", block, strings.Repeat(" ", len(f[1]))+block+":")
		}
		return diag.Say("Raden är indragen mer än raden ovanför. Ge dem lika många mellanslag först på raden; en ny sak i en lista börjar med bindestreck och mellanslag.",
			"The line is indented more than the one above. Give them as many spaces at the beginning; a new item of a list begins with a hyphen and a space.")
	}
	return diag.Text{}
}

// unspaced tells whether what follows a colon begins without a space.
func unspaced(value string) bool { return value != "" && value[0] != ' ' && value[0] != '\t' }

// codeFence is what marks code in Markdown, as language models and wikis put it about
// fields.
const codeFence = "```"

// fenced says that a line that marks code has no place among fields, nor has the one that
// ends it.
func fenced(lines []string, n, first int) diag.Text {
	for i := n; i < len(lines); i++ {
		if strings.HasPrefix(strings.TrimSpace(lines[i]), codeFence) {
			return diag.Say("Raden med ``` hör inte hemma bland uppgifterna. Ta bort den, och även rad %d.",
				"The line of ``` has no place among the fields. Remove it, and line %d too.", i+first)
		}
	}
	return diag.Say("Raden med ``` hör inte hemma bland uppgifterna. Ta bort den.", "The line of ``` has no place among the fields. Remove it.")
}

var leftOver = diag.Say("Raden är kvar efter en sammanslagning. Ta bort den, och se efter att texten omkring är rätt.",
	"The line is left from a merge. Remove it, and make sure that the text about it is right.")

var noSpace = diag.Say("Skriv ett mellanslag efter kolonet.", "Write a space after the colon.")

// mergeMark is a line that git puts between two versions of a text.
var mergeMark = regexp.MustCompile(`^(<{7}|={7}|>{7})( |$)`)

var hardSpaceHint = diag.Say(
	"På raden står ett hårt mellanslag, som ser ut som ett vanligt men inte är det; det följer ofta med inklistrad text. Ta bort det och skriv ett vanligt. Är raden indragen med hårda mellanslag: byt vart och ett.",
	"There is a no-break space on the line, which looks like a space but is none; it often comes with pasted text. Remove it and type a space. Where such spaces indent the line, replace each of them.")

// isHyphen tells whether a line begins an item of a list as YAML has it, or parts
// the file.
func isHyphen(line string) bool {
	rest := strings.TrimSpace(line)
	return rest == "-" || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "---")
}

// bulletHint says how an item of a list begins.
func bulletHint(line string) diag.Text {
	rest := strings.TrimSpace(line)
	item := Clip(strings.TrimSpace(strings.TrimLeft(rest, "•·‣*–—−-")))
	if rest[0] == '-' {
		return diag.Say("Skriv ett mellanslag efter bindestrecket: - %s", "Write a space after the hyphen: - %s", item)
	}
	return diag.Say("Listor skrivs här med bindestreck och mellanslag, inte med andra punkter eller streck: - %s",
		"Lists are written here with a hyphen and a space, not with other bullets or dashes: - %s", item)
}

// goesOn says of a line that is no field how the text above it, which it may continue,
// is written over several lines.
func goesOn(lines []string, n, first int) diag.Text {
	for i := n - 2; i >= 0; i-- {
		m := field.FindStringSubmatch(lines[i])
		if m == nil {
			continue
		}
		if value := strings.TrimSpace(m[3]); value == "" || strings.ContainsAny(value[:1], "|>[{\"'") {
			return diag.Text{}
		}
		return diag.Say("Raden är inget fält. Fortsätter den texten i %[1]s (rad %[2]s): skriv bara ”%[3]s” på den raden, och hela texten på raderna under, indragen med %[4]s. Hör den till brödtexten: flytta den till under raden med tre bindestreck (---) som avslutar fälten.",
			"The line is no field. If it continues the text of %[1]s (line %[2]s), write “%[3]s” alone on that line, and all of the text on the lines below, indented by %[4]s. If it belongs to the body, move it below the line of three hyphens (---) that ends the fields.",
			m[2], strconv.Itoa(i+first), strings.TrimSpace(m[1]+m[2])+": |", spaces(len(m[1])+2))
	}
	return diag.Text{}
}

// tabbed says how a line that a tab indents is written, as far as the lines around it
// tell.
func tabbed(lines []string, n int) diag.Text {
	line := strings.TrimSpace(lines[n-1])
	indent := -1
	if n > 1 {
		above := strings.TrimRight(lines[n-2], " \t")
		switch f := field.FindStringSubmatch(above); {
		case strings.Contains(above[:indentOf(above)], "\t"):
		case f != nil && f[3] == "":
			indent = len(f[1]) + 2
		case isHyphen(above) == isHyphen(line):
			indent = indentOf(above)
		case f != nil && isHyphen(above): // the item's first field
			indent = len(f[1])
		}
	}
	if indent < 0 {
		return tabHint
	}
	return diag.Say("Raden börjar med en tabb. Indrag måste göras med mellanslag: ”%s”",
		"The line is indented with a tab, which does not count. Write spaces instead: “%s”", strings.Repeat(" ", indent)+Clip(line))
}
