package reminder

import (
	_ "embed"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/ical"
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/standing"
	"samsyn/internal/text"
)

// writer writes one letter.
type writer struct {
	*standing.Teller
	reports facts.Reports
	link    Link // "" where there is none
	things  []thing
	late    int // of the things
}

// thing is one thing that is asked for.
type thing struct {
	Title, When string
	Lines       []string // what was promised, and what was told last
	Page        string   // its address, "" where there is none
	late        bool
	initiative  bool // and not a recurring duty
	id          string
	due         model.Date
}

// asksOfInitiatives tells whether a report on some initiative is asked for.
func (w *writer) asksOfInitiatives() bool {
	return slices.ContainsFunc(w.things, func(t thing) bool { return t.initiative })
}

// spaced is a text with plain spaces: a letter is read anywhere.
func spaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func (w *writer) day(d model.Date) string { return spaced(text.FormatDate(d, w.Lang)) }

// gather lists what is asked for, by date.
func (w *writer) gather() {
	for _, i := range w.reports.Items {
		if !i.State.Wanting() {
			continue
		}
		t := thing{
			Title: plain(i.Initiative.Title.V), When: w.when(i.State, i.Due.V), Lines: w.about(i),
			late: i.State == facts.Late, initiative: true, id: i.Initiative.FullID(), due: i.Due.V,
		}
		if w.Address != nil {
			t.Page = w.Address(i.Initiative)
		}
		w.things = append(w.things, t)
	}
	for _, d := range w.reports.Duties {
		if !d.State.Wanting() {
			continue
		}
		t := thing{Title: plain(d.Duty.Title.V), When: w.when(d.State, d.Month), late: d.State == facts.Late, id: d.Duty.ID.V, due: d.Month}
		if to := w.actor(d.Duty.To); to != "" {
			t.Lines = append(t.Lines, w.Say("Lämnas till: %[1]s", "To: %[1]s", to))
		}
		if d.Duty.Note.Given() {
			t.Lines = append(t.Lines, plain(d.Duty.Note.V))
		}
		w.things = append(w.things, t)
	}
	for _, t := range w.things {
		if t.late {
			w.late++
		}
	}
}

func (w *writer) when(s facts.State, due model.Date) string {
	if s == facts.Late {
		return w.Say("skulle ha redovisats senast %[1]s", "was to be reported by %[1]s", w.day(due))
	}
	return w.Say("redovisas senast %[1]s", "to be reported by %[1]s", w.day(due))
}

func (w *writer) actor(a model.Actor) string {
	if a.ID.Given() {
		return plain(w.Name(a.ID.V))
	}
	return plain(a.Name.V)
}

// about is what was promised of an initiative, and what was told of it last.
func (w *writer) about(i facts.Item) []string {
	lines := []string{w.Say("Så följs {the_initiative} upp: %[1]s", "How it is followed up: %[1]s", plain(i.Initiative.FollowUp.Method.V))}
	for _, m := range Measures(w.Teller, i.Initiative) {
		line := plain(m.Measure.Title.V)
		if m.Target != "" {
			line += w.Say(", mål %[1]s", ", target %[1]s", m.Target)
		}
		if m.Last != "" {
			line += w.Say(", senast %[1]s", ", last %[1]s", m.Last)
		}
		lines = append(lines, line)
	}
	if i.Latest == nil {
		return lines
	}
	told := w.Say("Förra lägesrapporten, %[1]s", "The last report, %[1]s", w.day(i.Latest.Date.V))
	if i.Latest.Assessment.Given() {
		said, _ := text.ValueOf("assessment", i.Latest.Assessment.V).With(text.WordsOf(w.Facts.Content)).In(w.Lang)
		told += " (" + strings.ToLower(said) + ")"
	}
	return append(lines, told+": "+plain(i.Latest.Text.V))
}

// Measured is a measure of an initiative as whoever reports on it is told: its target and
// the value that was told last, "" where there is none.
type Measured struct {
	Measure      *model.Measure
	Target, Last string
}

// Measures lists what is counted of an initiative, without what is withdrawn.
func Measures(t *standing.Teller, i *model.Initiative) []Measured {
	var all []Measured
	for n := range i.FollowUp.Measures {
		m := &i.FollowUp.Measures[n]
		if !m.Withdrawn.Given() {
			all = append(all, Measured{m, goal(t, m), last(t, i, m)})
		}
	}
	return all
}

