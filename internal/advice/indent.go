package advice

import (
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
)

// lostAbove says which lines above have lost their indentation: those between a
// field without a value and a line that is indented more than they are.
func lostAbove(lines []string, n, first int) diag.Text {
	indent := indentOf(lines[n-1])
	lost := 0
	for i := n - 2; i >= 0; i-- {
		m := field.FindStringSubmatch(lines[i])
		if lost > 0 && (indentOf(lines[i]) >= indent || m != nil && len(m[1]) >= indent) && headless(lines, n) == "" {
			return lostAmid(indent, n+first-1-lost, lost)
		}
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
		which := diag.Say("Raden ovanför (rad %d) har", "The line above (line %d) has", n+first-2)
		if lost > 1 {
			which = diag.Say("Raderna %d–%d har", "Lines %d to %d have", n+first-1-lost, n+first-2)
		}
		return diag.Say("%[1]s nog tappat sitt indrag och hör till %[2]s. Skriv %[3]s först, som på den här raden. Hör den här raden inte till %[2]s: ta bort dess indrag.",
			"%[1]s probably lost the indentation and belong to %[2]s. Write %[3]s first, as on this line. If this line does not belong to %[2]s, take its indentation away.", which, m[2], spaces(indent))
	}
	return diag.Text{}
}

// lostAmid says that lines, the first of them and how many there are, have lost the
// indentation that those before and after them have.
func lostAmid(indent, from, count int) diag.Text {
	if count == 1 {
		return diag.Say("Rad %d har nog tappat sitt indrag. Skriv %s först på den, som på den här raden.",
			"Line %d has probably lost its indentation. Write %s at its beginning, as on this line.", from, spaces(indent))
	}
	return diag.Say("Raderna %d–%d har nog tappat sitt indrag. Skriv %s först på var och en, som på den här raden.",
		"Lines %d to %d have probably lost their indentation. Write %s at the beginning of each, as on this line.", from, from+count-1, spaces(indent))
}

// headless is the only block that may have the fields which stand from a line on with
// its indentation, "" where there is none or it is there.
func headless(lines []string, n int) string {
	indent := indentOf(lines[n-1])
	var names []string
	for _, line := range lines[n-1:] {
		m := field.FindStringSubmatch(line)
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
	m := field.FindStringSubmatch(lines[i])
	if m == nil || strings.TrimSpace(m[3]) != "" {
		return diag.Text{}
	}
	if !mayHaveLost(lines[:i], len(m[1]), indent) {
		return besideItem(lines, item, n, m[2], strconv.Itoa(i+first))
	}
	return diag.Say(
		"Raden är indragen som listan under %[1]s (rad %[2]s), men är ingen punkt i den. Har %[1]s tappat sitt indrag: skriv två mellanslag till först på raderna %[2]s–%[3]s. Annars: ge den här raden lika många mellanslag som %[1]s, eller börja den med ett bindestreck.",
		"The line is indented as the list under %[1]s (line %[2]s), but is no item of it. If %[1]s has lost its indentation, write two more spaces at the beginning of lines %[2]s to %[3]s. Otherwise give this line as many spaces as %[1]s, or begin it with a hyphen.",
		m[2], strconv.Itoa(i+first), strconv.Itoa(n+first-2))
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
			f := field.FindStringSubmatch(above[i])
			return at == indent && f != nil && strings.TrimSpace(f[3]) == ""
		}
	}
	return false
}

// besideItem says of a line that is no item of the list it stands in how it is
// written as one, or as a part of the last one.
func besideItem(lines []string, item, n int, list, listAt string) diag.Text {
	line, last := lines[n-1], lines[item-1]
	indent := strings.Repeat(" ", indentOf(line))
	asItem := indent + "- " + Clip(strings.TrimSpace(line))
	own := field.FindStringSubmatch(last)
	if own == nil || own[2] == field.FindStringSubmatch(line)[2] {
		return diag.Say("Raden står bland punkterna i listan under %[1]s (rad %[2]s), men saknar bindestreck. Skriv: ”%[3]s”",
			"The line stands among the items of the list under %[1]s (line %[2]s), but lacks its hyphen. Write: “%[3]s”", list, listAt, asItem)
	}
	return diag.Say("Raden står bland punkterna i listan under %[1]s (rad %[2]s), men saknar indrag eller bindestreck. Hör den till punkten ovanför: skriv ”%[3]s”. Är den en ny punkt: skriv ”%[4]s”.",
		"The line stands among the items of the list under %[1]s (line %[2]s), but lacks its indentation or its hyphen. If it belongs to the item above, write “%[3]s”. If it is a new item, write “%[4]s”.",
		list, listAt, indent+"  "+Clip(strings.TrimSpace(line)), asItem)
}
