package partyform

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"
	"os"
	"slices"
	"strings"

	"samsyn/internal/access"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/identity"
	"samsyn/internal/model"
	"samsyn/internal/reminder"
	"samsyn/internal/text"
)

//go:embed page.html
var source string

var pages = template.Must(template.New("").Parse(source))

// frame is what every page has.
type frame struct {
	Lang, Title string
	Style       string
	Other       string // this page in the other language; "" where there is none
	say         func(sv, en string, args ...any) string
}

// Say is a sentence of a page.
func (f frame) Say(sv, en string, args ...any) string { return f.say(sv, en, args...) }

func (v *visit) frame(title string) frame {
	f := frame{Lang: v.lang, Title: title, Style: access.ReportPath + "stil.css", say: v.say}
	if v.r.Method != http.MethodPost { // what was typed would be lost
		other := map[string]string{"sv": "en", "en": "sv"}[v.lang]
		f.Other = v.r.URL.EscapedPath() + "?sprak=" + other
	}
	return f
}

// write writes a page whole, or an error and nothing.
func write(w http.ResponseWriter, status int, name string, data any) error {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // who has gone away needs no answer
	return nil
}

// tell writes a page that says one thing. What somebody typed in a form that was sent stands
// in it, to be copied: no browser keeps the page that it was typed in.
func tell(w http.ResponseWriter, r *http.Request, status int, lang string, title, said diag.Text) {
	say := func(sv, en string, args ...any) string { return diag.Say(sv, en, args...).In(lang) }
	f := frame{Lang: lang, Title: title.In(lang), Style: access.ReportPath + "stil.css", say: say}
	typed := ""
	if r.Method == http.MethodPost && readForm(w, r) == nil {
		typed = written(r.PostForm.Get(textField))
	}
	told(w, status, f, said.In(lang), typed)
}

// told writes such a page with what somebody filled in.
func told(w http.ResponseWriter, status int, f frame, said, typed string) {
	if err := write(w, status, "told", struct {
		frame
		Text, Typed string
	}{f, said, typed}); err != nil {
		logged(err)
	}
}

// lines are an answer as it can be copied into a letter: the assessment, the figures and the
// text, each as it was typed.
func (v *visit) lines(a *answer) string {
	var all []string
	if a.Assessment != "" {
		all = append(all, v.assessed(a.Assessment))
	}
	for _, c := range a.Counts {
		for _, x := range v.measure(a, c).Controls {
			if value := plain(x.Value); value != "" {
				name := plain(c.Measure.Title.V)
				if c.Parts {
					name += ", " + strings.ToLower(x.Label)
				}
				all = append(all, name+": "+value)
			}
		}
	}
	if a.Text != "" {
		all = append(all, a.Text)
	}
	return strings.Join(all, "\n")
}

// logged tells whoever runs the server of a mishap. No address is told: it may be a link.
func logged(err error) { fmt.Fprintf(os.Stderr, "samsyn: report by link: %q\n", err.Error()) }

// entry of the list.
type row struct {
	Title, Address, When string
	Late, Sent           bool
}

// list shows what the actor is to report on.
func (v *visit) list() error {
	var rows []row
	for _, t := range v.tasks() {
		d, err := v.draft(t.Initiative)
		if err != nil {
			return err
		}
		rows = append(rows, row{plain(t.Initiative.Title.V), v.to(v.home + "/" + t.Initiative.FullID()), v.when(t.Item), t.Item.State == facts.Late, d.sent != nil})
		d.close()
	}
	return write(v.w, http.StatusOK, "list", struct {
		frame
		Actor     string
		Agreement string
		Rows      []row
	}{v.frame(v.say("Redovisa för %[1]s", "Report for %[1]s", v.name)), v.name, v.agreement(), rows})
}

func (v *visit) agreement() string {
	if a := v.content.Agreement; a != nil {
		return plain(a.Title.V)
	}
	return ""
}

// plain is a text on one line without personal identity numbers.
func plain(s string) string { return identity.Mask(strings.Join(strings.Fields(s), " ")) }

// when says by which day something is to be reported.
func (v *visit) when(item facts.Item) string {
	day := text.FormatDate(item.Due.V, v.lang)
	switch {
	case !item.Due.Given():
		return ""
	case item.State == facts.Late:
		return v.say("Skulle ha redovisats senast %[1]s", "Was to be reported by %[1]s", day)
	case item.State == facts.Told:
		return v.say("Redovisad", "Reported")
	}
	return v.say("Redovisas senast %[1]s", "To be reported by %[1]s", day)
}

// show shows the form of one initiative, or what was sent of it.
func (v *visit) show() error {
	t, is := v.task()
	if !is {
		return errGone
	}
	d, err := v.draft(t.Initiative)
	if err != nil {
		return err
	}
	defer d.close()
	if d.sent != nil && !v.r.URL.Query().Has("andra") {
		return v.receipt(t, d.sent)
	}
	return v.form(http.StatusOK, t, d, v.blank(t.Initiative, d.sent))
}

// control is a field of the form.
type control struct {
	Name, Label, Hint, Value string
	Problems                 []string
}

// measure is a measure of the form: one control, or a group of three.
type measure struct {
	Title, Hint string // Hint is the unit, the target and the value that was told last
	Parts       bool
	Controls    []control
}

// option is one assessment.
type option struct {
	Value, Label string
	Chosen       bool
}

