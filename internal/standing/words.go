package standing

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/identity"
	"samsyn/internal/model"
)

// gapTitles are the headings of the gaps, by their kind.
var gapTitles = map[string]diag.Text{
	"no_initiative":  {SV: "Prioriterade {cooperation_areas} utan {initiative}", EN: "Priority {cooperation_areas} without an {initiative}"},
	"no_responsible": {SV: "{Cooperation_areas} som ingen svarar för", EN: "{Cooperation_areas} that nobody answers for"},
	"no_indicator":   {SV: "{Sub_goals} som inget mäter", EN: "{Sub_goals} that nothing measures"},
	"no_data":        {SV: "Indikatorer utan värden", EN: "Indicators without values"},
	"no_due_date":    {SV: "{Initiatives} utan redovisningsdatum", EN: "{Initiatives} without a due date"},
	"past_end":       {SV: "{Initiatives} vars tid är över men som står som planerade eller pågående", EN: "{Initiatives} whose time is over but that are planned or ongoing"},
}

// gapKinds is the order of the gaps.
var gapKinds = []string{"no_initiative", "no_responsible", "no_indicator", "no_data", "no_due_date", "past_end"}

// Summary is how it stands: with the reports on initiatives, and with what is reported
// again and again, where any of it is asked for now.
func (t *Teller) Summary() string {
	s := t.Standing
	said := t.Say("Försenade redovisningar: %[1]d. Att redovisa inom %[2]d dagar: %[3]d. Avviker eller riskerar att avvika: %[4]d. Inte bedömda: %[5]d.",
		"Overdue reports: %[1]d. To be reported within %[2]d days: %[3]d. At risk or off track: %[4]d. Not assessed: %[5]d.",
		s.Overdue, t.Within, s.Due, s.AtRisk, s.NotAssessed)
	if s.DutiesOverdue+s.DutiesDue > 0 {
		said += " " + t.Say("Återkommande redovisningar som är försenade: %[1]d. Återkommande redovisningar att lämna inom %[2]d dagar: %[3]d.",
			"Overdue recurring reports: %[1]d. Recurring reports to be made within %[2]d days: %[3]d.", s.DutiesOverdue, t.Within, s.DutiesDue)
	}
	return said
}

// line is one thing in the list of an actor: what it is about, and what is said of it.
type line struct {
	mark, title, id string
	address         string // of its page, "" where there is none
	description     string
}

// lines are what is told of an actor to people: what is overdue or due, and what is at
// risk, off track or not assessed.
func (t *Teller) lines(r facts.Reports) []line {
	var list []line
	for n, i := range r.Items {
		told := i.State.Wanting()
		if !told && (facts.Deviates(i.Initiative) || t.Facts.Unassessed(i.Initiative)) {
			told = !toldElsewhere(r.Items, n)
		}
		if !told {
			continue
		}
		l := line{title: i.Initiative.Title.V, id: i.Initiative.FullID(), mark: t.assessed(i)}
		if t.Address != nil {
			l.address = t.Address(i.Initiative)
		}
		if i.State.Wanting() {
			l.mark = t.mark(i.State)
		}
		l.description = t.when(i)
		list = append(list, l)
	}
	for _, d := range r.Duties {
		if !d.State.Wanting() {
			continue
		}
		list = append(list, line{mark: t.mark(d.State), title: d.Duty.Title.V, id: d.Duty.ID.V, description: t.Say("senast %s", "by %s", d.Month.String())})
	}
	return list
}

// toldElsewhere tells whether another date of the same initiative is told: one that
// something is asked for, else the last one.
func toldElsewhere(items []facts.Item, n int) bool {
	for m, i := range items {
		if i.Initiative == items[n].Initiative && (i.State.Wanting() || m > n) {
			return true
		}
	}
	return false
}

func (t *Teller) mark(s facts.State) string {
	if s == facts.Late {
		return t.Say("Försenad", "Overdue")
	}
	return t.Say("Ska redovisas", "To be reported")
}