// goal is a measure's target.
func goal(t *standing.Teller, m *model.Measure) string {
	value := func(v float64) string { return spaced(text.FormatValue(v, m.Unit.V, t.Lang)) }
	switch {
	case m.Target.Given() && m.TargetMax.Given():
		return spaced(text.FormatNumber(m.Target.V, t.Lang)) + "–" + value(m.TargetMax.V)
	case m.Target.Given():
		return value(m.Target.V)
	case m.TargetMax.Given():
		return t.Say("högst %[1]s", "at most %[1]s", value(m.TargetMax.V))
	}
	return plain(m.TargetText.V)
}

// last is the value of a measure that was told last, of the initiative or of the one that
// it continues, with its day.
func last(t *standing.Teller, i *model.Initiative, m *model.Measure) string {
	var newest *model.Report
	for range 10 { // a chain of initiatives that continue each other is not longer
		if newest = results.Valued(i, m, func(model.Date) bool { return true }); newest != nil {
			break
		}
		if i = t.Facts.Initiative(i.Continues.V); i == nil {
			break
		}
	}
	if newest == nil {
		return ""
	}
	return dated(t, Told(t, newest.Values[m.ID.V], m), newest.Date.V)
}

// dated is a value with its date, which may be a month or a year alone; "" of none.
func dated(t *standing.Teller, value string, d model.Date) string {
	day := spaced(text.FormatDate(d, t.Lang))
	switch {
	case value == "":
		return ""
	case d.Month == 0:
		return t.Say("%[1]s år %[2]s", "%[1]s in %[2]s", value, day)
	case d.Day == 0:
		return t.Say("%[1]s i %[2]s", "%[1]s in %[2]s", value, day)
	}
	return t.Say("%[1]s den %[2]s", "%[1]s on %[2]s", value, day)
}

// Told is a reported value in words, "" where there is none. Of people, what could point
// somebody out is not told, and neither is what gives it away.
func Told(t *standing.Teller, c model.Count, m *model.Measure) string {
	if !c.Total.Given() && !c.Women.Given() && !c.Men.Given() {
		return ""
	}
	v := results.ShownCount(c, m)
	if !v.Given() {
		return t.Say("dolt för att skydda enskilda", "hidden to protect individuals")
	}
	number := func(n model.Number) string { return spaced(text.FormatValue(n.V, m.Unit.V, t.Lang)) }
	var parts []string
	if v.Women.Given() {
		parts = append(parts, t.Say("kvinnor %[1]s", "women %[1]s", number(v.Women)))
	}
	if v.Men.Given() {
		parts = append(parts, t.Say("män %[1]s", "men %[1]s", number(v.Men)))
	}
	if v.Hidden {
		parts = []string{t.Say("fördelningen dold", "breakdown hidden")}
	}
	said := strings.Join(parts, ", ")
	switch {
	case !v.Total.Given():
		return said
	case said == "":
		return number(v.Total)
	}
	return number(v.Total) + " (" + said + ")"
}

// from is who the letters come from: the contact of the site, else its publisher's.
func (w *writer) from() model.Contact {
	c := w.Facts.Content.Config
	if c == nil {
		return model.Contact{}
	}
	if c.Contact.Email.Given() {
		return c.Contact
	}
	if p := w.Facts.Party(c.Publisher.V); p != nil {
		return p.Contact
	}
	return model.Contact{}
}

// sender is the name below the letter.
func (w *writer) sender() string {
	if c := w.Facts.Content.Config; c != nil {
		if p := w.Facts.Party(c.Publisher.V); p != nil {
			return plain(p.Name.V)
		}
	}
	return ""
}

// host makes identifiers unique in the world.
func (w *writer) host() string {
	if c := w.Facts.Content.Config; c != nil {
		if u, err := url.Parse(c.BaseURL.V); err == nil && u.Hostname() != "" {
			return u.Hostname()
		}
	}
	return "samsyn.invalid"
}

func (w *writer) subject() string {
	if w.late > 0 {
		return w.Say("Försenad redovisning: %[1]s", "Report overdue: %[1]s", w.Name(w.reports.ID))
	}
	return w.Say("Att redovisa senast %[1]s: %[2]s", "To be reported by %[1]s: %[2]s", w.day(w.things[0].due), w.Name(w.reports.ID))
}

// told is what a letter says, once for text and for HTML.
type told struct {
	Lang, Subject, Opening string
	Things                 []thing
	Page, Asked            string
	Questions              []string
	Link                   string // where one reports without an account
	Online, OnlineNote     string // what is said before and behind it
	Calendar, Closing      string
	From                   string
}