// shown is a problem with the address of its field on the page.
type shown struct{ Anchor, Text string }

// form shows the form with what is filled in and what is wrong with it.
func (v *visit) form(status int, t task, d *draft, a *answer) error {
	page := struct {
		frame
		Actor, Initiative, When, Method, Previous string
		Home, Seen, Asked, Text                   string
		Problems, Questions                       []shown
		AssessmentProblems, TextProblems          []string
		Options                                   []option
		Measures                                  []measure
	}{
		frame: v.frame(plain(t.Initiative.Title.V)), Actor: v.name, Initiative: plain(t.Initiative.Title.V), When: v.when(t.Item),
		Method: plain(t.Initiative.FollowUp.Method.V), Previous: v.previous(t.Initiative), Home: v.to(v.home), Seen: d.seen(), Text: a.Text,
		Problems: a.all(a.problems), Questions: a.all(a.questions),
		AssessmentProblems: a.of(assessmentField), TextProblems: a.of(textField),
	}
	if len(a.problems) == 0 && len(a.questions) > 0 {
		page.Asked = a.asked()
	}
	if status != http.StatusOK {
		page.Title = v.say("Inte sparat: %[1]s", "Not saved: %[1]s", page.Title)
	}
	for _, value := range assessments {
		page.Options = append(page.Options, option{value, v.assessed(value), a.Assessment == value})
	}
	for _, c := range a.Counts {
		page.Measures = append(page.Measures, v.measure(a, c))
	}
	return write(v.w, status, "form", page)
}

// of are the problems and the questions of a control.
func (a *answer) of(field string) []string {
	var all []string
	for _, p := range slices.Concat(a.problems, a.questions) {
		if p.Field == field {
			all = append(all, p.Text)
		}
	}
	return all
}

// all are problems as the top of the page lists them, each with the way to its field.
func (a *answer) all(list []problem) []shown {
	var all []shown
	for _, p := range list {
		anchor, said := p.Field, p.Text
		if anchor == assessmentField {
			anchor += "-" + assessments[0]
		}
		for _, c := range a.Counts { // beside its field it is clear which measure is meant
			if strings.HasPrefix(p.Field, c.Name("")) {
				said = plain(c.Measure.Title.V) + ": " + said
			}
		}
		all = append(all, shown{anchor, said})
	}
	return all
}

func (v *visit) assessed(value string) string {
	s, _ := text.ValueOf("assessment", value).With(text.WordsOf(v.content)).In(v.lang)
	return s
}

// measure is how a measure is asked for.
func (v *visit) measure(a *answer, c count) measure {
	m := measure{Title: plain(c.Measure.Title.V), Hint: v.beside(c), Parts: c.Parts}
	add := func(part, label, hint, value string) {
		name := c.Name(part)
		m.Controls = append(m.Controls, control{name, label, hint, value, a.of(name)})
	}
	if !c.Parts {
		add("total", m.Title, m.Hint, c.Total)
		return m
	}
	add("total", v.say("Totalt", "Total"), "", c.Total)
	add("women", v.say("Kvinnor", "Women"), "", c.Women)
	add("men", v.say("Män", "Men"), "", c.Men)
	return m
}

// beside is what stands beside a measure's control: its unit, its target and the value that
// was told last.
func (v *visit) beside(c count) string {
	unit, _ := text.ValueOf("unit", c.Measure.Unit.V).In(v.lang)
	parts := []string{unit}
	if c.Target != "" {
		parts = append(parts, v.say("Mål: %[1]s", "Target: %[1]s", c.Target))
	}
	if c.Last != "" {
		parts = append(parts, v.say("Senast: %[1]s", "Last: %[1]s", c.Last))
	}
	return strings.Join(parts, ". ")
}

// previous is what was told of an initiative last.
func (v *visit) previous(i *model.Initiative) string {
	r := facts.Latest(i)
	if r == nil {
		return ""
	}
	said := text.FormatDate(r.Date.V, v.lang)
	if r.Assessment.Given() {
		said += " (" + strings.ToLower(v.assessed(r.Assessment.V)) + ")"
	}
	return said + ": " + plain(r.Text.V)
}

// receipt shows what was sent and waits for the secretariat.
func (v *visit) receipt(t task, sent *model.Report) error {
	a := v.blank(t.Initiative, sent)
	type line struct{ Name, Value string }
	var lines []line
	for _, c := range a.Counts {
		if value := reminder.Told(v.teller, sent.Values[c.Measure.ID.V], c.Measure); value != "" {
			lines = append(lines, line{plain(c.Measure.Title.V), value})
		}
	}
	others := 0
	for _, other := range v.tasks() {
		if other.Initiative != t.Initiative {
			others++
		}
	}
	return write(v.w, http.StatusOK, "receipt", struct {
		frame
		Initiative, Assessment, Text, Change, Home string
		Lines                                      []line
		Others                                     int
	}{v.frame(v.say("Rapporten är sparad", "The report is saved")), plain(t.Initiative.Title.V), v.assessed(sent.Assessment.V), identity.Mask(sent.Text.V),
		v.change(t), v.to(v.home), lines, others})
}

// change is the address of the form in which what was sent can be changed.
func (v *visit) change(t task) string {
	at := v.to(v.home + "/" + t.Initiative.FullID())
	if strings.Contains(at, "?") {
		return at + "&andra"
	}
	return at + "?andra"
}