// when says by which day an item was or is to be reported, and when it was last.
func (t *Teller) when(i facts.Item) string {
	var said []string
	switch {
	case !i.Due.Given():
		said = append(said, t.Say("inget datum för redovisning", "no due date"))
	case i.State != facts.Told:
		said = append(said, t.Say("senast %s", "by %s", i.Due.V.String()))
	}
	switch day := lastDay(i).String(); {
	case day == "" && i.State.Wanting():
		said = append(said, t.Say("inte redovisad tidigare", "not reported before"))
	case day == "":
	case i.State.Wanting() && i.Latest.Assessment.Given():
		said = append(said, t.Say("senast redovisad %[1]s (%[2]s)", "last reported %[1]s (%[2]s)", day, t.assessed(i)))
	default:
		said = append(said, t.Say("senast redovisad %[1]s", "last reported %[1]s", day))
	}
	return strings.Join(said, ", ")
}

// lastDay is when an initiative was last reported.
func lastDay(i facts.Item) model.Date {
	if i.Latest == nil {
		return model.Date{}
	}
	return i.Latest.Date.V
}

// form is how what is told to people is written down.
type form struct {
	head, actor, thing, gaps, gap string
	escape                        func(string) string
	linked                        bool // titles lead to the pages
}

var (
	plain = form{head: "%s\n%s\n", actor: "\n%s\n  %s\n", thing: "  %s: %s (%s) – %s\n", gaps: "\n%[1]s (%[2]d)\n", gap: "  %s (%s)\n", escape: safe}
	// What the content says is escaped in Markdown: a title can neither link nor mention anybody.
	markdown = form{head: "## %s\n\n%s\n", actor: "\n### %s\n\n%s\n\n", thing: "- **%s:** %s (%s) – %s\n", gaps: "\n### %[1]s\n\n", gap: "- %s (%s)\n", escape: escape, linked: true}
)

// Text writes it for a terminal.
func (t *Teller) Text(w io.Writer) error { return t.write(w, plain) }

// Markdown writes it for an issue or a letter.
func (t *Teller) Markdown(w io.Writer) error { return t.write(w, markdown) }

func (t *Teller) write(w io.Writer, f form) error {
	var b strings.Builder
	fmt.Fprintf(&b, f.head, t.Say("Läget %[1]s", "As of %[1]s", t.Facts.Today.String()), t.Summary())
	for _, r := range t.Standing.Actors {
		lines := t.lines(r)
		if len(lines) == 0 {
			continue
		}
		fmt.Fprintf(&b, f.actor, f.escape(t.Name(r.ID)), f.escape(t.reached(r)))
		for _, l := range lines {
			title := f.escape(l.title)
			if f.linked && l.address != "" {
				title = "[" + title + "](<" + l.address + ">)"
			}
			fmt.Fprintf(&b, f.thing, l.mark, title, f.escape(l.id), f.escape(l.description))
		}
	}
	for _, kind := range gapKinds {
		gaps := slices.DeleteFunc(slices.Clone(t.Gaps), func(g facts.Gap) bool { return g.Kind != kind })
		if len(gaps) > 0 {
			fmt.Fprintf(&b, f.gaps, f.escape(t.Say(gapTitles[kind].SV, gapTitles[kind].EN)), len(gaps))
		}
		for _, g := range gaps {
			fmt.Fprintf(&b, f.gap, f.escape(strings.Join(strings.Fields(g.Title), " ")), f.escape(g.ID))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func safe(s string) string { return diag.Visible(identity.Mask(s)) }

// escape makes of a text out of a file what may stand in Markdown.
func escape(s string) string { return diag.Unmarked(safe(s)) }

// reached is the contact of an actor, or that there is none.
func (t *Teller) reached(r facts.Reports) string {
	var ways []string
	for _, way := range []string{r.Contact.Name.V, r.Contact.Email.V, r.Contact.Phone.V, r.Contact.URL.V} {
		if way != "" {
			ways = append(ways, way)
		}
	}
	if len(ways) == 0 {
		return t.Say("Kontakt saknas.", "No contact.")
	}
	said := t.Say("Kontakt: %[1]s", "Contact: %[1]s", strings.Join(ways, ", "))
	if r.Through != "" {
		said += t.Say(" (genom %[1]s)", " (through %[1]s)", t.Name(r.Through))
	}
	return said
}
