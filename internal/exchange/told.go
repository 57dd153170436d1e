package exchange

import (
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/diff/reword"
)

// Headings are what the outcomes are told under.
var Headings = map[Outcome]diag.Text{
	Changed:  diag.Say("Ändras", "Changes"),
	Added:    diag.Say("Läggs till", "Is added"),
	Conflict: diag.Say("Krockar med någon annans ändring och tas inte in", "Clashes with what somebody else has changed, and is not taken"),
	Untaken:  diag.Say("Går inte att ta in", "Cannot be taken"),
	Missing:  diag.Say("Saknas i filen men lämnas kvar", "Is not in the file, and stays"),
	Noted:    diag.Say("Att känna till", "To be aware of"),
}

// Outcomes are the outcomes in the order in which they are told.
var Outcomes = []Outcome{Changed, Added, Missing, Conflict, Untaken, Noted}

// shortText is how long a text may be to be told in full, in characters.
const shortText = 70

// Where is where the cell or row stands, and what it is about.
func (t Told) Where() string {
	where := reword.Line(t.Sheet)
	if t.Ref != "" {
		where += "!" + t.Ref
	}
	if t.Thing != "" {
		thing := reword.Line(t.Thing)
		if utf8.RuneCountInString(thing) > shortText {
			thing = string([]rune(thing)[:shortText-1]) + "…"
		}
		if where != "" {
			where += " "
		}
		where += "(" + thing + ")"
	}
	return where
}

// Sentence tells it, without where it stands.
func (t Told) Sentence() diag.Text {
	field := reword.Line(t.Field)
	switch t.Outcome {
	case Added:
		return diag.Say("ny rad", "new row")
	case Changed:
		switch {
		case t.Was == "":
			return diag.Say("%[1]s blir ”%[2]s”", "%[1]s becomes “%[2]s”", field, told(t.New))
		case t.New == "":
			return diag.Say("%[1]s ”%[2]s” tas bort", "%[1]s “%[2]s” is removed", field, told(t.Was))
		case long(t.Was) || long(t.New):
			excerpt, _ := reword.Excerpt(reword.Words(t.Was, t.New))
			was, is := reword.Versions(excerpt)
			return diag.Say("%[1]s ”%[2]s” blir ”%[3]s”", "%[1]s “%[2]s” becomes “%[3]s”", field, reword.Line(was), reword.Line(is))
		}
		return diag.Say("%[1]s ”%[2]s” blir ”%[3]s”", "%[1]s “%[2]s” becomes “%[3]s”", field, told(t.Was), told(t.New))
	case Conflict:
		return diag.Say("%s är ”%s” i filen och ”%s” i innehållet, och var ”%s”: %s", "%s is “%s” in the file and “%s” in the content, and was “%s”: %s",
			field, told(t.New), told(t.Now), told(t.Was), t.Message)
	}
	if field != "" {
		return diag.Say("%s: %s", "%s: %s", field, t.Message)
	}
	return t.Message
}

func long(s string) bool { return utf8.RuneCountInString(s) > shortText }

// told is a text on one line, cut where it is long.
func told(s string) string {
	s = reword.Line(s)
	if long(s) {
		return string([]rune(s)[:shortText-1]) + "…"
	}
	return s
}
