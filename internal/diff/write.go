package diff

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/diff/reword"
	"samsyn/internal/identity"
)

var (
	noChange = diag.Text{SV: "Ingen ändring i sak.", EN: "No change in substance."}
	onSigned = diag.Text{SV: "Det rör text som parterna har ställt sig bakom.", EN: "This is text that the parties have put their names to."}
)

// Tell is the change in full: its sentence, what it affects, and whether it
// touches what was signed.
func (c Change) Tell(lang string) string {
	s := c.Sentence.In(lang)
	if a := c.Affected.In(lang); a != "" {
		s += " " + a
	}
	if c.Signed {
		s += " " + onSigned.In(lang)
	}
	return s
}

// Brief is the change's sentence without the words of a reworded text.
func (c Change) Brief(lang string) string {
	if c.reworded.Told() {
		return end(c.reworded.What.In(lang))
	}
	return c.Sentence.In(lang)
}

// Pieces are the change's sentence for where pieces can be struck and underlined: a
// reworded text is shown once, with what went and what came.
func (c Change) Pieces(lang string) []reword.Span {
	if c.reworded.Told() {
		return c.reworded.Pieces(lang)
	}
	return []reword.Span{{Op: reword.Kept, Text: c.Sentence.In(lang)}}
}

// WriteText writes a change on each line, in Swedish or English ("en").
func WriteText(w io.Writer, changes []Change, lang string) error {
	if len(changes) == 0 {
		_, err := fmt.Fprintln(w, noChange.In(lang))
		return err
	}
	for _, c := range changes {
		if _, err := fmt.Fprintln(w, c.Tell(lang)); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSON writes {"changes": […]}; every field of a change is always there.
func WriteJSON(w io.Writer, changes []Change) error {
	list := make([]Change, len(changes))
	for i, c := range changes {
		c.ID, c.Title, c.Field, c.Old, c.New = masked(c.ID), masked(c.Title), masked(c.Field), masked(c.Old), masked(c.New)
		list[i] = c
	}
	return diag.WriteJSON(w, map[string]any{"changes": list})
}

// escapes are JSON's, in the values that have fields of their own.
var escapes = regexp.MustCompile(`\\(u[0-9a-f]{4}|.)`)

// masked hides identity numbers in a value. An escape is no letter that a number
// could be a part of.
func masked(s string) string {
	bare := escapes.ReplaceAllStringFunc(s, func(e string) string { return strings.Repeat(" ", len(e)) })
	for _, m := range identity.Find(bare) {
		s = s[:m[1]-4] + "****" + s[m[1]:]
	}
	return identity.Mask(s)
}

// groups are the headings under which a comment tells the changes.
var groups = []struct {
	title diag.Text
	kinds string
}{
	{diag.Text{SV: "{The_agreement}", EN: "{The_agreement}"}, " agreement chapter target-group term amendment annex area sub-goal cooperation-area review results reporting signatures signature "},
	{diag.Text{SV: "Parter och grupper", EN: "Parties and groups"}, " party duty body "},
	{diag.Text{SV: "{Short_plans} och {initiatives}", EN: "{Short_plans} and {initiatives}"}, " plan priority initiative measure report "},
	{diag.Text{SV: "Indikatorer", EN: "Indicators"}, " indicator observation "},
	{diag.Text{SV: "Övrigt", EN: "Other"}, " strategy event resource places place site translation "},
}

// WriteMarkdown writes a comment for a pull request. What the content says is
// escaped: a title can neither link nor mention anybody.
func WriteMarkdown(w io.Writer, changes []Change, lang string) error {
	var b strings.Builder
	b.WriteString("## " + diag.Text{SV: "Ändringar i sak", EN: "Changes in substance"}.In(lang) + "\n")
	if len(changes) == 0 {
		b.WriteString("\n" + noChange.In(lang) + "\n")
	}
	signed := 0
	for _, g := range groups {
		first := true
		for _, c := range changes {
			if !strings.Contains(g.kinds, " "+c.Thing+" ") {
				continue
			}
			if first {
				b.WriteString("\n### " + expanded(c.kinds, g.title).In(lang) + "\n\n")
				first = false
			}
			b.WriteString("- " + c.markdown(lang) + "\n")
			if c.Signed {
				signed++
			}
		}
	}
	if signed > 0 {
		b.WriteString("\n⚠ " + onSigned.In(lang) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (c Change) markdown(lang string) string {
	s := ""
	for _, piece := range c.Pieces(lang) {
		switch text := diag.Unmarked(piece.Text); piece.Op {
		case reword.Gone:
			s += "~~" + text + "~~"
		case reword.Come:
			s += "**" + text + "**"
		default:
			s += text
		}
	}
	if a := c.Affected.In(lang); a != "" {
		s += " " + diag.Unmarked(a)
	}
	if c.Signed {
		s = "⚠ " + s
	}
	return s
}
