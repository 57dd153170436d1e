package load

import (
	"regexp"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
)

// The YAML parser names the line where it gave up, which may be far from the
// mistake, or none at all. The finding keeps that line; its words lead to the line
// from which the text can no longer be read, and say what is odd about it.

const (
	// searched is the size in bytes of the longest text in which it is looked for.
	searched = 64 << 10
	// openFor is how many lines a text in quotation marks is taken to run at most.
	openFor = 20
)

// culprit is the number, from 1, of the first line with which the lines above it
// can no longer be read as YAML; 0 where it cannot be told.
func culprit(lines []string) int {
	reads := func(n int) bool {
		return doc.Reads(strings.Join(lines[:n], "\n") + "\n")
	}
	sound, broken := 0, len(lines)
	if broken == 0 || reads(broken) {
		return 0
	}
	for {
		for broken-sound > 1 {
			if middle := (sound + broken) / 2; reads(middle) {
				sound = middle
			} else {
				broken = middle
			}
		}
		// In the middle of a text over several lines all is well again further down.
		again := 0
		for n := broken + 1; n < len(lines) && n <= broken+openFor; n++ {
			if reads(n) {
				again = n
			}
		}
		if again == 0 {
			return broken
		}
		sound, broken = again, len(lines)
	}
}

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
	line, at := strings.TrimSuffix(lines[n-1], "\r"), n+first-1
	above := ""
	if n > 1 {
		above = strings.TrimSuffix(lines[n-2], "\r")
	}
	switch {
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
	return oddField(lines, n, first, above), at
}

// oddField is oddity for a line that is to be a field; above is the line before it.
func oddField(lines []string, n, first int, above string) diag.Text {
	line := strings.TrimSuffix(lines[n-1], "\r")
	m := field.FindStringSubmatch(line)
	if m == nil {
		if message := noField(line); !message.IsZero() {
			return message
		}
		return goesOn(lines, n, first)
	}
	if m[3] != "" && m[3][0] != ' ' && m[3][0] != '\t' {
		return diag.Say("Skriv ett mellanslag efter kolonet.", "Write a space after the colon.")
	}
	if message := oddValue(m[2], strings.TrimSpace(m[3])); !message.IsZero() {
		return message
	}
	if message := lostAbove(lines, n, first); !message.IsZero() {
		return message
	}
	if message := besideList(lines, n, first); !message.IsZero() {
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

var hardSpaceHint = diag.Say(
	"På raden står ett hårt mellanslag, som ser ut som ett vanligt men inte är det; det följer ofta med inklistrad text. Ta bort det och skriv ett vanligt. Är raden indragen med hårda mellanslag: byt vart och ett.",
	"There is a no-break space on the line, which looks like a space but is none; it often comes with pasted text. Remove it and type a space. Where such spaces indent the line, replace each of them.")

// indentOf is the length in bytes of the white space that a line begins with.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