func (w *writer) said() told {
	agreement := ""
	if a := w.Facts.Content.Agreement; a != nil {
		agreement = plain(a.Title.V)
	}
	opening := w.Say("Hej! Det här ska %[1]s redovisa enligt %[2]s:", "Hello! This is what %[1]s is to report under %[2]s:", plain(w.Name(w.reports.ID)), agreement)
	l := told{
		Lang: w.Lang, Subject: plain(w.subject()), Opening: opening, Things: w.things, Page: w.Say("Sidan på webben", "The page on the web"),
		Asked:    w.Say("Svara på det här brevet när det är gjort.", "Answer this letter when it is done."),
		Calendar: w.Say("Dagarna finns i den bifogade kalenderfilen, med påminnelser.", "The days are in the calendar file attached, with reminders."),
		Closing:  w.Say("Vänliga hälsningar", "Kind regards"), From: w.sender(),
	}
	if w.asksOfInitiatives() {
		l.Asked = w.Say("Svara på det här brevet, eller skriv redovisningen direkt där ni redigerar innehållet. Om varje {initiative} behöver vi veta:", "Answer this letter, or write the report where you edit the content. Of each {initiative} we need to know:")
		l.Questions = []string{
			w.Say("Hur går det: enligt plan, risk för avvikelse, avviker från plan eller {initiative:genomförd|genomfört}?", "How does it go: on track, at risk, off track or completed?"),
			w.Say("Vad har hänt, i några meningar?", "What has happened, in some sentences?"),
			w.Say("Vilka värden har måtten nu, om möjligt för kvinnor och män var för sig?", "What values do the measures have now, for women and men apart where you can?"),
		}
	}
	if w.link.Address != "" {
		l.Link = w.link.Address
		l.Online = w.Say("Redovisa här, från dator eller telefon. Du behöver inget konto:", "Report here, from a computer or a telephone. You need no account:")
		l.OnlineNote = w.Say("Länken gäller till och med den %[1]s och bara för %[2]s. Den som har länken kan redovisa, så skicka den bara till den som ska göra det.",
			"The link is good until %[1]s, and for %[2]s alone. Whoever has the link can report, so send it only to the one who is to do so.", w.day(w.link.Until), plain(w.Name(w.reports.ID)))
	}
	return l
}

// text is the letter as plain text.
func (w *writer) text() string {
	l := w.said()
	var b strings.Builder
	b.WriteString(l.Opening + "\n\n")
	for _, t := range l.Things {
		b.WriteString("* " + t.Title + " – " + t.When + "\n")
		for _, line := range t.Lines {
			b.WriteString("  " + line + "\n")
		}
		if t.Page != "" {
			b.WriteString("  " + l.Page + ": " + t.Page + "\n")
		}
		b.WriteString("\n")
	}
	if l.Link != "" {
		b.WriteString(l.Online + "\n" + l.Link + "\n" + l.OnlineNote + "\n\n")
	}
	b.WriteString(l.Asked + "\n")
	for _, q := range l.Questions {
		b.WriteString("\n- " + q)
	}
	if l.Questions != nil {
		b.WriteString("\n")
	}
	b.WriteString("\n" + l.Calendar + "\n\n" + l.Closing + "\n" + l.From + "\n")
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		lines[i] = diag.Visible(line)
	}
	return strings.Join(lines, "\n")
}

//go:embed letter.html
var page string

var form = template.Must(template.New("letter").Parse(page))

// html is the letter as HTML; the template escapes what the content says.
func (w *writer) html() (string, error) {
	var b strings.Builder
	err := form.Execute(&b, w.said())
	return b.String(), err
}

// calendar has the days that are asked for; what is late is for today.
func (w *writer) calendar() []byte {
	c := ical.New("")
	today := w.Facts.Today
	for _, t := range w.things {
		day, reminders := t.due.Last(), []int{14, 1}
		if t.late {
			day, reminders = today, []int{0}
		}
		on := ical.Day{Year: day.Year, Month: day.Month, Day: day.Day}
		c.Add(ical.Event{
			ID: "redovisa-" + strings.ReplaceAll(t.id, "/", "-") + "-" + t.due.String() + "@" + w.host(), Summary: w.Say("Redovisa: %[1]s", "Report: %[1]s", t.Title),
			From: on, To: on, Stamp: ical.Day{Year: today.Year, Month: today.Month, Day: today.Day}, Description: strings.Join(t.Lines, "\n"), URL: t.Page, Reminders: reminders,
		})
	}
	return c.Bytes()
}
