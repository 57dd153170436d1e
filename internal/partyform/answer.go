package partyform

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"samsyn/internal/form/input"
	"samsyn/internal/model"
	"samsyn/internal/reminder"
	"samsyn/internal/rewrite"
	"samsyn/internal/text"
)

// The names of the form's controls. A measure's are its identifier behind “matt.”, and a
// dot and total, women or men behind that.
const (
	assessmentField = "bedomning"
	textField       = "text"
	seenField       = "sett"    // what the form was made of
	agreedField     = "stammer" // the questions that were answered with yes
)

// mostText is how many characters the sentences may have.
const mostText = 5000

var assessments = []string{"on_track", "at_risk", "off_track", "completed"}

// answer is what somebody has filled in, as they typed it, and what is wrong with it.
type answer struct {
	Assessment string
	Text       string
	Counts     []count
	problems   []problem // in the order of the fields
	questions  []problem // what may be right all the same
}

// count is a measure and its values as typed.
type count struct {
	reminder.Measured
	Parts bool // for women and men apart
	Total string
	Women string
	Men   string
}

// problem is what is to be mended, or looked at, in a field.
type problem struct{ Field, Text string }

func (a *answer) wrong(field, text string) { a.problems = append(a.problems, problem{field, text}) }
func (a *answer) ask(field, text string)   { a.questions = append(a.questions, problem{field, text}) }

// blank is an answer that says nothing yet, or what was sent before.
func (v *visit) blank(i *model.Initiative, sent *model.Report) *answer {
	a := &answer{}
	for _, m := range reminder.Measures(v.teller, i) {
		a.Counts = append(a.Counts, count{Measured: m, Parts: m.Measure.CountsPeople.V || parted(i, m.Measure.ID.V)})
	}
	if sent == nil {
		return a
	}
	a.Assessment, a.Text = sent.Assessment.V, sent.Text.V
	for n := range a.Counts {
		c := &a.Counts[n]
		value := sent.Values[c.Measure.ID.V]
		c.Total, c.Women, c.Men = v.typed(value.Total), v.typed(value.Women), v.typed(value.Men)
		c.Parts = c.Parts || c.Women != "" || c.Men != ""
	}
	return a
}

// parted tells whether a measure has been reported for women and men apart.
func parted(i *model.Initiative, measure string) bool {
	return slices.ContainsFunc(i.Reports, func(r model.Report) bool {
		c := r.Values[measure]
		return c.Women.Given() || c.Men.Given()
	})
}

// typed is a number as one types it.
func (v *visit) typed(n model.Number) string {
	if !n.Given() {
		return ""
	}
	s := strconv.FormatFloat(n.V, 'f', -1, 64)
	if v.lang == "sv" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// take reads what was filled in. Names that the form has not are not looked at.
func (v *visit) take(a *answer, values url.Values) {
	a.Assessment = values.Get(assessmentField)
	switch {
	case a.Assessment == "":
		a.wrong(assessmentField, v.say("Välj hur det går.", "Choose how it is going."))
	case !slices.Contains(assessments, a.Assessment):
		a.Assessment = ""
		a.wrong(assessmentField, v.say("Välj ett av alternativen.", "Choose one of the options."))
	}
	for n := range a.Counts {
		c := &a.Counts[n]
		c.Total, c.Women, c.Men = values.Get(c.Name("total")), "", ""
		if c.Parts {
			c.Women, c.Men = values.Get(c.Name("women")), values.Get(c.Name("men"))
		}
		v.look(a, c)
	}
	a.Text = written(values.Get(textField))
	switch {
	case a.Text == "":
		a.wrong(textField, v.say("Skriv några meningar om vad som har hänt.", "Write a few sentences on what has happened."))
	case len([]rune(a.Text)) > mostText:
		a.wrong(textField, v.say("Texten är för lång. Korta den till högst %[1]s tecken.", "The text is too long. Shorten it to at most %[1]s characters.", text.FormatNumber(mostText, v.lang)))
	}
}

// Name is the name of one of a measure's controls.
func (c count) Name(part string) string { return "matt." + c.Measure.ID.V + "." + part }

// written is a text without what no one types: other control characters than line feeds.
func written(s string) string {
	s = strings.ReplaceAll(input.Lines(strings.ToValidUTF8(s, "")), "\t", " ")
	s = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' || unicode.Is(unicode.Cf, c) {
			return -1
		}
		return c
	}, s)
	return strings.TrimSpace(s)
}

// look holds that a measure's values are numbers. Whether they can be meant, the rules of
// the content tell.
func (v *visit) look(a *answer, c *count) {
	for _, part := range []struct{ name, typed string }{{"total", c.Total}, {"women", c.Women}, {"men", c.Men}} {
		if s, valid := input.Number(part.typed); s != "" && (!valid || len(s) > 15) {
			a.wrong(c.Name(part.name), v.say("Skriv ett tal, till exempel 58 eller 62,5.", "Write a number, such as 58 or 62.5."))
		}
	}
}

// entry is the report as it is written into the file.
func (v *visit) entry(a *answer) *rewrite.Value {
	e := rewrite.Entry(
		rewrite.Field{Name: "date", Value: rewrite.Date(v.today().String())}, rewrite.Field{Name: "by", Value: rewrite.Text(nil, v.actor)},
		rewrite.Field{Name: "assessment", Value: rewrite.Plain(nil, a.Assessment)}, rewrite.Field{Name: "text", Value: rewrite.Text(nil, a.Text)})
	values := rewrite.Entry()
	for _, c := range a.Counts {
		total, _ := input.Number(c.Total)
		women, _ := input.Number(c.Women)
		men, _ := input.Number(c.Men)
		said := total
		if women != "" || men != "" {
			said = total + "/" + women + "/" + men
		}
		if said == "" {
			continue
		}
		if count, valid := rewrite.Count(said); valid {
			values.Set(c.Measure.ID.V, count)
		}
	}
	if values.Fields != nil {
		e.Set("values", values)
	}
	return e
}
